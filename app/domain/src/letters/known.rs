//! What the carnet knows for a letter: its gaps, its address, what it joins.

use chrono::NaiveDate;

use super::{Blank, Template, people};
use crate::entry::{Contact, Entitlement, Entry, Exchange, Procedure, Step};
use crate::lists::{
    ContactRole, EntitlementState, ExchangeWay, LetterKind, ProcedureState, Right, StepKind,
};
use crate::mdph;
use crate::reference::EntryRef;
use crate::term::Lang;
use crate::view::HasEntry;
use crate::words::day_in_words;

/// What the carnet knows for the gaps of a template and for its address, above all from the procedure that it is about. Only what
/// is known is given.
pub fn known<T: HasEntry>(
    template: &Template,
    about: Option<(&EntryRef, &Procedure)>,
    rows: &[T],
    today: NaiveDate,
) -> Vec<Blank> {
    let none = Procedure::default();
    let nobody = EntryRef::default();
    let (id, procedure) = about.unwrap_or((&nobody, &none));
    let decision = decision(template.kind, id, rows);
    let call = last_call(procedure).filter(|_| template.kind == LetterKind::CallSummary);
    let gap = |name: &str| -> Option<String> {
        let day = |day: NaiveDate| day.to_string();
        match name {
            "file_number" => Some(number(procedure, decision, rows)),
            "decided" => decision?.decided.map(day),
            "received" => {
                let noted = procedure.reached(ProcedureState::Notified);
                decision?.received.or(noted).map(day)
            }
            "filed" => procedure.reached(ProcedureState::Filed).map(day),
            "about" => Some(decided(id, decision?, rows)),
            "mention" => Some(card(procedure, decision)),
            "wanted" => Some(wanted(procedure)),
            "class" => class(rows, today),
            "what" if template.kind == LetterKind::Complaint => Some(exchanged(procedure)),
            "when" => call?.date.map(day),
            "hour" => Some(call?.time.clone()),
            "who" => Some(call?.who.clone()),
            "said" => Some(call?.text.clone()),
            "recipient" => Some(recipient(template, procedure, rows)),
            "sender" => people(rows).into_iter().next(),
            _ => None,
        }
    };
    let names = template.gaps.iter().map(|gap| gap.name);
    names
        .chain(["recipient", "sender"])
        .filter_map(|name| {
            let text = gap(name).filter(|text| !text.trim().is_empty())?;
            Some(Blank {
                name: name.to_owned(),
                text,
            })
        })
        .collect()
}

/// The papers that a letter about a procedure joins: of an appeal, the decision.
pub fn joined<T: HasEntry>(kind: LetterKind, id: &EntryRef, rows: &[T]) -> Vec<EntryRef> {
    decision(kind, id, rows)
        .map(|decision| decision.documents.clone())
        .unwrap_or_default()
}

/// The line of the decision that a letter contests: of the card, or of anything else; what was refused first, then the newest.
fn decision<'a, T: HasEntry>(
    kind: LetterKind,
    id: &EntryRef,
    rows: &'a [T],
) -> Option<&'a Entitlement> {
    let card = match kind {
        LetterKind::CardAppeal => true,
        LetterKind::Appeal => false,
        _ => return None,
    };
    let lines = rows.iter().filter_map(|row| match row.entry() {
        Entry::Entitlement(line) if line.procedure.as_ref() == Some(id) => Some(line),
        _ => None,
    });
    let its = lines.filter(|line| (line.right == Some(Right::Cmi)) == card);
    its.max_by_key(|line| {
        let refused = line.state == Some(EntitlementState::Refused);
        (refused, line.received.or(line.decided))
    })
}

/// "PCH, aménagement de la salle de bains ; AEEH": what one decision refused, or all it is about.
fn decided<T: HasEntry>(id: &EntryRef, decision: &Entitlement, rows: &[T]) -> String {
    let lines = rows.iter().filter_map(|row| match row.entry() {
        Entry::Entitlement(line)
            if line.procedure.as_ref() == Some(id)
                && line.decided == decision.decided
                && line.state == decision.state
                && (line.right == Some(Right::Cmi)) == (decision.right == Some(Right::Cmi)) =>
        {
            Some(row.entry().title(Lang::Fr))
        }
        _ => None,
    });
    let mut titles: Vec<String> = lines.collect();
    titles.sort();
    titles.dedup();
    titles.join(" ; ")
}

