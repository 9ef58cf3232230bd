//! Builds, starts, tests and packs the project. `cargo run` alone builds everything and starts the
//! server; `cargo xtask <command>` does one thing.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command's way to speak"
)]

mod bench;
mod bundle;
mod compress;
mod dist;
mod fingerprint;
mod install;
mod module;
mod peer;
mod run;
mod serve;
mod shots;
mod site;
mod split;
mod test;
mod tree;
mod urgent;

use run::Trouble;
use std::process::ExitCode;

const HELP: &str = "\
cargo run               builds the page and the server, and starts
cargo xtask build       builds the page and the server
cargo xtask serve       builds and starts; what follows goes to the server
cargo xtask test        runs every test, installing what it needs
cargo xtask shots       starts the server and takes a picture of every page
cargo xtask bench       prints figures, side by side with what they are measured against
cargo xtask dist        makes the one self-contained release binary
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_else(|| "serve".to_owned());
    let rest: Vec<String> = arguments.collect();
    match obey(&command, &rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("\n{trouble}");
            ExitCode::FAILURE
        }
    }
}

fn obey(command: &str, rest: &[String]) -> Result<(), Trouble> {
    match command {
        "build" => serve::build().map(|_| ()),
        "serve" => serve::serve(rest),
        "test" => test::test(rest),
        "shots" => shots::shots(rest),
        "bench" => bench::bench(),
        "dist" => dist::dist().map(|_| ()),
        "help" | "-h" | "--help" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(Trouble::new(format!(
            "There is no command `{other}`.\n\n{HELP}"
        ))),
    }
}
