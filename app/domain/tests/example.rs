//! Théo's carnet is whole, whatever the day.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use domain::entry::ListKind;
use domain::entry::ListState;
use domain::example::{ExampleEntry, theo};
use domain::lists::{Measure, Severity, Side};
use domain::view;
use domain::{Age, Entry, Plain, Term};

fn entries(today: NaiveDate) -> Vec<Entry> {
    theo(today).into_iter().map(|row| row.entry).collect()
}

/// Days over two years, the 29th of February among them.
fn days() -> impl Iterator<Item = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2027, 6, 1).unwrap();
    let leap = NaiveDate::from_ymd_opt(2028, 2, 29).unwrap();
    (0..105)
        .map(move |week| first + Days::new(7 * week))
        .chain([leap])
}

#[test]
fn theo_is_ten_and_nothing_in_his_carnet_is_questioned_on_any_day() {
    for today in days() {
        let rows = entries(today);
        let (_, identity) = view::identity(&rows).unwrap();
        let birth = identity.birth_date.unwrap();
        assert_eq!(Age::on(today, birth).unwrap().years, 10, "{today}");
        for entry in &rows {
            assert_eq!(entry.check(today, Some(birth)), [], "{today}: {entry:?}");
        }
    }
}

#[test]
fn every_list_is_rich_and_all_eighteen_headings_are_told() {
    for today in days() {
        let rows = entries(today);
        assert!(rows.len() >= 60, "{}", rows.len());
        for list in ListKind::ALL {
            assert!(matches!(list.state(&rows), ListState::Some(_)), "{list:?}");
        }
        for (heading, habits) in view::habits(&rows) {
            assert!(!habits.is_empty(), "{heading:?}");
        }
        let allergies = view::allergies(&rows);
        assert!(matches!(allergies[0], Entry::Allergy(a) if a.severity == Some(Severity::Severe)));
        let treatments = view::treatments(&rows, today);
        assert_eq!((treatments.current.len(), treatments.past.len()), (5, 2));
        assert_eq!(view::last_weight(&rows).unwrap().0.0.to_string(), "31.4");
        assert!(
            view::course_of_life(&rows, today)
                .iter()
                .filter(|item| item.ongoing)
                .count()
                >= 4
        );
        let ahead = domain::outlook::all(&rows, today, today + chrono::Days::new(400));
        assert!(!ahead.is_empty());
    }
}

#[test]
fn theo_has_curves_to_look_at() {
    for today in days() {
        let rows = entries(today);
        let series = domain::chart::all_series(&rows);
        let points = |what: Measure, side: Option<Side>| {
            let found = series
                .iter()
                .filter(|series| series.key.what == what && series.key.side == side);
            found.map(|series| series.points.len()).max().unwrap_or(0)
        };
        assert!(points(Measure::Weight, None) >= 20);
        assert!(points(Measure::Height, None) >= 20);
        for side in [Some(Side::Left), Some(Side::Right)] {
            assert_eq!(points(Measure::HipMigration, side), 3);
            assert_eq!(points(Measure::Ashworth, side), 5);
        }
        assert_eq!(points(Measure::Sleep, None), 182);
        assert_eq!(points(Measure::Custom, None), 16);
        let kinds = domain::chart::event_kinds(&rows);
        assert_eq!(kinds.len(), 1);
        assert!(domain::chart::marks(&rows, domain::Lang::Fr).len() >= 15);
        assert!(view::of_kind(&rows, domain::Kind::Objective).len() >= 2);
    }
}

#[test]
fn links_lead_to_entries_and_ids_differ() {
    for today in days() {
        let rows = theo(today);
        let ids: BTreeSet<_> = rows.iter().map(|row| row.id.clone()).collect();
        assert_eq!(ids.len(), rows.len());
        for row in &rows {
            for link in row.entry.links() {
                assert!(ids.contains(link), "{} leads to {link}", row.id);
            }
        }
    }
}

#[test]
fn files_stand_in_the_order_of_their_references() {
    let rows = theo(days().next().unwrap());
    let with_files: Vec<&ExampleEntry> = rows.iter().filter(|row| !row.files.is_empty()).collect();
    assert!(with_files.len() >= 10);
    for row in with_files {
        let named = row.entry.files();
        assert_eq!(named.len(), row.files.len());
        for (named, file) in named.iter().zip(&row.files) {
            assert_eq!(
                (&*named.name, &*named.mime, named.size),
                (&*file.name, file.mime, file.bytes.len() as u64)
            );
            match file.mime {
                "application/pdf" => well_formed_pdf(&file.bytes),
                "image/png" => well_formed_png(&file.bytes),
                other => panic!("{other}"),
            }
        }
    }
    for row in rows.iter().filter(|row| row.files.is_empty()) {
        assert!(row.entry.files().is_empty());
    }
}

#[test]
fn every_entry_fits_and_is_read_back() {
    for row in theo(days().next().unwrap()) {
        let plain = Plain::new(row.entry);
        assert_eq!(Plain::read(&plain.write()), Ok(plain));
    }
}

/// The cross-reference table of a PDF points at its objects.
fn well_formed_pdf(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    assert!(bytes.starts_with(b"%PDF-1.4\n") && bytes.ends_with(b"%%EOF\n"));
    let at = |needle: &[u8]| {
        bytes
            .windows(needle.len())
            .rposition(|window| window == needle)
            .unwrap()
    };
    let table: usize = text
        .rsplit("startxref\n")
        .next()
        .unwrap()
        .lines()
        .next()
        .unwrap()
        .parse()
        .unwrap();
    assert_eq!(table, at(b"xref\n0 7"));
    let rows = std::str::from_utf8(&bytes[table..])
        .unwrap()
        .lines()
        .skip(3)
        .take(6);
    for (number, row) in rows.enumerate() {
        let place: usize = row[..10].parse().unwrap();
        assert!(bytes[place..].starts_with(format!("{} 0 obj\n", number + 1).as_bytes()));
    }
}

/// Every chunk of a PNG has its length, and the picture ends with the file.
fn well_formed_png(bytes: &[u8]) {
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"));
    let mut rest = &bytes[8..];
    let mut names = Vec::new();
    while !rest.is_empty() {
        let length = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize;
        names.push(String::from_utf8(rest[4..8].to_vec()).unwrap());
        rest = &rest[12 + length..];
    }
    assert_eq!(names, ["IHDR", "PLTE", "IDAT", "IEND"]);
}
