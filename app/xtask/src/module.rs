//! Wasm modules: compiled, and given their JavaScript. The writer of the JavaScript is a library of the very
//! version that the wasm was built with, so nothing has to be installed and versions cannot part.

use crate::run::{Trouble, cargo, run};
use crate::split::split;
use crate::tree;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// What modules are built for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To try it out: quick to build, with names in traces.
    Trial,
    /// As for trying, and with the module that only a test loads.
    Tests,
    /// To be handed out: small.
    Release,
    /// To be measured: built as what is handed out.
    Bench,
}

const TARGET: &str = "wasm32-unknown-unknown";

/// The module of the page: the one that comes in parts.
pub const PAGE: &str = "app";

impl Purpose {
    /// Built in one go, so that no crate is compiled twice with other features.
    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Trial | Self::Release => &["browser", "worker"],
            Self::Tests => &["browser", "worker", "shelf-contract"],
            Self::Bench => &["bench-page"],
        }
    }

    /// Cargo's name of the profile, and of the folder where it leaves what it builds.
    fn profile(self) -> (&'static str, &'static str) {
        match self {
            Self::Trial | Self::Tests => ("dev", "debug"),
            Self::Release | Self::Bench => ("wasm-release", "wasm-release"),
        }
    }
}

/// Compiles the modules of a purpose.
pub fn compile(purpose: Purpose) -> Result<(), Trouble> {
    let mut build = cargo();
    build.args([
        "build",
        "--target",
        TARGET,
        "--profile",
        purpose.profile().0,
    ]);
    for package in purpose.packages() {
        build.args(["--package", package]);
    }
    if matches!(purpose, Purpose::Release | Purpose::Bench) {
        build.arg("--config").arg(nameless_paths());
    }
    run(&mut build)
}

/// Where the sources lie on this machine is nobody's business, and would give the same sources another module elsewhere.
fn nameless_paths() -> String {
    let folder = |variable: &str, usual: &str| {
        std::env::var(variable)
            .unwrap_or_else(|_| format!("{}/{usual}", std::env::var("HOME").unwrap_or_default()))
    };
    let registry = format!("{}/registry/src", folder("CARGO_HOME", ".cargo"));
    let rustup = folder("RUSTUP_HOME", ".rustup");
    let here = tree::root().display().to_string();
    let flags = [(registry, "crates"), (rustup, "rust"), (here, "carnet")]
        .map(|(path, name)| format!("--remap-path-prefix={path}={name}"));
    format!("target.{TARGET}.rustflags={flags:?}")
}

/// Writes the JavaScript of a compiled package, unless that was done for this very wasm before. Gives back
/// the folder with `<name>.js` and `<name>.wasm`.
pub fn bind(package: &str, name: &str, purpose: Purpose) -> Result<PathBuf, Trouble> {
    let built = purpose.profile().1;
    let file = format!("{}.wasm", package.replace('-', "_"));
    let wasm = tree::target().join(TARGET).join(built).join(file);
    let folder = tree::target().join("bound").join(built).join(name);
    let stamp = folder.with_extension("stamp");
    let current = age(&wasm)?;
    if std::fs::read_to_string(&stamp).is_ok_and(|made_for| made_for == current) {
        return Ok(folder);
    }
    tree::remove(&folder)?;
    let release = purpose == Purpose::Release;
    let first = match name {
        PAGE => split(&wasm, &folder, &format!("./{PAGE}.js"))?,
        _ => wasm,
    };
    Bindgen::new()
        .input_path(&first)
        .keep_lld_exports(name == PAGE)
        .out_name(name)
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(release)
        .remove_producers_section(release)
        .web(true)
        .and_then(|bindgen| bindgen.generate(&folder))
        .map_err(|error| Trouble::with("The wasm could not be bound", error))?;
    let made = folder.join(format!("{name}_bg.wasm"));
    std::fs::rename(&made, folder.join(format!("{name}.wasm")))
        .map_err(|error| Trouble::with(made.display(), error))?;
    if name == PAGE {
        std::fs::remove_file(&first).map_err(|error| Trouble::with(first.display(), error))?;
    }
    tree::write(&stamp, current.as_bytes())?;
    Ok(folder)
}

/// When and how large: enough to know whether cargo wrote the file again.
fn age(file: &Path) -> Result<String, Trouble> {
    let about = std::fs::metadata(file).map_err(|error| Trouble::with(file.display(), error))?;
    let changed = about
        .modified()
        .map_err(|error| Trouble::with(file.display(), error))?;
    Ok(format!("{} {changed:?}", about.len()))
}
