//! One file a page, and the gates before those that are somebody's own.

mod agenda;
mod card;
mod carnets;
mod compare;
mod contacts;
mod corners;
mod course;
mod create;
pub(crate) mod curves;
mod deposit;
mod deposit_links;
pub(crate) mod documents;
mod edit;
mod gate;
mod habits;
mod health;
mod history;
mod home;
mod identity;
mod inbox;
mod invitation;
mod journal;
pub(crate) mod keep;
mod letters;
mod links;
mod mdph;
mod new_carnet;
mod not_found;
mod notebook;
pub(crate) mod own;
mod procedures;
mod recover;
mod reports;
mod settings;
mod sign_in;
mod take_away;
mod team;
mod today;
mod urgent;
pub(crate) mod visiting;
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
        Page::Deposit => view! { <deposit::Deposit/> }.into_any(),
        Page::Carnets | Page::NewCarnet | Page::Settings | Page::NewKeys | Page::Farewell => {
            signed_in(page)
        }
        Page::Reading => view! { <visiting::Reading/> }.into_any(),
        Page::Invitation => view! { <invitation::Invitation/> }.into_any(),
        Page::Today
        | Page::Identity
        | Page::Health
        | Page::Curves
        | Page::PasteValues
        | Page::Synthesis
        | Page::Course
        | Page::Documents
        | Page::AddDocuments
        | Page::Document
        | Page::Compare
        | Page::Reports
        | Page::AddReport
        | Page::Report
        | Page::Contacts
        | Page::Team
        | Page::Member
        | Page::Invite
        | Page::InviteInstead
        | Page::Habits
        | Page::Mdph
        | Page::MdphWrite
        | Page::MdphReview
        | Page::Letters
        | Page::Letter
        | Page::NewLetter
        | Page::Notebook
        | Page::Urgent
        | Page::UrgentPreview
        | Page::Card
        | Page::Inbox
        | Page::DepositLinks
        | Page::Links
        | Page::Journal
        | Page::Visit
        | Page::Procedures
        | Page::Procedure
        | Page::NewProcedure
        | Page::Decision
        | Page::YearAhead
        | Page::TakeAway
        | Page::Agenda
        | Page::Planned
        | Page::ShareAgenda
        | Page::Add
        | Page::Edit
        | Page::History
        | Page::Choose
        | Page::Keep
        | Page::Corners
        | Page::Corner => carnet(page),
    }
}
