//! Whether mails arrive.

use super::try_one::TryOne;
use crate::parts::sign::{Sign, sign};
use crate::words::use_words;
use leptos::prelude::*;
use store::RemindersView;

/// What can be said of mails.
#[component]
pub(super) fn Mail(view: RemindersView) -> impl IntoView {
    let t = use_words();
    let body = if !view.mail {
        view! { <p>{t.reminders_no_mail()}</p> }.into_any()
    } else if view.email {
        view! {
            <p><span class="state done">{sign(Sign::Check)}{t.reminders_mail_on()}</span></p>
            <p class="soft">{t.reminders_mail_says()}</p>
            <TryOne push=false/>
        }
        .into_any()
    } else {
        view! { <p>{t.reminders_mail_missing()}</p> }.into_any()
    };
    view! { <h3>{t.reminders_by_mail()}</h3>{body} }
}
