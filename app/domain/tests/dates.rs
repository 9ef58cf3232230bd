//! Partial dates, ages, exact numbers.
#![allow(clippy::unwrap_used)]

use chrono::{Datelike, Days, NaiveDate};
use core::cmp::Ordering;
use domain::age::birthday;
use domain::{Age, Decimal, Lang, PartialDate, SpokenAge, date_in_words};
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn parts(age: Age) -> (u32, u32, u32) {
    (age.years, age.months, age.days)
}

#[test]
fn born_on_29_february_one_is_older_on_the_last_day_of_february() {
    let birth = day(2008, 2, 29);
    assert_eq!(
        Age::on(day(2026, 2, 27), birth).map(parts),
        Some((17, 11, 29))
    );
    assert_eq!(
        Age::on(day(2026, 2, 28), birth).map(parts),
        Some((18, 0, 0))
    );
    assert!(Age::on(day(2026, 2, 28), birth).unwrap().is_adult());
    assert_eq!(
        Age::on(day(2028, 2, 28), birth).map(parts),
        Some((19, 11, 30))
    );
    assert_eq!(
        Age::on(day(2028, 2, 29), birth).map(parts),
        Some((20, 0, 0))
    );
    assert_eq!(birthday(birth, 18), Some(day(2026, 2, 28)));
}

#[test]
fn born_on_the_31st_a_month_ends_on_its_last_day() {
    let birth = day(2025, 1, 31);
    assert_eq!(
        Age::on(day(2025, 2, 27), birth).map(parts),
        Some((0, 0, 27))
    );
    assert_eq!(Age::on(day(2025, 2, 28), birth).map(parts), Some((0, 1, 0)));
    assert_eq!(
        Age::on(day(2025, 3, 30), birth).map(parts),
        Some((0, 1, 30))
    );
    assert_eq!(Age::on(day(2025, 3, 31), birth).map(parts), Some((0, 2, 0)));
}

#[test]
fn ages_are_said_in_days_then_months_then_years() {
    let birth = day(2024, 3, 10);
    let said = |on| Age::on(on, birth).map(Age::spoken);
    assert_eq!(said(day(2024, 3, 9)), None);
    assert_eq!(said(day(2024, 3, 10)), Some(SpokenAge::Days(0)));
    assert_eq!(said(day(2024, 4, 9)), Some(SpokenAge::Days(30)));
    assert_eq!(said(day(2024, 4, 10)), Some(SpokenAge::Months(1)));
    assert_eq!(said(day(2025, 5, 10)), Some(SpokenAge::Months(14)));
    assert_eq!(said(day(2026, 3, 9)), Some(SpokenAge::Months(23)));
    assert_eq!(said(day(2026, 3, 10)), Some(SpokenAge::Years(2)));
    assert_eq!(said(day(2034, 9, 1)), Some(SpokenAge::Years(10)));
}

#[test]
fn partial_dates_sort_by_what_is_known() {
    let mut dates: Vec<PartialDate> = [
        "2016-03-12",
        "2017",
        "2016",
        "2015-12-31",
        "2016-03",
        "2016-03-01",
    ]
    .map(|text| text.parse().unwrap())
    .into();
    dates.sort();
    let sorted: Vec<String> = dates.iter().map(ToString::to_string).collect();
    assert_eq!(
        sorted,
        [
            "2015-12-31",
            "2016",
            "2016-03",
            "2016-03-01",
            "2016-03-12",
            "2017"
        ]
    );
}

#[test]
fn one_date_is_surely_before_another_only_when_every_day_is() {
    let before = |one: &str, other: &str| {
        let read = |text: &str| text.parse::<PartialDate>().unwrap();
        read(one).surely_before(read(other))
    };
    assert!(before("2015", "2016"));
    assert!(before("2016-02", "2016-03-01"));
    assert!(!before("2016", "2016-03"));
    assert!(!before("2016-03", "2016"));
    assert!(!before("2016-03-12", "2016-03-12"));
}

