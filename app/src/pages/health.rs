//! Health: what is, what is taken, what was done, what was measured.

use crate::browser;
use crate::lists::band::{Band, BandView};
use crate::lists::ordered::Ordered;
use crate::lists::rows::{Row, use_rows};
use crate::parts::sign::Sign;
use crate::site_map::Page;
use crate::words::{Words, use_words};
use domain::entry::ListKind;
use domain::{Entry, Kind, Term, view};
use leptos::prelude::*;

/// How many rows of a long list are seen at once.
const FEW: usize = 3;

/// The lists of the page, in order.
const BANDS: [Band; 7] = [
    Band {
        list: ListKind::Allergies,
        order: |rows| Ordered::all(view::allergies(rows)),
        add: Words::add_allergy,
        why: Words::why_allergies,
        none: Some(Words::none_allergies),
        sign: Sign::Danger,
    },
    Band {
        list: ListKind::Problems,
        order: |rows| Ordered::all(view::problems(rows)),
        add: Words::add_problem,
        why: Words::why_problems,
        none: Some(Words::none_problems),
        sign: Sign::Health,
    },
    Band {
        list: ListKind::Treatments,
        order: treatments,
        add: Words::add_treatment,
        why: Words::why_treatments,
        none: Some(Words::none_treatments),
        sign: Sign::Pill,
    },
    Band {
        list: ListKind::Devices,
        order: devices,
        add: Words::add_device,
        why: Words::why_devices,
        none: Some(Words::none_devices),
        sign: Sign::Wheelchair,
    },
    Band {
        list: ListKind::Stays,
        order: |rows| Ordered::few(view::stays(rows), FEW),
        add: Words::add_stay,
        why: Words::why_stays,
        none: Some(Words::none_stays),
        sign: Sign::Bed,
    },
    Band {
        list: ListKind::Vaccines,
        order: |rows| Ordered::few(view::vaccines(rows), FEW),
        add: Words::add_vaccine,
        why: Words::why_vaccines,
        none: Some(Words::none_vaccines),
        sign: Sign::Syringe,
    },
    Band {
        list: ListKind::Measurements,
        order: measurements,
        add: Words::add_measurement,
        why: Words::why_measurements,
        none: None,
        sign: Sign::Ruler,
    },
];

/// The page.
#[component]
pub(crate) fn Health() -> impl IntoView {
    let t = use_words();
    view! {
        <div class="health">
            <h1 tabindex="-1">{Page::Health.heading(t)}</h1>
            <Jumps/>
            {BANDS.map(|band| view! { <BandView band/> }).into_iter().collect_view()}
        </div>
    }
}

/// The lists of the page, each with how much is in it: a step away on a long page.
#[component]
fn Jumps() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let jump = move |band: Band| {
        let id = format!("list-{}", band.list.code());
        let href = format!("#{id}");
        let go = move |event: web_sys::MouseEvent| {
            event.prevent_default();
            browser::focus_id(&id);
        };
        let count = move || view::of_kind(&rows.get(), band.list.kind()).len();
        view! {
            <li><a class="jump" href=href on:click=go>{band.list.label(t.terms())}" "<span class="number">{count}</span></a></li>
        }
    };
    let jumps = BANDS.map(jump).into_iter().collect_view();
    view! { <nav class="jumps not-on-paper" aria-label=t.on_this_page()><ul>{jumps}</ul></nav> }
}

/// Current and planned ones at once; past ones unfold.
fn treatments(rows: &[Row]) -> Ordered<'_> {
    let sorted = view::treatments(rows, browser::today());
    let now = sorted.current.len() + sorted.planned.len();
    Ordered::few(
        [sorted.current, sorted.planned, sorted.past].concat(),
        now.max(1),
    )
}

/// Those in use at once; those laid aside unfold.
fn devices(rows: &[Row]) -> Ordered<'_> {
    let today = browser::today();
    let aside = |row: &Row| match &row.entry {
        Entry::Device(device) => device.until.is_some_and(|until| until.last_day() < today),
        _ => false,
    };
    let (aside, mut ordered): (Vec<&Row>, Vec<&Row>) = newest(rows, Kind::Device)
        .into_iter()
        .partition(|row| aside(row));
    let used = ordered.len();
    ordered.extend(aside);
    Ordered::few(ordered, used.max(1))
}

/// The last value of each measure; the earlier ones unfold under it.
fn measurements(rows: &[Row]) -> Ordered<'_> {
    Ordered::grouped(newest(rows, Kind::Measurement), |row| match &row.entry {
        Entry::Measurement(measured) => Some((measured.what, measured.name.clone(), measured.side)),
        _ => None,
    })
}

fn newest(rows: &[Row], kind: Kind) -> Vec<&Row> {
    let mut found = view::of_kind(rows, kind);
    view::newest_first(&mut found);
    found
}
