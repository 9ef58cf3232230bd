//! Who asks, for whom.

use super::{ANY, VERIFIED};
use crate::mdph::question::{Asked, Known, Part, Question as Q};

pub(super) const PART: Part = Part {
    id: "identity",
    title: ("Qui fait la demande", "Who is asking"),
    why: (
        "Pour que la MDPH (maison départementale des personnes handicapées) retrouve le dossier et puisse vous joindre.",
        "So that the MDPH (the office for disabled people of the département) finds the file and can reach you.",
    ),
    source: "Formulaire de demande Cerfa 15692*01, partie A (place-handicap.fr)",
    verified: VERIFIED,
    from_age: 0,
    to_age: ANY,
    questions: &[
        Q::new(
            "identity.name",
            Asked::Line,
            ("Nom et prénoms de la personne concernée", "Names of the person the request is for"),
            ("Comme sur la carte d'identité ou le livret de famille.", "As on the identity card."),
        )
        .simple("Comment s'appelle la personne ?")
        .known(&[Known::Name]),
        Q::new(
            "identity.birth",
            Asked::Line,
            ("Date et lieu de naissance", "Date and place of birth"),
            ("Le jour, le mois, l'année, et la ville.", "Day, month, year, and town."),
        )
        .known(&[Known::Birth]),
        Q::new(
            "identity.nir",
            Asked::Line,
            ("Numéro de sécurité sociale", "Social security number"),
            (
                "Celui de la personne, ou du parent qui la couvre : il est sur la carte Vitale.",
                "The person's own, or that of the parent who covers them: it is on the carte Vitale.",
            ),
        )
        .known(&[Known::Nir]),
        Q::new(
            "identity.address",
            Asked::Text,
            ("Adresse", "Address"),
            (
                "Où la personne vit. Si elle vit à deux adresses, écrivez les deux et dites qui habite où.",
                "Where the person lives. If at two addresses, write both and say who lives where.",
            ),
        )
        .known(&[Known::Address]),
        Q::new(
            "identity.reach",
            Asked::Text,
            ("Comment vous joindre", "How to reach you"),
            ("Téléphone, adresse e-mail, et les heures qui vous vont.", "Telephone, e-mail, and the hours that suit you."),
        )
        .known(&[Known::Reach]),
        Q::new(
            "identity.decides",
            Asked::Text,
            ("Qui décide pour la personne, ou avec elle ?", "Who decides for the person, or with them?"),
            (
                "Les parents, un tuteur, un curateur. S'il y a un jugement, dites sa date et joignez-le.",
                "Parents, a guardian, a curator. If there is a judgment, give its date and join it.",
            ),
        )
        .known(&[Known::Guardians]),
        Q::new(
            "identity.file_number",
            Asked::Line,
            ("Numéro de dossier à la MDPH", "File number at the MDPH"),
            (
                "Il est en haut de chaque courrier de la MDPH. Rien à écrire si c'est la première demande.",
                "It stands at the top of each letter from the MDPH. Nothing to write if this is the first request.",
            ),
        ),
        Q::new(
            "identity.other_department",
            Asked::Line,
            ("Un dossier existe-t-il dans un autre département ?", "Is there a file in another département?"),
            ("Si vous avez déménagé : lequel, et l'ancien numéro.", "If you have moved: which, and the old number."),
        ),
        Q::new(
            "identity.fund",
            Asked::Line,
            ("Caisse d'allocations familiales ou MSA", "Family benefits office (CAF or MSA)"),
            ("Laquelle, et votre numéro d'allocataire.", "Which one, and your number there."),
        ),
        Q::new(
            "identity.understood",
            Asked::Text,
            ("Que faut-il prévoir pour un rendez-vous ?", "What is needed for an appointment?"),
            (
                "Interprète, langue des signes, pictogrammes, fauteuil, endroit calme, visite à la maison.",
                "Interpreter, sign language, pictograms, wheelchair, a quiet place, a visit at home.",
            ),
        )
        .known(&[Known::Languages, Known::Habit(crate::lists::HabitHeading::Communication)]),
        Q::new(
            "identity.helper",
            Asked::Text,
            ("Quelqu'un vous aide-t-il pour ce dossier ?", "Does somebody help you with this file?"),
            (
                "Une assistante sociale, une association, un proche : son nom et comment le joindre.",
                "A social worker, an association, a friend: the name and how to reach them.",
            ),
        ),
    ],
};
