//! Théo's treatments, of today and of before.

use chrono::Datelike;

use super::book::{Book, on, to};
use crate::entry::{DoseTime, Entry, Treatment};
use crate::lists::{MedicineForm, Moment};

pub(super) fn write(book: &mut Book) {
    treatments(book);
    past_treatments(book);
}

fn at(moment: Moment, clock: &str, dose: &str) -> DoseTime {
    DoseTime {
        moment: Some(moment),
        clock: clock.into(),
        dose: dose.into(),
    }
}

fn treatments(book: &mut Book) {
    book.add(
        "levetiracetam",
        Entry::Treatment(Treatment {
            name: "Lévétiracétam 100 mg/ml".into(),
            substance: "lévétiracétam".into(),
            dose: "3 ml matin et soir".into(),
            form: Some(MedicineForm::Syrup),
            times: vec![
                at(Moment::Morning, "07:30", "3 ml"),
                at(Moment::Evening, "19:30", "3 ml"),
            ],
            how: "À la seringue, dans un fond de jus de pomme. Ne jamais sauter une prise.".into(),
            start: on(book.in_year(7, 2, 20)),
            why: "Épilepsie".into(),
            prescriber: "Dr Kessler".into(),
            prescriber_contact: Some("dr-kessler".into()),
            documents: to(&["ordonnance"]),
            ..Treatment::default()
        }),
    );
    book.add("midazolam", Entry::Treatment(Treatment {
        name: "Midazolam buccal 10 mg".into(),
        substance: "midazolam".into(),
        dose: "Une seringue, une seule fois".into(),
        form: Some(MedicineForm::Buccal),
        times: vec![at(Moment::AsNeeded, "", "une seringue")],
        how: "Entre la joue et la gencive, côté gauche, si la crise dure plus de 5 minutes. Puis appeler le 15.".into(),
        as_needed: true,
        rescue: true,
        start: on(book.in_year(7, 2, 20)),
        why: "Crise d'épilepsie qui dure".into(),
        prescriber: "Dr Kessler".into(),
        prescriber_contact: Some("dr-kessler".into()),
        note: "Une boîte à la maison, une à l'école, une dans le sac de Théo. Vérifier la date à chaque rentrée.".into(),
        documents: to(&["ordonnance", "pai"]),
        ..Treatment::default()
    }));
    book.add(
        "melatonine",
        Entry::Treatment(Treatment {
            name: "Mélatonine 2 mg".into(),
            substance: "mélatonine".into(),
            dose: "1 comprimé".into(),
            form: Some(MedicineForm::Tablet),
            times: vec![at(Moment::Bedtime, "20:15", "")],
            how: "Avec un verre d'eau, il l'avale bien.".into(),
            alone: true,
            start: book.month(8, 1),
            why: "Endormissement".into(),
            prescriber: "Dr Kessler".into(),
            ..Treatment::default()
        }),
    );
    book.add(
        "paracetamol",
        Entry::Treatment(Treatment {
            name: "Paracétamol en suspension buvable".into(),
            substance: "paracétamol".into(),
            dose: "Une dose-poids, pas plus de 4 fois par jour".into(),
            form: Some(MedicineForm::Syrup),
            times: vec![at(Moment::AsNeeded, "", "")],
            how: "Donner tôt en cas de fièvre : la fièvre réveille les crises.".into(),
            as_needed: true,
            start: crate::PartialDate::year_only(book.in_year(7, 1, 1).year()),
            why: "Fièvre, douleur".into(),
            prescriber: "Dr Lemoine".into(),
            ..Treatment::default()
        }),
    );
    book.add(
        "vitamine-d",
        Entry::Treatment(Treatment {
            name: "Vitamine D 50 000 UI".into(),
            substance: "colécalciférol".into(),
            dose: "1 ampoule par trimestre".into(),
            form: Some(MedicineForm::Syrup),
            start: book.month(7, 1),
            why: "Solidité des os".into(),
            prescriber: "Dr Lemoine".into(),
            ..Treatment::default()
        }),
    );
}

fn past_treatments(book: &mut Book) {
    book.add(
        "baclofene",
        Entry::Treatment(Treatment {
            name: "Baclofène 10 mg".into(),
            substance: "baclofène".into(),
            dose: "Un demi-comprimé trois fois par jour".into(),
            form: Some(MedicineForm::Tablet),
            start: book.month(7, 6),
            stop: book.month(7, 12),
            why: "Raideur du bras et de la jambe".into(),
            stop_reason: "Trop somnolent en classe. La toxine botulique a pris le relais.".into(),
            prescriber: "Dr Diallo".into(),
            prescriber_contact: Some("dr-diallo".into()),
            ..Treatment::default()
        }),
    );
    book.add(
        "amoxicilline",
        Entry::Treatment(Treatment {
            name: "Amoxicilline".into(),
            substance: "amoxicilline".into(),
            dose: "Une seule prise".into(),
            form: Some(MedicineForm::Syrup),
            start: on(book.in_year(7, 10, 8)),
            stop: on(book.in_year(7, 10, 8)),
            why: "Angine".into(),
            stop_reason: "Allergie : voir la fiche Pénicilline.".into(),
            prescriber: "Médecin de garde".into(),
            ..Treatment::default()
        }),
    );
}
