//! One letter: read over, changed, printed, sent, and the proof kept.

use super::guide::Guide;
use crate::desk::entry_id;
use crate::lists::entry_row::RowActs;
use crate::lists::rows::{Row, row, use_rows};
use crate::parts::notice::{Notice, Tone};
use crate::parts::paper::PaperView;
use crate::parts::sign::{Sign, sign};
use crate::parts::take_paper::TakePaper;
use crate::router::{beside, use_place};
use crate::site_map::{Page, Place};
use crate::words::use_words;
use domain::entry::Letter;
use domain::paper::Piece;
use domain::{Entry, EntryRef, Term, day_in_words, letters};
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn OneLetter() -> impl IntoView {
    let t = use_words();
    let item = StoredValue::new(use_place().item);
    let rows = use_rows();
    let found = Memo::new(move |_| {
        let row = item.with_value(|item| row(&rows.get(), item))?;
        matches!(row.entry, Entry::Letter(_)).then_some(row)
    });
    let there = Memo::new(move |_| found.with(Option::is_some));
    let back = beside(Page::Letters).href();
    view! {
        <div class="letters">
            <p class="not-on-paper"><a class="quiet" href=back>{sign(Sign::Back)}{Page::Letters.heading(t)}</a></p>
            <h1 tabindex="-1" class="not-on-paper">{Page::Letter.heading(t)}</h1>
            {move || if there.get() {
                view! { <Read found/> }.into_any()
            } else {
                view! { <p>{t.gone_means()}</p> }.into_any()
            }}
        </div>
    }
}

#[component]
fn Read(found: Memo<Option<Row>>) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let place = StoredValue::new(use_place());
    let letter = Memo::new(move |_| {
        found.with(|row| match row.as_ref().map(|row| &row.entry) {
            Some(Entry::Letter(letter)) => letter.clone(),
            _ => Letter::default(),
        })
    });
    let paper = Signal::derive(move || {
        let rows = rows.get();
        letter.with(|letter| letters::paper(letter, |link| find(&rows, link)))
    });
    let pieces = Signal::derive(move || {
        let rows = rows.get();
        letter.with(|letter| {
            let joined = letter.documents.iter().filter_map(|link| find(&rows, link));
            joined
                .filter_map(|row| Piece::of(&row.entry, t.terms()))
                .collect::<Vec<_>>()
        })
    });
    let unfinished = move || {
        letter.with(|letter| letter.text.contains('[') || letter.subject.contains('[')).then(|| view! {
            <div class="not-on-paper"><Notice tone=Tone::Caution><p>{t.letter_brackets()}</p></Notice></div>
        })
    };
    let change = move || {
        found.get().filter(|row| row.editable).map(|row| {
            let href = place.with_value(|place| {
                Place::item(t.lang(), Page::Edit, &place.carnet, &row.id.to_string()).href()
            });
            view! { <p class="acts"><a class="go" href=href>{sign(Sign::Edit)}{t.letter_change()}</a></p> }
        })
    };
    let sent = move || {
        let letter = letter.get();
        let sent = letter
            .sent
            .map(|day| t.letter_sent_on(day_in_words(day, t.terms())));
        let means = letter.means.map(|means| means.label(t.terms()));
        let note = (!letter.note.is_empty()).then_some(letter.note);
        match sent {
            Some(sent) => view! {
                <Notice tone=Tone::Well><p>{sent}" "{means}</p>{note.map(|note| view! { <p>{note}</p> })}</Notice>
            }
            .into_any(),
            None => view! { <Notice tone=Tone::Plain><p>{t.letter_note_sending()}</p></Notice> }.into_any(),
        }
    };
    let guide = move || {
        let template = letter
            .with(|letter| letter.letter_kind)
            .and_then(letters::template)?;
        Some(view! {
            <details class="not-on-paper">
                <summary>{t.letter_guide()}</summary>
                <Guide template/>
            </details>
        })
    };
    let acts = move || {
        let row = found.get()?;
        let title = row.entry.title(t.terms());
        Some(view! { <RowActs row title/> })
    };
    view! {
        {unfinished}
        <TakePaper paper pieces name="courrier"/>
        {change}
        {move || view! { <PaperView paper=paper.get()/> }}
        <div class="not-on-paper">{sent}</div>
        {guide}
        {acts}
    }
}

fn find<'a>(rows: &'a [Row], link: &EntryRef) -> Option<&'a Row> {
    let id = entry_id(link.as_str())?;
    rows.iter().find(|row| row.id == id)
}
