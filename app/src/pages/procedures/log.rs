//! Calls and letters, kept as proof: noted in two taps, with the hour and what was said; with a letter or a document if there is
//! one, at once or later.

use super::about::About;
use super::attach::Attach;
use super::save::changed;
use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::lists::rows::{row, use_rows};
use crate::parts::button::Send;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use chrono::NaiveDate;
use domain::entry::Exchange;
use domain::lists::ExchangeWay as Way;
use domain::{Entry, EntryRef, Term};
use leptos::prelude::*;

/// The dialog's id.
const DIALOG: &str = "exchange";

/// What the dialog is open for.
#[derive(Clone)]
enum Wanted {
    /// Something new, said or sent in this way.
    New(Way),
    /// What stands at this place of the list.
    There(usize, Exchange),
}

/// The list, and two buttons.
#[component]
pub(super) fn Log(about: About) -> impl IntoView {
    let t = use_words();
    let wanted = RwSignal::new(None::<Wanted>);
    let open = Callback::new(move |what: Wanted| {
        wanted.set(None);
        wanted.set(Some(what));
        browser::soon(|| {
            browser::show_dialog(DIALOG);
            browser::focus_id("exchange-text");
        });
    });
    let list = move || {
        about.procedure.with(|one| {
            if one.exchanges.is_empty() {
                return view! { <div class="empty"><p>{t.log_why()}</p></div> }.into_any();
            }
            let mut all: Vec<(usize, Exchange)> =
                one.exchanges.iter().cloned().enumerate().collect();
            all.sort_by(|(_, a), (_, b)| (b.date, &b.time).cmp(&(a.date, &a.time)));
            let line =
                |(place, one): (usize, Exchange)| view! { <Line place one may=about.may open/> };
            view! { <ul class="rows log">{all.into_iter().map(line).collect_view()}</ul> }
                .into_any()
        })
    };
    view! {
        <section class="band" aria-labelledby="log">
            <h2 id="log">{t.log_title()}</h2>
            {move || about.may.get().then(|| view! {
                <div class="acts">
                    <button class="go" type="button" on:click=move |_| open.run(Wanted::New(Way::Call))>{sign(Sign::Phone)}{t.log_call()}</button>
                    <button class="go" type="button" on:click=move |_| open.run(Wanted::New(Way::RegisteredLetter))>{sign(Sign::Letter)}{t.log_letter()}</button>
                </div>
            })}
            {list}
        </section>
        <dialog id=DIALOG aria-labelledby="exchange-title">
            {move || wanted.get().map(|wanted| view! { <Noting about wanted/> })}
        </dialog>
    }
}

/// One call or letter, with what is joined.
#[component]
fn Line(place: usize, one: Exchange, may: Memo<bool>, open: Callback<Wanted>) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let carnet = StoredValue::new(use_place().carnet);
    let icon = if one.way == Some(Way::Call) {
        Sign::Phone
    } else {
        Sign::Letter
    };
    let what = Exchange {
        text: String::new(),
        ..one.clone()
    };
    let what = what.in_words(t.terms());
    let document = one.document.clone();
    let joined = move || {
        let row = row(&rows.get(), document.as_ref()?.as_str())?;
        let (page, icon) = match row.entry {
            Entry::Letter(_) => (Page::Letter, Sign::Letter),
            Entry::Document(_) => (Page::Document, Sign::Document),
            _ => return None,
        };
        let href = carnet
            .with_value(|carnet| Place::item(t.lang(), page, carnet, &row.id.to_string()).href());
        Some(
            view! { <p><a class="quiet" href=href>{sign(icon)}{row.entry.title(t.terms())}</a></p> },
        )
    };
    let about = what.clone();
    let text = one.text.clone();
    let one = StoredValue::new(one);
    let complete = move || {
        may.get().then(|| {
            let about = about.clone();
            view! {
                <button class="quiet" type="button" on:click=move |_| open.run(Wanted::There(place, one.get_value()))>
                    {sign(Sign::Edit)}{t.log_complete()}<span class="away">" "{about}</span>
                </button>
            }
        })
    };
    view! {
        <li class="row">
            {sign(icon)}
            <div class="grow">
                <p class="soft">{what}</p>
                <p class="said">{text}</p>
                {joined}
                {complete}
            </div>
        </li>
    }
}

#[component]
fn Noting(about: About, wanted: Wanted) -> impl IntoView {
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
    let (place, title, start) = match wanted {
        Wanted::New(way) => {
            let call = way == Way::Call;
            let start = Exchange {
                way: Some(way),
                date: Some(today),
                time: if call { now } else { String::new() },
                ..Exchange::default()
            };
            let title = if call { t.log_call() } else { t.log_letter() };
            (None, title, start)
        }
        Wanted::There(place, one) => (Some(place), t.log_complete_title(), one),
    };
    let chosen = RwSignal::new(start.way);
    let date = RwSignal::new(start.date);
    let time = RwSignal::new(start.time.clone());
    let who = RwSignal::new(start.who.clone());
    let text = RwSignal::new(start.text.clone());
    let document: RwSignal<Option<EntryRef>> = RwSignal::new(start.document.clone());
    let attached = place.is_some() || start.way != Some(Way::Call);
    let was = StoredValue::new(start.clone());
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let exchange = Exchange {
            way: chosen.get_untracked(),
            date: date.get_untracked(),
            time: time.get_untracked(),
            who: who.get_untracked(),
            text: text.get_untracked(),
            document: document.get_untracked(),
        };
        let edit = changed(desk, about.id, |one| {
            // It is found by what it said: the list may have changed meanwhile.
            let there = place.and_then(|place| {
                let same = |one: &Exchange| was.with_value(|was| one == was);
                let at = one.exchanges.get(place).is_some_and(same);
                if at {
                    Some(place)
                } else {
                    one.exchanges.iter().position(same)
                }
            });
            match there.and_then(|there| one.exchanges.get_mut(there)) {
                Some(there) => *there = exchange,
                None => one.exchanges.push(exchange),
            }
        });
        let Some(edit) = edit else {
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
                <input type="radio" name="exchange-way" prop:checked=move || chosen.get() == Some(one) on:change=move |_| chosen.set(Some(one))/>
                {one.label(t.terms())}
            </label>
        }
    };
    let Exchange {
        date: first_date,
        time: first_time,
        who: first_who,
        text: first_text,
        ..
    } = start;
    view! {
        <form on:submit=send novalidate>
            <h2 id="exchange-title">{title}</h2>
            <div class="field">
                <label for="exchange-text">{t.exchange_text()}</label>
                <textarea id="exchange-text" class="low" maxlength="2000" prop:value=first_text on:input=move |event| text.set(event_target_value(&event))></textarea>
            </div>
            <details class="field" open=attached>
                <summary>{t.log_attach()}</summary>
                <Attach document/>
            </details>
            <details class="field">
                <summary>{t.more_precise()}</summary>
            <div class="field">
                <label for="exchange-who">{t.exchange_who()}</label>
                <input id="exchange-who" type="text" maxlength="150" autocomplete="off" value=first_who on:input=move |event| who.set(event_target_value(&event))/>
            </div>
            <div class="pair">
                <div class="field">
                    <label for="exchange-date">{t.curves_when()}</label>
                    <input id="exchange-date" type="date" value=first_date.map(|day| day.to_string())
                        on:input=move |event| date.set(event_target_value(&event).parse::<NaiveDate>().ok())/>
                </div>
                <div class="field">
                    <label for="exchange-time">{t.log_time()}</label>
                    <input id="exchange-time" type="time" value=first_time on:input=move |event| time.set(event_target_value(&event))/>
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
