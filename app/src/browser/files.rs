//! Files that people pick, and files that they take away.

use super::stills::still;
use futures::future::LocalBoxFuture;
use js_sys::{Function, Reflect, Uint8Array};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use store::export::Sink;
use store::files::{Pixels, Source};
use store::{PickedFile, Trouble};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, File, FileList, HtmlCanvasElement, ImageBitmap};

/// The widest and highest picture that a browser is asked to decode.
const MOST_PIXELS: u32 = 16_384;

/// The files of a list, with their bytes to be read when they are wanted.
pub(crate) fn picked(list: Option<FileList>) -> Vec<PickedFile> {
    let Some(list) = list else { return Vec::new() };
    let files = (0..list.length()).filter_map(|place| list.get(place));
    files
        .map(|file| PickedFile {
            name: file.name(),
            mime: file.type_(),
            source: Rc::new(FromBrowser(file)),
        })
        .collect()
}

/// A file that was made here.
pub(crate) fn of_file(file: File, mime: &str) -> PickedFile {
    PickedFile {
        name: file.name(),
        mime: mime.to_owned(),
        source: Rc::new(FromBrowser(file)),
    }
}

/// A file that the browser holds.
struct FromBrowser(File);

impl Source for FromBrowser {
    fn size(&self) -> u64 {
        whole(self.0.size())
    }

    fn read(&self, offset: u64, length: usize) -> LocalBoxFuture<'_, Result<Vec<u8>, Trouble>> {
        Box::pin(async move {
            #[allow(clippy::cast_precision_loss, reason = "no file reaches 2^53 bytes")]
            let (start, end) = (offset as f64, offset as f64 + length as f64);
            let blob: &Blob = &self.0;
            let part = blob
                .slice_with_f64_and_f64(start, end)
                .map_err(unreadable)?;
            let buffer = JsFuture::from(part.array_buffer())
                .await
                .map_err(unreadable)?;
            let bytes = Uint8Array::new(&buffer).to_vec();
            free(&buffer);
            if bytes.len() == length {
                Ok(bytes)
            } else {
                Err(Trouble::FileUnreadable)
            }
        })
    }

    fn pixels(&self) -> LocalBoxFuture<'_, Option<Pixels>> {
        Box::pin(async move { decode(&self.0).await.ok() })
    }

    fn still(&self) -> LocalBoxFuture<'_, Option<Pixels>> {
        Box::pin(async move { still(&self.0).await.ok() })
    }
}

/// Has the browser decode a picture, upright.
async fn decode(file: &File) -> Result<Pixels, JsValue> {
    let bitmap: ImageBitmap = JsFuture::from(window().create_image_bitmap_with_blob(file)?)
        .await?
        .dyn_into()?;
    let (width, height) = (bitmap.width(), bitmap.height());
    if width > MOST_PIXELS || height > MOST_PIXELS {
        return Err(JsValue::NULL);
    }
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    context.draw_image_with_image_bitmap(&bitmap, 0.0, 0.0)?;
    let data = context.get_image_data(0.0, 0.0, f64::from(width), f64::from(height))?;
    Ok(Pixels {
        width,
        height,
        rgba: data.data().0,
    })
}

/// Gathers a file that is made piece by piece. The browser may keep the pieces on disk.
#[derive(Default)]
pub(crate) struct Basket {
    parts: RefCell<Vec<Blob>>,
}

impl Sink for Basket {
    fn write(&self, bytes: Vec<u8>) -> LocalBoxFuture<'_, Result<(), Trouble>> {
        Box::pin(async move {
            let parts = js_sys::Array::of1(&Uint8Array::from(bytes.as_slice()));
            let blob = Blob::new_with_u8_array_sequence(&parts).map_err(|_| Trouble::Storage)?;
            self.parts.borrow_mut().push(blob);
            Ok(())
        })
    }
}

impl Basket {
    /// Offers what was gathered to be kept as a file.
    pub(crate) fn offer(&self, mime: &str, name: &str) {
        let parts = js_sys::Array::new();
        for part in self.parts.take() {
            parts.push(&part);
        }
        let options = web_sys::BlobPropertyBag::new();
        options.set_type(mime);
        if let Ok(blob) = Blob::new_with_blob_sequence_and_options(&parts, &options)
            && let Ok(url) = web_sys::Url::create_object_url_with_blob(&blob)
        {
            super::offer_url(&url, name);
        }
    }
}

/// Gives the memory behind a buffer back at once: a whole film goes through such buffers, and a collector that waits lets them
/// pile up. Browsers that cannot do so collect it later.
fn free(buffer: &JsValue) {
    let transfer = Reflect::get(buffer, &"transfer".into());
    if let Some(transfer) = transfer
        .ok()
        .and_then(|some| some.dyn_into::<Function>().ok())
    {
        let _ = transfer.call1(buffer, &JsValue::from(0));
    }
}

fn unreadable(_: JsValue) -> Trouble {
    Trouble::FileUnreadable
}

/// A size as the browser tells it.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sizes are whole and not negative"
)]
fn whole(size: f64) -> u64 {
    size as u64
}
