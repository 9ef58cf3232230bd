//! Tables taken in.
#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use domain::entry::{Amount, Reading, Readings};
use domain::lists::{Measure, Unit};
use domain::pasted::*;
use proptest::prelude::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn choice(value: usize) -> Choice<'static> {
    Choice {
        date: 0,
        time: None,
        value,
        note: None,
        unit: None,
        grades: &[],
    }
}

fn texts(taken: &Taken) -> Vec<String> {
    taken.readings.iter().map(ToString::to_string).collect()
}

#[test]
fn a_french_spreadsheet_is_understood_as_it_is_pasted() {
    let text = "Date\tPoids (kg)\tTaille (cm)\tRemarque\n\
                03/04/2026\t31,4\t138\taprès la grippe\n\
                1er mars 2026\t31,15\t\t\n\
                2/1/26\t30,9 kg\t137,5\t\n";
    let table = read(text, today()).unwrap();
    assert_eq!(table.separator, '\t');
    let value = |measure, unit| ColumnSort::Value {
        measure: Some(measure),
        unit: Some(unit),
    };
    let sorts: Vec<ColumnSort> = table.columns.iter().map(|column| column.sort).collect();
    assert_eq!(
        sorts,
        [
            ColumnSort::Date,
            value(Measure::Weight, Unit::Kilogram),
            value(Measure::Height, Unit::Centimetre),
            ColumnSort::Note
        ]
    );
    let weights = table.take(
        Choice {
            note: Some(3),
            ..choice(1)
        },
        today(),
    );
    assert_eq!(
        texts(&weights),
        [
            "2026-01-02 30.9",
            "2026-03-01 31.15",
            "2026-04-03 31.4 après la grippe"
        ]
    );
    let heights = table.take(choice(2), today());
    assert_eq!((heights.readings.len(), heights.empty), (2, 1));
}

#[test]
fn every_usual_separator_is_found() {
    for (text, separator) in [
        ("2026-03-01;12,5\n2026-03-02;13", ';'),
        ("2026-03-01,12.5\n2026-03-02,13", ','),
        ("2026-03-01|12,5\n2026-03-02|13", '|'),
        ("2026-03-01 12,5\n2026-03-02 13", ' '),
        (
            "\u{feff}date;valeur\r\n\"2026-03-01\";\"12,5\"\r\n2026-03-02;13\r\n",
            ';',
        ),
        ("date,value\n2026-03-01,\"12,5\"\n2026-03-02,13", ','),
    ] {
        let table = read(text, today()).unwrap();
        assert_eq!(table.separator, separator, "{text}");
        let taken = table.take(choice(1), today());
        assert_eq!(
            texts(&taken),
            ["2026-03-01 12.5", "2026-03-02 13"],
            "{text}"
        );
    }
}

#[test]
fn each_bad_line_is_named_with_its_reason() {
    let text = "jour;valeur\n2026-03-01;12\n2026-02-30;13\nhier;14\n2026-03-04;beaucoup\n\n2027-01-01;3\n2026-03-01;15\n2026-03-07;12 3\n";
    let table = read(text, today()).unwrap();
    let taken = table.take(choice(1), today());
    let refused: Vec<(u64, LineTrouble, &str)> = taken
        .refused
        .iter()
        .map(|line| (line.number, line.why, line.text.as_str()))
        .collect();
    assert_eq!(
        refused,
        [
            (3, LineTrouble::NotADate, "2026-02-30"),
            (4, LineTrouble::NotADate, "hier"),
            (5, LineTrouble::NotANumber, "beaucoup"),
            (7, LineTrouble::InTheFuture, "2027-01-01"),
            (8, LineTrouble::SameMoment, "2026-03-01"),
            (9, LineTrouble::NotANumber, "12 3"),
        ]
    );
    assert_eq!(texts(&taken), ["2026-03-01 12"]);
}

#[test]
fn the_month_comes_first_only_where_nothing_else_makes_sense() {
    let french = read("03/04/2026;1\n04/05/2026;2", today()).unwrap();
    assert_eq!(french.order, DayOrder::DayFirst);
    let american = read("03/14/2026;1\n04/05/2026;2", today()).unwrap();
    assert_eq!(american.order, DayOrder::MonthFirst);
    let days = texts(&american.take(choice(1), today()));
    assert_eq!(days, ["2026-03-14 1", "2026-04-05 2"]);
}

