//! The questions about files and letters to offices. A file's answers have a page of their own.

use crate::forms::field::{Field, day, documents, files, long, one, terms, text};
use crate::words::Words as W;
use domain::lists::{FileLanguage, FileState, LetterMeans};

pub(super) const MDPH_FILE: &[Field] = &[
    text("title")
        .first()
        .called(W::mdph_title)
        .hint(W::mdph_title_hint),
    one("state", terms::<FileState>),
    day("sent"),
    one("language", terms::<FileLanguage>),
];

pub(super) const LETTER: &[Field] = &[
    text("subject").first(),
    long("text").first().called(W::letter_text),
    long("recipient").first(),
    long("sender").first(),
    text("place").first().called(W::letter_place),
    day("date").first(),
    documents("documents").called(W::letter_join),
    day("sent"),
    one("means", terms::<LetterMeans>),
    files("proof").hint(W::letter_proof_hint),
    long("note"),
];
