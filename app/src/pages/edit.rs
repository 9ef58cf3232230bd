//! Adding an entry, and changing one.

use super::home;
use crate::browser;
use crate::desk::{entry_id, use_desk};
use crate::forms::entry_form::{EntryForm, Start, blank};
use crate::lists::rows::{Row, row, use_rows};
use crate::router::{beside, use_place};
use crate::site_map::{Page, Place};
use crate::words::{Words, use_words};
use domain::entry::Project;
use domain::lists::GoalState;
use domain::{Entry, EntryRef, Kind, Plain, Section, Term};
use leptos::prelude::*;

/// Adding one of a kind.
#[component]
pub(crate) fn Add() -> impl IntoView {
    let t = use_words();
    let place = use_place();
    let (code, before) = place.added();
    let kind = Kind::from_code(code);
    let entry = kind.and_then(|kind| match before {
        Some(id) => next_version(&use_rows().get_untracked(), id),
        None => blank(kind),
    });
    let may = |entry: &Entry| {
        let carnet = use_desk().carnet_now();
        // A step of the school goes to the school's pages.
        let school = matches!(entry, Entry::Step(_));
        carnet.is_none_or(|carnet| {
            carnet.may_write(entry.home()) || school && carnet.may_write(Section::School)
        })
    };
    match kind.zip(entry) {
        Some((kind, entry)) if !may(&entry) => {
            view! { <h1 tabindex="-1">{heading(kind, t)}</h1><p>{t.may_only_read()}</p> }.into_any()
        }
        Some((kind, entry)) => {
            let start = Start {
                kind,
                entry: None,
                seen: Vec::new(),
                plain: Plain::new(entry),
                said: crate::pages::agenda::said(kind),
                back: list_of(kind),
            };
            view! { <h1 tabindex="-1">{heading(kind, t)}</h1><EntryForm start/> }.into_any()
        }
        None => view! { <Gone/> }.into_any(),
    }
}

/// What the next version of an entry begins with: only projects have versions that follow each other.
fn next_version(rows: &[Row], id: &str) -> Option<Entry> {
    let row = row(rows, id)?;
    let Entry::Project(project) = row.entry else {
        return None;
    };
    // What was signed and agreed belongs to the version before.
    Some(Entry::Project(Project {
        date: Some(browser::today()),
        review: None,
        state: Some(GoalState::Draft),
        previous: Some(EntryRef(row.id.to_string())),
        pages: Vec::new(),
        goals: project
            .goals
            .into_iter()
            .filter(|goal| !goal.reached)
            .collect(),
        ..project
    }))
}

/// Changing one.
#[component]
pub(crate) fn Edit() -> impl IntoView {
    let t = use_words();
    let place = use_place();
    // What the form shows is what stood there when it opened: a change that comes meanwhile must not wipe it.
    let carnet = use_desk().carnet_now();
    let view = entry_id(&place.item).and_then(|id| carnet.as_ref()?.entry(id).cloned());
    let Some((view, plain)) = view.and_then(|view| Some((view.clone(), view.plain()?.clone())))
    else {
        return view! { <Gone/> }.into_any();
    };
    let Some(kind) = plain.entry.kind().filter(|_| plain.editable()) else {
        return view! { <h1 tabindex="-1">{t.title_edit()}</h1><p>{t.find_read_only()}</p> }
            .into_any();
    };
    let seen = view.versions.iter().map(|version| version.digest).collect();
    let corner = carnet
        .as_ref()
        .and_then(|carnet| carnet.compartment_of(view.id))
        .map(|corner| corner.id.to_string());
    let back = match &plain.entry {
        _ if corner.is_some() => Place::item(
            t.lang(),
            Page::Corner,
            &place.carnet,
            &corner.unwrap_or_default(),
        ),
        Entry::Document(_) => Place::item(t.lang(), Page::Document, &place.carnet, &place.item),
        Entry::Report(_) => Place::item(t.lang(), Page::Report, &place.carnet, &place.item),
        Entry::Appointment(_) | Entry::Series(_) | Entry::Absence(_) => {
            Place::item(t.lang(), Page::Planned, &place.carnet, &place.item)
        }
        Entry::Procedure(_) => Place::item(t.lang(), Page::Procedure, &place.carnet, &place.item),
        Entry::Letter(_) => Place::item(t.lang(), Page::Letter, &place.carnet, &place.item),
        _ => list_of(kind),
    };
    let title = plain.entry.title(t.terms());
    let start = Start {
        kind,
        entry: Some(view.id),
        seen,
        plain,
        said: serde_json::Map::new(),
        back,
    };
    view! { <h1 tabindex="-1">{t.change_title(title)}</h1><EntryForm start/> }.into_any()
}

/// The entry is no more.
#[component]
fn Gone() -> impl IntoView {
    let t = use_words();
    let home = beside(Page::Today).href();
    view! {
        <h1 tabindex="-1">{t.gone_title()}</h1>
        <p>{t.gone_means()}</p>
        <p class="acts"><a class="go" href=home>{t.title_today()}</a></p>
    }
}

/// The page that lists entries of a kind.
fn list_of(kind: Kind) -> Place {
    beside(home::list_of(kind))
}

fn heading(kind: Kind, t: Words) -> &'static str {
    match kind {
        Kind::Allergy => t.add_allergy(),
        Kind::Problem => t.add_problem(),
        Kind::Treatment => t.add_treatment(),
        Kind::Vaccine => t.add_vaccine(),
        Kind::Device => t.add_device(),
        Kind::Stay => t.add_stay(),
        Kind::Step => t.add_step(),
        Kind::Measurement => t.add_measurement(),
        Kind::Contact => t.add_contact(),
        Kind::Habit => t.add_habit(),
        Kind::Project => t.add_project(),
        Kind::Note => t.add_note(),
        Kind::Events => t.add_events(),
        Kind::OwnMeasure => t.add_own_measure(),
        Kind::Mark => t.add_mark(),
        Kind::Objective => t.add_objective(),
        Kind::Danger => t.add_danger(),
        Kind::Crisis => t.add_crisis(),
        Kind::UsualState => t.add_usual(),
        Kind::UrgentSheet => t.title_urgent(),
        Kind::Entitlement => t.add_entitlement(),
        Kind::Expiry => t.add_expiry(),
        Kind::Report => t.add_report(),
        Kind::Letter => t.title_new_letter(),
        Kind::Identity
        | Kind::Document
        | Kind::Procedure
        | Kind::Settled
        | Kind::Statement
        | Kind::Readings
        | Kind::Seen
        | Kind::Consent
        | Kind::MdphFile => t.title_add(),
        Kind::Appointment => t.agenda_add_appointment(),
        Kind::Series => t.agenda_add_series(),
        Kind::Absence => t.agenda_add_absence(),
        Kind::AgendaSettings => t.agenda_settings_title(),
    }
}
