//! Files that people pick, and files that they take away.

use super::stills::still;
use futures::future::LocalBoxFuture;
use js_sys::{ArrayBuffer, Function, Object, Promise, Reflect, Uint8Array};
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
/// The buffer that a file is read into, in bytes: what is read of it at once to be sent.
const ROOM: u32 = 512 * 1024;

/// The files of a list, with their bytes to be read when they are wanted.
pub(crate) fn picked(list: Option<FileList>) -> Vec<PickedFile> {
    let Some(list) = list else { return Vec::new() };
    let files = (0..list.length()).filter_map(|place| list.get(place));
    files
        .map(|file| PickedFile {
            name: file.name(),
            mime: file.type_(),
            source: Rc::new(FromBrowser::new(file)),
        })
        .collect()
}

/// A file that was made here.
pub(crate) fn of_file(file: File, mime: &str) -> PickedFile {
    PickedFile {
        name: file.name(),
        mime: mime.to_owned(),
        source: Rc::new(FromBrowser::new(file)),
    }
}

/// A file that the browser holds.
struct FromBrowser {
    file: File,
    /// Into which it is read. One for all: buffers that the browser made pile up until a collector comes.
    room: RefCell<Option<ArrayBuffer>>,
}

impl FromBrowser {
    const fn new(file: File) -> Self {
        Self {
            file,
            room: RefCell::new(None),
        }
    }

    /// Some of it, into our own buffer. None where a browser cannot do that.
    async fn read_into(&self, part: &Blob, length: u32) -> Option<Vec<u8>> {
        let reader = reader_into(part)?;
        let fits = |room: &ArrayBuffer| room.byte_length() >= length;
        let kept = self.room.take().filter(fits);
        let mut room = kept.unwrap_or_else(|| ArrayBuffer::new(length.max(ROOM)));
        let mut have = 0;
        while have < length {
            let space = Uint8Array::new_with_byte_offset_and_length(&room, have, length - have);
            let read = method(&reader, "read")?.call1(&reader, &space).ok()?;
            let read = JsFuture::from(read.dyn_into::<Promise>().ok()?)
                .await
                .ok()?;
            let bytes = property(&read, "value")?.dyn_into::<Uint8Array>().ok()?;
            room = bytes.buffer();
            have += bytes.length();
            if bytes.length() == 0 {
                break;
            }
        }
        let _ = method(&reader, "cancel").map(|cancel| cancel.call0(&reader));
        let bytes = Uint8Array::new_with_byte_offset_and_length(&room, 0, have).to_vec();
        if room.byte_length() <= ROOM {
            self.room.replace(Some(room));
        }
        Some(bytes)
    }
}

/// What reads a part into buffers that are given to it.
fn reader_into(part: &Blob) -> Option<JsValue> {
    let stream = method(part, "stream")?.call0(part).ok()?;
    let options = Object::new();
    Reflect::set(&options, &"mode".into(), &"byob".into()).ok()?;
    method(&stream, "getReader")?.call1(&stream, &options).ok()
}

fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok()
}

fn method(of: &JsValue, name: &str) -> Option<Function> {
    property(of, name)?.dyn_into().ok()
}

impl Source for FromBrowser {
    fn size(&self) -> u64 {
        whole(self.file.size())
    }

    fn read(&self, offset: u64, length: usize) -> LocalBoxFuture<'_, Result<Vec<u8>, Trouble>> {
        Box::pin(async move {
            #[allow(clippy::cast_precision_loss, reason = "no file reaches 2^53 bytes")]
            let (start, end) = (offset as f64, offset as f64 + length as f64);
            let blob: &Blob = &self.file;
            let part = blob
                .slice_with_f64_and_f64(start, end)
                .map_err(unreadable)?;
            let counted = u32::try_from(length).map_err(|_| Trouble::FileUnreadable)?;
            let bytes = match self.read_into(&part, counted).await {
                Some(bytes) => bytes,
                None => {
                    let buffer = JsFuture::from(part.array_buffer()).await;
                    Uint8Array::new(&buffer.map_err(unreadable)?).to_vec()
                }
            };
            if bytes.len() == length {
                Ok(bytes)
            } else {
                Err(Trouble::FileUnreadable)
            }
        })
    }

    fn pixels(&self) -> LocalBoxFuture<'_, Option<Pixels>> {
        Box::pin(async move { decode(&self.file).await.ok() })
    }

    fn still(&self) -> LocalBoxFuture<'_, Option<Pixels>> {
        Box::pin(async move { still(&self.file).await.ok() })
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
