//! A field as it is asked: its label, its help, its control, what is wrong with it.

mod choice;
mod items;
mod links;

use super::field::{Control, Field};
use super::findings::{Findings, use_findings};
use super::pick_files::{files_control, photo_control};
use super::slot::Slot;
use super::text_input::{
    CLOCK, DAY, EMAIL, LASTING, NUMBER, PHONE, TEXT, WHEN, WHOLE, WORDS, line, lines,
};
use crate::words::{Words, use_words};
use leptos::prelude::*;
use serde_json::{Map, Value};

/// The fields of a table, one after another.
pub(crate) fn fields(
    table: impl Iterator<Item = &'static Field>,
    prefix: &str,
    values: RwSignal<Map<String, Value>>,
    changed: Callback<()>,
) -> Vec<AnyView> {
    let findings = use_findings();
    let one = |field: &'static Field| {
        let id = format!("{prefix}-{}", field.name);
        let place = id.clone();
        let unread = Callback::new(move |unread| findings.set_unread(&place, unread));
        show(
            field,
            Slot::of(id, values, field.name, unread, changed),
            findings,
        )
    };
    table.map(one).collect()
}

/// What a field is called.
pub(super) fn label(field: &Field, t: Words) -> &'static str {
    match field.label {
        Some(label) => label(t),
        None => domain::field_label(field.name, t.terms()).unwrap_or(field.name),
    }
}

/// What stands around a control.
struct Around {
    id: String,
    name: &'static str,
    hint: Option<AnyView>,
    problems: AnyView,
}

impl Around {
    /// A control with one element, which the label points at.
    fn one(self, control: AnyView) -> AnyView {
        let Self {
            id,
            name,
            hint,
            problems,
        } = self;
        view! { <div class="field"><label for=id>{name}</label>{hint}{control}{problems}</div> }
            .into_any()
    }

    /// A control with several elements.
    fn several(self, control: AnyView) -> AnyView {
        let Self {
            id,
            name,
            hint,
            problems,
        } = self;
        view! { <fieldset class="field" id=id tabindex="-1"><legend>{name}</legend>{hint}{control}{problems}</fieldset> }
            .into_any()
    }
}

fn show(field: &'static Field, slot: Slot, findings: Findings) -> AnyView {
    let t = use_words();
    let hint = match (field.hint, field.control) {
        (Some(hint), _) => Some(hint(t)),
        (None, Control::When) => Some(t.hint_when()),
        (None, _) => None,
    };
    let described = match hint {
        Some(_) => format!("{} {}", slot.hint_id(), slot.problem_id()),
        None => slot.problem_id(),
    };
    let hint_id = slot.hint_id();
    let around = Around {
        id: slot.id.clone(),
        name: label(field, t),
        hint: hint.map(|hint| view! { <span class="hint" id=hint_id>{hint}</span> }.into_any()),
        problems: findings.view(&slot.id, slot.problem_id()),
    };
    let place = slot.id.clone();
    let wrong = Signal::derive(move || findings.blocking(&place));
    let typed = |typing| line(slot.clone(), typing, described.clone(), wrong);
    match field.control {
        Control::Text => around.one(typed(TEXT)),
        Control::Number => around.one(typed(NUMBER)),
        Control::Whole => around.one(line(slot.numeric(), WHOLE, described, wrong)),
        Control::Lasting => around.one(line(slot.numeric(), LASTING, described, wrong)),
        Control::Level => around.several(choice::radios(slot.numeric(), levels(t))),
        Control::Phone => around.one(typed(PHONE)),
        Control::Email => around.one(typed(EMAIL)),
        Control::Clock => around.one(typed(CLOCK)),
        Control::Day => around.one(typed(DAY)),
        Control::When => around.one(typed(WHEN)),
        Control::Words => around.one(typed(WORDS)),
        Control::Long => around.one(lines(slot, described, wrong)),
        Control::One(choices) => {
            let choices = choices(t.terms());
            if choices.len() <= choice::FEW {
                around.several(choice::radios(slot, choices))
            } else {
                around.one(choice::select(slot, choices, described))
            }
        }
        Control::Many(choices) => around.several(choice::checks(slot, choices(t.terms()))),
        Control::Yes => choice::yes(slot, label(field, t)),
        Control::Items(parts) => around.several(items::items(slot, parts)),
        Control::Group(parts) => around.several(items::group(slot, parts)),
        Control::Files => around.several(files_control(slot)),
        Control::Photo => around.several(photo_control(slot)),
        Control::Documents => around.several(links::documents(slot)),
        Control::Measures => around.several(links::measures(slot)),
        Control::Contact => around.one(links::contact(slot, described)),
    }
}

/// The levels of a goal, in the order of the scale.
fn levels(t: Words) -> Vec<(&'static str, &'static str)> {
    vec![
        ("-2", t.goal_level_much_less()),
        ("-1", t.goal_level_less()),
        ("0", t.goal_level_expected()),
        ("1", t.goal_level_more()),
        ("2", t.goal_level_much_more()),
    ]
}
