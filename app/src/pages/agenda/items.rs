//! What stands in the agenda's views: one line each, ready to be shown.

use crate::lists::rows::Row;
use crate::site_map::{Page, Place};
use crate::words::Words;
use chrono::NaiveDate;
use domain::agenda::{Occasion, Pause, Settings, Sort, Status, between};
use domain::due::{self, What};
use domain::lists::Day;
use domain::outlook;
use domain::{Entry, Term, day_in_words};

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// Where it leads.
    pub(super) href: String,
    /// Its class: which sort it is.
    pub(super) class: &'static str,
    /// The hour, empty for a whole day.
    pub(super) hour: String,
    /// What it is.
    pub(super) title: String,
    /// With whom, where, why not.
    pub(super) detail: String,
    /// What must be known of it: cancelled, moved; with its class.
    pub(super) state: Option<(&'static str, &'static str)>,
    /// It does not take place.
    pub(super) off: bool,
    /// The first and the last day that it touches.
    pub(super) days: (NaiveDate, NaiveDate),
}

impl Item {
    /// Whether it stands on a day.
    pub(super) fn touches(&self, day: NaiveDate) -> bool {
        (self.days.0..=self.days.1).contains(&day)
    }
}

/// Everything that stands between two days, the earliest first.
pub(super) fn items(
    rows: &[Row],
    from: NaiveDate,
    to: NaiveDate,
    here: &Place,
    t: Words,
) -> Vec<Item> {
    let occasions = between(rows, from, to);
    let mut all: Vec<(due::When, Item)> = occasions
        .iter()
        .map(|occasion| (occasion.when, of_occasion(occasion, here, t)))
        .collect();
    let due = outlook::all(rows, from, to).into_iter();
    let due = due.filter(|due| !matches!(due.what, What::Appointment | What::Session));
    all.extend(due.map(|due| (due.when, of_due(&due, here, t))));
    all.sort_by_key(|(when, _)| *when);
    all.into_iter().map(|(_, item)| item).collect()
}

fn of_occasion(occasion: &Occasion<'_, Row>, here: &Place, t: Words) -> Item {
    let row = occasion.row;
    let (class, with, place) = match &row.entry {
        Entry::Appointment(it) => ("appointment", &*it.with, &*it.place),
        Entry::Series(it) => ("session", &*it.with, &*it.place),
        Entry::Absence(it) => ("absence", "", &*it.told),
        _ => ("appointment", "", ""),
    };
    let details = [with, place, occasion.reason];
    let details = details.into_iter().filter(|detail| !detail.is_empty());
    let hour = occasion.when.hour();
    Item {
        href: Place::item(t.lang(), Page::Planned, &here.carnet, &row.id.to_string()).href(),
        class,
        hour: hour
            .map(|hour| hour.format("%H:%M").to_string())
            .unwrap_or_default(),
        title: row.entry.title(t.terms()),
        detail: details.collect::<Vec<_>>().join(" · "),
        state: state(occasion, t),
        off: matches!(occasion.status, Status::Cancelled | Status::Paused(_)),
        days: (occasion.when.day(), occasion.last),
    }
}

fn state(occasion: &Occasion<'_, Row>, t: Words) -> Option<(&'static str, &'static str)> {
    match (occasion.status, occasion.sort) {
        (Status::Planned, _) => None,
        (Status::Moved, _) => Some(("state caution", t.agenda_moved())),
        (Status::Done, _) => Some(("state done", t.agenda_done())),
        (Status::Cancelled, Sort::Session) => Some(("state", t.agenda_session_cancelled())),
        (Status::Cancelled, _) => Some(("state", t.agenda_cancelled())),
        (Status::Paused(Pause::PublicHoliday), _) => Some(("state", t.agenda_paused_public())),
        (Status::Paused(Pause::SchoolHoliday), _) => Some(("state", t.agenda_paused_school())),
    }
}

/// A date that must not be missed leads to the page where it is written.
fn of_due(due: &due::Due<'_, Row>, here: &Place, t: Words) -> Item {
    let page = due
        .row
        .entry
        .kind()
        .map_or(Page::Today, crate::pages::home::list_of);
    let hour = due.when.hour();
    let day = due.when.day();
    Item {
        href: Place::inside(t.lang(), page, &here.carnet).href(),
        class: "deadline",
        hour: hour
            .map(|hour| hour.format("%H:%M").to_string())
            .unwrap_or_default(),
        title: due.row.entry.title(t.terms()),
        detail: String::new(),
        state: Some(("state caution", due.what.called(&due.row.entry, t.terms()))),
        off: false,
        days: (day, day),
    }
}

/// "mardi 8 décembre 2026".
pub(super) fn day_name(day: NaiveDate, t: Words) -> String {
    format!(
        "{} {}",
        Day::of(day).label(t.terms()),
        day_in_words(day, t.terms())
    )
}

/// What a day is beside: a public holiday, school holidays.
pub(super) fn free(settings: &Settings, day: NaiveDate, t: Words) -> Vec<String> {
    let public = settings
        .public_holiday(day)
        .map(|(fr, en)| t.terms().pick(fr, en).to_owned());
    let school = settings.school_holiday(day).map(|holiday| match t.terms() {
        domain::Lang::Fr => holiday.name.to_owned(),
        domain::Lang::En => t.agenda_school_holidays().to_owned(),
    });
    public.into_iter().chain(school).collect()
}

/// "aujourd'hui", "demain", "dans 12 jours"; nothing for what is past.
pub(super) fn far(day: NaiveDate, today: NaiveDate, t: Words) -> Option<String> {
    match (day - today).num_days() {
        ..0 => None,
        0 => Some(t.is_today().to_owned()),
        1 => Some(t.is_tomorrow().to_owned()),
        days => Some(t.in_days(days)),
    }
}
