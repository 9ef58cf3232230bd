//! Somebody without an account leaves a note, reports and films for the family: whoever has just read the urgent sheet, or was
//! given a link. They read nothing back.

mod files;
mod form;
mod way;

use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::sign::{Sign, sign};
use crate::parts::skeleton::Skeleton;
use crate::parts::toast::use_toasts;
use crate::router::use_secret;
use crate::words::use_words;
use form::DepositForm;
use leptos::prelude::*;
use leptos::task::spawn_local;
use store::{Depositor, Left, Trouble};

/// What the page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// The link is being looked at.
    Opening,
    /// There is no link, or it does not open.
    Shut,
    /// Something can be left.
    Open,
    /// It was left. `stays`: of a file it is not sure that it tells no place.
    Left { stays: bool },
}

/// The page.
#[component]
pub(crate) fn Deposit() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let stage = RwSignal::new(Stage::Opening);
    let tray = StoredValue::new_local(None::<Depositor>);
    let whose = RwSignal::new(String::new());
    let opened = StoredValue::new(String::new());
    use_secret(move |secret| {
        let Some(secret) = secret else {
            return stage.set(Stage::Shut);
        };
        // The same one once more: nothing that is being written is lost.
        if stage.get_untracked() == Stage::Open && secret == opened.get_value() {
            return;
        }
        opened.set_value(secret.clone());
        stage.set(Stage::Opening);
        let (fragment, initials) = match secret.split_once('/') {
            Some((fragment, initials)) => (fragment.to_owned(), browser::decoded(initials)),
            None => (secret, String::new()),
        };
        whose.set(initials);
        doing.start(
            async move |keeper| keeper.depositor(fragment).await,
            move |found| {
                tray.set_value(Some(found));
                stage.set(Stage::Open);
            },
        );
    });
    // A link that does not open stays shut; whether the network is missing is said beside it.
    Effect::new(move |_| {
        if doing.trouble.get().is_some() && stage.get_untracked() == Stage::Opening {
            stage.set(Stage::Shut);
        }
    });
    let shown = move || match stage.get() {
        Stage::Opening => view! { <Skeleton/> }.into_any(),
        Stage::Shut => view! { <Shut trouble=doing.trouble/> }.into_any(),
        Stage::Open => {
            let left = Callback::new(move |left: Left| {
                stage.set(Stage::Left { stays: left.stays });
                browser::soon(|| browser::focus_id("left"));
            });
            view! { <Whose whose/> <Begun tray/> <DepositForm tray left/> }.into_any()
        }
        Stage::Left { stays } => {
            let again = move |_| stage.set(Stage::Open);
            view! {
                <section class="card">
                    <h2 id="left" tabindex="-1">{sign(Sign::Check)}" "{t.deposit_left()}</h2>
                    <p>{t.deposit_left_means()}</p>
                    {stays.then(|| view! { <Notice tone=Tone::Caution><p>{t.deposit_place_stays()}</p></Notice> })}
                    <p>{t.deposit_left_close()}</p>
                    <div class="acts end"><button class="go" type="button" on:click=again>{t.deposit_again()}</button></div>
                </section>
            }
            .into_any()
        }
    };
    view! {
        <h1 tabindex="-1">{t.title_deposit()}</h1>
        <p class="lead">{t.deposit_lead()}</p>
        {shown}
    }
}

/// For whom, by initials only: the page is open to whoever holds the link.
#[component]
fn Whose(whose: RwSignal<String>) -> impl IntoView {
    let t = use_words();
    move || {
        let initials = whose.get();
        (!initials.is_empty())
            .then(|| view! { <p>{t.deposit_for()}" "<strong>{initials}</strong></p> })
    }
}

/// Something large was begun here and not left.
#[component]
fn Begun(tray: StoredValue<Option<Depositor>, LocalStorage>) -> impl IntoView {
    let t = use_words();
    let begun = RwSignal::new(false);
    let toasts = use_toasts();
    Effect::new(move |_| {
        let Some(tray) = tray.get_value() else { return };
        spawn_local(async move {
            begun.try_set(tray.has_begun().await);
        });
    });
    let give_up = move |_| {
        let Some(tray) = tray.get_value() else { return };
        begun.set(false);
        spawn_local(async move {
            tray.give_up().await;
            toasts.say(t.deposit_gave_up());
        });
    };
    move || {
        begun.get().then(|| {
            view! {
                <Notice tone=Tone::Plain>
                    <p>{t.deposit_begun()}</p>
                    <p><button class="go small" type="button" on:click=give_up>{t.deposit_give_up()}</button></p>
                </Notice>
            }
        })
    }
}

/// Nothing can be left here.
#[component]
fn Shut(trouble: RwSignal<Option<Trouble>>) -> impl IntoView {
    let t = use_words();
    let known = move || {
        matches!(
            trouble.get(),
            Some(
                Trouble::Offline
                    | Trouble::Server
                    | Trouble::TooMany
                    | Trouble::Newer
                    | Trouble::Forged(_)
            )
        )
    };
    view! {
        {move || if known() {
            view! { <TroubleNotice trouble/> }.into_any()
        } else {
            view! { <Notice tone=Tone::Caution><p><strong>{t.deposit_shut()}</strong></p><p>{t.deposit_shut_means()}</p></Notice> }.into_any()
        }}
    }
}
