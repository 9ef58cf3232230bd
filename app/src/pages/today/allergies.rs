//! Allergies, always first and never folded.

use crate::lists::rows::use_rows;
use crate::parts::may::{reads, writes};
use crate::parts::sign::{Sign, sign};
use crate::router::{beside, use_place};
use crate::site_map::{Page, Place};
use crate::words::use_words;
use domain::entry::{ListKind, ListState};
use domain::lists::Certainty;
use domain::{Entry, Kind, Section, Term, view};
use leptos::prelude::*;

/// The card.
#[component]
pub(super) fn Allergies() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let place = use_place();
    let add = Place::item(t.lang(), Page::Add, &place.carnet, Kind::Allergy.code()).href();
    let health = beside(Page::Health).href();
    let (may_read, may_write) = (reads(&[Section::Health]), writes(&[Section::Health]));
    move || {
        // To who may not read the health pages, "not said" and "none" would both be untrue.
        if !may_read.get() {
            return ().into_any();
        }
        let rows = rows.get();
        let add_link = may_write.get().then(
            || view! { <a class="do" href=add.clone()>{sign(Sign::Add)}{t.add_allergy()}</a> },
        );
        match ListKind::Allergies.state(&rows) {
            ListState::NoneKnown(_) => view! {
                <section class="card" aria-labelledby="allergies-now">
                    <h2 id="allergies-now">{t.allergies()}</h2>
                    <p><span class="state done">{sign(Sign::Check)}{t.none_allergies()}</span></p>
                </section>
            }
            .into_any(),
            ListState::NotFilledIn => view! {
                <section class="card" aria-labelledby="allergies-now">
                    <h2 id="allergies-now">{t.allergies()}</h2>
                    <p>{t.allergies_unsaid()}</p>
                    <div class="acts end">{add_link}<a class="go" href=health.clone()>{t.to_health()}</a></div>
                </section>
            }
            .into_any(),
            ListState::Some(_) => {
                let line = |entry: &Entry| {
                    let Entry::Allergy(allergy) = entry else { return None };
                    let severity = allergy.severity.map(|severity| severity.label(t.terms()).to_lowercase());
                    let parts = [severity, Some(allergy.reaction.clone())];
                    let told: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
                    let told = (!told.is_empty()).then(|| format!(" – {}", told.join(t.terms().pick("\u{a0}: ", ": "))));
                    let out = allergy.certainty == Some(Certainty::RuledOut);
                    (!out).then(|| view! { <li><strong>{allergy.agent.clone()}</strong>{told}</li> })
                };
                let lines: Vec<_> = view::allergies(&rows).into_iter().filter_map(|row| line(&row.entry)).collect();
                if lines.is_empty() {
                    // All of them were ruled out: nothing to be afraid of.
                    return view! {
                        <section class="card" aria-labelledby="allergies-now">
                            <h2 id="allergies-now">{t.allergies()}</h2>
                            <p>{t.allergies_ruled_out()}</p>
                            <a class="quiet" href=health.clone()>{t.to_health()}</a>
                        </section>
                    }
                    .into_any();
                }
                view! {
                    <section class="card alert" aria-labelledby="allergies-now">
                        <h2 id="allergies-now">{sign(Sign::Danger)}" "{t.allergies()}</h2>
                        <ul>{lines}</ul>
                        <a class="quiet" href=health.clone()>{t.to_health()}</a>
                    </section>
                }
                .into_any()
            }
        }
    }
}
