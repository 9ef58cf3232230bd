//! Whether mails arrive, and whether they say what they are about.

use super::Known;
use super::try_one::TryOne;
use crate::desk::{Doing, use_desk};
use crate::parts::confirm::Confirm;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::words::{Words, use_words};
use leptos::prelude::*;
use store::{MailWords, RemindersView};

/// What can be said of mails.
#[component]
pub(super) fn Mail(view: RemindersView, known: Known) -> impl IntoView {
    let t = use_words();
    let body = if !view.mail {
        view! { <p>{t.reminders_no_mail()}</p> }.into_any()
    } else if view.email {
        let words = view.words;
        view! {
            <p><span class="state done">{sign(Sign::Check)}{t.reminders_mail_on()}</span></p>
            {match words {
                MailWords::Off => view! { <p class="soft">{t.reminders_mail_says()}</p> }.into_any(),
                MailWords::Elsewhere => told(t.readable_elsewhere(), t).into_any(),
                MailWords::Here => told(t.readable_on_means(), t).into_any(),
            }}
            <div class="acts"><Readable words known/><TryOne push=false/></div>
        }
        .into_any()
    } else {
        view! { <p>{t.reminders_mail_missing()}</p> }.into_any()
    };
    view! { <h3>{t.reminders_by_mail()}</h3>{body} }
}

/// That mails say what they are about, and what that means.
fn told(means: &'static str, t: Words) -> impl IntoView {
    view! {
        <p><span class="state caution">{sign(Sign::Caution)}{t.readable_on()}</span></p>
        <p class="soft">{means}</p>
    }
}

/// The one choice that makes words of a carnet readable on their way: off until somebody switches it on, told who can read then.
#[component]
fn Readable(words: MailWords, known: Known) -> impl IntoView {
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
    let begin = match words {
        MailWords::Off => Some(t.readable_begin()),
        MailWords::Elsewhere => Some(t.readable_here_too()),
        MailWords::Here => None,
    };
    view! {
        {(words != MailWords::Off).then(|| view! {
            <button class="go small" type="button" on:click=move |_| switch(false)
                aria-disabled=move || doing.busy.get().then_some("true")>{t.readable_stop()}</button>
        })}
        {begin.map(|label| view! {
            <Confirm id="readable-mails" label title=t.readable_title()
                means=t.readable_means() act=t.readable_act() grave=false done=on/>
        })}
        <TroubleNotice trouble=doing.trouble/>
    }
}
