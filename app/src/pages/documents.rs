//! Documents: found again, added, read.

mod add;
pub(crate) mod adding;
mod download;
pub(crate) mod film;
mod filters;
mod guess;
mod list;
mod one;
mod opening;
mod pages_viewer;
pub(crate) mod sizes;
pub(crate) mod viewer;

pub(crate) use add::AddDocuments;
pub(crate) use adding::paper::{guesses, is_film};
pub(crate) use film::Speeds;
pub(crate) use list::Documents;
pub(crate) use one::OneDocument;
