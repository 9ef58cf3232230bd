//! Which lines are looked for: by whom, about what, in which days.

use crate::browser;
use crate::desk::use_desk;
use crate::words::use_words;
use chrono::NaiveDate;
use domain::{Section, Term};
use leptos::prelude::*;
use store::{JournalAsked, JournalView, MemberId, Seconds};

/// What is looked for. Empty means anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filters {
    member: Option<MemberId>,
    section: Option<Section>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

impl Filters {
    /// What the server is asked: it knows nothing of sections by name, but who and when.
    pub(super) fn asked(&self) -> JournalAsked {
        let start = |day: NaiveDate| {
            day.pred_opt()
                .map(|day| Seconds(browser::end_of_day(day) + 1))
        };
        JournalAsked {
            before: None,
            member: self.member,
            from: self.from.and_then(start),
            to: self.to.map(|day| Seconds(browser::end_of_day(day) + 1)),
        }
    }

    /// Whether a line that the server gave is looked for.
    pub(super) fn fits(&self, line: &JournalView) -> bool {
        self.section
            .is_none_or(|section| line.sections.contains(&section))
    }
}

/// The four fields.
#[component]
pub(super) fn FilterFields(filters: RwSignal<Filters>) -> impl IntoView {
    let t = use_words();
    let carnet = use_desk().carnet_now();
    let names = carnet.as_ref().map(|carnet| carnet.names.clone());
    let mut people: Vec<(MemberId, String)> = names
        .unwrap_or_default()
        .into_iter()
        .filter(|(_, name)| !name.is_empty())
        .collect();
    people.sort_by_key(|(_, name)| name.to_lowercase());
    let people = people
        .into_iter()
        .map(|(id, name)| view! { <option value=id.to_string()>{name}</option> });
    let people = people.collect_view();
    let sections = Section::ALL.iter().map(|section| {
        view! { <option value=section.code()>{section.label(t.terms())}</option> }
    });
    let sections = sections.collect_view();
    let person = move |event| {
        let chosen = event_target_value(&event).parse().ok();
        filters.update(|filters| filters.member = chosen);
    };
    let section = move |event| {
        let chosen = Section::from_code(&event_target_value(&event));
        filters.update(|filters| filters.section = chosen);
    };
    let from = move |event| {
        let day = event_target_value(&event).parse().ok();
        filters.update(|filters| filters.from = day);
    };
    let to = move |event| {
        let day = event_target_value(&event).parse().ok();
        filters.update(|filters| filters.to = day);
    };
    view! {
        <div role="search" class="filters" aria-label=t.journal_filters()>
            <div class="field"><label for="journal-who">{t.journal_who()}</label>
                <select id="journal-who" on:change=person><option value="">{t.journal_anybody()}</option>{people}</select></div>
            <div class="field"><label for="journal-section">{t.journal_section()}</label>
                <select id="journal-section" on:change=section><option value="">{t.journal_any_section()}</option>{sections}</select></div>
            <div class="field"><label for="journal-from">{t.journal_from()}</label>
                <input id="journal-from" type="date" on:change=from/></div>
            <div class="field"><label for="journal-to">{t.journal_to()}</label>
                <input id="journal-to" type="date" on:change=to/></div>
        </div>
    }
}
