//! How far a file is.

use super::{Part, Question};
use crate::entry::MdphFile;

/// How far a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Questions answered, "does not concern us" among them.
    pub answered: usize,
    /// Questions in all.
    pub asked: usize,
}

impl Progress {
    /// Whether nothing is left.
    pub fn done(self) -> bool {
        self.answered == self.asked
    }
}

/// How far a part of a file is, and the first question that waits.
pub fn progress(file: &MdphFile, part: &'static Part) -> (Progress, Option<&'static Question>) {
    let waits = |question: &&Question| file.answer(question.id).is_none();
    let left = part.questions.iter().filter(waits).count();
    let asked = part.questions.len();
    (
        Progress {
            answered: asked - left,
            asked,
        },
        part.questions.iter().find(waits),
    )
}
