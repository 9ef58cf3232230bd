//! Putting one version together out of several that were written at the same time.

use domain::{Entry, Kind, Plain, field_label};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Something in which the versions differ: one field, or fields that mean something only together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Difference {
    /// The names in the written form.
    pub(super) fields: Vec<String>,
    /// What it is called.
    pub(super) label: String,
    /// What each version says, in words. Empty where it says nothing.
    pub(super) said: Vec<String>,
}

/// Everything in which the versions differ.
pub(super) fn differences(versions: &[Plain], lang: domain::Lang) -> Vec<Difference> {
    let written: Vec<Map<String, Value>> = versions.iter().map(Plain::to_fields).collect();
    let names: BTreeSet<&String> = written.iter().flat_map(Map::keys).collect();
    let differs = |name: &str| {
        written
            .windows(2)
            .any(|pair| pair[0].get(name) != pair[1].get(name))
    };
    let mut open: Vec<&str> = names
        .into_iter()
        .map(String::as_str)
        .filter(|name| !own(name) && differs(name))
        .collect();
    let groups = versions
        .first()
        .and_then(|plain| plain.entry.kind())
        .map_or(&[][..], Kind::bound_fields);
    let mut found = Vec::new();
    for group in groups {
        let (bound, rest): (Vec<&str>, Vec<&str>) =
            open.iter().copied().partition(|name| group.contains(name));
        open = rest;
        if !bound.is_empty() {
            // All of the group goes together, what does not differ as well.
            let fields: Vec<&str> = group.to_vec();
            found.push(difference(&fields, &bound, versions, lang));
        }
    }
    found.extend(
        open.into_iter()
            .map(|name| difference(&[name], &[name], versions, lang)),
    );
    found
}

/// What belongs to the form and not to the person.
fn own(name: &str) -> bool {
    matches!(name, "v" | "min_edit" | "kind")
}

fn difference(
    fields: &[&str],
    shown: &[&str],
    versions: &[Plain],
    lang: domain::Lang,
) -> Difference {
    let label = |name: &&str| field_label(name, lang).unwrap_or(name).to_owned();
    Difference {
        fields: fields.iter().map(|name| (*name).to_owned()).collect(),
        label: shown.iter().map(label).collect::<Vec<_>>().join(", "),
        said: versions
            .iter()
            .map(|plain| said(&plain.entry, shown, lang))
            .collect(),
    }
}

/// What an entry says in some of its fields.
fn said(entry: &Entry, fields: &[&str], lang: domain::Lang) -> String {
    let lines = entry
        .lines(lang)
        .into_iter()
        .filter(|line| fields.contains(&line.field));
    let one = |line: domain::Line| match fields {
        [_] => line.text,
        _ => format!("{} : {}", line.label, line.text),
    };
    lines.map(one).collect::<Vec<_>>().join("\n")
}

/// The version that says, of each difference, what the chosen version says; of everything else, what `base` says.
pub(super) fn mixed(
    versions: &[Plain],
    base: usize,
    differences: &[Difference],
    chosen: &[usize],
) -> Option<Plain> {
    let mut fields = versions.get(base)?.to_fields();
    for (difference, from) in differences.iter().zip(chosen) {
        let other = versions.get(*from)?.to_fields();
        for name in &difference.fields {
            match other.get(name) {
                Some(value) => fields.insert(name.clone(), value.clone()),
                None => fields.remove(name),
            };
        }
    }
    Plain::from_fields(fields).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::entry::{Note, Treatment};

    fn treatment(dose: &str, how: &str, note: &str) -> Plain {
        Plain::new(Entry::Treatment(Treatment {
            name: "Baclofène".to_owned(),
            dose: dose.to_owned(),
            how: how.to_owned(),
            note: note.to_owned(),
            ..Treatment::default()
        }))
    }

    #[test]
    fn a_dose_and_the_way_to_give_it_are_chosen_together() {
        let versions = [
            treatment("5 mg", "avec de l'eau", ""),
            treatment("10 mg", "avec de l'eau", "le soir"),
        ];
        let found = differences(&versions, domain::Lang::Fr);
        assert_eq!(found.len(), 2);
        assert!(found[0].fields.contains(&"how".to_owned()) && found[0].said == ["5 mg", "10 mg"]);
        let mix = mixed(&versions, 0, &found, &[0, 1]).unwrap();
        assert_eq!(mix, treatment("5 mg", "avec de l'eau", "le soir"));
    }

    #[test]
    fn what_one_version_lacks_can_be_chosen_too() {
        let note = |text: &str, addressee: &str| {
            Plain::new(Entry::Note(Note {
                text: text.to_owned(),
                addressee: addressee.to_owned(),
                ..Note::default()
            }))
        };
        let versions = [note("Bonne journée", "Maman"), note("Bonne journée", "")];
        let found = differences(&versions, domain::Lang::Fr);
        assert_eq!(found[0].said, ["Maman", ""]);
        assert_eq!(mixed(&versions, 0, &found, &[1]).unwrap(), versions[1]);
    }

    #[test]
    fn equal_versions_differ_in_nothing() {
        let one = treatment("5 mg", "", "");
        assert!(differences(&[one.clone(), one], domain::Lang::Fr).is_empty());
    }
}
