//! Whether this device is told.

use super::Known;
use super::try_one::TryOne;
use crate::browser::notify;
use crate::desk::{Doing, use_desk};
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::words::use_words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use store::{PushAbility, RemindersView};

/// What can be said of this device.
#[component]
pub(super) fn Here(view: RemindersView, known: Known) -> impl IntoView {
    let t = use_words();
    let told = view.devices.iter().find(|device| device.here).copied();
    let text = |text: &'static str| view! { <p>{text}</p> }.into_any();
    let body = match (told, view.ability) {
        _ if !view.push => text(t.reminders_no_push()),
        _ if view.borrowed => text(t.reminders_borrowed()),
        (_, PushAbility::None) => text(t.reminders_cannot()),
        (_, PushAbility::AfterInstalling) => text(t.reminders_install()),
        (_, PushAbility::Refused) => text(t.reminders_refused()),
        (Some(_), _) => view! {
            <p><span class="state done">{sign(Sign::Check)}{t.reminders_here()}</span></p>
            <p class="soft">{t.reminders_push_says()}</p>
            <TryOne push=true/>
        }
        .into_any(),
        (None, _) => view! { <Begin known/> }.into_any(),
    };
    view! { <h3>{t.reminders_on_device()}</h3>{body} }
}

/// The button that begins it: first the browser asks, then the device is told.
#[component]
fn Begin(known: Known) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let toasts = use_toasts();
    let begin = move |_| {
        let asked = notify::ask();
        spawn_local(async move {
            if !notify::said_yes(asked).await {
                toasts.say(t.reminders_not_allowed());
                known.again.run(());
                return;
            }
            doing.start(
                async |keeper| keeper.remind_here().await,
                move |()| {
                    toasts.say(t.reminders_here());
                    known.again.run(());
                },
            );
        });
    };
    view! {
        <p class="soft">{t.reminders_push_says()}</p>
        <button class="go small" type="button" on:click=begin aria-disabled=move || doing.busy.get().then_some("true")>
            {t.reminders_begin()}
        </button>
        <TroubleNotice trouble=doing.trouble/>
    }
}
