//! A sign-in name with its passphrase, in place of those before.

use crate::desk::{Doing, use_desk};
use crate::parts::button::Send;
use crate::parts::field::Line;
use crate::parts::notice::TroubleNotice;
use crate::parts::toast::use_toasts;
use crate::words::use_words;
use leptos::prelude::*;

/// The form.
#[component]
pub(super) fn NameForm() -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let toasts = use_toasts();
    let (name, passphrase) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let set = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let (new_name, new_passphrase) = (name.get_untracked(), passphrase.get_untracked());
        doing.start(
            async move |keeper| keeper.set_name(new_name, new_passphrase).await,
            move |()| {
                passphrase.try_set(String::new());
                toasts.say(t.kept());
            },
        );
    };
    let button = Signal::derive(move || t.set_name_do().to_owned());
    view! {
        <form class="form" novalidate on:submit=set>
            <Line id="new-name" label=t.sign_in_name() hint=t.sign_in_name_hint() value=name autocomplete="username"/>
            <Line id="new-passphrase" label=t.passphrase() hint=t.passphrase_hint() value=passphrase kind="password"
                autocomplete="new-password"/>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts"><Send doing label=button/></div>
        </form>
    }
}
