//! Where files come from: the device, the camera, or a drop on the page.

use crate::browser::{element, files::picked};
use crate::parts::sign::{Sign, sign};
use crate::words::use_words;
use leptos::prelude::*;
use store::PickedFile;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, HtmlInputElement};

/// Two buttons and a place to drop files on. `lead`: it is the main thing on the page.
#[component]
pub(super) fn Picker(
    #[prop(into)] id: String,
    taken: Callback<Vec<PickedFile>>,
    #[prop(default = false)] lead: bool,
    /// Only pictures: pages of one document.
    #[prop(default = false)]
    pages: bool,
) -> impl IntoView {
    let t = use_words();
    let over = RwSignal::new(false);
    let take = move |files: Vec<PickedFile>| {
        if !files.is_empty() {
            taken.run(files);
        }
    };
    let chosen = move |event: Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            let files = picked(input.files());
            // The same file can be chosen again.
            input.set_value("");
            take(files);
        }
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        take(picked(
            event.data_transfer().and_then(|carried| carried.files()),
        ));
    };
    let hovers = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let open = |id: String| {
        move |_| {
            if let Some(input) = element::<HtmlInputElement>(&id) {
                input.click();
            }
        }
    };
    let camera = format!("{id}-camera");
    let accept = if pages { "image/*" } else { "" };
    let (files_label, photo_label) = if pages {
        (t.papers_more_pages(), t.papers_photograph_page())
    } else {
        (t.papers_choose(), t.papers_photograph())
    };
    let buttons = if lead {
        ("do", "go")
    } else {
        ("go small", "go small")
    };
    view! {
        <div class=if lead { "drop" } else { "drop little" } class:over=move || over.get()
            on:dragover=hovers on:dragleave=move |_| over.set(false) on:drop=dropped>
            <div class="acts">
                <button class=buttons.0 type="button" on:click=open(id.clone())>{sign(Sign::File)}{files_label}</button>
                <button class=buttons.1 type="button" on:click=open(camera.clone())>{sign(Sign::Camera)}{photo_label}</button>
            </div>
            {lead.then(|| view! { <p class="soft not-on-phone">{t.papers_drop()}</p> })}
            <input hidden id=id type="file" multiple=true accept=accept aria-label=files_label on:change=chosen/>
            <input hidden id=camera type="file" accept="image/*" capture="environment" aria-label=photo_label on:change=chosen/>
        </div>
    }
}
