//! Pictures as pages of one document: turned over by buttons or arrow keys, made larger, turned upright.

use super::download::Download;
use super::opening::{Coming, Opening, best, open};
use crate::parts::notice::TroubleNotice;
use crate::parts::picture::turned;
use crate::parts::sign::{Sign, sign};
use crate::words::use_words;
use domain::FileRef;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// How large a page is shown: classes, for styles may not stand in the page.
const ZOOMS: [(&str, u32); 4] = [
    ("zoom-100", 100),
    ("zoom-150", 150),
    ("zoom-200", 200),
    ("zoom-300", 300),
];

/// The pages, one at a time.
#[component]
pub(super) fn PagesViewer(pages: Vec<FileRef>) -> impl IntoView {
    let t = use_words();
    let count = pages.len();
    let pages = StoredValue::new(pages);
    let at = RwSignal::new(0usize);
    let zoom = RwSignal::new(0usize);
    let go = move |forwards: bool| {
        let next = if forwards {
            at.get_untracked() + 1
        } else {
            at.get_untracked().wrapping_sub(1)
        };
        if next < count {
            at.set(next);
        }
    };
    let larger = move |more: bool| {
        let next = if more {
            zoom.get_untracked() + 1
        } else {
            zoom.get_untracked().wrapping_sub(1)
        };
        if next < ZOOMS.len() {
            zoom.set(next);
        }
    };
    let keys = move |event: KeyboardEvent| {
        // Enlarged, the arrows move over the page; so they turn over only at its own size.
        match event.key().as_str() {
            "ArrowRight" | "PageDown" if zoom.get_untracked() == 0 => go(true),
            "ArrowLeft" | "PageUp" if zoom.get_untracked() == 0 => go(false),
            "+" => larger(true),
            "-" => larger(false),
            _ => return,
        }
        event.prevent_default();
    };
    let said = move || t.papers_page_of(at.get() + 1, count);
    let percent = move || ZOOMS.get(zoom.get()).map_or(100, |(_, percent)| *percent);
    let page = move || {
        let at = at.get();
        pages
            .with_value(|pages| pages.get(at).cloned())
            .map(|file| view! { <Page file number=at + 1 count zoom/> })
    };
    let current = move || {
        let at = at.get();
        pages
            .with_value(|pages| pages.get(at).cloned())
            .map(|file| view! { <Download file/> })
    };
    view! {
        <section class="sheet" aria-label=t.papers_pages_region()>
            <div class="leafing">
                {(count > 1).then(|| view! {
                    <button class="go small" type="button" on:click=move |_| go(false)
                        aria-disabled=move || (at.get() == 0).then_some("true")>{sign(Sign::Back)}{t.papers_before()}</button>
                    <span class="number" role="status">{said}</span>
                    <button class="go small" type="button" on:click=move |_| go(true)
                        aria-disabled=move || (at.get() + 1 == count).then_some("true")>{t.papers_after()}{sign(Sign::Forward)}</button>
                })}
                <span class="zooming">
                    <button class="go small" type="button" on:click=move |_| larger(false)
                        aria-disabled=move || (zoom.get() == 0).then_some("true")>{sign(Sign::Smaller)}{t.papers_smaller()}</button>
                    <span class="number">{percent}" %"</span>
                    <button class="go small" type="button" on:click=move |_| larger(true)
                        aria-disabled=move || (zoom.get() + 1 == ZOOMS.len()).then_some("true")>{sign(Sign::Larger)}{t.papers_larger()}</button>
                </span>
            </div>
            <div class="leaf" tabindex="0" role="group" aria-label=t.papers_page_keys() on:keydown=keys>{page}</div>
            {current}
        </section>
    }
}

/// One page, fetched when it is looked at.
#[component]
fn Page(file: FileRef, number: usize, count: usize, zoom: RwSignal<usize>) -> impl IntoView {
    let t = use_words();
    let class = move || {
        let zoom = ZOOMS.get(zoom.get()).map_or("", |(class, _)| *class);
        format!("{} {zoom}", turned(file.rotation))
    };
    let opening = open(best(&file).clone());
    let class = Signal::derive(class);
    let alt = t.papers_page_alt(number, count);
    move || match opening.get() {
        Opening::Coming(done, total) => view! { <Coming done total/> }.into_any(),
        Opening::Here(url) => view! { <img class=class src=url alt=alt.clone()/> }.into_any(),
        Opening::Failed(trouble) => {
            view! { <TroubleNotice trouble=Signal::stored(Some(trouble))/> }.into_any()
        }
    }
}
