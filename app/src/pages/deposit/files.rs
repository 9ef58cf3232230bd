//! Picking what is left: nothing is sent before the button is pressed.

use crate::browser::{element, files::picked};
use crate::pages::documents::sizes::size;
use crate::parts::sign::{Sign, sign};
use crate::words::use_words;
use leptos::prelude::*;
use store::PickedFile;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, HtmlInputElement};

/// Files that were picked, by a number of their own.
pub(super) type Picked = RwSignal<Vec<(usize, PickedFile)>, LocalStorage>;

/// Three buttons, a place to drop files on, and what was picked.
#[component]
pub(super) fn DepositFiles(
    files: Picked,
    /// They are being sent: nothing can be taken out.
    fixed: Memo<bool>,
) -> impl IntoView {
    let t = use_words();
    let over = RwSignal::new(false);
    let next = StoredValue::new(0_usize);
    let take = move |more: Vec<PickedFile>| {
        files.update(|files| {
            for file in more {
                let number = next.get_value();
                next.set_value(number + 1);
                files.push((number, file));
            }
        });
    };
    let chosen = move |event: Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            let more = picked(input.files());
            // The same file can be chosen again.
            input.set_value("");
            take(more);
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
    let open = |id: &'static str| {
        move |_| {
            if let Some(input) = element::<HtmlInputElement>(id) {
                input.click();
            }
        }
    };
    let row = move |(number, file): (usize, PickedFile)| {
        let remove = move |_| files.update(|files| files.retain(|(other, _)| *other != number));
        let name = file.name.clone();
        view! {
            <li>
                {sign(Sign::File)}
                <span class="grow">{file.name}" "<span class="soft number">{size(file.source.size(), t)}</span></span>
                {move || (!fixed.get()).then(|| view! {
                    <button class="quiet erase" type="button" on:click=remove>
                        {sign(Sign::Erase)}{t.remove()}<span class="away">" "{name.clone()}</span>
                    </button>
                })}
            </li>
        }
    };
    view! {
        <fieldset class="field">
            <legend>{t.deposit_files()}</legend>
            <span class="hint">{t.deposit_files_hint()}</span>
            <div class="drop" class:over=move || over.get() on:dragover=hovers on:dragleave=move |_| over.set(false) on:drop=dropped>
                <div class="acts">
                    <button class="go" type="button" on:click=open("deposit-files")>{sign(Sign::File)}{t.pick_files()}</button>
                    <button class="go" type="button" on:click=open("deposit-camera")>{sign(Sign::Camera)}{t.take_photo()}</button>
                    <button class="go" type="button" on:click=open("deposit-film")>{sign(Sign::Film)}{t.deposit_film()}</button>
                </div>
                <p class="soft not-on-phone">{t.drop_files()}</p>
                <input hidden id="deposit-files" type="file" multiple=true aria-label=t.pick_files() on:change=chosen/>
                <input hidden id="deposit-camera" type="file" accept="image/*" capture="environment" aria-label=t.take_photo() on:change=chosen/>
                <input hidden id="deposit-film" type="file" accept="video/*" capture="environment" aria-label=t.deposit_film() on:change=chosen/>
            </div>
            <ul class="pages">{move || files.get().into_iter().map(row).collect_view()}</ul>
        </fieldset>
    }
}
