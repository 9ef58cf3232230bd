//! The whole file: read over, printed, taken; and noted as sent.

use super::changed::Changed;
use super::sending::Sending;
use super::{ForProcedure, file_of};
use crate::browser;
use crate::desk::{Doing, entry_id, use_desk};
use crate::lists::rows::{Row, row, use_rows};
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::paper::PaperView;
use crate::parts::sign::{Sign, sign};
use crate::parts::take_paper::TakePaper;
use crate::router::{beside, use_place};
use crate::site_map::Page;
use crate::words::use_words;
use domain::entry::MdphFile;
use domain::lists::FileLanguage;
use domain::mdph;
use domain::{Entry, EntryRef, Term, day_in_words};
use leptos::prelude::*;
use store::{Edit, EntryId};

/// The page.
#[component]
pub(crate) fn MdphReview() -> impl IntoView {
    let t = use_words();
    let item = use_place().item;
    let rows = use_rows();
    let id = entry_id(&item);
    let there =
        Memo::new(move |_| row(&rows.get(), &item).is_some_and(|row| file_of(&row).is_some()));
    let back = beside(Page::Mdph).href();
    view! {
        <div class="mdph">
            <p class="not-on-paper"><a class="quiet" href=back>{sign(Sign::Back)}{t.mdph_to_parts()}</a></p>
            <h1 tabindex="-1" class="not-on-paper">{Page::MdphReview.heading(t)}</h1>
            {move || match (there.get(), id) {
                (true, Some(id)) => view! { <Whole id/> }.into_any(),
                _ => view! { <p>{t.gone_means()}</p> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Whole(id: EntryId) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let found = Memo::new(move |_| rows.get().iter().find(|row| row.id == id).cloned());
    let file = Memo::new(move |_| {
        let file = found.with(|row| row.as_ref().and_then(|row| file_of(row).cloned()));
        file.unwrap_or_default()
    });
    let editable =
        Memo::new(move |_| found.with(|row| row.as_ref().is_some_and(|row| row.editable)));
    let paper = Signal::derive(move || {
        let rows = rows.get();
        let find = |link: &EntryRef| find(&rows, link);
        // What has gone carries the day on which it went.
        let day = file.with(|file| file.sent).unwrap_or_else(browser::today);
        file.with(|file| mdph::paper(file, rows.as_slice(), find, day))
    });
    let pieces = Signal::derive(move || {
        let rows = rows.get();
        file.with(|file| mdph::pieces(file, |link| find(&rows, link)))
    });
    let sent = move || {
        let day = file.with(|file| file.sent.filter(|_| file.gone()))?;
        let said = t.mdph_sent_on(day_in_words(day, t.terms()));
        Some(
            view! { <div class="not-on-paper"><Notice tone=Tone::Well><p>{said}</p></Notice></div> },
        )
    };
    let missing = move || {
        let names = file.with(|file| {
            if file.gone() {
                Vec::new()
            } else {
                missing(file, t.terms())
            }
        });
        (!names.is_empty()).then(|| view! {
            <div class="not-on-paper">
                <Notice tone=Tone::Plain>
                    <p>{t.mdph_missing()}</p>
                    <ul>{names.into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}</ul>
                </Notice>
            </div>
        })
    };
    let changed = move || {
        let now = file.get();
        let before = row(&rows.get(), now.previous.as_ref()?.as_str())?;
        Some(view! { <Changed before=file_of(&before)?.clone() now/> })
    };
    view! {
        <p class="lead not-on-paper">{t.mdph_review_lead()}</p>
        <ForProcedure procedure=Signal::derive(move || file.with(|file| file.procedure.clone()))/>
        {sent}
        {missing}
        <TakePaper paper pieces name="dossier-mdph"/>
        {move || editable.get().then(|| view! { <Language id file/> })}
        {move || view! { <PaperView paper=paper.get()/> }}
        {move || (editable.get() && !file.with(MdphFile::gone)).then(|| view! { <Sending id/> })}
        {changed}
    }
}

fn find<'a>(rows: &'a [Row], link: &EntryRef) -> Option<&'a Row> {
    let id = entry_id(link.as_str())?;
    rows.iter().find(|row| row.id == id)
}

/// Papers without which no file is complete, and which are not chosen yet.
fn missing(file: &MdphFile, lang: domain::Lang) -> Vec<&'static str> {
    let needed = ["pieces.certificate", "pieces.identity", "pieces.address"];
    let asked = needed.into_iter().filter(|id| file.answer(id).is_none());
    asked
        .filter_map(|id| Some(mdph::question(id)?.1.ask(lang)))
        .collect()
}

/// The language that the document is written in.
#[component]
fn Language(id: EntryId, file: Memo<MdphFile>) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let chosen = move || {
        file.with(|file| file.language)
            .unwrap_or(FileLanguage::French)
    };
    let change = move |event| {
        let language = FileLanguage::from_code(&event_target_value(&event));
        let Some(held) = desk
            .carnet_now()
            .and_then(|carnet| super::Held::of(&carnet, id))
        else {
            return;
        };
        let entry = Entry::MdphFile(MdphFile {
            language,
            ..held.file
        });
        let edit = Edit {
            entry: Some(id),
            seen: held.seen,
            plain: held.plain.with(entry),
        };
        doing.start(async move |keeper| keeper.put(edit).await, |_| ());
    };
    let option = |language: &FileLanguage| {
        let language = *language;
        view! { <option value=language.code() selected=move || chosen() == language>{language.label(t.terms())}</option> }
    };
    view! {
        <details class="not-on-paper">
            <summary>{t.mdph_language()}</summary>
            <div class="field">
                <label for="language">{t.mdph_language_hint()}</label>
                <select id="language" class="brief" on:change=change>{FileLanguage::ALL.iter().map(option).collect_view()}</select>
            </div>
            <TroubleNotice trouble=doing.trouble/>
        </details>
    }
}
