//! The agenda as an iCalendar file, and files of other programs.
#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use domain::agenda::between;
use domain::entry::{AgendaSettings, Appointment, Exception, Series};
use domain::lists::{Day, PlanState, SchoolZone, SessionChange};
use domain::{Entry, Plain};
use proptest::prelude::*;
use store::calendar::{Detail, Found, Incoming, Outgoing, OutgoingEntry, own_uid, read, write};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn outgoing(entries: &[(&str, Entry)]) -> Outgoing {
    let entries = entries.iter().map(|(id, entry)| OutgoingEntry {
        id: (*id).to_owned(),
        at: 1_700_000_000,
        fields: Plain::new(entry.clone()).to_fields(),
    });
    Outgoing {
        name: "Agenda".into(),
        today: day("2026-11-26"),
        window: None,
        detail: Detail::Full,
        salt: None,
        french: true,
        entries: entries.collect(),
    }
}

fn taken(text: &str) -> Found {
    read(&Incoming {
        text: text.replace('\n', "\r\n"),
        zone: "Europe/Paris".into(),
        today: day("2026-11-26"),
        french: true,
    })
}

fn entries(found: &Found) -> Vec<Entry> {
    let plains = found
        .events
        .iter()
        .map(|event| Plain::from_fields(event.fields.clone()).unwrap());
    plains.map(|plain| plain.entry).collect()
}

fn series(found: &Found) -> Series {
    match entries(found).as_slice() {
        [Entry::Series(series)] => series.clone(),
        other => panic!("{other:?}"),
    }
}

fn event(lines: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//X//Y//EN\nBEGIN:VEVENT\nUID:a@x\nDTSTAMP:20260101T000000Z\nSUMMARY:Essai\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n"
    )
}

fn physio() -> Series {
    Series {
        title: "Kiné, mardi; vendredi".into(),
        days: vec![Day::Tuesday, Day::Friday],
        from: Some(day("2026-11-03")),
        until: Some(day("2027-07-02")),
        time: "15:45".into(),
        minutes: Some(45),
        place: "SESSAD".into(),
        pause_public: true,
        pause_school: true,
        exceptions: vec![
            Exception {
                on: Some(day("2026-12-01")),
                change: Some(SessionChange::Moved),
                to: Some(day("2026-12-03")),
                time: "10:00".into(),
                ..Exception::default()
            },
            Exception {
                on: Some(day("2026-12-04")),
                change: Some(SessionChange::Cancelled),
                ..Exception::default()
            },
        ],
        ..Series::default()
    }
}

fn settings() -> Entry {
    Entry::AgendaSettings(AgendaSettings {
        school_zone: Some(SchoolZone::A),
        ..AgendaSettings::default()
    })
}

#[test]
fn what_is_written_here_is_read_back_with_the_same_dates() {
    let appointment = Entry::Appointment(Appointment {
        title: "Injections".into(),
        day: Some(day("2026-12-08")),
        time: "08:30".into(),
        minutes: Some(240),
        place: "Les Érables".into(),
        ..Appointment::default()
    });
    let rows = [
        ("s1", Entry::Series(physio())),
        ("a1", appointment),
        ("x", settings()),
    ];
    let file = write(&outgoing(&rows));
    let found = read(&Incoming {
        text: file,
        zone: "Europe/Paris".into(),
        today: day("2026-11-26"),
        french: true,
    });
    assert_eq!((found.left, found.unreadable), (0, 0));
    let uids: Vec<&str> = found
        .events
        .iter()
        .map(|event| event.uid.as_str())
        .collect();
    assert_eq!(uids, [own_uid("s1"), own_uid("a1")]);
    let mut back = entries(&found);
    back.push(settings());
    let ours: Vec<Entry> = rows.iter().map(|(_, entry)| entry.clone()).collect();
    let when = |rows: &[Entry]| -> Vec<_> {
        let all = between(rows, day("2026-11-01"), day("2027-07-31"));
        all.iter()
            .filter(|it| it.takes_place())
            .map(|it| (it.when, it.minutes))
            .collect()
    };
    assert!(when(&ours).len() > 40);
    assert_eq!(when(&back), when(&ours));
}

