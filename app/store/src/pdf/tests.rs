//! The PDF is read back by programs that know nothing of this one: Poppler's `pdftotext` and `pdfinfo`.

use std::path::Path;
use std::process::Command;

use domain::paper::{Block, Paper};
use domain::{EntryRef, Lang, letters, mdph};

use super::*;

fn fonts() -> Fonts {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/fonts");
    let read = |name: &str| std::fs::read(folder.join(name)).unwrap();
    Fonts {
        regular: read("atkinson-hyperlegible-next-regular.ttf"),
        strong: read("atkinson-hyperlegible-next-bold.ttf"),
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()
}

/// What a program says about the file.
fn ask(program: &str, pdf: &Pdf, name: &str, before: &[&str], after: &[&str]) -> String {
    let folder = std::env::temp_dir().join(format!("carnet-pdf-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("paper.pdf");
    std::fs::write(&path, &pdf.bytes).unwrap();
    let run = Command::new(program)
        .args(before)
        .arg(&path)
        .args(after)
        .output()
        .unwrap();
    // Poppler complains of a boolean where the standard asks for a boolean.
    let complaints = String::from_utf8_lossy(&run.stderr).replace(
        "Syntax Error: Suspects object is wrong type (boolean)\n",
        "",
    );
    assert!(run.status.success() && complaints.is_empty(), "{run:?}");
    if std::env::var_os("CARNET_KEEP_PDF").is_none() {
        std::fs::remove_dir_all(folder).unwrap();
    }
    // Of the tree's titles pdfinfo prints the UTF-16 bytes as they are.
    String::from_utf8_lossy(&run.stdout).into_owned()
}

fn text(pdf: &Pdf, name: &str) -> String {
    ask("pdftotext", pdf, name, &["-layout"], &["-"])
}

fn paper(blocks: Vec<Block>) -> Paper {
    Paper {
        blocks,
        foot: "Théo Beaupré · 26 novembre 2026".into(),
        ..Paper::new(Lang::Fr, "Dossier".into())
    }
}

#[test]
fn theos_file_is_read_back_whole() {
    let rows: Vec<(EntryRef, domain::Entry)> = domain::example::theo(today())
        .into_iter()
        .map(|row| (row.id, row.entry))
        .collect();
    let find = |link: &EntryRef| rows.iter().find(|(id, _)| id == link);
    let Some((_, domain::Entry::MdphFile(file))) = mdph::current(&rows) else {
        panic!("Théo has a file");
    };
    let paper = mdph::paper(file, &rows, find, today());
    let pdf = write(&paper, &fonts(), today()).unwrap();
    assert_eq!(pdf.missing, "");
    let said = text(&pdf, "theo");
    let flat = said.split_whitespace().collect::<Vec<_>>().join(" ");
    for block in &paper.blocks {
        let texts: Vec<&str> = match block {
            Block::Items(items) => items.iter().map(String::as_str).collect(),
            Block::Heading(text)
            | Block::Question(text)
            | Block::Text(text)
            | Block::Small(text)
            | Block::Right(text)
            | Block::Signature(text)
            | Block::Strong(text) => vec![text],
        };
        for text in texts {
            // Every word stands there, in order; a page may end between two.
            let mut rest = flat.as_str();
            for word in text.split_whitespace() {
                let at = rest.find(word);
                rest = &rest[at.unwrap_or_else(|| panic!("{word} of {text}"))..];
            }
        }
    }
    let about = ask("pdfinfo", &pdf, "theo-info", &[], &[]);
    let line = |name: &str| {
        let found = about.lines().find(|line| line.starts_with(name));
        found.unwrap_or_default().to_owned()
    };
    assert!(
        line("Tagged:").ends_with("yes") && line("Title:").contains("Dossier pour la MDPH"),
        "{about}"
    );
    assert!(line("Page size:").contains("A4"), "{about}");
    let pages: usize = line("Pages:").rsplit(' ').next().unwrap().parse().unwrap();
    assert!(
        pages >= 2 && said.contains(&format!("Page 2 sur {pages}")),
        "{said}"
    );
    assert!(pdf.bytes.len() < 120_000, "{}", pdf.bytes.len());
    let tree = ask("pdfinfo", &pdf, "theo-tree", &["-struct-text"], &[]);
    for tag in ["H1", "H2", "H3", "P", "L ", "LI", "LBody"] {
        assert!(tree.contains(tag), "{tag}: {tree}");
    }
}

#[test]
fn a_letter_has_no_title_and_its_address_at_the_right() {
    let template = letters::template(domain::lists::LetterKind::Appeal).unwrap();
    let letter = letters::fill(template, &[], &Vec::<domain::Entry>::new(), today());
    let paper = letters::paper(&letter, |_| None::<&domain::Entry>);
    let said = text(&write(&paper, &fonts(), today()).unwrap(), "letter");
    let to = said
        .lines()
        .find(|line| line.contains("MDPH (maison"))
        .unwrap();
    assert!(to.starts_with("        "), "{to}");
    assert!(
        said.contains("Objet : ") && said.contains("Page 1 sur 1"),
        "{said}"
    );
}

#[test]
fn hard_texts_fit_and_nothing_is_lost_in_silence() {
    let long = "a".repeat(400);
    let many = (0..400)
        .map(|n| format!("mot{n}"))
        .collect::<Vec<_>>()
        .join(" ");
    let blocks = vec![
        Block::Text(
            "Cafe\u{301}, œuf, « deux\u{202f}mots »\u{a0}: 50\u{a0}€ — n° 3, 37,5°, ½\tfin\u{7}"
                .into(),
        ),
        Block::Text(long.clone()),
        Block::Heading("Titre".into()),
        Block::Text(many.clone()),
        Block::Items(vec!["un".into(), String::new(), many]),
        Block::Text("日本 \u{1f600} Привет".into()),
        Block::Text("   \n\n  ".into()),
    ];
    let pdf = write(&paper(blocks), &fonts(), today()).unwrap();
    let said = text(&pdf, "hard");
    assert!(
        said.contains("Café, œuf, « deux mots » : 50 € — n° 3, 37,5°, ½ fin")
            || said.contains("Café, œuf"),
        "{said}"
    );
    assert!(said.matches('a').count() >= long.len());
    assert!(said.contains("mot399"));
    assert!(pdf.missing.contains('日') && pdf.missing.contains('\u{1f600}'));
}

#[test]
fn a_heading_never_stands_alone_at_the_foot() {
    for filler in 20..60 {
        let mut blocks: Vec<Block> = (0..filler)
            .map(|n| Block::Text(format!("ligne {n}")))
            .collect();
        blocks.push(Block::Heading("Partie".into()));
        blocks.push(Block::Question("Question".into()));
        blocks.push(Block::Text("Réponse".into()));
        let mut faces = Faces::read(&fonts()).unwrap();
        let lines = lines::of(&paper(blocks), &mut faces);
        for page in flow::pages(&lines) {
            let last = page.last().unwrap();
            assert!(
                matches!(lines[last.line].tag, lines::Tag::Paragraph),
                "{filler}"
            );
        }
    }
}

#[test]
fn an_empty_paper_and_broken_fonts_are_no_trouble() {
    let empty = Paper {
        titled: false,
        ..paper(Vec::new())
    };
    let pdf = write(&empty, &fonts(), today()).unwrap();
    assert!(text(&pdf, "empty").contains("Page 1 sur 1"));
    let broken = Fonts {
        regular: vec![1, 2, 3],
        ..fonts()
    };
    assert_eq!(write(&empty, &broken, today()), None);
}
