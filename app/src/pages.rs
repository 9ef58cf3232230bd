//! One file a page, and the gates before those that are somebody's own.

mod card;
mod carnets;
mod contacts;
mod course;
mod create;
pub(crate) mod curves;
mod deposit;
pub(crate) mod documents;
mod edit;
mod gate;
mod habits;
mod health;
mod history;
mod identity;
mod inbox;
mod new_carnet;
mod not_found;
mod notebook;
mod recover;
mod settings;
mod sign_in;
mod take_away;
mod today;
mod urgent;
mod welcome;

use crate::site_map::{Page, Place};
use gate::{carnet, signed_in};
use leptos::prelude::*;

/// What stands at a place.
pub(crate) fn page(place: &Place) -> AnyView {
    let Some(page) = place.page else {
        return view! { <not_found::NotFound/> }.into_any();
    };
    match page {
        Page::Welcome => view! { <welcome::Welcome/> }.into_any(),
        Page::Create => view! { <create::Create/> }.into_any(),
        Page::SignIn => view! { <sign_in::SignIn/> }.into_any(),
        Page::Recover => view! { <recover::Recover/> }.into_any(),
        Page::Carnets => signed_in(page, || view! { <carnets::Carnets/> }.into_any()),
        Page::NewCarnet => signed_in(page, || view! { <new_carnet::NewCarnet/> }.into_any()),
        Page::Settings => signed_in(page, || view! { <settings::Settings/> }.into_any()),
        Page::Today => carnet(page, || view! { <today::Today/> }.into_any()),
        Page::Identity => carnet(page, || view! { <identity::IdentityPage/> }.into_any()),
        Page::Health => carnet(page, || view! { <health::Health/> }.into_any()),
        Page::Curves => carnet(page, || view! { <curves::Curves/> }.into_any()),
        Page::PasteValues => carnet(page, || view! { <curves::PasteValues/> }.into_any()),
        Page::Synthesis => carnet(page, || view! { <curves::Synthesis/> }.into_any()),
        Page::Course => carnet(page, || view! { <course::Course/> }.into_any()),
        Page::Documents => carnet(page, || view! { <documents::Documents/> }.into_any()),
        Page::AddDocuments => carnet(page, || view! { <documents::AddDocuments/> }.into_any()),
        Page::Document => carnet(page, || view! { <documents::OneDocument/> }.into_any()),
        Page::Contacts => carnet(page, || view! { <contacts::Contacts/> }.into_any()),
        Page::Habits => carnet(page, || view! { <habits::Habits/> }.into_any()),
        Page::Notebook => carnet(page, || view! { <notebook::Notebook/> }.into_any()),
        Page::Urgent => carnet(page, || view! { <urgent::Urgent/> }.into_any()),
        Page::UrgentPreview => carnet(page, || view! { <urgent::UrgentPreview/> }.into_any()),
        Page::Card => carnet(page, || view! { <card::Card/> }.into_any()),
        Page::Inbox => carnet(page, || view! { <inbox::Inbox/> }.into_any()),
        Page::Deposit => view! { <deposit::Deposit/> }.into_any(),
        Page::TakeAway => carnet(page, || view! { <take_away::TakeAway/> }.into_any()),
        Page::Add => carnet(page, || view! { <edit::Add/> }.into_any()),
        Page::Edit => carnet(page, || view! { <edit::Edit/> }.into_any()),
        Page::History => carnet(page, || view! { <history::History/> }.into_any()),
        Page::Choose => carnet(page, || view! { <history::Choose/> }.into_any()),
    }
}
