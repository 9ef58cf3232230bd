//! Rules for documents, projects, habits, notes and reports.

use super::checker::Checker;
use super::{Reason, Weight, limits};
use crate::entry::{Document, Habit, Note, Project, Report, Seen};

pub(super) fn habit(c: &mut Checker, habit: &Habit) {
    c.required("heading", habit.heading.is_some());
    c.required(
        "text",
        !habit.text.trim().is_empty() || !habit.media.is_empty(),
    );
    c.texts(&[("text", &habit.text)]);
    c.files("media", &habit.media);
}

pub(super) fn document(c: &mut Checker, document: &Document) {
    c.title("title", &document.title);
    c.names(&[
        ("author", &document.author),
        ("original_name", &document.original_name),
    ]);
    c.texts(&[("summary", &document.summary)]);
    c.not_future("date", document.date, Weight::Warning);
    c.not_before_birth("date", document.date);
    c.count("tags", document.tags.len(), limits::TAGS);
    for (item, tag) in document.tags.iter().enumerate() {
        c.item_at_most("tags", Some(item), tag, limits::CODE);
    }
    c.files("pages", &document.pages);
    c.links("linked", &document.linked);
}

pub(super) fn project(c: &mut Checker, project: &Project) {
    c.title("title", &project.title);
    c.required("date", project.date.is_some());
    c.names(&[
        ("structure", &project.structure),
        ("author", &project.author),
    ]);
    c.lines(&[("people", &project.people)]);
    c.texts(&[("wishes", &project.wishes), ("text", &project.text)]);
    c.not_before_birth("date", project.date.map(Into::into));
    c.period(
        "review",
        project.date.map(Into::into),
        project.review.map(Into::into),
    );
    c.count("goals", project.goals.len(), limits::ITEMS);
    for (item, goal) in project.goals.iter().enumerate() {
        c.item_at_most("goals", Some(item), &goal.text, limits::LINE);
        c.item_at_most("goals", Some(item), &goal.means, limits::LINE);
        if goal.text.trim().is_empty() {
            c.add("goals", Some(item), Reason::Missing, Weight::Blocking);
        }
    }
    c.files("pages", &project.pages);
    c.links("documents", &project.documents);
}

pub(super) fn note(c: &mut Checker, note: &Note) {
    c.required(
        "text",
        !note.text.trim().is_empty() || !note.media.is_empty(),
    );
    c.texts(&[("text", &note.text)]);
    c.lines(&[("addressee", &note.addressee)]);
    c.count("members", note.members.len(), limits::LINKS);
    for (item, member) in note.members.iter().enumerate() {
        c.item_at_most("members", Some(item), member, limits::CODE);
    }
    c.not_before_birth("date", note.date.map(Into::into));
    c.files("media", &note.media);
}

pub(super) fn seen(c: &mut Checker, seen: &Seen) {
    c.required("notes", !seen.notes.is_empty());
    c.count("notes", seen.notes.len(), limits::SEEN);
    for (item, note) in seen.notes.iter().enumerate() {
        c.item_at_most("notes", Some(item), note.as_str(), limits::CODE);
    }
}

pub(super) fn report(c: &mut Checker, report: &Report) {
    c.required("report_kind", report.report_kind.is_some());
    c.required("date", report.date.is_some());
    let says = report.parts.iter().any(|part| !part.text.trim().is_empty());
    c.required(
        "parts",
        says || !report.summary.trim().is_empty() || !report.media.is_empty(),
    );
    c.names(&[("title", &report.title), ("place", &report.place)]);
    c.lines(&[("people", &report.people)]);
    c.texts(&[("summary", &report.summary)]);
    c.not_future("date", report.date.map(Into::into), Weight::Warning);
    c.not_before_birth("date", report.date.map(Into::into));
    c.period(
        "next",
        report.date.map(Into::into),
        report.next.map(Into::into),
    );
    c.count("parts", report.parts.len(), limits::ITEMS);
    for (item, part) in report.parts.iter().enumerate() {
        c.item_at_most("parts", Some(item), &part.title, limits::NAME);
        c.item_at_most("parts", Some(item), &part.text, limits::TEXT);
    }
    c.links("measures", &report.measures);
    c.files("media", &report.media);
    c.links("documents", &report.documents);
}
