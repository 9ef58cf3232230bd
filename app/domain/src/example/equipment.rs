//! Théo's vaccines and devices.

use super::book::{Book, on, to};
use crate::entry::{Device, Entry, Vaccine};
use crate::lists::{DeviceKind, Side};

pub(super) fn write(book: &mut Book) {
    vaccines(book);
    devices(book);
}

fn vaccines(book: &mut Book) {
    let given = [
        (
            "Hexavalent",
            "Diphtérie, tétanos, polio, coqueluche, Hib, hépatite B",
            "1",
            book.aged(0, 2),
            "EX-1021",
        ),
        (
            "Pneumocoque",
            "Pneumocoque",
            "1",
            book.aged(0, 2),
            "EX-2033",
        ),
        (
            "Hexavalent",
            "Diphtérie, tétanos, polio, coqueluche, Hib, hépatite B",
            "2",
            book.aged(0, 4),
            "EX-1044",
        ),
        (
            "Pneumocoque",
            "Pneumocoque",
            "2",
            book.aged(0, 4),
            "EX-2051",
        ),
        (
            "Hexavalent",
            "Diphtérie, tétanos, polio, coqueluche, Hib, hépatite B",
            "3",
            book.aged(0, 11),
            "EX-1102",
        ),
        (
            "Pneumocoque",
            "Pneumocoque",
            "3",
            book.aged(0, 11),
            "EX-2110",
        ),
        (
            "ROR",
            "Rougeole, oreillons, rubéole",
            "1",
            book.aged(1, 0),
            "EX-3007",
        ),
        (
            "Méningocoque C",
            "Méningocoque C",
            "1",
            book.aged(1, 0),
            "EX-4002",
        ),
        (
            "ROR",
            "Rougeole, oreillons, rubéole",
            "2",
            book.aged(1, 5),
            "EX-3052",
        ),
    ];
    for (place, (name, against, dose, day, lot)) in given.into_iter().enumerate() {
        let entry = Entry::Vaccine(Vaccine {
            name: name.into(),
            against: against.into(),
            dose: dose.into(),
            date: on(day),
            lot: lot.into(),
            given_by: "Dr Lemoine".into(),
            ..Vaccine::default()
        });
        book.add(&format!("vaccin-{place}"), entry);
    }
    let next = book
        .birth
        .checked_add_months(chrono::Months::new(11 * 12))
        .and_then(crate::PartialDate::day);
    book.add(
        "vaccin-rappel",
        Entry::Vaccine(Vaccine {
            name: "Rappel des 6 ans".into(),
            against: "Diphtérie, tétanos, polio, coqueluche".into(),
            dose: "rappel".into(),
            date: on(book.aged(6, 0)),
            next,
            lot: "EX-5210".into(),
            given_by: "Dr Lemoine".into(),
            note: "Prochain rappel entre 11 et 13 ans.".into(),
            ..Vaccine::default()
        }),
    );
    book.add(
        "vaccin-grippe",
        Entry::Vaccine(Vaccine {
            name: "Grippe saisonnière".into(),
            against: "Grippe".into(),
            dose: "annuelle".into(),
            date: on(book.in_year(9, 11, 4)),
            given_by: "Dr Lemoine".into(),
            ..Vaccine::default()
        }),
    );
}

fn devices(book: &mut Book) {
    book.add("orthese-pied", Entry::Device(Device {
        name: "Orthèse de marche".into(),
        device_kind: Some(DeviceKind::Orthosis),
        side: Some(Side::Right),
        model: "Releveur carbone sur mesure".into(),
        size: "Pointure 34".into(),
        since: on(book.ago(150)),
        next_check: Some(book.soon(24)),
        wear: "Toute la journée, avec une chaussette sans couture".into(),
        instructions: "Talon bien au fond, serrer d'abord la sangle du cou-de-pied. Regarder la peau le soir : \
une rougeur qui dure plus de 20 minutes se signale à l'atelier.".into(),
        supplier: "Atelier Pas à Pas".into(),
        supplier_contact: Some("appareilleur".into()),
        documents: to(&["fiche-orthese"]),
        ..Device::default()
    }));
    book.add(
        "orthese-main",
        Entry::Device(Device {
            name: "Orthèse de main pour la nuit".into(),
            device_kind: Some(DeviceKind::Orthosis),
            side: Some(Side::Right),
            since: on(book.ago(300)),
            next_check: Some(book.soon(70)),
            wear: "La nuit, cinq nuits sur sept".into(),
            instructions: "Théo sait la mettre avec de l'aide. Jamais si la main est rouge.".into(),
            supplier: "Atelier Pas à Pas".into(),
            supplier_contact: Some("appareilleur".into()),
            ..Device::default()
        }),
    );
    book.add(
        "lunettes",
        Entry::Device(Device {
            name: "Lunettes".into(),
            device_kind: Some(DeviceKind::Glasses),
            since: on(book.ago(200)),
            wear: "Toute la journée".into(),
            instructions: "Cordon pour la récréation.".into(),
            ..Device::default()
        }),
    );
    book.add(
        "fauteuil",
        Entry::Device(Device {
            name: "Fauteuil pliant".into(),
            device_kind: Some(DeviceKind::Wheelchair),
            model: "Fauteuil manuel léger".into(),
            size: "Largeur d'assise 34 cm".into(),
            since: book.month(8, 6),
            wear: "Pour les longues sorties seulement".into(),
            instructions: "Théo aime le pousser lui-même. Frein droit un peu dur.".into(),
            ..Device::default()
        }),
    );
    book.add(
        "plaque",
        Entry::Device(Device {
            name: "Plaques et vis du crâne (titane)".into(),
            device_kind: Some(DeviceKind::Implant),
            side: Some(Side::Left),
            since: on(book.in_year(6, 11, 12)),
            instructions: "IRM possible : le dire quand même à l'équipe.".into(),
            documents: to(&["cr-neurochirurgie"]),
            ..Device::default()
        }),
    );
    book.add(
        "orthese-ancienne",
        Entry::Device(Device {
            name: "Première orthèse de marche".into(),
            device_kind: Some(DeviceKind::Orthosis),
            side: Some(Side::Right),
            since: book.month(7, 4),
            until: book.month(8, 10),
            size: "Pointure 30".into(),
            supplier: "Atelier Pas à Pas".into(),
            ..Device::default()
        }),
    );
}
