//! A line of the journal in words: who, what, about which entries, when.

use crate::lists::rows::Row;
use crate::parts::when;
use crate::words::Words;
use domain::{Section, Term};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use store::{Act, CarnetView, EntryId, JournalView, LinkKind, MemberId};

/// Titles shown at once under a line.
const FEW: usize = 3;

/// What lines are told with: names of people and links, titles of entries.
#[derive(Clone)]
pub(super) struct Told {
    names: BTreeMap<MemberId, String>,
    links: BTreeSet<MemberId>,
    titles: BTreeMap<EntryId, String>,
    me: MemberId,
    t: Words,
}

impl Told {
    pub(super) fn new(carnet: &CarnetView, rows: &[Row], t: Words) -> Self {
        let links = carnet.links.iter();
        let links = links.filter(|link| !matches!(link.kind, LinkKind::Urgent));
        Self {
            names: carnet.names.clone(),
            links: links.map(|link| link.id).collect(),
            titles: rows
                .iter()
                .map(|row| (row.id, row.entry.title(t.terms())))
                .collect(),
            me: carnet.me,
            t,
        }
    }

    /// Who, or which link.
    pub(super) fn who(&self, line: &JournalView) -> String {
        let name = self.names.get(&line.member).filter(|name| !name.is_empty());
        let name = name.map_or_else(|| self.t.somebody().to_owned(), Clone::clone);
        if line.member == self.me {
            self.t.journal_you(name)
        } else if self.links.contains(&line.member) || line.act == Act::Shown {
            self.t.journal_link(name)
        } else {
            name
        }
    }

    /// What was done.
    pub(super) fn what(&self, line: &JournalView) -> String {
        let t = self.t;
        match &line.act {
            Act::Pulled { .. } => t.journal_pulled().to_owned(),
            Act::Read { .. } => t.journal_read(self.sections(line)),
            Act::Wrote { .. } if line.entries.is_empty() => t.journal_settled().to_owned(),
            Act::Wrote { .. } => t.journal_wrote(self.sections(line)),
            Act::Downloaded { .. } => t.journal_file(self.sections(line)),
            Act::Shown => t.journal_shown().to_owned(),
            Act::Subscribed => t.journal_subscribed().to_owned(),
            Act::Opened { origin, reader, .. } => {
                let opened = match reader {
                    Some(reader) => t.card_opened_by(&reader.name, &reader.place),
                    None => t.card_opened().to_owned(),
                };
                if origin.is_empty() {
                    opened
                } else {
                    format!("{opened} {}", t.card_opened_from(origin))
                }
            }
            Act::OpenedMore { times } => t.card_opened_more(times),
            Act::WrongPasscode => t.card_wrong_passcode().to_owned(),
            Act::Deposited { .. } => t.journal_deposited().to_owned(),
        }
    }

    /// The words of the sections that it is about.
    pub(super) fn sections(&self, line: &JournalView) -> String {
        let words: Vec<&str> = line
            .sections
            .iter()
            .map(|section: &Section| section.label(self.t.terms()))
            .collect();
        words.join(", ")
    }

    /// The titles of the entries that it is about, as far as they can be read here.
    pub(super) fn titles(&self, line: &JournalView) -> Vec<String> {
        let known = line
            .entries
            .iter()
            .filter_map(|entry| self.titles.get(entry));
        known.cloned().collect()
    }

    /// The line on the page.
    pub(super) fn view(&self, line: &JournalView) -> AnyView {
        let titles = self.titles(line);
        let few = titles
            .iter()
            .take(FEW)
            .cloned()
            .collect::<Vec<String>>()
            .join(" · ");
        let more: Vec<_> = titles
            .iter()
            .skip(FEW)
            .map(|title| view! { <li>{title.clone()}</li> })
            .collect();
        let label = self.t.journal_others(more.len());
        let any = !more.is_empty();
        view! {
            <p class="row-title">{self.who(line)}</p>
            <p class="said">{self.what(line)}</p>
            {(!few.is_empty()).then(|| view! { <p class="soft">{few}</p> })}
            {any.then(|| view! { <details><summary>{label}</summary><ul>{more}</ul></details> })}
            <p class="soft">{when::moment(line.at.0, self.t)}</p>
        }
        .into_any()
    }
}
