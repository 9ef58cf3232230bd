//! What a person is asked to look at again.
#![allow(clippy::unwrap_used)]

mod common;

use common::{day, on, samples};
use domain::check::{can_be_kept, limits};
use domain::entry::*;
use domain::identifiers::IdentifierTrouble;
use domain::lists::*;
use domain::{Entry, EntryRef, FileRef, Finding, PartialDate, Reason, Weight};
use proptest::prelude::*;

fn today() -> chrono::NaiveDate {
    day(2026, 11, 21)
}

fn check(entry: &Entry) -> Vec<Finding> {
    entry.check(today(), Some(day(2016, 7, 9)))
}

/// Field, reason and weight of what is found.
fn found(entry: &Entry) -> Vec<(&'static str, Reason, Weight)> {
    check(entry)
        .into_iter()
        .map(|finding| (finding.field, finding.reason, finding.weight))
        .collect()
}

#[test]
fn an_empty_entry_of_each_kind_asks_for_what_it_cannot_do_without() {
    let cases = [
        (
            Entry::Identity(Identity::default()),
            vec!["used_first_name"],
        ),
        (Entry::Contact(Contact::default()), vec!["name"]),
        (Entry::Habit(Habit::default()), vec!["heading", "text"]),
        (Entry::Problem(Problem::default()), vec!["name"]),
        (Entry::Allergy(Allergy::default()), vec!["agent"]),
        (Entry::Treatment(Treatment::default()), vec!["name"]),
        (Entry::Vaccine(Vaccine::default()), vec!["name"]),
        (Entry::Device(Device::default()), vec!["name"]),
        (Entry::Stay(Stay::default()), vec!["title"]),
        (Entry::Step(Step::default()), vec!["title", "track"]),
        (
            Entry::Measurement(Measurement::default()),
            vec!["what", "date"],
        ),
        (Entry::Readings(Readings::default()), vec!["what", "points"]),
        (
            Entry::Events(Events::default()),
            vec!["what", "date", "events"],
        ),
        (
            Entry::OwnMeasure(OwnMeasure::default()),
            vec!["name", "form"],
        ),
        (Entry::Mark(Mark::default()), vec!["title", "from"]),
        (Entry::Objective(Objective::default()), vec!["title"]),
        (Entry::Document(Document::default()), vec!["title"]),
        (Entry::Project(Project::default()), vec!["title", "date"]),
        (Entry::Note(Note::default()), vec!["text"]),
        (Entry::Seen(Seen::default()), vec!["notes"]),
        (
            Entry::Report(Report::default()),
            vec!["report_kind", "date", "parts"],
        ),
        (Entry::Danger(Danger::default()), vec!["danger"]),
        (Entry::Crisis(Crisis::default()), vec!["crisis", "steps"]),
        (
            Entry::Appointment(Appointment::default()),
            vec!["title", "day"],
        ),
        (Entry::Series(Series::default()), vec!["title", "from"]),
        (Entry::Absence(Absence::default()), vec!["from"]),
    ];
    for (entry, fields) in cases {
        let expected: Vec<_> = fields
            .into_iter()
            .map(|field| (field, Reason::Missing, Weight::Blocking))
            .collect();
        assert_eq!(found(&entry), expected, "{entry:?}");
    }
}

#[test]
fn an_allergy_to_something_is_enough() {
    let entry = Entry::Allergy(Allergy {
        agent: "Pénicilline".into(),
        ..Allergy::default()
    });
    assert_eq!(found(&entry), []);
}

#[test]
fn a_trusted_person_waits_for_majority() {
    let contact = Contact {
        name: "Garance".into(),
        roles: vec![ContactRole::TrustedPerson],
        ..Contact::default()
    };
    let entry = Entry::Contact(contact);
    assert_eq!(
        found(&entry),
        [("roles", Reason::NotOfAge, Weight::Blocking)]
    );
    assert_eq!(entry.check(day(2034, 7, 9), Some(day(2016, 7, 9))), []);
    assert_eq!(entry.check(today(), None), []);
}

