//! Pictures that the browser draws for us.

use js_sys::{Promise, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

/// Points of the picture for each unit of the drawing: sharp on paper.
const SHARP: f64 = 2.0;

/// An SVG drawing as PNG; none if the browser cannot draw it.
pub(crate) async fn png(svg: &str, width: f64, height: f64) -> Option<Vec<u8>> {
    let url = super::object_url(svg.as_bytes(), "image/svg+xml")?;
    let drawn = draw(&url, width * SHARP, height * SHARP).await;
    super::forget_url(&url);
    drawn.ok()
}

async fn draw(url: &str, width: f64, height: f64) -> Result<Vec<u8>, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a size in pixels"
    )]
    {
        canvas.set_width(width as u32);
        canvas.set_height(height as u32);
    }
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    let made = Promise::new(&mut |done, failed| {
        let taken = Closure::once_into_js(move |blob: JsValue| done.call1(&JsValue::NULL, &blob));
        if let Err(error) = canvas.to_blob(taken.unchecked_ref()) {
            // Nobody hears that the failure could not be told: the promise then stays open, as it would without it.
            let _ = failed.call1(&JsValue::NULL, &error);
        }
    });
    let blob: Blob = JsFuture::from(made).await?.dyn_into()?;
    let buffer = JsFuture::from(blob.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
