//! The papers that go with the file.

use super::{ANY, VERIFIED};
use crate::lists::DocumentKind as D;
use crate::mdph::question::{Asked, Known, Part, Question as Q};

pub(super) const PART: Part = Part {
    id: "pieces",
    title: ("Les papiers à joindre", "The papers to join"),
    why: (
        "Choisissez-les parmi les documents du carnet : ils partent avec le dossier, en un seul téléchargement.",
        "Choose them among the documents of the carnet: they go with the file, in one download.",
    ),
    source: "place-handicap.fr (dossier minimal) ; MACSF et MDPH du Finistère (certificat médical Cerfa 15695*01) ; Saône-et-Loire",
    verified: VERIFIED,
    from_age: 0,
    to_age: ANY,
    questions: &[
        Q::new(
            "pieces.certificate",
            Asked::Documents,
            ("Le certificat médical pour la MDPH", "The medical certificate for the MDPH"),
            (
                "Cerfa 15695*01, rempli par le médecin. Il doit avoir moins de 12 mois le jour du dépôt ; certaines MDPH demandent moins de 6 mois.",
                "Cerfa 15695*01, filled in by the doctor. Less than 12 months old on the day of filing; some MDPH ask for less than 6.",
            ),
        )
        .known(&[Known::Papers(D::Certificate)]),
        Q::new(
            "pieces.identity",
            Asked::Documents,
            ("Les pièces d'identité", "Identity papers"),
            ("De la personne, et de chaque parent ou représentant.", "Of the person, and of each parent or representative."),
        )
        .known(&[Known::Papers(D::IdentityPaper)]),
        Q::new(
            "pieces.address",
            Asked::Documents,
            ("Un justificatif de domicile", "A proof of address"),
            ("Une facture récente, une quittance de loyer.", "A recent bill, a rent receipt."),
        ),
        Q::new(
            "pieces.judgment",
            Asked::Documents,
            ("Le jugement, s'il y en a un", "The judgment, if there is one"),
            ("Tutelle, curatelle, habilitation, résidence de l'enfant.", "Guardianship, curatorship, empowerment, the child's residence."),
        )
        .known(&[Known::Papers(D::Judgment)]),
        Q::new(
            "pieces.reports",
            Asked::Documents,
            ("Les bilans et comptes rendus", "Assessments and reports"),
            ("Les plus récents et les plus parlants : trois bons bilans valent mieux que trente.", "The newest and the most telling: three good ones are better than thirty."),
        )
        .known(&[Known::Papers(D::Assessment), Known::Papers(D::ConsultationReport), Known::Papers(D::HospitalReport)]),
        Q::new(
            "pieces.school",
            Asked::Documents,
            ("Les papiers de l'école", "School papers"),
            ("Le GEVA-Sco (compte rendu de l'équipe de suivi), le PAI, le bulletin.", "The GEVA-Sco (report of the follow-up team), the PAI, the school report."),
        )
        .known(&[Known::Papers(D::SchoolPlan), Known::Papers(D::MeetingReport)]),
        Q::new(
            "pieces.costs",
            Asked::Documents,
            ("Les devis et factures", "Quotes and bills"),
            ("Matériel, séances non remboursées, transports, travaux.", "Equipment, sessions not reimbursed, journeys, works."),
        )
        .known(&[Known::Papers(D::Quote)]),
        Q::new(
            "pieces.other",
            Asked::Documents,
            ("Autre chose", "Something else"),
            ("L'ancienne notification, un courrier, un curriculum vitæ.", "The last notification, a letter, a curriculum vitae."),
        )
        .known(&[Known::Papers(D::Notification), Known::Papers(D::Letter)]),
    ],
};
