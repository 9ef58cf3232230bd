//! Choosing what to see: which measures, which reference, what happened beside them.

use super::board::Board;
use super::growth::Bands;
use super::happened::Group;
use super::thing::Followed;
use crate::words::use_words;
use leptos::prelude::*;

/// All choices of the page.
#[component]
pub(crate) fn Choose(board: Board) -> impl IntoView {
    let t = use_words();
    let choice = board.choice;
    let codes = Memo::new(move |_| board.things.get());
    let measures = move || {
        let thing = move |thing: &Followed| {
            let (code, title) = (thing.code.clone(), thing.title.clone());
            let shown = code.clone();
            let on = Memo::new(move |_| {
                board
                    .shown
                    .with(|list| list.iter().any(|one| one.code == shown))
            });
            let pick = Callback::new(move |on: bool| {
                // What is shown without having been chosen counts as chosen from now on.
                let shown = board.shown.get_untracked();
                let mut chosen: std::collections::BTreeSet<String> =
                    shown.iter().map(|thing| thing.code.clone()).collect();
                if on {
                    chosen.insert(code.clone());
                } else {
                    chosen.remove(&code);
                }
                choice.chosen.set(Some(chosen));
            });
            chip(title, on, pick)
        };
        codes.with(|things| things.iter().map(thing).collect_view())
    };
    let group = move |group: Group| {
        let on = Memo::new(move |_| choice.groups.with(|groups| groups.contains(&group)));
        let pick = Callback::new(move |on: bool| {
            choice.groups.update(|groups| {
                if on {
                    groups.insert(group);
                } else {
                    groups.remove(&group);
                }
            });
        });
        chip(group.label(t).to_owned(), on, pick)
    };
    let sided = Memo::new(move |_| board.shown.with(|shown| shown.iter().any(Followed::sided)));
    let grows = Memo::new(move |_| board.grows());
    let beside = Memo::new(move |_| choice.beside.get());
    let put_beside = Callback::new(move |on| choice.beside.set(on));
    view! {
        <fieldset class="chips"><legend>{t.curves_what()}</legend>{measures}</fieldset>
        <details class="field">
            <summary>{t.curves_more_choices()}</summary>
            <fieldset class="chips"><legend>{t.curves_happened()}</legend>{Group::ALL.map(group).into_iter().collect_view()}</fieldset>
            {move || grows.get().then(|| view! { <References board/> })}
            {move || sided.get().then(|| view! {
                <fieldset class="chips"><legend>{t.curves_sides()}</legend>{chip(t.curves_beside().to_owned(), beside, put_beside)}</fieldset>
            })}
        </details>
    }
}

/// How the reference of growth is shown.
#[component]
fn References(board: Board) -> impl IntoView {
    let t = use_words();
    let bands = board.choice.bands;
    let option = move |(which, label): (Bands, &'static str)| {
        view! {
            <label class="chip">
                <input type="radio" name="bands" prop:checked=move || bands.get() == which on:change=move |_| bands.set(which)/>
                {label}
            </label>
        }
    };
    let options = [
        (Bands::Percentiles, t.curves_percentiles()),
        (Bands::Deviations, t.curves_deviations()),
        (Bands::None, t.curves_no_bands()),
    ];
    view! {
        <fieldset class="chips"><legend>{t.curves_reference()}</legend>{options.map(option).into_iter().collect_view()}</fieldset>
    }
}

fn chip(label: String, on: Memo<bool>, pick: Callback<bool>) -> impl IntoView {
    view! {
        <label class="chip">
            <input type="checkbox" prop:checked=move || on.get() on:change=move |event| pick.run(event_target_checked(&event))/>
            {label}
        </label>
    }
}
