//! Reading a QR code off a picture, where the browser can (Barcode Detection API, W3C/WICG).

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// What the browser calls its reader.
const READER: &str = "BarcodeDetector";

/// Whether this browser can.
pub(crate) fn reads_codes() -> bool {
    Reflect::has(&window(), &JsValue::from_str(READER)).unwrap_or(false)
}

/// The text of the first QR code in a picture; none if there is none, or if it cannot be read.
pub(crate) async fn read_code(picture: &File) -> Option<String> {
    read(picture).await.ok().flatten()
}

async fn read(picture: &File) -> Result<Option<String>, JsValue> {
    let bitmap = JsFuture::from(window().create_image_bitmap_with_blob(picture)?).await?;
    let reader: Function = Reflect::get(&window(), &JsValue::from_str(READER))?.dyn_into()?;
    let wanted = Object::new();
    Reflect::set(
        &wanted,
        &JsValue::from_str("formats"),
        &Array::of1(&JsValue::from_str("qr_code")),
    )?;
    let reader = Reflect::construct(&reader, &Array::of1(&wanted))?;
    let detect: Function = Reflect::get(&reader, &JsValue::from_str("detect"))?.dyn_into()?;
    let found: Promise = detect.call1(&reader, &bitmap)?.dyn_into()?;
    let found: Array = JsFuture::from(found).await?.dyn_into()?;
    let text = Reflect::get(&found.get(0), &JsValue::from_str("rawValue")).ok();
    Ok(text.and_then(|text| text.as_string()))
}
