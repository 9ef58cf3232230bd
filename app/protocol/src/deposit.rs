//! What somebody without an account leaves in the tray of a deposit link: one chain per link, signed by the link's key.

use minicbor::{Decode, Encode};
use sha2::{Digest as _, Sha256};

use crate::cbor::decode_stored;
use crate::change::FileUse;
use crate::ids::{CarnetId, Digest, MemberId, Signature};
use crate::keys::{MemberKeys, SUITE};
use crate::limits;
use crate::refusal::Refusal;
use crate::signing::{Kind, verify};

/// One deposit.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Deposit {
    /// Into which carnet.
    #[n(0)]
    pub carnet: CarnetId,
    /// By which link.
    #[n(1)]
    pub link: MemberId,
    /// Its number, from 0.
    #[n(2)]
    pub counter: u64,
    /// Digest of the deposit before; none for the first.
    #[n(3)]
    pub previous: Option<Digest>,
    /// [`crate::commit::sealed_digest`] of the age file to the link's own recipient.
    #[n(4)]
    pub payload: Digest,
    /// How many sealed bytes.
    #[n(5)]
    pub size: u32,
    /// The sealed files it names.
    #[n(6)]
    pub files: Vec<FileUse>,
}

/// Where a tray stands: the number and digest of the last deposit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tray {
    /// Its number.
    pub counter: u64,
    /// Its digest.
    pub digest: Digest,
}

/// The digest that the next deposit names: SHA-256("carnet/v1/tray\0" ‖ suite ‖ body).
pub fn deposit_digest(body: &[u8]) -> Digest {
    let hash = Sha256::new()
        .chain_update(b"carnet/v1/tray\0")
        .chain_update([SUITE])
        .chain_update(body)
        .finalize();
    Digest::from_bytes(hash.into())
}

/// Whether a deposit may follow what lies in the tray.
pub fn follow(
    carnet: CarnetId,
    link: &MemberKeys,
    tray: Option<Tray>,
    body: &[u8],
    signature: &Signature,
) -> Result<(Deposit, Tray), Refusal> {
    if body.len() > limits::BODY {
        return Err(Refusal::TooLarge);
    }
    let deposit: Deposit = decode_stored(body)?;
    verify(&link.signing, Kind::Deposit, body, signature)?;
    if deposit.carnet != carnet || deposit.link != link.member_id() {
        return Err(Refusal::WrongCarnet);
    }
    let (counter, previous) = match tray {
        None => (0, None),
        Some(tray) => (tray.counter + 1, Some(tray.digest)),
    };
    if deposit.counter != counter || deposit.previous != previous {
        return Err(Refusal::Stale);
    }
    if deposit.size as usize > limits::PAYLOAD || deposit.files.len() > limits::FILES {
        return Err(Refusal::TooLarge);
    }
    let digest = deposit_digest(body);
    Ok((deposit, Tray { counter, digest }))
}
