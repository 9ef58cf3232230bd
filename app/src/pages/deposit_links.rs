//! Deposit links: given to people whom the family knows, so that they leave reports and films without an account.

mod make;
mod one;

use crate::browser;
use crate::desk::use_desk;
use crate::parts::closed_links::ClosedLinks;
use crate::parts::sign::{Sign, sign};
use crate::router::beside;
use crate::site_map::Page;
use crate::words::use_words;
use leptos::ev;
use leptos::prelude::*;
use make::Make;
use one::One;
use store::LinkKind;

/// The page.
#[component]
pub(crate) fn DepositLinks() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let guardian = Memo::new(move |_| desk.carnet().is_some_and(|carnet| carnet.is_guardian()));
    let links = Memo::new(move |_| {
        let carnet = desk.carnet();
        carnet
            .map(|carnet| (*carnet.deposit_links).clone())
            .unwrap_or_default()
    });
    Effect::new(move |_| {
        let after = window_event_listener(ev::afterprint, |_| browser::print_whole());
        on_cleanup(move || after.remove());
    });
    // The one that was just made stands open.
    let fresh = RwSignal::new(None);
    let list = move || {
        let any = links.with(|links| !links.is_empty());
        any.then(|| {
            view! {
                <h2 class="not-on-paper">{t.deposit_links_open()}</h2>
                <ul class="deposits">
                    <For each=move || links.get() key=|link| (link.link, link.known_outside, link.address.clone())
                        children=move |link| view! { <li><One link fresh/></li> }/>
                </ul>
            }
        })
    };
    let shown = move || {
        if guardian.get() {
            view! {
                <div class="not-on-paper"><ClosedLinks of=|kind| kind == LinkKind::Deposit/></div>
                {list}
                <Make fresh/>
            }
            .into_any()
        } else {
            view! { <p>{t.deposit_links_only_guardians()}</p> }.into_any()
        }
    };
    view! {
        <div class="deposit-links">
            <p class="not-on-paper"><a class="quiet" href=beside(Page::Inbox).href()>{sign(Sign::Back)}{t.title_inbox()}</a></p>
            <h1 tabindex="-1" class="not-on-paper">{Page::DepositLinks.heading(t)}</h1>
            <p class="not-on-paper">{t.deposit_links_lead()}</p>
            {shown}
        </div>
    }
}
