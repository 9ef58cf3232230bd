//! `carnet`: see `carnet --help`.
#![forbid(unsafe_code)]
// A command speaks by printing.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::process::ExitCode;

use server::command::{Command, HELP, read};
use server::settings::{SAMPLE, Settings};
use server::{backup, check, log, serve, version};

#[tokio::main]
async fn main() -> ExitCode {
    match obey().await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("carnet: {}", log::chain(error.as_ref()));
            ExitCode::FAILURE
        }
    }
}

async fn obey() -> Result<ExitCode, Box<dyn std::error::Error>> {
    let command = read(std::env::args_os())?;
    match command {
        Command::Help => print!("{HELP}"),
        Command::Settings => print!("{SAMPLE}"),
        Command::Version => print!("{}", version::text(&Settings::read()?)?),
        Command::Serve => serve::until_told(&Settings::read()?).await?,
        Command::Backup(folder) => println!("{}", backup::run(&Settings::read()?, &folder).await?),
        Command::Check => {
            let report = check::run(&Settings::read()?).await?;
            println!("{report}");
            return Ok(report.exit());
        }
    }
    Ok(ExitCode::SUCCESS)
}
