//! The browser's own question, whether this site may show reminders.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Asks the person. It must be called while a click is being answered: browsers ask nobody who did nothing. None where there
/// is no such question.
pub(crate) fn ask() -> Option<Promise> {
    let get = |value: &JsValue, name: &str| Reflect::get(value, &JsValue::from_str(name)).ok();
    let class = get(&js_sys::global(), "Notification")?;
    let ask: Function = get(&class, "requestPermission")?.dyn_into().ok()?;
    ask.call0(&class).ok()?.dyn_into().ok()
}

/// Whether the person said yes.
pub(crate) async fn said_yes(asked: Option<Promise>) -> bool {
    let Some(asked) = asked else { return false };
    let answer = JsFuture::from(asked).await.ok();
    answer.and_then(|answer| answer.as_string()).as_deref() == Some("granted")
}
