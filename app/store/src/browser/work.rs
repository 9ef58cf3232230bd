//! What the worker does: one picture at a time, with nothing of the page but the picture's bytes.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;

use crate::images::{self, Encoded, Picture, Pictures};

/// Prepares a picture. Gives `[bytes, media type, bytes, media type]` (for reading, for lists), or `null` for what is no
/// picture that can be read here.
pub fn work(picture: Vec<u8>) -> JsValue {
    let Some(pictures) = images::prepare(&Picture { bytes: picture }) else {
        return JsValue::NULL;
    };
    let both = [pictures.reading, pictures.thumbnail].map(|Encoded { bytes, mime }| {
        let bytes: JsValue = Uint8Array::from(&bytes[..]).into();
        [bytes, JsValue::from_str(mime)]
    });
    both.into_iter().flatten().collect::<Array>().into()
}

/// Reads what [`work`] gave.
pub(super) fn done(given: &Array) -> Option<Pictures> {
    let encoded = |place: u32| {
        let bytes = super::js::view(&given.get(place))?.to_vec();
        let mime = images::mime_of(&given.get(place + 1).as_string()?)?;
        Some(Encoded { bytes, mime })
    };
    Some(Pictures {
        reading: encoded(0)?,
        thumbnail: encoded(2)?,
    })
}
