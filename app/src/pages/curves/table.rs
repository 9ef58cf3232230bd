//! The same numbers as a table: for those who would rather read, and to check what is drawn.

use super::board::Board;
use super::followed::Places;
use super::growth::{place, reason};
use super::thing::Followed;
use crate::curves::say::age_on;
use crate::words::{Words, use_words};
use domain::chart::{Point, Series, day_of};
use domain::day_in_words;
use leptos::prelude::*;

/// How many rows are made at once: a page of a thousand is no table that anybody reads.
const ROWS: usize = 60;

/// A table for each curve, newest value first.
#[component]
pub(crate) fn Tables(board: Board) -> impl IntoView {
    move || {
        let shown = board.shown.get();
        let tables = shown.iter().flat_map(|thing| {
            let thing = thing.clone();
            let all = thing.series.clone();
            all.into_iter()
                .map(move |series| view! { <OneTable board thing=thing.clone() series/> })
        });
        tables.collect_view()
    }
}

#[component]
fn OneTable(board: Board, thing: Followed, series: Series) -> impl IntoView {
    let t = use_words();
    let count = series.points.len();
    let seen = RwSignal::new(ROWS);
    let title = thing.title_of(&series, t);
    let grows = thing.indicator.is_some();
    let rows = move || {
        let places = board.places(&thing);
        let newest = series.points.iter().rev().take(seen.get());
        newest
            .map(|point| row(board, &series, point, grows.then_some(&places), t))
            .collect_view()
    };
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label=title.clone()>
            <table class="values">
                <caption>{title.clone()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t.curves_day()}</th>
                        <th scope="col">{t.curves_age()}</th>
                        <th scope="col">{t.curves_value()}</th>
                        {grows.then(|| view! { <th scope="col">{t.curves_in_reference()}</th> })}
                        <th scope="col">{t.curves_who()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {move || (seen.get() < count).then(|| view! {
            <button class="quiet not-on-paper" type="button" on:click=move |_| seen.update(|seen| *seen += 10 * ROWS)>
                {t.curves_older(count - seen.get())}
            </button>
        })}
    }
}

fn row(
    board: Board,
    series: &Series,
    point: &Point,
    places: Option<&Places>,
    t: Words,
) -> impl IntoView + use<> {
    let birth = board.identity.with(|identity| identity.birth_date);
    let date = day_of(point.at);
    let age = date.and_then(|date| age_on(date, birth?, t));
    let place = places.map(|places| {
        let found = places.get(&(point.row, point.item));
        let place = found.map(|found| match found {
            Ok(score) => place(score, t),
            Err(why) => reason(*why, t),
        });
        view! { <td>{place}</td> }
    });
    let noted = board.noted(point);
    let who = [noted.who, noted.note];
    let who: Vec<String> = who.into_iter().filter(|text| !text.is_empty()).collect();
    let time = (!noted.time.is_empty()).then(|| format!(", {}", noted.time));
    view! {
        <tr>
            <td>{date.map(|date| day_in_words(date, t.terms()))}{time}</td>
            <td>{age}</td>
            <td class="number">{series.in_words(point.value, t.terms())}</td>
            {place}
            <td>{who.join(" · ")}</td>
        </tr>
    }
}
