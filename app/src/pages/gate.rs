//! The gates: a page of somebody's own shows its skeleton until the Keeper has started, asks who is there
//! while it is locked, and opens its carnet before it shows anything of it.

use super::own::{self, Part};
use super::sign_in::SignInPanel;
use crate::desk::{Gate, use_desk};
use crate::lists::rows::follow;
use crate::parts::notice::TroubleNotice;
use crate::parts::skeleton::Skeleton;
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use leptos::prelude::*;
use store::{CarnetId, Trouble};

/// A page for somebody who is in.
pub(super) fn signed_in(page: Page) -> AnyView {
    let gate = use_desk().gate();
    let part = fetched();
    view! {
        {move || match gate.get() {
            Gate::Locked => view! { <Locked/> }.into_any(),
            Gate::Open if part.is_here() => own_page(page),
            Gate::Open if part.failed() => view! { <NotFetched page part/> }.into_any(),
            Gate::Waiting | Gate::Open => view! { <Waiting page/> }.into_any(),
        }}
    }
    .into_any()
}

/// What a carnet's page waits for.
#[derive(Clone, Copy, PartialEq)]
enum Opening {
    Waiting,
    Failed(Trouble),
    NotFetched,
    Here,
}

/// A page of a carnet.
pub(super) fn carnet(page: Page) -> AnyView {
    let desk = use_desk();
    let part = fetched();
    provide_context(follow(desk));
    let gate = desk.gate();
    let wanted: Option<CarnetId> = use_place().carnet.parse().ok();
    let failed = RwSignal::new(None);
    let opened = Memo::new(move |_| desk.carnet().map(|carnet| carnet.id));
    Effect::new(move |_| {
        let Some(wanted) = wanted else {
            return failed.set(Some(Trouble::NotFound));
        };
        if gate.get() == Gate::Open && opened.get() != Some(wanted) {
            let note = move |outcome: Result<(), Trouble>| {
                failed.try_set(outcome.err());
            };
            desk.ask(async move |keeper| keeper.open_carnet(wanted).await, note);
        }
    });
    let state = Memo::new(move |_| match (opened.get(), failed.get()) {
        _ if part.failed() => Opening::NotFetched,
        (Some(id), _) if Some(id) == wanted && part.is_here() => Opening::Here,
        (_, Some(trouble)) => Opening::Failed(trouble),
        _ => Opening::Waiting,
    });
    view! {
        {move || match (gate.get(), state.get()) {
            (Gate::Locked, _) => view! { <Locked/> }.into_any(),
            (Gate::Waiting, _) | (Gate::Open, Opening::Waiting) => view! { <Waiting page/> }.into_any(),
            (Gate::Open, Opening::NotFetched) => view! { <NotFetched page part/> }.into_any(),
            (Gate::Open, Opening::Failed(trouble)) => view! { <Failed trouble/> }.into_any(),
            (Gate::Open, Opening::Here) => own_page(page),
        }}
    }
    .into_any()
}

/// The part of the module with these pages, which is asked for at the latest here.
fn fetched() -> Part {
    let part = expect_context::<Part>();
    Effect::new(move |_| part.fetch());
    part
}

fn own_page(page: Page) -> AnyView {
    own::page(page).unwrap_or_else(|| view! { <Waiting page/> }.into_any())
}

/// The skeleton, under the heading of the page.
#[component]
fn Waiting(page: Page) -> impl IntoView {
    let t = use_words();
    view! { <h1 tabindex="-1">{page.heading(t)}</h1><Skeleton/> }
}

/// Who is there?
#[component]
fn Locked() -> impl IntoView {
    let t = use_words();
    view! { <h1 tabindex="-1">{t.locked_title()}</h1><p class="lead">{t.locked_lead()}</p><SignInPanel/> }
}

/// The part of the module did not come.
#[component]
fn NotFetched(page: Page, part: Part) -> impl IntoView {
    let t = use_words();
    let told = RwSignal::new(Some(Trouble::Offline));
    view! {
        <h1 tabindex="-1">{page.heading(t)}</h1>
        <TroubleNotice trouble=told/>
        <p class="acts"><button type="button" class="go" on:click=move |_| part.fetch()>{t.papers_try_again()}</button></p>
    }
}

/// The carnet does not open.
#[component]
fn Failed(trouble: Trouble) -> impl IntoView {
    let t = use_words();
    let carnets = Place::of(t.lang(), Page::Carnets).href();
    let told = RwSignal::new(Some(trouble));
    view! {
        <h1 tabindex="-1">{t.not_opened_title()}</h1>
        <TroubleNotice trouble=told/>
        <crate::pages::settings::Unfinished/>
        <p class="acts"><a class="go" href=carnets>{t.to_carnets()}</a></p>
    }
}
