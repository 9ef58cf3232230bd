//! Numbers and ages in words.

use crate::words::Words;
use chrono::NaiveDate;
use domain::Age;

/// A number with so many decimals, with a comma in French.
pub(crate) fn decimal(value: f64, decimals: usize, t: Words) -> String {
    let text = format!("{value:.decimals$}");
    // What rounds to nothing has no sign.
    let nothing = text.bytes().all(|byte| matches!(byte, b'-' | b'0' | b'.'));
    let text = if nothing { text.replace('-', "") } else { text };
    match t.terms() {
        domain::Lang::Fr => text.replace('.', ",").replace('-', "−"),
        domain::Lang::En => text.replace('-', "−"),
    }
}

/// The age on a day in years and months, in days for the youngest; none before birth.
pub(crate) fn age_on(day: NaiveDate, birth: NaiveDate, t: Words) -> Option<String> {
    let age = Age::on(day, birth)?;
    let months = age.in_months();
    Some(match (months, months / 12, months % 12) {
        (0, ..) if age.days == 0 => t.curves_birth().to_owned(),
        (0, ..) if age.days == 1 => t.age_day().to_owned(),
        (0, ..) => t.age_days(age.days),
        (1, ..) => t.age_month().to_owned(),
        (12, ..) => t.curves_year().to_owned(),
        (..24, ..) => t.age_months(months),
        (_, years, 0) => t.age_years(years),
        (_, years, months) => t.curves_years_months(months, years),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const T: Words = Words(crate::site_map::Lang::Fr);

    #[test]
    fn ages_are_said_as_people_say_them() {
        let said = |day: &str| age_on(day.parse().unwrap(), "2016-01-31".parse().unwrap(), T);
        assert_eq!(said("2016-01-30"), None);
        assert_eq!(said("2016-01-31").unwrap(), "naissance");
        assert_eq!(said("2017-01-31").unwrap(), "1 an");
        assert_eq!(said("2017-07-31").unwrap(), "18 mois");
        assert_eq!(said("2019-05-02").unwrap(), "3 ans et 3 mois");
    }

    #[test]
    fn what_rounds_to_nothing_has_no_sign() {
        assert_eq!(decimal(-0.004, 2, T), "0,00");
        assert_eq!(decimal(-0.42, 2, T), "−0,42");
        assert_eq!(decimal(12.0, 0, T), "12");
    }
}
