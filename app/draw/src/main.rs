//! Draws every page once, when the project is built: `draw <site folder> <assets folder>`, the second as
//! seen from the first. Every visitor gets these bytes; whatever belongs to one person fills in after
//! unlocking, in the browser.

mod body;
mod shell;
mod site;

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(site), Some(assets), None) = (arguments.next(), arguments.next(), arguments.next())
    else {
        complain("usage: draw <site folder> <assets folder>");
        return ExitCode::FAILURE;
    };
    match site::draw(&PathBuf::from(site), &assets) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

#[allow(clippy::print_stderr, reason = "a command's way to speak")]
fn complain(words: &str) {
    eprintln!("draw: {words}");
}
