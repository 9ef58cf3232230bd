//! Two people changed the same entry without knowing of each other: what can be put together, and what a person must
//! decide.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::gather::gathered;
use crate::plain::Plain;

/// What became of two changes to one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merge {
    /// They touched different things, or did the same: both are in here.
    Merged(Box<Plain>),
    /// They cannot both stand. The fields to choose between, in order of name.
    Conflict(Vec<FieldConflict>),
}

/// One field that two people wrote differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldConflict {
    /// Its name in the written form.
    pub field: String,
    /// What stood there before both.
    pub base: Option<Value>,
    /// What I wrote.
    pub mine: Option<Value>,
    /// What the other wrote.
    pub theirs: Option<Value>,
}

/// Puts two versions made from the same base together, field by field at the top level. Fields that mean something
/// only together (see [`crate::Kind::bound_fields`]) count as one; lists that people add to keep what either added (see
/// [`crate::Kind::gathered_fields`]).
pub fn merge(base: &Plain, mine: &Plain, theirs: &Plain) -> Merge {
    let (old, my, their) = (base.to_fields(), mine.to_fields(), theirs.to_fields());
    let changed = |new: &Map<String, Value>| -> BTreeSet<String> {
        let names = old
            .keys()
            .chain(new.keys())
            .filter(|name| !is_version(name));
        names
            .filter(|name| old.get(*name) != new.get(*name))
            .cloned()
            .collect()
    };
    let (mut by_me, mut by_them) = (changed(&my), changed(&their));

    // What this version cannot read it cannot judge either: every difference is then a person's to settle.
    let understood = [base, mine, theirs].iter().all(|side| side.editable());
    let gathered = if understood {
        gathered(base.entry.kind(), [&old, &my, &their])
    } else {
        Vec::new()
    };
    for (field, _) in &gathered {
        by_me.remove(*field);
        by_them.remove(*field);
    }
    let mut clashing: BTreeSet<String> = if understood {
        by_me.intersection(&by_them).cloned().collect()
    } else {
        by_me.union(&by_them).cloned().collect()
    };
    for group in base.entry.kind().map_or(&[][..], crate::Kind::bound_fields) {
        let touched = |names: &BTreeSet<String>| group.iter().any(|field| names.contains(*field));
        if touched(&by_me) && touched(&by_them) {
            let fields = group.iter().map(|field| (*field).to_owned());
            clashing
                .extend(fields.filter(|field| by_me.contains(field) || by_them.contains(field)));
        }
    }
    clashing.retain(|field| my.get(field) != their.get(field));
    if !clashing.is_empty() {
        let conflicts = clashing.into_iter().map(|field| FieldConflict {
            base: old.get(&field).cloned(),
            mine: my.get(&field).cloned(),
            theirs: their.get(&field).cloned(),
            field,
        });
        return Merge::Conflict(conflicts.collect());
    }

    let mut fields = my.clone();
    for name in &by_them {
        match their.get(name) {
            Some(value) => fields.insert(name.clone(), value.clone()),
            None => fields.remove(name),
        };
    }
    for (field, value) in gathered {
        fields.insert(field.to_owned(), value);
    }
    for name in ["v", "min_edit"] {
        let newest = [&my, &their]
            .into_iter()
            .filter_map(|side| side.get(name)?.as_u64())
            .max();
        if let Some(newest) = newest {
            fields.insert(name.to_owned(), newest.into());
        }
    }
    match Plain::from_fields(fields) {
        Ok(merged) => Merge::Merged(Box::new(merged)),
        // Both sides had a version and a kind, so the sum has them; were it otherwise, the person sees both.
        Err(_) => Merge::Conflict(Vec::new()),
    }
}

fn is_version(name: &str) -> bool {
    name == "v" || name == "min_edit"
}