#[test]
fn a_program_that_follows_learns_as_much_as_was_chosen() {
    let secret = Entry::Appointment(Appointment {
        title: "Toxine".into(),
        day: Some(day("2026-12-08")),
        time: "08:30".into(),
        place: "Érables".into(),
        note: "à jeun".into(),
        with: "Diallo".into(),
        ..Appointment::default()
    });
    let cancelled = Entry::Appointment(Appointment {
        title: "Annulé".into(),
        day: Some(day("2026-12-09")),
        state: Some(PlanState::Cancelled),
        ..Appointment::default()
    });
    let old = Entry::Appointment(Appointment {
        title: "Vieux".into(),
        day: Some(day("2020-12-09")),
        ..Appointment::default()
    });
    let rows = [("id-of-entry", secret), ("c", cancelled), ("o", old)];
    let with = |detail| {
        let window = Some((day("2026-11-01"), day("2027-11-01")));
        let salt = Some("salt".to_owned());
        write(&Outgoing {
            detail,
            window,
            salt,
            ..outgoing(&rows)
        })
    };
    let busy = with(Detail::Busy);
    assert_eq!(busy.matches("BEGIN:VEVENT").count(), 1);
    assert!(busy.contains("SUMMARY:Occupé"));
    for hidden in [
        "Toxine",
        "Érables",
        "jeun",
        "Diallo",
        "id-of-entry",
        "Annul",
        "Vieux",
    ] {
        assert!(!busy.contains(hidden), "{hidden}");
    }
    let titles = with(Detail::Titles);
    assert!(titles.contains("SUMMARY:Toxine"));
    for hidden in ["Érables", "jeun", "Diallo", "id-of-entry"] {
        assert!(!titles.contains(hidden), "{hidden}");
    }
}

#[test]
fn a_weekly_event_with_exceptions_of_another_program_becomes_a_series() {
    let text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\nBEGIN:VTIMEZONE\nTZID:Europe/Paris\nBEGIN:DAYLIGHT\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nTZNAME:CEST\nDTSTART:19700329T020000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\nBEGIN:STANDARD\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nTZNAME:CET\nDTSTART:19701025T030000\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=Europe/Paris:20261103T170000\nDTEND;TZID=Europe/Paris:20261103T174500\nRRULE:FREQ=WEEKLY;WKST=MO;UNTIL=20270330T215959Z;INTERVAL=2;BYDAY=TU\nEXDATE;TZID=Europe/Paris:20261117T170000\nDTSTAMP:20261126T080000Z\nUID:g1@google.com\nSUMMARY:Orthophonie\nLOCATION:12 rue des Écoles\\, Villeurbanne\nDESCRIPTION:Apporter le cahier\\nbleu\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;TZID=Europe/Paris:20261202T110000\nDTEND;TZID=Europe/Paris:20261202T114500\nRECURRENCE-ID;TZID=Europe/Paris:20261201T170000\nDTSTAMP:20261126T080000Z\nUID:g1@google.com\nSUMMARY:Orthophonie\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20270112T160000Z\nRECURRENCE-ID:20270112T160000Z\nDTSTAMP:20261126T080000Z\nUID:g1@google.com\nSTATUS:CANCELLED\nSUMMARY:Orthophonie\nEND:VEVENT\nEND:VCALENDAR\n";
    let found = taken(text);
    assert_eq!((found.left, found.unreadable), (0, 0));
    let series = series(&found);
    assert_eq!(series.title, "Orthophonie");
    assert_eq!(series.place, "12 rue des Écoles, Villeurbanne");
    assert_eq!(series.note, "Apporter le cahier\nbleu");
    assert_eq!(
        (series.days.as_slice(), series.every),
        (&[Day::Tuesday][..], Some(2))
    );
    assert_eq!((series.time.as_str(), series.minutes), ("17:00", Some(45)));
    assert_eq!(
        (series.from, series.until),
        (Some(day("2026-11-03")), Some(day("2027-03-30")))
    );
    let said: Vec<_> = series
        .exceptions
        .iter()
        .map(|it| (it.on.unwrap(), it.change.unwrap(), it.to, it.time.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            (day("2026-11-17"), SessionChange::Cancelled, None, ""),
            (
                day("2026-12-01"),
                SessionChange::Moved,
                Some(day("2026-12-02")),
                "11:00"
            ),
            (day("2027-01-12"), SessionChange::Cancelled, None, ""),
        ]
    );
}

