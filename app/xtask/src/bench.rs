//! Figures: how fast the page seals and opens, beside what that is measured against; how soon the release
//! binary answers, and what it weighs.

use crate::module::{self, Purpose};
use crate::run::{Trouble, cargo, run};
use crate::{dist, install, tree};
use std::process::Command;

/// Builds what is measured as it is handed out, and has a real browser measure it.
pub fn bench() -> Result<(), Trouble> {
    install::for_tests()?;
    let carnet = dist::dist()?;
    run(cargo().args(["build", "--package", "domain", "--example", "urgent_bundle"]))?;
    module::compile(Purpose::Bench)?;
    let bound = module::bind("bench-page", "bench", Purpose::Bench)?;
    let mut node = Command::new("node");
    node.current_dir(tree::root().join("tests/browser"))
        .arg("bench.mjs");
    node.env("CARNET_BENCH_MODULE", bound);
    node.env(
        "CARNET_SUMMARY",
        tree::program("debug/examples", "urgent_bundle"),
    );
    run(node
        .env("CARNET_BIN", carnet)
        .env("CARNET_SITE", dist::site()))
}
