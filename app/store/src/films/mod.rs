//! Films before they are sealed: the place where they were taken, and whatever else a camera notes about itself, is
//! overwritten while the bytes go by. Nothing moves: a film keeps its length, and every table in it its offsets.
//!
//! What is kept of the notes is a short list; all others become free space. Of a form that is not understood, or of a film
//! whose tracks carry measurements of a camera, the person is told that the place may still be in it.

mod matroska;
mod mp4;
mod patched;
mod reader;

use std::rc::Rc;

use crate::files::Source;
use crate::trouble::Trouble;

use patched::Patched;
use reader::Reader;

/// How much of the beginning tells what a file is.
const BEGINNING: u64 = 16;

/// What became of a file that may be a film.
pub(crate) enum Film {
    /// It is none.
    Other,
    /// A film; its bytes without what a camera noted beside the pictures. `sure`: nothing of a place can be left.
    Cleaned {
        /// The bytes, as many as before.
        source: Rc<dyn Source>,
        /// Nothing of a place can be left in it.
        sure: bool,
    },
}

/// Something is not as the form says, or there is too much of it.
#[derive(Debug)]
pub(crate) enum Odd {
    /// It cannot be understood.
    Form,
    /// The device does not give the bytes.
    Device(Trouble),
}

impl From<Trouble> for Odd {
    fn from(trouble: Trouble) -> Self {
        Self::Device(trouble)
    }
}

/// What is to be overwritten: `bytes`, then `zeros` zeros, from `at` on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Patch {
    pub at: u64,
    pub bytes: Vec<u8>,
    pub zeros: u64,
}

/// What is to be overwritten in a film, and whether all of it was understood.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub patches: Vec<Patch>,
    /// A track carries measurements of the camera, which stay.
    pub measured: bool,
}

/// Looks at a file by its content; `mime` is what the browser takes it for.
pub(crate) async fn clean(source: &Rc<dyn Source>, mime: &str) -> Result<Film, Trouble> {
    let length = usize::try_from(source.size().min(BEGINNING)).unwrap_or_default();
    let beginning = source.read(0, length).await?;
    let mut reader = Reader::new(&**source);
    let planned = if mp4::is_one(&beginning) {
        mp4::plan(&mut reader).await
    } else if matroska::is_one(&beginning) {
        matroska::plan(&mut reader).await
    } else if mime.starts_with("video/") {
        Err(Odd::Form)
    } else {
        return Ok(Film::Other);
    };
    match planned {
        Ok(plan) => Ok(Film::Cleaned {
            source: Rc::new(Patched::new(source.clone(), plan.patches)),
            sure: !plan.measured,
        }),
        Err(Odd::Form) => Ok(Film::Cleaned {
            source: source.clone(),
            sure: false,
        }),
        Err(Odd::Device(trouble)) => Err(trouble),
    }
}

#[cfg(test)]
mod tests;
