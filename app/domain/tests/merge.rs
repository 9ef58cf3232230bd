//! Two changes made apart.
#![allow(clippy::unwrap_used)]

mod common;

use common::samples;
use domain::entry::{Allergy, Contact, Event, Events, Readings, Treatment};
use domain::lists::{EventKind, Measure, Unit};
use domain::{Entry, Merge, Plain, merge};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn contact(note: &str, email: &str, address: &str) -> Plain {
    Plain::new(Entry::Contact(Contact {
        name: "Olivier".into(),
        note: note.into(),
        email: email.into(),
        address: address.into(),
        ..Contact::default()
    }))
}

fn fields(merge: &Merge) -> Vec<&str> {
    match merge {
        Merge::Conflict(conflicts) => conflicts
            .iter()
            .map(|conflict| conflict.field.as_str())
            .collect(),
        Merge::Merged(_) => panic!("it was merged"),
    }
}

#[test]
fn different_fields_are_put_together() {
    let base = contact("", "a@example.org", "");
    let mine = contact("appeler le soir", "a@example.org", "");
    let theirs = contact("", "", "1 rue");
    assert_eq!(
        merge(&base, &mine, &theirs),
        Merge::Merged(Box::new(contact("appeler le soir", "", "1 rue")))
    );
}

#[test]
fn the_same_field_written_differently_is_for_a_person_to_settle() {
    let merged = merge(
        &contact("", "", ""),
        &contact("soir", "", "1 rue"),
        &contact("matin", "x@example.org", ""),
    );
    let Merge::Conflict(conflicts) = merged else {
        panic!("it was merged")
    };
    assert_eq!(conflicts.len(), 1);
    assert_eq!(
        (conflicts[0].base.clone(), conflicts[0].mine.clone()),
        (None, Some(json!("soir")))
    );
    assert_eq!(conflicts[0].theirs, Some(json!("matin")));
}

#[test]
fn the_same_change_twice_is_one_change() {
    let (base, both) = (contact("", "", ""), contact("soir", "", ""));
    assert_eq!(
        merge(&base, &both, &both),
        Merge::Merged(Box::new(both.clone()))
    );
}

#[test]
fn a_new_dose_and_new_times_do_not_make_a_treatment_nobody_prescribed() {
    let treatment = |dose: &str, how: &str, note: &str| {
        Plain::new(Entry::Treatment(Treatment {
            name: "Lévétiracétam".into(),
            dose: dose.into(),
            how: how.into(),
            note: note.into(),
            ..Treatment::default()
        }))
    };
    let base = treatment("3 ml", "le matin", "");
    let merged = merge(
        &base,
        &treatment("5 ml", "le matin", ""),
        &treatment("3 ml", "matin et soir", ""),
    );
    assert_eq!(fields(&merged), ["dose", "how"]);
    let merged = merge(
        &base,
        &treatment("5 ml", "le matin", ""),
        &treatment("3 ml", "le matin", "au frais"),
    );
    assert_eq!(
        merged,
        Merge::Merged(Box::new(treatment("5 ml", "le matin", "au frais")))
    );
}

#[test]
fn what_this_version_cannot_edit_it_does_not_merge() {
    let newer = |agent: &str, more: &str| {
        let written =
            json!({"v": 2, "min_edit": 2, "kind": "allergy", "agent": agent, "more": more});
        Plain::read(written.to_string().as_bytes()).unwrap()
    };
    let base = newer("Latex", "a");
    let merged = merge(&base, &newer("Latex, gants", "a"), &newer("Latex", "b"));
    assert_eq!(fields(&merged), ["agent", "more"]);
}

#[test]
fn the_newest_version_number_stays() {
    let with = |v: u32, extra: &str| {
        let written = json!({"v": v, "min_edit": 1, "kind": "allergy", "agent": "Latex", extra: 1});
        Plain::read(written.to_string().as_bytes()).unwrap()
    };
    let base = Plain::new(Entry::Allergy(Allergy {
        agent: "Latex".into(),
        ..Allergy::default()
    }));
    let Merge::Merged(merged) = merge(&base, &with(1, "a"), &with(3, "b")) else {
        panic!("not merged")
    };
    assert_eq!(merged.to_fields()["v"], 3);
    assert_eq!(
        (&merged.extra()["a"], &merged.extra()["b"]),
        (&json!(1), &json!(1))
    );
}

/// A contact with some fields changed. Free fields only, none bound to another.
fn changed(base: &Map<String, Value>, changes: &[(usize, u8)]) -> Plain {
    const FREE: [&str; 6] = ["note", "email", "address", "availability", "x_new", "y_new"];
    let mut fields = base.clone();
    for (field, value) in changes {
        match value {
            0 => fields.remove(FREE[field % FREE.len()]),
            value => fields.insert(
                FREE[field % FREE.len()].into(),
                format!("valeur {value}").into(),
            ),
        };
    }
    Plain::from_fields(fields).unwrap()
}

fn changes() -> impl Strategy<Value = Vec<(usize, u8)>> {
    prop::collection::vec((0usize..6, 0u8..4), 0..5)
}

