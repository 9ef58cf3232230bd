//! The browser's half: builds the wasm, writes its JavaScript, and gathers it with the scripts and styles
//! into one set of files. The writer of the JavaScript is a library of the very version that the wasm
//! was built with, so nothing has to be installed and versions cannot part.

use crate::run::{Trouble, cargo, run};
use crate::tree;
use std::collections::BTreeMap;
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// What the browser loads: name → bytes.
pub type Bundle = BTreeMap<String, Vec<u8>>;

/// How the wasm is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Quick to build, with names in traces.
    Dev,
    /// Small.
    Release,
}

impl Profile {
    /// Cargo's name of the profile for the wasm.
    fn cargo(self) -> &'static str {
        match self {
            Self::Dev => "dev",
            Self::Release => "wasm-release",
        }
    }

    /// The folder where cargo leaves what it builds.
    fn folder(self) -> &'static str {
        match self {
            Self::Dev => "debug",
            Self::Release => "wasm-release",
        }
    }
}

const WASM: &str = "wasm32-unknown-unknown";

/// Builds all that the browser loads.
pub fn build(profile: Profile) -> Result<Bundle, Trouble> {
    let mut build = cargo();
    build.args([
        "build",
        "--package",
        "browser",
        "--target",
        WASM,
        "--profile",
        profile.cargo(),
    ]);
    run(&mut build)?;
    let wasm = tree::target()
        .join(WASM)
        .join(profile.folder())
        .join("browser.wasm");
    let mut bundle = bind(&wasm, profile)?;
    for folder in ["app/browser/js", "public/pkg"] {
        let folder = tree::root().join(folder);
        for file in tree::files(&folder)? {
            bundle.insert(name(&file), tree::read(&folder.join(&file))?);
        }
    }
    let css = css()?;
    bundle.insert("carnet.css".to_owned(), css);
    Ok(bundle)
}

/// Writes the JavaScript for the wasm, unless that was done for this very wasm before.
fn bind(wasm: &Path, profile: Profile) -> Result<Bundle, Trouble> {
    let folder = tree::target().join("bound").join(profile.folder());
    let stamp = folder.with_extension("stamp");
    let current = age(wasm)?;
    if std::fs::read_to_string(&stamp).is_ok_and(|made_for| made_for == current) {
        return read_all(&folder);
    }
    tree::remove(&folder)?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(wasm)
        .out_name("app")
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(profile == Profile::Release)
        .remove_producers_section(profile == Profile::Release);
    bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(&folder))
        .map_err(|error| Trouble::with("The wasm could not be bound", error))?;
    let made = folder.join("app_bg.wasm");
    std::fs::rename(&made, folder.join("app.wasm"))
        .map_err(|error| Trouble::with(made.display(), error))?;
    tree::write(&stamp, current.as_bytes())?;
    read_all(&folder)
}

fn read_all(folder: &Path) -> Result<Bundle, Trouble> {
    let files = tree::files(folder)?;
    files
        .iter()
        .map(|file| Ok((name(file), tree::read(&folder.join(file))?)))
        .collect()
}

/// The style sheets under `public/css`, one after another in order of name, as one file: one request,
/// and small files to work in.
fn css() -> Result<Vec<u8>, Trouble> {
    let folder = tree::root().join("public/css");
    let mut whole = Vec::new();
    for file in tree::files(&folder)? {
        whole.extend(tree::read(&folder.join(file))?);
    }
    Ok(whole)
}

/// When and how large: enough to know whether cargo wrote the file again.
fn age(file: &Path) -> Result<String, Trouble> {
    let about = std::fs::metadata(file).map_err(|error| Trouble::with(file.display(), error))?;
    let changed = about
        .modified()
        .map_err(|error| Trouble::with(file.display(), error))?;
    Ok(format!(
        "{} {changed:?} {}",
        about.len(),
        env!("CARGO_PKG_VERSION")
    ))
}

/// A path as it stands in an address.
pub fn name(path: &Path) -> String {
    let parts = path.iter().map(|part| part.to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}
