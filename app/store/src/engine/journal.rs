//! The access journal: the server's lines, with what this account knows about them.

use std::collections::{BTreeMap, BTreeSet};

use protocol::carnet::{Act, Journal};
use protocol::ids::{BlobId, EntryId, SectionId};
use protocol::paths;

use super::Engine;
use crate::carnet::{Carnet, section_of};
use crate::keeper::JournalAsked;
use crate::scene::JournalView;
use crate::trouble::Trouble;

impl Engine {
    /// A page of the open carnet's journal, newest first.
    pub(crate) async fn journal(
        &mut self,
        asked: JournalAsked,
    ) -> Result<Vec<JournalView>, Trouble> {
        let id = self.inside()?.open_id()?;
        let mut path = format!("{}?", paths::journal(id));
        let numbers = [
            ("before", asked.before.map(|number| number.to_string())),
            ("member", asked.member.map(|member| member.to_string())),
            ("from", asked.from.map(|at| at.0.to_string())),
            ("to", asked.to.map(|at| at.0.to_string())),
        ];
        for (name, value) in numbers {
            if let Some(value) = value {
                path.push_str(&format!("{name}={value}&"));
            }
        }
        let path = path.trim_end_matches(['&', '?']).to_owned();
        let journal: Journal = self
            .signed(|talk| {
                let path = path.clone();
                async move { talk.get(&path).await }
            })
            .await?;
        let known = Known::of(self.inside()?.carnet(id)?);
        let view = |line: protocol::carnet::JournalLine| {
            let (sections, entries) = known.about(&line.act);
            JournalView {
                number: line.number,
                at: line.at,
                member: line.member,
                act: line.act,
                sections: sections.iter().filter_map(|id| section_of(*id)).collect(),
                entries,
            }
        };
        Ok(journal.lines.into_iter().map(view).collect())
    }
}

/// What the log says about commits and files.
struct Known {
    written: BTreeMap<u64, Vec<(SectionId, EntryId)>>,
    files: BTreeMap<BlobId, BTreeSet<(SectionId, EntryId)>>,
}

impl Known {
    fn of(carnet: &Carnet) -> Self {
        let mut known = Self {
            written: BTreeMap::new(),
            files: BTreeMap::new(),
        };
        for (entry, puts) in &carnet.log.facts.puts {
            for put in puts {
                let place = (put.section, *entry);
                known.written.entry(put.seq).or_default().push(place);
                for file in &put.files {
                    known.files.entry(file.blob).or_default().insert(place);
                }
            }
        }
        known
    }

    /// The sections and entries that a line is about. The secrets of links are nobody's business here.
    fn about(&self, act: &Act) -> (BTreeSet<SectionId>, Vec<EntryId>) {
        let places: Vec<(SectionId, EntryId)> = match act {
            Act::Read { section, entries } => {
                entries.iter().map(|entry| (*section, *entry)).collect()
            }
            Act::Wrote { seq } => self.written.get(seq).cloned().unwrap_or_default(),
            Act::Downloaded { blob } => {
                let places = self.files.get(blob).into_iter().flatten();
                places.copied().collect()
            }
            // Addresses serve the agenda, whole.
            Act::Subscribed => return (BTreeSet::from([SectionId::AGENDA]), Vec::new()),
            _ => Vec::new(),
        };
        let open = |place: &&(SectionId, EntryId)| place.0 != SectionId::KEYS;
        let sections = places.iter().filter(open).map(|(section, _)| *section);
        let entries = places.iter().filter(open).map(|(_, entry)| *entry);
        (sections.collect(), entries.collect())
    }
}