#[test]
fn times_durations_grades_and_yes_or_no() {
    let table = read(
        "Date;Heure;Sommeil\n1/3/2026;7h30;8h15\n2/3/2026;07:05;9:30",
        today(),
    )
    .unwrap();
    assert_eq!(table.columns[1].sort, ColumnSort::Time);
    assert!(matches!(
        table.columns[2].sort,
        ColumnSort::Value {
            measure: Some(Measure::Sleep),
            ..
        }
    ));
    let slept = |unit| {
        let choice = Choice {
            time: Some(1),
            unit: Some(unit),
            ..choice(2)
        };
        texts(&table.take(choice, today()))
    };
    assert_eq!(
        slept(Unit::Minute),
        ["2026-03-01T07:30 495", "2026-03-02T07:05 570"]
    );
    assert_eq!(
        slept(Unit::Hour),
        ["2026-03-01T07:30 8.25", "2026-03-02T07:05 9.50"]
    );

    let together = read("2026-03-01 07:30;4\n01.03.2026 19h;5", today()).unwrap();
    assert_eq!(
        texts(&together.take(choice(1), today())),
        ["2026-03-01T07:30 4", "2026-03-01T19:00 5"]
    );

    let graded = read("date;Ashworth\n2026-03-01;1+\n2026-03-02;5", today()).unwrap();
    let choice_graded = Choice {
        grades: Measure::Ashworth.grades(),
        ..choice(1)
    };
    let taken = graded.take(choice_graded, today());
    assert_eq!(taken.readings[0].amount, Amount::Grade("1+".into()));
    assert_eq!(taken.refused[0].why, LineTrouble::NotAGrade);

    let yes = read("date;école\n2026-03-01;oui\n2026-03-02;Non", today()).unwrap();
    assert_eq!(
        texts(&yes.take(choice(1), today())),
        ["2026-03-01 1", "2026-03-02 0"]
    );
}

#[test]
fn what_is_no_table_is_refused() {
    assert_eq!(read("  \n ", today()), Err(TableError::Empty));
    assert_eq!(
        read("Bonjour, comment allez-vous ?", today()),
        Err(TableError::NoDates)
    );
    assert_eq!(
        read("2026-03-01\n2026-03-02", today()),
        Err(TableError::NoDates)
    );
    assert_eq!(
        read(&"x".repeat(MAX_TEXT + 1), today()),
        Err(TableError::TooLong)
    );
    let wide = format!("2026-03-01{}\n", ";1".repeat(MAX_COLUMNS));
    assert_eq!(read(&wide, today()), Err(TableError::TooLong));
    let long = "2026-03-01;1\n".repeat(MAX_LINES + 1);
    assert_eq!(read(&long, today()), Err(TableError::TooLong));
}

#[test]
fn twenty_years_of_days_fit_into_few_entries() {
    let first = NaiveDate::from_ymd_opt(2006, 1, 1).unwrap();
    let readings: Vec<Reading> = (0..7305)
        .map(|day| Reading {
            date: first + chrono::Days::new(day),
            time: String::new(),
            amount: Amount::Number("9.5".parse().unwrap()),
            note: String::new(),
        })
        .collect();
    let template = Readings {
        what: Some(Measure::Sleep),
        unit: Some(Unit::Hour),
        ..Readings::default()
    };
    let entries = template.in_entries(readings.clone());
    assert_eq!(entries.len(), 2);
    let all: Vec<Reading> = entries
        .iter()
        .flat_map(|entry| entry.points.clone())
        .collect();
    assert_eq!(all, readings);
    for entry in entries {
        let entry = domain::Entry::Readings(entry);
        assert_eq!(entry.check(today(), None), []);
        assert!(domain::Plain::new(entry).write().len() < 80_000);
    }
}

proptest! {
    #[test]
    fn reading_anything_never_breaks(text in "[0-9/;,.: \t\n\"a-zé°-]{0,200}") {
        if let Ok(table) = read(&text, today()) {
            for value in 0..table.columns.len() {
                let taken = table.take(Choice { unit: Some(Unit::Hour), note: Some(0), ..choice(value) }, today());
                prop_assert!(taken.readings.len() + taken.refused.len() + taken.empty == table.lines.len());
                for reading in taken.readings {
                    prop_assert_eq!(reading.to_string().parse::<Reading>(), Ok(reading));
                }
            }
        }
    }

    #[test]
    fn what_is_written_out_is_taken_in_again(
        values in prop::collection::btree_map(0u64..9000, (-9999i64..99999, 0u8..3), 1..30), comma in any::<bool>(),
    ) {
        let first = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap();
        let mut text = "date;valeur\n".to_owned();
        let mut expected = Vec::new();
        for (day, (units, scale)) in values {
            let date = first + chrono::Days::new(day);
            let value = domain::Decimal::new(units, scale).unwrap();
            let written = if comma { value.to_text(domain::Lang::Fr) } else { value.to_string() };
            text.push_str(&format!("{};{written}\n", date.format("%d/%m/%Y")));
            expected.push(format!("{date} {value}"));
        }
        let taken = read(&text, today()).unwrap().take(choice(1), today());
        prop_assert_eq!(texts(&taken), expected);
    }
}
