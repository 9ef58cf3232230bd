//! Théo's reports with headings: an assessment, an equipment sheet, a meeting at school.

use super::book::{Book, to};
use crate::entry::{Entry, Report, ReportPart};
use crate::lists::{Discipline, ReportHeading as H, ReportKind};

pub(super) fn write(book: &mut Book) {
    let parts = |parts: &[(H, &str)]| -> Vec<ReportPart> {
        let part = |(heading, text): &(H, &str)| ReportPart {
            heading: Some(*heading),
            title: String::new(),
            text: (*text).into(),
        };
        parts.iter().map(part).collect()
    };
    let assessment = Report {
        report_kind: Some(ReportKind::Assessment),
        discipline: Some(Discipline::Physiotherapy),
        date: Some(book.ago(24)),
        place: "Cabinet".into(),
        people: "Théo, sa maman".into(),
        parts: parts(&[
            (
                H::Request,
                "Bilan de fin d'année, avant le renouvellement de l'attelle.",
            ),
            (
                H::Pain,
                "Pas de douleur au repos. 2 sur 10 au mollet après la récréation.",
            ),
            (
                H::Range,
                "Cheville gauche, genou tendu : 5° de flexion dorsale. Hanches libres.",
            ),
            (
                H::Strength,
                "Raideur du mollet gauche en fin de journée, moindre le matin.",
            ),
            (
                H::Gait,
                "Marche sans aide. 520 mètres en six minutes avec l'attelle, sans pause.",
            ),
            (
                H::Aims,
                "Garder l'amplitude de la cheville jusqu'à l'été ; courir à la récréation.",
            ),
        ]),
        summary: "Bonne année. On continue deux séances par semaine et les étirements du soir."
            .into(),
        next: Some(book.soon(160)),
        ..Report::default()
    };
    book.add("cr-bilan", Entry::Report(assessment));
    let equipment = Report {
        report_kind: Some(ReportKind::Equipment),
        discipline: Some(Discipline::Orthotics),
        date: Some(book.ago(52)),
        place: "Atelier d'orthopédie".into(),
        parts: parts(&[
            (
                H::Device,
                "Attelle de marche, jambe gauche, moulée sur mesure.",
            ),
            (
                H::Delivered,
                "Essayée deux fois, remise après retouche du bord de la malléole.",
            ),
            (H::Settings, "Pointure 34. Articulation bloquée à 90°."),
            (
                H::Wear,
                "8 heures par jour à l'école, 1 heure de pause à midi si la peau rougit.",
            ),
            (
                H::Skin,
                "Rougeur de la malléole partie en dix minutes : à surveiller, pas à traiter.",
            ),
            (
                H::Check,
                "Sangles à l'eau claire. Contrôle tous les six mois, plus tôt si elle serre.",
            ),
        ]),
        summary: "Attelle bien portée. Prévoir une nouvelle à la prochaine pointure.".into(),
        next: Some(book.soon(130)),
        documents: to(&["orthese-pied"]),
        ..Report::default()
    };
    book.add("cr-attelle", Entry::Report(equipment));
    let meeting = Report {
        report_kind: Some(ReportKind::SchoolMeeting),
        discipline: Some(Discipline::School),
        date: Some(book.ago(66)),
        place: "École".into(),
        people: "Théo, ses parents, la maîtresse, l'AESH, l'enseignante référente, le SESSAD"
            .into(),
        parts: parts(&[
            (
                H::OwnVoice,
                "Théo aimerait moins écrire et rester avec ses amis à la cantine.",
            ),
            (
                H::FamilyVoice,
                "Fatigue le jeudi. Les devoirs du soir sont devenus plus courts, cela aide.",
            ),
            (
                H::Strengths,
                "Très à l'aise à l'oral, curieux, aime les sciences.",
            ),
            (H::Needs, "Du temps pour écrire, une pause après le sport."),
            (
                H::Adaptations,
                "Ordinateur en classe, photocopies agrandies, un exercice sur deux.",
            ),
            (H::Support, "AESH douze heures par semaine : à redemander."),
            (
                H::Agreed,
                "Les aménagements continuent. Visite du collège au printemps.",
            ),
            (
                H::WhoDoesWhat,
                "Les parents : le dossier. Le SESSAD : la note de l'ergothérapeute.",
            ),
        ]),
        summary: "Une bonne réunion. On se revoit avant la demande pour le collège.".into(),
        next: Some(book.soon(80)),
        ..Report::default()
    };
    book.add("cr-ess", Entry::Report(meeting));
}
