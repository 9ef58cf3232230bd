//! The file for the MDPH (maison départementale des personnes handicapées): our own questions as data, answers that last from
//! one request to the next, and what the carnet already knows offered as a beginning.
//!
//! The questions are not those of the form, nor in its order: a family answers them in its own words, then copies or joins the
//! result. They carry a version and, part by part, a source and the day on which it was looked at. A question's id is for
//! ever: answers are kept under it.

mod changes;
mod file;
mod paper;
mod parts;
mod progress;
mod question;
mod serve;
mod suggest;

pub use changes::{Change, changes};
pub use file::{begin, current, files, last_sent};
pub use paper::{paper, pieces};
pub use parts::PARTS;
pub use progress::{Progress, progress};
pub use question::{Asked, Choice, Known, Part, Question, VERSION};
pub use serve::{serve, serving, unclaimed};
pub use suggest::{Suggestion, suggestions};

/// The question with an id, and its part. None for one that this version does not know.
pub fn question(id: &str) -> Option<(&'static Part, &'static Question)> {
    PARTS.iter().find_map(|part| {
        let found = part.questions.iter().find(|question| question.id == id)?;
        Some((part, found))
    })
}

/// The question before and the one after, over all parts that concern somebody of this age.
pub fn neighbours(
    id: &str,
    age: Option<u32>,
) -> (Option<&'static Question>, Option<&'static Question>) {
    let asked: Vec<&'static Question> = PARTS
        .iter()
        .filter(|part| part.concerns(age) || part.questions.iter().any(|own| own.id == id))
        .flat_map(|part| part.questions)
        .collect();
    let here = asked.iter().position(|question| question.id == id);
    let at = |place: Option<usize>| place.and_then(|place| asked.get(place).copied());
    (
        at(here.and_then(|here| here.checked_sub(1))),
        at(here.map(|here| here + 1)),
    )
}
