//! The module of the worker. It is not the page's, so that what decodes pictures and tells the example weighs nothing where
//! somebody only wants to read. Empty for every other target than the browser.
#![cfg(target_arch = "wasm32")]

use js_sys::Array;
use store::browser;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Does one job: called by `worker.js` for each that the page sends. See [`browser::work`].
#[wasm_bindgen]
#[allow(
    clippy::needless_pass_by_value,
    reason = "what comes from JavaScript comes by value"
)]
pub fn work(job: Array) -> JsValue {
    console_error_panic_hook::set_once();
    browser::work(&job)
}
