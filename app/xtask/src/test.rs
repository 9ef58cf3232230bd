//! Every test, in one command: those of the crates, against a real PostgreSQL as well, then those in a real
//! browser. No test is skipped silently: one that was is a failure.

mod count;
pub mod postgres;

use crate::module::{self, Purpose};
use crate::run::{Trouble, cargo, run};
use crate::{install, peer, site, tree};
use count::Count;
use std::path::Path;
use std::process::Command;

/// What is built for the tests, all at once: one selection for building and testing, so that no crate is
/// compiled twice with other features.
const EVERYTHING: &[&str] = &["--workspace", "--lib", "--bins", "--examples", "--tests"];

/// Runs all tests; words that follow narrow them: `crates`, `browser`, or both when there are none.
pub fn test(words: &[String]) -> Result<(), Trouble> {
    let wanted = |kind: &str| words.is_empty() || words.iter().any(|word| word == kind);
    install::for_tests()?;
    run(cargo().arg("build").args(EVERYTHING))?;
    let site = tree::site();
    site::build(Purpose::Tests, &site, &tree::program("debug", "draw"))?;

    let mut count = Count::default();
    if wanted("crates") {
        let cluster = postgres::Cluster::start()?;
        let mut tests = cargo();
        tests.args(["test", "--workspace", "--no-fail-fast"]);
        count.run(tests.env("CARNET_TEST_POSTGRES", cluster.url()))?;
        count.run(&mut peer::comparison()?)?;
        count.run(&mut peer::agenda()?)?;
    }
    if wanted("browser") {
        count.run(&mut browser_tests(&site)?)?;
    }
    count.verdict()
}

/// The tests in a real browser, file by file: each starts a server of its own.
fn browser_tests(site: &Path) -> Result<Command, Trouble> {
    let folder = tree::root().join("tests/browser");
    let files = tree::files(&folder)?;
    let tests = files.into_iter().filter(|file| {
        file.components().count() == 1 && file.to_string_lossy().ends_with(".test.mjs")
    });
    let mut node = Command::new("node");
    node.current_dir(folder)
        .args([
            "--test",
            "--test-reporter=spec",
            "--test-concurrency=1",
            "--test-timeout=300000",
        ])
        .args(tests)
        .env("CARNET_BIN", tree::program("debug", "carnet"))
        .env("CARNET_SITE", site)
        .env(
            "CARNET_SUMMARY",
            tree::program("debug/examples", "urgent_bundle"),
        )
        .env("CARNET_FAMILY", tree::program("debug/examples", "family"))
        .env(
            "CARNET_SHELF_CONTRACT",
            module::bind("shelf-contract", "shelf", Purpose::Tests)?,
        );
    if let Some(chromium) = install::chromium() {
        node.env("CARNET_CHROMIUM", chromium);
    }
    Ok(node)
}
