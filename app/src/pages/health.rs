//! Health: what is, what is taken, what was done, what was measured.

use crate::browser;
use crate::lists::band::{Band, BandView};
use crate::lists::rows::Row;
use crate::parts::sign::Sign;
use crate::site_map::Page;
use crate::words::{Words, use_words};
use domain::entry::ListKind;
use domain::{Kind, view};
use leptos::prelude::*;

/// The lists of the page, in order.
const BANDS: [Band; 7] = [
    Band {
        list: ListKind::Allergies,
        order: |rows| view::allergies(rows),
        add: Words::add_allergy,
        why: Words::why_allergies,
        none: Some(Words::none_allergies),
        sign: Sign::Danger,
    },
    Band {
        list: ListKind::Problems,
        order: |rows| view::problems(rows),
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
        order: newest_devices,
        add: Words::add_device,
        why: Words::why_devices,
        none: Some(Words::none_devices),
        sign: Sign::Wheelchair,
    },
    Band {
        list: ListKind::Stays,
        order: |rows| view::stays(rows),
        add: Words::add_stay,
        why: Words::why_stays,
        none: Some(Words::none_stays),
        sign: Sign::Bed,
    },
    Band {
        list: ListKind::Vaccines,
        order: |rows| view::vaccines(rows),
        add: Words::add_vaccine,
        why: Words::why_vaccines,
        none: Some(Words::none_vaccines),
        sign: Sign::Syringe,
    },
    Band {
        list: ListKind::Measurements,
        order: newest_measurements,
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
            {BANDS.map(|band| view! { <BandView band/> }).into_iter().collect_view()}
        </div>
    }
}

/// Current ones first, then planned, then past.
fn treatments(rows: &[Row]) -> Vec<&Row> {
    let sorted = view::treatments(rows, browser::today());
    [sorted.current, sorted.planned, sorted.past].concat()
}

fn newest_devices(rows: &[Row]) -> Vec<&Row> {
    newest(rows, Kind::Device)
}

fn newest_measurements(rows: &[Row]) -> Vec<&Row> {
    newest(rows, Kind::Measurement)
}

fn newest(rows: &[Row], kind: Kind) -> Vec<&Row> {
    let mut found = view::of_kind(rows, kind);
    view::newest_first(&mut found);
    found
}
