//! The example carnet on its way from whoever writes it to whoever seals it: in a browser the one is a worker, so that its
//! texts and pictures weigh nothing on the page.

use chrono::NaiveDate;
use domain::{EntryRef, Plain};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// An entry of the example.
#[derive(Debug, Clone)]
pub struct ExampleEntry {
    /// Its name within the example, which the links between its entries use.
    pub id: EntryRef,
    /// The entry; its files have a name, a type and a size so far.
    pub plain: Plain,
    /// Its files, in the order of [`domain::Entry::files`].
    pub files: Vec<ExampleFile>,
}

/// A file of the example.
#[derive(Debug, Clone)]
pub struct ExampleFile {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub mime: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The carnet of Théo, who does not exist.
pub fn theo(today: NaiveDate) -> Vec<ExampleEntry> {
    let written = domain::example::theo(today).into_iter();
    let entries = written.map(|row| ExampleEntry {
        id: row.id,
        plain: Plain::new(row.entry),
        files: row
            .files
            .into_iter()
            .map(|file| ExampleFile {
                name: file.name,
                mime: file.mime.to_owned(),
                bytes: file.bytes,
            })
            .collect(),
    });
    entries.collect()
}

/// An entry as it travels: its files' bytes go beside the text, in the same order.
#[derive(Serialize, Deserialize)]
struct Row {
    id: String,
    fields: Map<String, Value>,
    /// Name and media type.
    files: Vec<(String, String)>,
}

/// The text of the entries, and the bytes of all their files.
pub(crate) fn write(entries: Vec<ExampleEntry>) -> Option<(String, Vec<Vec<u8>>)> {
    let mut bytes = Vec::new();
    let mut rows = Vec::with_capacity(entries.len());
    for entry in entries {
        let mut files = Vec::with_capacity(entry.files.len());
        for file in entry.files {
            files.push((file.name, file.mime));
            bytes.push(file.bytes);
        }
        rows.push(Row {
            id: entry.id.0,
            fields: entry.plain.to_fields(),
            files,
        });
    }
    Some((serde_json::to_string(&rows).ok()?, bytes))
}

/// Reads what [`write`] gave. None if the two do not fit together.
pub(crate) fn read(
    text: &str,
    mut bytes: impl Iterator<Item = Vec<u8>>,
) -> Option<Vec<ExampleEntry>> {
    let rows: Vec<Row> = serde_json::from_str(text).ok()?;
    let entries = rows.into_iter().map(|row| {
        let files = row.files.into_iter().map(|(name, mime)| {
            Some(ExampleFile {
                name,
                mime,
                bytes: bytes.next()?,
            })
        });
        Some(ExampleEntry {
            files: files.collect::<Option<_>>()?,
            id: EntryRef(row.id),
            plain: Plain::from_fields(row.fields).ok()?,
        })
    });
    entries.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_travels_arrives_as_it_was() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let (text, bytes) = write(theo(today)).unwrap();
        let arrived = read(&text, bytes.clone().into_iter()).unwrap();
        assert_eq!(arrived.len(), theo(today).len());
        assert_eq!(write(arrived).unwrap(), (text.clone(), bytes));
        assert!(read(&text, std::iter::empty()).is_none());
    }
}
