//! The log: a genesis, then one chain of signed commits.

use minicbor::{Decode, Encode};
use sha2::{Digest as _, Sha256};

use crate::cbor::{CborError, decode_stored, encode_stored};
use crate::change::{Change, Sealed};
use crate::ids::{CarnetId, Digest, MemberId, Nonce, SectionId, Signature};
use crate::keys::{MemberKeys, SUITE};
use crate::limits;
use crate::time::Seconds;

/// The first body of a carnet, from whose hash the carnet's id follows.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Genesis {
    /// Random, so that no two carnets are the same.
    #[n(0)]
    pub nonce: Nonce,
    /// When.
    #[n(1)]
    pub at: Seconds,
    /// The first guardian.
    #[n(2)]
    pub keys: MemberKeys,
    /// Its name, sealed for the team.
    #[n(3)]
    pub label: Sealed,
    /// The ten standard sections in the order of their ids, each with the commitment to its first key.
    #[n(4)]
    pub sections: Vec<FirstKey>,
    /// The envelope that brings the first guardian these keys back.
    #[n(5)]
    pub envelope: Digest,
}

/// A section at genesis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct FirstKey {
    /// Which.
    #[n(0)]
    pub section: SectionId,
    /// Commitment to its key of epoch 0.
    #[n(1)]
    pub commitment: Digest,
}

/// One link of the chain.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Commit {
    /// Of which carnet.
    #[n(0)]
    pub carnet: CarnetId,
    /// Its number; the genesis is 0.
    #[n(1)]
    pub seq: u64,
    /// The [`Signed::digest`] of the one before.
    #[n(2)]
    pub parent: Digest,
    /// Who signs.
    #[n(3)]
    pub author: MemberId,
    /// The number of the author's own commit before this one; none if it is its first.
    #[n(4)]
    pub own_last: Option<u64>,
    /// When, by the author's clock.
    #[n(5)]
    pub at: Seconds,
    /// What changes, in order.
    #[n(6)]
    pub changes: Vec<Change>,
}

/// What is signed: its stored form is the suite byte and its one CBOR encoding.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Body {
    /// The first.
    #[n(0)]
    Genesis(#[n(0)] Genesis),
    /// Any later one.
    #[n(1)]
    Commit(#[n(0)] Commit),
}

impl Body {
    /// The bytes that are signed, hashed, sent and kept.
    pub fn to_bytes(&self) -> Vec<u8> {
        encode_stored(self)
    }

    /// Strict: see [`crate::cbor`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, CborError> {
        if bytes.len() > limits::BODY {
            return Err(CborError::Malformed);
        }
        decode_stored(bytes)
    }

    /// When, by the author's clock.
    pub fn at(&self) -> Seconds {
        match self {
            Self::Genesis(genesis) => genesis.at,
            Self::Commit(commit) => commit.at,
        }
    }

    /// Its number.
    pub fn seq(&self) -> u64 {
        match self {
            Self::Genesis(_) => 0,
            Self::Commit(commit) => commit.seq,
        }
    }
}

/// A body with its author's signature, as it travels and rests.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Signed {
    /// The exact bytes of the body.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub body: Vec<u8>,
    /// Over these bytes.
    #[n(1)]
    pub signature: Signature,
}

impl Signed {
    /// What the next commit names as its parent: SHA-256("carnet/v1/link\0" ‖ suite ‖ length of the body as eight
    /// big-endian bytes ‖ body ‖ signature).
    pub fn digest(&self) -> Digest {
        let hash = Sha256::new()
            .chain_update(b"carnet/v1/link\0")
            .chain_update([SUITE])
            .chain_update((self.body.len() as u64).to_be_bytes())
            .chain_update(&self.body)
            .chain_update(self.signature.as_bytes())
            .finalize();
        Digest::from_bytes(hash.into())
    }
}

/// The id of the carnet that a genesis body opens: SHA-256("carnet/v1/carnet\0" ‖ suite ‖ body).
pub fn carnet_id(genesis_body: &[u8]) -> CarnetId {
    let hash = Sha256::new()
        .chain_update(b"carnet/v1/carnet\0")
        .chain_update([SUITE])
        .chain_update(genesis_body)
        .finalize();
    CarnetId::from_bytes(hash.into())
}

/// The hash by which a commit names sealed bytes that travel beside it (payloads, key envelopes, deposits):
/// SHA-256("carnet/v1/sealed\0" ‖ suite ‖ bytes).
pub fn sealed_digest(sealed: &[u8]) -> Digest {
    let hash = Sha256::new()
        .chain_update(b"carnet/v1/sealed\0")
        .chain_update([SUITE])
        .chain_update(sealed)
        .finalize();
    Digest::from_bytes(hash.into())
}
