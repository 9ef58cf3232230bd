//! A signed note to oneself: up to here I checked everything, and this is what it folded to.

use minicbor::{Decode, Encode};

use crate::ids::{CarnetId, Digest, MemberId};

/// Names a snapshot of the folded log that the account itself made.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Checkpoint {
    /// Of which carnet.
    #[n(0)]
    pub carnet: CarnetId,
    /// Made by.
    #[n(1)]
    pub account: MemberId,
    /// Number of the last commit in it.
    #[n(2)]
    pub seq: u64,
    /// Digest of that commit.
    #[n(3)]
    pub head: Digest,
    /// [`crate::commit::sealed_digest`] of the sealed snapshot.
    #[n(4)]
    pub snapshot: Digest,
}
