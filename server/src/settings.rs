//! The settings, and the only place that reads the environment.
//!
//! They come from the sample's defaults, then from a file, then from the environment, the later winning. The sample that
//! `carnet settings` prints is the very text that the defaults are read from.

use core::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;

use serde::Deserialize;
use toml::{Table, Value};

/// The sample, with every setting, its meaning and its default.
pub const SAMPLE: &str = include_str!("../carnet.sample.toml");

/// The file that is read if no other is named.
const FILE: &str = "carnet.toml";

/// Everything that can be set.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Where to listen.
    pub listen: SocketAddr,
    /// The address that browsers see; empty for localhost with the port that is listened on.
    pub origin: String,
    /// The folder of the database and of the sealed files.
    pub data: PathBuf,
    /// Address of a PostgreSQL database; empty for SQLite.
    pub database: String,
    /// The folder of the drawn pages.
    pub site: PathBuf,
    /// What is logged.
    pub log: String,
    /// Bytes that one carnet may hold.
    pub carnet_bytes: u64,
    /// Entries that one carnet may hold.
    pub carnet_entries: u64,
    /// Carnets that one account may open.
    pub account_carnets: u64,
    /// Requests in a minute by one session.
    pub session_requests: u32,
    /// Requests in a minute from one address.
    pub address_requests: u32,
    /// Requests in a minute from one address that change something while nobody is signed in.
    pub stranger_requests: u32,
    /// Whether new accounts are opened.
    pub registration: Registration,
    /// Days for which a line of the access journal is kept.
    pub journal_days: u64,
    /// Lines of the access journal kept for one carnet.
    pub journal_lines: u64,
    /// Failed tries at one name or code in a quarter of an hour.
    pub sign_in_tries: u64,
    /// S3: address of the service.
    pub s3_endpoint: String,
    /// S3: region.
    pub s3_region: String,
    /// S3: bucket.
    pub s3_bucket: String,
    /// S3: access key.
    pub s3_access_key: String,
    /// S3: secret key.
    pub s3_secret_key: String,
    /// Where mails go out (`smtps://name:password@host`); empty if none are sent.
    pub smtp: String,
    /// The address that mails come from.
    pub mail_from: String,
    /// Which push services messages to devices are handed to.
    pub push: Push,
    /// The header in which a reverse proxy names the client's address; empty for none.
    pub client_address_header: String,
}

/// Whether new accounts are opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Registration {
    /// For everybody.
    Open,
    /// For nobody: who has an account keeps it.
    Closed,
}

/// Which push services messages to devices are handed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Push {
    /// None: nothing is pushed.
    Off,
    /// Those of the public network, by https.
    Public,
    /// Any, also on this machine and in its neighbourhood.
    Anywhere,
}

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file is there but cannot be read.
    #[error("the settings file {} cannot be read", path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A setting has a wrong name or a wrong value.
    #[error("the settings are not right")]
    Value(#[from] toml::de::Error),
    /// A number was expected.
    #[error("CARNET_{} must be a number", name.to_uppercase())]
    Number {
        /// Which setting.
        name: String,
    },
    /// Passkeys and cookies need https, except on localhost.
    #[error("origin must begin with https:// (or be http://localhost…), without a final slash")]
    Origin,
    /// One of the two, not both.
    #[error("mails need both smtp and mail_from")]
    Mail,
    /// Some of the five, not all.
    #[error("S3 storage needs all five s3_ settings")]
    Storage,
}

impl Settings {
    /// From the file and the environment of this process.
    pub fn read() -> Result<Self, SettingsError> {
        let named = std::env::var_os("CARNET_SETTINGS").map(PathBuf::from);
        let file = match &named {
            Some(path) => Some(read_file(path)?),
            None if PathBuf::from(FILE).exists() => Some(read_file(&PathBuf::from(FILE))?),
            None => None,
        };
        Self::merge(file.as_deref().unwrap_or(""), |name| {
            std::env::var(name).ok()
        })
    }

