//! An e-mail address for messages about the account; never needed.

use crate::desk::{Doing, use_desk};
use crate::parts::button::Send;
use crate::parts::field::Line;
use crate::parts::notice::TroubleNotice;
use crate::parts::toast::use_toasts;
use crate::site_map::Lang;
use crate::words::use_words;
use leptos::prelude::*;
use store::MailLanguage;

/// The card.
#[component]
pub(super) fn Email() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let kept = untrack(|| desk.account()).and_then(|account| account.email.clone());
    let email = RwSignal::new(kept.unwrap_or_default());
    let language = match t.lang() {
        Lang::Fr | Lang::FrSimple => MailLanguage::French,
        Lang::En => MailLanguage::English,
    };
    let set = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = email.get_untracked().trim().to_owned();
        let typed = (!typed.is_empty()).then_some(typed);
        doing.start(
            async move |keeper| keeper.set_email(typed, language).await,
            move |()| toasts.say(t.kept()),
        );
    };
    let button = Signal::derive(move || t.keep().to_owned());
    view! {
        <section class="card" aria-labelledby="mail">
            <h2 id="mail">{t.email_title()}</h2>
            <form novalidate on:submit=set>
                <Line id="email" label=t.email_address() hint=t.email_hint() value=email kind="email" autocomplete="email"/>
                <TroubleNotice trouble=doing.trouble/>
                <div class="acts end"><Send doing label=button/></div>
            </form>
        </section>
    }
}
