//! Filing a deposit in the carnet: as a document that can be found again, or as a note with what came with it.

use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::forms::controls::fields;
use crate::forms::findings::Findings;
use crate::forms::table;
use crate::lists::rows::use_rows;
use crate::pages::documents::guesses;
use crate::parts::button::Send;
use crate::parts::notice::TroubleNotice;
use crate::parts::toast::use_toasts;
use crate::words::{Words, use_words};
use domain::entry::{Document, Note};
use domain::{Entry, Kind, PartialDate, Plain, view};
use leptos::prelude::*;
use serde_json::{Map, Value, json};
use store::{DepositView, Edit};

/// Where it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shelf {
    Documents,
    Notebook,
}

/// The form.
#[component]
pub(super) fn TakeIn(deposit: DepositView) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let doing = Doing::new(use_desk());
    let toasts = use_toasts();
    let with_files = !deposit.files.is_empty();
    let prefix = format!("file-{}-{}", deposit.link, deposit.counter);
    let values = RwSignal::new(suggested(&deposit, t));
    let shelf = RwSignal::new(Shelf::Documents);
    let findings = Findings::new();
    let questions =
        with_files.then(|| view! { <Questions prefix=prefix.clone() values shelf findings/> });
    let goes = move || match (with_files, shelf.get()) {
        (true, Shelf::Documents) => t.inbox_goes_documents(),
        _ => t.inbox_goes_notebook(),
    };
    let take = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let written = with_files && shelf.get_untracked() == Shelf::Documents;
        let plains = if written {
            let Some(document) = document(values.get_untracked(), &deposit, t) else {
                return;
            };
            let birth =
                view::identity(&rows.get_untracked()).and_then(|(_, identity)| identity.birth_date);
            findings.put(&document.entry.check(browser::today(), birth), &prefix, t);
            if let Some(wrong) = findings.said_now().into_iter().find(|said| said.blocking) {
                return browser::soon(move || browser::focus_id(&wrong.place));
            }
            let note = note(&deposit, false, t).map(Plain::new);
            std::iter::once(document).chain(note).collect::<Vec<_>>()
        } else {
            note(&deposit, true, t)
                .map(Plain::new)
                .into_iter()
                .collect()
        };
        let edit = |plain| Edit {
            entry: None,
            seen: Vec::new(),
            plain,
        };
        let edits = plains.into_iter().map(edit).collect();
        let (link, counter) = (deposit.link, deposit.counter);
        doing.start(
            async move |keeper| keeper.take_in(link, counter, edits).await,
            move |_| toasts.say(t.inbox_taken()),
        );
    };
    view! {
        <form novalidate on:submit=take>
            {questions}
            <p class="soft">{goes}</p>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts"><Send doing label=t.inbox_take().to_owned()/></div>
        </form>
    }
}

/// Where it goes, and what it is.
#[component]
fn Questions(
    prefix: String,
    values: RwSignal<Map<String, Value>>,
    shelf: RwSignal<Shelf>,
    findings: Findings,
) -> impl IntoView {
    let t = use_words();
    provide_context(findings);
    let name = format!("{prefix}-where");
    let choice = |wanted: Shelf, label: &'static str| {
        let name = name.clone();
        view! {
            <label class="pick">
                <input type="radio" name=name prop:checked=move || shelf.get() == wanted on:change=move |_| shelf.set(wanted)/>
                {label}
            </label>
        }
    };
    let asked = table(Kind::Document).iter().filter(|field| field.first);
    let asked = fields(asked, &prefix, values, Callback::new(|()| ()));
    view! {
        <fieldset class="field">
            <legend>{t.inbox_where()}</legend>
            {choice(Shelf::Documents, t.inbox_where_documents())}
            {choice(Shelf::Notebook, t.inbox_where_notebook())}
        </fieldset>
        <div class="pair" class:away=move || shelf.get() != Shelf::Documents>{asked}</div>
    }
}

/// What its document is filled in with: what the names of its files tell, and the day it came.
fn suggested(deposit: &DepositView, t: Words) -> Map<String, Value> {
    let (day, _) = browser::local_moment(deposit.received.0);
    let first = deposit.files.first();
    let mut values = first
        .map(|file| guesses(&file.name, &file.mime, day))
        .unwrap_or_default();
    let title = match deposit.name.trim() {
        "" => t.inbox_document().to_owned(),
        name => t.inbox_document_of(name),
    };
    values.insert("title".to_owned(), Value::from(title));
    values
        .entry("date")
        .or_insert_with(|| Value::from(PartialDate::Day(day).to_string()));
    values
}

/// The document, by whom as they say.
fn document(mut values: Map<String, Value>, deposit: &DepositView, t: Words) -> Option<Plain> {
    for (name, value) in [
        ("v", json!(domain::VERSION)),
        ("min_edit", json!(1)),
        ("kind", json!("document")),
    ] {
        values.insert(name.to_owned(), value);
    }
    let read = Plain::from_fields(values).ok()?;
    let Entry::Document(document) = read.entry else {
        return None;
    };
    let title = match document.title.trim() {
        "" => t.inbox_document().to_owned(),
        title => title.to_owned(),
    };
    let author = match deposit.name.trim() {
        "" => String::new(),
        name => t.inbox_author(name),
    };
    let original_name = match &deposit.files[..] {
        [only] => only.name.clone(),
        _ => String::new(),
    };
    Some(Plain::new(Entry::Document(Document {
        title,
        author,
        original_name,
        pages: deposit.files.clone(),
        ..document
    })))
}

/// The note, with the files if they do not become a document. It says whose word it is.
fn note(deposit: &DepositView, with_files: bool, t: Words) -> Option<Entry> {
    let text = deposit.note.trim();
    if text.is_empty() && !with_files {
        return None;
    }
    let from = match deposit.name.trim() {
        "" => t.inbox_note_from_somebody().to_owned(),
        name => t.inbox_note_from(name),
    };
    let (day, _) = browser::local_moment(deposit.received.0);
    let media = if with_files {
        deposit.files.clone()
    } else {
        Vec::new()
    };
    Some(Entry::Note(Note {
        text: format!("{from}\n{text}").trim_end().to_owned(),
        date: Some(day),
        media,
        ..Note::default()
    }))
}
