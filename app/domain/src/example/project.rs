//! Théo's individual project.

use super::book::Book;
use super::files::paper;
use crate::entry::{Entry, Goal, Project};

pub(super) fn write(book: &mut Book) {
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
                pages,
                ..Project::default()
            })
        },
    );
}
