//! Controls that hold fields themselves: several things of one form, or one thing with parts.

use super::fields;
use crate::forms::field::Field;
use crate::forms::slot::{Slot, list_value};
use crate::parts::sign::{Sign, sign};
use crate::words::use_words;
use leptos::prelude::*;
use serde_json::{Map, Value};

type Item = (usize, RwSignal<Map<String, Value>>);

/// Several things of one form, with a button for one more.
pub(super) fn items(slot: Slot, parts: &'static [Field]) -> AnyView {
    let t = use_words();
    let kept = slot.initial.as_array().cloned().unwrap_or_default();
    let objects = kept.into_iter().filter_map(|item| match item {
        Value::Object(fields) => Some(RwSignal::new(fields)),
        _ => None,
    });
    let items: RwSignal<Vec<Item>> = RwSignal::new(objects.enumerate().collect());
    let next = StoredValue::new(items.with_untracked(Vec::len));
    let set = slot.set;
    let changed = Callback::new(move |()| {
        let values = items.with_untracked(|items| {
            let filled = items
                .iter()
                .map(|(_, fields)| fields.get_untracked())
                .filter(|fields| !fields.is_empty());
            filled.map(Value::Object).collect()
        });
        set.run(list_value(values));
    });
    let add = move |_| {
        let number = next.get_value();
        next.set_value(number + 1);
        items.update(|items| items.push((number, RwSignal::new(Map::new()))));
    };
    let prefix = slot.id.clone();
    let item = move |(number, values): Item| {
        let remove = move |_| {
            items.update(|items| items.retain(|(other, _)| *other != number));
            changed.run(());
        };
        view! {
            <div class="group">
                <div class="pair">{fields(parts.iter(), &format!("{prefix}-{number}"), values, changed)}</div>
                <button class="quiet erase" type="button" on:click=remove>{sign(Sign::Erase)}{t.remove()}</button>
            </div>
        }
    };
    view! {
        <For each=move || items.get() key=|(number, _)| *number children=item/>
        <button class="go small" type="button" on:click=add>{sign(Sign::Add)}{t.add_one()}</button>
    }
    .into_any()
}

/// One thing with parts.
pub(super) fn group(slot: Slot, parts: &'static [Field]) -> AnyView {
    let kept = slot.initial.as_object().cloned().unwrap_or_default();
    let values = RwSignal::new(kept);
    let set = slot.set;
    let changed = Callback::new(move |()| {
        let fields = values.get_untracked();
        set.run(if fields.is_empty() {
            Value::Null
        } else {
            Value::Object(fields)
        });
    });
    view! { <div class="group">{fields(parts.iter(), &slot.id, values, changed)}</div> }.into_any()
}
