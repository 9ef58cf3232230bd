//! What can be chosen of a card: a secret word, an end, the code to type.

use crate::browser;
use crate::parts::field::{Line, Tick};
use crate::words::use_words;
use chrono::NaiveDate;
use leptos::prelude::*;
use store::{CardSettings, Seconds};

/// Wrong tries that a secret word bears in the whole life of a card; then it shuts.
pub(super) const TRIES: u16 = 20;

/// What is being chosen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chosen {
    /// The secret word; empty for none.
    pub(super) passcode: RwSignal<String>,
    /// The last day, as the browser writes it; empty for no end.
    pub(super) until: RwSignal<String>,
    /// Whether a code can be typed.
    pub(super) typed: RwSignal<bool>,
}

impl Chosen {
    /// Nothing but the code to type.
    pub(super) fn new() -> Self {
        Self {
            passcode: RwSignal::new(String::new()),
            until: RwSignal::new(String::new()),
            typed: RwSignal::new(true),
        }
    }

    /// The end that was chosen: the end of that day, where this device is.
    pub(super) fn end(self) -> Option<Seconds> {
        let day = self
            .until
            .with_untracked(|text| text.parse::<NaiveDate>().ok())?;
        Some(Seconds(browser::end_of_day(day)))
    }

    /// All of it, for a new card.
    pub(super) fn settings(self) -> CardSettings {
        let passcode = self.passcode.get_untracked().trim().to_owned();
        CardSettings {
            passcode: (!passcode.is_empty()).then_some(passcode),
            tries: TRIES,
            until: self.end(),
            typed_code: self.typed.get_untracked(),
        }
    }
}

/// The three questions.
#[component]
pub(super) fn Choices(chosen: Chosen) -> impl IntoView {
    let t = use_words();
    view! {
        <Tick id="card-typed" label=t.card_typed() value=chosen.typed/>
        <Line id="card-until" label=t.card_until() hint=t.card_until_hint() value=chosen.until kind="date"/>
        <Line id="card-passcode" label=t.card_passcode() hint=t.card_passcode_hint() value=chosen.passcode class="brief"/>
    }
}
