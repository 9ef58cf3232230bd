//! All documents, newest first, by year.

use super::adding::use_adding;
use super::filters::{FilterFields, Filters};
use crate::desk::use_desk;
use crate::lists::entry_row::{States, author};
use crate::lists::rows::{Row, use_rows};
use crate::parts::notice::{Notice, Tone};
use crate::parts::picture::Thumb;
use crate::parts::sign::{Sign, sign};
use crate::router::{beside, use_place};
use crate::site_map::{Page, Place};
use crate::words::{Words, use_words};
use domain::entry::Document;
use domain::{Entry, Section, Term, date_in_words, view};
use leptos::prelude::*;

/// How many documents are shown at once.
const AT_ONCE: usize = 40;

/// The page.
#[component]
pub(crate) fn Documents() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let rows = use_rows();
    let all = Memo::new(move |_| {
        view::documents(&rows.get())
            .into_iter()
            .cloned()
            .collect::<Vec<Row>>()
    });
    let filters = RwSignal::new(Filters::default());
    let any = Memo::new(move |_| all.with(|all| !all.is_empty()));
    let may = Memo::new(move |_| {
        desk.carnet().is_some_and(|carnet| {
            [Section::Health, Section::School, Section::Procedures]
                .iter()
                .any(|section| carnet.may_write(*section))
        })
    });
    let add = beside(Page::AddDocuments).href();
    let adding = use_adding();
    let going_on = move || {
        let text = match adding.unfinished() {
            0 => return None,
            1 => t.papers_unfinished_one().to_owned(),
            many => t.papers_unfinished_many(many),
        };
        let href = beside(Page::AddDocuments).href();
        Some(
            view! { <Notice tone=Tone::Plain><p>{text}" "<a href=href>{t.papers_look()}</a></p></Notice> },
        )
    };
    view! {
        <div class="documents">
            <div class="band-head">
                <h1 tabindex="-1">{t.title_documents()}</h1>
                {move || (may.get() && any.get()).then(|| view! {
                    <a class="do" href=add.clone()>{sign(Sign::Add)}{t.papers_add()}</a>
                })}
            </div>
            {going_on}
            {move || if any.get() {
                view! { <FilterFields rows=all filters/> <Found all filters/> }.into_any()
            } else {
                view! { <Empty may/> }.into_any()
            }}
        </div>
    }
}

/// What belongs here, and why it helps.
#[component]
fn Empty(may: Memo<bool>) -> impl IntoView {
    let t = use_words();
    let add = beside(Page::AddDocuments).href();
    view! {
        <div class="empty">
            <p>{t.papers_empty()}</p>
            <p>{t.papers_empty_example()}</p>
            {move || may.get().then(|| view! {
                <p class="acts"><a class="do" href=add.clone()>{sign(Sign::Add)}{t.papers_add()}</a></p>
            })}
        </div>
    }
}

/// What fits, by year.
#[component]
fn Found(all: Memo<Vec<Row>>, filters: RwSignal<Filters>) -> impl IntoView {
    let t = use_words();
    let found = Memo::new(move |_| {
        let filters = filters.get();
        all.with(|all| {
            all.iter()
                .filter(|row| filters.fits(row, t.terms()))
                .cloned()
                .collect::<Vec<Row>>()
        })
    });
    let said = move || match found.with(Vec::len) {
        0 => t.papers_none_found().to_owned(),
        1 => t.papers_one_found().to_owned(),
        many => t.papers_many_found(many),
    };
    let clear = move || {
        filters.with(Filters::any).then(|| view! {
            <button class="quiet" type="button" on:click=move |_| filters.set(Filters::default())>{t.papers_show_all()}</button>
        })
    };
    // A picture is fetched for each row that is shown: the first few, then more when asked.
    let most = RwSignal::new(AT_ONCE);
    let shown = Memo::new(move |_| {
        found.with(|found| found.iter().take(most.get()).cloned().collect::<Vec<Row>>())
    });
    let years = Memo::new(move |_| {
        shown.with(|rows| {
            rows.chunk_by(|one, other| year(one) == year(other))
                .map(|rows| rows.first().and_then(year))
                .collect::<Vec<_>>()
        })
    });
    let more = move || {
        found.with(|found| found.len() > most.get()).then(|| view! {
            <button class="go" type="button" on:click=move |_| most.update(|most| *most += AT_ONCE)>{t.papers_show_more()}</button>
        })
    };
    view! {
        <p class="soft" role="status">{said}" "{clear}</p>
        <For each=move || years.get() key=|year| *year children=move |of| view! { <Year of shown/> }/>
        {more}
    }
}

/// The year of a document's date.
fn year(row: &Row) -> Option<i32> {
    row.entry.date().map(domain::PartialDate::year)
}

/// The documents of a year.
#[component]
fn Year(of: Option<i32>, shown: Memo<Vec<Row>>) -> impl IntoView {
    let t = use_words();
    let heading = of.map_or_else(|| t.papers_undated().to_owned(), |year| year.to_string());
    let rows = move || {
        shown.with(|rows| {
            rows.iter()
                .filter(|row| year(row) == of)
                .cloned()
                .collect::<Vec<Row>>()
        })
    };
    // A row is drawn anew when what it shows has changed.
    let key = |row: &Row| (row.id, row.at, row.unsent, row.conflict);
    view! {
        <section class="band">
            <h2>{heading}</h2>
            <ul class="rows"><For each=rows key=key children=|row| view! { <DocumentRow row/> }/></ul>
        </section>
    }
}

/// One document.
#[component]
fn DocumentRow(row: Row) -> impl IntoView {
    let t = use_words();
    let place = use_place();
    let href = Place::item(t.lang(), Page::Document, &place.carnet, &row.id.to_string()).href();
    let Entry::Document(document) = &row.entry else {
        return ().into_any();
    };
    let first = document.pages.first().cloned();
    let pages = document.pages.len();
    let by = if document.author.is_empty() {
        author(&row, t)
    } else {
        document.author.clone()
    };
    view! {
        <li>
            <div class="row">
                {match first {
                    Some(file) => view! { <Thumb file/> }.into_any(),
                    None => view! { <span class="thumb">{sign(Sign::File)}</span> }.into_any(),
                }}
                <div class="grow">
                    <p class="row-title"><a href=href>{row.entry.title(t.terms())}</a></p>
                    <p class="soft">{filed_under(document, t)}</p>
                    <p class="soft">{by}{(pages > 1).then(|| format!(" · {}", t.papers_pages(pages)))}</p>
                    <States row=row.clone()/>
                </div>
            </div>
        </li>
    }
    .into_any()
}

/// "Bilan · Ergothérapie · 12 mars 2024".
pub(super) fn filed_under(document: &Document, t: Words) -> String {
    let lang = t.terms();
    let parts = [
        document
            .document_kind
            .map(|kind| kind.label(lang).to_owned()),
        document
            .discipline
            .map(|discipline| discipline.label(lang).to_owned()),
        document.date.map(|date| date_in_words(date, lang)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
