//! The written form of an entry: what is sealed.
//!
//! ```json
//! {"v":1,"min_edit":1,"kind":"allergy","agent":"Pénicilline","severity":"severe"}
//! ```
//!
//! `v` is the version that wrote it, `min_edit` the lowest version that may write it again. Fields at the top level
//! that this version does not know are kept and written back. So: **a new field at the top level needs nothing; a new
//! field deeper down, a new code in a list or a new meaning raises `min_edit`.** Empty fields are left out.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::bounds::beyond;
use crate::entry::{Entry, Kind, Unknown, WhyUnknown};
use crate::term::Term;

/// The version that this code writes.
pub const VERSION: u32 = 1;

/// An entry's written form may not be longer than this, in bytes. Longer things are files.
pub const MAX_PLAIN: usize = 256 * 1024;

/// An entry together with what belongs to its written form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plain {
    v: u32,
    min_edit: u32,
    /// The entry.
    pub entry: Entry,
    extra: Map<String, Value>,
}

/// Bytes that are no entry at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Longer than [`MAX_PLAIN`].
    #[error("an entry of {0} bytes is too long")]
    TooLong(usize),
    /// Not JSON.
    #[error("not JSON")]
    NotJson,
    /// JSON, but not an object.
    #[error("not a JSON object")]
    NotAnObject,
    /// `v` or `min_edit` is missing or no version number.
    #[error("no version")]
    NoVersion,
    /// `kind` is missing or no text.
    #[error("no kind")]
    NoKind,
}

impl Plain {
    /// A new entry, as this version writes it.
    pub fn new(entry: Entry) -> Self {
        Self {
            v: VERSION,
            min_edit: 1,
            entry,
            extra: Map::new(),
        }
    }

    /// The same writing with its entry changed: fields unknown to this version stay.
    #[must_use]
    pub fn with(&self, entry: Entry) -> Self {
        Self {
            v: self.v.max(VERSION),
            min_edit: self.min_edit,
            entry,
            extra: self.extra.clone(),
        }
    }

    /// Whether this version may write it again.
    pub fn editable(&self) -> bool {
        self.min_edit <= VERSION && !matches!(self.entry, Entry::Unknown(_))
    }

    /// Fields at the top level that this version does not know.
    pub fn extra(&self) -> &Map<String, Value> {
        &self.extra
    }

    /// Reads the written form. A kind or form that this version cannot read becomes [`Entry::Unknown`], never a loss.
    pub fn read(bytes: &[u8]) -> Result<Self, ReadError> {
        if bytes.len() > MAX_PLAIN {
            return Err(ReadError::TooLong(bytes.len()));
        }
        match serde_json::from_slice(bytes).map_err(|_| ReadError::NotJson)? {
            Value::Object(fields) => Self::from_fields(fields),
            _ => Err(ReadError::NotAnObject),
        }
    }

    /// Writes it. What was read from another version is written back with everything it had.
    pub fn write(&self) -> Vec<u8> {
        Value::Object(self.to_fields()).to_string().into_bytes()
    }

    /// All fields of the written form.
    pub fn to_fields(&self) -> Map<String, Value> {
        if let Entry::Unknown(unknown) = &self.entry {
            return unknown.fields.clone();
        }
        let mut fields = body(&self.entry);
        for (name, value) in &self.extra {
            fields.entry(name.clone()).or_insert_with(|| value.clone());
        }
        fields.insert("v".to_owned(), self.v.into());
        fields.insert("min_edit".to_owned(), self.min_edit.into());
        if let Some(kind) = self.entry.kind() {
            fields.insert("kind".to_owned(), kind.code().into());
        }
        fields
    }

    /// From all fields of the written form.
    pub fn from_fields(fields: Map<String, Value>) -> Result<Self, ReadError> {
        let version = |name: &str| {
            let number = fields.get(name).and_then(Value::as_u64);
            number
                .and_then(|number| u32::try_from(number).ok())
                .filter(|number| *number > 0)
        };
        let v = version("v").ok_or(ReadError::NoVersion)?;
        let min_edit = version("min_edit").ok_or(ReadError::NoVersion)?;
        let code = fields
            .get("kind")
            .and_then(Value::as_str)
            .ok_or(ReadError::NoKind)?
            .to_owned();
        let beyond = fields.values().any(beyond);
        let read = Kind::from_code(&code)
            .filter(|_| !beyond)
            .map(|kind| entry_from(kind, fields.clone()));
        let (entry, extra) = match read {
            Some(Ok(read)) => read,
            other => {
                let why = match other {
                    _ if beyond => WhyUnknown::Malformed,
                    None => WhyUnknown::NewKind,
                    Some(_) if v > VERSION || min_edit > VERSION => WhyUnknown::NewerForm,
                    Some(_) => WhyUnknown::Malformed,
                };
                (
                    Entry::Unknown(Unknown {
                        kind: code,
                        why,
                        fields,
                    }),
                    Map::new(),
                )
            }
        };
        Ok(Self {
            v,
            min_edit,
            entry,
            extra,
        })
    }
}

#[derive(Deserialize)]
struct WithExtra<T> {
    #[serde(flatten)]
    body: T,
    #[serde(flatten)]
    extra: Map<String, Value>,
}

