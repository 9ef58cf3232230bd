//! Coming back with the recovery code.

mod photo;

use super::sign_in::home;
use crate::desk::{Doing, use_desk};
use crate::parts::button::Send;
use crate::parts::field::{Line, Tick};
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::router::use_router;
use crate::words::use_words;
use leptos::prelude::*;
use photo::Photo;

/// The page.
#[component]
pub(crate) fn Recover() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let router = use_router();
    let doing = Doing::new(desk);
    let code = RwSignal::new(String::new());
    let borrowed = RwSignal::new(false);
    let start = move |code: String| {
        let borrowed = borrowed.get_untracked();
        doing.start(
            async move |keeper| keeper.recover(code, borrowed).await,
            move |()| router.go(&untrack(|| home(desk, t.lang()))),
        );
    };
    let recover = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        start(code.get_untracked());
    };
    let button = Signal::derive(move || t.recover_do().to_owned());
    view! {
        <h1 tabindex="-1">{t.title_recover()}</h1>
        <p class="lead">{t.recover_lead()}</p>
        <form class="form" novalidate on:submit=recover>
            <Photo read=Callback::new(start)/>
            <Line id="code" label=t.recovery_code() hint=t.recovery_code_hint() value=code class="code-in"/>
            <Tick id="borrowed" label=t.borrowed() value=borrowed/>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts"><Send doing label=button/></div>
        </form>
        <Notice tone=Tone::Plain><p>{t.recover_lost_sheet()}</p></Notice>
    }
}
