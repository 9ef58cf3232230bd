//! Ages and moments in words.

use crate::browser;
use crate::words::Words;
use chrono::NaiveDate;
use domain::{Age, SpokenAge, day_in_words};

/// "10 ans", "14 mois", "3 jours".
pub(crate) fn age(birth: NaiveDate, today: NaiveDate, t: Words) -> Option<String> {
    Some(match Age::on(today, birth)?.spoken() {
        SpokenAge::Days(1) => t.age_day().to_owned(),
        SpokenAge::Days(days) => t.age_days(days),
        SpokenAge::Months(1) => t.age_month().to_owned(),
        SpokenAge::Months(months) => t.age_months(months),
        SpokenAge::Years(years) => t.age_years(years),
    })
}

/// "aujourd'hui à 14:05", "hier", "12 mars 2026".
pub(crate) fn moment(seconds: u64, t: Words) -> String {
    let (day, time) = browser::local_moment(seconds);
    match (browser::today() - day).num_days() {
        0 => t.today_at(time),
        1 => t.yesterday_at(time),
        _ => t.on_day_at(day_in_words(day, t.terms()), time),
    }
}
