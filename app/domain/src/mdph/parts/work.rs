//! Work and training.

use super::{ANY, VERIFIED};
use crate::mdph::question::{Asked, Choice, Part, Question as Q};

const NOW: &[Choice] = &[
    Choice::new("school", "À l'école ou en études", "At school or studying"),
    Choice::new(
        "training",
        "En formation ou en apprentissage",
        "In training or an apprenticeship",
    ),
    Choice::new("job", "Au travail", "At work"),
    Choice::new("sick", "En arrêt de travail", "On sick leave"),
    Choice::new(
        "esat",
        "En ESAT (établissement ou service d'aide par le travail)",
        "In an ESAT (sheltered work)",
    ),
    Choice::new("seeking", "En recherche d'emploi", "Looking for work"),
    Choice::new("none", "Sans activité", "Without work"),
    Choice::new("retired", "À la retraite", "Retired"),
];

pub(super) const PART: Part = Part {
    id: "work",
    title: ("Le travail, la formation", "Work and training"),
    why: (
        "À partir de 16 ans : pour être reconnu travailleur handicapé, se former, trouver ou garder un travail.",
        "From the age of 16: to be recognised as a disabled worker, to train, to find or keep a job.",
    ),
    source: "Formulaire de demande Cerfa 15692*01, partie D",
    verified: VERIFIED,
    from_age: 15,
    to_age: ANY,
    questions: &[
        Q::new(
            "work.now",
            Asked::One(NOW),
            ("Où en êtes-vous aujourd'hui ?", "Where do you stand today?"),
            (
                "Depuis quand, chez qui, combien d'heures.",
                "Since when, with whom, how many hours.",
            ),
        ),
        Q::new(
            "work.learned",
            Asked::Text,
            (
                "Qu'avez-vous appris, qu'avez-vous déjà fait ?",
                "What have you learned, what have you done?",
            ),
            (
                "Diplômes, stages, emplois, bénévolat.",
                "Diplomas, placements, jobs, volunteering.",
            ),
        ),
        Q::new(
            "work.hard",
            Asked::Text,
            (
                "Qu'est-ce qui est difficile dans le travail ?",
                "What is difficult at work?",
            ),
            (
                "Le trajet, la fatigue, les gestes, le bruit, le rythme, les consignes.",
                "The journey, tiredness, movements, noise, pace, instructions.",
            ),
        ),
        Q::new(
            "work.adapted",
            Asked::Text,
            (
                "Quels aménagements aident, ou aideraient ?",
                "Which adaptations help, or would help?",
            ),
            (
                "Horaires, poste, matériel, quelqu'un à qui parler.",
                "Hours, workplace, equipment, somebody to talk to.",
            ),
        ),
        Q::new(
            "work.wish",
            Asked::Text,
            ("Que voulez-vous faire ?", "What do you want to do?"),
            (
                "Un métier, une formation, un essai, ou pas encore d'idée.",
                "A trade, training, a trial, or no idea yet.",
            ),
        ),
    ],
};
