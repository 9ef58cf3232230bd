//! Section keys: the ring of one carnet, commitments, back links.
//!
//! A key enters the ring only if it is the one that the signed log committed to, whether it came in a key envelope or
//! through a back link (the key of the epoch before, sealed under this one).

use std::collections::BTreeMap;

use protocol::commit::FirstKey;
use protocol::ids::{CarnetId, Digest, SectionId};
use subtle::ConstantTimeEq;

use crate::aead;
use crate::labels;
use crate::secret::{make_random, secret};

secret! {
    /// The key of one section in one epoch.
    pub(crate) struct SectionKey
}

/// Which key: section and epoch.
pub type KeyName = (SectionId, u32);

/// Why a key is not there, or was not taken into the ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyringError {
    /// This ring does not hold the key.
    #[error("no key for this section in epoch {epoch}")]
    NotHeld {
        /// Of which section.
        section: SectionId,
        /// In which epoch.
        epoch: u32,
    },
    /// There is a key for this section and epoch already.
    #[error("there is a key for this section in epoch {epoch} already")]
    Held {
        /// Of which section.
        section: SectionId,
        /// In which epoch.
        epoch: u32,
    },
    /// The key is not the one that the log committed to.
    #[error("the key for this section in epoch {epoch} is not the one that the log names")]
    Mismatch {
        /// Of which section.
        section: SectionId,
        /// In which epoch.
        epoch: u32,
    },
    /// A back link that does not open: altered, or of another section, epoch or carnet.
    #[error("the back link of epoch {epoch} does not open")]
    BackLink {
        /// Of which section.
        section: SectionId,
        /// The epoch it stands in.
        epoch: u32,
    },
}

/// The section keys of one carnet that this member holds.
pub struct SectionKeys {
    carnet: CarnetId,
    keys: BTreeMap<KeyName, SectionKey>,
}

impl SectionKeys {
    /// An empty ring.
    pub fn new(carnet: CarnetId) -> Self {
        Self {
            carnet,
            keys: BTreeMap::new(),
        }
    }

    /// Of which carnet.
    pub fn carnet(&self) -> CarnetId {
        self.carnet
    }

    /// Whether the key is here.
    pub fn holds(&self, section: SectionId, epoch: u32) -> bool {
        self.keys.contains_key(&(section, epoch))
    }

