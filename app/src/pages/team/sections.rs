//! Who may see what, section by section.

use crate::words::{Words, use_words};
use domain::{Section, Term};
use leptos::prelude::*;
use store::{MemberView, section_id};

/// The list.
#[component]
pub(super) fn Sections(people: Memo<Vec<MemberView>>) -> impl IntoView {
    let t = use_words();
    let line = move |section: Section| {
        let who = people.with(|people| who(people, section, t));
        view! { <dt>{section.label(t.terms())}</dt><dd>{who}</dd> }
    };
    view! {
        <section class="band" aria-labelledby="who-sees">
            <h2 id="who-sees">{t.team_who_sees()}</h2>
            <dl class="facts card">
                {move || Section::ALL.iter().copied().map(line).collect_view()}
            </dl>
            <p class="soft">{t.team_links_too()}</p>
        </section>
    }
}

/// "Maman et Papa (écrivent), Karim (lit)".
fn who(people: &[MemberView], section: Section, t: Words) -> String {
    let now = store::Seconds(crate::browser::now_seconds());
    let names = people.iter().filter_map(|member| {
        let mut rights = member.rights.iter();
        let right = rights.find(|right| right.section == section_id(section))?;
        if right.until.is_some_and(|until| until <= now) {
            return None;
        }
        let name = match member.label.as_str() {
            "" => t.somebody(),
            name => name,
        };
        Some(if right.write {
            t.team_one_writes(name)
        } else {
            t.team_one_reads(name)
        })
    });
    let names: Vec<String> = names.collect();
    if names.is_empty() {
        t.team_nobody().to_owned()
    } else {
        names.join("\n")
    }
}
