//! A still of a film, taken by the browser that can play it.

use js_sys::{Array, Promise, Reflect};
use leptos::prelude::*;
use store::files::Pixels;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, EventTarget, File, HtmlCanvasElement, HtmlVideoElement};

/// How long the browser may take for each step, in milliseconds.
const PATIENCE: i32 = 8_000;
/// Where in the film, in seconds: the very first picture is often black.
const PLACE: f64 = 1.0;
/// The longer side of the still, in pixels.
const SIDE: f64 = 960.0;

/// A still of a film. An error if the browser cannot play it, or takes too long.
pub(super) async fn still(file: &File) -> Result<Pixels, JsValue> {
    let url = web_sys::Url::create_object_url_with_blob(file)?;
    let video: HtmlVideoElement = document().create_element("video")?.dyn_into()?;
    video.set_muted(true);
    video.set_preload("auto");
    // Telephones play in full screen otherwise.
    video.set_attribute("playsinline", "")?;
    let taken = take(&video, &url).await;
    video.set_src("");
    let _ = web_sys::Url::revoke_object_url(&url);
    taken
}

async fn take(video: &HtmlVideoElement, url: &str) -> Result<Pixels, JsValue> {
    let loaded = first_of(video, "loadeddata", "error");
    video.set_src(url);
    happened(loaded, "loadeddata").await?;
    let seeked = first_of(video, "seeked", "error");
    let half = video.duration() / 2.0;
    video.set_current_time(if half.is_finite() {
        half.min(PLACE)
    } else {
        0.0
    });
    happened(seeked, "seeked").await?;
    let (width, height) = (
        f64::from(video.video_width()),
        f64::from(video.video_height()),
    );
    if width < 1.0 || height < 1.0 {
        return Err(JsValue::NULL);
    }
    let scale = (SIDE / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).round(), (height * scale).round());
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at most as long as the longer side"
    )]
    let size = (width as u32, height as u32);
    canvas.set_width(size.0);
    canvas.set_height(size.1);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    context.draw_image_with_html_video_element_and_dw_and_dh(video, 0.0, 0.0, width, height)?;
    let data = context.get_image_data(0.0, 0.0, width, height)?;
    Ok(Pixels {
        width: size.0,
        height: size.1,
        rgba: data.data().0,
    })
}

/// The first of two events, or nothing after a while.
fn first_of(target: &EventTarget, one: &str, other: &str) -> Promise {
    let event = |name: &str| {
        Promise::new(&mut |resolve, _| {
            let _ = target.add_event_listener_with_callback(name, &resolve);
        })
    };
    let late = Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PATIENCE);
    });
    Promise::race(&Array::of3(&event(one), &event(other), &late))
}

async fn happened(first: Promise, wanted: &str) -> Result<(), JsValue> {
    let event = JsFuture::from(first).await?;
    let kind = Reflect::get(&event, &"type".into()).ok();
    match kind.and_then(|kind| kind.as_string()) {
        Some(kind) if kind == wanted => Ok(()),
        _ => Err(JsValue::NULL),
    }
}
