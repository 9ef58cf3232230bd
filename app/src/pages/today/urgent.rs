//! The urgent sheet and its card, as they stand today; and what was left for the family.

use crate::desk::use_desk;
use crate::pages::urgent::{Standing, standing};
use crate::parts::notice::{Notice, Tone};
use crate::parts::sign::{Sign, sign};
use crate::router::beside;
use crate::site_map::Page;
use crate::words::{Words, use_words};
use domain::Section;
use leptos::prelude::*;
use store::CarnetView;

/// What is told about the card.
#[derive(Clone, Debug, PartialEq)]
struct Told {
    standing: Standing,
    said: Vec<String>,
    guardian: bool,
    card: bool,
    swapped: bool,
    reprint: bool,
    out_of_date: bool,
    news: usize,
    waiting: usize,
}

fn told(carnet: &CarnetView, t: Words) -> Told {
    let card = carnet.urgent.card.as_ref();
    let (standing, said) = standing(&carnet.urgent.sheet, t);
    Told {
        standing,
        said,
        guardian: carnet.is_guardian(),
        card: card.is_some(),
        swapped: card.is_some_and(|card| card.swapped),
        reprint: card.is_some_and(|card| card.reprint),
        out_of_date: card.is_some_and(|card| card.out_of_date),
        news: card.map_or(0, |card| card.times),
        waiting: carnet.inbox.len(),
    }
}

/// The notices about openings and deposits, then the card.
#[component]
pub(super) fn UrgentNow() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    desk.look();
    // Who may not read the urgent page would be told what is missing from it for them alone.
    let told = Memo::new(move |_| {
        let carnet = desk.carnet();
        carnet
            .filter(|carnet| carnet.may_read(Section::Urgent))
            .map(|carnet| told(&carnet, t))
    });
    let [sheet, preview, card, inbox] =
        [Page::Urgent, Page::UrgentPreview, Page::Card, Page::Inbox]
            .map(|page| beside(page).href());
    let hrefs = StoredValue::new((sheet, preview, card, inbox));
    move || {
        let told = told.get()?;
        let (sheet, preview, card, inbox) = hrefs.get_value();
        let news = count(told.news, t.now_urgent_news_one(), |count| {
            t.now_urgent_news(count)
        });
        let waiting = count(told.waiting, t.now_inbox_one(), |count| t.now_inbox(count));
        let to_card = card.clone();
        let news = news.map(|said| view! {
            <Notice tone=Tone::Plain><p>{said}</p><p><a class="quiet" href=to_card>{t.now_urgent_who()}</a></p></Notice>
        });
        let waiting = waiting.map(|said| view! {
            <Notice tone=Tone::Plain><p>{said}</p><p><a class="quiet" href=inbox>{t.now_inbox_read()}</a></p></Notice>
        });
        let begun = told.card || told.standing != Standing::Never;
        let lines = if begun {
            told.said.clone()
        } else {
            vec![t.now_urgent_none().to_owned()]
        };
        let mut wrong: Vec<&'static str> = Vec::new();
        for (is, said) in [
            (told.swapped, t.card_swapped()),
            (told.reprint, t.card_reprint()),
            (told.out_of_date, t.card_out_of_date()),
            (begun && !told.card && told.guardian, t.now_urgent_no_card()),
        ] {
            if is {
                wrong.push(said);
            }
        }
        let (class, href, icon, label) = match (begun, told.standing) {
            (false, _) if told.guardian => ("do", sheet, Sign::Urgent, t.now_urgent_begin()),
            (true, Standing::Well) => ("go", sheet, Sign::Urgent, t.title_urgent()),
            (true, _) if told.guardian => ("do", preview, Sign::Check, t.urgent_confirm_go()),
            _ => ("go", sheet, Sign::Urgent, t.title_urgent()),
        };
        let done = told.standing == Standing::Well;
        let line = move |said: String| {
            if done {
                view! { <p><span class="state done">{sign(Sign::Check)}{said}</span></p> }
                    .into_any()
            } else {
                view! { <p>{said}</p> }.into_any()
            }
        };
        let warn = |said: &'static str| view! { <p class="warn">{sign(Sign::Caution)}<span>{said}</span></p> };
        Some(view! {
            {news}
            {waiting}
            <section class="card" aria-labelledby="urgent-now">
                <h2 id="urgent-now">{t.title_urgent()}</h2>
                {lines.into_iter().map(line).collect_view()}
                {wrong.into_iter().map(warn).collect_view()}
                <div class="acts end">
                    <a class=class href=href>{sign(icon)}{label}</a>
                    {(begun && told.guardian).then(|| view! { <a class="go" href=card>{sign(Sign::Card)}{t.title_card()}</a> })}
                </div>
            </section>
        })
    }
}

/// A sentence for one, another for several.
fn count(number: usize, one: &'static str, many: impl Fn(usize) -> String) -> Option<String> {
    match number {
        0 => None,
        1 => Some(one.to_owned()),
        number => Some(many(number)),
    }
}
