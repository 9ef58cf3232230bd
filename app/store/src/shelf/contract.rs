//! What every shelf must do, as one suite for all implementations.
//!
//! [`run`] works in any executor: tests run it on a [`super::MemoryShelf`], a page in a real browser on the one over IndexedDB.

use super::{Shelf, ShelfError, Step};

/// A promise of the trait that was not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a shelf must {0}")]
pub struct BrokenPromise(pub &'static str);

impl From<ShelfError> for BrokenPromise {
    fn from(_: ShelfError) -> Self {
        Self("not fail")
    }
}

/// Runs the whole suite on an empty shelf and leaves it empty. Gives how many promises were checked.
pub async fn run(shelf: &dyn Shelf) -> Result<usize, BrokenPromise> {
    keeps_and_drops(shelf).await?;
    lists_by_prefix_in_order(shelf).await?;
    writes_steps_in_order(shelf).await?;
    keeps_any_bytes(shelf).await?;
    shelf.write(vec![Step::DropAll(String::new())]).await?;
    promise(
        shelf.list("").await?.is_empty(),
        "be empty after everything was dropped",
    )?;
    Ok(11)
}

fn promise(kept: bool, what: &'static str) -> Result<(), BrokenPromise> {
    if kept {
        Ok(())
    } else {
        Err(BrokenPromise(what))
    }
}

fn keep(name: &str, bytes: &[u8]) -> Step {
    Step::Keep(name.to_owned(), bytes.to_vec())
}

async fn keeps_and_drops(shelf: &dyn Shelf) -> Result<(), BrokenPromise> {
    promise(shelf.get("a").await?.is_none(), "have nothing at first")?;
    shelf.write(vec![keep("a", b"1")]).await?;
    promise(
        shelf.get("a").await?.as_deref() == Some(b"1"),
        "give back what was kept",
    )?;
    shelf.write(vec![keep("a", b"2")]).await?;
    promise(
        shelf.get("a").await?.as_deref() == Some(b"2"),
        "keep the later record",
    )?;
    shelf
        .write(vec![
            Step::Drop("a".to_owned()),
            Step::Drop("never".to_owned()),
        ])
        .await?;
    promise(
        shelf.get("a").await?.is_none(),
        "drop a record, and forgive dropping nothing",
    )
}

async fn lists_by_prefix_in_order(shelf: &dyn Shelf) -> Result<(), BrokenPromise> {
    let steps = ["p/b", "p/a", "p", "q/a", "p/é", "p0"].map(|name| keep(name, name.as_bytes()));
    shelf.write(steps.to_vec()).await?;
    let names: Vec<String> = shelf
        .list("p/")
        .await?
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    promise(
        names == ["p/a", "p/b", "p/é"],
        "list what begins with a prefix, in order",
    )?;
    promise(
        shelf.list("r").await?.is_empty(),
        "list nothing where there is nothing",
    )?;
    shelf.write(vec![Step::DropAll("p/".to_owned())]).await?;
    let names: Vec<String> = shelf
        .list("")
        .await?
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    promise(
        names == ["p", "p0", "q/a"],
        "drop all that begins with a prefix, and nothing else",
    )
}

async fn writes_steps_in_order(shelf: &dyn Shelf) -> Result<(), BrokenPromise> {
    let steps = vec![
        keep("s", b"1"),
        Step::DropAll("s".to_owned()),
        keep("s", b"2"),
        keep("s2", b"3"),
        Step::Drop("s2".to_owned()),
    ];
    shelf.write(steps).await?;
    let found = (shelf.get("s").await?, shelf.get("s2").await?);
    promise(
        found == (Some(b"2".to_vec()), None),
        "do the steps of a batch in their order",
    )
}

async fn keeps_any_bytes(shelf: &dyn Shelf) -> Result<(), BrokenPromise> {
    let all: Vec<u8> = (0..=255).cycle().take(300_000).collect();
    shelf
        .write(vec![keep("bytes", &all), keep("none", b"")])
        .await?;
    promise(
        shelf.get("bytes").await?.as_deref() == Some(&all[..]),
        "keep any bytes, also many",
    )?;
    promise(
        shelf.get("none").await?.as_deref() == Some(b""),
        "tell an empty record from none",
    )
}
