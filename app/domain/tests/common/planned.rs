//! Of the agenda.

use super::{day, to};
use domain::Entry;
use domain::entry::*;
use domain::lists::*;

pub fn planned() -> Vec<Entry> {
    vec![
        Entry::Appointment(Appointment {
            title: "Injections de toxine".into(),
            appointment_kind: Some(AppointmentKind::DayHospital),
            day: Some(day(2026, 12, 8)),
            time: "08:30".into(),
            until: Some(day(2026, 12, 9)),
            minutes: Some(240),
            zone: "Europe/Paris".into(),
            with: "Dr Awa Diallo".into(),
            contact: Some("dr-diallo".into()),
            place: "Les Érables".into(),
            transport: Some(Transport::Taxi),
            transport_order: Some(TransportOrder::Here),
            transport_note: "Départ à 7 h 30".into(),
            bring: "L'orthèse\nLe doudou".into(),
            questions: vec![Question {
                text: "Des plâtres après ?".into(),
                answer: "Non".into(),
            }],
            outcome: "Mollet droit seulement".into(),
            state: Some(PlanState::Done),
            reason: "raison".into(),
            note: "note".into(),
            documents: to(&["bilan"]),
            uid: "abc@example.org".into(),
        }),
        Entry::Series(Series {
            title: "Kinésithérapie".into(),
            appointment_kind: Some(AppointmentKind::Therapy),
            days: vec![Day::Tuesday, Day::Friday],
            every: Some(2),
            from: Some(day(2026, 9, 1)),
            until: Some(day(2027, 7, 2)),
            time: "15:45".into(),
            minutes: Some(45),
            zone: "Europe/Paris".into(),
            with: "Marc Olivier".into(),
            contact: Some("kine".into()),
            place: "SESSAD".into(),
            transport: Some(Transport::Adapted),
            transport_order: Some(TransportOrder::Asked),
            transport_note: "Minibus".into(),
            bring: "L'orthèse".into(),
            pause_public: true,
            pause_school: true,
            school_zone: Some(SchoolZone::A),
            exceptions: vec![
                Exception {
                    on: Some(day(2026, 9, 11)),
                    change: Some(SessionChange::Moved),
                    to: Some(day(2026, 9, 12)),
                    time: "10:00".into(),
                    reason: "réunion".into(),
                },
                Exception {
                    on: Some(day(2026, 9, 15)),
                    change: Some(SessionChange::Cancelled),
                    ..Exception::default()
                },
            ],
            note: "note".into(),
            documents: to(&["ordonnance"]),
            uid: "def@example.org".into(),
        }),
        Entry::Absence(Absence {
            from: Some(day(2026, 11, 5)),
            from_time: "08:30".into(),
            until: Some(day(2026, 11, 6)),
            until_time: "16:30".into(),
            away_from: "l'école".into(),
            absence_reason: Some(AbsenceReason::Illness),
            told: "L'école par téléphone".into(),
            note: "note".into(),
            documents: to(&["certificat"]),
        }),
        Entry::AgendaSettings(AgendaSettings {
            zone: "Indian/Reunion".into(),
            region: Some(Region::Reunion),
            school_zone: Some(SchoolZone::C),
        }),
    ]
}
