//! School and studies.

use super::VERIFIED;
use crate::lists::{HabitHeading, StepKind};
use crate::mdph::question::{Asked, Choice, Known, Part, Question as Q};

/// The step that tells of a school: what [`Known::SchoolNow`] looks for.
pub(in crate::mdph) const SCHOOL: StepKind = StepKind::School;

const WHERE: &[Choice] = &[
    Choice::new("ordinary", "École ordinaire", "Ordinary school"),
    Choice::new(
        "ulis",
        "Classe ULIS (unité localisée pour l'inclusion scolaire)",
        "ULIS class (inclusion unit)",
    ),
    Choice::new(
        "structure",
        "Établissement ou service médico-social",
        "Specialised institution or service",
    ),
    Choice::new(
        "shared",
        "Moitié école, moitié établissement",
        "Part school, part institution",
    ),
    Choice::new(
        "home",
        "À la maison, à l'hôpital ou par correspondance",
        "At home, in hospital or by correspondence",
    ),
    Choice::new(
        "none",
        "Pas d'école en ce moment",
        "No school at the moment",
    ),
];

pub(super) const PART: Part = Part {
    id: "school",
    title: ("L'école, les études", "School and studies"),
    why: (
        "Pour une aide humaine, du matériel, des aménagements ou une orientation. Déposez entre janvier et mars pour la rentrée de septembre.",
        "For a helper, equipment, adaptations or a placement. File between January and March for September.",
    ),
    source: "Formulaire de demande Cerfa 15692*01, partie C ; équipe de suivi de la scolarisation (AccessiScol) ; Val-de-Marne, scolarisation",
    verified: VERIFIED,
    from_age: 2,
    to_age: 25,
    questions: &[
        Q::new(
            "school.where",
            Asked::One(WHERE),
            ("Où se passe l'école aujourd'hui ?", "Where does school take place today?"),
            ("Le nom de l'école, la classe, et combien d'heures par semaine.", "The school's name, the class, and how many hours a week."),
        )
        .simple("Où allez-vous à l'école ?")
        .known(&[Known::SchoolNow]),
        Q::new(
            "school.well",
            Asked::Text,
            ("Qu'est-ce qui va bien à l'école ?", "What goes well at school?"),
            ("Ce qu'il aime, ce qu'elle réussit, avec qui.", "What they like, what they succeed in, with whom."),
        ),
        Q::new(
            "school.hard",
            Asked::Text,
            ("Qu'est-ce qui est difficile à l'école ?", "What is difficult at school?"),
            (
                "Écrire, suivre, rester assis, se déplacer, la cantine, les autres, la fatigue. Donnez des exemples.",
                "Writing, following, sitting, moving about, the canteen, others, tiredness. Give examples.",
            ),
        )
        .known(&[Known::Habit(HabitHeading::Learning), Known::Papers(crate::lists::DocumentKind::SchoolPlan)]),
        Q::new(
            "school.now",
            Asked::Text,
            ("Quelles aides existent déjà ?", "What help is there already?"),
            (
                "AESH (accompagnant d'élève) : combien d'heures ? Ordinateur, tiers-temps, soins sur le temps d'école, transport.",
                "School assistant (AESH): how many hours? Computer, extra time, care during school hours, transport.",
            ),
        )
        .known(&[Known::FollowUp]),
        Q::new(
            "school.needed",
            Asked::Text,
            ("Qu'est-ce qu'il faudrait ?", "What would be needed?"),
            ("Dites à quels moments et pour quoi faire : c'est ce qui décide des heures.", "Say when and for what: that is what decides the hours."),
        ),
        Q::new(
            "school.next",
            Asked::Text,
            ("Et l'an prochain, et après ?", "And next year, and after?"),
            ("Collège, lycée, apprentissage, établissement : ce que veut la personne, ce que vous voulez.", "Next school, apprenticeship, institution: what the person wants, what you want."),
        )
        .known(&[Known::Wishes]),
    ],
};