fn number<T: HasEntry>(
    procedure: &Procedure,
    decision: Option<&Entitlement>,
    rows: &[T],
) -> String {
    let written = [
        Some(procedure.number.as_str()),
        decision.map(|line| line.number.as_str()),
    ];
    let written = written.into_iter().flatten().map(str::trim);
    let answered = mdph::files(rows)
        .into_iter()
        .find_map(|row| match row.entry() {
            Entry::MdphFile(file) => file.answer("identity.file_number"),
            _ => None,
        });
    let answered = answered.map(|answer| answer.text.trim());
    written
        .chain(answered)
        .find(|number| !number.is_empty())
        .unwrap_or_default()
        .to_owned()
}

fn card(procedure: &Procedure, decision: Option<&Entitlement>) -> String {
    let asked = procedure
        .requests
        .iter()
        .filter(|one| one.right == Some(Right::Cmi))
        .map(|one| one.detail.trim());
    decision
        .map(|line| line.detail.trim())
        .into_iter()
        .chain(asked)
        .find(|detail| !detail.is_empty())
        .unwrap_or_default()
        .to_owned()
}

fn wanted(procedure: &Procedure) -> String {
    let asked = procedure
        .requests
        .iter()
        .filter(|one| one.right != Some(Right::Cmi))
        .map(|one| one.in_words(Lang::Fr));
    asked
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" ; ")
}

/// Every call and letter so far, one a line, the oldest first.
fn exchanged(procedure: &Procedure) -> String {
    let mut all: Vec<&Exchange> = procedure.exchanges.iter().collect();
    all.sort_by_key(|one| (one.date, &one.time));
    let line = |one: &Exchange| {
        let day = one
            .date
            .map(|day| format!("Le {}, ", day_in_words(day, Lang::Fr)));
        let undated = Exchange {
            date: None,
            ..one.clone()
        };
        format!("{}{}", day.unwrap_or_default(), lower_way(&undated))
    };
    all.into_iter().map(line).collect::<Vec<_>>().join("\n")
}

fn lower_way(one: &Exchange) -> String {
    let words = one.in_words(Lang::Fr);
    let mut letters = words.chars();
    match letters.next() {
        Some(first) if !words.starts_with("E-mail") => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => words,
    }
}

fn last_call(procedure: &Procedure) -> Option<&Exchange> {
    let calls = procedure
        .exchanges
        .iter()
        .filter(|one| one.way == Some(ExchangeWay::Call));
    calls.max_by_key(|one| (one.date, &one.time))
}

/// The address: what the template begins it with, then the office of the procedure, unless the letter goes elsewhere.
fn recipient<T: HasEntry>(template: &Template, procedure: &Procedure, rows: &[T]) -> String {
    let address = match template.kind {
        LetterKind::SchoolReport => school(rows),
        LetterKind::CardAppeal | LetterKind::RefusedCare => String::new(),
        _ => office(template, procedure, rows),
    };
    let lines = [template.recipient, address.trim()];
    let lines = lines.into_iter().filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// The office of a procedure: its name and address.
fn office<T: HasEntry>(template: &Template, procedure: &Procedure, rows: &[T]) -> String {
    let contact = procedure.contact.as_ref().and_then(|wanted| {
        rows.iter().find_map(|row| match row.entry() {
            Entry::Contact(contact) if row.reference().as_ref() == Some(wanted) => Some(contact),
            _ => None,
        })
    });
    let name = contact
        .map(Contact::shown_name)
        .filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| procedure.authority.trim().to_owned());
    let address = contact.map_or("", |contact| contact.address.trim());
    // "MDPH" alone says no more than the template does.
    let said = !template.recipient.is_empty() && name == "MDPH";
    let lines = [if said { "" } else { name.as_str() }, address];
    let lines = lines.into_iter().filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// The class that the person is in now, if there is one.
fn class<T: HasEntry>(rows: &[T], today: NaiveDate) -> Option<String> {
    let now = rows.iter().filter_map(|row| match row.entry() {
        Entry::Step(step)
            if step.step_kind == Some(StepKind::School)
                && step.from.is_some_and(|from| from.first_day() <= today)
                && step.to.is_none_or(|to| to.last_day() >= today) =>
        {
            Some(step)
        }
        _ => None,
    });
    let last = now.max_by_key(|step: &&Step| step.from.map(crate::PartialDate::first_day))?;
    Some(last.class.trim().to_owned())
}

/// The only school among the contacts.
fn school<T: HasEntry>(rows: &[T]) -> String {
    let mut schools = rows.iter().filter_map(|row| match row.entry() {
        Entry::Contact(contact) if contact.is(ContactRole::School) => Some(contact),
        _ => None,
    });
    match (schools.next(), schools.next()) {
        (Some(school), None) => [school.shown_name(), school.address.trim().to_owned()]
            .into_iter()
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
            .join("\n"),
        _ => String::new(),
    }
}
