//! Habits of life under their eighteen headings; the page prints as the sheet "for the school, for the hospital".

use crate::browser;
use crate::lists::entry_row::{RowActs, States};
use crate::lists::rows::{Row, use_rows};
use crate::parts::may::writes;
use crate::parts::picture::Picture;
use crate::parts::sign::{Sign, sign};
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use domain::lists::HabitHeading;
use domain::{Entry, Kind, Section, Term, day_in_words, view};
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn Habits() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let place = use_place();
    let add = Place::item(t.lang(), Page::Add, &place.carnet, Kind::Habit.code()).href();
    let may = writes(&[Section::Daily]);
    let paper = move || {
        let rows = rows.get();
        let identity = view::identity(&rows)
            .map(|(_, identity)| identity.clone())
            .unwrap_or_default();
        let born = identity
            .birth_date
            .map(|day| t.born_on(day_in_words(day, t.terms())));
        view! {
            <div class="on-paper">
                <p><strong>{identity.full_name()}</strong>" "{born}</p>
                <p>{t.habits_paper()}" "{t.printed_on(day_in_words(browser::today(), t.terms()))}</p>
            </div>
        }
    };
    let headings = move || {
        let rows = rows.get();
        let (said, unsaid): (Vec<_>, Vec<_>) = view::habits(&rows)
            .into_iter()
            .partition(|(_, here)| !here.is_empty());
        let heading = |(heading, here): (HabitHeading, Vec<&Row>)| {
            let id = format!("heading-{}", heading.code());
            let title = id.clone();
            view! {
                <section class="band" aria-labelledby=id>
                    <h2 id=title>{heading.label(t.terms())}</h2>
                    {here.into_iter().map(|row| view! { <Habit row=row.clone()/> }).collect_view()}
                </section>
            }
        };
        let names: Vec<&str> = unsaid
            .iter()
            .map(|(heading, _)| heading.label(t.terms()))
            .collect();
        let left = (!names.is_empty()).then(|| t.habits_left(names.join(" · ")));
        view! {
            {said.into_iter().map(heading).collect_view()}
            <p class="soft not-on-paper">{left}</p>
        }
    };
    view! {
        <div class="habits">
            <h1 tabindex="-1">{Page::Habits.heading(t)}</h1>
            {paper}
            <p class="lead not-on-paper">{t.habits_lead()}</p>
            <div class="acts">
                {move || may.get().then(|| view! { <a class="do" href=add.clone()>{sign(Sign::Add)}{t.add_habit()}</a> })}
                <button class="go" type="button" on:click=move |_| browser::print()>{sign(Sign::Print)}{t.print_habits()}</button>
            </div>
            {headings}
        </div>
    }
}

/// One habit.
#[component]
fn Habit(row: Row) -> impl IntoView {
    let t = use_words();
    let Entry::Habit(habit) = row.entry.clone() else {
        return ().into_any();
    };
    let class = format!("habit {}", habit.colour.map_or("", Term::code));
    let colour = habit.colour.map(|colour| {
        let dot = format!("dot {}", colour.code());
        view! { <p class="soft"><span class=dot aria-hidden="true"></span>" "{colour.label(t.terms())}</p> }
    });
    let title = row.entry.title(t.terms());
    let picture = |file: domain::FileRef| {
        let alt = file.name.clone();
        view! { <li><Picture file class="" alt/></li> }
    };
    let pictures = habit
        .media
        .into_iter()
        .filter(crate::parts::picture::is_picture)
        .map(picture)
        .collect_view();
    view! {
        <div class=class>
            {colour}
            <p class="said">{habit.text}</p>
            <ul class="pictures">{pictures}</ul>
            <States row=row.clone()/>
            <RowActs row title/>
        </div>
    }
    .into_any()
}
