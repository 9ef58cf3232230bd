//! Théo's stays and operations.

use super::book::{Book, on, to};
use crate::entry::{Entry, Stay};
use crate::lists::StayKind;

pub(super) fn write(book: &mut Book) {
    let accident = book.in_year(6, 11, 12);
    let hospital = |title: &str, stay_kind: StayKind| Stay {
        title: title.into(),
        stay_kind: Some(stay_kind),
        place: "Hôpital d'enfants des Tilleuls".into(),
        ..Stay::default()
    };
    book.add(
        "naissance",
        Entry::Stay(Stay {
            place: "Maternité du Parc".into(),
            from: on(book.birth),
            to: on(book.birth + chrono::Days::new(4)),
            done: "Né à terme, 3,420 kg et 50 cm. Tout allait bien.".into(),
            ..hospital("Naissance", StayKind::Hospital)
        }),
    );
    book.add(
        "operation-crane",
        Entry::Stay(Stay {
            unit: "Neurochirurgie".into(),
            doctor: "Dr Morel".into(),
            from: on(accident),
            to: on(accident),
            done:
                "Évacuation d'un hématome extra-dural gauche, en urgence, après une chute de vélo."
                    .into(),
            anaesthesia: "Intubation facile. Réveil agité, calmé par la voix de sa mère.".into(),
            implants: "Deux plaques et six vis en titane.".into(),
            documents: to(&["cr-neurochirurgie"]),
            ..hospital("Opération du crâne", StayKind::Operation)
        }),
    );
    book.add(
        "reanimation",
        Entry::Stay(Stay {
            unit: "Réanimation pédiatrique".into(),
            from: on(accident),
            to: on(book.in_year(6, 11, 21)),
            done: "Neuf jours, dont quatre endormi.".into(),
            note: "Une photo de Zoé au pied du lit l'a beaucoup aidé au réveil.".into(),
            ..hospital("Réanimation", StayKind::IntensiveCare)
        }),
    );
    book.add(
        "neuropediatrie",
        Entry::Stay(Stay {
            unit: "Neuropédiatrie".into(),
            doctor: "Dr Kessler".into(),
            from: on(book.in_year(6, 11, 21)),
            to: on(book.in_year(6, 12, 18)),
            done: "Premiers mots au bout d'une semaine, assis seul au bout de deux.".into(),
            documents: to(&["cr-neuropediatrie"]),
            ..hospital("Neuropédiatrie", StayKind::Hospital)
        }),
    );
    book.add(
        "reeducation",
        Entry::Stay(Stay {
            place: "Centre de rééducation Les Érables".into(),
            doctor: "Dr Diallo".into(),
            from: on(book.in_year(6, 12, 18)),
            to: on(book.in_year(7, 4, 30)),
            done: "Kiné, ergo et orthophonie tous les jours. Reparti en marchant.".into(),
            ..hospital("Rééducation, en semaine", StayKind::Rehabilitation)
        }),
    );
    book.add(
        "urgences-allergie",
        Entry::Stay(Stay {
            unit: "Urgences".into(),
            from: on(book.in_year(7, 10, 8)),
            to: on(book.in_year(7, 10, 8)),
            done: "Allergie à l'amoxicilline. Surveillé six heures.".into(),
            documents: to(&["cr-urgences-allergie"]),
            ..hospital("Urgences : allergie à l'amoxicilline", StayKind::Emergency)
        }),
    );
    injections(book);
    book.add(
        "dents",
        Entry::Stay(Stay {
            unit: "Soins dentaires".into(),
            from: on(book.in_year(9, 2, 14)),
            to: on(book.in_year(9, 2, 14)),
            done: "Une carie soignée sous MEOPA.".into(),
            anaesthesia: "MEOPA très bien accepté avec le masque parfum fraise.".into(),
            ..hospital("Soins dentaires", StayKind::DayHospital)
        }),
    );
    book.add("urgences-mois-dernier", Entry::Stay(Stay {
        unit: "Urgences".into(),
        doctor: "Dr Petit".into(),
        from: on(book.ago(33)),
        to: on(book.ago(32)),
        done: "Crise de six minutes à l'école, arrêtée par le midazolam. Une nuit de surveillance, EEG sans changement.".into(),
        note: "Le médecin a lu la fiche sur le téléphone de Maman : rien à répéter, et l'allergie vue tout de suite.".into(),
        documents: to(&["cr-urgences"]),
        ..hospital("Urgences : crise d'épilepsie", StayKind::Emergency)
    }));
}

fn injections(book: &mut Book) {
    let sessions = [
        (
            "toxine-1",
            book.in_year(8, 3, 19),
            "Mollet droit. Gain net au bout de trois semaines.",
        ),
        (
            "toxine-2",
            book.in_year(8, 11, 5),
            "Mollet et avant-bras droits.",
        ),
        (
            "toxine-3",
            book.in_year(9, 7, 2),
            "Mollet droit. Vidéo de la marche avant et six semaines après.",
        ),
    ];
    for (id, day, done) in sessions {
        book.add(
            id,
            Entry::Stay(Stay {
                title: "Injections de toxine botulique".into(),
                stay_kind: Some(StayKind::DayHospital),
                place: "Centre de rééducation Les Érables".into(),
                doctor: "Dr Diallo".into(),
                from: on(day),
                to: on(day),
                done: done.into(),
                anaesthesia: "MEOPA et crème anesthésiante une heure avant.".into(),
                ..Stay::default()
            }),
        );
    }
}
