//! Who looked? The access journal: what the server noted, in words, to be filtered and taken away.

mod csv;
mod filters;
mod line;

use crate::desk::{Doing, use_desk};
use crate::lists::rows::use_rows;
use crate::parts::around::Around;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::site_map::Page;
use crate::words::use_words;
use filters::{FilterFields, Filters};
use leptos::prelude::*;
use line::Told;
use store::{JournalAsked, JournalView, Keeper, Trouble};

/// Lines in one answer of the server: fewer mean that there are no more.
const PAGE: usize = 200;
/// Lines that are looked for before somebody must ask for more.
const ENOUGH: usize = 40;
/// The most lines that are taken away at once.
const MOST: usize = 20_000;

/// The page.
#[component]
pub(crate) fn JournalPage() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let guardian = Memo::new(move |_| desk.carnet().is_some_and(|carnet| carnet.is_guardian()));
    view! {
        <div class="journal">
            <h1 tabindex="-1">{Page::Journal.heading(t)}</h1>
            <p class="lead">{t.journal_lead()}</p>
            {move || if guardian.get() {
                view! { <Lines/> }.into_any()
            } else {
                view! { <p>{t.journal_guardians()}</p> }.into_any()
            }}
            <Around/>
        </div>
    }
}

/// What was found so far, and whether there may be more.
#[derive(Clone, Default)]
struct Found {
    lines: Vec<JournalView>,
    next: Option<i64>,
    over: bool,
}

/// Asks for lines from a place on until enough fit, or there are no more.
async fn gather(
    keeper: &Keeper,
    filters: &Filters,
    mut found: Found,
    enough: usize,
) -> Result<Found, Trouble> {
    let wanted = found.lines.len() + enough;
    while !found.over && found.lines.len() < wanted {
        let asked = JournalAsked {
            before: found.next,
            ..filters.asked()
        };
        let page = keeper.journal(asked).await?;
        found.over = page.len() < PAGE;
        found.next = page.last().map(|line| line.number).or(found.next);
        found
            .lines
            .extend(page.into_iter().filter(|line| filters.fits(line)));
    }
    Ok(found)
}

/// The filters and the lines.
#[component]
fn Lines() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let taking = Doing::new(desk);
    let filters = RwSignal::new(Filters::default());
    let found = RwSignal::new_local(None::<Found>);
    // Only the answer to the last question counts.
    let asked = StoredValue::new(0_u32);
    let ask = move |before: Found| {
        let number = asked.get_value() + 1;
        asked.set_value(number);
        let wanted = filters.get_untracked();
        doing.trouble.set(None);
        doing.busy.set(true);
        desk.ask(
            async move |keeper| gather(&keeper, &wanted, before, ENOUGH).await,
            move |outcome| {
                if asked.try_get_value() != Some(number) {
                    return;
                }
                doing.busy.try_set(false);
                match outcome {
                    Ok(lines) => {
                        found.try_set(Some(lines));
                    }
                    Err(trouble) => {
                        doing.trouble.try_set(Some(trouble));
                    }
                }
            },
        );
    };
    Effect::new(move |_| {
        filters.track();
        found.set(None);
        ask(Found::default());
    });
    let rows = use_rows();
    let told = move || {
        let carnet = desk.carnet_now()?;
        Some(Told::new(&carnet, &rows.get_untracked(), t))
    };
    let take_away = move |_| {
        let wanted = filters.get_untracked();
        taking.start(
            async move |keeper| gather(&keeper, &wanted, Found::default(), MOST).await,
            move |found| {
                if let Some(told) = told() {
                    csv::offer(&found.lines, &told, t);
                }
            },
        );
    };
    let list = move || {
        let found = found.get()?;
        if found.lines.is_empty() {
            return Some(view! { <p>{t.journal_empty()}</p> }.into_any());
        }
        let told = told()?;
        let line = |line: &JournalView| view! { <li>{told.view(line)}</li> };
        let more = (!found.over).then(|| {
            let here = found.clone();
            view! { <button class="go" type="button" on:click=move |_| ask(here.clone())>{t.journal_older()}</button> }
        });
        Some(
            view! { <ul class="rows">{found.lines.iter().map(line).collect_view()}</ul>{more} }
                .into_any(),
        )
    };
    view! {
        <FilterFields filters/>
        <p class="soft" role="status">{move || doing.busy.get().then(|| t.one_moment())}</p>
        <TroubleNotice trouble=doing.trouble/>
        {list}
        <TroubleNotice trouble=taking.trouble/>
        <div class="acts">
            <button class="go" type="button" on:click=take_away aria-disabled=move || taking.busy.get().then_some("true")>
                {sign(Sign::Download)}{move || if taking.busy.get() { t.one_moment() } else { t.journal_take_away() }}
            </button>
        </div>
        <p class="soft">{t.journal_word()}</p>
    }
}
