//! One open link: for whom, until when, what it shows, its address, its end.

use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::lists::rows::use_rows;
use crate::parts::confirm::Confirm;
use crate::parts::copy::HandedOn;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::words::{Words, use_words};
use domain::{Section, Term, day_in_words};
use leptos::prelude::*;
use store::LinkView;

/// The link. `new`: it was just made, its address is asked for at once.
#[component]
pub(super) fn One(link: LinkView, new: bool) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let toasts = use_toasts();
    let asking = Doing::new(use_desk());
    let closing = Doing::new(use_desk());
    let address = RwSignal::new(None::<String>);
    let id = link.id;
    let show = move || {
        asking.start(
            async move |keeper| keeper.reading_address(id).await,
            move |shown| {
                address.set(Some(shown.as_str().to_owned()));
            },
        );
    };
    if new {
        Effect::new(move |_| show());
    }
    let close = Callback::new(move |()| {
        closing.start(
            async move |keeper| keeper.close_link(id).await,
            move |()| toasts.say(t.links_closed()),
        );
    });
    let titles = {
        let entries = link.entries.clone();
        move || {
            rows.with(|rows| {
                let chosen = rows.iter().filter(|row| entries.contains(&row.id));
                chosen
                    .map(|row| row.entry.title(t.terms()))
                    .collect::<Vec<String>>()
            })
        }
    };
    let sections = sections(&link, t);
    let label = link.label.clone();
    view! {
        <li>
            <p class="row-title">{link.label.clone()}</p>
            <p class="soft">{t.links_until(moment(link.until.0, t))}</p>
            {(!sections.is_empty()).then(|| view! { <p class="said">{sections.join(", ")}</p> })}
            {move || {
                let titles = titles();
                (!titles.is_empty()).then(|| view! {
                    <details><summary>{t.links_documents(titles.len())}</summary><ul>{titles.into_iter().map(|title| view! { <li>{title}</li> }).collect_view()}</ul></details>
                })
            }}
            {move || address.get().map(|address| view! {
                <HandedOn id=format!("link-{id}") address code=t.links_code() label=t.links_address()/>
            })}
            <TroubleNotice trouble=asking.trouble/>
            <TroubleNotice trouble=closing.trouble/>
            <div class="row-acts">
                {move || (link.has_address && address.get().is_none()).then(|| view! {
                    <button class="quiet" type="button" on:click=move |_| show()>{sign(Sign::Document)}{t.links_show()}</button>
                })}
                <Confirm id=format!("close-{id}") label=t.links_close() title=t.links_close_title(&label) means=t.links_close_means()
                    act=t.links_close_act(&label) done=close/>
            </div>
        </li>
    }
}

/// The words of what a link may read.
fn sections(link: &LinkView, t: Words) -> Vec<String> {
    let word = |section: &Section| {
        let granted = link
            .sections
            .iter()
            .any(|id| store::section_of(*id) == Some(*section));
        granted.then(|| section.label(t.terms()).to_owned())
    };
    Section::ALL.iter().filter_map(word).collect()
}

/// "12 mars 2026 à 14:05".
pub(crate) fn moment(seconds: u64, t: Words) -> String {
    let (day, time) = browser::local_moment(seconds);
    t.links_moment(day_in_words(day, t.terms()), time)
}
