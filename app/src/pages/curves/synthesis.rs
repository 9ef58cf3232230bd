//! One page for a professional: who, chosen curves, what happened, goals. Made to be printed.

use super::board::{Board, use_board};
use super::choose::Choose;
use super::goals::Goals;
use super::notes::Notes;
use super::{Head, Marks};
use crate::browser;
use crate::curves::Chart;
use crate::lists::rows::use_rows;
use crate::parts::sign::{Sign, sign};
use crate::site_map::Page;
use crate::words::use_words;
use domain::chart::{day_of, facts};
use domain::{Entry, Kind, day_in_words, view};
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn Synthesis() -> impl IntoView {
    let t = use_words();
    let board = use_board();
    let say = Callback::new(move |(key, at)| board.say(key, at, t));
    view! {
        <div class="curves synthesis">
            <h1 tabindex="-1">{Page::Synthesis.heading(t)}</h1>
            <Head board/>
            <p class="lead not-on-paper">{t.synthesis_lead()}</p>
            <div class="not-on-paper"><Choose board/></div>
            <div class="acts">
                <button class="do" type="button" on:click=move |_| browser::print()>{sign(Sign::Print)}{t.curves_print()}</button>
            </div>
            <Problems/>
            <Chart id="chart" plot=board.plot hands=board.hands beside=board.choice.beside say/>
            <Figures board/>
            <Marks board/>
            <Goals bare=true/>
            <Project/>
            <Notes board/>
        </div>
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
                    format!(
                        "{} ({})",
                        value(fact.value),
                        day_in_words(fact.day, t.terms())
                    )
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
        Some(view! {
            <section class="band" aria-labelledby="project-title">
                <h2 id="project-title">{t.synthesis_project()}</h2>
                <p class="row-title">{project.title.clone()}" "<span class="soft">{when}</span></p>
                <p class="said">{project.wishes.clone()}</p>
                <p class="soft">{review}</p>
            </section>
        })
    }
}
