//! The plaintext of entries in the `keys` section, which guardians alone can read: the secrets of the urgent card, of
//! deposit trays and of open invitations.
//!
//! ```json
//! {"v":1,"min_edit":1,"kind":"card","link":"…","sheet":"…","tray":"…","tries":10}
//! {"v":1,"min_edit":1,"kind":"reading","link":"…","fragment":"…","entries":["…"]}
//! {"v":1,"min_edit":1,"kind":"tray","link":"…","fragment":"…","identity":"AGE-SECRET-KEY-PQ-…","name":"Mme Leroy, kiné"}
//! {"v":1,"min_edit":1,"kind":"invitation","link":"…","fragment":"…"}
//! ```
//!
//! As for entries of the record: fields that this version does not know are kept and written back, and a client below
//! `min_edit` does not write.

use protocol::ids::{EntryId, MemberId};
use protocol::time::Seconds;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use zeroize::Zeroizing;

use super::secret_text::SecretText;

/// The version that this code writes.
const VERSION: u32 = 1;

/// What an entry of the `keys` section says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LinkKeys {
    /// The urgent card.
    Card(CardKeys),
    /// The tray of a deposit link.
    Tray(TrayKeys),
    /// A link for one visit.
    Reading(ReadingKeys),
    /// An invitation that nobody has taken yet.
    Invitation(InvitationKeys),
}

/// The secrets and settings of the urgent card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CardKeys {
    #[serde(flatten)]
    version: Version,
    /// The urgent link.
    pub link: MemberId,
    /// The sheet's signing key and the key that opens it.
    pub sheet: SecretText,
    /// The deposit link that the sheet carries.
    pub tray: MemberId,
    /// The code to type, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<SecretText>,
    /// What is asked before the sheet is given, if anything is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passcode: Option<SecretText>,
    /// How many wrong passcodes there may ever be.
    #[serde(default)]
    pub tries: u16,
    /// Until when the card works; none for always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Seconds>,
    /// The secrets were replaced, and nobody said since that the card was printed again.
    #[serde(default, skip_serializing_if = "is_false")]
    pub reprint: bool,
    /// Pages of pinned documents, sealed for this link alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<PinnedPage>,
    #[serde(flatten)]
    extra: Map<String, Value>,
}

/// A page of a pinned document, sealed anew for those who open the card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PinnedPage {
    /// The file of the record that it was made from.
    pub source: String,
    /// Names it inside the sheet: a UUID.
    pub id: String,
    /// The sealed file.
    pub blob: String,
    /// Its sealed size.
    pub sealed: u64,
}

/// The secrets of a deposit link's tray.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct TrayKeys {
    #[serde(flatten)]
    version: Version,
    /// The deposit link.
    pub link: MemberId,
    /// What its address carries.
    pub fragment: SecretText,
    /// What opens the deposits.
    pub identity: SecretText,
    /// What guardians call it; none for the tray of the urgent card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(flatten)]
    extra: Map<String, Value>,
}

/// The secret of a link for one visit, and what it shows beside its sections: enough to show its address again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ReadingKeys {
    #[serde(flatten)]
    version: Version,
    /// The link.
    pub link: MemberId,
    /// What its address carries.
    pub fragment: SecretText,
    /// The entries that it shows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<EntryId>,
    #[serde(flatten)]
    extra: Map<String, Value>,
}

/// What an invitation's address carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct InvitationKeys {
    #[serde(flatten)]
    version: Version,
    /// The invitation.
    pub link: MemberId,
    /// What stands behind `#`.
    pub fragment: SecretText,
    #[serde(flatten)]
    extra: Map<String, Value>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Version {
    v: u32,
    min_edit: u32,
}

const NOW: Version = Version {
    v: VERSION,
    min_edit: 1,
};

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Written {
    Card(CardKeys),
    Tray(TrayKeys),
    Reading(ReadingKeys),
    Invitation(InvitationKeys),
}

fn is_false(value: &bool) -> bool {
    !value
}

