//! What the measures that are shown are: on which scale, how often they are usually taken, who made them, and why the
//! questions of some are not here.

use super::board::Board;
use super::thing::Followed;
use crate::words::{Words, use_words};
use domain::Term;
use domain::instruments::{Instrument, instrument};
use domain::lists::{Licence, Measure, Rhythm};
use leptos::prelude::*;

/// The list, folded away.
#[component]
pub(super) fn About(board: Board) -> impl IntoView {
    let t = use_words();
    let known = Memo::new(move |_| {
        let shown = board.shown.get();
        let known = shown.iter().filter_map(|thing| {
            let series = thing.series.first().filter(|_| !thing.worked_out)?;
            (series.key.what != Measure::Custom).then(|| thing.clone())
        });
        known.collect::<Vec<Followed>>()
    });
    let list = move || {
        let one = |thing: &Followed| {
            let what = thing.series.first()?.key.what;
            let lines = facts(instrument(what)?, t).into_iter();
            let lines = lines.map(|(label, text)| view! { <dt>{label}</dt><dd>{text}</dd> });
            Some(
                view! { <h3>{thing.title.clone()}</h3><dl class="facts">{lines.collect_view()}</dl> },
            )
        };
        known.with(|known| known.iter().filter_map(one).collect_view())
    };
    let any = Memo::new(move |_| known.with(|known| !known.is_empty()));
    view! {
        <Show when=move || any.get()>
            <details class="field not-on-paper">
                <summary>{t.about_measures()}</summary>
                {list}
            </details>
        </Show>
    }
}

/// What is known of an instrument, in words.
fn facts(instrument: &Instrument, t: Words) -> Vec<(&'static str, String)> {
    let lang = t.terms();
    let mut facts = Vec::new();
    let grades = instrument.measure.grades();
    if !grades.is_empty() {
        facts.push((t.about_scale(), grades.join(" · ")));
    } else if let Some((low, high)) = instrument.scale() {
        let unit = instrument.unit().map_or("", |unit| unit.label(lang));
        facts.push((t.about_scale(), t.about_from_to(low, high, unit)));
    } else if let Some(unit) = instrument.unit() {
        facts.push((t.about_unit(), unit.label(lang).to_owned()));
    }
    let often = match instrument.rhythm {
        Rhythm::WhenItHappens => instrument.rhythm.label(lang).to_owned(),
        rhythm => t.about_usual(rhythm.label(lang)),
    };
    facts.push((t.about_rhythm(), often));
    if !instrument.holder.is_empty() {
        facts.push((t.about_holder(), instrument.holder.to_owned()));
    }
    if instrument.licence != Licence::Free {
        facts.push((t.about_licence(), instrument.licence.label(lang).to_owned()));
    }
    facts
}
