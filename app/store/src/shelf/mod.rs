//! The shelf: what this device keeps. Records under names, written in batches that happen whole or not at all.
//!
//! Everything on it is sealed, or is ciphertext that the server has as well; in clear are only ids, numbers and heads (see
//! [`names`]). A borrowed computer gets a [`MemoryShelf`], which forgets when the page closes.

pub mod contract;
mod memory;
pub(crate) mod names;

use futures::future::LocalBoxFuture;

pub use memory::MemoryShelf;

/// The device could not keep or find something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this device cannot keep or find something")]
pub struct ShelfError;

/// A name and what lies under it.
pub type Record = (String, Vec<u8>);

/// One step of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Keeps a record, in place of the one before.
    Keep(String, Vec<u8>),
    /// Drops a record; one that is not there is no error.
    Drop(String),
    /// Drops every record whose name begins so.
    DropAll(String),
}

/// What this device keeps.
pub trait Shelf {
    /// A record.
    fn get<'a>(&'a self, name: &'a str) -> LocalBoxFuture<'a, Result<Option<Vec<u8>>, ShelfError>>;
    /// Every record whose name begins so, in the order of names.
    fn list<'a>(&'a self, prefix: &'a str) -> LocalBoxFuture<'a, Result<Vec<Record>, ShelfError>>;
    /// Does all steps in order, or none of them.
    fn write(&self, steps: Vec<Step>) -> LocalBoxFuture<'_, Result<(), ShelfError>>;
}
