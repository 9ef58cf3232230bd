//! Rules for files and letters to offices.

use super::checker::Checker;
use super::{Reason, Weight, limits};
use crate::entry::{Letter, MdphFile};

/// Answers of one file: more than there are questions, so that those of a newer version fit.
const ANSWERS: usize = 300;
/// Recordings of one answer.
const VOICES: usize = 5;

pub(super) fn mdph_file(c: &mut Checker, file: &MdphFile) {
    c.names(&[("title", &file.title)]);
    c.not_before_birth("date", file.date.map(Into::into));
    c.not_future("sent", file.sent.map(Into::into), Weight::Warning);
    c.count("answers", file.answers.len(), ANSWERS);
    for (item, answer) in file.answers.iter().enumerate() {
        c.item_at_most("answers", Some(item), &answer.question, limits::CODE);
        c.item_at_most("answers", Some(item), &answer.text, limits::TEXT);
        for choice in &answer.choices {
            c.item_at_most("answers", Some(item), choice, limits::CODE);
        }
        c.count("answers", answer.choices.len(), limits::ITEMS);
        c.links("answers", &answer.documents);
        c.files("answers", &answer.voice);
        if answer.voice.len() > VOICES {
            let reason = Reason::TooMany(VOICES);
            c.add("answers", Some(item), reason, Weight::Blocking);
        }
    }
}

pub(super) fn letter(c: &mut Checker, letter: &Letter) {
    c.required("text", !letter.text.trim().is_empty());
    c.names(&[("place", &letter.place)]);
    c.lines(&[
        ("sender", &letter.sender),
        ("recipient", &letter.recipient),
        ("subject", &letter.subject),
    ]);
    c.texts(&[("text", &letter.text), ("note", &letter.note)]);
    c.not_before_birth("date", letter.date.map(Into::into));
    c.not_future("sent", letter.sent.map(Into::into), Weight::Warning);
    c.links("documents", &letter.documents);
    c.files("proof", &letter.proof);
}
