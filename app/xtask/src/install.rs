//! What must be on the machine. Whatever can be installed without asking is installed; for the rest the
//! person is told exactly what to do.

use crate::fingerprint::Fingerprint;
use crate::run::{Trouble, output, run, succeeds};
use crate::{test::postgres, tree};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Rust's standard library for the browser.
pub fn wasm_target() -> Result<(), Trouble> {
    let target = "wasm32-unknown-unknown";
    let mut ask = Command::new("rustc");
    ask.current_dir(tree::root())
        .args(["--print", "target-libdir", "--target", target]);
    if Path::new(&output(&mut ask)?).is_dir() {
        return Ok(());
    }
    let mut add = Command::new("rustup");
    run(add
        .current_dir(tree::root())
        .args(["target", "add", target]))
    .map_err(|trouble| {
        let advice = format!("Install Rust with rustup, then: rustup target add {target}");
        Trouble::new(format!("{trouble}\n{advice}"))
    })
}

/// Everything that the tests stand on.
pub fn for_tests() -> Result<(), Trouble> {
    wasm_target()?;
    let mut missing = Vec::new();
    for (packages, there) in [
        (&["chromium", "fonts-dejavu-core"][..], chromium().is_some()),
        (&["age"][..], on_path("age").is_some()),
        (&["python3"][..], on_path("python3").is_some()),
        (&["python3-venv"][..], makes_venvs()),
        (&["unzip"][..], on_path("unzip").is_some()),
        (&["poppler-utils"][..], on_path("pdftotext").is_some()),
        (&["zbar-tools"][..], on_path("zbarimg").is_some()),
        (&["ffmpeg"][..], on_path("ffmpeg").is_some()),
        (&["postgresql"][..], postgres::programs().is_some()),
        (
            &["nodejs", "npm"][..],
            on_path("node").is_some() && on_path("npm").is_some(),
        ),
    ] {
        if !there {
            missing.extend_from_slice(packages);
        }
    }
    if !missing.is_empty() {
        debian(&missing)?;
    }
    npm()
}

/// The browser of the tests.
pub fn chromium() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    names.into_iter().find_map(on_path)
}

/// Whether Python can make environments of its own: Debian parts that from the rest.
fn makes_venvs() -> bool {
    succeeds(Command::new("python3").args(["-c", "import ensurepip, venv"]))
}

/// A program among the folders of `PATH`.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let mut places = std::env::split_paths(&path).map(|folder| folder.join(name));
    places.find(|place| place.is_file())
}

/// Installs Debian's packages when we may; else says which.
fn debian(packages: &[&str]) -> Result<(), Trouble> {
    let root = output(Command::new("id").arg("-u")).is_ok_and(|user| user == "0");
    let wanted = format!("apt-get install {}", packages.join(" "));
    if !root || on_path("apt-get").is_none() {
        return Err(Trouble::new(format!(
            "The tests need what is not here. On Debian, as root:\n    {wanted}\n\
             elsewhere install Chromium, age, PostgreSQL, Node.js, Python 3, Poppler, ZBar, FFmpeg and unzip in your system's way."
        )));
    }
    println!("{wanted}");
    let apt = |arguments: &[&str]| {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").args(arguments);
        apt
    };
    if !succeeds(&mut apt(&["update"])) {
        println!("apt-get update failed; trying with the lists that are here");
    }
    run(apt(&["install", "--yes", "--no-install-recommends"]).args(packages))
}

/// The packages of the browser tests, exactly as locked; only when the lock changed.
fn npm() -> Result<(), Trouble> {
    let folder = tree::root().join("tests/browser");
    let mut print = Fingerprint::new();
    print.take("lock", &tree::read(&folder.join("package-lock.json"))?);
    let wanted = print.short();
    let stamp = folder.join("node_modules/.locked");
    if std::fs::read_to_string(&stamp).is_ok_and(|there| there == wanted) {
        return Ok(());
    }
    let mut npm = Command::new("npm");
    npm.current_dir(&folder)
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    run(&mut npm)?;
    tree::write(&stamp, wanted.as_bytes())
}