impl LinkKeys {
    /// None for what this version cannot read: it is left as it is.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        Some(match serde_json::from_slice(bytes).ok()? {
            Written::Card(card) => Self::Card(card),
            Written::Tray(tray) => Self::Tray(tray),
            Written::Reading(reading) => Self::Reading(reading),
            Written::Invitation(invitation) => Self::Invitation(invitation),
        })
    }

    pub(crate) fn write(&self) -> Zeroizing<Vec<u8>> {
        let written = match self {
            Self::Card(card) => serde_json::to_vec(&Written::Card(card.clone())),
            Self::Tray(tray) => serde_json::to_vec(&Written::Tray(tray.clone())),
            Self::Reading(reading) => serde_json::to_vec(&Written::Reading(reading.clone())),
            Self::Invitation(kept) => serde_json::to_vec(&Written::Invitation(kept.clone())),
        };
        // Plain structs of texts and numbers always have a JSON form.
        Zeroizing::new(written.unwrap_or_default())
    }
}

impl CardKeys {
    /// Of a new card.
    pub(crate) fn new(link: MemberId, sheet: &str, tray: MemberId) -> Self {
        Self {
            version: NOW,
            link,
            sheet: SecretText::new(sheet),
            tray,
            code: None,
            passcode: None,
            tries: 0,
            until: None,
            reprint: false,
            pages: Vec::new(),
            extra: Map::new(),
        }
    }

    /// Takes over the settings of the card that it replaces.
    pub(crate) fn take_settings(&mut self, old: &Self) {
        self.passcode.clone_from(&old.passcode);
        self.tries = old.tries;
        self.until = old.until;
        self.extra.clone_from(&old.extra);
    }

    /// Whether this version may write it again.
    pub(crate) fn editable(&self) -> bool {
        self.version.min_edit <= VERSION
    }
}

impl TrayKeys {
    /// Of a new deposit link.
    pub(crate) fn new(link: MemberId, fragment: &str, identity: &str) -> Self {
        Self {
            version: NOW,
            link,
            fragment: SecretText::new(fragment),
            identity: SecretText::new(identity),
            name: None,
            extra: Map::new(),
        }
    }
}

impl ReadingKeys {
    /// Of a new link.
    pub(crate) fn new(link: MemberId, fragment: &str, entries: Vec<EntryId>) -> Self {
        Self {
            version: NOW,
            link,
            fragment: SecretText::new(fragment),
            entries,
            extra: Map::new(),
        }
    }
}

impl InvitationKeys {
    /// Of a new invitation.
    pub(crate) fn new(link: MemberId, fragment: &str) -> Self {
        Self {
            version: NOW,
            link,
            fragment: SecretText::new(fragment),
            extra: Map::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_newer_version_added_is_written_back() {
        let link = MemberId::from_bytes([1; 16]);
        let bytes = format!(
            r#"{{"kind":"card","v":2,"min_edit":1,"link":"{link}","sheet":"s","tray":"{link}","tries":10,"colour":"red"}}"#
        );
        let read = LinkKeys::read(bytes.as_bytes()).unwrap();
        let LinkKeys::Card(card) = &read else {
            panic!("a card")
        };
        assert!(card.editable() && card.passcode.is_none() && !card.reprint);
        let written: Value = serde_json::from_slice(&read.write()).unwrap();
        let expected: Value = serde_json::from_str(&bytes).unwrap();
        assert_eq!(written, expected);
        assert!(LinkKeys::read(br#"{"kind":"other","v":1,"min_edit":1}"#).is_none());
    }

    #[test]
    fn secrets_are_not_printed() {
        let link = MemberId::from_bytes([1; 16]);
        let tray = TrayKeys::new(link, "fragment-canari", "identite-canari");
        assert!(!format!("{tray:?}").contains("canari"));
        let reading = ReadingKeys::new(link, "fragment-canari", vec![EntryId::from_bytes([2; 16])]);
        assert!(!format!("{reading:?}").contains("canari"));
        let written = LinkKeys::Reading(reading.clone()).write();
        assert_eq!(LinkKeys::read(&written), Some(LinkKeys::Reading(reading)));
        let written = LinkKeys::Tray(tray.clone()).write();
        assert_eq!(LinkKeys::read(&written), Some(LinkKeys::Tray(tray)));
        let invitation = InvitationKeys::new(link, "fragment-canari");
        assert!(!format!("{invitation:?}").contains("canari"));
        let written = LinkKeys::Invitation(invitation.clone()).write();
        assert_eq!(
            LinkKeys::read(&written),
            Some(LinkKeys::Invitation(invitation))
        );
    }
}
