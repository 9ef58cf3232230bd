//! An account with a name and a passphrase, where passkeys are missing.

use crate::desk::{Doing, use_desk};
use crate::parts::button::Send;
use crate::parts::field::Line;
use crate::parts::notice::TroubleNotice;
use crate::words::use_words;
use leptos::prelude::*;
use store::NewSheet;

/// The form.
#[component]
pub(super) fn NameForm(
    label: RwSignal<String>,
    borrowed: RwSignal<bool>,
    sheet: RwSignal<Option<NewSheet>>,
) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let name = RwSignal::new(String::new());
    let passphrase = RwSignal::new(String::new());
    let create = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let label = label.get_untracked().trim().to_owned();
        let (name, passphrase) = (name.get_untracked(), passphrase.get_untracked());
        let borrowed = borrowed.get_untracked();
        doing.start(
            async move |keeper| {
                keeper
                    .create_account_name(label, name, passphrase, borrowed)
                    .await
            },
            move |made| sheet.set(Some(made)),
        );
    };
    let button = Signal::derive(move || t.create_account().to_owned());
    view! {
        <form novalidate on:submit=create>
            <Line id="name" label=t.sign_in_name() hint=t.sign_in_name_hint() value=name autocomplete="username"/>
            <Line id="passphrase" label=t.passphrase() hint=t.passphrase_hint() value=passphrase kind="password"
                autocomplete="new-password"/>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts"><Send doing label=button/></div>
        </form>
    }
}
