//! Noting that a letter went, and keeping it among the proofs of its procedure.

use super::about::AboutWhich;
use crate::browser;
use crate::desk::{Doing, entry_id, use_desk};
use crate::lists::rows::{Row, row, use_rows};
use crate::pages::procedures::changed;
use crate::parts::button::Send;
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::toast::use_toasts;
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use domain::entry::Letter;
use domain::lists::LetterMeans;
use domain::{Entry, EntryRef, Term, day_in_words, letters};
use leptos::prelude::*;
use store::{EntryId, Trouble};

/// When and how it went, and where the proof is kept; the form while something of it is missing.
#[component]
pub(super) fn Sending(
    id: EntryId,
    found: Memo<Option<Row>>,
    letter: Memo<Letter>,
) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let carnet = StoredValue::new(use_place().carnet);
    let proven = Memo::new(move |_| {
        let procedure = letter.with(|letter| letter.procedure.clone())?;
        let rows = rows.get();
        let about = row(&rows, procedure.as_str())?;
        let Entry::Procedure(one) = &about.entry else {
            return None;
        };
        let there = letters::proven(one, &EntryRef(id.to_string()));
        there.then(|| (procedure, about.entry.title(t.terms())))
    });
    let sent = move || {
        let letter = letter.get();
        let day = letter.sent?;
        let means = letter.means.map(|means| means.label(t.terms()));
        let kept = proven.get().map(|(procedure, title)| {
            let href = carnet.with_value(|carnet| {
                Place::item(t.lang(), Page::Procedure, carnet, procedure.as_str()).href()
            });
            view! { <p>{t.letter_proven()}" "<a href=href>{title}</a></p> }
        });
        Some(view! {
            <Notice tone=Tone::Well>
                <p>{t.letter_sent_on(day_in_words(day, t.terms()))}" "{means}</p>
                {(!letter.note.is_empty()).then(|| view! { <p>{letter.note}</p> })}
                {kept}
            </Notice>
        })
    };
    let editable =
        Memo::new(move |_| found.with(|row| row.as_ref().is_some_and(|row| row.editable)));
    // Once it has gone the form is another, only for the proof, and there must be a procedure to keep it in.
    let asks = Memo::new(move |_| {
        let gone = letter.with(|letter| letter.sent.is_some());
        let any = rows
            .get()
            .iter()
            .any(|row| matches!(row.entry, Entry::Procedure(_)));
        let asks = !gone || (any && proven.with(Option::is_none));
        (editable.get() && asks).then_some(gone)
    });
    view! {
        {sent}
        {move || asks.get().map(|gone| view! { <Form id letter gone/> })}
    }
}

#[component]
fn Form(
    id: EntryId,
    letter: Memo<Letter>,
    /// It has gone: only the proof is missing.
    gone: bool,
) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let start = letter.get_untracked();
    let today = browser::today();
    let day = RwSignal::new(start.sent.unwrap_or(today).to_string());
    let means = RwSignal::new(start.means);
    let about = RwSignal::new(start.procedure);
    let wrong = RwSignal::new(false);
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let sent = day.get_untracked().parse().ok().filter(|day| *day <= today);
        wrong.set(sent.is_none());
        let Some(sent) = sent else {
            browser::focus_id("letter-sent");
            return;
        };
        let mut now = Letter::default();
        let edit = desk.edited(id, |entry| {
            let Entry::Letter(letter) = entry else {
                return None;
            };
            letter.sent = Some(sent);
            letter.means = means.get_untracked();
            letter.procedure = about.get_untracked();
            now = letter.clone();
            Some(())
        });
        let Some(edit) = edit else {
            doing.trouble.set(Some(Trouble::NotFound));
            return;
        };
        let itself = EntryRef(id.to_string());
        let proof = now
            .procedure
            .as_ref()
            .and_then(|procedure| entry_id(procedure.as_str()))
            .and_then(|procedure| {
                changed(desk, procedure, |one| letters::prove(one, &itself, &now))
            });
        let edits = [Some(edit), proof].into_iter().flatten().collect();
        doing.start(
            async move |keeper| keeper.put_many(edits).await,
            move |_| toasts.say(t.letter_sent_kept()),
        );
    };
    let choice = move |one: &LetterMeans| {
        let one = *one;
        view! {
            <label class="chip">
                <input type="radio" name="letter-means" prop:checked=move || means.get() == Some(one) on:change=move |_| means.set(Some(one))/>
                {one.label(t.terms())}
            </label>
        }
    };
    let (title, why, label) = if gone {
        (
            t.letter_prove_title(),
            t.letter_prove_why(),
            t.letter_prove(),
        )
    } else {
        (t.letter_send_title(), t.letter_send_why(), t.letter_send())
    };
    view! {
        <section class="card" aria-labelledby="letter-send">
            <h2 id="letter-send">{title}</h2>
            <p>{why}</p>
            <form class="form" novalidate on:submit=send>
                <div class="field">
                    <label for="letter-sent">{t.letter_send_day()}</label>
                    <input id="letter-sent" type="date" max=today.to_string() aria-describedby="letter-sent-problem"
                        aria-invalid=move || wrong.get().then_some("true") prop:value=day
                        on:input=move |event| day.set(event_target_value(&event))/>
                    <div id="letter-sent-problem">
                        {move || wrong.get().then(|| view! { <p class="problem">{t.step_when_wrong()}</p> })}
                    </div>
                </div>
                <fieldset class="chips"><legend>{t.letter_went()}</legend>{LetterMeans::ALL.iter().map(choice).collect_view()}</fieldset>
                <AboutWhich about choose=Callback::new(move |chosen| about.set(chosen))/>
                <TroubleNotice trouble=doing.trouble/>
                <div class="acts end"><Send doing label=Signal::stored(label.to_owned())/></div>
            </form>
        </section>
    }
}
