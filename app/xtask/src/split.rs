//! A compiled module in parts: functions behind a split point, and what only they need, become files that are loaded when
//! the first of them is called.

use crate::run::Trouble;
use crate::tree;
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// The script that loads parts; the parts lie beside it.
const LOADER: &str = "parts.js";

/// Writes the parts of `wasm` and their loader into `folder`. Gives back the first part, which still wants its own
/// script, of this name.
pub fn split(wasm: &Path, folder: &Path, script: &str) -> Result<PathBuf, Trouble> {
    let whole = tree::read(wasm)?;
    let first = folder.join("first.wasm");
    let mut options = Options::new(&whole);
    options.output_dir = folder;
    options.main_out_path = &first;
    options.main_module = script;
    let loader = format!("./{LOADER}");
    options.link_name = &loader;
    transform(options).map_err(|error| Trouble::with("The wasm could not be split", error))?;
    Ok(first)
}
