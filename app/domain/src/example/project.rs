//! Théo's individual project.

use super::book::Book;
use super::files::paper;
use crate::entry::{Action, Entry, Goal, Levels, Objective, Project, Review};
use crate::lists::GoalState;

pub(super) fn write(book: &mut Book) {
    project(book);
    objectives(book);
}

fn project(book: &mut Book) {
    let (date, review) = (book.ago(130), book.soon(235));
    let lines = [
        "Écrit avec Théo, ses parents et l'équipe.",
        "Revu dans un an.",
    ];
    let goal = |text: &str, means: &str, reached: bool| Goal {
        text: text.into(),
        means: means.into(),
        reached,
    };
    book.add_with(
        "projet",
        paper("projet.pdf", "Projet individuel de Théo", &lines),
        |pages| {
            Entry::Project(Project {
                title: "Projet individuel au SESSAD".into(),
                date: Some(date),
                review: Some(review),
                structure: "SESSAD du Val".into(),
                author: "Lucie Bernard, éducatrice".into(),
                wishes:
                    "Aller au collège comme les autres. Prendre le bus tout seul. Garder les buts."
                        .into(),
                text: "Garder une bonne marche, préparer le collège, gagner en autonomie le matin."
                    .into(),
                goals: vec![
                    goal(
                        "Mettre son orthèse seul",
                        "Avec l'ergothérapeute, cinq minutes le matin",
                        true,
                    ),
                    goal(
                        "Prendre le bus avec Papa, puis derrière Papa",
                        "Une fois par semaine",
                        false,
                    ),
                    goal(
                        "Visiter deux collèges",
                        "Avec l'éducatrice, au printemps",
                        false,
                    ),
                ],
                state: Some(GoalState::Open),
                people: "Théo, Maman, Papa, M. Olivier, l'ergothérapeute".into(),
                pages,
                ..Project::default()
            })
        },
    );
}

/// Goals with five levels, looked at again in the middle of the year.
fn objectives(book: &mut Book) {
    let (orthosis, stairs) = goals(book);
    book.add("objectif-orthese", Entry::Objective(orthosis));
    book.add("objectif-escaliers", Entry::Objective(stairs));
}

fn goals(book: &Book) -> (Objective, Objective) {
    let start = book.ago(130);
    let levels = |words: [&str; 5]| {
        let [much_less, less, expected, more, much_more] = words.map(str::to_owned);
        Levels {
            much_less,
            less,
            expected,
            more,
            much_more,
        }
    };
    let review = |days, level, who: &str, note: &str| Review {
        date: Some(book.ago(days)),
        level: Some(level),
        who: who.into(),
        note: note.into(),
    };
    let action = |text: &str, who: &str, done| Action {
        text: text.into(),
        who: who.into(),
        done,
        ..Action::default()
    };
    let goal = |title: &str| Objective {
        title: title.into(),
        project: Some("projet".into()),
        start_level: Some(-2),
        date: Some(start),
        due: Some(book.soon(235)),
        review: Some(book.soon(60)),
        state: Some(GoalState::Open),
        ..Objective::default()
    };
    let orthosis = Objective {
        levels: levels([
            "Un adulte met l'orthèse",
            "Théo glisse le pied, un adulte ferme",
            "Théo la met seul en cinq minutes, on vérifie",
            "Seul en cinq minutes, sans vérifier",
            "Seul, et il pense à regarder sa peau",
        ]),
        who: "l'ergothérapeute".into(),
        actions: vec![
            action("Cinq minutes chaque matin", "Papa", true),
            action("Fermetures à boucle plus large", "l'appareilleur", true),
        ],
        reviews: vec![
            review(95, -1, "l'ergothérapeute", "La boucle du haut résiste."),
            review(50, 0, "l'ergothérapeute", "Quatre matins sur cinq."),
            review(10, 1, "Papa", "Plus besoin de vérifier."),
        ],
        ..goal("Mettre son orthèse seul le matin")
    };
    let stairs = Objective {
        levels: levels([
            "Un étage avec la rampe et un adulte",
            "Un étage avec la rampe",
            "Deux étages avec la rampe, sac sur le dos",
            "Deux étages sans la rampe",
            "Trois étages sans la rampe",
        ]),
        who: "M. Olivier, kiné".into(),
        actions: vec![action(
            "Les escaliers du SESSAD à chaque séance",
            "M. Olivier",
            false,
        )],
        reviews: vec![
            review(95, -2, "M. Olivier", ""),
            review(
                45,
                -1,
                "M. Olivier",
                "Le pied droit accroche en fin de journée.",
            ),
        ],
        ..goal("Monter les escaliers du collège avec son sac")
    };
    (orthosis, stairs)
}
