//! Calls and letters, kept as proof: noted in two taps, with the hour and what was said.

use super::one::About;
use super::save::changed;
use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::parts::button::Send;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::words::use_words;
use chrono::NaiveDate;
use domain::Term;
use domain::entry::Exchange;
use domain::lists::ExchangeWay as Way;
use leptos::prelude::*;

/// The dialog's id.
const DIALOG: &str = "exchange";

/// The list, and two buttons.
#[component]
pub(super) fn Log(about: About) -> impl IntoView {
    let t = use_words();
    let wanted = RwSignal::new(None::<Way>);
    let open = move |way: Way| {
        wanted.set(None);
        wanted.set(Some(way));
        browser::soon(|| {
            browser::show_dialog(DIALOG);
            browser::focus_id("exchange-text");
        });
    };
    let list = move || {
        about.procedure.with(|one| {
            if one.exchanges.is_empty() {
                return view! { <div class="empty"><p>{t.log_why()}</p></div> }.into_any();
            }
            let mut all: Vec<Exchange> = one.exchanges.clone();
            all.sort_by(|a, b| (b.date, &b.time).cmp(&(a.date, &a.time)));
            let line = |one: Exchange| {
                let icon = if one.way == Some(Way::Call) { Sign::Phone } else { Sign::File };
                let what = Exchange {
                    text: String::new(),
                    ..one.clone()
                };
                view! {
                    <li class="row">
                        {sign(icon)}
                        <div class="grow"><p class="soft">{what.in_words(t.terms())}</p><p class="said">{one.text}</p></div>
                    </li>
                }
            };
            view! { <ul class="rows log">{all.into_iter().map(line).collect_view()}</ul> }.into_any()
        })
    };
    view! {
        <section class="band" aria-labelledby="log">
            <h2 id="log">{t.log_title()}</h2>
            {move || about.may.get().then(|| view! {
                <div class="acts">
                    <button class="go" type="button" on:click=move |_| open(Way::Call)>{sign(Sign::Phone)}{t.log_call()}</button>
                    <button class="go" type="button" on:click=move |_| open(Way::RegisteredLetter)>{sign(Sign::File)}{t.log_letter()}</button>
                </div>
            })}
            {list}
        </section>
        <dialog id=DIALOG aria-labelledby="exchange-title">
            {move || wanted.get().map(|way| view! { <Noting about way/> })}
        </dialog>
    }
}

#[component]
fn Noting(about: About, way: Way) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the time of today"
    )]
    let (today, now) = browser::local_moment((browser::now() / 1000.0) as u64);
    let chosen = RwSignal::new(way);
    let date = RwSignal::new(Some(today));
    let time = RwSignal::new(if way == Way::Call { now } else { String::new() });
    let who = RwSignal::new(String::new());
    let text = RwSignal::new(String::new());
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let exchange = Exchange {
            way: Some(chosen.get_untracked()),
            date: date.get_untracked(),
            time: time.get_untracked(),
            who: who.get_untracked(),
            text: text.get_untracked(),
            document: None,
        };
        let Some(edit) = changed(desk, about.id, |one| one.exchanges.push(exchange)) else {
            return;
        };
        doing.start(
            async move |keeper| keeper.put(edit).await,
            move |_| {
                browser::close_dialog(DIALOG);
                toasts.say(t.kept());
            },
        );
    };
    let choice = move |one: &Way| {
        let one = *one;
        view! {
            <label class="chip">
                <input type="radio" name="exchange-way" prop:checked=move || chosen.get() == one on:change=move |_| chosen.set(one)/>
                {one.label(t.terms())}
            </label>
        }
    };
    view! {
        <form on:submit=send novalidate>
            <h2 id="exchange-title">{if way == Way::Call { t.log_call() } else { t.log_letter() }}</h2>
            <div class="field">
                <label for="exchange-text">{t.exchange_text()}</label>
                <textarea id="exchange-text" class="low" maxlength="2000" on:input=move |event| text.set(event_target_value(&event))></textarea>
            </div>
            <details class="field">
                <summary>{t.more_precise()}</summary>
            <div class="field">
                <label for="exchange-who">{t.exchange_who()}</label>
                <input id="exchange-who" type="text" maxlength="150" autocomplete="off" on:input=move |event| who.set(event_target_value(&event))/>
            </div>
            <div class="pair">
                <div class="field">
                    <label for="exchange-date">{t.curves_when()}</label>
                    <input id="exchange-date" type="date" value=today.to_string()
                        on:input=move |event| date.set(event_target_value(&event).parse::<NaiveDate>().ok())/>
                </div>
                <div class="field">
                    <label for="exchange-time">{t.log_time()}</label>
                    <input id="exchange-time" type="time" value=time.get_untracked() on:input=move |event| time.set(event_target_value(&event))/>
                </div>
            </div>
            <fieldset class="chips"><legend>{t.log_way()}</legend>{Way::ALL.iter().map(choice).collect_view()}</fieldset>
            </details>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts end">
                <Send doing label=t.keep().to_owned()/>
                <button class="go" type="button" on:click=move |_| browser::close_dialog(DIALOG)>{t.give_up()}</button>
            </div>
        </form>
    }
}