#[test]
fn what_is_no_date_is_refused() {
    let wrong = [
        "",
        "16",
        "20166",
        "2016-",
        "2016-00",
        "2016-13",
        "2016-3",
        "2016-02-30",
        "2015-02-29",
        "2016/03/12",
        "2016-03-12T00:00",
        "+016",
        "-016",
        " 2016",
        "1849",
        "2201",
        "２０１６",
        "2016-+1",
        "20é6",
        "é016-03-12",
    ];
    for text in wrong {
        assert!(text.parse::<PartialDate>().is_err(), "{text}");
    }
    assert!(PartialDate::month_of(2016, 13).is_none());
    assert!(PartialDate::year_only(20_160).is_none());
}

#[test]
fn dates_in_words() {
    let said = |text: &str, lang| date_in_words(text.parse().unwrap(), lang);
    assert_eq!(said("2016-03-01", Lang::Fr), "1er mars 2016");
    assert_eq!(said("2016-08-12", Lang::Fr), "12 août 2016");
    assert_eq!(said("2016-12", Lang::Fr), "décembre 2016");
    assert_eq!(said("2016-03-01", Lang::En), "1 March 2016");
    assert_eq!(said("2016", Lang::En), "2016");
}

#[test]
fn numbers_keep_their_digits() {
    for (typed, kept) in [
        ("12,50", "12.50"),
        ("0.0", "0.0"),
        ("-5", "-5"),
        ("−0,5", "-0.5"),
        (" 31.4 ", "31.4"),
        ("007", "7"),
    ] {
        assert_eq!(
            typed.parse::<Decimal>().unwrap().to_string(),
            kept,
            "{typed}"
        );
    }
    assert_eq!(
        "31.40".parse::<Decimal>().unwrap().to_text(Lang::Fr),
        "31,40"
    );
    for wrong in [
        "",
        "-",
        ".",
        "5.",
        ",5",
        "1e9",
        "1 000",
        "12kg",
        "NaN",
        "--1",
        "1.2.3",
        "1234567890123456",
        "٣",
    ] {
        assert!(wrong.parse::<Decimal>().is_err(), "{wrong}");
    }
    let (short, long) = (
        "12.5".parse::<Decimal>().unwrap(),
        "12.50".parse::<Decimal>().unwrap(),
    );
    assert_eq!(short.cmp_value(long), Ordering::Equal);
    assert_ne!(short, long);
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0u64..120_000).prop_map(|days| day(1850, 1, 1) + Days::new(days))
}

proptest! {
    #[test]
    fn an_age_leads_back_to_the_day(birth in any_day(), later in 0u64..45_000) {
        let on = birth + Days::new(later);
        let age = Age::on(on, birth).unwrap();
        let turned = birth.checked_add_months(chrono::Months::new(age.in_months())).unwrap();
        prop_assert_eq!(turned + Days::new(u64::from(age.days)), on);
        prop_assert!(age.months < 12 && age.days < 31);
        prop_assert_eq!(Age::on(on + Days::new(1), birth).unwrap() > age, true);
    }

    #[test]
    fn partial_dates_are_read_as_written(on in any_day(), known in 0..3) {
        let date = match known {
            0 => PartialDate::Year(on.year()),
            1 => PartialDate::Month(on.year(), on.month()),
            _ => PartialDate::Day(on),
        };
        prop_assert_eq!(date.to_string().parse(), Ok(date));
        prop_assert!(date.first_day() <= on && on <= date.last_day());
    }

    #[test]
    fn surely_before_agrees_with_the_order(one in any_day(), other in any_day(), known in 0..3) {
        let date = |on: NaiveDate| match known {
            0 => PartialDate::Year(on.year()),
            1 => PartialDate::Month(on.year(), on.month()),
            _ => PartialDate::Day(on),
        };
        prop_assert_eq!(date(one).surely_before(date(other)), date(one) < date(other));
    }

    #[test]
    fn no_text_breaks_the_readers(text in ".{0,20}") {
        let _ = (text.parse::<PartialDate>(), text.parse::<Decimal>());
    }

    #[test]
    fn numbers_are_read_as_written(units in -999_999_999_999i64..999_999_999_999, scale in 0u8..12) {
        let number = Decimal::new(units, scale).unwrap();
        prop_assert_eq!(number.to_string().parse(), Ok(number));
    }
}
