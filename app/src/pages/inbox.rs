//! What people without an account left for the family: read, then filed in the carnet or set aside.

mod one;
mod take_in;

use crate::desk::use_desk;
use crate::parts::sign::{Sign, sign};
use crate::router::beside;
use crate::site_map::Page;
use crate::words::use_words;
use leptos::prelude::*;
use one::One;
use store::{DepositView, MemberId};

/// Which deposit: its link, and its number there.
pub(super) type Which = (MemberId, u64);

/// The page.
#[component]
pub(crate) fn Inbox() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    desk.look();
    // Compared by what they are, so that nothing that is being read is drawn anew.
    let waiting = Memo::new(move |_| {
        let carnet = desk.carnet();
        carnet
            .map(|carnet| (*carnet.inbox).clone())
            .unwrap_or_default()
    });
    let card = beside(Page::Card).href();
    let links = beside(Page::DepositLinks).href();
    let guardian = Memo::new(move |_| desk.carnet().is_some_and(|carnet| carnet.is_guardian()));
    let list = move || {
        let deposits = waiting.get();
        if deposits.is_empty() {
            return view! {
                <div class="empty">
                    <p>{t.inbox_empty()}</p>
                    <p class="acts end"><a class="go" href=card.clone()>{sign(Sign::Card)}{t.title_card()}</a></p>
                </div>
            }
            .into_any();
        }
        let one = |deposit: &DepositView| view! { <li><One deposit=deposit.clone()/></li> };
        view! { <ul class="deposits">{deposits.iter().map(one).collect_view()}</ul> }.into_any()
    };
    view! {
        <div class="inbox">
            <h1 tabindex="-1">{Page::Inbox.heading(t)}</h1>
            <p>{t.inbox_lead()}</p>
            {list}
            {move || guardian.get().then(|| view! { <p class="acts"><a class="go" href=links.clone()>{sign(Sign::Link)}{t.inbox_links()}</a></p> })}
        </div>
    }
}
