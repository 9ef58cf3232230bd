//! A name and its passphrase.

use crate::desk::{Doing, use_desk};
use crate::parts::button::Send;
use crate::parts::field::Line;
use crate::parts::notice::TroubleNotice;
use crate::words::use_words;
use leptos::prelude::*;

/// The form.
#[component]
pub(super) fn NameForm(borrowed: RwSignal<bool>) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let (name, passphrase) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let enter = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let (name, passphrase, borrowed) = (
            name.get_untracked(),
            passphrase.get_untracked(),
            borrowed.get_untracked(),
        );
        doing.start(
            async move |keeper| keeper.sign_in_name(name, passphrase, borrowed).await,
            |()| (),
        );
    };
    let button = Signal::derive(move || t.enter().to_owned());
    view! {
        <form novalidate on:submit=enter>
            <Line id="name" label=t.sign_in_name() value=name autocomplete="username"/>
            <Line id="passphrase" label=t.passphrase() value=passphrase kind="password" autocomplete="current-password"/>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts"><Send doing label=button/></div>
        </form>
    }
}