proptest! {
    #[test]
    fn merging_keeps_both_sides_or_says_which_fields_clash(before in changes(), my in changes(), their in changes()) {
        let base = changed(&contact("a", "b", "c").to_fields(), &before);
        let old = base.to_fields();
        let (mine, theirs) = (changed(&old, &my), changed(&old, &their));
        let (new_mine, new_theirs) = (mine.to_fields(), theirs.to_fields());
        match merge(&base, &mine, &theirs) {
            Merge::Merged(merged) => {
                let merged = merged.to_fields();
                for name in merged.keys().chain(old.keys()) {
                    let (was, m, t) = (old.get(name), new_mine.get(name), new_theirs.get(name));
                    prop_assert!(was == m || was == t || m == t);
                    prop_assert_eq!(merged.get(name), if was == m { t } else { m });
                }
            }
            Merge::Conflict(conflicts) => {
                prop_assert!(!conflicts.is_empty());
                for conflict in conflicts {
                    let (was, m, t) = (conflict.base, conflict.mine, conflict.theirs);
                    prop_assert!(was != m && was != t && m != t);
                }
            }
        }
    }

    #[test]
    fn the_order_of_the_two_does_not_matter(my in changes(), their in changes()) {
        let base = contact("a", "b", "c");
        let old = base.to_fields();
        let (mine, theirs) = (changed(&old, &my), changed(&old, &their));
        match (merge(&base, &mine, &theirs), merge(&base, &theirs, &mine)) {
            (Merge::Merged(one), Merge::Merged(other)) => prop_assert_eq!(one, other),
            (one, other) => prop_assert_eq!(fields(&one), fields(&other)),
        }
    }

    #[test]
    fn who_changed_nothing_takes_the_other_version(place in 0usize..15, my in changes()) {
        let base = Plain::new(samples()[place].clone());
        let mine = changed(&base.to_fields(), &my);
        if mine.editable() {
            prop_assert_eq!(merge(&base, &mine, &base), Merge::Merged(Box::new(mine.clone())));
            prop_assert_eq!(merge(&base, &base, &mine), Merge::Merged(Box::new(mine.clone())));
        }
    }
}

fn readings(points: &[&str]) -> Plain {
    Plain::new(Entry::Readings(Readings {
        what: Some(Measure::Sleep),
        unit: Some(Unit::Hour),
        points: points.iter().map(|point| point.parse().unwrap()).collect(),
        ..Readings::default()
    }))
}

fn points(merge: Merge) -> Vec<String> {
    let Merge::Merged(plain) = merge else {
        panic!("{merge:?}")
    };
    let Entry::Readings(readings) = plain.entry else {
        panic!()
    };
    readings.points.iter().map(ToString::to_string).collect()
}

#[test]
fn values_written_apart_are_all_kept() {
    let base = readings(&["2026-03-01 8", "2026-03-02 9"]);
    let mine = readings(&["2026-03-01 8", "2026-03-02 9", "2026-03-03 7"]);
    let theirs = readings(&["2026-03-02 9", "2026-03-04T07:00 6.5"]);
    assert_eq!(
        points(merge(&base, &mine, &theirs)),
        ["2026-03-02 9", "2026-03-03 7", "2026-03-04T07:00 6.5"]
    );
    let same = readings(&[
        "2026-03-01 8",
        "2026-03-02 9",
        "2026-03-03 7",
        "2026-03-05 1",
    ]);
    assert_eq!(points(merge(&base, &mine, &same)).len(), 4);
}

#[test]
fn two_values_for_one_moment_are_for_a_person_to_settle() {
    let base = readings(&["2026-03-01 8"]);
    let mine = readings(&["2026-03-01 8", "2026-03-02 9"]);
    let theirs = readings(&["2026-03-01 8", "2026-03-02 7"]);
    assert!(matches!(merge(&base, &mine, &theirs), Merge::Conflict(_)));
    let mine = readings(&["2026-03-01 7"]);
    let theirs = readings(&["2026-03-01 6"]);
    assert!(matches!(merge(&base, &mine, &theirs), Merge::Conflict(_)));
}

#[test]
fn values_do_not_follow_a_unit_that_the_other_changed() {
    let base = readings(&["2026-03-01 8"]);
    let mine = readings(&["2026-03-01 8", "2026-03-02 9"]);
    let Entry::Readings(minutes) = readings(&["2026-03-01 480", "2026-03-03 500"]).entry else {
        panic!()
    };
    let theirs = base.with(Entry::Readings(Readings {
        unit: Some(Unit::Minute),
        ..minutes
    }));
    assert!(matches!(merge(&base, &mine, &theirs), Merge::Conflict(_)));
}

#[test]
fn two_seizures_of_one_minute_are_two() {
    let day_of = |sorts: &[&str]| {
        let event = |sort: &&str| Event {
            time: "07:40".into(),
            sort: (*sort).into(),
            ..Event::default()
        };
        Plain::new(Entry::Events(Events {
            what: Some(EventKind::Seizure),
            events: sorts.iter().map(event).collect(),
            ..Events::default()
        }))
    };
    let (base, mine, theirs) = (day_of(&[]), day_of(&["a"]), day_of(&["b"]));
    let Merge::Merged(plain) = merge(&base, &mine, &theirs) else {
        panic!()
    };
    assert!(matches!(plain.entry, Entry::Events(day) if day.events.len() == 2));
}

proptest! {
    #[test]
    fn additions_made_apart_meet_in_the_same_list_whoever_merges(
        base in prop::collection::btree_set(1u32..29, 0..6),
        mine in prop::collection::btree_set(1u32..29, 0..6),
        theirs in prop::collection::btree_set(1u32..29, 0..6),
    ) {
        let of = |days: &std::collections::BTreeSet<u32>| {
            let texts: Vec<String> = days.iter().map(|day| format!("2026-02-{day:02} {day}")).collect();
            readings(&texts.iter().map(String::as_str).collect::<Vec<_>>())
        };
        let mine = &base | &mine;
        let theirs = &base | &theirs;
        let sorted = |merge| { let mut all = points(merge); all.sort(); all };
        let here = sorted(merge(&of(&base), &of(&mine), &of(&theirs)));
        let there = sorted(merge(&of(&base), &of(&theirs), &of(&mine)));
        prop_assert_eq!(&here, &there);
        prop_assert_eq!(here.len(), (&mine | &theirs).len());
    }
}
