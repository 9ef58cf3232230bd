//! Goals with their levels, as they stand: what is aimed at, what each level looks like, how it went.

use crate::lists::entry_row::{RowActs, States};
use crate::lists::rows::{Row, use_rows};
use crate::parts::may::writes;
use crate::parts::sign::{Sign, sign};
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::{Words, use_words};
use domain::entry::Objective;
use domain::lists::GoalState;
use domain::{Entry, Kind, Section, Term, day_in_words, view};
use leptos::prelude::*;

/// How many goals a sheet holds.
const LINES: usize = 5;

/// The goals under way in a line each: where each stood at the start, and where it stood last.
#[component]
pub(crate) fn GoalLines() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    move || {
        let rows = rows.get();
        let mut found: Vec<&Row> = view::of_kind(&rows, Kind::Objective);
        view::newest_first(&mut found);
        let goals = found.into_iter().filter_map(|row| match &row.entry {
            Entry::Objective(goal) if goal.state != Some(GoalState::Closed) => Some(goal),
            _ => None,
        });
        let lines: Vec<_> = goals
            .take(LINES)
            .map(
                |goal| view! { <li><strong>{goal.title.clone()}</strong>" "{course(goal, t)}</li> },
            )
            .collect();
        (!lines.is_empty()).then(|| {
            view! {
                <section aria-labelledby="goals-title">
                    <h2 id="goals-title">{t.goals()}</h2>
                    <ul class="goal-lines">{lines}</ul>
                </section>
            }
        })
    }
}

/// "Au départ, 3 mars 2026 : −2 · 12 juin 2026 : 0, dix marches avec la rampe".
fn course(goal: &Objective, t: Words) -> String {
    let start = goal.start_level.zip(goal.date).map(|(level, day)| {
        let level = super::growth::signed(f64::from(level), 0, t);
        t.curves_reading(level, t.goal_at_start(day_in_words(day, t.terms())))
    });
    let last = goal
        .reviews
        .iter()
        .filter_map(|review| review.date.zip(review.level))
        .max();
    let last = last.map(|(day, level)| {
        let words = goal.levels.at(level);
        let level = super::growth::signed(f64::from(level), 0, t);
        let said = if words.is_empty() {
            level
        } else {
            format!("{level}, {words}")
        };
        t.curves_reading(said, day_in_words(day, t.terms()))
    });
    let parts: Vec<String> = start.into_iter().chain(last).collect();
    parts.join(" · ")
}

/// The goals of a carnet, and a button for one more.
#[component]
pub(crate) fn Goals() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let place = use_place();
    let add = Place::item(t.lang(), Page::Add, &place.carnet, Kind::Objective.code()).href();
    let may = writes(&[Section::School]);
    let list = move || {
        let rows = rows.get();
        let mut found: Vec<&Row> = view::of_kind(&rows, Kind::Objective);
        view::newest_first(&mut found);
        if found.is_empty() {
            return view! { <div class="empty not-on-paper"><p>{t.goals_why()}</p></div> }
                .into_any();
        }
        let goals = found
            .into_iter()
            .map(|row| view! { <Goal row=row.clone()/> });
        goals.collect_view().into_any()
    };
    view! {
        <section class="band" aria-labelledby="goals-title">
            <div class="band-head">
                <h2 id="goals-title">{t.goals()}</h2>
                {move || may.get().then(|| view! {
                    <a class="go small" href=add.clone()>{sign(Sign::Add)}{t.add_objective()}</a>
                })}
            </div>
            {list}
        </section>
    }
}

#[component]
fn Goal(row: Row) -> impl IntoView {
    let t = use_words();
    let Entry::Objective(goal) = row.entry.clone() else {
        return ().into_any();
    };
    let title = goal.title.clone();
    let state = goal
        .state
        .map(|state| view! { <span class="state">{state.label(t.terms())}</span> });
    let actions = goal.actions.iter().map(|action| {
        let done = action.done.then(|| format!(" ({})", t.goal_done()));
        let until = action
            .until
            .map(|day| format!(" · {}", day_in_words(day, t.terms())));
        let who = (!action.who.is_empty()).then(|| format!(" · {}", action.who));
        view! { <li>{action.text.clone()}{who}{until}{done}</li> }
    });
    let actions = actions.collect_view();
    let review = goal
        .review
        .map(|day| t.goal_review(day_in_words(day, t.terms())));
    view! {
        <div class="card goal">
            <p class="row-title">{goal.title.clone()}" "{state}</p>
            {scale(&goal, t)}
            <ul>{actions}</ul>
            <p class="soft">{review}</p>
            <States row=row.clone()/>
            <RowActs row=row.clone() title/>
        </div>
    }
    .into_any()
}

/// The five levels in words, and beside each the days on which it was seen.
fn scale(goal: &Objective, t: Words) -> impl IntoView + use<> {
    let level = |level: i8| {
        let start = goal.start_level.filter(|start| *start == level);
        let start = start.map(|_| match goal.date {
            Some(day) => t.goal_at_start(day_in_words(day, t.terms())),
            None => t.goal_start().to_owned(),
        });
        let reviews = goal
            .reviews
            .iter()
            .filter(|review| review.level == Some(level));
        let seen = reviews.map(|review| {
            let day = review.date.map(|day| day_in_words(day, t.terms()));
            let parts = [
                day.unwrap_or_default(),
                review.who.clone(),
                review.note.clone(),
            ];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            parts.join(" · ")
        });
        let seen: Vec<String> = start.into_iter().chain(seen).collect();
        let class = if seen.is_empty() { "" } else { "seen" };
        let seen = seen
            .into_iter()
            .map(|line| view! { <p>{line}</p> })
            .collect_view();
        let name = super::growth::signed(f64::from(level), 0, t);
        view! { <tr class=class><th scope="row">{name}</th><td>{goal.levels.at(level).to_owned()}</td><td>{seen}</td></tr> }
    };
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label=goal.title.clone()>
            <table class="values">
                <thead><tr><th scope="col">{t.goal_level()}</th><th scope="col">{t.goal_looks_like()}</th><th scope="col">{t.goal_seen()}</th></tr></thead>
                <tbody>{[2, 1, 0, -1, -2].map(level).into_iter().collect_view()}</tbody>
            </table>
        </div>
    }
}
