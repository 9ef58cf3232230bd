//! What to know about a letter before it goes: to whom, how, with what, until when.

use crate::words::{fine, use_words};
use domain::letters::Template;
use leptos::prelude::*;

/// The facts of a template.
#[component]
pub(super) fn Guide(template: &'static Template) -> impl IntoView {
    let t = use_words();
    let lang = t.terms();
    let join: Vec<_> = template
        .join(lang)
        .map(|paper| view! { <li>{fine(paper, t)}</li> })
        .collect();
    let time = template.time(lang);
    let verified: chrono::NaiveDate = template.verified.parse().unwrap_or_default();
    view! {
        <dl class="facts">
            <dt>{t.letter_to()}</dt><dd>{fine(template.to(lang), t)}</dd>
            <dt>{t.letter_means()}</dt><dd>{fine(template.means(lang), t)}</dd>
            {(!join.is_empty()).then(|| view! { <dt>{t.letter_join()}</dt><dd><ul>{join}</ul></dd> })}
            {(!time.is_empty()).then(|| view! { <dt>{t.letter_time()}</dt><dd>{fine(time, t)}</dd> })}
        </dl>
        <p class="soft"><small>{t.mdph_source(template.source, domain::day_in_words(verified, lang))}</small></p>
    }
}
