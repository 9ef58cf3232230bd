//! Words about following something over the years: forms of measures, events, marks, goals.

use crate::term::terms;

terms! {
    /// How something is written down.
    MeasureForm {
        Number "number" "Un nombre avec une unité" "A number with a unit";
        Scale "scale" "Une échelle" "A scale";
        Count "count" "Combien de fois" "How many times";
        Duration "duration" "Une durée" "A duration";
        YesNo "yes_no" "Oui ou non" "Yes or no";
        Event "event" "Un événement, avec son heure" "An event, with its time";
    }
}

terms! {
    /// How often it is usually measured. The person's own team decides.
    Rhythm {
        WhenItHappens "when_it_happens" "quand cela arrive" "when it happens";
        Daily "daily" "chaque jour" "every day";
        Growth "growth" "chaque mois avant 2 ans, puis 2 fois par an, puis chaque année" "monthly before 2 years, then twice a year, then yearly";
        WithWeight "with_weight" "avec le poids" "along with weight";
        SixToTwelveMonths "six_to_twelve_months" "tous les 6 à 12 mois" "every 6 to 12 months";
        Yearly "yearly" "chaque année" "yearly";
        EachAssessment "each_assessment" "à chaque bilan" "at each assessment";
    }
}

terms! {
    /// What may be shown of an instrument.
    Licence {
        Free "free" "Libre" "Free";
        ScoreOnly "score_only" "Score seul : les questions sont protégées" "Score only: the items are protected";
        NotFound "not_found" "Score seul : licence non trouvée" "Score only: licence not found";
    }
}

terms! {
    /// What a measure is about.
    MeasureGroup {
        Growth "growth" "Croissance" "Growth";
        Bones "bones" "Hanches et dos" "Hips and spine";
        Joints "joints" "Articulations et muscles" "Joints and muscles";
        Function "function" "Gestes et déplacements" "Function";
        Pain "pain" "Douleur" "Pain";
        Everyday "everyday" "Tous les jours" "Everyday life";
        Vital "vital" "Constantes" "Vital signs";
    }
}

terms! {
    /// What happened.
    EventKind {
        Seizure "seizure" "Crise" "Seizure";
        Dose "dose" "Médicament donné" "Dose given";
        Stool "stool" "Selles" "Stools";
        Sleep "sleep" "Sommeil" "Sleep";
        Meal "meal" "Repas, nutrition" "Meal or feed";
        Vomiting "vomiting" "Vomissement" "Vomiting";
        Pain "pain" "Douleur" "Pain";
        Spasm "spasm" "Spasme, contracture" "Spasm";
        Fall "fall" "Chute" "Fall";
        Own "own" "Autre événement" "Other event";
    }
}

terms! {
    /// What a mark on the time axis is.
    MarkKind {
        GrowthSpurt "growth_spurt" "Poussée de croissance" "Growth spurt";
        Injection "injection" "Injection" "Injection";
        Cast "cast" "Plâtres, attelles en série" "Casting";
        Illness "illness" "Maladie" "Illness";
        Change "change" "Changement de vie" "Change in life";
        Other "other" "Autre repère" "Other mark";
    }
}

terms! {
    /// Where a goal or a project stands.
    GoalState {
        Draft "draft" "En préparation" "Being prepared";
        Open "open" "En cours" "Under way";
        Reached "reached" "Atteint" "Reached";
        Closed "closed" "Terminé" "Closed";
    }
}
