//! The questions about what somebody may see: section by section, until when, and whether the past is shown.

use super::rights::{Level, Rights, WrongEnd, latest};
use crate::desk::use_desk;
use crate::words::{Words, use_words};
use domain::{Section, Term};
use leptos::prelude::*;
use store::Role;

/// The questions.
#[component]
pub(super) fn RightsFields(
    rights: Rights,
    #[prop(into)] role: Signal<Role>,
    wrong: RwSignal<Option<WrongEnd>>,
) -> impl IntoView {
    let t = use_words();
    // Nobody can give what they cannot read themself.
    let readable = use_desk()
        .carnet_now()
        .map(|carnet| carnet.readable.clone())
        .unwrap_or_default();
    let sections: Vec<Section> = Section::ALL
        .iter()
        .copied()
        .filter(|section| readable.contains(section))
        .collect();
    let sections = StoredValue::new(sections);
    let chosen = move || {
        if role.get() == Role::Guardian {
            return view! { <p>{t.team_rights_guardian()}</p> }.into_any();
        }
        let fields = sections.get_value().into_iter();
        let fields = fields.map(|section| view! { <OneSection section rights/> });
        view! {
            <fieldset class="field">
                <legend>{t.team_rights_what()}</legend>
                <span class="hint">{t.team_rights_what_hint()}</span>
                <div class="levels">{fields.collect_view()}</div>
            </fieldset>
            <End rights role wrong/>
            <Past rights/>
        }
        .into_any()
    };
    view! { {chosen} }
}

/// What a level is called.
pub(super) fn level_word(level: Level, t: Words) -> &'static str {
    match level {
        Level::Nothing => t.team_rights_nothing(),
        Level::Read => t.team_rights_read(),
        Level::Write => t.team_rights_write(),
    }
}

#[component]
fn OneSection(section: Section, rights: Rights) -> impl IntoView {
    let t = use_words();
    let id = format!("right-{}", section.code());
    let labelled = id.clone();
    // Whoever is in the carnet must know whose it is.
    let levels = Level::ALL
        .into_iter()
        .filter(move |level| section != Section::Team || *level != Level::Nothing);
    let option = move |level: Level| {
        view! {
            <option value=level.code() prop:selected=move || rights.level(section) == level>{level_word(level, t)}</option>
        }
    };
    let set = move |event| {
        let level = Level::from_code(&event_target_value(&event));
        rights.levels.update(|levels| {
            levels.insert(section, level);
        });
    };
    view! {
        <div class="level">
            <label for=labelled>{section.label(t.terms())}</label>
            <select id=id on:change=set>{levels.map(option).collect_view()}</select>
        </div>
    }
}

#[component]
fn End(rights: Rights, role: Signal<Role>, wrong: RwSignal<Option<WrongEnd>>) -> impl IntoView {
    let t = use_words();
    let hint = move || {
        if role.get() == Role::Professional {
            t.team_rights_until_must()
        } else {
            t.team_rights_until_may()
        }
    };
    let told = move || {
        let said = match wrong.get()? {
            WrongEnd::Missing => t.team_rights_until_missing(),
            WrongEnd::Past => t.team_rights_until_past(),
            WrongEnd::TooFar => t.team_rights_until_too_far(),
        };
        Some(view! { <p class="problem">{said}</p> })
    };
    let most = latest().map(|day| day.to_string());
    view! {
        <div class="field">
            <label for="right-until">{t.team_rights_until()}</label>
            <span class="hint" id="right-until-hint">{hint}</span>
            <input id="right-until" type="date" max=most prop:value=move || rights.until.get()
                aria-describedby="right-until-hint right-until-wrong" aria-invalid=move || wrong.get().map(|_| "true")
                on:input=move |event| rights.until.set(event_target_value(&event))/>
            <div role="alert" id="right-until-wrong">{told}</div>
        </div>
    }
}

#[component]
fn Past(rights: Rights) -> impl IntoView {
    let t = use_words();
    let pick = move |later: bool, label: &'static str| {
        view! {
            <label class="pick">
                <input type="radio" name="right-past" prop:checked=move || rights.later_only.get() == later
                    on:change=move |_| rights.later_only.set(later)/>
                {label}
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend>{t.team_rights_past()}</legend>
            {pick(false, t.team_rights_past_all())}
            {pick(true, t.team_rights_past_later())}
            {move || rights.later_only.get().then(|| view! { <span class="hint">{t.team_rights_past_means()}</span> })}
        </fieldset>
    }
}
