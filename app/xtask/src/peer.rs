//! An independent program beside ours: the Python package pygrowup2 scores the same children. See
//! `app/domain/tests/growth/peer.py` for where its rules differ from WHO's and why.

use crate::fingerprint::Fingerprint;
use crate::run::{Trouble, cargo, output, run};
use crate::{compress, tree};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The script that asks the peer.
const SCRIPT: &str = "app/domain/tests/growth/peer.py";
/// The packages that it needs, with their versions.
const PACKAGES: &str = "app/domain/tests/growth/requirements.txt";

/// The comparison of thousands of random children, ready to be run; `cargo test --workspace` has built our side.
pub fn comparison() -> Result<Command, Trouble> {
    let ours = tree::program("debug/examples", "zscores");
    let answers = answer(&ours)?;
    let mut compare = python()?;
    compare.arg("compare").arg(answers);
    Ok(compare)
}

/// Prints how many z-scores a second both compute, and what the tables weigh over the wire.
pub fn figures() -> Result<(), Trouble> {
    run(cargo().args(["build", "--release", "-p", "domain", "--example", "zscores"]))?;
    let ours = tree::program("release/examples", "zscores");
    let cases = answer(&ours)?;
    let mut repeat = Command::new(&ours);
    repeat.args(["--repeat", "300"]).stdin(open(&cases)?);
    let ours = output(&mut repeat)?;
    let theirs = output(python()?.arg("speed"))?;
    println!("z-scores a second: {ours} here (one thread), {theirs} by pygrowup2 (Python)");
    let tables = tree::read(&tree::root().join("public/growth/who.bin"))?;
    println!(
        "growth tables: {} bytes, {} over the wire (brotli)",
        tables.len(),
        compress::brotli(&tables)
            .map_err(|error| Trouble::with("growth tables", error))?
            .len()
    );
    Ok(())
}

/// Has the peer make its cases and our program answer them; the file of the answers.
fn answer(ours: &Path) -> Result<PathBuf, Trouble> {
    let folder = folder();
    let (cases, answers) = (folder.join("cases.csv"), folder.join("answers.csv"));
    let made = output(python()?.arg("make"))?;
    tree::write(&cases, made.as_bytes())?;
    let written =
        File::create(&answers).map_err(|error| Trouble::with(answers.display(), error))?;
    run(Command::new(ours).stdin(open(&cases)?).stdout(written))?;
    Ok(answers)
}

fn open(path: &Path) -> Result<File, Trouble> {
    File::open(path).map_err(|error| Trouble::with(path.display(), error))
}

fn folder() -> PathBuf {
    tree::target().join("peer")
}

/// The script in a Python of its own, with exactly the packages wanted.
fn python() -> Result<Command, Trouble> {
    let packages = tree::root().join(PACKAGES);
    let mut print = Fingerprint::new();
    print.take("packages", &tree::read(&packages)?);
    let wanted = print.short();
    let home = folder().join("python");
    let stamp = home.join("packages.stamp");
    if !std::fs::read_to_string(&stamp).is_ok_and(|there| there == wanted) {
        run(Command::new("python3")
            .args(["-m", "venv", "--clear"])
            .arg(&home))?;
        run(Command::new(home.join("bin/pip"))
            .args(["install", "--quiet", "--disable-pip-version-check", "-r"])
            .arg(&packages))?;
        tree::write(&stamp, wanted.as_bytes())?;
    }
    let mut python = Command::new(home.join("bin/python"));
    // Nothing is left behind in the checkout.
    python.arg("-B").arg(tree::root().join(SCRIPT));
    Ok(python)
}
