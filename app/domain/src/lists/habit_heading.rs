//! The eighteen headings under which a person's habits of life are told.

use crate::term::terms;

terms! {
    /// A heading of the habits of life, in the order of the printed sheet.
    HabitHeading {
        WhoIAm "who_i_am" "Qui je suis" "Who I am";
        Communication "communication" "Communication" "Communication";
        Pain "pain" "Douleur et mal-être" "Pain and distress";
        Emotions "emotions" "Émotions et comportement" "Emotions and behaviour";
        Social "social" "Avec les autres" "With other people";
        Meals "meals" "Repas" "Meals";
        Elimination "elimination" "Toilettes et changes" "Toilet and changing";
        Washing "washing" "Toilette, habillage, bouche" "Washing, dressing, mouth";
        Sleep "sleep" "Sommeil et sieste" "Sleep and naps";
        Moving "moving" "Déplacements" "Moving about";
        DailyCare "daily_care" "Soins de tous les jours" "Daily care";
        Senses "senses" "Bruit, lumière, toucher" "Noise, light, touch";
        Learning "learning" "École, apprentissages, travail" "School, learning, work";
        Activities "activities" "Activités et loisirs" "Activities and leisure";
        Intimacy "intimacy" "Vie affective et intimité" "Affection and intimacy";
        Safety "safety" "Sécurité" "Safety";
        Hospital "hospital" "À l'hôpital" "In hospital";
        Days "days" "Mes journées et mes proches" "My days and my people";
    }
}

terms! {
    /// How much it matters that a newcomer knows this.
    Colour {
        Red "red" "À savoir absolument" "Must know";
        Orange "orange" "Important au quotidien" "Important day to day";
        Green "green" "Bon à savoir" "Good to know";
    }
}
