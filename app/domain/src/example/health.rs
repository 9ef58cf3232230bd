//! Théo's problems and allergies.

use chrono::Datelike;

use super::book::{Book, on, to};
use crate::entry::{Allergy, Entry, Problem};
use crate::lists::{AgentKind, Certainty, ProblemState, Severity};

pub(super) fn write(book: &mut Book) {
    problems(book);
    allergies(book);
}

fn problems(book: &mut Book) {
    let accident = on(book.in_year(6, 11, 12));
    let mut add =
        |id: &str, name: &str, state, since, followed_by: &str, note: &str, documents: &[&str]| {
            let entry = Entry::Problem(Problem {
                name: name.into(),
                state: Some(state),
                since,
                followed_by: followed_by.into(),
                note: note.into(),
                documents: to(documents),
                ..Problem::default()
            });
            book.add(id, entry);
        };
    add(
        "hemiplegie",
        "Hémiplégie droite après un traumatisme crânien",
        ProblemState::Stable,
        accident,
        "Dr Diallo",
        "Marche seul avec une orthèse. La main droite aide la gauche mais ne travaille pas seule.",
        &["cr-neurochirurgie", "bilan-kine"],
    );
    let first_seizure = accident.and_then(|date| crate::PartialDate::month_of(date.year() + 1, 2));
    add(
        "epilepsie",
        "Épilepsie après le traumatisme",
        ProblemState::Active,
        first_seizure,
        "Dr Kessler",
        "Crises rares, bien tenues par le traitement. Souvent quand il est très fatigué ou fiévreux. Commence par la main droite.",
        &["cr-neuropediatrie", "pai"],
    );
    add(
        "attention",
        "Fatigue et attention courte",
        ProblemState::Active,
        accident,
        "M. Verdier",
        "Une pause toutes les vingt minutes change tout.",
        &["bilan-neuropsy"],
    );
    add(
        "vue",
        "Hémianopsie droite (ne voit pas à droite)",
        ProblemState::Stable,
        accident,
        "Dr Kessler",
        "Se placer à sa gauche pour lui parler. Tourne la tête pour traverser.",
        &[],
    );
    add(
        "bronchiolite",
        "Bronchiolites du nourrisson",
        ProblemState::Past,
        accident.and_then(|date| crate::PartialDate::year_only(date.year() - 5)),
        "Dr Lemoine",
        "",
        &[],
    );
}

fn allergies(book: &mut Book) {
    book.add(
        "allergie-penicilline",
        Entry::Allergy(Allergy {
            agent: "Pénicilline (amoxicilline, Augmentin)".into(),
            agent_kind: Some(AgentKind::Medicine),
            reaction:
                "Urticaire sur tout le corps et gonflement des lèvres, une heure après la prise"
                    .into(),
            severity: Some(Severity::Severe),
            certainty: Some(Certainty::Confirmed),
            since: on(book.in_year(7, 10, 8)),
            note:
                "Vu aux urgences. Test allergologique positif. Ne pas en redonner, même une fois."
                    .into(),
            documents: to(&["cr-urgences-allergie"]),
        }),
    );
    book.add(
        "allergie-sparadrap",
        Entry::Allergy(Allergy {
            agent: "Sparadrap ordinaire".into(),
            agent_kind: Some(AgentKind::Contact),
            reaction: "Plaques rouges qui grattent".into(),
            severity: Some(Severity::Mild),
            certainty: Some(Certainty::Confirmed),
            since: crate::PartialDate::year_only(book.in_year(6, 1, 1).year()),
            note: "Le ruban en silicone est bien supporté.".into(),
            ..Allergy::default()
        }),
    );
    book.add(
        "allergie-fraise",
        Entry::Allergy(Allergy {
            agent: "Fraise".into(),
            agent_kind: Some(AgentKind::Food),
            reaction: "Boutons autour de la bouche à deux ans".into(),
            severity: Some(Severity::Mild),
            certainty: Some(Certainty::RuledOut),
            since: crate::PartialDate::year_only(book.in_year(2, 1, 1).year()),
            note: "Testée depuis : il en mange sans souci.".into(),
            ..Allergy::default()
        }),
    );
}
