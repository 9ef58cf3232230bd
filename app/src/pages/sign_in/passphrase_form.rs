//! The passphrase of an account that this device remembers; works without network.

use crate::desk::{Doing, use_desk};
use crate::parts::button::Send;
use crate::parts::field::Line;
use crate::parts::notice::TroubleNotice;
use crate::words::use_words;
use leptos::prelude::*;
use store::MemberId;

/// The form.
#[component]
pub(super) fn PassphraseForm(account: MemberId) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let passphrase = RwSignal::new(String::new());
    let unlock = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let passphrase = passphrase.get_untracked();
        doing.start(
            async move |keeper| keeper.unlock_passphrase(account, passphrase).await,
            |()| (),
        );
    };
    let button = Signal::derive(move || t.unlock().to_owned());
    view! {
        <form novalidate on:submit=unlock>
            <Line id="own-passphrase" label=t.your_passphrase() value=passphrase kind="password"
                autocomplete="current-password"/>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts"><Send doing label=button/></div>
        </form>
    }
}
