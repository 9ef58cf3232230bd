//! Figures: how fast the page seals and opens, beside what that is measured against; how soon a large carnet opens; how
//! soon the release binary answers, what it weighs, and how much it serves; how fast growth is scored.

use crate::module::{self, Purpose};
use crate::run::{Trouble, cargo, run};
use crate::{dist, install, peer, tree};
use std::process::Command;

/// Builds what is measured as it is handed out, and has a real browser measure it.
pub fn bench() -> Result<(), Trouble> {
    install::for_tests()?;
    peer::figures()?;
    let carnet = dist::dist()?;
    run(cargo().args(["build", "--package", "domain", "--example", "urgent_bundle"]))?;
    module::compile(Purpose::Bench)?;
    run(cargo().args(["build", "--package", "story", "--example", "crowd"]))?;
    let bound = module::bind("bench-page", "bench", Purpose::Bench)?;
    let mut node = Command::new("node");
    node.current_dir(tree::root().join("tests/browser"))
        .arg("bench.mjs");
    node.env("CARNET_BENCH_MODULE", bound);
    let example = |name: &str| tree::program("debug/examples", name);
    node.env("CARNET_SUMMARY", example("urgent_bundle"))
        .env("CARNET_BENCH_CROWD", example("crowd"));
    run(node
        .env("CARNET_BIN", carnet)
        .env("CARNET_SITE", dist::site()))?;
    run(cargo()
        .args(["bench", "--package", "storage", "--package", "server"])
        .args(["--bench", "bare", "--bench", "throughput"]))
}
