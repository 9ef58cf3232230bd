//! One letter: read over, changed, printed, sent, and the proof kept.

use super::guide::Guide;
use super::sending::Sending;
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
use domain::{Entry, EntryRef, Term, letters};
use leptos::prelude::*;
use store::EntryId;

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
    let id = item.with_value(|item| entry_id(item));
    let heading = move || {
        found.with(|row| {
            match row.as_ref().map(|row| &row.entry) {
                Some(Entry::Letter(letter)) => letter.letter_kind.map(|kind| kind.label(t.terms())),
                _ => None,
            }
            .unwrap_or_else(|| Page::Letter.heading(t))
        })
    };
    let back = beside(Page::Letters).href();
    view! {
        <div class="letters">
            <p class="not-on-paper"><a class="quiet" href=back>{sign(Sign::Back)}{Page::Letters.heading(t)}</a></p>
            <h1 tabindex="-1" class="not-on-paper">{heading}</h1>
            {move || match id.filter(|_| there.get()) {
                Some(id) => view! { <Read id found/> }.into_any(),
                None => view! { <p>{t.gone_means()}</p> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Read(id: EntryId, found: Memo<Option<Row>>) -> impl IntoView {
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
    let edit = move || {
        let row = found.get().filter(|row| row.editable)?;
        Some(place.with_value(|place| {
            Place::item(t.lang(), Page::Edit, &place.carnet, &row.id.to_string()).href()
        }))
    };
    let open = Memo::new(move |_| {
        letter.with(|letter| letter.text.contains('[') || letter.subject.contains('['))
    });
    let unfinished = move || {
        open.get().then(|| view! {
            <div class="not-on-paper"><Notice tone=Tone::Caution>
                <p>{t.letter_brackets()}</p>
                {edit().map(|href| view! { <p><a class="go" href=href>{sign(Sign::Edit)}{t.letter_complete()}</a></p> })}
            </Notice></div>
        })
    };
    let change = move || {
        edit().filter(|_| !open.get()).map(|href| view! { <p class="acts"><a class="go" href=href>{sign(Sign::Edit)}{t.letter_change()}</a></p> })
    };
    let about = move || {
        let procedure = letter.with(|letter| letter.procedure.clone())?;
        let about = row(&rows.get(), procedure.as_str())?;
        let href = place.with_value(|place| {
            Place::item(t.lang(), Page::Procedure, &place.carnet, procedure.as_str()).href()
        });
        Some(
            view! { <p class="not-on-paper">{t.letter_for()}" "<a href=href>{about.entry.title(t.terms())}</a></p> },
        )
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
        {about}
        {unfinished}
        <TakePaper paper pieces name="courrier"/>
        {change}
        {move || view! { <PaperView paper=paper.get()/> }}
        <div class="not-on-paper"><Sending id found letter/></div>
        {guide}
        {acts}
    }
}

fn find<'a>(rows: &'a [Row], link: &EntryRef) -> Option<&'a Row> {
    let id = entry_id(link.as_str())?;
    rows.iter().find(|row| row.id == id)
}
