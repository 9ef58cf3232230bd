//! The contract of all shelves, on the one in memory. The one over IndexedDB passes it in a real browser.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

use futures::executor::block_on;
use store::shelf::{MemoryShelf, contract};

#[test]
fn the_memory_shelf_keeps_its_promises() {
    let promises = block_on(contract::run(&MemoryShelf::new())).unwrap();
    assert!(promises > 10);
}
