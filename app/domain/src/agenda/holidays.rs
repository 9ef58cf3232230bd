//! Public holidays of France (code du travail, art. L. 3133-1 and L. 3134-13; décret n° 83-1003 for overseas), and the days
//! that are kept locally. They follow from the calendar, so they are known for every year; a test compares them with a
//! published list.

use chrono::{Datelike, Days, NaiveDate};

use crate::lists::Region;

/// A holiday's names in French and in English.
type Name = (&'static str, &'static str);

/// Holidays on the same day of every year: month, day, name.
const FIXED: [(u32, u32, Name); 8] = [
    (1, 1, ("Jour de l'an", "New Year's Day")),
    (5, 1, ("Fête du Travail", "Labour Day")),
    (5, 8, ("Victoire de 1945", "Victory Day")),
    (7, 14, ("Fête nationale", "Bastille Day")),
    (8, 15, ("Assomption", "Assumption")),
    (11, 1, ("Toussaint", "All Saints' Day")),
    (11, 11, ("Armistice", "Armistice Day")),
    (12, 25, ("Noël", "Christmas Day")),
];

/// Holidays that follow Easter: days after it, name.
const MOVING: [(i64, Name); 3] = [
    (1, ("Lundi de Pâques", "Easter Monday")),
    (39, ("Ascension", "Ascension Day")),
    (50, ("Lundi de Pentecôte", "Whit Monday")),
];

const GOOD_FRIDAY: (i64, Name) = (-2, ("Vendredi saint", "Good Friday"));
const MID_LENT: (i64, Name) = (-24, ("Mi-Carême", "Mid-Lent"));
const ABOLITION: Name = ("Abolition de l'esclavage", "Abolition of slavery");
const SCHOELCHER: (u32, u32, Name) = (7, 21, ("Fête de Victor Schœlcher", "Victor Schœlcher Day"));

/// A month, a day of it, and what it is called.
type Fixed = (u32, u32, Name);
/// Days after Easter, and what it is called.
type Moving = (i64, Name);

/// Beyond those of the whole country: on fixed days, and after Easter.
fn local(region: Region) -> (&'static [Fixed], &'static [Moving]) {
    match region {
        Region::Metropole => (&[], &[]),
        Region::AlsaceMoselle => (
            &[(12, 26, ("Saint-Étienne", "Saint Stephen's Day"))],
            &[GOOD_FRIDAY],
        ),
        Region::Guadeloupe => (&[(5, 27, ABOLITION), SCHOELCHER], &[MID_LENT, GOOD_FRIDAY]),
        Region::Martinique => (&[(5, 22, ABOLITION), SCHOELCHER], &[]),
        Region::Guyane => (&[(6, 10, ABOLITION)], &[]),
        Region::Reunion => (&[(12, 20, ABOLITION)], &[]),
        Region::Mayotte => (&[(4, 27, ABOLITION)], &[]),
    }
}

/// The public holiday that a day is in a region, in French and in English.
pub fn public_holiday(day: NaiveDate, region: Region) -> Option<&'static Name> {
    let (fixed, moving) = local(region);
    let fixed = FIXED.iter().chain(fixed);
    if let Some((.., name)) = fixed
        .clone()
        .find(|(month, number, _)| (day.month(), day.day()) == (*month, *number))
    {
        return Some(name);
    }
    let after = (day - easter(day.year())?).num_days();
    let mut moving = MOVING.iter().chain(moving);
    moving
        .find(|(days, _)| *days == after)
        .map(|(_, name)| name)
}

/// Easter Sunday of a year of the Gregorian calendar (the method of Meeus, Jones and Butcher).
pub fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let correction = (century + 8) / 25;
    let moon =
        (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15).rem_euclid(30);
    let weekday =
        (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4).rem_euclid(7);
    let late = (golden + 11 * moon + 22 * weekday) / 451;
    let days = moon + weekday - 7 * late + 21;
    // The earliest Easter is 22 March: 21 days after the first.
    let first = NaiveDate::from_ymd_opt(year, 3, 1)?;
    first.checked_add_days(Days::new(u64::try_from(days).ok()?))
}