fn entry_from(
    kind: Kind,
    mut fields: Map<String, Value>,
) -> Result<(Entry, Map<String, Value>), serde_json::Error> {
    for own in ["v", "min_edit", "kind"] {
        fields.remove(own);
    }
    fn typed<T: DeserializeOwned>(
        fields: Map<String, Value>,
        wrap: fn(T) -> Entry,
    ) -> Result<(Entry, Map<String, Value>), serde_json::Error> {
        let read: WithExtra<T> = serde_json::from_value(Value::Object(fields))?;
        Ok((wrap(read.body), read.extra))
    }
    match kind {
        Kind::Identity => typed(fields, Entry::Identity),
        Kind::Contact => typed(fields, Entry::Contact),
        Kind::Consent => typed(fields, Entry::Consent),
        Kind::Habit => typed(fields, Entry::Habit),
        Kind::Problem => typed(fields, Entry::Problem),
        Kind::Allergy => typed(fields, Entry::Allergy),
        Kind::Treatment => typed(fields, Entry::Treatment),
        Kind::Vaccine => typed(fields, Entry::Vaccine),
        Kind::Device => typed(fields, Entry::Device),
        Kind::Stay => typed(fields, Entry::Stay),
        Kind::Step => typed(fields, Entry::Step),
        Kind::Measurement => typed(fields, Entry::Measurement),
        Kind::Readings => typed(fields, Entry::Readings),
        Kind::Events => typed(fields, Entry::Events),
        Kind::OwnMeasure => typed(fields, Entry::OwnMeasure),
        Kind::Mark => typed(fields, Entry::Mark),
        Kind::Objective => typed(fields, Entry::Objective),
        Kind::Document => typed(fields, Entry::Document),
        Kind::Project => typed(fields, Entry::Project),
        Kind::Entitlement => typed(fields, Entry::Entitlement),
        Kind::Expiry => typed(fields, Entry::Expiry),
        Kind::Procedure => typed(fields, Entry::Procedure),
        Kind::MdphFile => typed(fields, Entry::MdphFile),
        Kind::Letter => typed(fields, Entry::Letter),
        Kind::Note => typed(fields, Entry::Note),
        Kind::Seen => typed(fields, Entry::Seen),
        Kind::Report => typed(fields, Entry::Report),
        Kind::Danger => typed(fields, Entry::Danger),
        Kind::Crisis => typed(fields, Entry::Crisis),
        Kind::UsualState => typed(fields, Entry::UsualState),
        Kind::UrgentSheet => typed(fields, Entry::UrgentSheet),
        Kind::Appointment => typed(fields, Entry::Appointment),
        Kind::Series => typed(fields, Entry::Series),
        Kind::Absence => typed(fields, Entry::Absence),
        Kind::AgendaSettings => typed(fields, Entry::AgendaSettings),
        Kind::Settled => typed(fields, Entry::Settled),
        Kind::Statement => typed(fields, Entry::Statement),
    }
}

/// The entry's own fields, without the empty ones.
fn body(entry: &Entry) -> Map<String, Value> {
    fn fields<T: Serialize>(entry: &T) -> Map<String, Value> {
        // Plain structs of texts, numbers and lists always have a JSON form.
        match serde_json::to_value(entry) {
            Ok(Value::Object(fields)) => without_empty(fields),
            _ => Map::new(),
        }
    }
    match entry {
        Entry::Identity(entry) => fields(entry),
        Entry::Contact(entry) => fields(entry),
        Entry::Consent(entry) => fields(entry),
        Entry::Habit(entry) => fields(entry),
        Entry::Problem(entry) => fields(entry),
        Entry::Allergy(entry) => fields(entry),
        Entry::Treatment(entry) => fields(entry),
        Entry::Vaccine(entry) => fields(entry),
        Entry::Device(entry) => fields(entry),
        Entry::Stay(entry) => fields(entry),
        Entry::Step(entry) => fields(entry),
        Entry::Measurement(entry) => fields(entry),
        Entry::Readings(entry) => fields(entry),
        Entry::Events(entry) => fields(entry),
        Entry::OwnMeasure(entry) => fields(entry),
        Entry::Mark(entry) => fields(entry),
        Entry::Objective(entry) => fields(entry),
        Entry::Document(entry) => fields(entry),
        Entry::Project(entry) => fields(entry),
        Entry::Entitlement(entry) => fields(entry),
        Entry::Expiry(entry) => fields(entry),
        Entry::Procedure(entry) => fields(entry),
        Entry::MdphFile(entry) => fields(entry),
        Entry::Letter(entry) => fields(entry),
        Entry::Note(entry) => fields(entry),
        Entry::Seen(entry) => fields(entry),
        Entry::Report(entry) => fields(entry),
        Entry::Danger(entry) => fields(entry),
        Entry::Crisis(entry) => fields(entry),
        Entry::UsualState(entry) => fields(entry),
        Entry::UrgentSheet(entry) => fields(entry),
        Entry::Appointment(entry) => fields(entry),
        Entry::Series(entry) => fields(entry),
        Entry::Absence(entry) => fields(entry),
        Entry::AgendaSettings(entry) => fields(entry),
        Entry::Settled(entry) => fields(entry),
        Entry::Statement(entry) => fields(entry),
        Entry::Unknown(unknown) => unknown.fields.clone(),
    }
}

fn without_empty(fields: Map<String, Value>) -> Map<String, Value> {
    let kept = fields
        .into_iter()
        .filter_map(|(name, value)| kept(value).map(|value| (name, value)));
    kept.collect()
}

/// The value without what is empty inside it; none if nothing is left. An item of a list always stays, for its place.
fn kept(value: Value) -> Option<Value> {
    match value {
        Value::Null | Value::Bool(false) => None,
        Value::String(text) if text.is_empty() => None,
        Value::Array(items) if items.is_empty() => None,
        Value::Array(items) => {
            let items = items.into_iter().map(|item| match item {
                Value::Object(fields) => Value::Object(without_empty(fields)),
                item => item,
            });
            Some(Value::Array(items.collect()))
        }
        Value::Object(fields) => {
            let fields = without_empty(fields);
            (!fields.is_empty()).then_some(Value::Object(fields))
        }
        value => Some(value),
    }
}
