//! Files and letters to offices in words.

use super::lines::Lines;
use crate::entry::{Answer, Letter, MdphFile};
use crate::mdph::{self, Asked, Question};
use crate::term::Lang;

pub(super) fn mdph_file(lines: &mut Lines, file: &MdphFile) {
    lines.text("title", &file.title);
    lines.term("state", file.state);
    lines.day("date", file.date);
    lines.day("sent", file.sent);
    lines.term("language", file.language);
    // In the order of the questions; what only a newer version asks comes last, under its own name.
    let lang = lines.lang;
    for question in mdph::PARTS.iter().flat_map(|part| part.questions) {
        if let Some(answer) = file.answer(question.id) {
            lines.said(
                "answers",
                question.ask(lang),
                &answered(question, answer, lang),
            );
        }
    }
    let newer = |answer: &&Answer| mdph::question(&answer.question).is_none();
    for answer in file.answers.iter().filter(newer) {
        lines.text("answers", &answer.text);
    }
}

/// An answer in words: what was chosen, what was written, what was recorded. Documents are links, said elsewhere.
pub(crate) fn answered(question: &Question, answer: &Answer, lang: Lang) -> String {
    if answer.not_concerned {
        return lang
            .pick("Ne nous concerne pas", "Does not concern us")
            .to_owned();
    }
    let chosen = answer
        .choices
        .iter()
        .map(|code| question.choice(code, lang).unwrap_or(code));
    let mut said: Vec<String> = chosen.map(str::to_owned).collect();
    if !answer.text.trim().is_empty() {
        said.push(answer.text.trim().to_owned());
    }
    for voice in &answer.voice {
        said.push(format!(
            "{} ({})",
            lang.pick("Enregistrement de la voix", "Recorded voice"),
            voice.name
        ));
    }
    if matches!(question.asked, Asked::Documents) && !answer.documents.is_empty() {
        let count = answer.documents.len();
        said.push(match (lang, count) {
            (Lang::Fr, 1) => "1 document".to_owned(),
            (Lang::Fr, count) => format!("{count} documents"),
            (Lang::En, 1) => "1 document".to_owned(),
            (Lang::En, count) => format!("{count} documents"),
        });
    }
    said.join("\n")
}

pub(super) fn letter(lines: &mut Lines, letter: &Letter) {
    lines.term("letter_kind", letter.letter_kind);
    lines.day("date", letter.date);
    lines.texts(&[
        ("recipient", &letter.recipient),
        ("subject", &letter.subject),
        ("text", &letter.text),
        ("sender", &letter.sender),
        ("place", &letter.place),
    ]);
    lines.day("sent", letter.sent);
    lines.term("means", letter.means);
    lines.files("proof", &letter.proof);
    lines.text("note", &letter.note);
}
