//! What changed between two versions of an entry, for its history.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::entry::Entry;
use crate::plain::Plain;
use crate::term::Lang;
use crate::words::Line;

/// A field of the written form that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Its name.
    pub field: String,
    /// What stood there, if anything.
    pub before: Option<Value>,
    /// What stands there now, if anything.
    pub after: Option<Value>,
}

/// A field that differs, in words. Empty text means that nothing stood or stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineChange {
    /// Its name in the written form.
    pub field: &'static str,
    /// What the field is called.
    pub label: &'static str,
    /// What stood there.
    pub before: String,
    /// What stands there now.
    pub after: String,
}

/// The fields of the written form that differ, in order of name.
pub fn changed_fields(before: &Plain, after: &Plain) -> Vec<FieldChange> {
    let (old, new) = (before.to_fields(), after.to_fields());
    let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let differ = names
        .into_iter()
        .filter(|name| old.get(*name) != new.get(*name));
    differ
        .map(|name| FieldChange {
            field: name.clone(),
            before: old.get(name).cloned(),
            after: new.get(name).cloned(),
        })
        .collect()
}

/// The lines that differ, in words, in the order in which the entry shows them.
pub fn changed_lines(before: &Entry, after: &Entry, lang: Lang) -> Vec<LineChange> {
    let (old, new) = (before.lines(lang), after.lines(lang));
    let text = |lines: &[Line], field: &str| {
        let found = lines.iter().find(|line| line.field == field);
        found.map(|line| line.text.clone()).unwrap_or_default()
    };
    let gone = old
        .iter()
        .filter(|line| !new.iter().any(|kept| kept.field == line.field));
    let all = new.iter().chain(gone).map(|line| LineChange {
        field: line.field,
        label: line.label,
        before: text(&old, line.field),
        after: text(&new, line.field),
    });
    all.filter(|change| change.before != change.after).collect()
}
