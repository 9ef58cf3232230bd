//! All entries as JSON.

use serde_json::{Map, Value, json};

use super::{Record, planned_files};

/// All entries, as one JSON text:
/// `{"format":"carnet-entries","version":1,"entries":[{"id","author","written","entry":{…}}]}`. Each file of an entry
/// gets the `path` at which it lies in the zip, and loses what opened its sealed form.
pub fn entries_json(records: &[Record]) -> String {
    let planned = planned_files(records);
    let entries = records.iter().enumerate().map(|(number, record)| {
        let paths = planned.iter().filter(|file| file.record == number);
        let paths: Vec<(&str, &str)> = paths
            .map(|file| (file.file.blob.as_str(), file.path.as_str()))
            .collect();
        let mut entry = Value::Object(record.plain.to_fields());
        open_files(&mut entry, &paths);
        json!({
            "id": record.id,
            "author": record.author,
            "written": record.written,
            "entry": entry,
        })
    });
    let whole =
        json!({ "format": "carnet-entries", "version": 1, "entries": entries.collect::<Vec<_>>() });
    format!("{whole:#}")
}

/// Anything with a blob and an identity is a sealed file, also inside what this version cannot read.
fn open_files(value: &mut Value, paths: &[(&str, &str)]) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| open_files(item, paths)),
        Value::Object(fields) => {
            if fields.contains_key("blob") && fields.contains_key("identity") {
                name_path(fields, paths);
            }
            fields
                .values_mut()
                .for_each(|field| open_files(field, paths));
        }
        _ => {}
    }
}

fn name_path(file: &mut Map<String, Value>, paths: &[(&str, &str)]) {
    for sealed in ["identity", "header", "thumbnail", "reading"] {
        file.remove(sealed);
    }
    let blob = file.get("blob").and_then(Value::as_str).unwrap_or_default();
    if let Some((_, path)) = paths.iter().find(|(planned, _)| *planned == blob) {
        file.insert("path".to_owned(), (*path).into());
    }
}
