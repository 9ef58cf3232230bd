//! Figures: how fast the page seals and opens, beside what that is measured against; how soon the release
//! binary answers, and what it weighs.

use crate::module::{self, Purpose};
use crate::run::{Trouble, run};
use crate::{dist, install, tree};
use std::process::Command;

/// Builds what is measured as it is handed out, and has a real browser measure it.
pub fn bench() -> Result<(), Trouble> {
    install::for_tests()?;
    let carnet = dist::dist()?;
    module::compile(Purpose::Bench)?;
    let bound = module::bind("bench-page", "bench", Purpose::Bench)?;
    let mut node = Command::new("node");
    node.current_dir(tree::root().join("tests/browser"))
        .arg("bench.mjs");
    node.env("CARNET_BENCH_MODULE", bound);
    run(node
        .env("CARNET_BIN", carnet)
        .env("CARNET_SITE", dist::site()))
}
