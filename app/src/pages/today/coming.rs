//! What comes up, the nearest first.

use crate::browser;
use crate::lists::rows::{Row, use_rows};
use crate::words::{Words, use_words};
use chrono::Days;
use domain::due::{self, Due};
use domain::{Term, day_in_words};
use leptos::prelude::*;

/// How many are shown.
const FEW: usize = 5;
/// How far ahead is looked, in days.
const AHEAD: u64 = 366;

/// The list; nothing when nothing comes up.
#[component]
pub(super) fn ComingUp() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    move || {
        let rows = rows.get();
        let today = browser::today();
        let coming = due::all(&rows, today, today + Days::new(AHEAD));
        (!coming.is_empty()).then(|| {
            let line = |coming: &Due<'_, Row>| {
                let title = coming.row.entry.title(t.terms());
                let what = coming.what.label(t.terms());
                let day = day_in_words(coming.when.day(), t.terms());
                let far = far((coming.when.day() - today).num_days(), t);
                view! {
                    <li><p class="row-title">{title}</p><p class="said">{what}" : "{day}" "<span class="state">{far}</span></p></li>
                }
            };
            view! {
                <section class="band" aria-labelledby="coming">
                    <h2 id="coming">{t.coming_title()}</h2>
                    <ul class="rows">{coming.iter().take(FEW).map(line).collect_view()}</ul>
                </section>
            }
        })
    }
}

/// "aujourd'hui", "demain", "dans 12 jours".
fn far(days: i64, t: Words) -> String {
    match days {
        ..=0 => t.is_today().to_owned(),
        1 => t.is_tomorrow().to_owned(),
        days => t.in_days(days),
    }
}
