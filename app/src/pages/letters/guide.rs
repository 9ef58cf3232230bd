//! What to know about a letter before it goes: to whom, how, with what, until when.

use crate::words::use_words;
use domain::letters::Template;
use leptos::prelude::*;

/// The facts of a template.
#[component]
pub(super) fn Guide(template: &'static Template) -> impl IntoView {
    let t = use_words();
    let lang = t.terms();
    let join: Vec<_> = template
        .join(lang)
        .map(|paper| view! { <li>{paper}</li> })
        .collect();
    let time = template.time(lang);
    let verified: chrono::NaiveDate = template.verified.parse().unwrap_or_default();
    view! {
        <dl class="facts">
            <dt>{t.letter_to()}</dt><dd>{template.to(lang)}</dd>
            <dt>{t.letter_means()}</dt><dd>{template.means(lang)}</dd>
            {(!join.is_empty()).then(|| view! { <dt>{t.letter_join()}</dt><dd><ul>{join}</ul></dd> })}
            {(!time.is_empty()).then(|| view! { <dt>{t.letter_time()}</dt><dd>{time}</dd> })}
        </dl>
        <p class="soft"><small>{t.mdph_source(template.source, domain::day_in_words(verified, lang))}</small></p>
    }
}
