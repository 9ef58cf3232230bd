//! The carer, who may answer apart.

use super::{ANY, VERIFIED};
use crate::mdph::question::{Asked, Known, Part, Question as Q};

pub(super) const PART: Part = Part {
    id: "carer",
    title: ("Vous qui aidez", "You who help"),
    why: (
        "Vous avez le droit de dire votre vie à vous. Cette partie est facultative.",
        "You have the right to speak of your own life. This part is optional.",
    ),
    source: "Formulaire de demande Cerfa 15692*01, partie F (vie de l'aidant familial)",
    verified: VERIFIED,
    from_age: 0,
    to_age: ANY,
    questions: &[
        Q::new(
            "carer.who",
            Asked::Text,
            ("Qui aide, et depuis quand ?", "Who helps, and since when?"),
            (
                "Chaque personne, son lien, si elle vit sous le même toit.",
                "Each person, the relation, and whether under the same roof.",
            ),
        )
        .known(&[Known::Carers]),
        Q::new(
            "carer.what",
            Asked::Text,
            (
                "Que faites-vous, et combien de temps ?",
                "What do you do, and for how long?",
            ),
            (
                "Le jour, la nuit, les trajets, les papiers, les soins. Comptez une journée ordinaire, heure par heure.",
                "By day, by night, journeys, papers, care. Count an ordinary day, hour by hour.",
            ),
        ),
        Q::new(
            "carer.work",
            Asked::Text,
            (
                "Qu'est-ce que cela change à votre travail ?",
                "What does it change in your work?",
            ),
            (
                "Temps partiel, arrêt, congé : depuis quand, de combien. Cela compte pour le complément de l'AEEH.",
                "Part time, stopping, leave: since when, by how much. It counts for the AEEH supplement.",
            ),
        ),
        Q::new(
            "carer.self",
            Asked::Story,
            ("Et vous, comment allez-vous ?", "And you, how are you?"),
            (
                "Le sommeil, la santé, le couple, les frères et sœurs. Ce n'est pas se plaindre.",
                "Sleep, health, the couple, brothers and sisters. It is not complaining.",
            ),
        ),
        Q::new(
            "carer.rest",
            Asked::Text,
            (
                "Qu'est-ce qui vous soulagerait ?",
                "What would bring you relief?",
            ),
            (
                "Un relais le week-end, un accueil de quelques jours, quelqu'un pour les trajets, pouvoir en parler.",
                "Somebody at weekends, a stay of some days, somebody for the journeys, being able to talk.",
            ),
        ),
        Q::new(
            "carer.later",
            Asked::Text,
            (
                "Si vous ne pouviez plus aider, que se passerait-il ?",
                "If you could no longer help, what would happen?",
            ),
            (
                "Qui prendrait le relais, pour combien de temps.",
                "Who would take over, for how long.",
            ),
        ),
    ],
};
