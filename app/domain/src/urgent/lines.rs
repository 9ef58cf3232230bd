//! Which fields of an entry stand on the sheet, and how.

use crate::entry::{Entry, Kind};
use crate::term::Lang;
use crate::words::Line;

/// The language of the sheet: the family's. Its headings carry both.
const LANG: Lang = Lang::Fr;

/// A field with the name that it has in the written form, and whether its label goes before it.
type Shown = (&'static str, bool);

/// The field that makes the title, then the others in their order. What is not named here is not shown.
fn shown(kind: Kind) -> (&'static str, &'static [Shown]) {
    match kind {
        Kind::Allergy => (
            "agent",
            &[
                ("severity", true),
                ("reaction", false),
                ("certainty", false),
                ("note", false),
            ],
        ),
        Kind::Danger => ("danger", &[("reason", true), ("instead", true)]),
        Kind::Problem => (
            "name",
            &[("since", true), ("note", false), ("followed_by", true)],
        ),
        Kind::Crisis => (
            "crisis",
            &[
                ("signs", true),
                ("steps", false),
                ("rescue", true),
                ("call_when", true),
                ("prescriber", true),
                ("date", true),
            ],
        ),
        Kind::Treatment => (
            "name",
            &[
                ("substance", true),
                ("dose", true),
                ("times", false),
                ("how", true),
                ("as_needed", true),
                ("rescue", true),
                ("why", true),
                ("start", true),
                ("prescriber", true),
                ("note", false),
            ],
        ),
        Kind::Device => (
            "name",
            &[
                ("side", true),
                ("model", true),
                ("size", true),
                ("wear", true),
                ("since", true),
                ("instructions", false),
            ],
        ),
        Kind::Stay => (
            "title",
            &[
                ("from", true),
                ("place", true),
                ("done", false),
                ("anaesthesia", true),
                ("implants", true),
            ],
        ),
        Kind::Vaccine => ("name", &[("against", true), ("dose", true), ("date", true)]),
        Kind::UsualState => (
            "",
            &[
                ("consciousness", true),
                ("tone", true),
                ("movement", true),
                ("speech", true),
                ("breathing", true),
                ("heart", true),
                ("skin", true),
                ("pain_signs", true),
                ("note", false),
            ],
        ),
        Kind::UrgentSheet => (
            "",
            &[
                ("yes_no", true),
                ("communication", true),
                ("pain_scale", true),
                ("calms", true),
            ],
        ),
        _ => ("", &[]),
    }
}

/// The fields of an entry whose change makes it another item.
pub(super) fn fields(kind: Kind) -> impl Iterator<Item = &'static str> {
    let (title, fields) = shown(kind);
    core::iter::once(title).chain(fields.iter().map(|(field, _)| *field))
}

/// The shown fields of an entry that are filled in, without its title, in words.
pub(super) fn lines(entry: &Entry) -> Vec<String> {
    labelled(entry)
        .into_iter()
        .flat_map(|(line, label)| match (line.field, label) {
            ("steps", _) => numbered(&line.text),
            // What holds or does not is said by its name alone.
            ("as_needed" | "rescue", _) if matches!(entry, Entry::Treatment(_)) => {
                vec![line.label.to_owned()]
            }
            (_, true) => vec![format!("{} : {}", line.label, joined(&line.text))],
            (_, false) => line.text.lines().map(str::to_owned).collect(),
        })
        .filter(|line| !line.trim().is_empty())
        .collect()
}

/// The shown fields as things of their own: what each is called, and what stands there.
pub(super) fn facts(entry: &Entry) -> Vec<(&'static str, &'static str, Vec<String>)> {
    labelled(entry)
        .into_iter()
        .map(|(line, _)| {
            let text = line.text.lines().map(str::to_owned).collect();
            (line.field, line.label, text)
        })
        .collect()
}

fn labelled(entry: &Entry) -> Vec<(Line, bool)> {
    let Some(kind) = entry.kind() else {
        return Vec::new();
    };
    let mut written = entry.lines(LANG);
    let (_, fields) = shown(kind);
    fields
        .iter()
        .filter_map(|(field, label)| {
            let at = written.iter().position(|line| line.field == *field)?;
            Some((written.swap_remove(at), *label))
        })
        .collect()
}

/// Steps are numbered, unless somebody did so already.
fn numbered(text: &str) -> Vec<String> {
    let steps: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|step| !step.is_empty())
        .collect();
    let already = steps
        .iter()
        .any(|step| step.starts_with(|c: char| c.is_ascii_digit()));
    if already || steps.len() < 2 {
        return steps.into_iter().map(str::to_owned).collect();
    }
    (1..)
        .zip(steps)
        .map(|(number, step)| format!("{number}. {step}"))
        .collect()
}

fn joined(text: &str) -> String {
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join(" ; ")
}
