//! One page for a professional: who, chosen curves, what happened, goals. Made to be printed on one sheet.

use super::Head;
use super::board::{Board, use_board};
use super::choose::Choose;
use super::goals::GoalLines;
use super::happened::line;
use super::notes::Notes;
use crate::browser;
use crate::curves::Chart;
use crate::lists::rows::use_rows;
use crate::parts::notice::{Notice, Tone};
use crate::parts::sign::{Sign, sign};
use crate::site_map::Page;
use crate::words::{Words, use_words};
use chrono::NaiveDate;
use domain::chart::{TimeMark, Window, day_of, facts};
use domain::{Entry, Kind, day_in_words, view};
use leptos::prelude::*;
use std::sync::Arc;

/// How many curves one sheet holds.
const MOST: usize = 4;
/// How wide a lane is drawn on the sheet: two stand side by side.
const LANE: f64 = 640.0;
/// How many of the things that happened are written out: the latest in sight.
const HAPPENED: usize = 6;

/// The page.
#[component]
pub(crate) fn Synthesis() -> impl IntoView {
    let t = use_words();
    let board = use_board();
    let say = Callback::new(move |(key, at)| board.say(key, at, t));
    let told = Memo::new(move |_| told(&board.happened.get(), board.hands.window.get()));
    // A number that is explained nowhere on the sheet helps nobody.
    let plot = Memo::new(move |_| {
        let mut plot = (*board.plot.get()).clone();
        plot.marks.retain(|flag| told.get().contains(&flag.number));
        Arc::new(plot)
    });
    view! {
        <div class="curves synthesis">
            <h1 tabindex="-1">{Page::Synthesis.heading(t)}</h1>
            <Head board/>
            <p class="lead not-on-paper">{t.synthesis_lead()}</p>
            <div class="not-on-paper"><Choose board/></div>
            <TooMuch board/>
            <div class="acts">
                <button class="do" type="button" on:click=move |_| browser::print()>{sign(Sign::Print)}{t.curves_print()}</button>
            </div>
            <Problems/>
            <Chart id="chart" plot hands=board.hands beside=board.choice.beside say on_paper=LANE/>
            <Figures board/>
            <Marks board told/>
            <GoalLines/>
            <Project/>
            <Notes board/>
        </div>
    }
}

/// More was chosen than one sheet holds.
#[component]
fn TooMuch(board: Board) -> impl IntoView {
    let t = use_words();
    let too_much = Memo::new(move |_| board.plot.with(|plot| plot.lanes.len() > MOST));
    move || {
        too_much.get().then(|| {
            view! { <div class="not-on-paper"><Notice tone=Tone::Caution><p>{t.synthesis_too_much(MOST)}</p></Notice></div> }
        })
    }
}

/// The numbers of what is told of what happened: the latest in the stretch of time that is shown.
fn told(happened: &[TimeMark], seen: Window) -> Vec<usize> {
    let inside = happened.iter().enumerate().filter(|(_, one)| {
        let to = one.to.unwrap_or(one.from);
        one.from <= seen.to && to >= seen.from
    });
    let numbers: Vec<usize> = inside.map(|(place, _)| place + 1).collect();
    let left_out = numbers.len().saturating_sub(HAPPENED);
    numbers.into_iter().skip(left_out).collect()
}

/// What happened in the stretch of time that is shown, by the numbers on the curves: the latest.
#[component]
fn Marks(board: Board, told: Memo<Vec<usize>>) -> impl IntoView {
    let t = use_words();
    move || {
        let (told, happened) = (told.get(), board.happened.get());
        let left_out = happened.len().saturating_sub(told.len());
        let shown = told.into_iter().filter_map(|number| {
            let one = happened.get(number.checked_sub(1)?)?;
            Some(view! { <li value=number.to_string()>{line(one, t)}</li> })
        });
        let shown: Vec<_> = shown.collect();
        (!shown.is_empty()).then(|| {
            let more = (left_out > 0)
                .then(|| view! { <p class="soft">{t.synthesis_more_marks(left_out)}</p> });
            view! {
                <section aria-labelledby="marks-title">
                    <h2 id="marks-title">{t.curves_marks()}</h2>
                    <ol class="marks">{shown}</ol>
                    {more}
                </section>
            }
        })
    }
}

