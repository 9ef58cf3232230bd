//! What is being read off a chart, in words: for the eye, and for those who listen.

use super::gestures::Hands;
use super::plot::{Axis, Plot};
use super::say::{age_on, decimal};
use crate::words::{Words, use_words};
use chrono::NaiveDate;
use domain::chart::day_of;
use domain::day_in_words;
use leptos::prelude::*;
use std::sync::Arc;

/// The line under the chart. Its room is kept while nothing is read, so that nothing jumps.
#[component]
pub(crate) fn Readout(
    plot: Memo<Arc<Plot>>,
    hands: Hands,
    say: Callback<((usize, usize), usize), String>,
) -> impl IntoView {
    let t = use_words();
    let said = move || match hands.cursor.get() {
        Some(day) => {
            let (when, values) = plot.with(|plot| read(plot, day, say, t));
            let value = |text: String| view! { <li>{text}</li> };
            view! { <p>{when}</p><ul>{values.into_iter().map(value).collect_view()}</ul> }
                .into_any()
        }
        None => view! { <p class="soft">{t.curves_hint()}</p> }.into_any(),
    };
    view! { <div class="readout not-on-paper" role="status">{said}</div> }
}

/// A day, and every value measured on it.
fn read(
    plot: &Plot,
    day: f64,
    say: Callback<((usize, usize), usize), String>,
    t: Words,
) -> (String, Vec<String>) {
    let dated = |birth| day_of(day).map_or_else(String::new, |date| dated(date, birth, t));
    let when = match plot.axis {
        Axis::Stature => format!("{}\u{a0}cm", decimal(day, 1, t)),
        Axis::Age(birth) => dated(Some(birth)),
        Axis::Calendar => dated(None),
    };
    let mut values = Vec::new();
    for lane in &plot.lanes {
        for line in &lane.lines {
            let at = line.points.partition_point(|point| point.at < day);
            let here = line.points[at..].iter().take_while(|point| point.at <= day);
            for (after, _) in here.enumerate() {
                let what = match line.name.as_str() {
                    "" => lane.title.clone(),
                    side => format!("{}, {}", lane.title, side.to_lowercase()),
                };
                values.push(t.curves_reading(say.run((line.key, at + after)), what));
            }
        }
    }
    (when, values)
}

/// A day in words, with the age on it.
pub(crate) fn dated(date: NaiveDate, birth: Option<NaiveDate>, t: Words) -> String {
    let day = day_in_words(date, t.terms());
    match birth.and_then(|birth| age_on(date, birth, t)) {
        Some(age) => format!("{day} · {age}"),
        None => day,
    }
}
