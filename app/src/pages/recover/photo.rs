//! The sheet's QR code, photographed instead of typed. Only where the browser reads such codes.

use crate::browser::scan;
use crate::parts::sign::{Sign, sign};
use crate::words::use_words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// The button, and what became of the picture.
#[component]
pub(super) fn Photo(
    /// Is given the text of the code.
    read: Callback<String>,
) -> impl IntoView {
    let t = use_words();
    // Asked once the page runs: what is drawn beforehand is the same for everybody.
    let can = RwSignal::new(false);
    Effect::new(move |_| can.set(scan::reads_codes()));
    let unread = RwSignal::new(false);
    let taken = move |event: web_sys::Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let picture = input.files().and_then(|files| files.get(0));
        input.set_value("");
        let Some(picture) = picture else { return };
        unread.set(false);
        leptos::task::spawn_local(async move {
            match scan::read_code(&picture).await {
                Some(text) => read.run(text),
                None => {
                    unread.try_set(true);
                }
            }
        });
    };
    let button = move || {
        view! {
            <p>
                <input class="away file-in" id="sheet-photo" type="file" accept="image/*" capture="environment" on:change=taken/>
                <label class="go" for="sheet-photo">{sign(Sign::Camera)}{t.recover_photo()}</label>
            </p>
            <div role="alert">{move || unread.get().then(|| view! { <p class="problem">{t.recover_photo_unread()}</p> })}</div>
        }
    };
    move || can.get().then(button)
}
