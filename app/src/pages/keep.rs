//! What those who keep the carnet decide together: a guardian removed, the carnet erased, or handed to the person of age;
//! and leaving it by oneself.

mod asked;
mod erase;
mod hand_over;
mod keepers;
mod kept;
mod leave;
mod measures;
mod own_copy;
mod questions;

use crate::desk::use_desk;
use crate::parts::around::Around;
use crate::site_map::Page;
use crate::words::use_words;
pub(crate) use asked::Asked;
use erase::{Closed, Erase};
use hand_over::HandOver;
use keepers::Keepers;
use kept::Kept;
use leave::Leave;
use leptos::prelude::*;
use own_copy::OwnCopy;
use questions::Questions;

/// The page.
#[component]
pub(crate) fn Keep() -> impl IntoView {
    let t = use_words();
    let kept = Kept::follow(use_desk());
    let lead = move || {
        kept.with(|kept| match (kept.guardian, kept.keepers.len()) {
            (false, _) => t.keep_guest_lead(kept.names(t)),
            (true, 1) => t.keep_alone_lead().to_owned(),
            (true, _) => t.keep_lead().to_owned(),
        })
    };
    let closed = Memo::new(move |_| kept.with(|kept| kept.closed));
    let guardian = Memo::new(move |_| kept.with(|kept| kept.guardian));
    view! {
        <div class="keep">
            <h1 tabindex="-1">{Page::Keep.heading(t)}</h1>
            {move || if closed.get() {
                view! { <Closed/> }.into_any()
            } else {
                view! {
                    <p class="lead">{lead}</p>
                    <Questions kept/>
                    <OwnCopy/>
                    {move || guardian.get().then(|| view! { <Keepers kept/><HandOver kept/> })}
                    <Leave kept/>
                    {move || guardian.get().then(|| view! { <Erase kept/> })}
                    <Around/>
                }
                .into_any()
            }}
        </div>
    }
}
