//! Handing an address on: to the clipboard, or to another program of the device.

use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    let found = js_sys::Reflect::get(of, &JsValue::from_str(name)).ok()?;
    (!found.is_undefined()).then_some(found)
}

/// Copies a text. False where the browser does not let pages do so.
pub(crate) async fn copy(text: &str) -> bool {
    let begin = || {
        let clipboard = get(&window().navigator(), "clipboard")?;
        let write: js_sys::Function = get(&clipboard, "writeText")?.dyn_into().ok()?;
        let begun = write.call1(&clipboard, &JsValue::from_str(text)).ok()?;
        begun.dyn_into::<js_sys::Promise>().ok()
    };
    match begin() {
        Some(begun) => wasm_bindgen_futures::JsFuture::from(begun).await.is_ok(),
        None => false,
    }
}

/// Whether this device can hand an address to a program of the person's choice.
pub(crate) fn can_share() -> bool {
    get(&window().navigator(), "share").is_some()
}

/// Hands an address with a few words to a program of the person's choice.
pub(crate) fn share(words: &str, address: &str) {
    let data = js_sys::Object::new();
    for (name, value) in [("text", words), ("url", address)] {
        let value = JsValue::from_str(value);
        if js_sys::Reflect::set(&data, &JsValue::from_str(name), &value).is_err() {
            return;
        }
    }
    let navigator = window().navigator();
    let share = get(&navigator, "share").and_then(|share| share.dyn_into().ok());
    if let Some(share) = share.map(|share: js_sys::Function| share.call1(&navigator, &data))
        && let Ok(promise) = share
        && let Ok(promise) = promise.dyn_into::<js_sys::Promise>()
    {
        // Whoever changes their mind closes the choice: nothing is wrong then.
        leptos::task::spawn_local(async move {
            let _closed = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
    }
}
