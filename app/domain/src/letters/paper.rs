//! A letter as a document.

use crate::entry::{Entry, Letter};
use crate::paper::{Block, Paper};
use crate::reference::EntryRef;
use crate::term::Lang;
use crate::view::HasEntry;
use crate::words::day_in_words;

/// The letter as it is printed. `find` gives entries by their ids: what is joined is named at the end.
pub fn paper<'a, T: HasEntry + 'a>(
    letter: &Letter,
    find: impl Fn(&EntryRef) -> Option<&'a T>,
) -> Paper {
    let lang = Lang::Fr;
    let mut paper = Paper::new(lang, Entry::Letter(letter.clone()).title(lang));
    paper.titled = false;
    let sender_name = letter.sender.lines().next().unwrap_or_default();
    let day = letter.date.map(|day| day_in_words(day, lang));
    paper.foot = [sender_name, day.as_deref().unwrap_or_default()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    paper.text(&letter.sender);
    right(&mut paper, &letter.recipient);
    let dated = match (letter.place.trim(), day) {
        ("", None) => String::new(),
        ("", Some(day)) => format!("Le {day}"),
        (place, None) => place.to_owned(),
        (place, Some(day)) => format!("{place}, le {day}"),
    };
    right(&mut paper, &dated);
    if !letter.subject.trim().is_empty() {
        let subject = format!("Objet : {}", letter.subject.trim());
        paper.blocks.push(Block::Strong(subject));
    }
    paper.text(&letter.text);
    if !sender_name.trim().is_empty() {
        let name = sender_name.trim().to_owned();
        paper.blocks.push(Block::Signature(name));
    }
    let joined: Vec<String> = letter
        .documents
        .iter()
        .filter_map(|link| find(link).map(|row| row.entry().title(lang)))
        .collect();
    if !joined.is_empty() {
        paper
            .blocks
            .push(Block::Strong("Pièces jointes".to_owned()));
        paper.blocks.push(Block::Items(joined));
    }
    paper.typeset(lang)
}

fn right(paper: &mut Paper, text: &str) {
    if !text.trim().is_empty() {
        paper.blocks.push(Block::Right(text.trim().to_owned()));
    }
}
