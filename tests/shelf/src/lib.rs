//! What `tests/browser/shelf.test.mjs` asks of the shelf over IndexedDB, and `passkeys.test.mjs` of [`passkeys`]. Empty for
//! every other target, so that building the whole workspace stays possible.
#![cfg(target_arch = "wasm32")]

mod passkeys;

use store::browser::DiskShelf;
use store::shelf::{Shelf, ShelfError, Step, contract};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// Runs the suite that every shelf must pass, on an empty shelf of this name. Gives how many promises were checked.
#[wasm_bindgen]
pub async fn run(name: String) -> Result<usize, JsError> {
    contract::run(&DiskShelf::new(&name))
        .await
        .map_err(|broken| JsError::new(&broken.to_string()))
}

/// Keeps records of these sizes under `0`, `1` …, in one batch.
#[wasm_bindgen]
pub async fn keep(shelf: &Opened, sizes: Vec<usize>) -> Result<(), JsError> {
    let keep = |(place, size): (usize, usize)| Step::Keep(place.to_string(), noise(size));
    let steps = sizes.into_iter().enumerate().map(keep).collect();
    shelf.0.write(steps).await.map_err(said)
}

/// Bytes that a browser cannot make smaller, as sealed ones are.
fn noise(size: usize) -> Vec<u8> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[0]
    };
    std::iter::repeat_with(next).take(size).collect()
}

/// The sizes of all records, in the order of their names.
#[wasm_bindgen]
pub async fn sizes(shelf: &Opened) -> Result<Vec<usize>, JsError> {
    let all = shelf.0.list("").await.map_err(said)?;
    Ok(all.into_iter().map(|(_, bytes)| bytes.len()).collect())
}

/// A shelf that a test holds on to.
#[wasm_bindgen]
pub struct Opened(DiskShelf);

#[wasm_bindgen]
impl Opened {
    /// The shelf of this name.
    #[wasm_bindgen(constructor)]
    pub fn new(name: &str) -> Self {
        Self(DiskShelf::new(name))
    }
}

fn said(error: ShelfError) -> JsError {
    JsError::new(&error.to_string())
}
