//! Rights and roles in words.

use crate::browser;
use crate::words::{Words, use_words};
use domain::{Term, day_in_words};
use leptos::prelude::*;
use store::{RightView, Role, Seconds};

/// What somebody is in the carnet.
pub(crate) fn role_word(role: Role, t: Words) -> &'static str {
    match role {
        Role::Guardian => t.role_guardian(),
        Role::Person => t.role_person(),
        Role::Professional => t.role_professional(),
        Role::Relative => t.role_relative(),
    }
}

/// A moment as a day here: "3 mars 2027".
pub(crate) fn day_of(Seconds(at): Seconds, t: Words) -> String {
    let (day, _) = browser::local_moment(at);
    day_in_words(day, t.terms())
}

/// The names of sections, one after another.
fn names(rights: &[&RightView], t: Words) -> String {
    let mut names: Vec<String> = rights
        .iter()
        .filter_map(|right| right.known())
        .map(|section| section.label(t.terms()).to_lowercase())
        .collect();
    let own = rights.iter().filter(|right| right.section.is_private());
    names.extend(own.map(|_| t.team_own_section().to_owned()));
    names.join(", ")
}

/// Rights as sentences: "Peut lire et écrire : santé, agenda, jusqu'au 3 mars 2027."
#[component]
pub(crate) fn RightsInWords(rights: Vec<RightView>) -> impl IntoView {
    let t = use_words();
    let now = Seconds(browser::now_seconds());
    let mut lines: Vec<(bool, Option<Seconds>, Vec<&RightView>)> = Vec::new();
    let shown = rights
        .iter()
        .filter(|right| right.known().is_some() || right.section.is_private());
    for right in shown {
        let same = |line: &&mut (bool, Option<Seconds>, Vec<&RightView>)| {
            line.0 == right.write && line.1 == right.until
        };
        match lines.iter_mut().find(same) {
            Some((.., of)) => of.push(right),
            None => lines.push((right.write, right.until, vec![right])),
        }
    }
    lines.sort_by_key(|(write, until, _)| (!write, *until));
    if lines.is_empty() {
        return view! { <p>{t.team_sees_nothing()}</p> }.into_any();
    }
    let line = |(write, until, of): &(bool, Option<Seconds>, Vec<&RightView>)| {
        let what = names(of, t);
        let said = if *write {
            t.team_writes(what)
        } else {
            t.team_reads(what)
        };
        let ends = until.map(|until| {
            let day = day_of(until, t);
            if until <= now {
                t.team_ended(day)
            } else {
                t.team_until(day)
            }
        });
        view! { <p>{said}" "{ends}</p> }
    };
    lines.iter().map(line).collect_view().into_any()
}
