//! The urgent sheet as its readers see it, drawn by the very script that they get.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The script that draws it.
const SCRIPT: &str = "/urgent/sheet.js";
/// Its styles, all of them below one class.
const STYLES: &str = "/urgent/sheet.css";
/// What the script defines.
const NAME: &str = "carnetSheet";

/// Draws a bundle (FHIR, as JSON) into the element of an id, in the language of a code. False if it could not be drawn.
pub(crate) async fn draw_sheet(id: &str, bundle: &str, lang: &str) -> bool {
    draw(id, bundle, lang).await.is_ok()
}

async fn draw(id: &str, bundle: &str, lang: &str) -> Result<(), JsValue> {
    let global = js_sys::global();
    let name = JsValue::from_str(NAME);
    if !Reflect::has(&global, &name)? {
        load().await?;
    }
    let sheet = Reflect::get(&global, &name)?;
    let draw: Function = Reflect::get(&sheet, &JsValue::from_str("draw"))?.dyn_into()?;
    let element = document().get_element_by_id(id).ok_or(JsValue::NULL)?;
    let options = Object::new();
    Reflect::set(&options, &"lang".into(), &lang.into())?;
    Reflect::set(&options, &"preview".into(), &JsValue::TRUE)?;
    draw.call3(&sheet, &element, &bundle.into(), &options)?;
    Ok(())
}

/// Loads script and styles; they stay for the life of the window.
async fn load() -> Result<(), JsValue> {
    let head = document().head().ok_or(JsValue::NULL)?;
    let styles = document().create_element("link")?;
    styles.set_attribute("rel", "stylesheet")?;
    styles.set_attribute("href", STYLES)?;
    let script = document().create_element("script")?;
    script.set_attribute("src", SCRIPT)?;
    for element in [styles, script] {
        let loaded = Promise::new(&mut |resolve, reject| {
            // An event target always takes a listener; were it to refuse, the promise would wait and the page say so.
            let _ = element.add_event_listener_with_callback("load", &resolve);
            let _ = element.add_event_listener_with_callback("error", &reject);
        });
        head.append_child(&element)?;
        JsFuture::from(loaded).await?;
    }
    Ok(())
}
