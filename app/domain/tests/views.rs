//! What pages show of many entries.
#![allow(clippy::unwrap_used)]

mod common;

use common::{day, on, samples};
use domain::entry::*;
use domain::lists::*;
use domain::view::{self, ContactGroup};
use domain::{Entry, Lang, PartialDate, Plain, Section, Term, field_label};

fn titles<T: view::HasEntry>(rows: &[&T]) -> Vec<String> {
    rows.iter().map(|row| row.entry().title(Lang::Fr)).collect()
}

#[test]
fn the_gravest_allergy_comes_first_and_the_one_ruled_out_last() {
    let allergy = |agent: &str, severity, certainty| {
        Entry::Allergy(Allergy {
            agent: agent.into(),
            severity,
            certainty,
            ..Allergy::default()
        })
    };
    let rows = [
        allergy(
            "Fraise",
            Some(Severity::LifeThreatening),
            Some(Certainty::RuledOut),
        ),
        allergy("Sparadrap", Some(Severity::Mild), None),
        allergy(
            "Arachide",
            Some(Severity::LifeThreatening),
            Some(Certainty::Suspected),
        ),
        allergy("Œuf", None, None),
        allergy("Noix", Some(Severity::Moderate), None),
    ];
    assert_eq!(
        titles(&view::allergies(&rows)),
        ["Arachide", "Œuf", "Noix", "Sparadrap", "Fraise"]
    );
}

#[test]
fn none_known_is_not_the_same_as_not_filled_in_and_entries_win() {
    let said = |on| {
        Entry::Statement(Statement {
            list: ListKind::Allergies,
            state: NoneKnown::NoneKnown,
            on,
        })
    };
    let allergy = Entry::Allergy(Allergy {
        agent: "Latex".into(),
        ..Allergy::default()
    });
    assert_eq!(
        ListKind::Allergies.state::<Entry>(&[]),
        ListState::NotFilledIn
    );
    assert_eq!(
        ListKind::Allergies.state(&[said(None)]),
        ListState::NoneKnown(None)
    );
    let twice = [
        said(Some(day(2026, 2, 3))),
        said(Some(day(2026, 1, 3))),
        said(None),
    ];
    assert_eq!(
        ListKind::Allergies.state(&twice),
        ListState::NoneKnown(Some(day(2026, 2, 3)))
    );
    assert_eq!(ListKind::Problems.state(&twice), ListState::NotFilledIn);
    assert_eq!(
        ListKind::Allergies.state(&[said(None), allergy]),
        ListState::Some(1)
    );
}

#[test]
fn treatments_are_current_planned_or_past_today() {
    let treatment =
        |name: &str, start: Option<PartialDate>, stop: Option<PartialDate>, as_needed| {
            Entry::Treatment(Treatment {
                name: name.into(),
                start,
                stop,
                as_needed,
                ..Treatment::default()
            })
        };
    let rows = [
        treatment("si besoin", None, None, true),
        treatment("finit aujourd'hui", None, on(2026, 5, 3), false),
        treatment("fini hier", None, on(2026, 5, 2), false),
        treatment(
            "fini l'an dernier",
            None,
            PartialDate::year_only(2025),
            false,
        ),
        treatment("commence demain", on(2026, 5, 4), None, false),
        treatment(
            "commence ce mois-ci",
            PartialDate::month_of(2026, 5),
            None,
            false,
        ),
        treatment(
            "finit cette année",
            None,
            PartialDate::year_only(2026),
            false,
        ),
    ];
    let sorted = view::treatments(&rows, day(2026, 5, 3));
    let current = [
        "commence ce mois-ci",
        "finit aujourd'hui",
        "finit cette année",
        "si besoin",
    ];
    assert_eq!(titles(&sorted.current), current);
    assert_eq!(titles(&sorted.planned), ["commence demain"]);
    assert_eq!(titles(&sorted.past), ["fini hier", "fini l'an dernier"]);
}

#[test]
fn the_course_of_life_runs_from_birth_to_today() {
    let step = |title: &str, from, to| {
        Entry::Step(Step {
            title: title.into(),
            track: Some(StepTrack::Psychological),
            from,
            to,
            ..Step::default()
        })
    };
    let rows = [
        step("sans date", None, None),
        step("SESSAD", PartialDate::month_of(2024, 9), None),
        step(
            "crèche",
            PartialDate::year_only(2018),
            PartialDate::year_only(2019),
        ),
        Entry::Stay(Stay {
            title: "opération".into(),
            from: on(2022, 11, 12),
            ..Stay::default()
        }),
        Entry::Note(Note {
            text: "pas une étape".into(),
            ..Note::default()
        }),
    ];
    let course = view::course_of_life(&rows, day(2026, 5, 3));
    let told: Vec<_> = course
        .iter()
        .map(|item| (item.row.title(Lang::Fr), item.ongoing))
        .collect();
    let expected = [
        ("crèche", false),
        ("opération", false),
        ("SESSAD", true),
        ("sans date", true),
    ];
    assert_eq!(
        told,
        expected.map(|(title, ongoing)| (title.to_owned(), ongoing))
    );
    assert_eq!(course[1].track, Some(StepTrack::Medical));
}

