//! Copying a text to where other programs can take it from.

use super::{element, window};
use wasm_bindgen::{JsCast, JsValue};

/// Copies a text, then says whether it was. A browser may refuse, or have no such thing.
pub(crate) fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    let started = start(text);
    leptos::task::spawn_local(async move {
        let copied = match started {
            Some(promise) => wasm_bindgen_futures::JsFuture::from(promise).await.is_ok(),
            None => false,
        };
        then(copied);
    });
}

fn start(text: &str) -> Option<js_sys::Promise> {
    let get = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &JsValue::from_str(name)).ok();
    let clipboard = get(&window().navigator(), "clipboard")?;
    let write = get(&clipboard, "writeText")?
        .dyn_into::<js_sys::Function>()
        .ok()?;
    let promise = write.call1(&clipboard, &JsValue::from_str(text)).ok()?;
    promise.dyn_into::<js_sys::Promise>().ok()
}

/// Marks the whole text of a field.
pub(crate) fn choose_text(id: &str) {
    if let Some(input) = element::<web_sys::HtmlInputElement>(id) {
        input.select();
    }
}
