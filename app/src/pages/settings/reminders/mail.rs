//! Whether mails arrive, and whether they say what they are about.

use super::Known;
use super::try_one::TryOne;
use crate::desk::{Doing, use_desk};
use crate::parts::confirm::Confirm;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::words::use_words;
use leptos::prelude::*;
use store::RemindersView;

/// What can be said of mails.
#[component]
pub(super) fn Mail(view: RemindersView, known: Known) -> impl IntoView {
    let t = use_words();
    let body = if !view.mail {
        view! { <p>{t.reminders_no_mail()}</p> }.into_any()
    } else if view.email {
        let readable = view.readable;
        view! {
            <p><span class="state done">{sign(Sign::Check)}{t.reminders_mail_on()}</span></p>
            {(!readable).then(|| view! { <p class="soft">{t.reminders_mail_says()}</p> })}
            <Readable readable known/>
            <TryOne push=false/>
        }
        .into_any()
    } else {
        view! { <p>{t.reminders_mail_missing()}</p> }.into_any()
    };
    view! { <h3>{t.reminders_by_mail()}</h3>{body} }
}

/// The one choice that makes words of a carnet readable on their way: off until somebody switches it on, told who can read then.
#[component]
fn Readable(readable: bool, known: Known) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let toasts = use_toasts();
    let switch = move |on: bool| {
        doing.start(
            async move |keeper| keeper.readable_mails(on).await,
            move |()| {
                toasts.say(if on {
                    t.readable_said_on()
                } else {
                    t.readable_said_off()
                });
                known.again.run(());
            },
        );
    };
    let on = Callback::new(move |()| switch(true));
    let body = if readable {
        view! {
            <p><span class="state caution">{sign(Sign::Caution)}{t.readable_on()}</span></p>
            <p class="soft">{t.readable_on_means()}</p>
            <button class="go small" type="button" on:click=move |_| switch(false)
                aria-disabled=move || doing.busy.get().then_some("true")>{t.readable_stop()}</button>
        }
        .into_any()
    } else {
        view! {
            <Confirm id="readable-mails" label=t.readable_begin() title=t.readable_title()
                means=t.readable_means() act=t.readable_act() grave=false done=on/>
        }
        .into_any()
    };
    view! { {body}<TroubleNotice trouble=doing.trouble/> }
}
