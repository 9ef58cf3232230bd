//! The pages of a document that is being added: moved by buttons or by the pointer, turned, taken out.

use super::super::adding::leaf::{Leaf, moved};
use super::super::adding::paper::Paper;
use super::super::adding::use_adding;
use super::super::sizes::size;
use crate::browser;
use crate::parts::picture::turned;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::words::use_words;
use leptos::prelude::*;
use web_sys::DragEvent;

/// The pages, in their order.
#[component]
pub(super) fn Leaves(paper: Paper) -> impl IntoView {
    // The page that the pointer drags.
    let carried = RwSignal::new(None::<usize>);
    view! {
        <ol class="pages">
            <For each=move || paper.leaves.get() key=|leaf| leaf.key
                children=move |leaf| view! { <Page paper key=leaf.key name=leaf.name carried/> }/>
        </ol>
    }
}

#[component]
fn Page(paper: Paper, key: usize, name: String, carried: RwSignal<Option<usize>>) -> impl IntoView {
    let t = use_words();
    let adding = use_adding();
    let toasts = use_toasts();
    let place = move || {
        paper
            .leaves
            .with(|leaves| leaves.iter().position(|leaf| leaf.key == key))
            .unwrap_or_default()
    };
    let count = move || paper.leaves.with(Vec::len);
    let leaf = Memo::new(move |_| {
        paper.leaves.with(|leaves| {
            let leaf = leaves.iter().find(|leaf| leaf.key == key)?;
            Some((leaf.preview.clone(), leaf.turn, leaf.picture, leaf.size))
        })
    });
    let to = move |target: usize| {
        let from = place();
        paper
            .leaves
            .update(|leaves: &mut Vec<Leaf>| moved(leaves, from, target));
        toasts.say(t.papers_moved(from + 1, target + 1));
    };
    // A moved element loses the focus: it comes back to the button, for the next press.
    let step = move |forwards: bool| {
        let (from, count) = (place(), count());
        let target = if forwards {
            from + 1
        } else {
            from.wrapping_sub(1)
        };
        if target < count {
            to(target);
            let id = format!("leaf-{key}-{}", if forwards { "down" } else { "up" });
            browser::soon(move || browser::focus_id(&id));
        }
    };
    let turn = move |_| {
        paper.leaves.update(|leaves| {
            leaves
                .iter_mut()
                .filter(|leaf| leaf.key == key)
                .for_each(Leaf::turn);
        });
        toasts.say(t.papers_turned(place() + 1));
    };
    let dropped = move |event: DragEvent| {
        let from = carried.get_untracked().and_then(|key| {
            paper
                .leaves
                .with_untracked(|leaves| leaves.iter().position(|leaf| leaf.key == key))
        });
        carried.set(None);
        if let Some(from) = from {
            event.prevent_default();
            event.stop_propagation();
            let target = place();
            paper
                .leaves
                .update(|leaves: &mut Vec<Leaf>| moved(leaves, from, target));
        }
    };
    let over = move |event: DragEvent| {
        if carried.get_untracked().is_some() {
            event.prevent_default();
        }
    };
    let look = move || {
        leaf.get().map(|(preview, turn, ..)| match preview {
            Some(url) => view! { <img class=format!("thumb {}", turned(turn)) src=url alt="" draggable="false"/> }.into_any(),
            None => view! { <span class="thumb">{sign(Sign::File)}</span> }.into_any(),
        })
    };
    let picture = move || leaf.get().is_some_and(|(_, _, picture, _)| picture);
    let bytes = leaf.get_untracked().map_or(0, |(.., bytes)| bytes);
    let what = move || {
        if count() > 1 {
            t.page_number(place() + 1)
        } else {
            String::new()
        }
    };
    view! {
        <li draggable=move || (count() > 1).then_some("true") on:dragstart=move |_| carried.set(Some(key))
            on:dragend=move |_| carried.set(None) on:dragover=over on:drop=dropped>
            {look}
            <span class="grow"><strong>{what}</strong>" "<span class="soft">{name}" · "{size(bytes, t)}</span></span>
            <span class="row-acts">
                {move || (count() > 1).then(|| view! {
                    <button class="quiet" type="button" id=format!("leaf-{key}-up") on:click=move |_| step(false)
                        aria-disabled=move || (place() == 0).then_some("true")>
                        {sign(Sign::Up)}{t.move_up()}<span class="away">" "{what}</span>
                    </button>
                    <button class="quiet" type="button" id=format!("leaf-{key}-down") on:click=move |_| step(true)
                        aria-disabled=move || (place() + 1 == count()).then_some("true")>
                        {sign(Sign::Down)}{t.papers_move_down()}<span class="away">" "{what}</span>
                    </button>
                })}
                {move || picture().then(|| view! {
                    <button class="quiet" type="button" on:click=turn>
                        {sign(Sign::Turn)}{t.turn()}<span class="away">" "{what}</span>
                    </button>
                })}
                {move || (count() > 1).then(|| view! {
                    <button class="quiet erase" type="button" on:click=move |_| adding.remove(paper, key)>
                        {sign(Sign::Erase)}{t.remove()}<span class="away">" "{what}</span>
                    </button>
                })}
            </span>
        </li>
    }
}