    /// The defaults, then a file's text, then what `environment` answers for `CARNET_<NAME>`.
    pub fn merge(
        file: &str,
        environment: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, SettingsError> {
        let mut table: Table = SAMPLE.parse()?;
        let given: Table = file.parse()?;
        let names: Vec<String> = table.keys().cloned().collect();
        table.extend(given);
        for name in names {
            let Some(text) = environment(&format!("CARNET_{}", name.to_uppercase())) else {
                continue;
            };
            let value = match table.get(&name) {
                Some(Value::Integer(_)) => Value::Integer(
                    text.parse()
                        .map_err(|_| SettingsError::Number { name: name.clone() })?,
                ),
                _ => Value::String(text),
            };
            table.insert(name, value);
        }
        let settings: Self = table.try_into()?;
        settings.checked()
    }

    /// Whether browsers reach the server by TLS.
    pub fn secure(&self) -> bool {
        self.origin.starts_with("https://")
    }

    /// Whether sealed files go to S3-compatible storage.
    pub fn s3(&self) -> bool {
        !self.s3_bucket.is_empty()
    }

    /// The bare address that mails come from, without a name before it; empty if there is none.
    pub fn mail_address(&self) -> &str {
        let from = self.mail_from.trim();
        match from.rsplit_once('<') {
            Some((_, address)) => address.trim_end_matches('>'),
            None => from,
        }
    }

    fn checked(self) -> Result<Self, SettingsError> {
        let host = self
            .origin
            .strip_prefix("http://")
            .and_then(|rest| rest.split([':', '/']).next());
        let fine = self.secure() || host == Some("localhost") || self.origin.is_empty();
        if !fine || self.origin.ends_with('/') {
            return Err(SettingsError::Origin);
        }
        let five = [
            &self.s3_endpoint,
            &self.s3_region,
            &self.s3_bucket,
            &self.s3_access_key,
            &self.s3_secret_key,
        ];
        let given = five.iter().filter(|setting| !setting.is_empty()).count();
        if given != 0 && given != five.len() {
            return Err(SettingsError::Storage);
        }
        if self.smtp.is_empty() != self.mail_from.is_empty() {
            return Err(SettingsError::Mail);
        }
        Ok(self)
    }
}

fn read_file(path: &PathBuf) -> Result<String, SettingsError> {
    std::fs::read_to_string(path).map_err(|source| SettingsError::File {
        path: path.clone(),
        source,
    })
}

/// Without what nobody should find in a log.
impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("listen", &self.listen)
            .field("origin", &self.origin)
            .field("data", &self.data)
            .field("postgres", &!self.database.is_empty())
            .field("s3", &self.s3())
            .field("mail", &!self.smtp.is_empty())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merged(file: &str, environment: &[(&str, &str)]) -> Result<Settings, SettingsError> {
        let find = |name: &str| {
            environment
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        };
        Settings::merge(file, find)
    }

    #[test]
    fn the_sample_is_the_default() {
        let settings = merged("", &[]).unwrap();
        assert_eq!(settings, merged(SAMPLE, &[]).unwrap());
        assert_eq!(settings.listen.port(), 8080);
    }

    #[test]
    fn the_environment_wins_over_the_file_and_the_file_over_the_sample() {
        let settings = merged(
            "data = \"a\"\nlog = \"warn\"",
            &[("CARNET_DATA", "b"), ("CARNET_CARNET_BYTES", "7")],
        )
        .unwrap();
        assert_eq!(
            (settings.data, settings.log.as_str(), settings.carnet_bytes),
            ("b".into(), "warn", 7)
        );
    }

    #[test]
    fn a_wrong_name_or_value_is_said() {
        assert!(matches!(
            merged("lisen = \"x\"", &[]),
            Err(SettingsError::Value(_))
        ));
        assert!(matches!(
            merged("", &[("CARNET_CARNET_BYTES", "many")]),
            Err(SettingsError::Number { .. })
        ));
        assert!(matches!(
            merged("", &[("CARNET_REGISTRATION", "maybe")]),
            Err(SettingsError::Value(_))
        ));
        assert!(matches!(
            merged("origin = \"http://example.org\"", &[]),
            Err(SettingsError::Origin)
        ));
        assert!(matches!(
            merged("origin = \"http://localhost.example.org\"", &[]),
            Err(SettingsError::Origin)
        ));
        assert!(matches!(
            merged("s3_bucket = \"files\"", &[]),
            Err(SettingsError::Storage)
        ));
        assert!(matches!(
            merged("smtp = \"smtps://mail.example.org\"", &[]),
            Err(SettingsError::Mail)
        ));
    }

    #[test]
    fn secrets_are_not_shown() {
        let secret = "postgres://carnet:hunter2@db/carnet";
        let settings = merged(
            "",
            &[
                ("CARNET_DATABASE", secret),
                ("CARNET_LISTEN", "127.0.0.1:0"),
            ],
        )
        .unwrap();
        assert!(!format!("{settings:?}").contains("hunter2"));
    }
}
