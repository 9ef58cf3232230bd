//! What a link for one visit shows beside its sections: whose carnet it is, who wrote, and entries that were chosen one by
//! one, copied as they were when the link was made. It is sealed under a key of the link's secret.
//!
//! ```json
//! {"v":1,"kind":"reading","name":"Léo Martin","birth":"2016-03-01","names":{"…":"Maman"},
//!  "made":{"at":1750000000,"seq":12,"head":"…"},
//!  "entries":[{"id":"…","section":"health","author":"…","at":0,"entry":{"v":1,"min_edit":1,"kind":"document"}}]}
//! ```
//!
//! Every link for a visit has one, and it says when it was made and after which commit: a server that hands out an older one, or an
//! older history beside it, shows it by that.

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;
use domain::{Plain, Section, Term};
use protocol::commit::sealed_digest;
use protocol::ids::{Digest, EntryId, MemberId};
use protocol::limits;
use protocol::time::Seconds;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use zeroize::Zeroizing;

use crate::scene::{EntryView, Reading, VersionView};

const VERSION: u32 = 1;
const KIND: &str = "reading";
/// The most entries that a link shows one by one.
pub(crate) const ENTRIES: usize = 100;

/// What a link shows.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Bundle {
    v: u32,
    kind: String,
    /// Whose carnet it is.
    #[serde(default)]
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth: Option<NaiveDate>,
    /// What the authors of what is shown are called.
    #[serde(default)]
    pub names: BTreeMap<MemberId, String>,
    /// When it was made; none in those of before that was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made: Option<Made>,
    #[serde(default)]
    entries: Vec<Copied>,
}

/// When something was made: by the clock of who made it, and after which commit.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(crate) struct Made {
    pub at: Seconds,
    pub seq: u64,
    pub head: Digest,
}

/// An entry as it was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Copied {
    id: EntryId,
    section: String,
    author: MemberId,
    at: Seconds,
    entry: Map<String, Value>,
}

impl Bundle {
    /// Of a person's carnet, as it is at a moment.
    pub(crate) fn new(name: String, birth: Option<NaiveDate>, made: Made) -> Self {
        Self {
            v: VERSION,
            kind: KIND.to_owned(),
            name,
            birth,
            made: Some(made),
            ..Self::default()
        }
    }

    /// Shows an entry as well, in the version that is shown now. Says whether there was one to show.
    pub(crate) fn copy(&mut self, view: &EntryView) -> bool {
        let Some((version, section)) = view.current().zip(view.section) else {
            return false;
        };
        let Some(plain) = version.plain() else {
            return false;
        };
        self.entries.push(Copied {
            id: view.id,
            section: section.code().to_owned(),
            author: version.author,
            at: version.at,
            entry: plain.to_fields(),
        });
        true
    }

    pub(crate) fn write(&self) -> Zeroizing<Vec<u8>> {
        // Texts and numbers always have a JSON form.
        Zeroizing::new(serde_json::to_vec(self).unwrap_or_default())
    }

    /// Made by a guardian: what cannot be read is none.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        if bytes.len() > limits::BUNDLE_SEALED {
            return None;
        }
        let read: Self = serde_json::from_slice(bytes).ok()?;
        (read.kind == KIND && read.entries.len() <= ENTRIES).then_some(read)
    }

    /// The entries, as pages show them.
    pub(crate) fn views(&self) -> BTreeMap<EntryId, Rc<EntryView>> {
        let view = |copied: &Copied| {
            let plain = Plain::from_fields(copied.entry.clone()).ok()?;
            let version = VersionView {
                digest: sealed_digest(&plain.write()),
                author: copied.author,
                at: copied.at,
                seq: None,
                reading: Reading::Plain(plain),
                unsent: false,
            };
            let view = EntryView {
                id: copied.id,
                section: Section::from_code(&copied.section),
                versions: vec![version],
            };
            Some((copied.id, Rc::new(view)))
        };
        self.entries.iter().filter_map(view).collect()
    }
}

#[cfg(test)]
mod tests {
    use domain::Entry;
    use domain::entry::Allergy;

    use super::*;

    #[test]
    fn what_was_chosen_is_shown_as_it_was() {
        let allergy = Entry::Allergy(Allergy {
            agent: "Latex".into(),
            ..Allergy::default()
        });
        let author = MemberId::from_bytes([2; 16]);
        let version = VersionView {
            digest: sealed_digest(b"x"),
            author,
            at: Seconds(9),
            seq: Some(4),
            reading: Reading::Plain(Plain::new(allergy)),
            unsent: false,
        };
        let view = EntryView {
            id: EntryId::from_bytes([1; 16]),
            section: Some(Section::Health),
            versions: vec![version],
        };
        let made = Made {
            at: Seconds(10),
            seq: 7,
            head: Digest::from_bytes([3; 32]),
        };
        let birth = NaiveDate::from_ymd_opt(2016, 3, 1);
        let mut bundle = Bundle::new("Léo".into(), birth, made);
        bundle.names.insert(author, "Maman".into());
        assert!(bundle.copy(&view));
        let written = bundle.write();
        let text = std::str::from_utf8(&written).unwrap();
        assert!(text.starts_with(r#"{"v":1,"kind":"reading","name":"Léo","birth":"2016-03-01""#));
        let read = Bundle::read(&written).unwrap();
        assert_eq!(read, bundle);
        let shown = &read.views()[&view.id];
        assert_eq!(shown.plain(), view.plain());
        assert_eq!(
            (shown.section, shown.versions[0].author),
            (view.section, author)
        );
        assert!(text.contains(r#""made":{"at":10,"seq":7,"head":"#));
        assert_eq!(Bundle::read(br#"{"v":1,"kind":"other"}"#), None);
        let older = Bundle::read(br#"{"v":1,"kind":"reading","name":"x"}"#);
        assert_eq!(older.unwrap().made, None);
    }
}
