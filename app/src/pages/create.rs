//! Making an account: with a passkey, or with a name and a passphrase; then its recovery sheet.

mod name_form;
mod sheet_step;

use crate::desk::{Doing, use_desk};
use crate::parts::button::Send;
use crate::parts::field::{Line, Tick};
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::router::use_router;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use leptos::prelude::*;
use name_form::NameForm;
pub(crate) use sheet_step::SheetStep;
use store::{Availability, NewSheet, Trouble};

/// The page.
#[component]
pub(crate) fn Create() -> impl IntoView {
    let t = use_words();
    let router = use_router();
    let sheet = RwSignal::new(None::<NewSheet>);
    let done = Callback::new(move |()| router.go(&Place::of(t.lang(), Page::NewCarnet)));
    view! {
        {move || match sheet.get() {
            None => view! {
                <h1 tabindex="-1">{t.title_create()}</h1>
                <p class="lead">{t.create_lead()}</p>
                <NewAccount sheet/>
            }
            .into_any(),
            Some(sheet) => view! { <SheetStep sheet done/> }.into_any(),
        }}
    }
}

/// The first step: who are you called, and with what will you come back?
#[component]
pub(crate) fn NewAccount(sheet: RwSignal<Option<NewSheet>>) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let label = RwSignal::new(String::new());
    let borrowed = RwSignal::new(false);
    let passkeys = RwSignal::new(true);
    Effect::new(move |_| {
        let note = move |found: Result<Availability, Trouble>| {
            passkeys.try_set(found != Ok(Availability::None));
        };
        desk.ask(async |keeper| Ok(keeper.passkeys().await), note);
    });
    let unfit = move || {
        matches!(
            doing.trouble.get(),
            Some(Trouble::PrfMissing | Trouble::NoPasskeys)
        )
    };
    let create = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let (label, borrowed) = (
            label.get_untracked().trim().to_owned(),
            borrowed.get_untracked(),
        );
        doing.start(
            async move |keeper| keeper.create_account_passkey(label, borrowed).await,
            move |made| sheet.set(Some(made)),
        );
    };
    let button = Signal::derive(move || t.make_passkey().to_owned());
    view! {
        <form class="form" novalidate on:submit=create>
            <Line id="label" label=t.your_name() hint=t.your_name_hint() value=label autocomplete="given-name"/>
            {move || passkeys.get().then(|| view! {
                <p>{t.passkey_what()}</p>
                <TroubleNotice trouble=doing.trouble/>
                <div class="acts"><Send doing label=button/></div>
            })}
        </form>
        {move || (!passkeys.get()).then(|| view! { <Notice tone=Tone::Plain><p>{t.no_passkeys_here()}</p></Notice> })}
        {move || {
            let at_once = !passkeys.get() || unfit();
            view! {
                <details class="form" open=at_once>
                    <summary>{t.create_with_name()}</summary>
                    <NameForm label borrowed sheet/>
                </details>
            }
        }}
        <details class="form">
            <summary>{t.borrowed_question()}</summary>
            <Tick id="borrowed" label=t.borrowed() value=borrowed/>
            <p class="soft">{t.borrowed_means()}</p>
        </details>
    }
}
