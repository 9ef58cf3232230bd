//! Adding documents: pick, drop or photograph; describe while they are sent; keep.

mod leaves;
mod paper_card;
mod picker;
mod progress;

use super::adding::paper::{Paper, Stage};
use super::adding::{Adding, keep_original, set_keep_original, use_adding};
use crate::browser;
use crate::desk::use_desk;
use crate::lists::rows::use_rows;
use crate::parts::notice::{Notice, Tone};
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::router::{beside, use_router};
use crate::site_map::Page;
use crate::words::{Words, use_words};
use chrono::NaiveDate;
use domain::view;
use leptos::ev;
use leptos::prelude::*;
use paper_card::PaperCard;
use picker::Picker;

/// The page.
#[component]
pub(crate) fn AddDocuments() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let adding = use_adding();
    adding.clear_kept();
    // Runs again when the carnet opens after a lock, and when the network is back.
    let open = Memo::new(move |_| {
        desk.scene()
            .map(|scene| (scene.open.as_ref().map(|carnet| carnet.id), scene.network))
    });
    Effect::new(move |_| {
        // Read, not only tracked: a memo that nobody reads follows nothing.
        let _ = open.get();
        adding.resume();
    });
    warn_before_closing(adding);
    finish(adding, t);
    let several = move || adding.papers().len() > 1;
    view! {
        <a class="quiet" href=beside(Page::Documents).href()>{sign(Sign::Back)}{t.title_documents()}</a>
        <h1 tabindex="-1">{t.title_add_documents()}</h1>
        <p>{t.papers_add_lead()}</p>
        <Picker id="pick" taken=Callback::new(move |files| adding.take(files)) lead=true/>
        <KeepOriginals/>
        <For each=move || adding.papers() key=|paper| paper.key children=move |paper| view! { <PaperCard paper/> }/>
        {move || several().then(|| view! { <p class="soft">{t.papers_several(adding.papers().len())}</p> })}
        <KeepAll adding/>
    }
}

/// Whether pictures are also kept as they came.
#[component]
fn KeepOriginals() -> impl IntoView {
    let t = use_words();
    let chosen = RwSignal::new(false);
    Effect::new(move |_| chosen.set(keep_original()));
    let choose = move |event| {
        let keep = event_target_checked(&event);
        set_keep_original(keep);
        chosen.set(keep);
    };
    view! {
        <div class="field">
            <label class="pick">
                <input id="keep-originals" type="checkbox" prop:checked=move || chosen.get()
                    aria-describedby="keep-originals-hint" on:change=choose/>
                {t.papers_keep_originals()}
            </label>
            <span class="hint" id="keep-originals-hint">{t.papers_keep_originals_hint()}</span>
        </div>
    }
}

/// The one button that keeps everything that is described.
#[component]
fn KeepAll(adding: Adding) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let writing = move || {
        let papers = adding.papers();
        papers
            .iter()
            .filter(|paper| matches!(paper.stage.get(), Stage::Writing | Stage::Failed(_)))
            .count()
    };
    let keep = move |_| {
        let birth =
            view::identity(&rows.get_untracked()).and_then(|(_, identity)| identity.birth_date);
        keep_all(adding, birth, t);
    };
    let label = move || match writing() {
        1 => t.papers_keep_one().to_owned(),
        many => t.papers_keep_many(many),
    };
    let waits = move || {
        adding
            .papers()
            .iter()
            .any(|paper| matches!(paper.stage.get(), Stage::Wanted | Stage::Keeping))
    };
    view! {
        {move || (writing() > 0).then(|| view! {
            <div class="acts"><button class="do" type="button" id="keep-all" on:click=keep>{label}</button></div>
        })}
        {move || waits().then(|| view! { <Notice tone=Tone::Plain><p>{t.papers_going_on()}</p></Notice> })}
    }
}

/// Keeps what can be kept; the focus goes to the first thing that must be put right.
fn keep_all(adding: Adding, birth: Option<NaiveDate>, t: Words) {
    let today = browser::today();
    let mut wrong = None;
    for paper in adding.papers() {
        if !matches!(
            paper.stage.get_untracked(),
            Stage::Writing | Stage::Failed(_)
        ) {
            continue;
        }
        paper.entitle(t.papers_untitled());
        match blocked(paper, today, birth, t) {
            Some(place) => wrong = wrong.or(Some(place)),
            None => adding.keep(paper, t.papers_untitled()),
        }
    }
    if let Some(place) = wrong {
        browser::soon(move || browser::focus_id(&place));
    }
}

/// The first field of a document that must be put right before it can be kept.
fn blocked(paper: Paper, today: NaiveDate, birth: Option<NaiveDate>, t: Words) -> Option<String> {
    let found = paper
        .plain()
        .map(|plain| plain.entry.check(today, birth))
        .unwrap_or_default();
    paper.findings.put(&found, &paper.prefix(), t);
    paper
        .findings
        .said_now()
        .into_iter()
        .find(|said| said.blocking)
        .map(|said| said.place)
}

/// Leaving the window would lose what is not sent: the browser asks.
fn warn_before_closing(adding: Adding) {
    Effect::new(move |_| {
        let asked = window_event_listener(ev::beforeunload, move |event| {
            if adding.unfinished() > 0 {
                event.prevent_default();
            }
        });
        on_cleanup(move || asked.remove());
    });
}

/// Once everything is in the carnet, and nothing remains to be read here, the list shows it.
fn finish(adding: Adding, t: Words) {
    let (toasts, router, list) = (use_toasts(), use_router(), beside(Page::Documents));
    Effect::new(move |_| {
        let papers = adding.papers();
        let done = |paper: &Paper| {
            matches!(paper.stage.get(), Stage::Kept(_)) && !paper.location_stays.get()
        };
        if !papers.is_empty() && papers.iter().all(done) {
            adding.clear_kept();
            toasts.say(match papers.len() {
                1 => t.papers_kept_one().to_owned(),
                many => t.papers_kept_many(many),
            });
            router.go(&list);
        }
    });
}
