//! A shelf that forgets: for tests, and for borrowed computers.

use std::cell::RefCell;
use std::collections::BTreeMap;

use futures::future::LocalBoxFuture;

use super::{Shelf, ShelfError, Step};

/// Keeps everything in memory.
#[derive(Debug, Default)]
pub struct MemoryShelf {
    records: RefCell<BTreeMap<String, Vec<u8>>>,
}

impl MemoryShelf {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// Every record, for tests that look for what must not be there.
    pub fn records(&self) -> Vec<(String, Vec<u8>)> {
        self.records
            .borrow()
            .iter()
            .map(|(name, bytes)| (name.clone(), bytes.clone()))
            .collect()
    }
}

impl Shelf for MemoryShelf {
    fn get<'a>(&'a self, name: &'a str) -> LocalBoxFuture<'a, Result<Option<Vec<u8>>, ShelfError>> {
        let found = self.records.borrow().get(name).cloned();
        Box::pin(async move { Ok(found) })
    }

    fn list<'a>(
        &'a self,
        prefix: &'a str,
    ) -> LocalBoxFuture<'a, Result<Vec<crate::shelf::Record>, ShelfError>> {
        let records = self.records.borrow();
        let found = records
            .range(prefix.to_owned()..)
            .take_while(|(name, _)| name.starts_with(prefix));
        let found = found
            .map(|(name, bytes)| (name.clone(), bytes.clone()))
            .collect();
        Box::pin(async move { Ok(found) })
    }

    fn write(&self, steps: Vec<Step>) -> LocalBoxFuture<'_, Result<(), ShelfError>> {
        let mut records = self.records.borrow_mut();
        for step in steps {
            match step {
                Step::Keep(name, bytes) => {
                    records.insert(name, bytes);
                }
                Step::Drop(name) => {
                    records.remove(&name);
                }
                Step::DropAll(prefix) => records.retain(|name, _| !name.starts_with(&prefix)),
            }
        }
        Box::pin(async { Ok(()) })
    }
}
