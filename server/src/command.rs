//! What was asked for on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::Arg::{Long, Short, Value};

/// What `carnet --help` prints.
pub const HELP: &str = "\
carnet                  starts the server and prints its address
carnet settings         prints the sample of all settings, with their defaults
carnet backup FOLDER    copies database and sealed files there, while the server may run
carnet check            checks that everything that is referenced is there, whole
carnet --version        prints the version, and the SHA-256 of every file of the site
";

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Run the server.
    Serve,
    /// Print the sample settings.
    Settings,
    /// Copy everything into a folder.
    Backup(PathBuf),
    /// Check everything.
    Check,
    /// Say which version this is.
    Version,
    /// Say what can be asked for.
    Help,
}

/// Reads the arguments, the program's name first.
pub fn read<I>(arguments: I) -> Result<Command, lexopt::Error>
where
    I: IntoIterator<Item = OsString>,
    I::IntoIter: 'static,
{
    let mut parser = lexopt::Parser::from_iter(arguments);
    let command = match parser.next()? {
        None => Command::Serve,
        Some(Short('h') | Long("help")) => Command::Help,
        Some(Short('V') | Long("version")) => Command::Version,
        Some(Value(word)) => match word.to_str() {
            Some("serve") => Command::Serve,
            Some("settings") => Command::Settings,
            Some("check") => Command::Check,
            Some("help") => Command::Help,
            Some("backup") => Command::Backup(parser.value()?.into()),
            _ => return Err(format!("there is no command {}\n\n{HELP}", word.display()).into()),
        },
        Some(other) => return Err(other.unexpected()),
    };
    match parser.next()? {
        None => Ok(command),
        Some(other) => Err(other.unexpected()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &[&str]) -> Result<Command, lexopt::Error> {
        read(
            ["carnet"]
                .iter()
                .chain(words)
                .map(OsString::from)
                .collect::<Vec<_>>(),
        )
    }

    #[test]
    fn commands_are_understood_or_refused() {
        assert_eq!(of(&[]).unwrap(), Command::Serve);
        assert_eq!(
            of(&["backup", "there"]).unwrap(),
            Command::Backup("there".into())
        );
        assert_eq!(of(&["--version"]).unwrap(), Command::Version);
        assert!(of(&["backup"]).is_err());
        assert!(of(&["check", "twice"]).is_err());
        assert!(of(&["erase"]).is_err());
        assert!(of(&["--port", "1"]).is_err());
    }
}
