//! The card itself: 85.6 × 54 mm (ISO/IEC 7810 ID-1), front and back side by side, to be cut out and folded.

use super::clear::{CardText, Clear, Fitted, fit};
use crate::parts::qr::Qr;
use crate::site_map::Lang;
use crate::words::{Words, use_words};
use leptos::prelude::*;

/// The side that the QR code takes on the card, its border included, in millimetres.
const SIDE: f64 = 41.0;
/// The smallest module that a telephone reads off a worn card, in millimetres.
const SMALLEST: f64 = 0.5;
/// The largest that is of use, in millimetres.
const LARGEST: f64 = 0.62;

/// Both languages: whoever finds a card reads one of them.
pub(super) const BOTH: [Words; 2] = [Words(Lang::Fr), Words(Lang::En)];

/// Front and back with their cut marks.
#[component]
pub(super) fn Id1(text: CardText) -> impl IntoView {
    let t = use_words();
    view! {
        <div class="id1-sheet">
            <p class="on-paper">{t.card_cut()}</p>
            <div class="id1-cut">
                <Front text=text.clone()/>
                <Back text/>
            </div>
        </div>
    }
}

#[component]
fn Front(text: CardText) -> impl IntoView {
    let t = use_words();
    let qr = Qr::of(&text.address).map(|qr| {
        let module = (SIDE / f64::from(qr.modules)).clamp(SMALLEST, LARGEST);
        qr.sized(t.card_qr(), module)
    });
    let how = BOTH.map(|t| view! { <p lang=t.lang().tag()>{t.card_scan()}</p> });
    let code = text.code.map(|code| {
        view! {
            <p class="id1-typed">
                <span>{both(Words::card_no_camera)}</span>
                <b>{text.short}</b>
                <b class="mono">{code}</b>
            </p>
        }
    });
    view! {
        <div class="id1" role="group" aria-label=t.card_front()>
            {qr}
            <div class="id1-words">
                <p class="id1-title">{BOTH[0].card_urgent()}<small lang="en">{BOTH[1].card_urgent()}</small></p>
                <p class="id1-name">{text.name}</p>
                <p>{text.born}</p>
                {how.into_iter().collect_view()}
                {code}
            </div>
        </div>
    }
}

#[component]
fn Back(text: CardText) -> impl IntoView {
    let t = use_words();
    let lines = |clear: &Option<Clear>| match clear {
        Some(Clear::Lines(lines)) => lines.clone(),
        _ => Vec::new(),
    };
    let (allergies, dangers) = fit(&lines(&text.allergies), &lines(&text.dangers));
    let nothing = text.allergies.is_none() && text.dangers.is_none();
    let phone = text.phone.map(|(who, number)| {
        view! { <p class="id1-phone"><span>{both(Words::card_call)}" : "{who}</span><b class="number">{number}</b></p> }
    });
    view! {
        <div class="id1 back" role="group" aria-label=t.card_back()>
            {text.allergies.map(|clear| part(clear, allergies, Words::card_allergies, Words::card_no_allergy))}
            {text.dangers.map(|clear| part(clear, dangers, Words::card_dangers, Words::card_no_danger))}
            {nothing.then(|| BOTH.map(|t| view! { <p lang=t.lang().tag()>{t.card_scan_for_all()}</p> }).into_iter().collect_view())}
            {phone}
        </div>
    }
}

/// One list, under its name in both languages.
fn part(
    clear: Clear,
    fitted: Fitted,
    title: crate::words::Word,
    none: crate::words::Word,
) -> AnyView {
    let heading = view! { <p class="id1-part">{both(title)}</p> };
    let body = match clear {
        Clear::NotSaid => said(Words::card_not_said),
        Clear::NoneKnown => said(none),
        Clear::Lines(_) => {
            let left = (fitted.left_out > 0).then(
                || view! { <li>{BOTH.map(|t| t.card_more(fitted.left_out)).join(" / ")}</li> },
            );
            let lines = fitted
                .lines
                .into_iter()
                .map(|line| view! { <li>{line}</li> });
            view! { <ul>{lines.collect_view()}{left}</ul> }.into_any()
        }
    };
    view! { <div class="id1-list">{heading}{body}</div> }.into_any()
}

/// One sentence in both languages.
fn said(word: crate::words::Word) -> AnyView {
    view! { <p>{both(word)}</p> }.into_any()
}

/// A word in both languages, once where they say the same.
pub(super) fn both(word: crate::words::Word) -> AnyView {
    let [french, english] = BOTH.map(word);
    if french == english {
        return french.into_any();
    }
    view! { {french}" / "<span lang="en">{english}</span> }.into_any()
}
