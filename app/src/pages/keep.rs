//! What those who keep the carnet decide together: a guardian removed, the carnet erased, or handed to the person of age;
//! and leaving it by oneself.

mod erase;
mod hand_over;
mod keepers;
mod kept;
mod leave;
mod measures;
mod questions;

use crate::desk::use_desk;
use crate::parts::notice::{Notice, Tone};
use crate::parts::sign::{Sign, sign};
use crate::router::beside;
use crate::site_map::Page;
use crate::words::use_words;
use erase::{Closed, Erase};
use hand_over::HandOver;
use keepers::Keepers;
use kept::Kept;
use leave::Leave;
use leptos::prelude::*;
use questions::Questions;

/// The page.
#[component]
pub(crate) fn Keep() -> impl IntoView {
    let t = use_words();
    let kept = Kept::follow(use_desk());
    let copy = StoredValue::new(beside(Page::TakeAway).href());
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
                    {move || guardian.get().then(|| view! { <Keepers kept/><HandOver kept/> })}
                    <Notice tone=Tone::Plain>
                        <p><strong>{t.keep_copy_title()}</strong></p>
                        <p>{t.keep_copy()}</p>
                        <p><a class="quiet" href=copy.get_value()>{sign(Sign::Download)}{t.keep_copy_do()}</a></p>
                    </Notice>
                    <Leave kept/>
                    {move || guardian.get().then(|| view! { <Erase kept/> })}
                }
                .into_any()
            }}
        </div>
    }
}
