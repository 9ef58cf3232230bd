//! What is planned for Théo in the next weeks, and what was.

use chrono::{Datelike, Days, NaiveDate};

use super::book::{Book, to};
use crate::entry::{Absence, AgendaSettings, Appointment, Entry, Exception, Question, Series};
use crate::lists::{
    AbsenceReason, AppointmentKind as Sort, Day, PlanState, Region, SchoolZone, SessionChange,
    Transport, TransportOrder,
};

pub(super) fn write(book: &mut Book) {
    book.add(
        "agenda-reglages",
        Entry::AgendaSettings(AgendaSettings {
            zone: "Europe/Paris".into(),
            region: Some(Region::Metropole),
            school_zone: Some(SchoolZone::A),
        }),
    );
    coming(book);
    past(book);
    sessions(book);
    book.add(
        "absence-rhume",
        Entry::Absence(Absence {
            from: Some(workday(book.ago(16))),
            until: Some(workday(book.ago(16)) + Days::new(1)),
            away_from: "l'école et le SESSAD".into(),
            absence_reason: Some(AbsenceReason::Illness),
            told: "L'école par téléphone, M. Olivier par SMS".into(),
            note: "Rhume et un peu de fièvre. Pas de crise.".into(),
            ..Absence::default()
        }),
    );
}

/// The day itself from Monday to Thursday, else the Monday after: a day and the next one are then days of work.
fn workday(day: NaiveDate) -> NaiveDate {
    match u64::from(day.weekday().num_days_from_monday()) {
        0..=3 => day,
        late => day + Days::new(7 - late),
    }
}

/// The next such day of the week, a week from now at the earliest.
fn next(book: &Book, wanted: Day, days: u64) -> NaiveDate {
    let from = book.soon(days);
    let ahead = (7 + wanted.from_monday() - Day::of(from).from_monday()) % 7;
    from + Days::new(ahead)
}

fn question(text: &str, answer: &str) -> Question {
    Question {
        text: text.into(),
        answer: answer.into(),
    }
}

fn coming(book: &mut Book) {
    let toxin = next(book, Day::Tuesday, 9);
    book.add(
        "rdv-toxine",
        Entry::Appointment(Appointment {
            title: "Injections de toxine botulique".into(),
            appointment_kind: Some(Sort::DayHospital),
            day: Some(toxin),
            time: "08:30".into(),
            minutes: Some(240),
            with: "Dr Awa Diallo".into(),
            contact: Some("dr-diallo".into()),
            place: "Centre de rééducation Les Érables, hôpital de jour".into(),
            transport: Some(Transport::Taxi),
            transport_order: Some(TransportOrder::Here),
            transport_note: "Départ à 7 h 30, le taxi est réservé aller et retour.".into(),
            bring: "La crème anesthésiante, à poser à 7 h 30\nLe doudou et le casque audio\nL'orthèse\nLa carte Vitale et l'ordonnance".into(),
            questions: vec![
                question("Faut-il de nouveau piquer l'avant-bras ?", ""),
                question("Des plâtres après, comme il y a deux ans ?", ""),
            ],
            note: "Accueil à 8 h 15, à jeun depuis 6 h.".into(),
            ..Appointment::default()
        }),
    );
    book.add(
        "rdv-orthopediste",
        Entry::Appointment(Appointment {
            title: "Orthopédiste : hanches et pied droit".into(),
            appointment_kind: Some(Sort::Consultation),
            day: Some(next(book, Day::Thursday, 23)),
            time: "14:10".into(),
            minutes: Some(30),
            with: "Dr Salomé Arnaud".into(),
            contact: Some("hopital".into()),
            place: "Hôpital d'enfants des Tilleuls, bâtiment B, 2e étage".into(),
            transport: Some(Transport::Car),
            bring: "Les radios du bassin\nLe compte rendu de la kiné".into(),
            questions: vec![question("À quand la prochaine radio du bassin ?", "")],
            ..Appointment::default()
        }),
    );
    book.add(
        "rdv-ess",
        Entry::Appointment(Appointment {
            title: "Équipe de suivi de la scolarisation (ESS)".into(),
            appointment_kind: Some(Sort::School),
            day: Some(next(book, Day::Monday, 30)),
            time: "16:45".into(),
            minutes: Some(60),
            with: "L'école, l'enseignante référente, le SESSAD".into(),
            contact: Some("ecole".into()),
            place: "École Jules-Verne".into(),
            transport: Some(Transport::Walk),
            bring: "Le GEVA-Sco de l'an dernier\nLe bilan d'ergothérapie".into(),
            questions: vec![
                question("Combien d'heures d'AESH au collège ?", ""),
                question("L'ordinateur suivra-t-il Théo ?", ""),
            ],
            ..Appointment::default()
        }),
    );
}

