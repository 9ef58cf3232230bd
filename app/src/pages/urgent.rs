//! The urgent sheet: what is there, what is missing, one next step each; and its confirmation.

mod part;
mod preview;
mod state;
mod steps;

use crate::desk::use_desk;
use crate::parts::sign::{Sign, sign};
use crate::router::beside;
use crate::site_map::Page;
use crate::words::use_words;
use leptos::prelude::*;
use part::PartView;
pub(crate) use preview::UrgentPreview;
use state::State;
pub(super) use state::{Standing, standing};

/// The page.
#[component]
pub(crate) fn Urgent() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let card = beside(Page::Card).href();
    let guardian = Memo::new(move |_| desk.carnet().is_some_and(|carnet| carnet.is_guardian()));
    let parts = Memo::new(move |_| {
        desk.carnet()
            .map(|carnet| {
                let sheet = &carnet.urgent.sheet;
                (sheet.parts.clone(), sheet.confirmed.is_some())
            })
            .unwrap_or_default()
    });
    let list = move || {
        let (parts, marked) = parts.get();
        let part = |part: domain::urgent::Part| view! { <PartView part marked/> };
        parts.into_iter().map(part).collect_view()
    };
    view! {
        <div class="urgent">
            <h1 tabindex="-1">{Page::Urgent.heading(t)}</h1>
            <p>{t.urgent_lead()}</p>
            <State/>
            {move || guardian.get().then(|| view! {
                <p class="acts"><a class="go" href=card.clone()>{sign(Sign::Card)}{t.title_card()}</a></p>
            })}
            {list}
        </div>
    }
}
