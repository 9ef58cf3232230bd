//! The key envelope: section keys on their way to one member.
//!
//! One age file to the member's hybrid recipient. Its plaintext is the suite byte and the strict CBOR of carnet, recipient
//! and keys: an envelope moved to another carnet or another member is refused although it opens. The commit that grants
//! names the envelope's digest under its author's signature; a key counts only if the log committed to it.

use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};
use protocol::cbor::{decode_stored, encode_stored};
use protocol::commit::sealed_digest;
use protocol::ids::{CarnetId, Digest, MemberId, SectionId};
use protocol::keys::MemberKeys;
use protocol::limits;
use zeroize::{Zeroize, Zeroizing};

use crate::age_file::{self, AgeError};
use crate::holder::Holder;
use crate::hybrid::{KeyError, SealTo};
use crate::section_keys::{
    FirstKeys, KeyName, KeyringError, SectionKey, SectionKeys, UNBORN, is_first,
};

/// Keys in one envelope.
pub const KEYS: usize = 1024;

/// Why an envelope could not be made or was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EnvelopeError {
    /// A key that should go in is not here.
    #[error(transparent)]
    Key(#[from] KeyringError),
    /// The member's public key is none.
    #[error(transparent)]
    Recipient(#[from] KeyError),
    /// No key at all, more than [`KEYS`], or more bytes than an envelope may have.
    #[error("an envelope brings between one and {KEYS} keys")]
    Size,
    /// These are not the bytes that the signed grant names.
    #[error("the envelope is not the one that the grant names")]
    Digest,
    /// It is no age file, is cut short or altered, or what it holds is not in canonical form.
    #[error("the envelope is broken")]
    Malformed,
    /// Sealed to somebody else.
    #[error("the envelope is sealed to another key")]
    NotForUs,
    /// Written by a newer version.
    #[error("the envelope was written by a newer version")]
    Newer,
    /// It says that it belongs to another carnet.
    #[error("the envelope belongs to another carnet")]
    WrongCarnet,
    /// It says that it is for another member.
    #[error("the envelope is for another member")]
    WrongRecipient,
    /// The same section and epoch twice, or not in order.
    #[error("the envelope names a key twice, or not in order")]
    Order,
}

/// A sealed envelope and the digest by which a grant names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyEnvelope {
    /// The bytes that travel beside the commit.
    pub sealed: Vec<u8>,
    /// What the grant names.
    pub digest: Digest,
}

/// What an envelope brought. Nothing in it is trusted before [`SectionKeys::accept`] compared it with the log.
pub struct ReceivedKeys {
    carnet: CarnetId,
    keys: Vec<(KeyName, SectionKey)>,
}

#[derive(Encode, Decode)]
struct Plain {
    #[n(0)]
    carnet: CarnetId,
    #[n(1)]
    recipient: MemberId,
    #[n(2)]
    keys: Vec<Line>,
}

#[derive(Encode, Decode)]
struct Line {
    #[n(0)]
    section: SectionId,
    #[n(1)]
    epoch: u32,
    #[n(2)]
    key: ByteArray<32>,
}

impl Drop for Line {
    fn drop(&mut self) {
        self.key.zeroize();
    }
}

impl SectionKeys {
    /// Seals these keys to a member. The order does not matter; naming one twice does no harm.
    pub fn seal_keys(
        &self,
        to: &MemberKeys,
        which: &[KeyName],
    ) -> Result<KeyEnvelope, EnvelopeError> {
        let mut names = which.to_vec();
        names.sort_unstable();
        names.dedup();
        if names.is_empty() || names.len() > KEYS {
            return Err(EnvelopeError::Size);
        }
        let recipient = SealTo::new(&to.recipient)?;
        let mut keys = Vec::with_capacity(names.len());
        for (section, epoch) in names {
            let key = ByteArray::from(*self.key(section, epoch)?.0);
            keys.push(Line {
                section,
                epoch,
                key,
            });
        }
        let plain = Zeroizing::new(encode_stored(&Plain {
            carnet: self.carnet(),
            recipient: to.member_id(),
            keys,
        }));
        let sealed = age_file::seal(&recipient, &plain);
        if sealed.len() > limits::ENVELOPE {
            return Err(EnvelopeError::Size);
        }
        Ok(KeyEnvelope {
            digest: sealed_digest(&sealed),
            sealed,
        })
    }

