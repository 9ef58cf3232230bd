//! Entry point of the page in the browser. Empty for every other target, so that building the whole workspace stays
//! possible; the build tool builds it for the browser.
#![cfg(target_arch = "wasm32")]

use app::App;
use app::desk::Desk;
use leptos::prelude::provide_context;
use store::{Keeper, browser};
use wasm_bindgen::prelude::wasm_bindgen;

/// Takes over the drawn page and starts the one task that owns the keys: called once by `start.js`.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    let (keeper, task) = Keeper::start(browser::ports());
    leptos::mount::hydrate_body(move || {
        provide_context(Desk::new(keeper.clone()));
        App()
    });
    wasm_bindgen_futures::spawn_local(task);
}
