//! Coming back: with a passkey, or with a name and a passphrase; without network on a device that remembers.

mod name_form;
mod passphrase_form;

use crate::desk::{Doing, Gate, use_desk};
use crate::parts::field::Tick;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::skeleton::Skeleton;
use crate::router::use_router;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use leptos::prelude::*;
use name_form::NameForm;
use passphrase_form::PassphraseForm;
use store::{Door, KnownAccount};

/// The page.
#[component]
pub(crate) fn SignIn() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let router = use_router();
    let gate = desk.gate();
    Effect::new(move |_| {
        // On a device that knows nothing the list of carnets comes a moment after the door opens.
        let listed = move || {
            let scene = desk.scene();
            scene.is_none_or(|scene| scene.busy.is_none() || !scene.carnets.is_empty())
        };
        if gate.get() == Gate::Open && listed() {
            router.replace(&home(desk, t.lang()));
        }
    });
    view! {
        <h1 tabindex="-1">{t.title_sign_in()}</h1>
        {move || match gate.get() {
            Gate::Waiting => view! { <Skeleton/> }.into_any(),
            Gate::Locked | Gate::Open => view! { <SignInPanel/> }.into_any(),
        }}
    }
}

/// Where somebody goes who came in: to their carnet, or to the choice of them; first to what they left in the middle, because
/// the carnets do not open to their new keys before.
pub(crate) fn home(desk: crate::desk::Desk, lang: crate::site_map::Lang) -> Place {
    if desk.account().is_some_and(|account| account.replacing) {
        return Place::of(lang, Page::NewKeys);
    }
    let carnets = desk.scene().map(|scene| {
        scene
            .carnets
            .iter()
            .map(|cover| cover.id)
            .collect::<Vec<_>>()
    });
    match carnets.as_deref() {
        Some([only]) => Place::inside(lang, Page::Today, &only.to_string()),
        _ => Place::of(lang, Page::Carnets),
    }
}

/// The ways in.
#[component]
pub(crate) fn SignInPanel() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let borrowed = RwSignal::new(false);
    let known: Memo<Vec<KnownAccount>> =
        Memo::new(
            move |_| match desk.scene().map(|scene| scene.door.clone()) {
                Some(Door::Closed { known }) => known,
                _ => Vec::new(),
            },
        );
    let recalled = move || {
        known
            .get()
            .into_iter()
            .find(|account| account.passkey)
            .map(|account| account.id)
    };
    let passkey = move |_| {
        let borrowed = borrowed.get_untracked();
        let account = untrack(recalled).filter(|_| !borrowed);
        let unlock = async move |keeper: store::Keeper| match account {
            Some(account) => keeper.unlock_passkey(account).await,
            None => keeper.sign_in_passkey(borrowed).await,
        };
        doing.start(unlock, |()| ());
    };
    let other = move |_| {
        let borrowed = borrowed.get_untracked();
        doing.start(
            async move |keeper| keeper.sign_in_passkey(borrowed).await,
            |()| (),
        );
    };
    let phrase_only = move || {
        known
            .get()
            .into_iter()
            .find(|account| account.passphrase && !account.passkey)
    };
    let to = |page| Place::of(t.lang(), page).href();
    let (recover, create) = (to(Page::Recover), to(Page::Create));
    view! {
        <div class="form">
            <TroubleNotice trouble=doing.trouble/>
            {move || phrase_only().map(|account| view! { <PassphraseForm account=account.id/> })}
            <div class="acts">
                <button class="do" type="button" id="with-passkey" on:click=passkey>
                    {sign(Sign::Key)}
                    {move || if doing.busy.get() { t.one_moment() } else if recalled().is_some() { t.unlock_passkey() } else { t.with_passkey() }}
                </button>
                {move || recalled().map(|_| view! {
                    <button class="quiet" type="button" on:click=other>{t.other_passkey()}</button>
                })}
            </div>
            <details>
                <summary>{t.with_name()}</summary>
                <NameForm borrowed/>
            </details>
            <details>
                <summary>{t.borrowed_question()}</summary>
                <Tick id="borrowed" label=t.borrowed() value=borrowed/>
                <p class="soft">{t.borrowed_means()}</p>
            </details>
            <ul class="menu-list">
                <li><a href=recover>{sign(Sign::Lifebuoy)}{t.lost_way_in()}</a></li>
                <li><a href=create>{sign(Sign::Add)}{t.no_account_yet()}</a></li>
            </ul>
        </div>
    }
}
