//! Builds both sides and starts the server.

use crate::module::Purpose;
use crate::run::{Trouble, cargo, run, shown};
use crate::{site, tree};
use std::path::PathBuf;
use std::process::Command;

/// Builds the site and the server; gives back where the server lies.
pub fn build() -> Result<PathBuf, Trouble> {
    run(cargo().args(["build", "--package", "draw"]))?;
    site::build(
        Purpose::Trial,
        &tree::site(),
        &tree::program("debug", "draw"),
    )?;
    run(cargo().args(["build", "--package", "server"]))?;
    Ok(tree::program("debug", "carnet"))
}

/// Builds, then becomes the server: it prints its address, and ctrl-c reaches it directly.
pub fn serve(arguments: &[String]) -> Result<(), Trouble> {
    let mut server = Command::new(build()?);
    server
        .current_dir(tree::root())
        .args(arguments)
        .env("CARNET_SITE", tree::site());
    Err(become_it(&mut server))
}

#[cfg(unix)]
fn become_it(server: &mut Command) -> Trouble {
    use std::os::unix::process::CommandExt;
    let error = server.exec();
    Trouble::with(shown(server), error)
}

#[cfg(not(unix))]
fn become_it(server: &mut Command) -> Trouble {
    match server.status() {
        Ok(status) => std::process::exit(status.code().unwrap_or(1)),
        Err(error) => Trouble::with(shown(server), error),
    }
}
