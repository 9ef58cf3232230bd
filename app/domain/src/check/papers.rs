//! Rules for documents, projects, habits and notes.

use super::checker::Checker;
use super::{Reason, Weight, limits};
use crate::entry::{Document, Habit, Note, Project};

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
    c.names(&[("addressee", &note.addressee)]);
    c.not_before_birth("date", note.date.map(Into::into));
    c.files("media", &note.media);
}
