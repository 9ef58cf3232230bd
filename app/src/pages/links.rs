//! Links for one visit: made for somebody who has no account, listed, shown again, closed.

mod form;
mod one;

use crate::desk::use_desk;
use crate::parts::around::Around;
use crate::parts::closed_links::ClosedLinks;
use crate::parts::sign::{Sign, sign};
use crate::site_map::Page;
use crate::words::use_words;
use form::LinkForm;
use leptos::prelude::*;
use one::One;
pub(crate) use one::moment;
use store::{LinkKind, LinkView, MemberId};

/// The page.
#[component]
pub(crate) fn Links() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let guardian = Memo::new(move |_| desk.carnet().is_some_and(|carnet| carnet.is_guardian()));
    let links = Memo::new(move |_| {
        let carnet = desk.carnet();
        let links = carnet
            .map(|carnet| carnet.links.clone())
            .unwrap_or_default();
        let mut links: Vec<LinkView> = links
            .iter()
            .filter(|link| link.kind == LinkKind::Read)
            .cloned()
            .collect();
        links.sort_by_key(|link| link.until);
        links
    });
    let making = RwSignal::new(false);
    // The link that was just made: its address is shown at once.
    let fresh = RwSignal::new(None::<MemberId>);
    let made = Callback::new(move |link: MemberId| {
        making.set(false);
        fresh.set(Some(link));
    });
    let list = move || {
        let links = links.get();
        if links.is_empty() {
            return view! { <div class="empty"><p>{t.links_none()}</p></div> }.into_any();
        }
        let one = |link: LinkView| {
            let new = fresh.get_untracked() == Some(link.id);
            view! { <One link new/> }
        };
        view! { <ul class="rows">{links.into_iter().map(one).collect_view()}</ul> }.into_any()
    };
    let body = move || {
        if !guardian.get() {
            return view! { <p>{t.links_guardians()}</p> }.into_any();
        }
        view! {
            {move || if making.get() {
                view! { <LinkForm made left=Callback::new(move |()| making.set(false))/> }.into_any()
            } else {
                view! {
                    <p class="acts"><button class="do" type="button" on:click=move |_| making.set(true)>{sign(Sign::Add)}{t.links_make()}</button></p>
                }
                .into_any()
            }}
            <ClosedLinks of=|kind| kind == LinkKind::Read/>
            <section class="band" aria-labelledby="links-open">
                <h2 id="links-open">{t.links_open()}</h2>
                {list}
                <p class="soft">{t.links_honest()}</p>
            </section>
        }
        .into_any()
    };
    view! {
        <div class="links">
            <h1 tabindex="-1">{Page::Links.heading(t)}</h1>
            <p class="lead">{t.links_lead()}</p>
            {body}
            <Around/>
        </div>
    }
}
