//! The whole file as a document, and the papers that go with it.

use chrono::NaiveDate;

use super::question::{Asked, Question};
use super::{PARTS, Part};
use crate::entry::{Answer, MdphFile};
use crate::lists::FileLanguage;
use crate::paper::{Block, Paper, Piece};
use crate::reference::EntryRef;
use crate::term::Lang;
use crate::view::{self, HasEntry};
use crate::words::{answered, date_in_words, day_in_words};

impl MdphFile {
    /// The language the file is written in: French, unless another was chosen.
    pub fn lang(&self) -> Lang {
        match self.language {
            Some(FileLanguage::English) => Lang::En,
            _ => Lang::Fr,
        }
    }
}

/// The file as a document, in its own language, as of `day`. `find` gives entries by their ids.
pub fn paper<'a, T: HasEntry + 'a>(
    file: &MdphFile,
    rows: &'a [T],
    find: impl Fn(&EntryRef) -> Option<&'a T>,
    day: NaiveDate,
) -> Paper {
    let lang = file.lang();
    let identity = view::identity(rows).map(|(_, identity)| identity);
    let name = identity
        .map(crate::entry::Identity::full_name)
        .unwrap_or_default();
    let title = lang.pick("Dossier pour la MDPH", "File for the MDPH");
    let mut paper = Paper::new(lang, title.to_owned());
    let born = identity.and_then(|identity| identity.birth_date);
    let born = born.map(|born| {
        let born = day_in_words(born, lang);
        format!("{} {born}", lang.pick("Naissance :", "Born:"))
    });
    let written = format!(
        "{} {}",
        lang.pick("Écrit le", "Written on"),
        day_in_words(day, lang)
    );
    let head = [
        Some(name.clone()),
        born,
        Some(file.title.clone()),
        Some(written.clone()),
    ];
    let head: Vec<String> = head
        .into_iter()
        .flatten()
        .filter(|line| !line.trim().is_empty())
        .collect();
    paper.text(&head.join("\n"));
    paper.foot = [name.as_str(), title, &day_in_words(day, lang)]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    for part in PARTS {
        write_part(&mut paper, part, file, &find, lang);
    }
    paper.blocks.push(Block::Small(
        lang.pick(
            "Ces réponses suivent des questions libres ; elles se joignent au formulaire de demande (Cerfa 15692*01) ou s'y recopient.",
            "These answers follow questions of our own; they are joined to the request form (Cerfa 15692*01) or copied into it.",
        )
        .to_owned(),
    ));
    paper.typeset(lang)
}

fn write_part<'a, T: HasEntry + 'a>(
    paper: &mut Paper,
    part: &Part,
    file: &MdphFile,
    find: &impl Fn(&EntryRef) -> Option<&'a T>,
    lang: Lang,
) {
    let said = part.questions.iter().filter_map(|question| {
        let answer = file.answer(question.id)?;
        says_something(answer).then_some((question, answer))
    });
    let mut said = said.peekable();
    if said.peek().is_none() {
        return;
    }
    paper
        .blocks
        .push(Block::Heading(part.title(lang).to_owned()));
    for (question, answer) in said {
        paper
            .blocks
            .push(Block::Question(question.ask(lang).to_owned()));
        write_answer(paper, question, answer, find, lang);
    }
}

/// What does not concern the person, and what is not asked for, needs no line on paper.
fn says_something(answer: &Answer) -> bool {
    let not_asked_for =
        answer.choices.iter().any(|choice| choice == "no") && answer.text.trim().is_empty();
    !answer.not_concerned && !answer.is_empty() && !not_asked_for
}

fn write_answer<'a, T: HasEntry + 'a>(
    paper: &mut Paper,
    question: &Question,
    answer: &Answer,
    find: &impl Fn(&EntryRef) -> Option<&'a T>,
    lang: Lang,
) {
    match question.asked {
        Asked::List => {
            let lines = answer.text.lines().map(str::trim);
            let items: Vec<String> = lines
                .filter(|line| !line.is_empty())
                .map(|line| line.trim_start_matches(['-', '•', '*']).trim().to_owned())
                .collect();
            if !items.is_empty() {
                paper.blocks.push(Block::Items(items));
            }
        }
        Asked::Documents => {
            let titles = answer.documents.iter().filter_map(|link| {
                let row = find(link)?;
                let title = row.entry().title(lang);
                Some(match row.entry().date() {
                    Some(date) => format!("{title} ({})", date_in_words(date, lang)),
                    None => title,
                })
            });
            let titles: Vec<String> = titles.collect();
            if !titles.is_empty() {
                paper.blocks.push(Block::Items(titles));
            }
            paper.text(&answer.text);
        }
        _ => paper.text(&answered(question, answer, lang)),
    }
}

/// The papers chosen to go with the file, each once, in the order of the questions; recordings last.
pub fn pieces<'a, T: HasEntry + 'a>(
    file: &MdphFile,
    find: impl Fn(&EntryRef) -> Option<&'a T>,
) -> Vec<Piece> {
    let lang = file.lang();
    let mut seen: Vec<&EntryRef> = Vec::new();
    let mut pieces = Vec::new();
    let mut voices = Vec::new();
    for question in PARTS.iter().flat_map(|part| part.questions) {
        let Some(answer) = file.answer(question.id) else {
            continue;
        };
        for link in &answer.documents {
            if seen.contains(&link) {
                continue;
            }
            seen.push(link);
            pieces.extend(find(link).and_then(|row| Piece::of(row.entry(), lang)));
        }
        if !answer.voice.is_empty() {
            voices.push(Piece {
                title: question.ask(lang).to_owned(),
                files: answer.voice.clone(),
            });
        }
    }
    pieces.extend(voices);
    pieces
}