#[test]
fn the_last_weight_is_the_newest_whatever_its_unit() {
    let weight = |value: &str, unit, date| {
        Entry::Measurement(Measurement {
            what: Some(Measure::Weight),
            value: value.parse().ok(),
            unit: Some(unit),
            date: Some(date),
            ..Measurement::default()
        })
    };
    let rows = [
        weight("30100", Unit::Gram, day(2026, 5, 3)),
        weight("29.5", Unit::Kilogram, day(2026, 1, 3)),
        weight("1", Unit::Percent, day(2026, 6, 3)),
    ];
    let (Kilograms(value), date) = view::last_weight(&rows).unwrap();
    assert_eq!(
        (value.to_string(), date),
        ("30.100".to_owned(), day(2026, 5, 3))
    );
    assert_eq!(view::last_height(&rows), None);
}

#[test]
fn contacts_stand_in_groups_those_to_call_first() {
    let contact = |name: &str, roles: &[ContactRole], until| {
        Entry::Contact(Contact {
            name: name.into(),
            roles: roles.to_vec(),
            until,
            ..Contact::default()
        })
    };
    let rows = [
        contact("Tante", &[ContactRole::Family], None),
        contact(
            "Maman",
            &[ContactRole::Parent, ContactRole::Emergency],
            None,
        ),
        contact("Kiné", &[ContactRole::Professional], None),
        contact(
            "Ancien kiné",
            &[ContactRole::Professional],
            PartialDate::year_only(2024),
        ),
        contact(
            "École",
            &[ContactRole::School, ContactRole::Structure],
            None,
        ),
    ];
    let groups: Vec<_> = view::contact_groups(&rows, day(2026, 5, 3))
        .into_iter()
        .map(|(group, rows)| (group, titles(&rows).join(", ")))
        .collect();
    let expected = [
        (ContactGroup::Family, "Maman, Tante"),
        (ContactGroup::Care, "Kiné"),
        (ContactGroup::School, "École"),
        (ContactGroup::Former, "Ancien kiné"),
    ];
    assert_eq!(
        groups,
        expected.map(|(group, names)| (group, names.to_owned()))
    );
}

#[test]
fn history_says_in_words_what_changed() {
    let treatment = |dose: &str, why: &str| {
        Entry::Treatment(Treatment {
            name: "Lévétiracétam".into(),
            dose: dose.into(),
            why: why.into(),
            ..Treatment::default()
        })
    };
    let (before, after) = (treatment("2 ml", "épilepsie"), treatment("3 ml", ""));
    let changes: Vec<_> = view::changed_lines(&before, &after, Lang::Fr)
        .into_iter()
        .map(|change| (change.label, change.before, change.after))
        .collect();
    let expected = [("Dose", "2 ml", "3 ml"), ("Pour quoi", "épilepsie", "")];
    assert_eq!(
        changes,
        expected.map(|(label, before, after)| (label, before.to_owned(), after.to_owned()))
    );
    let fields = view::changed_fields(&Plain::new(before), &Plain::new(after));
    assert_eq!(
        fields
            .iter()
            .map(|change| change.field.as_str())
            .collect::<Vec<_>>(),
        ["dose", "why"]
    );
}

#[test]
fn every_field_of_every_kind_has_a_name_in_both_languages() {
    for entry in samples() {
        for field in Plain::new(entry.clone())
            .to_fields()
            .keys()
            .filter(|name| !["v", "min_edit"].contains(&name.as_str()))
        {
            for lang in [Lang::Fr, Lang::En] {
                assert!(
                    field_label(field, lang).is_some(),
                    "{field} of {:?}",
                    entry.kind()
                );
            }
        }
        for line in entry.lines(Lang::Fr) {
            assert_ne!(line.label, line.field, "{}", line.field);
        }
    }
}

/// What stands in an entry and is no link or detail of a file is also said in words.
#[test]
fn every_field_is_said_in_words() {
    let links = [
        "documents",
        "prescriber_contact",
        "supplier_contact",
        "addressee_contact",
        "author_contact",
        "contact",
        "about",
        "linked",
        "structure",
        "phone_contact",
        "pinned",
        "previous",
        "procedure",
        "project",
        "own",
        "members",
        "notes",
        "measures",
        // For programs.
        "edition",
        "uid",
        "of",
        "member",
    ];
    // Said within another line: the reading, or the statement itself.
    let within = [
        "unit",
        "unit_text",
        "grade",
        "state",
        "lowest_means",
        "highest_means",
    ];
    for entry in samples() {
        let lines = entry.lines(Lang::Fr);
        for field in Plain::new(entry.clone()).to_fields().keys() {
            let field = field.as_str();
            if ["v", "min_edit", "kind"].contains(&field)
                || links.contains(&field)
                || within.contains(&field)
            {
                continue;
            }
            assert!(
                lines.iter().any(|line| line.field == field),
                "{field} of {:?} is not said",
                entry.kind()
            );
        }
    }
}

