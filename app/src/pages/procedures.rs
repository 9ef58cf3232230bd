//! Rights and procedures: what to do in order and why, what is under way, what is held and until when.

mod about;
mod attach;
mod decision;
mod ends;
mod held;
mod item;
mod late;
mod log;
mod new;
mod one;
mod papers;
mod save;
mod steps;
mod under_way;
mod why;
mod writings;
mod year;

use crate::browser;
use crate::desk::use_desk;
use crate::lists::rows::use_rows;
use crate::parts::notice::{Notice, Tone};
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::router::beside;
use crate::site_map::Page;
use crate::troubles::tell_short;
use crate::words::use_words;
use chrono::{Days, NaiveDate};
use domain::entry::Entitlement;
use domain::lists::Right;
use domain::{Entry, Section};
use item::{DueItem, open_items};
use leptos::prelude::*;
use store::Edit;

pub(crate) use decision::Decision;
pub(crate) use new::NewProcedure;
pub(crate) use one::OneProcedure;
pub(crate) use save::changed;
pub(crate) use why::Why;
pub(crate) use year::YearAhead;

/// How far ahead the list looks, in days.
const AHEAD: u64 = 275;
/// How many lines stand there at once.
const FEW: usize = 7;
/// Until when the end of the old paper cards is told to who has none of them in the carnet.
const CARDS_TOLD: (i32, u32, u32) = (2027, 3, 31);
/// The preference of this device: there is no old paper card.
const NO_CARD: &str = "carnet-no-paper-card";

/// The page.
#[component]
pub(crate) fn Procedures() -> impl IntoView {
    let t = use_words();
    let may = may_write();
    view! {
        <div class="procedures">
            <h1 tabindex="-1">{Page::Procedures.heading(t)}</h1>
            <p class="soft">{t.rights_lead()}</p>
            {move || may.get().then(|| view! {
                <div class="acts">
                    <a class="do" href=beside(Page::Decision).href()>{sign(Sign::Document)}{t.rights_decision_came()}</a>
                    <a class="go" href=beside(Page::NewProcedure).href()>{sign(Sign::Add)}{t.rights_new_procedure()}</a>
                </div>
            })}
            <ToDo/>
            <OldCards may/>
            <under_way::UnderWay/>
            <held::Held may/>
            <ends::OtherEnds may/>
            <p class="soft">{t.rights_no_advice()}</p>
        </div>
    }
}

/// Whether this person may write about procedures.
fn may_write() -> Memo<bool> {
    let desk = use_desk();
    Memo::new(move |_| {
        desk.carnet()
            .is_some_and(|carnet| carnet.may_write(Section::Procedures))
    })
}

/// What is due, the most pressing first.
#[component]
fn ToDo() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let year = StoredValue::new(beside(Page::YearAhead).href());
    let items = Memo::new(move |_| {
        let today = browser::today();
        open_items(&rows.get(), today, today + Days::new(AHEAD), t)
    });
    let list = move || {
        let items = items.get();
        if items.is_empty() {
            return view! { <p><span class="state done">{sign(Sign::Check)}{t.rights_nothing_due()}</span></p> }
                .into_any();
        }
        let shown = items.into_iter().take(FEW);
        let shown = shown.map(|item| view! { <DueItem item/> }).collect_view();
        view! { <ul class="rows">{shown}</ul> }.into_any()
    };
    view! {
        <section class="band" aria-labelledby="to-do">
            <div class="band-head">
                <h2 id="to-do">{t.rights_to_do()}</h2>
                <a class="go small" href=year.get_value()>{sign(Sign::Clock)}{t.title_year_ahead()}</a>
            </div>
            {list}
        </section>
    }
}

/// The end of the old paper cards on Today, in a carnet that has to do with rights at all.
#[component]
pub(crate) fn OldCardsNow() -> impl IntoView {
    let rows = use_rows();
    let may = may_write();
    let any = Memo::new(move |_| {
        let rows = rows.get();
        rows.iter()
            .any(|row| matches!(row.entry, Entry::Entitlement(_) | Entry::Procedure(_)))
    });
    view! { <Show when=move || any.get()><OldCards may/></Show> }
}

/// The end of the old paper cards, until it has been told for long enough or somebody has answered.
#[component]
fn OldCards(may: Memo<bool>) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let desk = use_desk();
    let toasts = use_toasts();
    let none = RwSignal::new(browser::preference(NO_CARD).is_some());
    let (year, month, day) = CARDS_TOLD;
    let told =
        NaiveDate::from_ymd_opt(year, month, day).is_some_and(|last| browser::today() <= last);
    let known = Memo::new(move |_| {
        let rows = rows.get();
        let card = |right: Option<Right>| matches!(right, Some(Right::Cmi | Right::PaperCard));
        rows.iter().any(|row| match &row.entry {
            Entry::Entitlement(right) => card(right.right),
            // Who asks for a card has answered.
            Entry::Procedure(asked) => asked.requests.iter().any(|one| card(one.right)),
            _ => false,
        })
    });
    let have = move |_| {
        let card = Entitlement {
            right: Some(Right::PaperCard),
            ..Entitlement::default()
        };
        let edit = Edit::new(Entry::Entitlement(card));
        desk.ask(
            async move |keeper| keeper.put(edit).await,
            move |done| match done {
                Ok(_) => toasts.say(t.rights_card_noted()),
                Err(trouble) => toasts.say(tell_short(trouble, t)),
            },
        );
    };
    let have_none = move |_| {
        browser::set_preference(NO_CARD, "1");
        none.set(true);
    };
    move || {
        let shown = told && may.get() && !known.get() && !none.get();
        shown.then(|| {
            view! {
                <Notice tone=Tone::Caution>
                    <p>{t.rights_old_cards()}</p>
                    <div class="row-acts">
                        <button class="quiet" type="button" on:click=have>{t.rights_card_have()}</button>
                        <button class="quiet" type="button" on:click=have_none>{t.rights_card_none()}</button>
                    </div>
                </Notice>
            }
        })
    }
}
