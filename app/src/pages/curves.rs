//! Curves: what is measured over the years. What is shown is chosen, read, compared, noted and taken away here; nothing is
//! interpreted.

mod about;
mod around;
mod board;
mod choose;
mod followed;
mod goals;
mod growth;
mod happened;
mod kept;
mod note_value;
mod notes;
mod paste;
mod stature;
mod synthesis;
mod table;
mod take;
mod thing;
mod worked_out;

pub(crate) use board::Choice;
pub(crate) use goals::Goals;
pub(crate) use paste::PasteValues;
pub(crate) use synthesis::Synthesis;

use crate::browser;
use crate::curves::Chart;
use crate::parts::may::writes;
use crate::parts::sign::{Sign, sign};
use crate::router::{beside, use_place};
use crate::site_map::{Page, Place};
use crate::words::use_words;
use about::About;
use around::Around;
use board::{Board, use_board};
use choose::Choose;
use domain::chart::{TimeMark, facts};
use domain::{Kind, day_in_words};
use kept::Kept;
use leptos::prelude::*;
use note_value::Noting;
use notes::Notes;
use stature::WeightForStature;
use table::Tables;
use take::Take;

/// The page.
#[component]
pub(crate) fn Curves() -> impl IntoView {
    let t = use_words();
    let board = use_board();
    let any = Memo::new(move |_| board.things.with(|things| !things.is_empty()));
    let as_table = RwSignal::new(false);
    let say = Callback::new(move |(key, at)| board.say(key, at, t));
    let tables = move || as_table.get().then(|| view! { <Tables board/> });
    view! {
        <div class="curves">
            <h1 tabindex="-1">{Page::Curves.heading(t)}</h1>
            <Head board/>
            <p class="lead not-on-paper">{t.curves_lead()}</p>
            <Show when=move || any.get() fallback=move || view! { <div class="empty"><p>{t.curves_empty()}</p></div> }>
                <div class="not-on-paper"><Choose board/></div>
            </Show>
            <Noting board/>
            <Ways/>
            <Show when=move || any.get()>
                <Chart id="chart" plot=board.plot hands=board.hands beside=board.choice.beside say/>
                <Marks board/>
                <Notes board/>
                <Facts board/>
                <details class="field not-on-paper" on:toggle=move |event| as_table.set(unfolded(&event))>
                    <summary>{t.curves_as_table()}</summary>
                    {tables}
                </details>
                <WeightForStature board/>
                <Around board/>
                <About board/>
                <Kept/>
                <Take board/>
            </Show>
        </div>
    }
}

/// The other ways to write down what is followed, and the page for a professional.
#[component]
fn Ways() -> impl IntoView {
    let t = use_words();
    let place = use_place();
    let may = writes(&[domain::Section::Health]);
    let paste = beside(Page::PasteValues).href();
    let add = move |kind: Kind| {
        Place::item(t.lang(), Page::Add, &place.carnet, domain::Term::code(kind)).href()
    };
    view! {
        <ul class="chart-ways not-on-paper">
            {move || may.get().then(|| view! {
                <li><a class="quiet" href=add(Kind::Events)>{sign(Sign::Add)}{t.add_events()}</a></li>
                <li><a class="quiet" href=add(Kind::Mark)>{sign(Sign::Add)}{t.add_mark()}</a></li>
                <li><a class="quiet" href=paste.clone()>{sign(Sign::File)}{t.title_paste_values()}</a></li>
            })}
            <li><a class="quiet" href=beside(Page::Synthesis).href()>{sign(Sign::Print)}{t.synthesis_make()}</a></li>
        </ul>
    }
}

fn unfolded(event: &web_sys::Event) -> bool {
    let target = event.target();
    let element =
        target.and_then(|target| wasm_bindgen::JsCast::dyn_into::<web_sys::Element>(target).ok());
    element.is_some_and(|element| element.has_attribute("open"))
}

/// Whose curves these are: on paper.
#[component]
fn Head(board: Board) -> impl IntoView {
    let t = use_words();
    let who = move || {
        board.identity.with(|identity| {
            let born = identity
                .birth_date
                .map(|day| t.born_on(day_in_words(day, t.terms())));
            view! { <p><strong>{identity.full_name()}</strong>" "{born}</p> }
        })
    };
    let printed = t.printed_on(day_in_words(browser::today(), t.terms()));
    view! { <div class="on-paper">{who}<p>{printed}</p></div> }
}

/// What the numbers above the curves stand for.
#[component]
fn Marks(board: Board) -> impl IntoView {
    let t = use_words();
    move || {
        let happened = board.happened.get();
        (!happened.is_empty()).then(|| {
            let one = |one: &TimeMark| view! { <li>{happened::line(one, t)}</li> };
            view! {
                <section aria-labelledby="marks-title">
                    <h2 id="marks-title">{t.curves_marks()}</h2>
                    <ol class="marks">{happened.iter().map(one).collect_view()}</ol>
                </section>
            }
        })
    }
}

/// The same in sentences.
#[component]
fn Facts(board: Board) -> impl IntoView {
    let t = use_words();
    let facts = move || {
        let shown = board.shown.get();
        let lines = shown.iter().flat_map(|thing| {
            thing.series.iter().filter_map(move |series| {
                let said = facts(series, None)?.in_words(series, t.terms());
                Some(t.curves_reading(said, thing.title_of(series, t)))
            })
        });
        lines.map(|line| view! { <li>{line}</li> }).collect_view()
    };
    view! {
        <section aria-labelledby="facts-title">
            <h2 id="facts-title">{t.curves_in_short()}</h2>
            <ul id="chart-facts">{facts}</ul>
        </section>
    }
}
