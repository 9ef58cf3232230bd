//! Messages about signing in. JSON.
//!
//! Signing in and unlocking are two things: the server's session lets a device talk to the server; the wrap that comes with
//! it, once opened on the device, lets the person read.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::ids::{LoginToken, LookupId, MemberId, Signature, WayId};

/// `POST /api/sessions`: signs in by one of the ways.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum SignIn {
    /// With a passkey that names its account by itself.
    Passkey {
        /// From [`crate::account::PasskeyOptions`].
        ceremony: String,
        /// The authenticator's answer, without any extension result.
        credential: Value,
    },
    /// With the recovery code.
    Code {
        /// Derived from the code.
        lookup: LookupId,
        /// Derived from the code.
        token: LoginToken,
    },
    /// With a name and its passphrase.
    Name {
        /// Derived from the name.
        lookup: LookupId,
        /// Derived from the passphrase, slowly.
        token: LoginToken,
    },
    /// By an account that is unlocked already: it signs a challenge. Brings no wrap.
    Key {
        /// Which account.
        account: MemberId,
        /// The stored form of a [`SessionProof`].
        #[serde(with = "crate::account::base64")]
        proof: Vec<u8>,
        /// Over it, of kind [`crate::signing::Kind::Session`].
        signature: Signature,
    },
}

/// What an unlocked account signs to renew its session.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct SessionProof {
    /// Which account.
    #[n(0)]
    pub account: MemberId,
    /// From [`crate::account::ChallengeAnswer`].
    #[cbor(n(1), with = "minicbor::bytes")]
    pub challenge: Vec<u8>,
}

/// Answer to `POST /api/sessions` and `POST /api/accounts`. The session itself is a cookie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {
    /// Which account, by the server's word: the client believes it once the opened root says the same.
    pub account: MemberId,
    /// The wrap of the way that was used; none for [`SignIn::Key`].
    pub wrap: Option<Wrap>,
}

/// A wrap and the way it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wrap {
    /// The way in.
    pub way: WayId,
    /// The age passphrase file around the root.
    #[serde(with = "crate::account::base64")]
    pub file: Vec<u8>,
}
