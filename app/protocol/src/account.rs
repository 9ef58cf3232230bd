//! Messages about an account, its ways in, and its list of carnets. JSON, but for what is signed.
//!
//! An account is a pair of public keys; its id follows from them. The server keeps, for each way in, a *wrap*: a small age
//! passphrase file around the account's root, which the server cannot open and hands out only after that way's own proof.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::ids::{CarnetId, Digest, LoginToken, LookupId, MemberId, Signature, WayId};
use crate::keys::MemberKeys;
use crate::time::Seconds;

/// Bytes as base64url text in JSON.
pub mod base64 {
    use data_encoding::BASE64URL_NOPAD;
    use serde::{Deserialize, Deserializer, Serializer};

    /// For `#[serde(with)]`.
    pub fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&BASE64URL_NOPAD.encode(bytes))
    }

    /// For `#[serde(with)]`.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        BASE64URL_NOPAD
            .decode(text.as_bytes())
            .map_err(|_| serde::de::Error::custom("not base64url"))
    }
}

/// What an account signs when it is opened, so that nobody opens one with keys of somebody else.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Statement {
    /// The keys.
    #[n(0)]
    pub keys: MemberKeys,
    /// The server's challenge, from [`ChallengeAnswer`].
    #[cbor(n(1), with = "minicbor::bytes")]
    pub challenge: Vec<u8>,
}

/// Answer to `POST /api/challenge`: random bytes to sign, good for five minutes and for one use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChallengeAnswer {
    /// 32 random bytes.
    #[serde(with = "base64")]
    pub challenge: Vec<u8>,
}

/// `POST /api/accounts`: opens an account with its first ways in, and signs in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateAccount {
    /// The stored form of a [`Statement`].
    #[serde(with = "base64")]
    pub statement: Vec<u8>,
    /// Over it, of kind [`crate::signing::Kind::Account`].
    pub signature: Signature,
    /// The first way in.
    pub way: NewWay,
    /// The sealed and signed list of carnets, empty at first.
    pub list: SignedList,
}

/// A way in that is being added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewWay {
    /// Its id.
    pub id: WayId,
    /// The wrap.
    #[serde(with = "base64")]
    pub wrap: Vec<u8>,
    /// How it is proved.
    pub proof: NewProof,
}

/// How a new way in will be proved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum NewProof {
    /// A passkey that was just made.
    Passkey {
        /// From [`PasskeyOptions`].
        ceremony: String,
        /// The authenticator's answer (`PublicKeyCredential.toJSON()`), without any extension result.
        credential: Value,
    },
    /// The recovery code. Replaces the code before it.
    Code {
        /// Derived from the code.
        lookup: LookupId,
        /// Derived from the code.
        token: LoginToken,
    },
    /// A sign-in name with its passphrase. Replaces the one before it.
    Name {
        /// Derived from the name.
        lookup: LookupId,
        /// Derived from the passphrase, slowly.
        token: LoginToken,
    },
}

/// Answer to `POST /api/passkeys/create` (signed in, or for a new account) and `POST /api/passkeys/sign-in`: what to hand
/// to the browser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasskeyOptions {
    /// Names the ceremony when its result comes back; good for five minutes and for one use.
    pub ceremony: String,
    /// `PublicKeyCredentialCreationOptionsJSON` or `PublicKeyCredentialRequestOptionsJSON`.
    pub options: Value,
}

/// `POST /api/passkeys/create`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasskeyCreate {
    /// The account that the passkey is for: it becomes the passkey's user handle.
    pub account: MemberId,
    /// What stands for the person in the options. Not their name, which the server has no business to know: the client fills
    /// that in itself before it asks the authenticator.
    pub name: String,
}

/// A way in, as the account's owner sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// Its id.
    pub id: WayId,
    /// Of which kind.
    pub kind: WayKind,
    /// When it was added.
    pub added: Seconds,
    /// When it was last used.
    pub used: Option<Seconds>,
    /// A passkey's credential id, so that the browser can leave it out when another is made.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub credential: Option<String>,
}

/// Of which kind a way in is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WayKind {
    /// A passkey.
    Passkey,
    /// The recovery code.
    Code,
    /// A name with its passphrase.
    Name,
}

/// The account's list of carnets: sealed for the account itself, and signed by it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedList {
    /// The stored form of a [`ListBody`].
    #[serde(with = "base64")]
    pub body: Vec<u8>,
    /// Over it, of kind [`crate::signing::Kind::List`].
    pub signature: Signature,
}

/// What is signed in a [`SignedList`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct ListBody {
    /// Whose.
    #[n(0)]
    pub account: MemberId,
    /// One more at each change; the server keeps a list only if it is one more than the kept one.
    #[n(1)]
    pub version: u64,
    /// Sealed under the shelf key: the carnets and the highest head seen of each.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub sealed: Vec<u8>,
}

/// Answer to `GET /api/account`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Its id.
    pub id: MemberId,
    /// Its ways in.
    pub ways: Vec<Way>,
    /// Its list of carnets.
    pub list: SignedList,
    /// For reminders, if given.
    pub email: Option<String>,
    /// The carnets it is a member of, as the server knows them, each with its last commit.
    pub carnets: Vec<Membership>,
}

/// A carnet that the account is a member of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    /// Which.
    pub carnet: CarnetId,
    /// Number of its last commit.
    pub seq: u64,
    /// Digest of its last commit.
    pub head: Digest,
}

/// `PUT /api/account/email`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetEmail {
    /// None takes it away.
    pub email: Option<String>,
    /// In which language it is written to.
    #[serde(default)]
    pub language: MailLanguage,
}

/// In which language mails are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum MailLanguage {
    /// French.
    #[default]
    #[serde(rename = "fr")]
    French,
    /// English.
    #[serde(rename = "en")]
    English,
}
