//! Why a day is what it is: the rule, the counting, who says so and when that was last read.

use crate::words::use_words;
use domain::day_in_words;
use domain::rights::Reason;
use leptos::prelude::*;

/// The explanation, to unfold.
#[component]
pub(crate) fn Why(
    reason: Reason,
    /// What it is about, for those who listen.
    #[prop(into)]
    about: String,
    /// What was said of it already, which is not said again.
    #[prop(into, optional)]
    said: String,
) -> impl IntoView {
    let t = use_words();
    let lang = t.terms();
    let source = |source: &'static domain::rights::Source| {
        view! { <li><a href=source.url.as_str() target="_blank" rel="noopener noreferrer">{source.title.as_str()}</a></li> }
    };
    let sources = reason.sources();
    let any = !sources.is_empty();
    let read = match reason.verified() {
        Some(day) => t.rights_verified(day_in_words(day, lang)),
        None => t.rights_not_verified().to_owned(),
    };
    view! {
        <details class="why">
            <summary>{t.rights_why()}<span class="away">" "{about}</span></summary>
            {(said != reason.why(lang)).then(|| view! { <p>{reason.why(lang)}</p> })}
            <p class="number">{reason.counting(lang)}</p>
            {any.then(|| view! {
                <p class="soft">{t.rights_sources()}" "{read}</p>
                <ul class="soft">{sources.into_iter().map(source).collect_view()}</ul>
            })}
        </details>
    }
}
