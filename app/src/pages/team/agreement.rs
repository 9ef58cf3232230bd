//! The questions about the agreement: whose it is, how it was given, in which words.

use super::rights::Rights;
use crate::browser;
use crate::desk::Desk;
use crate::words::use_words;
use domain::Term;
use domain::entry::Consent;
use domain::lists::{ConsentBy, ConsentForm, Profession, Profile};
use leptos::prelude::*;
use store::Role;

/// The longest text, in characters.
const LONGEST: usize = 20_000;

/// What is being said about the agreement.
#[derive(Clone, Copy, Debug)]
pub(super) struct Agreed {
    by: RwSignal<Option<ConsentBy>>,
    form: RwSignal<Option<ConsentForm>>,
    words: RwSignal<String>,
}

/// Who is let in, as far as an agreement says it.
#[derive(Clone, Debug, Default)]
pub(super) struct Whom {
    pub(super) name: String,
    pub(super) profile: Option<Profile>,
    pub(super) profession: Profession,
    pub(super) function: String,
}

impl Agreed {
    pub(super) fn new() -> Self {
        Self {
            by: RwSignal::new(None),
            form: RwSignal::new(None),
            words: RwSignal::new(String::new()),
        }
    }

    /// The agreement, as of today.
    pub(super) fn consent(self, whom: Whom, role: Role, rights: Rights, desk: Desk) -> Consent {
        let me = desk
            .carnet_now()
            .and_then(|carnet| carnet.myself().cloned());
        let until = rights.until.get_untracked();
        let ends = role != Role::Guardian;
        Consent {
            allowed_to: whom.name,
            profile: whom.profile,
            profession: whom.profession,
            function: whom.function,
            allowed: rights.allowed(role),
            date: Some(browser::today()),
            until: ends.then(|| until.parse().ok()).flatten(),
            consent_by: self.by.get_untracked(),
            allowed_by: me.map(|me| me.label).unwrap_or_default(),
            consent_form: self.form.get_untracked(),
            consent_words: self.words.get_untracked().trim().to_owned(),
            ..Consent::default()
        }
    }
}

/// The questions.
#[component]
pub(super) fn AgreementFields(agreed: Agreed) -> impl IntoView {
    let t = use_words();
    view! {
        <fieldset class="field">
            <legend>{t.agreement()}</legend>
            <span class="hint">{t.agreement_why()}</span>
            <fieldset class="field">
                <legend>{t.agreement_by()}</legend>
                {radios("agreement-by", agreed.by)}
            </fieldset>
            <fieldset class="field">
                <legend>{t.agreement_form()}</legend>
                {radios("agreement-form", agreed.form)}
            </fieldset>
            <div class="field">
                <label for="agreement-words">{t.agreement_words()}</label>
                <span class="hint" id="agreement-words-hint">{t.agreement_words_hint()}</span>
                <textarea id="agreement-words" rows="3" maxlength=LONGEST.to_string() aria-describedby="agreement-words-hint"
                    prop:value=move || agreed.words.get()
                    on:input=move |event| agreed.words.set(event_target_value(&event))></textarea>
            </div>
        </fieldset>
    }
}

fn radios<T: Term + Send + Sync>(name: &'static str, chosen: RwSignal<Option<T>>) -> impl IntoView {
    let t = use_words();
    let one = move |term: T| {
        view! {
            <label class="pick">
                <input type="radio" name=name prop:checked=move || chosen.get() == Some(term)
                    on:change=move |_| chosen.set(Some(term))/>
                {term.label(t.terms())}
            </label>
        }
    };
    T::ALL.iter().copied().map(one).collect_view()
}
