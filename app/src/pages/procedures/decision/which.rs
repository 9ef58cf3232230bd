//! Which rights the decision is about.

use super::{Line, Onwards, Writing};
use crate::browser;
use crate::parts::sign::{Sign, sign};
use crate::words::use_words;
use domain::Term;
use domain::entry::Entitlement;
use domain::lists::Right;
use leptos::prelude::*;

#[component]
pub(super) fn Which(writing: Writing) -> impl IntoView {
    let t = use_words();
    let wrong = RwSignal::new(false);
    let ready = Callback::new(move |()| {
        let none = writing
            .written
            .with_untracked(|written| written.lines.is_empty());
        wrong.set(none);
        if none {
            browser::focus_id("question");
        }
        !none
    });
    let choice = move |right: &Right| {
        let right = *right;
        let is_it = move |line: &Line| line.own.right == Some(right);
        let toggle = move |event| {
            let on = event_target_checked(&event);
            wrong.set(false);
            writing.change(|written| {
                if !on {
                    written.lines.retain(|line| !is_it(line));
                } else if !written.lines.iter().any(is_it) {
                    let same = !written.lines.is_empty();
                    let own = Entitlement {
                        right: Some(right),
                        ..Entitlement::default()
                    };
                    written.lines.push(Line { own, same });
                }
                // The first one has dates of its own.
                if let Some(first) = written.lines.first_mut() {
                    first.same = false;
                }
            });
        };
        view! {
            <label class="chip" title=right.label(t.terms())>
                <input type="checkbox" prop:checked=move || writing.written.with(|written| written.lines.iter().any(is_it)) on:change=toggle/>
                {right.short(t.terms())}
            </label>
        }
    };
    view! {
        <h2 id="question" tabindex="-1">{t.decision_which()}</h2>
        <p class="soft">{t.decision_which_why()}</p>
        <div role="alert">
            {move || wrong.get().then(|| view! { <p class="problem">{sign(Sign::Caution)}<span>{t.decision_which_missing()}</span></p> })}
        </div>
        <fieldset class="chips"><legend class="away">{t.decision_which()}</legend>{Right::ALL.iter().map(choice).collect_view()}</fieldset>
        <Onwards writing label=t.decision_on() ready/>
    }
}
