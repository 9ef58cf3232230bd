//! What was written of a decision so far, kept as a sealed draft.

use crate::browser;
use crate::desk::Desk;
use crate::lists::rows::Row;
use domain::entry::Entitlement;
use domain::lists::EntitlementState;
use domain::{Entry, Kind, view};
use leptos::prelude::*;
use serde_json::{Value, json};
use std::time::Duration;

/// How long the hand rests before the draft is kept.
const REST: Duration = Duration::from_millis(400);

/// One right of the decision.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// What is its own: right, detail, granted or refused, rate, dates.
    pub(super) own: Entitlement,
    /// It has the dates of the first one.
    pub(super) same: bool,
}

/// What was written so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Written {
    /// Which question is open.
    pub(super) step: usize,
    /// What all rights of the decision share: its date, its receipt, who decided, the document.
    pub(super) shared: Entitlement,
    /// The rights.
    pub(super) lines: Vec<Line>,
}

impl Written {
    /// Nothing yet; who decided is who decided last time.
    pub(super) fn fresh(rows: &[Row]) -> Self {
        let mut held = view::of_kind(rows, Kind::Entitlement);
        view::newest_first(&mut held);
        let last = held.into_iter().find_map(|row| match &row.entry {
            Entry::Entitlement(right) if !right.authority.is_empty() => Some(right),
            _ => None,
        });
        let shared = Entitlement {
            authority: last.map_or_else(|| "MDPH".to_owned(), |last| last.authority.clone()),
            number: last.map(|last| last.number.clone()).unwrap_or_default(),
            ..Entitlement::default()
        };
        Self {
            shared,
            ..Self::default()
        }
    }

    /// Reads a draft.
    pub(super) fn read(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        let lines = value.get("lines")?.as_array()?.iter().filter_map(|line| {
            Some(Line {
                own: serde_json::from_value(line.get("own")?.clone()).ok()?,
                same: line.get("same")?.as_bool()?,
            })
        });
        Some(Self {
            step: usize::try_from(value.get("step")?.as_u64()?).ok()?,
            shared: serde_json::from_value(value.get("shared")?.clone()).ok()?,
            lines: lines.collect(),
        })
    }

    fn text(&self) -> String {
        let lines = self
            .lines
            .iter()
            .map(|line| json!({ "own": line.own, "same": line.same }));
        let lines: Vec<Value> = lines.collect();
        json!({ "step": self.step, "shared": self.shared, "lines": lines }).to_string()
    }

    /// The entries that come of it.
    pub(super) fn entitlements(&self) -> Vec<Entitlement> {
        let dates = self
            .lines
            .first()
            .map(|first| first.own.clone())
            .unwrap_or_default();
        let whole = self.lines.iter().map(|line| {
            let from = if line.same { &dates } else { &line.own };
            Entitlement {
                right: line.own.right,
                detail: line.own.detail.clone(),
                state: line.own.state.or(Some(EntitlementState::Granted)),
                rate: line.own.rate,
                start: from.start,
                end: from.end,
                no_end: from.no_end,
                ..self.shared.clone()
            }
        });
        whole.collect()
    }
}

/// The form: what was written, and where its draft is kept.
#[derive(Clone, Copy)]
pub(super) struct Writing {
    pub(super) written: RwSignal<Written>,
    desk: Desk,
    key: StoredValue<String>,
    count: StoredValue<u32>,
}

impl Writing {
    pub(super) fn new(desk: Desk, key: String, start: Written) -> Self {
        Self {
            written: RwSignal::new(start),
            desk,
            key: StoredValue::new(key),
            count: StoredValue::new(0),
        }
    }

    /// Changes what was written, and keeps the draft once the hand rests.
    pub(super) fn change(self, change: impl FnOnce(&mut Written)) {
        self.written.update(change);
        let count = self.count.get_value() + 1;
        self.count.set_value(count);
        let keep = move || {
            if self.count.try_get_value() == Some(count) {
                let key = self.key.get_value();
                let text = self.written.with_untracked(Written::text);
                self.desk.ask(
                    async move |keeper| keeper.save_draft(key, text).await,
                    |_| (),
                );
            }
        };
        set_timeout(keep, REST);
    }

    /// One question on, or back; the focus goes to its heading.
    pub(super) fn go(self, by: isize) {
        self.change(|written| written.step = written.step.saturating_add_signed(by));
        browser::soon(|| browser::focus_id("question"));
    }

    /// Forgets the draft.
    pub(super) fn drop_it(self) {
        self.count.set_value(self.count.get_value() + 1);
        let key = self.key.get_value();
        self.desk
            .ask(async move |keeper| keeper.drop_draft(key).await, |_| ());
    }
}
