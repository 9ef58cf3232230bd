//! Théo's files for the MDPH, the last one and the one being written, and a letter.

use super::book::{Book, to};
use crate::entry::{Answer, Entry, Letter, MdphFile};
use crate::letters::{self, Blank};
use crate::lists::{FileState, LetterKind, LetterMeans};
use crate::mdph;

const NUMBER: &str = "69-2019-4711";

pub(super) fn write(book: &mut Book) {
    let before = last_time(book);
    let mut now = mdph::begin(Some(("dossier-mdph-ancien".into(), &before)), book.ago(18));
    book.add("dossier-mdph-ancien", Entry::MdphFile(before));
    now.title = "Renouvellement, et le passage au collège".into();
    now.procedure = Some("demarche-mdph".into());
    for answer in this_time() {
        now.put(answer);
    }
    book.add("dossier-mdph", Entry::MdphFile(now));
    letter(book);
}

fn said(question: &str, text: &str) -> Answer {
    Answer {
        text: text.into(),
        ..Answer::to(question)
    }
}

fn chosen(question: &str, choice: &str, text: &str) -> Answer {
    Answer {
        choices: vec![choice.into()],
        ..said(question, text)
    }
}

fn joined(question: &str, documents: &[&str]) -> Answer {
    Answer {
        documents: to(documents),
        ..Answer::to(question)
    }
}

fn last_time(book: &Book) -> MdphFile {
    MdphFile {
        title: "SESSAD, AESH, ordinateur".into(),
        date: Some(book.in_year(7, 11, 3)),
        state: Some(FileState::Sent),
        sent: Some(book.in_year(7, 12, 9)),
        answers: vec![
            said("identity.name", "Beaupré Théo Lucien"),
            said("identity.file_number", NUMBER),
            said(
                "project.who",
                "Théo aime les chauves-souris et le foot. Il est gardien. Il a une petite sœur, Zoé, qui le fait courir.",
            ),
            said(
                "project.life",
                "Remarcher vite, retourner à l'école avec ses copains, jouer dehors.",
            ),
            chosen(
                "daily.wash",
                "helped",
                "Un adulte lave le dos et le pied droit, sèche, et surveille dans la baignoire. Vingt minutes matin et soir.",
            ),
            chosen(
                "daily.dress",
                "done",
                "Un adulte habille tout le côté droit et met l'orthèse. Trente minutes le matin.",
            ),
            chosen(
                "daily.move",
                "helped",
                "Marche dans la maison en tenant la main. Fauteuil dehors. Deux chutes par semaine.",
            ),
            said(
                "daily.costs",
                "Chaussures à élargir : 90 € par an\nTrajets vers le centre : 140 € par mois",
            ),
            chosen(
                "school.where",
                "ordinary",
                "École Jules-Verne, CE1, toute la journée sauf le mercredi.",
            ),
            said(
                "school.hard",
                "Écrire, aller aux toilettes à temps, la cantine.",
            ),
            chosen("requests.aeeh", "first", ""),
            chosen(
                "requests.school",
                "first",
                "Une AESH le matin, un ordinateur.",
            ),
            chosen("requests.structure", "first", "Le SESSAD du Val."),
            joined("pieces.reports", &["cr-neuropediatrie"]),
            joined("pieces.school", &["geva-sco"]),
        ],
        ..mdph::begin(None, book.in_year(7, 11, 3))
    }
}

fn this_time() -> Vec<Answer> {
    vec![
        said(
            "project.life",
            "Aller au collège comme les autres. Prendre le bus tout seul. Garder les buts.\nDit par Théo : « Je veux qu'on m'explique une fois, et après qu'on me laisse faire. »",
        ),
        said(
            "project.changed",
            "Théo met son orthèse presque seul. Il a fait une crise d'épilepsie à l'école le mois dernier. Il entre au collège en septembre.",
        ),
        chosen(
            "daily.dress",
            "helped",
            "Il met l'orthèse en cinq minutes, un adulte vérifie. Les lacets et les boutons restent à faire : quinze minutes le matin.",
        ),
        chosen(
            "daily.move",
            "slow",
            "Marche 500 m avec son orthèse. Fauteuil pour les sorties longues. Une chute par mois, surtout le soir.",
        ),
        said(
            "daily.costs",
            "Chaussures à élargir : 90 € par an\nErgothérapie le samedi : 45 € par séance, deux par mois\nTrajets vers le centre : 60 € par mois",
        ),
        chosen("school.where", "ordinary", "École Jules-Verne, CM2."),
        said(
            "school.hard",
            "Écrire plus de dix lignes, copier au tableau à droite, le bruit de la cantine. Il ne se plaint pas, il se ferme.",
        ),
        said(
            "school.needed",
            "Au collège : une AESH pour les changements de salle et les prises de notes, l'ordinateur, un ascenseur, un tiers de temps en plus.",
        ),
        chosen(
            "requests.card_parking",
            "first",
            "Il ne peut pas marcher plus de 500 m, et moins le soir.",
        ),
        joined("pieces.reports", &["bilan-kine", "bilan-neuropsy"]),
    ]
}

fn letter(book: &mut Book) {
    let blank = |name: &str, text: &str| Blank {
        name: name.into(),
        text: text.into(),
    };
    let sent = book.ago(9);
    let blanks = [
        blank("sender", "Claire Beaupré\n06 39 98 00 11"),
        blank("place", "Lyon"),
        blank("recipient", "École Jules-Verne\nMadame la directrice"),
        blank("class", "CM2"),
        blank("until", &book.soon(70).to_string()),
        blank(
            "state",
            "La dernière réunion a eu lieu en juin. Nous n'avons pas de date pour cette année.",
        ),
        blank("topics", "l'entrée au collège, l'AESH, l'ordinateur"),
    ];
    let Some(template) = letters::template(LetterKind::SchoolReport) else {
        return;
    };
    let rows: Vec<Entry> = book.entries.iter().map(|row| row.entry.clone()).collect();
    let written = letters::fill(template, &blanks, &rows, sent);
    book.add(
        "courrier-geva-sco",
        Entry::Letter(Letter {
            sent: Some(sent),
            means: Some(LetterMeans::Handed),
            documents: to(&["notification"]),
            procedure: Some("demarche-mdph".into()),
            note: "Remis à la directrice à la sortie de l'école. Elle a signé la copie.".into(),
            ..written
        }),
    );
}
