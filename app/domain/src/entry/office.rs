//! What is written to offices: the file for the MDPH, and letters.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::lists::{FileLanguage, FileState, LetterKind, LetterMeans};
use crate::reference::{EntryRef, FileRef};

/// One request to the MDPH: what was answered, question by question. The next request is an entry of its own that starts from
/// these answers: see [`crate::mdph::begin`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MdphFile {
    /// What it is for, in a few words.
    pub title: String,
    /// The day it was begun.
    pub date: Option<NaiveDate>,
    /// How far it is.
    pub state: Option<FileState>,
    /// The day it was sent or handed in.
    pub sent: Option<NaiveDate>,
    /// The language it is written in.
    pub language: Option<FileLanguage>,
    /// The version of the questions it was last written with: see [`crate::mdph::VERSION`].
    pub edition: Option<u32>,
    /// The answers, in no order.
    pub answers: Vec<Answer>,
    /// The request before this one.
    pub previous: Option<EntryRef>,
    /// The procedure it belongs to.
    pub procedure: Option<EntryRef>,
}

impl MdphFile {
    /// The answer to a question.
    pub fn answer(&self, question: &str) -> Option<&Answer> {
        self.answers
            .iter()
            .find(|answer| answer.question == question)
    }

    /// Puts an answer in the place of the one there was; an empty one takes it away.
    pub fn put(&mut self, answer: Answer) {
        let place = self
            .answers
            .iter()
            .position(|there| there.question == answer.question);
        match place {
            Some(place) if answer.is_empty() => {
                self.answers.remove(place);
            }
            Some(place) => {
                if let Some(there) = self.answers.get_mut(place) {
                    *there = answer;
                }
            }
            None if answer.is_empty() => {}
            None => self.answers.push(answer),
        }
    }

    /// Whether it has gone: then it is read, no longer written.
    pub fn gone(&self) -> bool {
        self.state == Some(FileState::Sent)
    }
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// The question's id.
    pub question: String,
    /// In words.
    pub text: String,
    /// Codes of what was chosen.
    pub choices: Vec<String>,
    /// Documents of the carnet.
    pub documents: Vec<EntryRef>,
    /// Recorded voice.
    pub voice: Vec<FileRef>,
    /// The question does not concern the person.
    pub not_concerned: bool,
}

impl Answer {
    /// No answer yet.
    pub fn to(question: &str) -> Self {
        Self {
            question: question.to_owned(),
            ..Self::default()
        }
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
            && self.choices.is_empty()
            && self.documents.is_empty()
            && self.voice.is_empty()
            && !self.not_concerned
    }
}

/// A letter to an office, kept as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Letter {
    /// What it was made from.
    pub letter_kind: Option<LetterKind>,
    /// The date it carries.
    pub date: Option<NaiveDate>,
    /// The town it is written in.
    pub place: String,
    /// Who writes: name and address, several lines.
    pub sender: String,
    /// To whom: name and address, several lines.
    pub recipient: String,
    /// What it is about.
    pub subject: String,
    /// The letter itself.
    pub text: String,
    /// What is joined.
    pub documents: Vec<EntryRef>,
    /// The day it was sent.
    pub sent: Option<NaiveDate>,
    /// How it was sent.
    pub means: Option<LetterMeans>,
    /// The proof of sending and of receipt: photographs, scans.
    pub proof: Vec<FileRef>,
    /// The procedure it belongs to.
    pub procedure: Option<EntryRef>,
    /// What to know: whom it was handed to, what was answered.
    pub note: String,
}
