//! One note: from whom, for whom, what, its pictures, who has read it, and the answer.

use super::Answered;
use super::marks::{self, Marks};
use crate::browser;
use crate::desk::use_desk;
use crate::lists::entry_row::{RowActs, States, author};
use crate::lists::rows::{Row, use_rows};
use crate::pages::documents::viewer::Viewer;
use crate::parts::sign::{Sign, sign};
use crate::words::use_words;
use domain::{Entry, FileRef};
use leptos::prelude::*;

/// The card.
#[component]
pub(super) fn NoteCard(
    row: Row,
    marks: Memo<Marks>,
    may: Memo<bool>,
    answer: Callback<Answered>,
) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let rows = use_rows();
    let Entry::Note(note) = row.entry.clone() else {
        return ().into_any();
    };
    let by = author(&row, t);
    let (written, time) = browser::local_moment(row.at);
    // Of a note about another day, the hour would be that of neither.
    let time = (super::day_of(&row) == written).then_some(time);
    let to = (!note.addressee.is_empty()).then(|| t.note_for(&note.addressee));
    let answers = note.about.as_ref().and_then(|about| {
        rows.with_untracked(|rows| {
            let other = rows
                .iter()
                .find(|other| other.id.to_string() == about.as_str())?;
            Some(match &other.entry {
                Entry::Note(_) => t.note_answers(author(other, t), other.entry.title(t.terms())),
                _ => t.note_about(other.entry.title(t.terms())),
            })
        })
    });
    let readers = {
        let row = row.clone();
        move || {
            let carnet = desk.carnet()?;
            let readers = marks.with(|marks| marks.readers(&row));
            let name = |reader| {
                carnet
                    .names
                    .get(&reader)
                    .filter(|name| !name.is_empty())
                    .cloned()
            };
            let names: Vec<String> = readers.into_iter().filter_map(name).collect();
            (!names.is_empty()).then(|| {
                view! {
                    <p class="soft">{sign(Sign::Check)}" "{t.note_read_by(names.join(", "))}</p>
                }
            })
        }
    };
    let unread = {
        let row = row.clone();
        Memo::new(move |_| marks.with(|marks| marks.unread(&row)))
    };
    let id = row.id;
    let read = move |_| marks::mark(desk, vec![id]);
    let answered = Answered {
        id,
        by: row.author,
        name: by.clone(),
    };
    let files: Vec<FileRef> = note.media.clone();
    let count = files.len();
    let open = RwSignal::new(false);
    let shown = move || open.get().then(|| view! { <Viewer files=files.clone()/> });
    let title = row.entry.title(t.terms());
    let name = by.clone();
    view! {
        <li class="note" class:unread=move || unread.get() id=format!("e-{id}")>
            <p class="note-who"><strong>{by}</strong>" "{to}{time.map(|time| view! { <span class="soft">" · "{time}</span> })}</p>
            {answers.map(|text| view! { <p class="soft">{text}</p> })}
            <p class="said">{note.text.clone()}</p>
            <States row=row.clone()/>
            {(count > 0).then(|| view! {
                <button class="quiet" type="button" aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)>
                    {sign(Sign::File)}{t.note_files(count)}
                </button>
            })}
            {shown}
            {readers}
            {move || may.get().then(|| {
                let answered = answered.clone();
                view! {
                    <div class="row-acts">
                        {unread.get().then(|| view! {
                            <button class="go small" type="button" on:click=read>{sign(Sign::Check)}{t.note_read()}<span class="away">" "{name.clone()}</span></button>
                        })}
                        <button class="quiet" type="button" on:click=move |_| answer.run(answered.clone())>{sign(Sign::Back)}{t.note_answer()}<span class="away">" "{name.clone()}</span></button>
                    </div>
                }
            })}
            <details>
                <summary>{t.details()}<span class="away">" "{title.clone()}</span></summary>
                <RowActs row title/>
            </details>
        </li>
    }
    .into_any()
}
