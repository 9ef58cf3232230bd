//! One document that is being added.

use super::super::adding::leaf::Leaf;
use super::super::adding::paper::{Paper, Stage};
use super::super::adding::use_adding;
use super::leaves::Leaves;
use super::picker::Picker;
use super::progress::{PaperProgress, Stuck};
use crate::forms::controls::fields;
use crate::forms::table;
use crate::parts::notice::{Notice, Tone};
use crate::parts::sign::{Sign, sign};
use crate::parts::skeleton::Skeleton;
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use domain::Kind;
use leptos::prelude::*;
use serde_json::Value;
use store::EntryId;

/// The document: its pages, how far they are, and what is asked about it.
#[component]
pub(super) fn PaperCard(paper: Paper) -> impl IntoView {
    let t = use_words();
    let heading = format!("{}-heading", paper.prefix());
    let labelled = heading.clone();
    let title = move || {
        let typed = paper.values.with(|values| {
            values
                .get("title")
                .and_then(Value::as_str)
                .map(str::to_owned)
        });
        typed.unwrap_or_else(|| t.papers_untitled().to_owned())
    };
    view! {
        <section class="card" aria-labelledby=labelled>
            <h2 id=heading>{title}</h2>
            {move || match paper.stage.get() {
                Stage::Writing => view! { <Writing paper/> }.into_any(),
                Stage::Wanted => view! { <Wanted paper/> }.into_any(),
                Stage::Keeping => view! { <Skeleton/> }.into_any(),
                Stage::Kept(entry) => view! { <Kept paper entry/> }.into_any(),
                Stage::Failed(trouble) => view! { <Writing paper/> <Stuck trouble/> }.into_any(),
            }}
            {move || paper.location_stays.get().then(|| view! {
                <Notice tone=Tone::Caution><p>{t.papers_location_stays()}</p></Notice>
            })}
        </section>
    }
}

/// It is being described.
#[component]
fn Writing(paper: Paper) -> impl IntoView {
    let t = use_words();
    let adding = use_adding();
    provide_context(paper.findings);
    let asked = table(Kind::Document).iter().filter(|field| field.first);
    let controls = fields(asked, &paper.prefix(), paper.values, Callback::new(|()| ()));
    let pictures = move || paper.pictures();
    let several = move || paper.leaves.with(|leaves| leaves.len() > 1);
    let joins = move || {
        let papers = adding.papers();
        let place = papers.iter().position(|one| one.key == paper.key);
        let before = place.and_then(|place| papers.get(place.checked_sub(1)?));
        pictures()
            && before
                .is_some_and(|before| before.stage.get() == Stage::Writing && before.pictures())
    };
    view! {
        <Leaves paper/>
        <PaperProgress paper/>
        {move || pictures().then(|| view! {
            <Picker id=format!("{}-pages", paper.prefix()) pages=true
                taken=Callback::new(move |files| adding.take_pages(paper, files))/>
        })}
        <div class="pair">{controls}</div>
        <div class="row-acts">
            {move || several().then(|| view! {
                <button class="quiet" type="button" on:click=move |_| adding.separate(paper)>{t.papers_separate()}</button>
            })}
            {move || joins().then(|| view! {
                <button class="quiet" type="button" on:click=move |_| adding.join(paper)>{t.papers_join()}</button>
            })}
            <button class="quiet erase" type="button" on:click=move |_| adding.forget(paper)>
                {sign(Sign::Erase)}{t.papers_leave_out()}
            </button>
        </div>
    }
}

/// It is kept as soon as its pages have been sent.
#[component]
fn Wanted(paper: Paper) -> impl IntoView {
    let t = use_words();
    let pages = move || paper.leaves.with(Vec::len);
    let stuck = move || {
        paper
            .leaves
            .with(|leaves| leaves.iter().any(|leaf| Leaf::trouble(leaf).is_some()))
    };
    let text = move || {
        if stuck() {
            t.papers_kept_later()
        } else {
            t.papers_kept_when_sent()
        }
    };
    view! {
        <p class="soft">{move || t.papers_files(pages())}" · "{text}</p>
        <PaperProgress paper/>
        <button class="quiet" type="button" on:click=move |_| paper.stage.set(Stage::Writing)>
            {sign(Sign::Edit)}{t.papers_change()}
        </button>
    }
}

/// It is in the carnet.
#[component]
fn Kept(paper: Paper, entry: EntryId) -> impl IntoView {
    let t = use_words();
    let adding = use_adding();
    let here = use_place();
    let href = Place::item(here.lang, Page::Document, &here.carnet, &entry.to_string()).href();
    view! {
        <p>{sign(Sign::Check)}" "{t.papers_kept_one()}</p>
        <div class="row-acts">
            <a class="quiet" href=href>{t.papers_look()}</a>
            <button class="quiet" type="button" on:click=move |_| adding.forget(paper)>{t.papers_understood()}</button>
        </div>
    }
}
