//! Before and after something that happened: the last value before it and the first after it, side by side.

use super::board::Board;
use super::happened::line;
use crate::curves::window::Window;
use crate::words::{Words, use_words};
use domain::chart::{Point, Series, TimeMark, day_of};
use domain::day_in_words;
use leptos::prelude::*;

/// How much is seen before and after, in days.
const AROUND: f64 = 365.0;

/// A list to choose an event from, and the values on both sides of it.
#[component]
pub(crate) fn Around(board: Board) -> impl IntoView {
    let t = use_words();
    let wanted = RwSignal::new(None::<usize>);
    let choose = move |event| {
        let place = event_target_value(&event).parse::<usize>().ok();
        wanted.set(place);
        let happened = board.happened.get_untracked();
        let Some(one) = place.and_then(|place| happened.get(place)) else {
            return board.hands.all();
        };
        let end = one.to.unwrap_or(one.from);
        let whole = board.hands.whole.get_untracked();
        let around = Window {
            from: one.from - AROUND,
            to: end + AROUND,
        };
        // Not moving it keeps it within what there is.
        board.hands.window.set(around.panned(0.0, whole));
    };
    let options = move || {
        let happened = board.happened.get();
        let option = |(place, one): (usize, &TimeMark)| view! { <option value=place.to_string()>{line(one, t)}</option> };
        happened.iter().enumerate().map(option).collect_view()
    };
    let table = move || {
        let happened = board.happened.get();
        let one = wanted
            .get()
            .and_then(|place| happened.get(place).cloned())?;
        Some(comparison(board, &one, t))
    };
    let any = Memo::new(move |_| board.happened.with(|happened| !happened.is_empty()));
    view! {
        <Show when=move || any.get()>
            <section class="band not-on-paper" aria-labelledby="around-title">
                <h2 id="around-title">{t.curves_around()}</h2>
                <div class="field">
                    <label for="around">{t.curves_around_what()}</label>
                    <select id="around" on:change=choose>
                        <option value="">{t.curves_around_none()}</option>
                        {options}
                    </select>
                </div>
                {table}
            </section>
        </Show>
    }
}

fn comparison(board: Board, one: &TimeMark, t: Words) -> impl IntoView + use<> {
    let (from, to) = (one.from, one.to.unwrap_or(one.from));
    let shown = board.shown.get();
    let rows = shown.iter().flat_map(|thing| {
        thing.series.iter().map(move |series| {
            let title = thing.title_of(series, t);
            let before = series.points.iter().rfind(|point| point.at < from);
            let after = series.points.iter().find(|point| point.at > to);
            view! { <tr><th scope="row">{title}</th><td>{cell(series, before, t)}</td><td>{cell(series, after, t)}</td></tr> }
        })
    });
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label=line(one, t)>
            <table class="values">
                <caption>{line(one, t)}</caption>
                <thead><tr><th scope="col">{t.curves_value()}</th><th scope="col">{t.curves_last_before()}</th><th scope="col">{t.curves_first_after()}</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

fn cell(series: &Series, point: Option<&Point>, t: Words) -> String {
    let said = point.and_then(|point| {
        let day = day_in_words(day_of(point.at)?, t.terms());
        Some(format!(
            "{} ({day})",
            series.in_words(point.value, t.terms())
        ))
    });
    said.unwrap_or_else(|| t.curves_nothing().to_owned())
}