#[test]
fn numbers_with_a_wrong_key_are_questioned_and_kept() {
    let entry = Entry::Contact(Contact {
        name: "Olivier".into(),
        rpps: "10774000004".into(),
        finess: "4285".into(),
        ..Contact::default()
    });
    let expected = [
        (
            "rpps",
            Reason::Identifier(IdentifierTrouble::Key),
            Weight::Warning,
        ),
        (
            "finess",
            Reason::Identifier(IdentifierTrouble::Length(9)),
            Weight::Warning,
        ),
    ];
    assert_eq!(found(&entry), expected);
    assert!(can_be_kept(&check(&entry)));
}

#[test]
fn a_number_of_social_security_must_fit_sex_and_birth() {
    let identity = |sex, birth| {
        Entry::Identity(Identity {
            used_first_name: "Théo".into(),
            nir: "150117597105033".into(),
            sex: Some(sex),
            birth_date: Some(birth),
            ..Identity::default()
        })
    };
    let fits = identity(Sex::Male, day(1950, 11, 3));
    assert_eq!(fits.check(today(), None), []);
    for wrong in [
        identity(Sex::Female, day(1950, 11, 3)),
        identity(Sex::Male, day(1951, 11, 3)),
        identity(Sex::Male, day(1950, 1, 3)),
    ] {
        assert_eq!(
            found(&wrong),
            [("nir", Reason::NirDisagrees, Weight::Warning)]
        );
    }
}

#[test]
fn periods_do_not_end_before_they_start() {
    let stay = |from, to| {
        Entry::Stay(Stay {
            title: "Rééducation".into(),
            from,
            to,
            ..Stay::default()
        })
    };
    let wrong = stay(on(2025, 3, 2), on(2025, 3, 1));
    assert_eq!(
        found(&wrong),
        [("to", Reason::EndsBeforeStart, Weight::Blocking)]
    );
    assert_eq!(
        found(&stay(on(2025, 3, 2), PartialDate::month_of(2025, 3))),
        []
    );
    assert_eq!(
        found(&stay(on(2025, 3, 2), PartialDate::year_only(2025))),
        []
    );
}

#[test]
fn nothing_is_measured_tomorrow_or_before_birth() {
    let weight = |date| {
        Entry::Measurement(Measurement {
            what: Some(Measure::Weight),
            value: "31.4".parse().ok(),
            unit: Some(Unit::Kilogram),
            date: Some(date),
            ..Measurement::default()
        })
    };
    assert_eq!(found(&weight(today())), []);
    assert_eq!(
        found(&weight(day(2026, 11, 22))),
        [("date", Reason::InTheFuture, Weight::Blocking)]
    );
    assert_eq!(
        found(&weight(day(2016, 7, 8))),
        [("date", Reason::BeforeBirth, Weight::Warning)]
    );
}

#[test]
fn measurements_need_a_value_in_a_fitting_unit() {
    let measured = |what, value: &str, unit, grade: &str| {
        Entry::Measurement(Measurement {
            what: Some(what),
            value: value.parse().ok(),
            unit,
            grade: grade.into(),
            date: Some(today()),
            ..Measurement::default()
        })
    };
    let weight = |value, unit| found(&measured(Measure::Weight, value, unit, ""));
    assert_eq!(
        weight("", Some(Unit::Kilogram)),
        [("value", Reason::Missing, Weight::Blocking)]
    );
    assert_eq!(
        weight("31", None),
        [("unit", Reason::Missing, Weight::Blocking)]
    );
    assert_eq!(
        weight("31", Some(Unit::Percent)),
        [("unit", Reason::UnitDoesNotFit, Weight::Blocking)]
    );
    let mistyped = Reason::LooksMistyped { low: 0, high: 300 };
    assert_eq!(
        weight("314", Some(Unit::Kilogram)),
        [("value", mistyped, Weight::Warning)]
    );
    assert_eq!(weight("300.0", Some(Unit::Kilogram)), []);
    let gmfcs = |grade| found(&measured(Measure::Gmfcs, "", None, grade));
    assert_eq!(gmfcs("III"), []);
    assert_eq!(
        gmfcs("VI"),
        [("grade", Reason::UnknownGrade, Weight::Blocking)]
    );
    assert_eq!(gmfcs(""), [("grade", Reason::Missing, Weight::Blocking)]);
    let own = found(&measured(Measure::Custom, "3", None, ""));
    assert_eq!(own, [("name", Reason::Missing, Weight::Blocking)]);
}

