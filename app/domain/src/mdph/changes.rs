//! What changed from one request to the next.

use super::{PARTS, Part, Question};
use crate::entry::{Answer, MdphFile};

/// A question that is answered otherwise than last time.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// Its part.
    pub part: &'static Part,
    /// The question.
    pub question: &'static Question,
    /// The answer of the last request.
    pub before: Option<&'a Answer>,
    /// The answer now.
    pub now: Option<&'a Answer>,
}

/// Every question whose answer differs, in the order of the questions. Spaces and the order of choices do not count.
pub fn changes<'a>(before: &'a MdphFile, now: &'a MdphFile) -> Vec<Change<'a>> {
    let asked = PARTS
        .iter()
        .flat_map(|part| part.questions.iter().map(move |question| (part, question)));
    asked
        .filter_map(|(part, question)| {
            let answers = [before, now].map(|file| file.answer(question.id));
            let [old, new] = answers.map(|answer| answer.map(essence).unwrap_or_default());
            (old != new).then_some(Change {
                part,
                question,
                before: answers[0],
                now: answers[1],
            })
        })
        .collect()
}

/// What of an answer counts.
fn essence(answer: &Answer) -> Essence<'_> {
    let mut choices: Vec<&str> = answer.choices.iter().map(String::as_str).collect();
    choices.sort_unstable();
    let mut documents: Vec<&str> = answer
        .documents
        .iter()
        .map(crate::EntryRef::as_str)
        .collect();
    documents.sort_unstable();
    Essence {
        words: answer.text.split_whitespace().collect(),
        choices,
        documents,
        voices: answer
            .voice
            .iter()
            .map(|voice| voice.blob.as_str())
            .collect(),
        not_concerned: answer.not_concerned,
    }
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Essence<'a> {
    words: Vec<&'a str>,
    choices: Vec<&'a str>,
    documents: Vec<&'a str>,
    voices: Vec<&'a str>,
    not_concerned: bool,
}
