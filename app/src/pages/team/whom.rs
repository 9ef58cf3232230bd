//! The questions about who somebody is: what they are to the person, their profession, how they are called.

use super::agreement::Whom;
use super::rights::Rights;
use super::say::role_word;
use crate::parts::field::Line;
use crate::words::use_words;
use domain::Term;
use domain::lists::{Profession, Profile, professions};
use leptos::prelude::*;
use store::Role;

const ROLES: [Role; 4] = [
    Role::Professional,
    Role::Relative,
    Role::Guardian,
    Role::Person,
];

/// What is being said of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    pub(super) role: RwSignal<Role>,
    /// A profile's code behind `p-`, or a profession's behind `a-`; empty while nothing is chosen.
    what: RwSignal<String>,
    pub(super) name: RwSignal<String>,
    function: RwSignal<String>,
}

impl Asked {
    pub(super) fn new() -> Self {
        Self {
            role: RwSignal::new(Role::Professional),
            what: RwSignal::new(String::new()),
            name: RwSignal::new(String::new()),
            function: RwSignal::new(String::new()),
        }
    }

    /// Begins with what is known of somebody.
    pub(super) fn begin(self, role: Role, whom: Whom) {
        self.role.set(role);
        self.name.set(whom.name);
        self.function.set(whom.function);
        self.what
            .set(match (whom.profession.is_empty(), whom.profile) {
                (false, _) => format!("a-{}", whom.profession.0),
                (true, Some(profile)) => format!("p-{}", profile.code()),
                (true, None) => String::new(),
            });
    }

    /// What was said.
    pub(super) fn whom(self) -> Whom {
        let what = self.what.get_untracked();
        let professional = self.role.get_untracked() == Role::Professional;
        let profession: Profession = what
            .strip_prefix("a-")
            .filter(|_| professional)
            .unwrap_or_default()
            .into();
        Whom {
            name: self.name.get_untracked().trim().to_owned(),
            profile: self.profile(),
            profession,
            function: self.function.get_untracked().trim().to_owned(),
        }
    }

    /// What they are proposed goes by this.
    fn profile(self) -> Option<Profile> {
        let what = self.what.get_untracked();
        match self.role.get_untracked() {
            Role::Guardian => Some(Profile::Guardian),
            Role::Person => Some(Profile::Person),
            Role::Relative => Some(Profile::Relative),
            Role::Professional => match (what.strip_prefix("a-"), what.strip_prefix("p-")) {
                (Some(code), _) => Profile::of(&code.into()),
                (_, Some(code)) => Profile::from_code(code),
                _ => None,
            },
        }
    }
}

/// The questions. What is chosen is proposed to the form beside.
#[component]
pub(super) fn WhomFields(asked: Asked, rights: Rights, missing: RwSignal<bool>) -> impl IntoView {
    let t = use_words();
    let propose = move || {
        if let Some(profile) = asked.profile() {
            rights.propose(profile);
        }
    };
    let role = move |role: Role| {
        view! {
            <label class="pick">
                <input type="radio" name="invite-role" prop:checked=move || asked.role.get() == role
                    on:change=move |_| { asked.role.set(role); propose(); }/>
                {role_word(role, t)}
            </label>
        }
    };
    let option = move |code: String, label: &'static str| {
        let value = code.clone();
        view! { <option value=value prop:selected=move || asked.what.get() == code>{label}</option> }
    };
    let others = move || {
        let others = Profile::WITHOUT_CODE.iter();
        others
            .map(|profile| option(format!("p-{}", profile.code()), profile.label(t.terms())))
            .collect_view()
    };
    let coded = move || {
        professions()
            .map(|(code, label)| option(format!("a-{code}"), label))
            .collect_view()
    };
    let pick = move |event| {
        asked.what.set(event_target_value(&event));
        propose();
    };
    let function = move || {
        asked.what.with(|what| what.starts_with("p-")).then(|| {
            view! { <Line id="invite-function" label=t.invite_function() hint=t.invite_function_hint() value=asked.function/> }
        })
    };
    view! {
        <fieldset class="field">
            <legend>{t.invite_who()}</legend>
            {ROLES.map(role).into_iter().collect_view()}
        </fieldset>
        {move || (asked.role.get() == Role::Professional).then(|| view! {
            <div class="field">
                <label for="invite-what">{t.invite_what()}</label>
                <span class="hint" id="invite-what-hint">{t.invite_what_hint()}</span>
                <select id="invite-what" aria-describedby="invite-what-hint" on:change=pick>
                    <option value="">{t.not_said()}</option>
                    <optgroup label=t.invite_around()>{others()}</optgroup>
                    <optgroup label=t.invite_professions()>{coded()}</optgroup>
                </select>
            </div>
            {function}
        })}
        <Line id="invite-name" label=t.invite_name() hint=t.invite_name_hint() value=asked.name required=true/>
        <div role="alert">{move || missing.get().then(|| view! { <p class="problem">{t.invite_name_missing()}</p> })}</div>
    }
}
