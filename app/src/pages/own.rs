//! The pages behind the gates. They lie in a part of the module of their own, which is asked
//! for when the first of them is opened: what stands before the gates need not wait for them.
#![allow(
    unsafe_code,
    reason = "the macro links the part to the module; nothing here is unsafe by itself"
)]

use crate::pages::{
    agenda, card, carnets, compare, contacts, corners, course, curves, deposit_links, documents,
    edit, habits, health, history, identity, inbox, journal, keep, letters, links, mdph,
    new_carnet, not_found, notebook, procedures, reports, settings, take_away, team, today, urgent,
    visiting,
};
use crate::site_map::Page;
use futures::FutureExt;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Whether the part is here. One for all pages, as context.
#[derive(Clone, Copy)]
pub(crate) struct Part(RwSignal<State>);

#[derive(Clone, Copy, PartialEq)]
enum State {
    Missing,
    Coming,
    Here,
    Failed,
}

impl Part {
    /// Nothing has come so far.
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(State::Missing))
    }

    /// Lets it come, unless it is here or on its way. After a failure this tries again.
    pub(super) fn fetch(self) {
        if matches!(self.0.get_untracked(), State::Missing | State::Failed) {
            self.0.set(State::Coming);
            leptos::task::spawn_local(async move {
                let came = load().await.is_ok();
                self.0.set(if came { State::Here } else { State::Failed });
            });
        }
    }

    /// It could not be fetched.
    pub(super) fn failed(self) -> bool {
        self.0.get() == State::Failed
    }

    /// It is here.
    pub(super) fn is_here(self) -> bool {
        self.0.get() == State::Here
    }
}

/// A page, once the part is here; none before.
pub(super) fn page(page: Page) -> Option<AnyView> {
    own_page(page).now_or_never()?.ok()
}

#[wasm_split(own, wasm_split_path = leptos::wasm_split, preload(load), fallible)]
fn own_page(page: Page) -> Result<AnyView, SplitLoaderError> {
    Ok(match page {
        Page::Carnets => view! { <carnets::Carnets/> }.into_any(),
        Page::NewCarnet => view! { <new_carnet::NewCarnet/> }.into_any(),
        Page::Settings => view! { <settings::Settings/> }.into_any(),
        Page::Today => view! { <today::Today/> }.into_any(),
        Page::Identity => view! { <identity::IdentityPage/> }.into_any(),
        Page::Health => view! { <health::Health/> }.into_any(),
        Page::Curves => view! { <curves::Curves/> }.into_any(),
        Page::PasteValues => view! { <curves::PasteValues/> }.into_any(),
        Page::Synthesis => view! { <curves::Synthesis/> }.into_any(),
        Page::Course => view! { <course::Course/> }.into_any(),
        Page::Documents => view! { <documents::Documents/> }.into_any(),
        Page::AddDocuments => view! { <documents::AddDocuments/> }.into_any(),
        Page::Document => view! { <documents::OneDocument/> }.into_any(),
        Page::Compare => view! { <compare::Compare/> }.into_any(),
        Page::Reports => view! { <reports::Reports/> }.into_any(),
        Page::AddReport => view! { <reports::AddReport/> }.into_any(),
        Page::Report => view! { <reports::OneReport/> }.into_any(),
        Page::Contacts => view! { <contacts::Contacts/> }.into_any(),
        Page::Team => view! { <team::Team/> }.into_any(),
        Page::Member => view! { <team::Member/> }.into_any(),
        Page::Invite | Page::InviteInstead => view! { <team::Invite/> }.into_any(),
        Page::Habits => view! { <habits::Habits/> }.into_any(),
        Page::Mdph => view! { <mdph::Mdph/> }.into_any(),
        Page::MdphWrite => view! { <mdph::MdphWrite/> }.into_any(),
        Page::MdphReview => view! { <mdph::MdphReview/> }.into_any(),
        Page::Letters => view! { <letters::Letters/> }.into_any(),
        Page::Letter => view! { <letters::OneLetter/> }.into_any(),
        Page::NewLetter => view! { <letters::NewLetter/> }.into_any(),
        Page::Notebook => view! { <notebook::Notebook/> }.into_any(),
        Page::Urgent => view! { <urgent::Urgent/> }.into_any(),
        Page::UrgentPreview => view! { <urgent::UrgentPreview/> }.into_any(),
        Page::Card => view! { <card::Card/> }.into_any(),
        Page::Inbox => view! { <inbox::Inbox/> }.into_any(),
        Page::DepositLinks => view! { <deposit_links::DepositLinks/> }.into_any(),
        Page::Links => view! { <links::Links/> }.into_any(),
        Page::Journal => view! { <journal::JournalPage/> }.into_any(),
        Page::Visit => view! { <visiting::Visit/> }.into_any(),
        Page::Procedures => view! { <procedures::Procedures/> }.into_any(),
        Page::Procedure => view! { <procedures::OneProcedure/> }.into_any(),
        Page::NewProcedure => view! { <procedures::NewProcedure/> }.into_any(),
        Page::Decision => view! { <procedures::Decision/> }.into_any(),
        Page::YearAhead => view! { <procedures::YearAhead/> }.into_any(),
        Page::TakeAway => view! { <take_away::TakeAway/> }.into_any(),
        Page::Agenda => view! { <agenda::Agenda/> }.into_any(),
        Page::Planned => view! { <agenda::Planned/> }.into_any(),
        Page::ShareAgenda => view! { <agenda::ShareAgenda/> }.into_any(),
        Page::Add => view! { <edit::Add/> }.into_any(),
        Page::Edit => view! { <edit::Edit/> }.into_any(),
        Page::History => view! { <history::History/> }.into_any(),
        Page::Choose => view! { <history::Choose/> }.into_any(),
        Page::Keep => view! { <keep::Keep/> }.into_any(),
        Page::Corners => view! { <corners::Corners/> }.into_any(),
        Page::Corner => view! { <corners::Corner/> }.into_any(),
        Page::NewKeys => view! { <settings::NewKeys/> }.into_any(),
        Page::Farewell => view! { <settings::Farewell/> }.into_any(),
        Page::Welcome
        | Page::Create
        | Page::SignIn
        | Page::Recover
        | Page::Deposit
        | Page::Reading
        | Page::Invitation => view! { <not_found::NotFound/> }.into_any(),
    })
}