/// The problems that are there now, in one line.
#[component]
fn Problems() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    move || {
        let rows = rows.get();
        let problems = view::problems(&rows).into_iter();
        let current = problems.filter(|row| {
            !matches!(&row.entry, Entry::Problem(problem) if problem.state == Some(domain::lists::ProblemState::Past))
        });
        let names: Vec<String> = current.map(|row| row.entry.title(t.terms())).collect();
        (!names.is_empty()).then(
            || view! { <p><strong>{t.synthesis_problems()}</strong>" "{names.join(" · ")}</p> },
        )
    }
}

/// What stands in the window in figures, one line for each curve.
#[component]
fn Figures(board: Board) -> impl IntoView {
    let t = use_words();
    let rows = move || {
        let seen = board.hands.window.get();
        let shown = board.shown.get();
        let rows = shown.iter().flat_map(|thing| {
            thing.series.iter().filter_map(move |series| {
                let facts = facts(series, Some(seen))?;
                let value = |value: f64| series.in_words(value, t.terms());
                let day = |fact: domain::chart::Fact| {
                    format!("{} ({})", value(fact.value), short(fact.day, t))
                };
                Some(view! {
                    <tr>
                        <th scope="row">{thing.title_of(series, t)}</th>
                        <td>{day(facts.first)}</td>
                        <td>{day(facts.last)}</td>
                        <td>{value(facts.lowest.value)}</td>
                        <td>{value(facts.highest.value)}</td>
                        <td>{facts.count}</td>
                    </tr>
                })
            })
        });
        rows.collect_view()
    };
    let stretch = move || {
        let seen = board.hands.window.get();
        let days = day_of(seen.from).zip(day_of(seen.to));
        days.map(|(from, to)| {
            t.dates_between(day_in_words(from, t.terms()), day_in_words(to, t.terms()))
        })
    };
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label=t.synthesis_figures()>
            <table class="values">
                <caption>{t.synthesis_figures()}" "<span class="soft">{stretch}</span></caption>
                <thead>
                    <tr>
                        <th scope="col">{t.synthesis_what()}</th>
                        <th scope="col">{t.synthesis_first()}</th>
                        <th scope="col">{t.synthesis_last()}</th>
                        <th scope="col">{t.synthesis_lowest()}</th>
                        <th scope="col">{t.synthesis_highest()}</th>
                        <th scope="col">{t.synthesis_count()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// A day in figures: a column of the table is narrow.
fn short(day: NaiveDate, t: Words) -> String {
    let format = match t.terms() {
        domain::Lang::Fr => "%d/%m/%Y",
        domain::Lang::En => "%-d %b %Y",
    };
    day.format(format).to_string()
}

/// The project that holds now: the newest.
#[component]
fn Project() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    move || {
        let rows = rows.get();
        let mut projects = view::of_kind(&rows, Kind::Project);
        view::newest_first(&mut projects);
        let row = projects.first()?;
        let Entry::Project(project) = &row.entry else {
            return None;
        };
        let when = project.date.map(|day| day_in_words(day, t.terms()));
        let review = project
            .review
            .map(|day| t.goal_review(day_in_words(day, t.terms())));
        let dates: Vec<String> = when.into_iter().chain(review).collect();
        let dates = dates.join(" · ");
        Some(view! {
            <section class="band" aria-labelledby="project-title">
                <h2 id="project-title">{t.synthesis_project()}</h2>
                <p class="row-title">{project.title.clone()}" "<span class="soft">{dates}</span></p>
                <p class="said">{project.wishes.clone()}</p>
            </section>
        })
    }
}
