//! The agenda: what takes place when, as a list, a week or a month; one appointment with what to bring, what to ask and what
//! came of it; sessions that repeat; absences.

mod after;
mod attach;
mod cancel;
mod change;
mod chosen;
mod days;
mod first;
mod grid;
mod items;
mod list;
mod move_to;
mod one;
mod sessions;
mod share;
mod spans;

use crate::browser;
use crate::desk::use_desk;
use crate::lists::rows::{any, use_rows};
use crate::parts::sign::{Sign, sign};
use crate::router::{beside, use_place};
use crate::site_map::{Page, Place};
use crate::words::{Words, use_words};
use domain::{Entry, Kind, Section, Term};
use leptos::prelude::*;

pub(crate) use chosen::said;
pub(crate) use one::Planned;
pub(crate) use share::ShareAgenda;

/// How the agenda is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum View {
    /// Day after day.
    List,
    /// A week.
    Week,
    /// A month.
    Month,
}

impl View {
    const ALL: [Self; 3] = [Self::List, Self::Week, Self::Month];

    fn code(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Week => "week",
            Self::Month => "month",
        }
    }

    fn name(self, t: Words) -> &'static str {
        match self {
            Self::List => t.agenda_list(),
            Self::Week => t.agenda_week(),
            Self::Month => t.agenda_month(),
        }
    }
}

/// Under which name this device remembers the view.
const PREFERENCE: &str = "agenda-view";

/// The page.
#[component]
pub(crate) fn Agenda() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let desk = use_desk();
    let kept = browser::preference(PREFERENCE);
    let kept = View::ALL
        .into_iter()
        .find(|view| kept.as_deref() == Some(view.code()));
    let view = RwSignal::new(kept.unwrap_or(View::List));
    let filled = Memo::new(move |_| {
        let rows = rows.get();
        [Kind::Appointment, Kind::Series, Kind::Absence]
            .iter()
            .any(|kind| any(&rows, *kind))
    });
    let may = Memo::new(move |_| {
        desk.carnet()
            .is_some_and(|carnet| carnet.may_write(Section::Agenda))
    });
    view! {
        <div class="agenda">
            <h1 tabindex="-1">{Page::Agenda.heading(t)}</h1>
            <Show when=move || filled.get() fallback=move || view! { <div class="empty"><p>{t.agenda_empty()}</p></div> }>
                <first::First/>
            </Show>
            <Show when=move || may.get()><Ways/></Show>
            <Choose view/>
            {move || match view.get() {
                View::List => view! { <list::List/> }.into_any(),
                View::Week => view! { <grid::Grid span=spans::Span::Week/> }.into_any(),
                View::Month => view! { <grid::Grid span=spans::Span::Month/> }.into_any(),
            }}
            <Holidays may/>
            <p><a class="quiet" href=beside(Page::ShareAgenda).href()>{sign(Sign::Download)}{t.agenda_elsewhere()}</a></p>
        </div>
    }
}

/// List, week or month.
#[component]
fn Choose(view: RwSignal<View>) -> impl IntoView {
    let t = use_words();
    let button = |one: View| {
        let choose = move |_| {
            view.set(one);
            browser::set_preference(PREFERENCE, one.code());
        };
        let pressed = move || if view.get() == one { "true" } else { "false" };
        view! { <button type="button" class="jump" aria-pressed=pressed on:click=choose>{one.name(t)}</button> }
    };
    view! {
        <div class="agenda-views" role="group" aria-label=t.agenda_view()>{View::ALL.map(button).into_iter().collect_view()}</div>
    }
}

/// Ways to write something down.
#[component]
fn Ways() -> impl IntoView {
    let t = use_words();
    let place = use_place();
    let add = |kind: Kind| Place::item(t.lang(), Page::Add, &place.carnet, kind.code()).href();
    view! {
        <div class="acts agenda-ways">
            <a class="do" href=add(Kind::Appointment)>{sign(Sign::Add)}{t.agenda_add_appointment()}</a>
            <a class="go small" href=add(Kind::Series)>{t.agenda_add_series()}</a>
            <a class="go small" href=add(Kind::Absence)>{t.agenda_add_absence()}</a>
        </div>
    }
}

/// Which holidays are shown, and where that is changed.
#[component]
fn Holidays(may: Memo<bool>) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let place = StoredValue::new(use_place());
    let said = move || {
        let rows = rows.get();
        let settings = domain::agenda::Settings::of(&rows);
        let known = domain::day_in_words(domain::agenda::school_known_until(), t.terms());
        let school = match settings.school_zone {
            Some(zone) => t.agenda_school_shown(known, zone.label(t.terms())),
            None => t.agenda_school_hidden().to_owned(),
        };
        let written = rows
            .iter()
            .find(|row| matches!(row.entry, Entry::AgendaSettings(_)));
        let (page, item) = match written {
            Some(row) => (Page::Edit, row.id.to_string()),
            None => (Page::Add, Kind::AgendaSettings.code().to_owned()),
        };
        let href =
            place.with_value(|place| Place::item(t.lang(), page, &place.carnet, &item).href());
        view! {
            <p class="soft">
                {t.agenda_region(settings.region.label(t.terms()))}" "{school}" "{t.agenda_zone(settings.zone.name())}
            </p>
            {move || may.get().then(|| view! { <p class="acts end"><a class="go small" href=href.clone()>{sign(Sign::Edit)}{t.agenda_settings_change()}</a></p> })}
        }
    };
    view! {
        <section class="band agenda-holidays" aria-labelledby="agenda-holidays">
            <h2 id="agenda-holidays">{t.agenda_holidays()}</h2>
            {said}
        </section>
    }
}
