//! Entry points of the page in the browser. Empty for every other target, so that building the whole
//! workspace stays possible; the build tool builds it for the browser.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen::prelude::wasm_bindgen;

/// Takes over the drawn page: called once by `start.js`, after the module has loaded.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_body(app::App);
}
