//! Independent programs beside ours: the Python package pygrowup2 scores the same children, and icalendar with
//! recurring_ical_events reads the same agenda. See `app/domain/tests/growth/peer.py` for where the rules of growth differ
//! from WHO's and why, and `app/store/tests/calendar/peer.py`.

use crate::fingerprint::Fingerprint;
use crate::run::{Trouble, cargo, output, run};
use crate::{compress, tree};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A peer: the folder of its script and of the packages that it needs, with their versions.
#[derive(Clone, Copy)]
struct Peer(&'static str);

/// Who scores children.
const GROWTH: Peer = Peer("app/domain/tests/growth");
/// Who reads agendas.
const CALENDAR: Peer = Peer("app/store/tests/calendar");

/// The comparison of thousands of random children, ready to be run; `cargo test --workspace` has built our side.
pub fn comparison() -> Result<Command, Trouble> {
    let ours = tree::program("debug/examples", "zscores");
    let answers = answer(&ours)?;
    let mut compare = python(GROWTH)?;
    compare.arg("compare").arg(answers);
    Ok(compare)
}

/// The agenda of the example, with hard cases, read back by programs that are not ours.
pub fn agenda() -> Result<Command, Trouble> {
    let folder = folder();
    std::fs::create_dir_all(&folder).map_err(|error| Trouble::with(folder.display(), error))?;
    let file = folder.join("agenda.json");
    let written = File::create(&file).map_err(|error| Trouble::with(file.display(), error))?;
    let ours = tree::program("debug/examples", "agenda_file");
    run(Command::new(ours).stdout(written))?;
    let mut compare = python(CALENDAR)?;
    compare.arg("compare").arg(file);
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
    let theirs = output(python(GROWTH)?.arg("speed"))?;
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
    let made = output(python(GROWTH)?.arg("make"))?;
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
fn python(peer: Peer) -> Result<Command, Trouble> {
    let place = tree::root().join(peer.0);
    let packages = place.join("requirements.txt");
    let mut print = Fingerprint::new();
    print.take("packages", &tree::read(&packages)?);
    let wanted = print.short();
    let name = place.file_name().unwrap_or_default();
    let home = folder().join("python").join(name);
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
    python.arg("-B").arg(place.join("peer.py"));
    Ok(python)
}