#[test]
fn zones_by_other_names_are_turned_into_the_persons() {
    let outlook = event(
        "DTSTART;TZID=\"Romance Standard Time\":20261208T083000\nDTEND;TZID=\"Romance Standard Time\":20261208T090000",
    );
    let utc = event("DTSTART:20261208T073000Z\nDURATION:PT30M");
    let tokyo =
        event("DTSTART;TZID=Asia/Tokyo:20261208T163000\nDTEND;TZID=Asia/Tokyo:20261208T170000");
    let floating = event("DTSTART:20261208T083000\nDTEND:20261208T090000");
    for text in [outlook, utc, tokyo, floating] {
        let found = taken(&text);
        let all = entries(&found);
        let [Entry::Appointment(it)] = all.as_slice() else {
            panic!("{text}: {all:?}")
        };
        assert_eq!(
            (it.day, it.time.as_str(), it.minutes),
            (Some(day("2026-12-08")), "08:30", Some(30)),
            "{text}"
        );
        assert_eq!(it.zone, "");
    }
    let reunion = taken(&event("DTSTART;TZID=Indian/Reunion:20261208T083000"));
    assert!(
        matches!(&entries(&reunion)[0], Entry::Appointment(it) if it.zone == "Indian/Reunion" && it.time == "08:30")
    );
}

