//! Expectations and the life project, in the person's words.

use super::{ANY, VERIFIED};
use crate::lists::HabitHeading;
use crate::mdph::question::{Asked, Known, Part, Question as Q};

pub(super) const PART: Part = Part {
    id: "project",
    title: ("Votre vie, vos attentes", "Your life, what you hope for"),
    why: (
        "La commission doit savoir qui est la personne et ce qu'elle veut. C'est à vous de le dire, avec vos mots. Vous pouvez aussi parler.",
        "The commission has to know who the person is and what they want. It is for you to say, in your own words. You can also speak.",
    ),
    source: "Formulaire de demande Cerfa 15692*01, partie B (projet de vie) ; ANAP, attentes de la personne",
    verified: VERIFIED,
    from_age: 0,
    to_age: ANY,
    questions: &[
        Q::new(
            "project.who",
            Asked::Story,
            ("Qui est la personne ?", "Who is the person?"),
            (
                "Sa famille, ce qu'elle aime, ce qui la fait rire, ce qu'elle sait faire. Pas son dossier médical.",
                "Family, likes, what makes them laugh, what they can do. Not the medical file.",
            ),
        )
        .simple("Parlez de vous. Qu'est-ce que vous aimez ?")
        .known(&[Known::Habit(HabitHeading::WhoIAm), Known::Habit(HabitHeading::Days)]),
        Q::new(
            "project.life",
            Asked::Story,
            ("Comment voulez-vous vivre, maintenant et plus tard ?", "How do you want to live, now and later?"),
            (
                "C'est le projet de vie. Racontez une journée qui va bien, et ce qu'il faudrait pour qu'il y en ait plus. Il n'y a pas de mauvaise réponse.",
                "This is the life project. Tell of a day that goes well, and what it would take to have more of them. There is no wrong answer.",
            ),
        )
        .simple("Comment voulez-vous vivre ?")
        .known(&[Known::Wishes]),
        Q::new(
            "project.hard",
            Asked::Story,
            ("Qu'est-ce qui est difficile aujourd'hui ?", "What is difficult today?"),
            (
                "Pour la personne et pour ceux qui vivent avec elle. Racontez aussi un jour qui va mal : c'est ce que l'équipe ne voit pas.",
                "For the person and for those who live with them. Tell of a bad day too: that is what the team does not see.",
            ),
        )
        .simple("Qu'est-ce qui est difficile pour vous ?")
        .known(&[Known::Habit(HabitHeading::Emotions), Known::Habit(HabitHeading::Pain)]),
        Q::new(
            "project.home",
            Asked::Text,
            ("À la maison, que souhaitez-vous ?", "At home, what do you wish for?"),
            ("De l'aide le matin, du matériel, des travaux, du repos.", "Help in the morning, equipment, works, some rest."),
        ),
        Q::new(
            "project.learning",
            Asked::Text,
            ("À l'école, en formation ou au travail, que souhaitez-vous ?", "At school, in training or at work, what do you wish for?"),
            ("Où, avec qui, avec quelle aide.", "Where, with whom, with what help."),
        )
        .known(&[Known::Habit(HabitHeading::Learning)]),
        Q::new(
            "project.out",
            Asked::Text,
            ("Sortir, voir des amis, faire du sport : que souhaitez-vous ?", "Going out, seeing friends, sport: what do you wish for?"),
            ("Ce qui se fait déjà, ce qui manque.", "What is done already, what is missing."),
        )
        .known(&[Known::Habit(HabitHeading::Activities), Known::Habit(HabitHeading::Social)]),
        Q::new(
            "project.changed",
            Asked::Text,
            ("Qu'est-ce qui a changé depuis la dernière demande ?", "What has changed since the last request?"),
            (
                "Un nouveau diagnostic, un déménagement, une fatigue, un progrès, une séparation. Si rien n'a changé, dites-le.",
                "A new diagnosis, a move, tiredness, progress, a separation. If nothing has changed, say so.",
            ),
        )
        .known(&[Known::Stays]),
        Q::new(
            "project.urgent",
            Asked::Text,
            ("Y a-t-il une urgence ?", "Is there something urgent?"),
            (
                "Un droit qui s'arrête, une école qui ne peut plus, un retour à la maison, une situation qui devient dangereuse : dites la date.",
                "A right that ends, a school that cannot go on, a return home, a situation becoming dangerous: give the date.",
            ),
        ),
    ],
};
