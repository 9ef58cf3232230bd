//! Daily life: what help, when, how long.

use super::{ANY, VERIFIED};
use crate::lists::HabitHeading as H;
use crate::mdph::question::{Asked, Choice, Known, Part, Question as Q};

/// How much help something takes.
const HELP: &[Choice] = &[
    Choice::new("alone", "Sans aide", "Without help"),
    Choice::new(
        "slow",
        "Seul, mais lentement ou avec du matériel",
        "Alone, but slowly or with equipment",
    ),
    Choice::new(
        "watched",
        "Avec quelqu'un à côté, qui rappelle ou surveille",
        "With somebody beside, who reminds or watches",
    ),
    Choice::new(
        "helped",
        "Avec l'aide de quelqu'un, en partie",
        "Helped by somebody, in part",
    ),
    Choice::new("done", "Quelqu'un fait tout", "Somebody does it all"),
];

const HOW_LONG: (&str, &str) = (
    "Qui aide, comment, combien de temps, combien de fois par jour. Comparez avec quelqu'un du même âge.",
    "Who helps, how, for how long, how many times a day. Compare with somebody of the same age.",
);

pub(super) const PART: Part = Part {
    id: "daily",
    title: ("La vie de tous les jours", "Everyday life"),
    why: (
        "L'équipe décide d'après ces gestes-là. Racontez un jour ordinaire, et dites ce que vous ne voyez plus tant vous en avez l'habitude.",
        "The team decides from these acts. Tell of an ordinary day, and say what you no longer notice because you are used to it.",
    ),
    source: "Formulaire de demande Cerfa 15692*01, partie B (vie quotidienne) ; ANAP, domaines des habitudes de vie",
    verified: VERIFIED,
    from_age: 0,
    to_age: ANY,
    questions: &[
        Q::new(
            "daily.condition",
            Asked::Text,
            ("Quelle maladie, quel handicap ?", "Which illness, which disability?"),
            ("En quelques mots : le médecin dira le reste dans son certificat.", "In a few words: the doctor says the rest in the certificate."),
        )
        .simple("Quel est votre handicap ?")
        .known(&[Known::Problems]),
        Q::new("daily.wash", Asked::One(HELP), ("Se laver, se brosser les dents", "Washing, brushing teeth"), HOW_LONG)
            .simple("Pour vous laver, avez-vous besoin d'aide ?")
            .known(&[Known::Habit(H::Washing)]),
        Q::new("daily.dress", Asked::One(HELP), ("S'habiller, mettre son appareillage", "Dressing, putting devices on"), HOW_LONG)
            .simple("Pour vous habiller, avez-vous besoin d'aide ?")
            .known(&[Known::Habit(H::Washing), Known::Devices]),
        Q::new("daily.toilet", Asked::One(HELP), ("Aller aux toilettes, être changé", "Using the toilet, being changed"), HOW_LONG)
            .known(&[Known::Habit(H::Elimination)]),
        Q::new("daily.eat", Asked::One(HELP), ("Manger et boire, préparer un repas", "Eating and drinking, making a meal"), HOW_LONG)
            .known(&[Known::Habit(H::Meals)]),
        Q::new(
            "daily.move",
            Asked::One(HELP),
            ("Se lever, marcher, monter l'escalier", "Getting up, walking, climbing stairs"),
            ("Jusqu'où, avec quoi, avec qui. Et les chutes.", "How far, with what, with whom. And falls."),
        )
        .known(&[Known::Habit(H::Moving), Known::Devices]),
        Q::new(
            "daily.out",
            Asked::One(HELP),
            ("Sortir, prendre les transports", "Going out, taking transport"),
            ("Seul, accompagné, en taxi, en voiture aménagée. Combien de trajets par semaine, et combien de kilomètres.", "Alone, accompanied, by taxi, in an adapted car. How many journeys a week, and how many kilometres."),
        )
        .known(&[Known::Habit(H::Moving)]),
        Q::new(
            "daily.speak",
            Asked::One(HELP),
            ("Parler, comprendre, se faire comprendre", "Speaking, understanding, being understood"),
            ("Par quels moyens : mots, signes, pictogrammes, regard. Ce que les inconnus comprennent.", "By what means: words, signs, pictograms, eyes. What strangers understand."),
        )
        .known(&[Known::Habit(H::Communication)]),
        Q::new(
            "daily.time",
            Asked::One(HELP),
            ("Se repérer dans le temps et dans l'espace, s'organiser", "Knowing the time and the way, organising"),
            ("L'heure, le chemin, l'argent, les consignes, se mettre en route.", "The hour, the way, money, instructions, getting started."),
        ),
        Q::new(
            "daily.watch",
            Asked::One(HELP),
            ("Rester seul, être en sécurité", "Staying alone, being safe"),
            ("Combien de temps la personne peut rester seule, et ce qui peut arriver. La nuit aussi.", "How long the person can stay alone, and what may happen. At night as well."),
        )
        .known(&[Known::Habit(H::Safety), Known::Habit(H::Emotions)]),
        Q::new(
            "daily.sleep",
            Asked::Text,
            ("La nuit", "The night"),
            ("Réveils, soins, surveillance : combien de fois, combien de temps, qui se lève.", "Waking, care, watching: how often, for how long, who gets up."),
        )
        .known(&[Known::Habit(H::Sleep)]),
        Q::new(
            "daily.tired",
            Asked::Text,
            ("La douleur, la fatigue", "Pain and tiredness"),
            ("Ce qui les déclenche, ce qu'elles empêchent, combien de jours par mois.", "What sets them off, what they prevent, how many days a month."),
        )
        .known(&[Known::Habit(H::Pain)]),
        Q::new(
            "daily.care",
            Asked::List,
            ("Les soins et les séances", "Care and sessions"),
            ("Une ligne chacun : avec qui, combien de fois par semaine, où, qui accompagne.", "A line each: with whom, how often a week, where, who goes along."),
        )
        .known(&[Known::FollowUp, Known::Professionals, Known::Habit(H::DailyCare)]),
        Q::new(
            "daily.treatments",
            Asked::List,
            ("Les traitements", "Treatments"),
            ("Une ligne chacun, et leurs effets sur la journée.", "A line each, and their effects on the day."),
        )
        .known(&[Known::Treatments]),
        Q::new(
            "daily.equipment",
            Asked::List,
            ("Le matériel et l'appareillage", "Equipment and devices"),
            ("Une ligne chacun : ce qui existe, et ce qu'il faudrait.", "A line each: what there is, and what would be needed."),
        )
        .known(&[Known::Devices]),
        Q::new(
            "daily.housing",
            Asked::Text,
            ("Le logement", "Housing"),
            ("Étages, marches, salle de bains, travaux faits ou à faire.", "Floors, steps, bathroom, works done or to be done."),
        ),
        Q::new(
            "daily.costs",
            Asked::List,
            ("Ce que cela vous coûte", "What it costs you"),
            (
                "Une ligne par dépense : quoi, combien par mois, ce qui n'est pas remboursé. Gardez les factures.",
                "A line for each expense: what, how much a month, what is not reimbursed. Keep the bills.",
            ),
        ),
        Q::new(
            "daily.paid_help",
            Asked::Text,
            ("Les aides que vous avez déjà", "The help you already have"),
            ("Auxiliaire, infirmière, garde, taxi : combien d'heures, payées par qui.", "Helper, nurse, sitter, taxi: how many hours, paid by whom."),
        ),
    ],
};
