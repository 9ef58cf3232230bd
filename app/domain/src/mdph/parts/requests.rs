//! What is asked for, right by right.

use super::{ANY, VERIFIED};
use crate::mdph::question::{Asked, Part, Question as Q};

pub(super) const PART: Part = Part {
    id: "requests",
    title: ("Ce que vous demandez", "What you ask for"),
    why: (
        "La MDPH peut vous proposer autre chose d'après vos réponses ; dites quand même ce que vous attendez.",
        "The MDPH may propose something else from your answers; say all the same what you expect.",
    ),
    source: "Formulaire de demande Cerfa 15692*01, partie E ; droits : info-handicap.com, service-public.fr, juriblio.fr (CASF)",
    verified: VERIFIED,
    from_age: 0,
    to_age: ANY,
    questions: &[
        Q::new(
            "requests.aeeh",
            Asked::Request,
            (
                "AEEH, allocation d'éducation de l'enfant handicapé",
                "AEEH, allowance for a disabled child's education",
            ),
            (
                "Avant 20 ans. Elle aide à payer ce que le handicap coûte.",
                "Before 20. It helps to pay what disability costs.",
            ),
        )
        .simple("Voulez-vous l'aide pour les enfants handicapés (AEEH) ?"),
        Q::new(
            "requests.aeeh_more",
            Asked::Request,
            ("Complément de l'AEEH", "Supplement of the AEEH"),
            (
                "Si vous payez beaucoup, travaillez moins ou payez quelqu'un. Il peut être revu dès que la situation change.",
                "If you pay a lot, work less or pay somebody. It can be looked at again as soon as things change.",
            ),
        ),
        Q::new(
            "requests.pch",
            Asked::Request,
            (
                "PCH, prestation de compensation du handicap",
                "PCH, compensation for disability",
            ),
            (
                "Aide humaine, matériel, logement, véhicule, transports. Dites quels besoins et combien de temps par jour.",
                "Human help, equipment, housing, car, journeys. Say which needs, and how long a day.",
            ),
        ),
        Q::new(
            "requests.aah",
            Asked::Request,
            (
                "AAH, allocation aux adultes handicapés",
                "AAH, allowance for disabled adults",
            ),
            (
                "À partir de 20 ans ; à 16 ans si la personne n'est plus à charge.",
                "From 20; at 16 if the person is no longer a dependant.",
            ),
        ),
        Q::new(
            "requests.card_disability",
            Asked::Request,
            (
                "Carte mobilité inclusion, invalidité ou priorité",
                "Mobility inclusion card, disability or priority",
            ),
            (
                "Pour ne pas attendre debout, et pour certaines aides.",
                "Not to stand and wait, and for some kinds of help.",
            ),
        ),
        Q::new(
            "requests.card_parking",
            Asked::Request,
            (
                "Carte mobilité inclusion, stationnement",
                "Mobility inclusion card, parking",
            ),
            (
                "Dites quelle distance la personne marche, avec quoi, avec qui.",
                "Say how far the person walks, with what, with whom.",
            ),
        ),
        Q::new(
            "requests.school",
            Asked::Request,
            (
                "Aide à l'école (AESH, matériel, aménagements)",
                "Help at school (assistant, equipment, adaptations)",
            ),
            (
                "Le détail est dans la partie sur l'école.",
                "The details are in the part about school.",
            ),
        ),
        Q::new(
            "requests.structure",
            Asked::Request,
            (
                "Un établissement ou un service (SESSAD, IME, SAMSAH, foyer…)",
                "An institution or service (SESSAD, IME, SAMSAH, home…)",
            ),
            (
                "Vous pouvez nommer celui que vous voulez. Il y a souvent une longue attente : demandez tôt.",
                "You can name the one you want. The wait is often long: ask early.",
            ),
        ),
        Q::new(
            "requests.worker",
            Asked::Request,
            (
                "RQTH, reconnaissance de travailleur handicapé",
                "RQTH, recognition as a disabled worker",
            ),
            (
                "À partir de 16 ans, pour des aménagements et des aides au travail.",
                "From 16, for adaptations and help at work.",
            ),
        ),
        Q::new(
            "requests.career",
            Asked::Request,
            (
                "Orientation professionnelle (formation, ESAT, emploi)",
                "Vocational guidance (training, sheltered work, job)",
            ),
            (
                "Le détail est dans la partie sur le travail.",
                "The details are in the part about work.",
            ),
        ),
        Q::new(
            "requests.parent_insurance",
            Asked::Request,
            (
                "Retraite de l'aidant (assurance vieillesse)",
                "The carer's pension insurance",
            ),
            (
                "Si vous avez réduit ou arrêté votre travail pour aider.",
                "If you have cut down or stopped work to help.",
            ),
        ),
        Q::new(
            "requests.other",
            Asked::Text,
            ("Autre chose que vous demandez", "Anything else you ask for"),
            (
                "Avec vos mots, même sans savoir comment cela s'appelle.",
                "In your own words, even without knowing what it is called.",
            ),
        ),
    ],
};
