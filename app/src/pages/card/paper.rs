//! The same on a page of its own, for the wall, the school bag, the ambulance folder: everything larger, nothing left out.

use super::clear::{CardText, Clear};
use super::id1::{BOTH, both};
use crate::parts::qr::Qr;
use crate::words::{Word, Words, use_words};
use leptos::prelude::*;

/// Millimetres for each module of the code.
const MODULE: f64 = 0.9;

/// The sheet.
#[component]
pub(super) fn Paper(text: CardText) -> impl IntoView {
    let t = use_words();
    let qr = Qr::of(&text.address).map(|qr| qr.sized(t.card_qr(), MODULE));
    let how = BOTH.map(|t| {
        let steps = [t.card_step_scan(), t.card_step_read(), t.card_step_leave()];
        let typed = text.code.as_ref().map(|code| view! { <p>{t.card_step_type(&text.short)}" "<b class="mono">{code.clone()}</b></p> });
        view! {
            <div lang=t.lang().tag()>
                <h3>{t.card_how()}</h3>
                <ol>{steps.map(|step| view! { <li>{step}</li> }).into_iter().collect_view()}</ol>
                {typed}
            </div>
        }
    });
    let phone = text.phone.map(|(who, number)| {
        view! { <section><h2>{both(Words::card_call)}</h2><p class="a4-large">{who}" : "<b class="number">{number}</b></p></section> }
    });
    view! {
        <div class="a4" role="group" aria-label=t.card_sheet()>
            <p class="a4-title">{both(Words::card_urgent)}</p>
            <p class="a4-name">{text.name}</p>
            <p>{text.born}</p>
            <div class="a4-code">
                {qr}
                <div>{how.into_iter().collect_view()}</div>
            </div>
            {text.allergies.map(|clear| part(clear, Words::card_allergies, Words::card_no_allergy))}
            {text.dangers.map(|clear| part(clear, Words::card_dangers, Words::card_no_danger))}
            {phone}
        </div>
    }
}

fn part(clear: Clear, title: Word, none: Word) -> AnyView {
    let body = match clear {
        Clear::NotSaid => view! { <p>{both(Words::card_not_said)}</p> }.into_any(),
        Clear::NoneKnown => view! { <p>{both(none)}</p> }.into_any(),
        Clear::Lines(lines) => {
            let lines = lines.into_iter().map(|line| view! { <li>{line}</li> });
            view! { <ul class="a4-large">{lines.collect_view()}</ul> }.into_any()
        }
    };
    view! { <section><h2>{both(title)}</h2>{body}</section> }.into_any()
}
