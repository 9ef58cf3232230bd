//! How far the files of a document are, as it is.

use super::super::adding::leaf::{Leaf, Way};
use super::super::adding::paper::Paper;
use super::super::adding::use_adding;
use super::super::sizes::size;
use crate::parts::sign::{Sign, sign};
use crate::troubles::{self, Told};
use crate::words::use_words;
use leptos::prelude::*;
use store::Trouble;

/// One bar for all files of the document, and what went wrong with any.
#[component]
pub(super) fn PaperProgress(paper: Paper) -> impl IntoView {
    let t = use_words();
    let total = move || {
        paper
            .leaves
            .with(|leaves| leaves.iter().map(|leaf| leaf.size).sum::<u64>())
    };
    let done = move || {
        paper
            .leaves
            .with(|leaves| leaves.iter().map(Leaf::done).sum::<u64>())
    };
    let sent = Memo::new(move |_| {
        paper
            .leaves
            .with(|leaves| leaves.iter().all(|leaf| leaf.sent().is_some()))
    });
    let waiting = move || {
        paper
            .leaves
            .with(|leaves| leaves.iter().all(|leaf| leaf.way == Way::Waiting))
    };
    let text = move || match () {
        () if waiting() => t.papers_waiting().to_owned(),
        () => t.papers_sending(size(done(), t), size(total(), t)),
    };
    let bar = move || {
        view! {
            <p class="soft number" id=format!("{}-sent", paper.prefix())>{text}</p>
            <progress max=move || total().max(1).to_string() value=move || done().to_string()
                aria-labelledby=format!("{}-sent", paper.prefix())></progress>
        }
    };
    let all_sent = move || view! { <p class="soft">{sign(Sign::Check)}" "{t.papers_sent()}</p> };
    let trouble = Memo::new(move |_| {
        paper
            .leaves
            .with(|leaves| leaves.iter().find_map(Leaf::trouble))
    });
    view! {
        {move || if sent.get() { all_sent().into_any() } else { bar().into_any() }}
        <div role="alert">{move || trouble.get().map(|trouble| view! { <Stuck trouble/> })}</div>
    }
}

/// What went wrong, and the button that tries again.
#[component]
pub(super) fn Stuck(trouble: Trouble) -> impl IntoView {
    let t = use_words();
    let adding = use_adding();
    let Told { what, means } = troubles::tell(trouble, t);
    view! {
        <div class="notice wrong">
            {sign(Sign::Caution)}
            <div>
                <p><strong>{what}</strong></p>
                <p>{means}</p>
                <p>{t.papers_nothing_lost()}</p>
                <button class="go small" type="button" on:click=move |_| adding.try_again()>{sign(Sign::Turn)}{t.papers_try_again()}</button>
            </div>
        </div>
    }
}
