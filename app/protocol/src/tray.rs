//! Messages about deposits: what a depositor sees of its tray, what it leaves, what the readers of the inbox fetch.
//!
//! A depositor has no account. It shows the link's access token (`Authorization: Bearer <token>`, base64url), whose hash the
//! guardians gave the server, and reads nothing back but where the tray stands.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::change::Sealed;
use crate::ids::{CarnetId, Digest, LoginToken, MemberId, Signature};
use crate::keys::{Recipient, SUITE};
use crate::time::Seconds;

/// `PUT /api/carnets/{carnet}/links/{link}/tray`: opens the tray of a deposit link. The recipient that deposits are sealed to
/// is the one of the link's keys in the log. JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetTray {
    /// [`access_hash`] of the link's access token.
    pub access: Digest,
    /// How many bytes may wait in it, [`crate::limits::LARGE_TRAY`] at most; without it [`crate::limits::TRAY`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<u64>,
}

/// What the server keeps of an access token: SHA-256("carnet/v1/access\0" ‖ suite ‖ token).
pub fn access_hash(token: &LoginToken) -> Digest {
    let hash = Sha256::new()
        .chain_update(b"carnet/v1/access\0")
        .chain_update([SUITE])
        .chain_update(token.as_bytes())
        .finalize();
    Digest::from_bytes(hash.into())
}

/// Answer to `GET /api/trays/{link}`. JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrayState {
    /// Into which carnet the tray belongs.
    pub carnet: CarnetId,
    /// To whom deposits are sealed; the depositor compares it with the hash in its fragment.
    pub recipient: Recipient,
    /// The last deposit, which the next one names; none yet at first.
    pub last: Option<TrayEnd>,
    /// How many bytes still fit, files included.
    pub room: u64,
}

/// A deposit that was received: the last of its tray. JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrayEnd {
    /// Its number.
    pub counter: u64,
    /// Its digest, see [`crate::deposit::deposit_digest`].
    pub digest: Digest,
}

/// `POST /api/trays/{link}`: leaves a deposit; its files were uploaded before. CBOR. A repeated one gets the first answer,
/// a [`TrayEnd`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct PushDeposit {
    /// The stored form of a [`crate::deposit::Deposit`].
    #[cbor(n(0), with = "minicbor::bytes")]
    pub body: Vec<u8>,
    /// Over it, of kind [`crate::signing::Kind::Deposit`].
    #[n(1)]
    pub signature: Signature,
    /// The sealed bytes that the body names.
    #[n(2)]
    pub payload: Sealed,
}

/// Answer to `GET /api/carnets/{carnet}/inbox`: what waits, in the order of its reception. CBOR.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Inbox {
    /// As many as fit; ask again once these are taken in or dismissed.
    #[n(0)]
    pub deposits: Vec<Waiting>,
}

/// A deposit that nobody has taken in yet.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Waiting {
    /// By which link.
    #[n(0)]
    pub link: MemberId,
    /// The deposit, as it was left.
    #[n(1)]
    pub deposit: PushDeposit,
    /// When the server received it.
    #[n(2)]
    pub received: Seconds,
}