    /// Takes the keys of an envelope into the ring. `committed` says what the log committed to for a section and epoch.
    /// Gives those that were not taken, each with the reason; they spoil nothing else.
    pub fn accept(
        &mut self,
        received: ReceivedKeys,
        committed: impl Fn(SectionId, u32) -> Option<Digest>,
    ) -> Result<Vec<KeyringError>, EnvelopeError> {
        if received.carnet != self.carnet() {
            return Err(EnvelopeError::WrongCarnet);
        }
        let mut refused = Vec::new();
        for ((section, epoch), key) in received.keys {
            let learned = match committed(section, epoch) {
                Some(commitment) => self.learn(section, epoch, key, &commitment),
                None => Err(KeyringError::Mismatch { section, epoch }),
            };
            refused.extend(learned.err());
        }
        Ok(refused)
    }
}

impl FirstKeys {
    /// The envelope that the genesis names: brings the first guardian its keys back.
    pub fn seal_keys(&self, to: &MemberKeys) -> Result<KeyEnvelope, EnvelopeError> {
        let names: Vec<KeyName> = self.ring().names().collect();
        self.ring().seal_keys(to, &names)
    }
}

/// Opens the envelope that a signed grant (or genesis) of `carnet` names by `digest`.
pub fn open_keys(
    holder: &Holder,
    carnet: CarnetId,
    digest: &Digest,
    sealed: &[u8],
) -> Result<ReceivedKeys, EnvelopeError> {
    if sealed.len() > limits::ENVELOPE {
        return Err(EnvelopeError::Size);
    }
    if sealed_digest(sealed) != *digest {
        return Err(EnvelopeError::Digest);
    }
    let plain =
        age_file::open(sealed, holder.identity(), limits::ENVELOPE).map_err(
            |error| match error {
                AgeError::Malformed => EnvelopeError::Malformed,
                AgeError::NotForUs => EnvelopeError::NotForUs,
            },
        )?;
    let plain: Plain = decode_stored(&plain).map_err(|error| match error {
        protocol::cbor::CborError::Newer => EnvelopeError::Newer,
        _ => EnvelopeError::Malformed,
    })?;
    check(&plain, holder, carnet)?;
    let keys = plain
        .keys
        .iter()
        .map(|line| ((line.section, line.epoch), SectionKey((*line.key).into())))
        .collect();
    Ok(ReceivedKeys { carnet, keys })
}

fn check(plain: &Plain, holder: &Holder, carnet: CarnetId) -> Result<(), EnvelopeError> {
    if plain.keys.is_empty() || plain.keys.len() > KEYS {
        return Err(EnvelopeError::Size);
    }
    // A genesis names its envelope before the carnet has an id; such an envelope brings first keys only.
    let unborn = plain.carnet == UNBORN
        && plain
            .keys
            .iter()
            .all(|line| is_first(line.section, line.epoch));
    if plain.carnet != carnet && !unborn {
        return Err(EnvelopeError::WrongCarnet);
    }
    if plain.recipient != holder.id() {
        return Err(EnvelopeError::WrongRecipient);
    }
    if !plain
        .keys
        .is_sorted_by(|a, b| (a.section, a.epoch) < (b.section, b.epoch))
    {
        return Err(EnvelopeError::Order);
    }
    Ok(())
}

impl core::fmt::Debug for ReceivedKeys {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let names: Vec<_> = self.keys.iter().map(|(name, _)| name).collect();
        f.debug_struct("ReceivedKeys")
            .field("carnet", &self.carnet)
            .field("keys", &names)
            .finish()
    }
}