#[test]
fn whole_days_and_several_days() {
    let one = taken(&event(
        "DTSTART;VALUE=DATE:20261208\nDTEND;VALUE=DATE:20261209",
    ));
    let several = taken(&event(
        "DTSTART;VALUE=DATE:20261208\nDTEND;VALUE=DATE:20261212",
    ));
    let bare = taken(&event("DTSTART;VALUE=DATE:20261208"));
    let until = |found: &Found| match &entries(found)[0] {
        Entry::Appointment(it) => {
            assert_eq!((it.day, it.time.as_str()), (Some(day("2026-12-08")), ""));
            it.until
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(
        (until(&one), until(&several), until(&bare)),
        (None, Some(day("2026-12-11")), None)
    );
}

#[test]
fn counts_ends_and_daily_rules() {
    let counted = series(&taken(&event(
        "DTSTART:20261201T090000\nRRULE:FREQ=WEEKLY;COUNT=5;BYDAY=TU,TH",
    )));
    assert_eq!(counted.until, Some(day("2026-12-15")));
    // The last day is not part of it when it ends before the hour.
    let ended = series(&taken(&event(
        "DTSTART;TZID=Europe/Paris:20261201T090000\nRRULE:FREQ=WEEKLY;UNTIL=20261215T070000Z",
    )));
    assert_eq!(ended.until, Some(day("2026-12-14")));
    let daily = series(&taken(&event(
        "DTSTART:20261201T090000\nRRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
    )));
    assert_eq!((daily.days.len(), daily.until), (5, None));
}

#[test]
fn what_repeats_otherwise_is_taken_date_by_date() {
    let monthly = taken(&event(
        "DTSTART;TZID=Europe/Paris:20260108T140000\nDTEND;TZID=Europe/Paris:20260108T143000\nRRULE:FREQ=MONTHLY;BYDAY=2TH\nEXDATE;TZID=Europe/Paris:20270114T140000",
    ));
    assert!(monthly.events.iter().all(|event| event.singly));
    let days: Vec<_> = entries(&monthly)
        .iter()
        .map(|entry| entry.date().unwrap().first_day())
        .collect();
    assert_eq!(
        &days[..3],
        [day("2026-11-12"), day("2026-12-10"), day("2027-02-11")]
    );
    assert_eq!(days.len(), 24);
    let uids: std::collections::BTreeSet<&str> = monthly
        .events
        .iter()
        .map(|event| event.uid.as_str())
        .collect();
    assert_eq!(uids.len(), days.len());
    let yearly = taken(&event("DTSTART;VALUE=DATE:19600303\nRRULE:FREQ=YEARLY"));
    assert_eq!(yearly.events.len(), 2);
}

#[test]
fn nothing_breaks_and_floods_are_cut() {
    let minutely = taken(&event("DTSTART:19700101T000000\nRRULE:FREQ=SECONDLY"));
    assert_eq!((minutely.events.len(), minutely.unreadable), (0, 1));
    let many = "BEGIN:VEVENT\nUID:u\nDTSTART:20261208T083000\nEND:VEVENT\n";
    let many: String = (0..700)
        .map(|number| many.replace("UID:u", &format!("UID:{number}")))
        .collect();
    let found = taken(&format!("BEGIN:VCALENDAR\n{many}END:VCALENDAR\n"));
    assert_eq!((found.events.len(), found.left), (500, 200));
    let deep = format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\n".repeat(50_000));
    taken(&deep);
    let long = format!(
        "DTSTART:20261208T083000\nDESCRIPTION:{}",
        "x".repeat(300_000)
    );
    assert!(
        matches!(&entries(&taken(&event(&long)))[0], Entry::Appointment(it) if it.note.chars().count() == 20_000)
    );
    for text in [
        "",
        "Bonjour",
        "BEGIN:VCALENDAR",
        "BEGIN:VCALENDAR\nEND:VCALENDAR",
        "\u{feff}BEGIN:VCALENDAR\nBEGIN:VTODO\nEND:VTODO\nEND:VCALENDAR",
    ] {
        assert!(taken(text).events.is_empty());
    }
    for rule in [
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;COUNT=0",
        "FREQ=WEEKLY;INTERVAL=65535",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=WEEKLY;COUNT=4294967295",
        "FREQ=DAILY;UNTIL=99991231T235959Z",
    ] {
        taken(&event(&format!("DTSTART:20261208T083000\nRRULE:{rule}")));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    /// Lines of all sorts in any order: an answer always comes.
    #[test]
    fn any_file_is_answered(lines in prop::collection::vec(prop::sample::select(&[
        "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VCALENDAR", "END:VCALENDAR", "UID:a", "UID:", "SUMMARY:é\\,\\;\\n", "DTSTART:20261208T083000Z",
        "DTSTART;VALUE=DATE:20261208", "DTSTART;TZID=Nowhere/Land:20260328T023000", "DTSTART;TZID=Europe/Paris:20270328T023000", "DTSTART:99991231T235959",
        "DTSTART:00000000T000000", "DTEND:20250101T000000Z", "DURATION:-P9999999W", "DURATION:PT45M", "RRULE:FREQ=WEEKLY;BYDAY=MO,TU", "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3",
        "RRULE:FREQ=DAILY;INTERVAL=3", "RRULE:X", "EXDATE:20261208T083000Z,20261209", "EXDATE;VALUE=DATE:20261215", "RDATE:20261210T083000Z", "RECURRENCE-ID:20261208T083000Z",
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20261215T083000Z", "STATUS:CANCELLED", " folded", "\t", "BEGIN:VTIMEZONE", "TZID:Nowhere/Land", "END:VTIMEZONE", ";:", "X;Y=\"", "\u{0}\u{1}",
    ][..]), 0..40)) {
        let found = taken(&format!("BEGIN:VCALENDAR\n{}\nEND:VCALENDAR\n", lines.join("\n")));
        for entry in entries(&found) {
            prop_assert!(domain::check::can_be_kept(&entry.check(day("2026-11-26"), None)));
            // And whatever was taken can be written again.
            write(&outgoing(&[("id", entry)]));
        }
    }
}
