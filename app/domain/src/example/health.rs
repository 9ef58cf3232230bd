//! Théo's health: problems, allergies, treatments, vaccines, devices.

use chrono::Datelike;

use super::book::{Book, on, to};
use crate::entry::{Allergy, Device, DoseTime, Entry, Problem, Treatment, Vaccine};
use crate::lists::{
    AgentKind, Certainty, DeviceKind, MedicineForm, Moment, ProblemState, Severity, Side,
};

pub(super) fn write(book: &mut Book) {
    problems(book);
    allergies(book);
    treatments(book);
    past_treatments(book);
    vaccines(book);
    devices(book);
}

fn problems(book: &mut Book) {
    let accident = on(book.in_year(6, 11, 12));
    let mut add =
        |id: &str, name: &str, state, since, followed_by: &str, note: &str, documents: &[&str]| {
            let entry = Entry::Problem(Problem {
                name: name.into(),
                state: Some(state),
                since,
                followed_by: followed_by.into(),
                note: note.into(),
                documents: to(documents),
                ..Problem::default()
            });
            book.add(id, entry);
        };
    add(
        "hemiplegie",
        "Hémiplégie droite après un traumatisme crânien",
        ProblemState::Stable,
        accident,
        "Dr Diallo",
        "Marche seul avec une orthèse. La main droite aide la gauche mais ne travaille pas seule.",
        &["cr-neurochirurgie", "bilan-kine"],
    );
    let first_seizure = accident.and_then(|date| crate::PartialDate::month_of(date.year() + 1, 2));
    add(
        "epilepsie",
        "Épilepsie après le traumatisme",
        ProblemState::Active,
        first_seizure,
        "Dr Kessler",
        "Crises rares, bien tenues par le traitement. Souvent quand il est très fatigué ou fiévreux. Commence par la main droite.",
        &["cr-neuropediatrie", "pai"],
    );
    add(
        "attention",
        "Fatigue et attention courte",
        ProblemState::Active,
        accident,
        "M. Verdier",
        "Une pause toutes les vingt minutes change tout.",
        &["bilan-neuropsy"],
    );
    add(
        "vue",
        "Hémianopsie droite (ne voit pas à droite)",
        ProblemState::Stable,
        accident,
        "Dr Kessler",
        "Se placer à sa gauche pour lui parler. Tourne la tête pour traverser.",
        &[],
    );
    add(
        "bronchiolite",
        "Bronchiolites du nourrisson",
        ProblemState::Past,
        accident.and_then(|date| crate::PartialDate::year_only(date.year() - 5)),
        "Dr Lemoine",
        "",
        &[],
    );
}

fn allergies(book: &mut Book) {
    book.add(
        "allergie-penicilline",
        Entry::Allergy(Allergy {
            agent: "Pénicilline (amoxicilline, Augmentin)".into(),
            agent_kind: Some(AgentKind::Medicine),
            reaction:
                "Urticaire sur tout le corps et gonflement des lèvres, une heure après la prise"
                    .into(),
            severity: Some(Severity::Severe),
            certainty: Some(Certainty::Confirmed),
            since: on(book.in_year(7, 10, 8)),
            note:
                "Vu aux urgences. Test allergologique positif. Ne pas en redonner, même une fois."
                    .into(),
            documents: to(&["cr-urgences-allergie"]),
        }),
    );
    book.add(
        "allergie-sparadrap",
        Entry::Allergy(Allergy {
            agent: "Sparadrap ordinaire".into(),
            agent_kind: Some(AgentKind::Contact),
            reaction: "Plaques rouges qui grattent".into(),
            severity: Some(Severity::Mild),
            certainty: Some(Certainty::Confirmed),
            since: crate::PartialDate::year_only(book.in_year(6, 1, 1).year()),
            note: "Le ruban en silicone est bien supporté.".into(),
            ..Allergy::default()
        }),
    );
    book.add(
        "allergie-fraise",
        Entry::Allergy(Allergy {
            agent: "Fraise".into(),
            agent_kind: Some(AgentKind::Food),
            reaction: "Boutons autour de la bouche à deux ans".into(),
            severity: Some(Severity::Mild),
            certainty: Some(Certainty::RuledOut),
            since: crate::PartialDate::year_only(book.in_year(2, 1, 1).year()),
            note: "Testée depuis : il en mange sans souci.".into(),
            ..Allergy::default()
        }),
    );
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
