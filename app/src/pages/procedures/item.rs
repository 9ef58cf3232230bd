//! One line of what is due: of which entries, what, when, and why. Lines that say the same of several rights are one.

use super::why::Why;
use crate::browser;
use crate::lists::rows::Row;
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::{Words, use_words};
use chrono::NaiveDate;
use domain::due::{Cause, Said, What};
use domain::rights::{self, Computed, Reason};
use domain::view::HasEntry;
use domain::{Entry, Kind, Term, day_in_words};
use leptos::prelude::*;
use store::EntryId;

/// How long an end that has passed is still told, in days.
const PAST_END: i64 = 90;

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    pub(super) what: What,
    pub(super) day: NaiveDate,
    pub(super) reason: Reason,
    titles: Vec<String>,
    entry: EntryId,
    kind: Option<Kind>,
}

/// What is still to be done up to a day, with what was missed, the earliest first.
pub(super) fn open_items(rows: &[Row], today: NaiveDate, to: NaiveDate, t: Words) -> Vec<Item> {
    let computed = rights::computed(rows);
    // What somebody has done, put off or hidden on Today is not asked for here either.
    let said = Said::of(rows);
    let asked = |one: &&Computed<'_, Row>| {
        let cause = one.row.reference().map(|entry| Cause {
            entry,
            what: one.what,
            occurrence: one.occurrence,
        });
        cause.is_none_or(|cause| said.standing(&cause, one.day).is_open(today))
    };
    let open = |one: &&Computed<'_, Row>| one.day <= to && is_open(one, &computed, today);
    gathered(computed.iter().filter(open).filter(asked), t)
}

/// Everything between two days.
pub(super) fn items_between(rows: &[Row], from: NaiveDate, to: NaiveDate, t: Words) -> Vec<Item> {
    let computed = rights::computed(rows);
    let between = |one: &&Computed<'_, Row>| (from..=to).contains(&one.day);
    gathered(computed.iter().filter(between), t)
}

/// Everything about one entry from a day on.
pub(super) fn items_of(rows: &[Row], entry: EntryId, today: NaiveDate, t: Words) -> Vec<Item> {
    let computed = rights::computed(rows);
    let its = |one: &&Computed<'_, Row>| one.row.id == entry && is_open(one, &computed, today);
    gathered(computed.iter().filter(its), t)
}

/// Whether a moment still asks for something. What was missed stays as long as something can be done about it.
fn is_open(one: &Computed<'_, Row>, all: &[Computed<'_, Row>], today: NaiveDate) -> bool {
    if one.day >= today {
        return true;
    }
    let its = |what: What| {
        let same = all
            .iter()
            .find(|other| other.row.id == one.row.id && other.what == what);
        same.map(|other| other.day)
    };
    match one.what {
        What::Prepare => its(What::File)
            .or(its(What::End))
            .is_some_and(|day| day >= today),
        What::File => its(What::End).is_none_or(|day| day >= today),
        What::End => (today - one.day).num_days() <= PAST_END,
        What::Silence | What::Check => true,
        _ => false,
    }
}

fn gathered<'a>(computed: impl Iterator<Item = &'a Computed<'a, Row>>, t: Words) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for one in computed {
        let title = match &one.row.entry {
            Entry::Identity(_) if one.what == What::Age => one.what.label(t.terms()).to_owned(),
            Entry::Identity(_) => t.rights_protection().to_owned(),
            entry => entry.title(t.terms()),
        };
        let same = items.iter_mut().find(|item| {
            item.what == one.what && item.reason == one.reason && item.kind == one.row.entry.kind()
        });
        match same {
            Some(item) if !item.titles.contains(&title) => item.titles.push(title),
            Some(_) => {}
            None => items.push(Item {
                what: one.what,
                day: one.day,
                reason: one.reason.clone(),
                titles: vec![title],
                entry: one.row.id,
                kind: one.row.entry.kind(),
            }),
        }
    }
    // The order of the rows means nothing to people.
    items.iter_mut().for_each(|item| item.titles.sort());
    items
}

impl Item {
    pub(super) fn title(&self) -> String {
        self.titles.join(" · ")
    }

    /// What is due and when, as a sentence.
    pub(super) fn said(&self, t: Words) -> String {
        let day = day_in_words(self.day, t.terms());
        match self.what {
            What::Prepare => t.due_prepare(day),
            What::File => t.due_file(day),
            What::Late => t.due_late(day),
            What::Silence => t.due_silence(day),
            What::Appeal => t.due_appeal(day),
            What::End => t.due_end(day),
            What::Age => self.reason.why(t.terms()).to_owned(),
            // Here nothing is looked at again but in offices.
            What::Check => t.due_other(day, t.rights_check()),
            other => t.due_other(day, other.label(t.terms())),
        }
    }

    fn href(&self, place: &Place) -> Option<String> {
        let page = match self.kind? {
            Kind::Procedure => Page::Procedure,
            Kind::Entitlement | Kind::Expiry => Page::Edit,
            Kind::Identity => {
                return Some(Place::inside(place.lang, Page::Identity, &place.carnet).href());
            }
            _ => return None,
        };
        Some(Place::item(place.lang, page, &place.carnet, &self.entry.to_string()).href())
    }
}

/// "dans 12 jours", "depuis 3 jours".
pub(super) fn far(day: NaiveDate, today: NaiveDate, t: Words) -> String {
    match (day - today).num_days() {
        0 => t.is_today().to_owned(),
        1 => t.is_tomorrow().to_owned(),
        -1 => t.since_yesterday().to_owned(),
        days if days > 0 => t.in_days(days),
        days => t.since_days(-days),
    }
}

/// The line.
#[component]
pub(super) fn DueItem(item: Item) -> impl IntoView {
    let t = use_words();
    let place = use_place();
    let today = browser::today();
    let days = (item.day - today).num_days();
    let class = if days <= 30 { "state caution" } else { "state" };
    let title = item.title();
    let name = match item.href(&place) {
        Some(href) => view! { <a href=href>{title.clone()}</a> }.into_any(),
        None => title.clone().into_any(),
    };
    let about = format!("{title}, {}", day_in_words(item.day, t.terms()));
    let said = item.said(t);
    view! {
        <li class="due-item">
            <p class="row-title">{name}</p>
            <p class="said">{said}" "<span class=class>{far(item.day, today, t)}</span></p>
            <Why reason=item.reason about/>
        </li>
    }
}