#[test]
fn telephone_numbers_mail_addresses_and_hours_have_a_form() {
    let with = |number: &str, email: &str| {
        found(&Entry::Contact(Contact {
            name: "Olivier".into(),
            email: email.into(),
            phones: vec![Phone {
                label: String::new(),
                number: number.into(),
            }],
            ..Contact::default()
        }))
    };
    for good in ["06 39 98 40 21", "+33 (0)6.39.98.40.21", "15", "3114"] {
        assert_eq!(with(good, ""), [], "{good}");
    }
    for bad in [
        "",
        "1",
        "zéro six",
        "06 39 98 40 21 poste 3",
        "1234567890123456",
    ] {
        assert_eq!(
            with(bad, ""),
            [("phones", Reason::PhoneForm, Weight::Warning)],
            "{bad}"
        );
    }
    for bad in [
        "marc",
        "marc@",
        "@example.org",
        "a b@example.org",
        "a@b@c.org",
        "a@example",
        "<a@example.org>",
    ] {
        assert_eq!(
            with("15", bad),
            [("email", Reason::EmailForm, Weight::Warning)],
            "{bad}"
        );
    }
    let at = |clock: &str| {
        let times = vec![DoseTime {
            clock: clock.into(),
            moment: Some(Moment::Morning),
            ..DoseTime::default()
        }];
        found(&Entry::Treatment(Treatment {
            name: "x".into(),
            times,
            ..Treatment::default()
        }))
    };
    assert_eq!(at("07:30"), []);
    for bad in ["7:30", "24:00", "12:60", "midi", "+1:00", "12:30:00"] {
        assert_eq!(
            at(bad),
            [("times", Reason::ClockForm, Weight::Blocking)],
            "{bad}"
        );
    }
}

#[test]
fn floods_are_refused() {
    let long = "é".repeat(limits::TEXT + 1);
    let entry = Entry::Note(Note {
        text: long.clone(),
        ..Note::default()
    });
    assert_eq!(
        found(&entry),
        [("text", Reason::TooLong(limits::TEXT), Weight::Blocking)]
    );
    let entry = Entry::Note(Note {
        text: "é".repeat(limits::TEXT),
        ..Note::default()
    });
    assert_eq!(found(&entry), []);
    let pages = vec![FileRef::default(); limits::FILES + 1];
    let entry = Entry::Document(Document {
        title: "x".into(),
        pages,
        ..Document::default()
    });
    assert_eq!(
        found(&entry),
        [("pages", Reason::TooMany(limits::FILES), Weight::Blocking)]
    );
    let documents = vec![EntryRef::from("x"); limits::LINKS + 1];
    let entry = Entry::Problem(Problem {
        name: "x".into(),
        documents,
        ..Problem::default()
    });
    assert_eq!(
        found(&entry),
        [(
            "documents",
            Reason::TooMany(limits::LINKS),
            Weight::Blocking
        )]
    );
    let pages = vec![
        FileRef {
            sha256: "x".repeat(4000),
            ..FileRef::default()
        };
        limits::FILES
    ];
    let entry = Entry::Document(Document {
        title: "x".into(),
        pages,
        ..Document::default()
    });
    assert_eq!(
        found(&entry),
        [(
            "kind",
            Reason::TooLarge(domain::MAX_PLAIN),
            Weight::Blocking
        )]
    );
}

#[test]
fn the_whole_samples_are_questioned_only_where_they_are_odd() {
    let odd: Vec<_> = samples()
        .iter()
        .flat_map(found)
        .filter(|(.., weight)| *weight == Weight::Blocking)
        .collect();
    // A sample has every field filled in; a right that ends and never ends cannot be.
    assert_eq!(odd, [("no_end", Reason::EndAndNoEnd, Weight::Blocking)]);
}

proptest! {
    #[test]
    fn checking_any_text_never_breaks(text in ".{0,40}") {
        for entry in [
            Entry::Contact(Contact {
                name: text.clone(),
                email: text.clone(),
                rpps: text.clone(),
                finess: text.clone(),
                phones: vec![Phone { label: text.clone(), number: text.clone() }],
                ..Contact::default()
            }),
            Entry::Identity(Identity { nir: text.clone(), birth_place: text.clone(), ..Identity::default() }),
            Entry::Treatment(Treatment {
                times: vec![DoseTime { clock: text.clone(), ..DoseTime::default() }],
                ..Treatment::default()
            }),
        ] {
            let _ = check(&entry);
        }
    }
}
