//! "Take everything away": one zip with originals, entries as JSON, a readable page.

use futures::future::LocalBoxFuture;

use crate::files::OnProgress;
use crate::keeper::Keeper;
use crate::trouble::Trouble;

/// Where the zip goes, piece by piece.
pub trait Sink {
    /// Takes the next bytes.
    fn write(&self, bytes: Vec<u8>) -> LocalBoxFuture<'_, Result<(), Trouble>>;
}
pub(crate) async fn run(
    _: &Keeper,
    _: &dyn Sink,
    _: domain::Lang,
    _: &OnProgress,
) -> Result<(), Trouble> {
    Err(Trouble::Locked)
}
