//! Where the value of one field lives while a form is filled in.

use leptos::prelude::*;
use serde_json::{Map, Value};

/// One field's value: what it was when the form opened, and where changes go.
#[derive(Clone)]
pub(super) struct Slot {
    /// The id of its element in the page.
    pub(super) id: String,
    /// The value when the form opened.
    pub(super) initial: Value,
    /// Takes the new value; null takes it away.
    pub(super) set: Callback<Value>,
    /// Takes whether what is typed cannot be read.
    pub(super) unread: Callback<bool>,
}

impl Slot {
    /// The slot of a field of an object.
    pub(super) fn of(
        id: String,
        fields: RwSignal<Map<String, Value>>,
        name: &'static str,
        unread: Callback<bool>,
        changed: Callback<()>,
    ) -> Self {
        let initial =
            fields.with_untracked(|fields| fields.get(name).cloned().unwrap_or(Value::Null));
        let set = Callback::new(move |value: Value| {
            fields.update(|fields| match value {
                Value::Null => drop(fields.remove(name)),
                value => drop(fields.insert(name.to_owned(), value)),
            });
            changed.run(());
        });
        Self {
            id,
            initial,
            set,
            unread,
        }
    }

    /// The same for a field that is a number in the entry and a text in its control.
    pub(super) fn numeric(self) -> Self {
        let initial = match &self.initial {
            Value::Number(number) => Value::String(number.to_string()),
            other => other.clone(),
        };
        let inner = self.set;
        let set = Callback::new(move |value: Value| {
            let number = value.as_str().and_then(|text| text.parse::<i64>().ok());
            inner.run(number.map_or(value, Value::from));
        });
        Self {
            initial,
            set,
            ..self
        }
    }

    /// The text that stood there.
    pub(super) fn text(&self) -> String {
        self.initial.as_str().unwrap_or_default().to_owned()
    }

    /// The texts of the list that stood there.
    pub(super) fn texts(&self) -> Vec<String> {
        let items = self
            .initial
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        items
            .iter()
            .filter_map(|item| item.as_str().map(str::to_owned))
            .collect()
    }

    /// The element that tells what is wrong here.
    pub(super) fn problem_id(&self) -> String {
        format!("{}-problem", self.id)
    }

    /// The element that helps here.
    pub(super) fn hint_id(&self) -> String {
        format!("{}-hint", self.id)
    }
}

/// A text as a value: nothing for an empty one.
pub(super) fn text_value(text: String) -> Value {
    if text.trim().is_empty() {
        Value::Null
    } else {
        Value::String(text)
    }
}

/// A list as a value: nothing for an empty one.
pub(super) fn list_value(items: Vec<Value>) -> Value {
    if items.is_empty() {
        Value::Null
    } else {
        Value::Array(items)
    }
}
