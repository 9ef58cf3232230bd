//! Reading what JavaScript hands over without trusting its shape, and timers.

use js_sys::{Array, ArrayBuffer, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A property that is there: not missing, not `undefined`, not `null`.
pub(super) fn get(value: &JsValue, name: &str) -> Option<JsValue> {
    if !value.is_object() && !value.is_function() {
        return None;
    }
    let found = Reflect::get(value, &JsValue::from_str(name)).ok()?;
    (!found.is_undefined() && !found.is_null()).then_some(found)
}

/// A property that is a text.
pub(super) fn text(value: &JsValue, name: &str) -> Option<String> {
    get(value, name)?.as_string()
}

/// A value that is an array.
pub(super) fn array(value: &JsValue) -> Option<Array> {
    value.dyn_ref().cloned()
}

/// Sets a property of an object that was made here.
pub(super) fn set(object: &JsValue, name: &str, value: &JsValue) {
    // It fails for frozen objects only; ours are not.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// Calls a method, if there is one of that name.
pub(super) fn call(
    object: &JsValue,
    name: &str,
    arguments: &[JsValue],
) -> Result<JsValue, JsValue> {
    let method: Function = get(object, name).ok_or(JsValue::UNDEFINED)?.dyn_into()?;
    method.apply(object, &arguments.iter().collect())
}

/// Calls a method and waits for the promise that it gives.
pub(super) async fn call_and_wait(
    object: &JsValue,
    name: &str,
    arguments: &[JsValue],
) -> Result<JsValue, JsValue> {
    let promise: Promise = call(object, name, arguments)?.dyn_into()?;
    JsFuture::from(promise).await
}

/// A view of the bytes behind an `ArrayBuffer` or any view of one: the same memory, no copy.
pub(super) fn view(value: &JsValue) -> Option<Uint8Array> {
    if let Some(buffer) = value.dyn_ref::<ArrayBuffer>() {
        return Some(Uint8Array::new(buffer));
    }
    let buffer: ArrayBuffer = get(value, "buffer")?.dyn_into().ok()?;
    let number = |name| get(value, name).and_then(|number| whole(&number));
    Some(Uint8Array::new_with_byte_offset_and_length(
        &buffer,
        number("byteOffset")?,
        number("byteLength")?,
    ))
}

/// A property that is bytes, copied.
pub(super) fn bytes(value: &JsValue, name: &str) -> Option<Vec<u8>> {
    Some(view(&get(value, name)?)?.to_vec())
}

pub(super) fn whole(number: &JsValue) -> Option<u32> {
    let number = number.as_f64()?;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked in the line before"
    )]
    let whole = (number >= 0.0 && number <= f64::from(u32::MAX)).then_some(number as u32);
    whole
}

/// The global object: the window of a page, the scope of a worker.
pub(super) fn global() -> JsValue {
    js_sys::global().into()
}

/// Does something once after some time; dropping it before is as good as never having asked.
pub(super) struct Timer {
    id: JsValue,
    _act: Closure<dyn FnMut()>,
}

impl Timer {
    pub(super) fn start(milliseconds: u32, act: impl FnOnce() + 'static) -> Self {
        let act = Closure::once(act);
        let arguments = [act.as_ref().clone(), JsValue::from(milliseconds)];
        let id = call(&global(), "setTimeout", &arguments).unwrap_or(JsValue::UNDEFINED);
        Self { id, _act: act }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        // To clear a timer that has ended is no error.
        let _ = call(&global(), "clearTimeout", std::slice::from_ref(&self.id));
    }
}
