//! The urgent card: made in one step, printed, looked after.

mod clear;
mod id1;
mod made;
mod make;
mod openings;
mod options;
mod paper;
mod printed;
mod words;

use crate::desk::use_desk;
use crate::parts::sign::{Sign, sign};
use crate::router::beside;
use crate::site_map::Page;
use crate::words::use_words;
use leptos::prelude::*;
use made::Made;
use make::MakeCard;

/// The page.
#[component]
pub(crate) fn Card() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let back = beside(Page::Urgent).href();
    let guardian = Memo::new(move |_| desk.carnet().is_some_and(|carnet| carnet.is_guardian()));
    let made = Memo::new(move |_| {
        desk.carnet()
            .is_some_and(|carnet| carnet.urgent.card.is_some())
    });
    let shown = move || match (made.get(), guardian.get()) {
        (true, _) => view! { <Made/> }.into_any(),
        (false, true) => view! { <MakeCard/> }.into_any(),
        (false, false) => view! { <p>{t.card_only_guardians()}</p> }.into_any(),
    };
    view! {
        <div class="urgent">
            <p class="not-on-paper"><a class="quiet" href=back>{sign(Sign::Back)}{t.title_urgent()}</a></p>
            <h1 tabindex="-1" class="not-on-paper">{Page::Card.heading(t)}</h1>
            {shown}
        </div>
    }
}
