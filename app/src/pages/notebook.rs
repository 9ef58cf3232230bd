//! The liaison notebook: what people who take care tell each other, day by day, and who has read it.

mod form;
mod marks;
mod note;

use crate::browser;
use crate::desk::use_desk;
use crate::lists::rows::{Row, use_rows};
use crate::parts::sign::{Sign, sign};
use crate::site_map::Page;
use crate::words::{Words, use_words};
use chrono::NaiveDate;
use domain::{Entry, Section, day_in_words, view};
use form::NoteForm;
use leptos::prelude::*;
use marks::Marks;
use note::NoteCard;
use store::EntryId;

/// Notes shown before somebody asks for older ones.
const AT_ONCE: usize = 30;

/// A note that is being answered.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Answered {
    id: EntryId,
    by: store::MemberId,
    name: String,
}

/// The page.
#[component]
pub(crate) fn Notebook() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let rows = use_rows();
    let may = Memo::new(move |_| {
        desk.carnet()
            .is_some_and(|carnet| carnet.may_write(Section::Notebook))
    });
    let marks = Memo::new(move |_| {
        let me = desk.carnet().map(|carnet| carnet.me);
        rows.with(|rows| Marks::of(rows, me))
    });
    let notes = Memo::new(move |_| {
        rows.with(|rows| {
            let mut notes: Vec<Row> = view::notes(rows).into_iter().cloned().collect();
            // Of one day, what was written last comes first.
            notes.sort_by_key(|row| std::cmp::Reverse((row.entry.date(), row.at)));
            notes
        })
    });
    let unread = Memo::new(move |_| {
        let marks = marks.get();
        notes.with(|notes| {
            let unread = notes.iter().filter(|row| marks.unread(row));
            unread.map(|row| row.id).collect::<Vec<EntryId>>()
        })
    });
    let writing = RwSignal::new(false);
    let answered = RwSignal::new(None::<Answered>);
    let answer = Callback::new(move |note: Answered| {
        answered.set(Some(note));
        writing.set(true);
        browser::soon(|| browser::focus_id("note-text"));
    });
    let begin = move |_| {
        answered.set(None);
        writing.set(true);
        browser::soon(|| browser::focus_id("note-text"));
    };
    let done = Callback::new(move |()| {
        writing.set(false);
        answered.set(None);
    });
    let most = RwSignal::new(AT_ONCE);
    let to_read = move || {
        let unread = unread.get();
        let notes = notes.with(|notes| {
            let here = notes.iter().filter(|row| unread.contains(&row.id));
            here.cloned().collect::<Vec<Row>>()
        });
        (!notes.is_empty()).then(|| {
            let count = notes.len();
            let all = unread.clone();
            let marked = move |_| marks::mark(desk, all.clone());
            view! {
                <section class="band" aria-labelledby="notes-unread">
                    <div class="band-head">
                        <h2 id="notes-unread">{t.notes_unread(count)}</h2>
                        {(may.get() && count > 1).then(|| view! {
                            <button class="go small" type="button" on:click=marked>{sign(Sign::Check)}{t.notes_read_all()}</button>
                        })}
                    </div>
                    <ul class="notes">{cards(notes, marks, may, answer)}</ul>
                </section>
            }
        })
    };
    let days = move || {
        let unread = unread.get();
        let (shown, more) = notes.with(|notes| {
            let read = notes.iter().filter(|row| !unread.contains(&row.id));
            let read: Vec<Row> = read.cloned().collect();
            (
                read.iter().take(most.get()).cloned().collect::<Vec<Row>>(),
                read.len() > most.get(),
            )
        });
        let day = |rows: &[Row]| {
            let heading = rows
                .first()
                .map_or_else(String::new, |row| day_words(day_of(row), t));
            view! {
                <section class="band">
                    <h2>{heading}</h2>
                    <ul class="notes">{cards(rows.to_vec(), marks, may, answer)}</ul>
                </section>
            }
        };
        let days = shown
            .chunk_by(|one, other| day_of(one) == day_of(other))
            .map(day)
            .collect_view();
        let older = more.then(|| view! {
            <button class="go" type="button" on:click=move |_| most.update(|most| *most += AT_ONCE)>{t.notes_older()}</button>
        });
        view! { {days}{older} }
    };
    let empty = move || {
        notes
            .with(Vec::is_empty)
            .then(|| view! { <div class="empty"><p>{t.why_notes()}</p></div> })
    };
    let writer = move || {
        if !may.get() {
            return ().into_any();
        }
        if writing.get() {
            return view! { <NoteForm answered=answered.get() done/> }.into_any();
        }
        view! { <p class="acts"><button class="do" type="button" on:click=begin>{sign(Sign::Add)}{t.add_note()}</button></p> }
            .into_any()
    };
    view! {
        <div class="notebook">
            <h1 tabindex="-1">{Page::Notebook.heading(t)}</h1>
            {writer}
            {empty}
            {to_read}
            {days}
        </div>
    }
}

/// The notes, each as a card.
fn cards(
    rows: Vec<Row>,
    marks: Memo<Marks>,
    may: Memo<bool>,
    answer: Callback<Answered>,
) -> impl IntoView {
    let card = move |row: Row| view! { <NoteCard row marks may answer/> };
    rows.into_iter().map(card).collect_view()
}

/// The day that a note is about; that of its writing if nothing is said.
fn day_of(row: &Row) -> NaiveDate {
    match &row.entry {
        Entry::Note(note) => note.date.unwrap_or_else(|| browser::local_moment(row.at).0),
        _ => browser::local_moment(row.at).0,
    }
}

fn day_words(day: NaiveDate, t: Words) -> String {
    match (browser::today() - day).num_days() {
        0 => t.notes_today().to_owned(),
        1 => t.notes_yesterday().to_owned(),
        _ => day_in_words(day, t.terms()),
    }
}
