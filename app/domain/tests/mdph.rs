//! The file for the MDPH and the letters: the data is whole, nothing is answered by itself, two parents can write at once.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::entry::{Answer, MdphFile};
use domain::example::{ExampleEntry, theo};
use domain::letters::{self, Blank, TEMPLATES};
use domain::lists::{FileLanguage, FileState, LetterKind};
use domain::mdph::{self, Asked, Known, PARTS};
use domain::paper::Block;
use domain::view::HasEntry;
use domain::{Entry, EntryRef, Lang, Merge, Plain, Term, merge};

struct Row(ExampleEntry);

impl HasEntry for Row {
    fn entry(&self) -> &Entry {
        &self.0.entry
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()
}

fn rows() -> Vec<Row> {
    theo(today()).into_iter().map(Row).collect()
}

fn file_of(row: &Row) -> &MdphFile {
    let Entry::MdphFile(file) = row.entry() else {
        panic!("not a file");
    };
    file
}

fn said(question: &str, text: &str) -> Answer {
    Answer {
        text: text.into(),
        ..Answer::to(question)
    }
}

#[test]
fn every_question_is_whole_and_has_an_id_of_its_own() {
    let mut ids = BTreeSet::new();
    for part in PARTS {
        assert!(
            part.source.len() > 10 && part.verified.parse::<NaiveDate>().is_ok(),
            "{}",
            part.id
        );
        for question in part.questions {
            assert!(ids.insert(question.id), "{} stands twice", question.id);
            assert!(
                question.id.starts_with(&format!("{}.", part.id)),
                "{}",
                question.id
            );
            for lang in [Lang::Fr, Lang::En] {
                assert!(
                    !question.ask(lang).is_empty() && !question.help(lang).is_empty(),
                    "{}",
                    question.id
                );
            }
            assert!(question.id.len() <= domain::check::limits::CODE);
            let mut codes = BTreeSet::new();
            for choice in question.asked.choices() {
                assert!(
                    codes.insert(choice.code),
                    "{}: {}",
                    question.id,
                    choice.code
                );
                assert_eq!(
                    question.choice(choice.code, Lang::Fr),
                    Some(choice.label(Lang::Fr))
                );
            }
        }
    }
    for part in [
        "identity", "project", "daily", "school", "work", "requests", "carer",
    ] {
        assert!(
            PARTS
                .iter()
                .any(|known| known.id == part && known.questions.len() >= 4),
            "{part}"
        );
    }
    let told = ["project.who", "project.life"];
    assert!(
        told.iter()
            .all(|id| matches!(mdph::question(id).unwrap().1.asked, Asked::Story))
    );
}

/// The ids were chosen once: answers of the first version are found for ever.
#[test]
fn ids_are_as_recorded() {
    let ids: Vec<String> = PARTS
        .iter()
        .flat_map(|part| part.questions)
        .map(|question| {
            let codes: Vec<&str> = question
                .asked
                .choices()
                .iter()
                .map(|choice| choice.code)
                .collect();
            format!("{} {}", question.id, codes.join(","))
        })
        .collect();
    insta::assert_snapshot!("questions", ids.join("\n"));
}

#[test]
fn the_carnet_offers_what_it_knows_and_says_from_where() {
    let rows = rows();
    let offered = |id: &str| -> Vec<String> {
        let (_, question) = mdph::question(id).unwrap();
        mdph::suggestions(question, &rows, today(), Lang::Fr)
            .into_iter()
            .map(|found| {
                assert!(rows.iter().any(|row| std::ptr::eq(row, found.row)));
                found.text
            })
            .collect()
    };
    assert_eq!(offered("identity.name"), ["Beaupré Théo Lucien"]);
    assert!(offered("identity.birth")[0].ends_with(", à Lyon"));
    assert!(offered("identity.decides")[0].starts_with("Claire Beaupré (parent)"));
    assert!(
        offered("identity.reach")
            .iter()
            .any(|text| text.contains("06 39 98 00 11"))
    );
    assert!(offered("daily.eat")[0].contains("couper la viande"));
    assert!(
        offered("daily.condition")
            .iter()
            .any(|text| text.contains("Hémiplégie droite"))
    );
    assert!(
        offered("daily.treatments")
            .iter()
            .any(|text| text.contains("Lévétiracétam"))
    );
    assert!(
        offered("daily.equipment")
            .iter()
            .any(|text| text.to_lowercase().contains("orthèse"))
    );
    assert!(
        offered("school.where")
            .iter()
            .any(|text| text.contains("Jules-Verne"))
    );
    assert!(offered("project.life")[0].contains("bus"));
    assert_eq!(
        offered("pieces.school"),
        ["", ""],
        "documents are joined, not written"
    );
    assert!(offered("daily.costs").is_empty());
    // Every sort of knowledge is asked for somewhere, and nothing offered is blank.
    let asked: Vec<Known> = PARTS
        .iter()
        .flat_map(|part| part.questions)
        .flat_map(|question| question.known)
        .copied()
        .collect();
    for known in [
        Known::Nir,
        Known::Address,
        Known::Stays,
        Known::FollowUp,
        Known::Carers,
        Known::Professionals,
    ] {
        assert!(asked.contains(&known), "{known:?}");
    }
    for question in PARTS.iter().flat_map(|part| part.questions) {
        let papers = matches!(question.asked, Asked::Documents);
        for found in mdph::suggestions(question, &rows, today(), Lang::En) {
            let document = matches!(found.row.entry(), Entry::Document(_));
            assert!(
                document || (!papers && !found.text.trim().is_empty()),
                "{}",
                question.id
            );
        }
    }
}

#[test]
fn the_next_request_starts_from_the_last_and_shows_what_changed() {
    let rows = rows();
    let (last, now) = (
        mdph::last_sent(&rows).unwrap(),
        mdph::current(&rows).unwrap(),
    );
    assert_eq!(last.0.id.as_str(), "dossier-mdph-ancien");
    assert_eq!(file_of(now).previous, Some(last.0.id.clone()));
    let changed: Vec<&str> = mdph::changes(file_of(last), file_of(now))
        .iter()
        .map(|change| change.question.id)
        .collect();
    assert!(
        changed.contains(&"daily.dress") && changed.contains(&"school.needed"),
        "{changed:?}"
    );
    assert!(
        !changed.contains(&"daily.wash") && !changed.contains(&"identity.name"),
        "{changed:?}"
    );

    let mut old = file_of(last).clone();
    old.put(said("project.urgent", "Vite"));
    old.put(Answer {
        documents: vec!["c".into()],
        ..Answer::to("pieces.certificate")
    });
    let next = mdph::begin(Some(("x".into(), &old)), today());
    assert_eq!(next.answer("requests.aeeh").unwrap().choices, ["again"]);
    assert_eq!(next.answer("project.urgent"), None, "told anew each time");
    assert_eq!(
        next.answer("pieces.certificate"),
        None,
        "a certificate has its age"
    );
    assert_eq!((next.state, next.sent), (Some(FileState::Writing), None));
    // Another order of words and choices is no change; an answer taken away is one.
    let mut same = old.clone();
    same.put(said("identity.name", " Beaupré  Théo\nLucien "));
    assert!(mdph::changes(&old, &same).is_empty());
    same.put(Answer::to("identity.name"));
    assert_eq!(mdph::changes(&old, &same)[0].now, None);
}

#[test]
fn two_parents_answer_at_once() {
    let base = MdphFile {
        answers: vec![said("daily.eat", "seul")],
        ..mdph::begin(None, today())
    };
    let with = |answer: Answer| {
        let mut file = base.clone();
        file.put(answer);
        Plain::new(Entry::MdphFile(file))
    };
    let plain = Plain::new(Entry::MdphFile(base.clone()));
    let both = |mine: Answer, theirs: Answer| merge(&plain, &with(mine), &with(theirs));
    let Merge::Merged(merged) = both(said("daily.eat", "avec aide"), said("carer.who", "Mamie"))
    else {
        panic!("different questions do not clash");
    };
    let Entry::MdphFile(merged) = merged.entry else {
        panic!()
    };
    assert_eq!(merged.answers.len(), 2);
    assert_eq!(merged.answer("daily.eat").unwrap().text, "avec aide");
    let Merge::Merged(_) = both(said("carer.who", "Mamie"), said("carer.who", "Mamie")) else {
        panic!("the same answer is one");
    };
    for theirs in ["seul, lentement", ""] {
        let clash = both(said("daily.eat", "avec aide"), said("daily.eat", theirs));
        let kept = matches!(&clash, Merge::Merged(merged) if theirs.is_empty() && matches!(&merged.entry, Entry::MdphFile(file) if file.answers.len() == 1));
        assert!(kept || matches!(clash, Merge::Conflict(_)), "{theirs}");
    }
    let Merge::Conflict(conflicts) = both(said("carer.who", "Mamie"), said("carer.who", "Papi"))
    else {
        panic!("two answers to one question are a person's to settle");
    };
    assert_eq!(conflicts[0].field, "answers");
}

#[test]
fn the_paper_says_what_was_answered_and_nothing_else() {
    let rows = rows();
    let find = |link: &EntryRef| rows.iter().find(|row| row.0.id == *link);
    let mut file = file_of(mdph::current(&rows).unwrap()).clone();
    file.put(Answer {
        not_concerned: true,
        ..Answer::to("daily.sleep")
    });
    file.put(Answer {
        choices: vec!["no".into()],
        ..Answer::to("requests.pch")
    });
    let paper = mdph::paper(&file, &rows, find, today());
    let said = format!("{:?}", paper.blocks);
    for there in [
        "Théo Beaupré",
        "Je veux qu'on m'explique",
        "Bilan de kinésithérapie (",
        "Je demande qu'il continue",
        "Ergothérapie le samedi",
    ] {
        assert!(said.contains(there), "{there}: {said}");
    }
    for not in ["La nuit", "PCH", "Ne nous concerne pas", "Ce qui va bien"] {
        assert!(!said.contains(not), "{not}");
    }
    assert!(
        paper
            .blocks
            .iter()
            .any(|block| matches!(block, Block::Items(items) if items.len() == 3))
    );
    assert_eq!(
        (paper.lang.as_str(), paper.title.as_str()),
        ("fr", "Dossier pour la MDPH")
    );
    let pieces = mdph::pieces(&file, find);
    assert_eq!(pieces.len(), 3);
    assert!(pieces.iter().all(|piece| piece.files.len() == 1));
    file.language = Some(FileLanguage::English);
    assert_eq!(
        mdph::paper(&file, &rows, find, today()).title,
        "File for the MDPH"
    );
}

#[test]
fn every_part_has_its_way_and_its_neighbours() {
    let file = mdph::begin(None, today());
    let first = mdph::progress(&file, &PARTS[0]);
    assert_eq!(
        (first.0.answered, first.1.unwrap().id),
        (0, "identity.name")
    );
    let (before, after) = mdph::neighbours("school.next", Some(10));
    assert_eq!(
        (before.unwrap().id, after.unwrap().id),
        ("school.needed", "requests.aeeh"),
        "work begins later"
    );
    assert_eq!(
        mdph::neighbours("school.next", Some(17)).1.unwrap().id,
        "work.now"
    );
    assert!(mdph::neighbours("identity.name", None).0.is_none());
    assert!(mdph::neighbours("pieces.other", None).1.is_none());
}

#[test]
fn every_letter_has_its_gaps_and_asks_for_no_other() {
    assert_eq!(TEMPLATES.len(), LetterKind::ALL.len());
    for template in TEMPLATES {
        let text = format!("{} {}", template.subject, template.text);
        let named: BTreeSet<&str> = text
            .split('{')
            .skip(1)
            .map(|rest| rest.split_once('}').unwrap().0)
            .collect();
        for gap in template.gaps {
            assert!(
                named.contains(gap.name),
                "{:?} asks for {} and does not use it",
                template.kind,
                gap.name
            );
        }
        for name in named {
            let known = matches!(name, "person" | "born")
                || template.gaps.iter().any(|gap| gap.name == name);
            assert!(known, "{:?} needs {name}", template.kind);
        }
        for lang in [Lang::Fr, Lang::En] {
            assert!(
                !template.to(lang).is_empty()
                    && !template.means(lang).is_empty()
                    && !template.when(lang).is_empty()
            );
        }
        let empty = letters::fill(template, &[], &Vec::<Entry>::new(), today());
        assert!(!empty.text.contains('{') && !empty.subject.contains('{'));
        assert!(
            template.gaps.is_empty()
                || format!("{}{}", empty.subject, empty.text).contains("[à compléter : ")
        );
    }
}

#[test]
fn a_letter_is_filled_from_the_carnet_and_from_what_was_asked() {
    let rows = rows();
    let blanks = [
        ("decided", "2026-10-05"),
        ("received", "pas une date"),
        ("why", "Il {tombe} souvent."),
        ("sender", "Claire Beaupré\n3 rue des Lilas"),
    ]
    .map(|(name, text)| Blank {
        name: name.into(),
        text: text.into(),
    });
    let letter = letters::fill(
        letters::template(LetterKind::Appeal).unwrap(),
        &blanks,
        &rows,
        today(),
    );
    assert!(letter.subject.contains("5 octobre 2026") && letter.text.contains("Théo Beaupré"));
    assert!(
        letter.text.contains("Il {tombe} souvent."),
        "what was typed is never read as a gap"
    );
    assert!(
        letter
            .text
            .contains("[à compléter : jour où vous l'avez reçue]")
    );
    assert!(letter.subject.contains("[à compléter : numéro de dossier]"));
    assert!(letter.recipient.contains("CDAPH"));
    let card = letters::fill(
        letters::template(LetterKind::CardAppeal).unwrap(),
        &[],
        &rows,
        today(),
    );
    assert!(card.recipient.contains("conseil départemental") && !card.recipient.contains("CDAPH"));
    let paper = letters::paper(&letter, |_| None::<&Row>);
    assert!(!paper.titled);
    assert!(matches!(&paper.blocks[1], Block::Right(to) if to.contains("MDPH")));
    assert!(
        letters::people(&rows)[0].starts_with("Claire")
            || letters::people(&rows)[0].starts_with("Julien")
    );
}
