//! A file that is written piece by piece and then offered to be kept, without ever being whole in the page's memory: full
//! pieces are handed to the browser, which puts them on disk when they get large.

use std::cell::RefCell;

use futures::future::LocalBoxFuture;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::js::Timer;
use crate::export::Sink;
use crate::trouble::Trouble;

/// A piece is handed to the browser at this size, in bytes.
const PIECE: usize = 4 * 1024 * 1024;
/// How long the browser may take to fetch what was offered, in milliseconds.
const OFFERED: u32 = 10 * 60_000;

/// A file on its way out.
#[derive(Default)]
pub struct Download {
    pieces: RefCell<Array>,
    filling: RefCell<Vec<u8>>,
}

impl Download {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// Offers everything written so far as a file of this name. The browser shows it as it shows any download.
    pub fn offer(&self, name: &str, mime: &str) -> Result<(), Trouble> {
        self.hand_over()?;
        let whole = blob(&self.pieces.take(), mime)?;
        let address = Url::create_object_url_with_blob(&whole).map_err(|_| Trouble::Storage)?;
        let link = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|page| page.create_element("a").ok());
        let link: HtmlAnchorElement = link
            .ok_or(Trouble::Storage)?
            .dyn_into()
            .map_err(|_| Trouble::Storage)?;
        link.set_href(&address);
        link.set_download(name);
        link.click();
        // The browser may read it for some time yet; after that the pieces are given back.
        let timer = Timer::start(OFFERED, move || {
            let _ = Url::revoke_object_url(&address);
        });
        std::mem::forget(timer);
        Ok(())
    }

    fn hand_over(&self) -> Result<(), Trouble> {
        let filled = self.filling.take();
        if !filled.is_empty() {
            let bytes = Array::of1(&Uint8Array::from(&filled[..]));
            self.pieces.borrow().push(blob(&bytes, "")?.as_ref());
        }
        Ok(())
    }
}

impl Sink for Download {
    fn write(&self, bytes: Vec<u8>) -> LocalBoxFuture<'_, Result<(), Trouble>> {
        self.filling.borrow_mut().extend(bytes);
        let full = self.filling.borrow().len() >= PIECE;
        let done = if full { self.hand_over() } else { Ok(()) };
        Box::pin(async move { done })
    }
}

fn blob(parts: &Array, mime: &str) -> Result<Blob, Trouble> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    Blob::new_with_blob_sequence_and_options(parts, &options).map_err(|_| Trouble::Storage)
}