#[test]
fn codes_lead_back_to_their_words_and_none_is_used_twice() {
    fn checked<T: Term + core::fmt::Debug>() {
        for term in T::ALL {
            assert_eq!(T::from_code(term.code()), Some(*term));
            assert!(!term.label(Lang::Fr).is_empty() && !term.label(Lang::En).is_empty());
        }
    }
    checked::<AgentKind>();
    checked::<Certainty>();
    checked::<Colour>();
    checked::<ContactRole>();
    checked::<DeviceKind>();
    checked::<Discipline>();
    checked::<DocumentKind>();
    checked::<GuardianRole>();
    checked::<HabitHeading>();
    checked::<Measure>();
    checked::<MedicineForm>();
    checked::<Moment>();
    checked::<Position>();
    checked::<ProblemState>();
    checked::<ProtectionKind>();
    checked::<Section>();
    checked::<Severity>();
    checked::<Sex>();
    checked::<Side>();
    checked::<StayKind>();
    checked::<StepKind>();
    checked::<StepTrack>();
    checked::<Unit>();
    checked::<ListKind>();
    checked::<domain::Kind>();
    assert_eq!(HabitHeading::ALL.len(), 18);
}

#[test]
fn the_official_professions_are_there() {
    assert_eq!(professions().count(), 42);
    assert_eq!(
        Profession::from("70").label(),
        Some("Masseur-Kinésithérapeute")
    );
    assert_eq!(Profession::from("x9").text(), "x9");
}

#[test]
fn entries_live_in_their_section() {
    let document = |discipline| {
        Entry::Document(Document {
            discipline,
            ..Document::default()
        })
        .home()
    };
    assert_eq!(document(None), Section::Health);
    assert_eq!(document(Some(Discipline::Physiotherapy)), Section::Health);
    assert_eq!(document(Some(Discipline::School)), Section::School);
    assert_eq!(
        document(Some(Discipline::Administrative)),
        Section::Procedures
    );
    let step = |track, step_kind| {
        Entry::Step(Step {
            track,
            step_kind,
            ..Step::default()
        })
        .home()
    };
    assert_eq!(
        step(Some(StepTrack::Medical), Some(StepKind::School)),
        Section::School
    );
    assert_eq!(step(Some(StepTrack::Psychological), None), Section::Health);
    assert_eq!(Entry::Identity(Identity::default()).home(), Section::Team);
    assert_eq!(Entry::Habit(Habit::default()).home(), Section::Daily);
    assert_eq!(Entry::Note(Note::default()).home(), Section::Notebook);
}

#[test]
fn files_and_links_can_be_reached_and_renamed_in_every_kind() {
    for mut entry in samples() {
        let written = String::from_utf8(Plain::new(entry.clone()).write()).unwrap();
        assert_eq!(
            entry.all_files().len(),
            written.matches("\"blob\"").count(),
            "{:?}",
            entry.kind()
        );
        for file in entry.files_mut() {
            file.blob = "renamed".into();
        }
        assert!(entry.files().iter().all(|file| file.blob == "renamed"));
        let before = entry.links().len();
        for link in entry.links_mut() {
            *link = "elsewhere".into();
        }
        assert_eq!(entry.links().len(), before);
        assert!(
            entry
                .links()
                .iter()
                .all(|link| link.as_str() == "elsewhere")
        );
    }
}

#[test]
fn words_find_entries_whatever_accents_and_capitals() {
    let entry = Entry::Document(Document {
        title: "Bilan de kinésithérapie".into(),
        author: "Marc Lœuvre".into(),
        ..Document::default()
    });
    for query in ["", "kinesi bilan", "KINÉ", "loeuvre", "  marc  "] {
        assert!(view::matches(&entry, query, Lang::Fr), "{query}");
    }
    assert!(!view::matches(&entry, "bilan ortho", Lang::Fr));
}

#[test]
fn titles_are_never_empty() {
    for entry in [
        Entry::Note(Note::default()),
        Entry::Contact(Contact::default()),
        Entry::Identity(Identity::default()),
        Entry::Habit(Habit::default()),
        Entry::Document(Document {
            title: "  ".into(),
            ..Document::default()
        }),
    ] {
        assert!(!entry.title(Lang::Fr).trim().is_empty());
    }
    let long = Entry::Note(Note {
        text: "mot ".repeat(100),
        ..Note::default()
    });
    assert!(long.title(Lang::Fr).chars().count() <= 61);
    let weight = Measurement {
        what: Some(Measure::Weight),
        value: "31.4".parse().ok(),
        unit: Some(Unit::Kilogram),
        ..Measurement::default()
    };
    assert_eq!(
        Entry::Measurement(weight).title(Lang::Fr),
        "Poids : 31,4\u{a0}kg"
    );
}
