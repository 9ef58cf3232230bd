//! Sealed files: picked, prepared, sealed while they are sent, fetched and opened.

mod add;
mod copy;
mod open;
mod read;
mod states;
mod tus;
mod upload;

use std::rc::Rc;

use domain::FileRef;
use futures::future::LocalBoxFuture;
use protocol::ids::{BlobId, CarnetId, MemberId};
use protocol::{file as words, paths};
use zeroize::Zeroizing;

use crate::engine::Sizes;
use crate::keeper::Keeper;
use crate::ports::{Clock, Heavy};
use crate::trouble::Trouble;
use crate::wire::Talk;

pub(crate) use add::{add, add_bytes};
pub(crate) use copy::copy;
pub use open::OpenFile;
pub(crate) use read::{read, stream};
pub(crate) use states::{Held, States, is_large};
pub(crate) use tus::give_up;
pub(crate) use upload::send_sealed;

/// A file that the person picked.
#[derive(Clone)]
pub struct PickedFile {
    /// Its name.
    pub name: String,
    /// Its media type, as the browser says; may be empty.
    pub mime: String,
    /// Where its bytes come from.
    pub source: Rc<dyn Source>,
}

impl PickedFile {
    /// A file that is in memory.
    pub fn from_bytes(name: &str, mime: &str, bytes: Vec<u8>) -> Self {
        Self {
            name: name.to_owned(),
            mime: mime.to_owned(),
            source: Rc::new(bytes),
        }
    }
}

/// Where a file's bytes come from.
pub trait Source {
    /// How many there are.
    fn size(&self) -> u64;
    /// Some of them: exactly `length`, from `offset` on.
    fn read(&self, offset: u64, length: usize) -> LocalBoxFuture<'_, Result<Vec<u8>, Trouble>>;
    /// The picture's pixels, decoded by somebody who knows more formats than this crate (a browser with HEIC). None if not
    /// even they can.
    fn pixels(&self) -> LocalBoxFuture<'_, Option<Pixels>> {
        Box::pin(async { None })
    }
    /// A still of a film, decoded by somebody who can play it. None if they cannot.
    fn still(&self) -> LocalBoxFuture<'_, Option<Pixels>> {
        Box::pin(async { None })
    }
}

/// Decoded pixels: four bytes each, red, green, blue, alpha, upright.
#[derive(Debug, Clone)]
pub struct Pixels {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Row by row.
    pub rgba: Vec<u8>,
}

impl Source for Vec<u8> {
    fn size(&self) -> u64 {
        self.len() as u64
    }

    fn read(&self, offset: u64, length: usize) -> LocalBoxFuture<'_, Result<Vec<u8>, Trouble>> {
        Box::pin(async move {
            let start = usize::try_from(offset).map_err(|_| Trouble::FileUnreadable)?;
            let end = start.checked_add(length).ok_or(Trouble::FileUnreadable)?;
            self.get(start..end)
                .map(<[u8]>::to_vec)
                .ok_or(Trouble::FileUnreadable)
        })
    }
}

/// How far a transfer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Which file of those asked for, from 0.
    pub file: usize,
    /// Bytes done of this file.
    pub done: u64,
    /// Bytes of this file in all.
    pub total: u64,
    /// Nothing is sent yet: the file was begun before, and is compared with what was sent of it.
    pub looking: bool,
}

/// Is told how far a transfer is.
pub type OnProgress = Rc<dyn Fn(Progress)>;

/// Tells nobody.
pub(crate) fn quiet() -> OnProgress {
    Rc::new(|_| ())
}

/// A file that was sealed and sent.
#[derive(Debug, Clone)]
pub struct AddedFile {
    /// For the entry that names it.
    pub file: FileRef,
    /// What the person should know.
    pub warning: Option<FileWarning>,
}

/// What the person should know about an added file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileWarning {
    /// A picture or a film in a form that could not be read here: what the camera wrote into it (the place, perhaps) is
    /// still there.
    LocationStays,
}

/// What a transfer needs.
#[derive(Clone)]
pub(crate) struct Means {
    pub carnet: CarnetId,
    /// Where uploads go.
    pub dock: Dock,
    pub talk: Talk,
    /// Renews the session; none while the task itself transfers.
    pub keeper: Option<Keeper>,
    pub heavy: Rc<dyn Heavy>,
    pub sizes: Sizes,
    pub clock: Rc<dyn Clock>,
    /// Where this device keeps how far large uploads are; none for small things.
    pub states: Option<Rc<States>>,
}

/// Where uploads go.
#[derive(Clone)]
pub(crate) enum Dock {
    /// To the carnet, as its member.
    Carnet,
    /// To a tray, as its depositor: the link, and the header that shows its access token.
    Tray(MemberId, Zeroizing<String>),
}

impl Means {
    /// Where an upload is created.
    fn uploads(&self) -> String {
        match &self.dock {
            Dock::Carnet => paths::uploads(self.carnet),
            Dock::Tray(link, _) => paths::tray_uploads(*link),
        }
    }

    /// Where an upload lies, if the server does not say.
    fn upload(&self, blob: BlobId) -> String {
        match &self.dock {
            Dock::Carnet => paths::upload(self.carnet, blob),
            Dock::Tray(link, _) => paths::tray_upload(*link, blob),
        }
    }

    /// Headers of every request of an upload.
    fn headers(&self) -> Vec<(&'static str, String)> {
        let mut headers = vec![("tus-resumable", words::TUS.to_owned())];
        if let Dock::Tray(_, bearer) = &self.dock {
            headers.push(("authorization", bearer.as_str().to_owned()));
        }
        headers
    }

    /// The sealed size of a file of this carnet, if it is known.
    pub(crate) fn size(&self, blob: BlobId) -> Option<u64> {
        self.sizes.borrow().get(&(self.carnet, blob)).copied()
    }

    fn note_size(&self, blob: BlobId, sealed: u64) {
        self.sizes.borrow_mut().insert((self.carnet, blob), sealed);
    }

    /// Waits a little longer each time.
    pub(crate) async fn pause(&self, tries: u32) {
        self.clock.pause(250 << tries.min(6)).await;
    }
}
