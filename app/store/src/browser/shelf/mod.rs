//! The shelf on this device's disk, over IndexedDB: one store of records under their names, one transaction for each batch.

mod steps;

use std::cell::{Cell, RefCell};

use futures::FutureExt;
use futures::future::{LocalBoxFuture, Shared};
use idb::{KeyRange, ObjectStore, Transaction};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbTransaction};

use super::js;
use crate::shelf::{Shelf, ShelfError, Step};
use steps::RECORDS;

type Opening = Shared<LocalBoxFuture<'static, Option<IdbDatabase>>>;

/// What this device keeps, in IndexedDB.
pub struct DiskShelf {
    name: String,
    opening: RefCell<Option<Opening>>,
    asked_to_stay: Cell<bool>,
}

impl DiskShelf {
    /// A shelf in the database of this name, which is made when it is first needed.
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            opening: RefCell::default(),
            asked_to_stay: Cell::new(false),
        }
    }

    async fn database(&self) -> Result<IdbDatabase, ShelfError> {
        let opening = self
            .opening
            .borrow_mut()
            .get_or_insert_with(|| steps::open(self.name.clone()).boxed_local().shared())
            .clone();
        let opened = opening.await;
        if opened.is_none() {
            self.forget();
        }
        opened.ok_or(ShelfError)
    }

    fn forget(&self) {
        self.opening.replace(None);
    }

    /// A transaction. A database that another window made newer, or that the browser closed, is opened once more.
    async fn begin(&self, mode: &str) -> Result<(Transaction, ObjectStore), ShelfError> {
        let begun = match start(&self.database().await?, mode) {
            Ok(begun) => begun,
            Err(_) => {
                self.forget();
                start(&self.database().await?, mode).map_err(|_| ShelfError)?
            }
        };
        let transaction = Transaction::from(begun);
        let records = transaction.object_store(RECORDS).map_err(|_| ShelfError)?;
        Ok((transaction, records))
    }

    async fn read_one(&self, name: &str) -> Result<Option<Vec<u8>>, ShelfError> {
        let (_transaction, records) = self.begin("readonly").await?;
        let found = records
            .get(JsValue::from_str(name))
            .map_err(|_| ShelfError)?
            .await;
        found
            .map_err(|_| ShelfError)?
            .map(|value| bytes(&value))
            .transpose()
    }

    async fn read_all(&self, prefix: &str) -> Result<Vec<crate::shelf::Record>, ShelfError> {
        let (_transaction, records) = self.begin("readonly").await?;
        let range = || beginning(prefix).map(|range| Some(range.into()));
        // Both requests are made before either is awaited: a transaction ends when nothing is asked of it any more.
        let names = records
            .get_all_keys(range()?, None)
            .map_err(|_| ShelfError)?;
        let values = records.get_all(range()?, None).map_err(|_| ShelfError)?;
        let (names, values) =
            futures::future::join(names.into_future(), values.into_future()).await;
        let (names, values) = (
            names.map_err(|_| ShelfError)?,
            values.map_err(|_| ShelfError)?,
        );
        if names.len() != values.len() {
            return Err(ShelfError);
        }
        let pairs = names.iter().zip(&values);
        let pair = |(name, value): (&JsValue, &JsValue)| {
            Ok((name.as_string().ok_or(ShelfError)?, bytes(value)?))
        };
        pairs.map(pair).collect()
    }

    async fn write_all(&self, steps: Vec<Step>) -> Result<(), ShelfError> {
        // Not for somebody who only looks at the first page: one browser asks the person.
        if !self.asked_to_stay.replace(true) {
            steps::ask_to_stay();
        }
        let (transaction, records) = self.begin("readwrite").await?;
        for step in steps {
            // The requests of a transaction are done in the order in which they were made; one that fails undoes all.
            let asked = match step {
                Step::Keep(name, bytes) => {
                    let value: JsValue = Uint8Array::from(&bytes[..]).into();
                    records
                        .put(&value, Some(&JsValue::from_str(&name)))
                        .map(drop)
                }
                Step::Drop(name) => records.delete(JsValue::from_str(&name)).map(drop),
                Step::DropAll(prefix) => records.delete(beginning(&prefix)?).map(drop),
            };
            if asked.is_err() {
                let _ = transaction.abort();
                return Err(ShelfError);
            }
        }
        let ended = transaction.await.map_err(|_| ShelfError)?;
        if ended.is_committed() {
            Ok(())
        } else {
            Err(ShelfError)
        }
    }
}

impl Shelf for DiskShelf {
    fn get<'a>(&'a self, name: &'a str) -> LocalBoxFuture<'a, Result<Option<Vec<u8>>, ShelfError>> {
        Box::pin(self.read_one(name))
    }

    fn list<'a>(
        &'a self,
        prefix: &'a str,
    ) -> LocalBoxFuture<'a, Result<Vec<crate::shelf::Record>, ShelfError>> {
        Box::pin(self.read_all(prefix))
    }

    fn write(&self, steps: Vec<Step>) -> LocalBoxFuture<'_, Result<(), ShelfError>> {
        Box::pin(self.write_all(steps))
    }
}

/// Begins a transaction. Writing waits until the disk has it ("strict"): an unsent change may be the only copy there is.
fn start(database: &IdbDatabase, mode: &str) -> Result<IdbTransaction, JsValue> {
    let options = js_sys::Object::new();
    js::set(&options, "durability", &JsValue::from_str("strict"));
    let arguments = [
        JsValue::from_str(RECORDS),
        JsValue::from_str(mode),
        options.into(),
    ];
    js::call(database, "transaction", &arguments)?.dyn_into()
}

/// Every name that begins so. No name has U+FFFF, which sorts after all others.
fn beginning(prefix: &str) -> Result<KeyRange, ShelfError> {
    let (from, to) = (
        JsValue::from_str(prefix),
        JsValue::from_str(&format!("{prefix}\u{ffff}")),
    );
    KeyRange::bound(&from, &to, Some(false), Some(true)).map_err(|_| ShelfError)
}

fn bytes(value: &JsValue) -> Result<Vec<u8>, ShelfError> {
    js::view(value).map(|view| view.to_vec()).ok_or(ShelfError)
}
