//! The name that a member or a compartment goes by: a few words sealed under a section's key, carried inside a commit.
//!
//! `suite ‖ epoch (4) ‖ nonce (24) ‖ ciphertext ‖ tag (16)`, the words padded to steps of 64 bytes. It names its epoch itself,
//! because the change that carries it does not.

use protocol::ids::{MemberId, SectionId};
use protocol::keys::SUITE;
use protocol::limits;
use zeroize::Zeroizing;

use crate::aead::{self, AeadError};
use crate::entry::EntryError;
use crate::labels;
use crate::padding::MARK;
use crate::section_keys::{FirstKeys, KeyringError, SectionKeys};

/// The longest label, in bytes: its sealed form must stay within [`limits::LABEL`].
pub const LONGEST: usize = 447;

const STEP: usize = 64;
const EPOCH: usize = 4;

/// What a label names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A member or a link.
    Member(MemberId),
    /// A private compartment.
    Section(SectionId),
}

impl SectionKeys {
    /// Seals a label under the newest key of `section` that is here: the team's for members, its own for a compartment.
    pub fn seal_label(
        &self,
        section: SectionId,
        subject: Subject,
        words: &str,
    ) -> Result<Vec<u8>, EntryError> {
        if words.len() > LONGEST {
            return Err(EntryError::TooLong);
        }
        let epoch = self
            .newest(section)
            .ok_or(KeyringError::NotHeld { section, epoch: 0 })?;
        let key = labels::LABEL.derive_from_key(&self.key(section, epoch)?.0, &context(subject));
        let mut marked = words.as_bytes().to_vec();
        marked.push(MARK);
        let length = marked.len().next_multiple_of(STEP);
        let mut sealed = aead::seal_padded(&key, &data(section, epoch), &marked, length);
        sealed.splice(1..1, epoch.to_be_bytes());
        Ok(sealed)
    }

    /// Opens a label.
    pub fn open_label(
        &self,
        section: SectionId,
        subject: Subject,
        sealed: &[u8],
    ) -> Result<Zeroizing<String>, EntryError> {
        if sealed.len() > limits::LABEL {
            return Err(EntryError::TooLong);
        }
        if sealed.first().is_some_and(|suite| *suite > SUITE) {
            return Err(EntryError::Newer);
        }
        let (epoch, rest) = sealed
            .get(1..)
            .and_then(|s| s.split_first_chunk::<EPOCH>())
            .ok_or(EntryError::Broken)?;
        let epoch = u32::from_be_bytes(*epoch);
        let key = labels::LABEL.derive_from_key(&self.key(section, epoch)?.0, &context(subject));
        let plain = aead::open(&key, &data(section, epoch), &[&sealed[..1], rest].concat());
        let mut plain = plain.map_err(|error| match error {
            AeadError::Newer => EntryError::Newer,
            AeadError::Broken => EntryError::Broken,
        })?;
        let end = plain
            .iter()
            .rposition(|byte| *byte != 0)
            .filter(|end| plain[*end] == MARK);
        plain.truncate(end.ok_or(EntryError::Broken)?);
        let words = core::str::from_utf8(&plain).map_err(|_| EntryError::Broken)?;
        Ok(Zeroizing::new(words.to_owned()))
    }
}

impl FirstKeys {
    /// Seals the first guardian's label, for the genesis.
    pub fn seal_label(&self, guardian: MemberId, words: &str) -> Result<Vec<u8>, EntryError> {
        self.ring()
            .seal_label(SectionId::TEAM, Subject::Member(guardian), words)
    }
}

fn context(subject: Subject) -> [u8; 17] {
    let (kind, id) = match &subject {
        Subject::Member(member) => (0, member.as_bytes()),
        Subject::Section(section) => (1, section.as_bytes()),
    };
    let mut context = [kind; 17];
    context[1..].copy_from_slice(id);
    context
}

/// No carnet in it: the genesis carries a label before the carnet has an id. The section's key is the carnet's own.
fn data(section: SectionId, epoch: u32) -> Vec<u8> {
    [&section.as_bytes()[..], &epoch.to_be_bytes()].concat()
}
