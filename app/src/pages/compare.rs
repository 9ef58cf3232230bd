//! Two films side by side on one clock: before and after.

mod clock;
mod seconds;
mod side;

use crate::lists::rows::use_rows;
use crate::pages::documents::{Speeds, is_film};
use crate::parts::sign::{Sign, sign};
use crate::router::beside;
use crate::site_map::Page;
use crate::words::use_words;
use clock::Clock;
use domain::{Entry, FileRef, date_in_words, view};
use leptos::prelude::*;
use seconds::seconds;
use side::{Side, SideView};
use web_sys::KeyboardEvent;

/// A film that can be chosen.
#[derive(Clone, Debug, PartialEq)]
struct Choice {
    title: String,
    file: FileRef,
}

/// The page.
#[component]
pub(crate) fn Compare() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    // Newest first, as documents are.
    let films = Memo::new(move |_| {
        let rows = rows.get();
        let mut films = Vec::new();
        for row in view::documents(&rows) {
            let Entry::Document(document) = &row.entry else {
                continue;
            };
            let day = document.date.map(|date| date_in_words(date, t.terms()));
            for file in &document.pages {
                if is_film(&file.mime, &file.name) {
                    let parts = [Some(row.entry.title(t.terms())), day.clone()];
                    films.push(Choice {
                        title: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
                        file: file.clone(),
                    });
                }
            }
        }
        films
    });
    let enough = Memo::new(move |_| films.with(|films| films.len() > 1));
    let shown = move || {
        if enough.get() {
            view! { <Both films/> }.into_any()
        } else {
            view! { <div class="empty"><p>{t.compare_few()}</p></div> }.into_any()
        }
    };
    view! {
        <div class="documents compare">
            <a class="quiet" href=beside(Page::Documents).href()>{sign(Sign::Back)}{t.title_documents()}</a>
            <h1 tabindex="-1">{Page::Compare.heading(t)}</h1>
            <p>{t.compare_lead()}</p>
            {shown}
        </div>
    }
}

#[component]
fn Both(films: Memo<Vec<Choice>>) -> impl IntoView {
    let t = use_words();
    // The one before the newest on the left, the newest on the right.
    let blob = |place: usize| {
        films.with_untracked(|films| films.get(place).map(|film| film.file.blob.clone()))
    };
    let (left, right) = (Side::new(blob(1)), Side::new(blob(0)));
    let clock = Clock::new(left, right);
    clock.run();
    let keys = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "," => clock.step(false),
            "." => clock.step(true),
            _ => return,
        }
        event.prevent_default();
    };
    let move_to = move |event| {
        if let Ok(at) = event_target_value(&event).parse() {
            clock.go(at);
        }
    };
    let sign_now = move || {
        sign(if clock.playing.get() {
            Sign::Pause
        } else {
            Sign::Play
        })
    };
    let word_now = move || {
        if clock.playing.get() {
            t.compare_pause()
        } else {
            t.compare_play()
        }
    };
    view! {
        <div class="together" role="group" aria-label=t.compare_both() on:keydown=keys>
            <p class="soft">{t.compare_how()}</p>
            <div class="sides">
                <SideView side=left films id="left" label=t.compare_left()/>
                <SideView side=right films id="right" label=t.compare_right()/>
            </div>
            <div class="clock card">
                <label for="place">{t.compare_place()}" "<span class="number">{move || seconds(clock.at.get(), t)}</span></label>
                <input id="place" type="range" min="0" step="0.01" max=move || format!("{:.2}", clock.length())
                    prop:value=move || format!("{:.2}", clock.at.get()) on:input=move_to
                    aria-valuetext=move || seconds(clock.at.get(), t)/>
                <div class="acts">
                    <button class="do" type="button" id="play-both" on:click=move |_| clock.toggle()>{sign_now}{word_now}</button>
                    <button class="go small" type="button" on:click=move |_| clock.step(false)>{sign(Sign::Back)}{t.film_back()}</button>
                    <button class="go small" type="button" on:click=move |_| clock.step(true)>{t.film_forward()}{sign(Sign::Forward)}</button>
                    <button class="go small" type="button" on:click=move |_| clock.go(0.0)>{sign(Sign::Turn)}{t.compare_again()}</button>
                </div>
                <Speeds speed=clock.speed/>
                <label class="pick">
                    <input type="checkbox" id="loop" prop:checked=move || clock.again.get()
                        on:change=move |event| clock.again.set(event_target_checked(&event))/>
                    {t.compare_loop()}
                </label>
                <p class="soft not-on-phone">{t.film_keys()}</p>
            </div>
        </div>
    }
}
