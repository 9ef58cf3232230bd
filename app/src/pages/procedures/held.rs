//! The rights that were decided: what is held, until when, what was refused, what has ended.

use super::item::items_of;
use super::why::Why;
use crate::browser;
use crate::lists::entry_row::{RowActs, States, author, facts};
use crate::lists::rows::{Row, use_rows};
use crate::parts::sign::{Sign, sign};
use crate::parts::when;
use crate::router::{beside, use_place};
use crate::site_map::{Page, Place};
use crate::words::{Words, use_words};
use chrono::NaiveDate;
use domain::entry::Entitlement;
use domain::lists::EntitlementState;
use domain::rights::{self, Appeal};
use domain::view::HasEntry;
use domain::{Entry, Kind, Term, day_in_words, view};
use leptos::prelude::*;

/// The list.
#[component]
pub(super) fn Held(may: Memo<bool>) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let place = use_place();
    let add = Place::item(t.lang(), Page::Add, &place.carnet, Kind::Entitlement.code()).href();
    let decision = StoredValue::new(beside(Page::Decision).href());
    let list = move || {
        let rows = rows.get();
        let today = browser::today();
        let mut found = view::of_kind(&rows, Kind::Entitlement);
        if found.is_empty() {
            return view! {
                <div class="empty">
                    <p>{t.rights_why_held()}</p>
                    {move || may.get().then(|| view! {
                        <p class="acts end"><a class="go" href=decision.get_value()>{sign(Sign::Camera)}{t.rights_decision_came()}</a></p>
                    })}
                </div>
            }
            .into_any();
        }
        found.sort_by_key(|row| end(row).unwrap_or(NaiveDate::MAX));
        let past = |row: &&Row| is_past(&rows, row, today);
        let (past, now): (Vec<&Row>, Vec<&Row>) = found.into_iter().partition(past);
        let line = |row: &Row| view! { <OneRight row=row.clone()/> };
        let count = past.len();
        view! {
            <ul class="rows">{now.into_iter().map(line).collect_view()}</ul>
            {(count > 0).then(|| view! {
                <details>
                    <summary>{t.rights_past(count)}</summary>
                    <ul class="rows">{past.into_iter().map(line).collect_view()}</ul>
                </details>
            })}
        }
        .into_any()
    };
    view! {
        <section class="band" aria-labelledby="held">
            <div class="band-head">
                <h2 id="held">{t.rights_held()}</h2>
                {move || may.get().then(|| view! { <a class="go small" href=add.clone()>{sign(Sign::Add)}{t.add_entitlement()}</a> })}
            </div>
            {list}
        </section>
    }
}

fn entitlement(row: &Row) -> Option<&Entitlement> {
    match &row.entry {
        Entry::Entitlement(right) => Some(right),
        _ => None,
    }
}

fn end(row: &Row) -> Option<NaiveDate> {
    rights::end_of(entitlement(row)?)
}

/// Whether nothing is left of a right: it was replaced, stopped, or ended.
fn is_past(rows: &[Row], row: &Row, today: NaiveDate) -> bool {
    let Some(right) = entitlement(row) else {
        return true;
    };
    let replaced = row
        .reference()
        .is_some_and(|id| rights::is_replaced(rows, &id));
    replaced
        || right.state == Some(EntitlementState::Ended)
        || rights::end_of(right).is_some_and(|end| end < today)
}

#[component]
fn OneRight(row: Row) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let Some(right) = entitlement(&row).cloned() else {
        return ().into_any();
    };
    let title = row.entry.title(t.terms());
    let moments = items_of(&rows.get_untracked(), row.id, browser::today(), t);
    let moments = moments.into_iter().map(|item| {
        let about = format!("{title}, {}", day_in_words(item.day, t.terms()));
        view! { <li><p>{item.said(t)}</p><Why reason=item.reason about/></li> }
    });
    let moments = moments.collect_view();
    let lines = row.entry.lines(t.terms());
    let lines = lines
        .into_iter()
        .filter(|line| !["right", "detail"].contains(&line.field));
    let known = right.right.and_then(rights::known);
    let known = known.map(|known| view! { <p class="soft">{known.why(t.terms())}</p> });
    let id = format!("e-{}", row.id);
    view! {
        <li id=id>
            <p class="row-title">{title.clone()}</p>
            <div class="states">{chips(&right, t)}</div>
            <States row=row.clone()/>
            <details>
                <summary>{t.details()}<span class="away">" "{title.clone()}</span></summary>
                <ul class="moments">{moments}</ul>
                {facts(lines.collect())}
                {known}
                <p class="soft">{appeal_words(&right, t)}</p>
                <p class="soft">{t.written_by(author(&row, t), when::moment(row.at, t))}</p>
                <RowActs row title/>
            </details>
        </li>
    }
    .into_any()
}

/// Until when, or that it was refused.
fn chips(right: &Entitlement, t: Words) -> AnyView {
    let today = browser::today();
    if right.state == Some(EntitlementState::Refused) {
        return view! { <span class="state caution">{EntitlementState::Refused.label(t.terms())}</span> }.into_any();
    }
    let end = rights::end_of(right);
    let ends = match end {
        Some(end) if end < today => t.rights_ended(day_in_words(end, t.terms())),
        Some(end) => t.rights_until(day_in_words(end, t.terms())),
        None if right.no_end => t.rights_no_end().to_owned(),
        None => t.rights_end_unknown().to_owned(),
    };
    let soon = end.is_some_and(|end| (end - today).num_days() <= 240);
    let class = if soon || (end.is_none() && !right.no_end) {
        "state caution"
    } else {
        "state"
    };
    let rate = right
        .rate
        .map(|rate| view! { <span class="state">{rate.label(t.terms())}</span> });
    view! { <span class=class>{ends}</span>{rate} }.into_any()
}

/// To whom one turns to contest.
pub(super) fn appeal_words(right: &Entitlement, t: Words) -> &'static str {
    let known = right.right.and_then(rights::known);
    match known.map(domain::rights::Known::appeal) {
        Some(Appeal::MdphThenJudicial) => t.appeal_judicial(),
        Some(Appeal::MdphThenAdministrative) => t.appeal_administrative(),
        Some(Appeal::Council) => t.appeal_council(),
        Some(Appeal::AsPrinted) | None => t.appeal_as_printed(),
    }
}
