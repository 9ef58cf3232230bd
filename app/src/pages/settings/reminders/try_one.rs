//! A reminder sent at once, to see whether it arrives.

use crate::desk::{Doing, use_desk};
use crate::parts::notice::TroubleNotice;
use crate::parts::toast::use_toasts;
use crate::words::use_words;
use leptos::prelude::*;

/// The button.
#[component]
pub(super) fn TryOne(push: bool) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let toasts = use_toasts();
    let send = move |_| {
        doing.start(
            async move |keeper| keeper.try_reminder(push).await,
            move |()| toasts.say(t.reminders_tried()),
        );
    };
    let label = if push {
        t.reminders_try_push()
    } else {
        t.reminders_try_mail()
    };
    view! {
        <button class="go small" type="button" on:click=send aria-disabled=move || doing.busy.get().then_some("true")>{label}</button>
        <TroubleNotice trouble=doing.trouble/>
    }
}
