//! Running other programs, and saying what went wrong.

use std::fmt::Display;
use std::process::{Command, Stdio};
use thiserror::Error;

/// Why a command of the build tool could not be carried out, in words for the person at the keyboard.
#[derive(Debug, Error)]
#[error("{words}")]
pub struct Trouble {
    words: String,
}

impl Trouble {
    /// Trouble in these words.
    pub fn new(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
        }
    }

    /// Trouble with what was being done, and why.
    pub fn with(what: impl Display, why: impl Display) -> Self {
        Self::new(format!("{what}: {why}"))
    }
}

/// The cargo that runs us.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(crate::tree::root());
    command
}

/// Runs to the end with our own output; anything but success is trouble.
pub fn run(command: &mut Command) -> Result<(), Trouble> {
    let status = command
        .status()
        .map_err(|error| Trouble::with(shown(command), error))?;
    if status.success() {
        Ok(())
    } else {
        Err(Trouble::with(shown(command), status))
    }
}

/// Runs to the end and gives back what it printed.
pub fn output(command: &mut Command) -> Result<String, Trouble> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| Trouble::with(shown(command), error))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    } else {
        Err(Trouble::with(shown(command), output.status))
    }
}

/// Whether it ran and succeeded; what it prints is thrown away.
pub fn succeeds(command: &mut Command) -> bool {
    let quiet = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// The command as a person would type it.
pub fn shown(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let mut words = vec![
        program
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
    ];
    words.extend(
        command
            .get_args()
            .map(|argument| argument.to_string_lossy().into_owned()),
    );
    words.join(" ")
}
