//! Théo's course of life.

use chrono::Datelike;

use super::book::{Book, on, to};
use crate::entry::{Entry, Step};
use crate::lists::{StepKind, StepTrack};
use crate::partial_date::PartialDate;

pub(super) fn write(book: &mut Book) {
    school(book);
    medical(book);
    psychological(book);
    social(book);
}

/// One step for each school year, from the first of nursery school to the one that is going on.
fn school(book: &mut Book) {
    const CLASSES: [(&str, &str); 9] = [
        ("Petite section", ""),
        ("Moyenne section", ""),
        ("Grande section", ""),
        (
            "CP",
            "Interrompu en novembre par l'accident. École à l'hôpital puis au centre.",
        ),
        (
            "CP",
            "Repris à mi-temps, puis à plein temps en janvier. Première AESH.",
        ),
        ("CE1", "Ordinateur avec dictée vocale. Lit bien, écrit peu."),
        ("CE2", "Tiers-temps aux évaluations. Délégué de classe !"),
        (
            "CM1",
            "Exposé sur les chauves-souris devant toute la classe.",
        ),
        ("CM2", "Visites de collèges prévues."),
    ];
    let first = book.birth.year() + 3;
    for (year, (class, note)) in (first..=book.school_year()).zip(CLASSES) {
        let nursery = year - book.birth.year() < 6;
        let name = if nursery {
            "École maternelle Les Coquelicots"
        } else {
            "École Jules-Verne"
        };
        let ended = year < book.school_year();
        let aesh = year - book.birth.year() >= 7;
        book.add(
            &format!("classe-{}", year - first),
            Entry::Step(Step {
                track: Some(StepTrack::SocialEducational),
                step_kind: Some(StepKind::School),
                title: format!("{class}, {name}"),
                structure: name.into(),
                class: class.into(),
                follow_up: if aesh {
                    "AESH 12 heures par semaine, PAI, PPS.".into()
                } else {
                    String::new()
                },
                from: PartialDate::month_of(year, 9),
                to: PartialDate::month_of(year + 1, 7).filter(|_| ended),
                contact: (!nursery).then(|| "ecole".into()),
                note: note.into(),
                documents: if ended {
                    Vec::new()
                } else {
                    to(&["pai", "geva-sco"])
                },
                ..Step::default()
            }),
        );
    }
}

fn medical(book: &mut Book) {
    book.add(
        "accident",
        Entry::Step(Step {
            track: Some(StepTrack::Medical),
            step_kind: Some(StepKind::LifeEvent),
            title: "Accident de vélo".into(),
            from: on(book.in_year(6, 11, 12)),
            note: "Chute sans casque dans la descente du parc. SAMU sur place en onze minutes."
                .into(),
            documents: to(&["cr-neurochirurgie"]),
            ..Step::default()
        }),
    );
    book.add(
        "suivi-mpr",
        Entry::Step(Step {
            track: Some(StepTrack::Medical),
            step_kind: Some(StepKind::FollowUp),
            title: "Suivi en médecine de rééducation".into(),
            structure: "Centre de rééducation Les Érables".into(),
            follow_up: "Consultation tous les quatre mois, appareillage, injections.".into(),
            from: book.month(7, 5),
            contact: Some("dr-diallo".into()),
            documents: to(&["bilan-kine"]),
            ..Step::default()
        }),
    );
    book.add(
        "suivi-neuro",
        Entry::Step(Step {
            track: Some(StepTrack::Medical),
            step_kind: Some(StepKind::FollowUp),
            title: "Suivi en neuropédiatrie".into(),
            structure: "Hôpital d'enfants des Tilleuls".into(),
            follow_up: "Consultation et EEG tous les six mois.".into(),
            from: book.month(7, 2),
            contact: Some("dr-kessler".into()),
            ..Step::default()
        }),
    );
}

fn psychological(book: &mut Book) {
    book.add(
        "psy-centre",
        Entry::Step(Step {
            track: Some(StepTrack::Psychological),
            step_kind: Some(StepKind::FollowUp),
            title: "Psychologue du centre".into(),
            structure: "Centre de rééducation Les Érables".into(),
            follow_up: "Chaque semaine, avec les parents une fois sur quatre.".into(),
            from: book.month(7, 1),
            to: book.month(8, 8),
            note: "Cauchemars de l'accident, passés en quelques mois.".into(),
            ..Step::default()
        }),
    );
    book.add(
        "psy-sessad",
        Entry::Step(Step {
            track: Some(StepTrack::Psychological),
            step_kind: Some(StepKind::FollowUp),
            title: "Neuropsychologue du SESSAD".into(),
            structure: "SESSAD du Val".into(),
            follow_up: "Tous les quinze jours : attention, mémoire, fatigue.".into(),
            from: book.month(8, 9),
            contact: Some("neuropsy".into()),
            documents: to(&["bilan-neuropsy"]),
            ..Step::default()
        }),
    );
}

fn social(book: &mut Book) {
    book.add(
        "creche",
        Entry::Step(Step {
            track: Some(StepTrack::SocialEducational),
            step_kind: Some(StepKind::Structure),
            title: "Crèche Les Moussaillons".into(),
            structure: "Crèche Les Moussaillons".into(),
            from: book.month(1, 1),
            to: book.month(3, 7),
            ..Step::default()
        }),
    );
    book.add(
        "zoe-nait",
        Entry::Step(Step {
            track: Some(StepTrack::SocialEducational),
            step_kind: Some(StepKind::LifeEvent),
            title: "Naissance de Zoé".into(),
            from: PartialDate::day(book.aged(3, 5)),
            ..Step::default()
        }),
    );
    book.add(
        "orientation-sessad",
        Entry::Step(Step {
            track: Some(StepTrack::SocialEducational),
            step_kind: Some(StepKind::Orientation),
            title: "Orientation vers un SESSAD".into(),
            structure: "MDPH du Rhône".into(),
            orientation: "Accord pour un SESSAD moteur, une AESH 12 heures et du matériel adapté."
                .into(),
            from: on(book.in_year(8, 4, 10)),
            to: on(book.in_year(8, 8, 31)),
            contact: Some("mdph".into()),
            documents: to(&["notification"]),
            ..Step::default()
        }),
    );
    book.add("sessad-suivi", Entry::Step(Step {
        track: Some(StepTrack::SocialEducational),
        step_kind: Some(StepKind::Structure),
        title: "SESSAD du Val".into(),
        structure: "SESSAD du Val".into(),
        follow_up: "Kiné deux fois, ergo une fois, neuropsychologue tous les quinze jours, éducatrice une fois par mois.".into(),
        from: book.month(8, 9),
        contact: Some("sessad".into()),
        documents: to(&["projet"]),
        ..Step::default()
    }));
    book.add(
        "handisport",
        Entry::Step(Step {
            track: Some(StepTrack::SocialEducational),
            step_kind: Some(StepKind::LifeEvent),
            title: "Premier match de foot avec l'équipe mixte".into(),
            from: on(book.in_year(9, 6, 14)),
            note: "Gardien, comme il voulait.".into(),
            ..Step::default()
        }),
    );
}
