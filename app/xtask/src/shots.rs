//! Pictures of every page, to look at: phone and desk, light and dark.

use crate::run::{Trouble, run};
use crate::{install, serve, tree};
use std::process::Command;

/// Builds, then has a real browser take the pictures. What follows goes to the script: names of pages.
pub fn shots(arguments: &[String]) -> Result<(), Trouble> {
    install::for_tests()?;
    let carnet = serve::build()?;
    let mut node = Command::new("node");
    node.current_dir(tree::root().join("tests/browser"))
        .arg("shots.mjs")
        .args(arguments);
    run(node
        .env("CARNET_BIN", carnet)
        .env("CARNET_SITE", tree::site()))
}
