//! The head of every page: home, what is not sent yet, and the lock.

use crate::desk::{Gate, use_desk};
use crate::pages::visiting::Leave;
use crate::parts::sign::{Sign, sign};
use crate::router::{use_place, use_router};
use crate::site_map::{Page, Place};
use crate::words::use_words;
use leptos::prelude::*;
use store::Network;

/// The head.
#[component]
pub(crate) fn Head() -> impl IntoView {
    let lang = use_place().lang;
    let desk = use_desk();
    let gate = desk.gate();
    let visit = Memo::new(move |_| {
        let scene = desk.scene()?;
        Some(scene.visit.as_ref()?.carnet.to_string())
    });
    let home = move || {
        if let Some(carnet) = visit.get() {
            return Place::inside(lang, Page::Visit, &carnet).href();
        }
        let page = if gate.get() == Gate::Open {
            Page::Carnets
        } else {
            Page::Welcome
        };
        Place::of(lang, page).href()
    };
    view! {
        <header class="head">
            <a class="brand" href=home>{sign(Sign::Book)}"Carnet"</a>
            {move || (gate.get() == Gate::Open).then(|| view! {
                <Sending/>
                {if visit.get().is_some() { view! { <Leave/> }.into_any() } else { view! { <LockButton/> }.into_any() }}
            })}
        </header>
    }
}

/// How many changes wait, and whether the network is missing.
#[component]
fn Sending() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let offline = Memo::new(move |_| {
        desk.scene()
            .is_some_and(|scene| scene.network == Network::Offline)
    });
    let unsent = Memo::new(move |_| desk.scene().map_or(0, |scene| scene.unsent));
    view! {
        <div class="states" role="status">
            {move || offline.get().then(|| view! {
                <span class="state caution">{sign(Sign::Offline)}{t.offline()}</span>
            })}
            {move || match unsent.get() {
                0 => None,
                1 => Some(t.unsent_one().to_owned()),
                many => Some(t.unsent_many(many)),
            }.map(|text| view! { <span class="state caution" id="unsent">{sign(Sign::Clock)}{text}</span> })}
        </div>
    }
}

/// Forgets the keys at once.
#[component]
fn LockButton() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let router = use_router();
    let here = use_place();
    let lock = move |_| {
        let after = if here.carnet.is_empty() {
            Place::of(here.lang, Page::SignIn)
        } else {
            here.clone()
        };
        desk.ask(
            async |keeper| keeper.lock().await,
            move |_| router.go(&after),
        );
    };
    view! { <button class="go small" type="button" on:click=lock>{sign(Sign::Lock)}{t.lock()}</button> }
}
