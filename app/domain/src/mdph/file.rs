//! The chain of files: each request starts from the answers of the one before.

use chrono::NaiveDate;

use super::VERSION;
use crate::entry::{Entry, Kind, MdphFile};
use crate::lists::{FileLanguage, FileState};
use crate::reference::EntryRef;
use crate::view::{HasEntry, newest_first, of_kind};

/// All files, the newest first.
pub fn files<T: HasEntry>(rows: &[T]) -> Vec<&T> {
    let mut found = of_kind(rows, Kind::MdphFile);
    newest_first(&mut found);
    found
}

/// The file that is being written: the newest that has not gone.
pub fn current<T: HasEntry>(rows: &[T]) -> Option<&T> {
    let open = |row: &&T| matches!(row.entry(), Entry::MdphFile(file) if !file.gone());
    files(rows).into_iter().find(open)
}

/// The last file that went.
pub fn last_sent<T: HasEntry>(rows: &[T]) -> Option<&T> {
    let gone = |row: &&T| matches!(row.entry(), Entry::MdphFile(file) if file.gone());
    files(rows).into_iter().find(gone)
}

/// A new file, begun today; from the answers of the one before, if there is one. What was asked for then is kept as an
/// answer to look at again: "I ask for it" has become "I ask for it to go on".
pub fn begin(previous: Option<(EntryRef, &MdphFile)>, today: NaiveDate) -> MdphFile {
    let (link, before) = match previous {
        Some((link, before)) => (Some(link), Some(before)),
        None => (None, None),
    };
    let mut answers = before
        .map(|before| before.answers.clone())
        .unwrap_or_default();
    for answer in &mut answers {
        if answer.question.starts_with("requests.") {
            for choice in &mut answer.choices {
                if choice == "first" {
                    "again".clone_into(choice);
                }
            }
        }
        // What changed since, and what was urgent then, are told anew each time.
        if matches!(
            answer.question.as_str(),
            "project.changed" | "project.urgent"
        ) {
            *answer = crate::entry::Answer::to(&answer.question);
        }
        // A certificate has its age: one is chosen for each request.
        if answer.question == "pieces.certificate" {
            answer.documents.clear();
        }
    }
    answers.retain(|answer| !answer.is_empty());
    MdphFile {
        date: Some(today),
        state: Some(FileState::Writing),
        language: before
            .and_then(|before| before.language)
            .or(Some(FileLanguage::French)),
        edition: Some(VERSION),
        answers,
        previous: link,
        ..MdphFile::default()
    }
}
