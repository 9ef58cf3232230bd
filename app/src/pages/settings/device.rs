//! Leaving this device.

use crate::desk::use_desk;
use crate::parts::confirm::Confirm;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::router::use_router;
use crate::site_map::{Page, Place};
use crate::troubles::tell_short;
use crate::words::use_words;
use leptos::prelude::*;

/// The card.
#[component]
pub(super) fn Device() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let router = use_router();
    let toasts = use_toasts();
    let leave = move |_| {
        desk.ask(
            async |keeper| keeper.sign_out().await,
            move |_| router.go(&Place::of(t.lang(), Page::Welcome)),
        );
    };
    let unsent = Memo::new(move |_| desk.scene().map_or(0, |scene| scene.unsent));
    let forget = Callback::new(move |()| {
        let Some(account) = untrack(|| desk.account()).map(|account| account.id) else {
            return;
        };
        desk.ask(
            async move |keeper| keeper.forget_device(account).await,
            move |done| match done {
                Ok(()) => router.go(&Place::of(t.lang(), Page::Welcome)),
                Err(trouble) => toasts.say(tell_short(trouble, t)),
            },
        );
    });
    view! {
        <section class="card" aria-labelledby="device">
            <h2 id="device">{t.device_title()}</h2>
            <p>{t.device_lead()}</p>
            <div class="acts end">
                <button class="go" type="button" on:click=leave>{sign(Sign::Away)}{t.sign_out()}</button>
                {move || {
                    let means = match unsent.get() {
                        0 => t.forget_device_means().to_owned(),
                        many => t.forget_device_unsent(many),
                    };
                    view! {
                        <Confirm id="forget-device" label=t.forget_device() title=t.forget_device_title() means
                            act=t.forget_device() done=forget/>
                    }
                }}
            </div>
        </section>
    }
}