    /// Every key that is here, by section, then epoch.
    pub fn names(&self) -> impl Iterator<Item = KeyName> + '_ {
        self.keys.keys().copied()
    }

    /// The latest epoch of a section whose key is here.
    pub fn newest(&self, section: SectionId) -> Option<u32> {
        self.keys
            .range((section, 0)..=(section, u32::MAX))
            .next_back()
            .map(|((_, epoch), _)| *epoch)
    }

    /// Makes the key of a new epoch and gives the commitment that the log must name. While the commit is not accepted, do
    /// this in a [`SectionKeys::copy_for_draft`].
    pub fn make_key(&mut self, section: SectionId, epoch: u32) -> Result<Digest, KeyringError> {
        if self.holds(section, epoch) {
            return Err(KeyringError::Held { section, epoch });
        }
        let key = SectionKey(make_random());
        let commitment = self.commitment_of(section, epoch, &key);
        self.keys.insert((section, epoch), key);
        Ok(commitment)
    }

    /// The commitment to a key that is here.
    pub fn commitment(&self, section: SectionId, epoch: u32) -> Result<Digest, KeyringError> {
        Ok(self.commitment_of(section, epoch, self.key(section, epoch)?))
    }

    /// A second ring with the same keys, for a commit that is being built: new keys are made there, and the draft becomes
    /// the ring when the commit is accepted, or is dropped when the race is lost.
    pub fn copy_for_draft(&self) -> Self {
        let keys = self
            .keys
            .iter()
            .map(|(name, key)| (*name, SectionKey(key.0.clone())))
            .collect();
        Self {
            carnet: self.carnet,
            keys,
        }
    }

    /// Seals the key of the epoch before under the key of `epoch`.
    pub fn seal_back_link(&self, section: SectionId, epoch: u32) -> Result<Vec<u8>, KeyringError> {
        let before = epoch
            .checked_sub(1)
            .ok_or(KeyringError::NotHeld { section, epoch })?;
        let previous = self.key(section, before)?;
        let context = context(&self.carnet, section, epoch);
        let key = labels::SECTION_BACK_LINK.derive(&self.key(section, epoch)?.0[..], &context);
        Ok(aead::seal(&key, &context, &previous.0[..]))
    }

    /// Takes the key of the epoch before out of the back link of `epoch`, if the log committed to it.
    pub fn follow_back_link(
        &mut self,
        section: SectionId,
        epoch: u32,
        sealed: &[u8],
        commitment_before: &Digest,
    ) -> Result<(), KeyringError> {
        let broken = KeyringError::BackLink { section, epoch };
        let before = epoch.checked_sub(1).ok_or(broken)?;
        let context = context(&self.carnet, section, epoch);
        let key = labels::SECTION_BACK_LINK.derive(&self.key(section, epoch)?.0[..], &context);
        if sealed.len() != aead::OVERHEAD + 32 {
            return Err(broken);
        }
        let opened = aead::open(&key, &context, sealed).map_err(|_| broken)?;
        let previous = <[u8; 32]>::try_from(&opened[..]).map_err(|_| broken)?;
        self.learn(
            section,
            before,
            SectionKey(previous.into()),
            commitment_before,
        )
    }

    /// Takes a key if it is the committed one.
    pub(crate) fn learn(
        &mut self,
        section: SectionId,
        epoch: u32,
        key: SectionKey,
        commitment: &Digest,
    ) -> Result<(), KeyringError> {
        let found = self.commitment_of(section, epoch, &key);
        if !bool::from(found.as_bytes().ct_eq(commitment.as_bytes())) {
            return Err(KeyringError::Mismatch { section, epoch });
        }
        self.keys.insert((section, epoch), key);
        Ok(())
    }

    pub(crate) fn key(&self, section: SectionId, epoch: u32) -> Result<&SectionKey, KeyringError> {
        self.keys
            .get(&(section, epoch))
            .ok_or(KeyringError::NotHeld { section, epoch })
    }

    fn commitment_of(&self, section: SectionId, epoch: u32, key: &SectionKey) -> Digest {
        // The first keys are committed to in the genesis, from whose hash the carnet's id follows: it cannot be named there.
        let carnet = if is_first(section, epoch) {
            UNBORN
        } else {
            self.carnet
        };
        Digest::from_bytes(
            *labels::SECTION_COMMITMENT.derive(&key.0[..], &context(&carnet, section, epoch)),
        )
    }
}

impl core::fmt::Debug for SectionKeys {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("SectionKeys")
            .field("carnet", &self.carnet)
            .field("keys", &self.keys.keys())
            .finish()
    }
}

/// The first keys of a carnet that has no id yet.
#[derive(Debug)]
pub struct FirstKeys(SectionKeys);

impl FirstKeys {
    /// A key for each of the ten sections that every carnet has.
    pub fn make() -> Self {
        let mut ring = SectionKeys::new(UNBORN);
        for section in SectionId::STANDARD {
            ring.keys.insert((section, 0), SectionKey(make_random()));
        }
        Self(ring)
    }

    /// What the genesis says of them, in its order.
    pub fn first_keys(&self) -> Vec<FirstKey> {
        let commitment =
            |(section, epoch): (SectionId, u32), key| self.0.commitment_of(section, epoch, key);
        self.0
            .keys
            .iter()
            .map(|(name, key)| FirstKey {
                section: name.0,
                commitment: commitment(*name, key),
            })
            .collect()
    }

    /// The ring, now that the genesis is written and the carnet has its id.
    pub fn born(self, carnet: CarnetId) -> SectionKeys {
        SectionKeys { carnet, ..self.0 }
    }

    pub(crate) fn ring(&self) -> &SectionKeys {
        &self.0
    }
}

/// Stands where the id of a carnet would, in what its genesis names.
pub(crate) const UNBORN: CarnetId = CarnetId::from_bytes([0; 32]);

/// Whether a genesis, and nothing else, makes this key.
pub(crate) fn is_first(section: SectionId, epoch: u32) -> bool {
    epoch == 0 && !section.is_private()
}

fn context(carnet: &CarnetId, section: SectionId, epoch: u32) -> [u8; 52] {
    let mut context = [0; 52];
    context[..32].copy_from_slice(carnet.as_bytes());
    context[32..48].copy_from_slice(section.as_bytes());
    context[48..].copy_from_slice(&epoch.to_be_bytes());
    context
}
