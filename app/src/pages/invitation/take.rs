//! Taking it, with the account that is in, with one that comes back, or with one that is made on the spot.

use crate::desk::{Doing, Gate, use_desk};
use crate::pages::create::{NewAccount, SheetStep};
use crate::pages::sign_in::SignInPanel;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::skeleton::Skeleton;
use crate::router::use_router;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use leptos::prelude::*;
use store::{Door, Guest, NewSheet, Trouble};

/// What is to be done to come in.
#[component]
pub(super) fn Take(guest: StoredValue<Option<Guest>, LocalStorage>) -> impl IntoView {
    let desk = use_desk();
    let gate = desk.gate();
    // The sheet of an account that was just made comes before anything else.
    let sheet = RwSignal::new(None::<NewSheet>);
    let done = Callback::new(move |()| sheet.set(None));
    move || match (sheet.get(), gate.get()) {
        (Some(sheet), _) => view! { <SheetStep sheet done inside=true/> }.into_any(),
        (None, Gate::Waiting) => view! { <Skeleton/> }.into_any(),
        (None, Gate::Locked) => view! { <Who sheet/> }.into_any(),
        (None, Gate::Open) => view! { <Enter guest/> }.into_any(),
    }
}

/// An account is needed: one's own, made or there.
#[component]
fn Who(sheet: RwSignal<Option<NewSheet>>) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    // A device that remembers somebody asks for them first.
    let known = desk
        .scene()
        .is_some_and(|scene| matches!(&scene.door, Door::Closed { known } if !known.is_empty()));
    let back = RwSignal::new(known);
    move || {
        if back.get() {
            view! {
                <section aria-labelledby="with-account">
                    <h2 id="with-account">{t.invitation_have_account()}</h2>
                    <SignInPanel/>
                    <p class="acts"><button class="quiet" type="button" on:click=move |_| back.set(false)>{t.invitation_no_account()}</button></p>
                </section>
            }
            .into_any()
        } else {
            view! {
                <section aria-labelledby="with-account">
                    <h2 id="with-account">{t.invitation_account()}</h2>
                    <p>{t.invitation_account_why()}</p>
                    <NewAccount sheet/>
                    <p class="acts"><button class="quiet" type="button" on:click=move |_| back.set(true)>{t.invitation_have_account()}</button></p>
                </section>
            }
            .into_any()
        }
    }
}

/// One press.
#[component]
fn Enter(guest: StoredValue<Option<Guest>, LocalStorage>) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let router = use_router();
    let label = move || {
        desk.account()
            .map(|account| account.label.clone())
            .filter(|label| !label.is_empty())
            .map(|label| t.invitation_as_account(label))
    };
    let enter = move |_| {
        let Some(guest) = guest.get_value() else {
            return;
        };
        doing.start(
            async move |keeper| keeper.join(guest).await,
            move |carnet| {
                router.replace(&Place::inside(t.lang(), Page::Today, &carnet.to_string()));
            },
        );
    };
    let carnets = Place::of(t.lang(), Page::Carnets).href();
    view! {
        <p>{label}</p>
        <TroubleNotice trouble=doing.trouble/>
        {move || (doing.trouble.get() == Some(Trouble::AlreadyIn)).then(|| view! {
            <p class="acts"><a class="go" href=carnets.clone()>{t.to_carnets()}</a></p>
        })}
        <div class="acts">
            <button class="do" type="button" aria-disabled=move || doing.busy.get().then_some("true") on:click=enter>
                {sign(Sign::Check)}
                {move || if doing.busy.get() { t.one_moment() } else { t.invitation_enter() }}
            </button>
        </div>
    }
}