fn past(book: &mut Book) {
    book.add(
        "rdv-neuropediatre",
        Entry::Appointment(Appointment {
            title: "Consultation de neuropédiatrie".into(),
            appointment_kind: Some(Sort::Consultation),
            day: Some(workday(book.ago(24))),
            time: "10:20".into(),
            minutes: Some(30),
            with: "Dr Anton Kessler".into(),
            contact: Some("dr-kessler".into()),
            place: "Hôpital d'enfants des Tilleuls".into(),
            transport: Some(Transport::Car),
            questions: vec![question(
                "Faut-il changer la dose après la dernière crise ?",
                "Non, on attend le dosage sanguin.",
            )],
            outcome:
                "Rien ne change. Dosage sanguin dans un mois, prochaine consultation dans six mois."
                    .into(),
            documents: to(&["cr-urgences"]),
            state: Some(PlanState::Done),
            ..Appointment::default()
        }),
    );
    book.add(
        "rdv-essayage",
        Entry::Appointment(Appointment {
            title: "Essayage de l'orthèse".into(),
            appointment_kind: Some(Sort::Equipment),
            day: Some(workday(book.ago(8))),
            time: "09:00".into(),
            minutes: Some(45),
            with: "Yann Le Goff".into(),
            contact: Some("appareilleur".into()),
            place: "Atelier Pas à Pas".into(),
            state: Some(PlanState::Cancelled),
            reason: "L'atelier n'avait pas reçu la coque. À reprendre dans deux semaines.".into(),
            ..Appointment::default()
        }),
    );
}

fn sessions(book: &mut Book) {
    let september = NaiveDate::from_ymd_opt(book.school_year(), 9, 1).unwrap_or(book.today);
    let july = NaiveDate::from_ymd_opt(book.school_year() + 1, 7, 3).unwrap_or(book.today);
    let session = |title: &str, days: &[Day], time: &str| Series {
        title: title.into(),
        appointment_kind: Some(Sort::Therapy),
        days: days.to_vec(),
        from: Some(september),
        until: Some(july),
        time: time.into(),
        minutes: Some(45),
        pause_public: true,
        pause_school: true,
        ..Series::default()
    };
    let moved = next(book, Day::Friday, 5);
    book.add(
        "seances-kine",
        Entry::Series(Series {
            with: "Marc Olivier".into(),
            contact: Some("kine".into()),
            place: "Mardi à l'école, vendredi au SESSAD".into(),
            bring: "L'orthèse et les chaussures larges".into(),
            exceptions: vec![Exception {
                on: Some(moved),
                change: Some(SessionChange::Moved),
                to: Some(moved),
                time: "17:15".into(),
                reason: "M. Olivier est en réunion à l'heure habituelle.".into(),
            }],
            ..session("Kinésithérapie", &[Day::Tuesday, Day::Friday], "15:45")
        }),
    );
    book.add(
        "seances-ergo",
        Entry::Series(Series {
            with: "Inès Robin".into(),
            contact: Some("ergo".into()),
            place: "École Jules-Verne".into(),
            bring: "L'ordinateur, chargé".into(),
            ..session("Ergothérapie", &[Day::Thursday], "09:30")
        }),
    );
    book.add(
        "seances-orthophonie",
        Entry::Series(Series {
            with: "Hélène Picard".into(),
            contact: Some("ortho".into()),
            place: "Cabinet de Mme Picard".into(),
            transport: Some(Transport::Car),
            transport_note: "Mamie l'emmène.".into(),
            pause_school: false,
            every: Some(2),
            ..session("Orthophonie", &[Day::Wednesday], "11:00")
        }),
    );
}
