//! Controls that are chosen from.

use crate::forms::slot::{Slot, list_value, text_value};
use crate::words::use_words;
use leptos::prelude::*;
use serde_json::Value;

/// Up to this many choices stand side by side; more of them unroll.
pub(super) const FEW: usize = 5;

/// Choices side by side.
pub(super) fn radios(slot: Slot, choices: Vec<(&'static str, &'static str)>) -> AnyView {
    let chosen = slot.text();
    let radio = move |(code, label): (&'static str, &'static str)| {
        let set = slot.set;
        let name = slot.id.clone();
        view! {
            <label class="pick">
                <input type="radio" name=name value=code checked=chosen == code
                    on:change=move |_| set.run(Value::String(code.to_owned()))/>
                {label}
            </label>
        }
    };
    view! { <div class="picks">{choices.into_iter().map(radio).collect_view()}</div> }.into_any()
}

/// Choices that unroll.
pub(super) fn select(
    slot: Slot,
    choices: Vec<(&'static str, &'static str)>,
    described: String,
) -> AnyView {
    let t = use_words();
    let chosen = slot.text();
    let option = |(code, label): (&'static str, &'static str)| {
        view! { <option value=code selected=chosen == code>{label}</option> }
    };
    let options = choices.into_iter().map(option).collect_view();
    let id = slot.id.clone();
    view! {
        <select id=id aria-describedby=described on:change=move |event| slot.set.run(text_value(event_target_value(&event)))>
            <option value="">{t.not_said()}</option>
            {options}
        </select>
    }
    .into_any()
}

/// Several of many.
pub(super) fn checks(slot: Slot, choices: Vec<(&'static str, &'static str)>) -> AnyView {
    let chosen = RwSignal::new(slot.texts());
    let set = slot.set;
    let check = move |(code, label): (&'static str, &'static str)| {
        let toggled = move |event| {
            chosen.update(|chosen| {
                chosen.retain(|one| one != code);
                if event_target_checked(&event) {
                    chosen.push(code.to_owned());
                }
            });
            let now = chosen.get_untracked();
            set.run(list_value(now.into_iter().map(Value::String).collect()));
        };
        let checked = chosen.with_untracked(|chosen| chosen.iter().any(|one| one == code));
        view! { <label class="pick"><input type="checkbox" checked=checked on:change=toggled/>{label}</label> }
    };
    view! { <div class="picks tall">{choices.into_iter().map(check).collect_view()}</div> }
        .into_any()
}

/// Yes, or nothing.
pub(super) fn yes(slot: Slot, name: &'static str) -> AnyView {
    let checked = slot.initial.as_bool().unwrap_or(false);
    let id = slot.id.clone();
    let toggled = move |event| {
        slot.set.run(if event_target_checked(&event) {
            Value::Bool(true)
        } else {
            Value::Null
        });
    };
    view! {
        <div class="field">
            <label class="pick"><input id=id type="checkbox" checked=checked on:change=toggled/>{name}</label>
        </div>
    }
    .into_any()
}
