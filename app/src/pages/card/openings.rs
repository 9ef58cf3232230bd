//! Who opened the card: when, from where roughly, and who they say they are. It is the server's word.

use crate::desk::use_desk;
use crate::parts::sign::{Sign, sign};
use crate::parts::when;
use crate::words::{Words, use_words};
use leptos::prelude::*;
use store::{Act, JournalLine};

/// How many are seen at once.
const FEW: usize = 5;

/// The list. What is new since the last visit is marked on this one, and known from then on.
#[component]
pub(super) fn Openings() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    desk.look();
    let lines = Memo::new(move |_| {
        let carnet = desk.carnet()?;
        let card = carnet.urgent.card.as_ref()?;
        Some((*card.opened).clone())
    });
    let new = desk
        .carnet_now()
        .and_then(|carnet| carnet.urgent.card.as_ref().map(|card| card.news))
        .unwrap_or_default();
    Effect::new(move |_| {
        if new > 0 {
            desk.ask(async |keeper| keeper.urgent_seen().await, |_| ());
        }
    });
    let list = move || {
        let lines = lines.get().unwrap_or_default();
        let told: Vec<(bool, String, &JournalLine)> = lines
            .iter()
            .filter_map(|line| Some((line, told(&line.act, t)?)))
            .enumerate()
            .map(|(place, (line, told))| (place < new, told, line))
            .collect();
        if told.is_empty() {
            return view! { <p>{t.card_never_opened()}</p> }.into_any();
        }
        let row = |(new, told, line): &(bool, String, &JournalLine)| {
            let mark =
                new.then(|| view! { " "<span class="state caution">{t.card_opening_new()}</span> });
            view! { <li><p class="row-title">{when::moment(line.at.0, t)}{mark}</p><p class="said">{told.clone()}</p></li> }
        };
        let rest = told.iter().skip(FEW).map(row).collect_view();
        let more = (told.len() > FEW).then(|| {
            view! { <details><summary>{t.earlier_ones(told.len() - FEW)}</summary><ul class="rows">{rest}</ul></details> }
        });
        view! { <ul class="rows">{told.iter().take(FEW).map(row).collect_view()}</ul>{more} }
            .into_any()
    };
    view! {
        <section class="band" aria-labelledby="openings">
            <h2 id="openings">{sign(Sign::History)}" "{t.card_openings()}</h2>
            {list}
            <p class="soft">{t.card_openings_word()}</p>
        </section>
    }
}

/// One line in words; none for what is not about the card.
fn told(act: &Act, t: Words) -> Option<String> {
    match act {
        Act::Opened { origin, reader, .. } => {
            let from = if origin.is_empty() {
                String::new()
            } else {
                t.card_opened_from(origin)
            };
            Some(match reader {
                Some(reader) => {
                    format!("{}\n{from}", t.card_opened_by(&reader.name, &reader.place))
                }
                None => format!("{}\n{from}", t.card_opened()),
            })
        }
        Act::OpenedMore { times } => Some(t.card_opened_more(times)),
        Act::WrongPasscode => Some(t.card_wrong_passcode().to_owned()),
        _ => None,
    }
}
