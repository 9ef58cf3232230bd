//! A way in that is being added, and how it will be proved.

use protocol::account::WayKind;
use protocol::ids::{LookupId, WayId};

/// A way in that is being added.
#[derive(Debug, Clone)]
pub struct NewWayRow {
    /// Its id.
    pub id: WayId,
    /// The wrap.
    pub wrap: Vec<u8>,
    /// How it is proved.
    pub proof: ProofRow,
}

/// How a way in is proved.
#[derive(Debug, Clone)]
pub enum ProofRow {
    /// By a passkey.
    Passkey {
        /// The credential's id, base64url.
        credential: String,
        /// What the library keeps of it, JSON.
        passkey: String,
    },
    /// By a token that belongs to a lookup id.
    Token {
        /// The recovery code, or a name with its passphrase.
        kind: WayKind,
        /// Under which it is found.
        lookup: LookupId,
        /// Hash of the login token.
        token_hash: [u8; 32],
    },
}

impl ProofRow {
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Passkey { .. } => "passkey",
            Self::Token { kind, .. } => name(*kind),
        }
    }

    pub(crate) fn lookup(&self) -> Option<&[u8]> {
        match self {
            Self::Passkey { .. } => None,
            Self::Token { lookup, .. } => Some(lookup.as_bytes()),
        }
    }

    pub(crate) fn token_hash(&self) -> Option<&[u8]> {
        match self {
            Self::Passkey { .. } => None,
            Self::Token { token_hash, .. } => Some(token_hash),
        }
    }

    pub(crate) fn credential(&self) -> Option<&str> {
        match self {
            Self::Passkey { credential, .. } => Some(credential),
            Self::Token { .. } => None,
        }
    }

    pub(crate) fn passkey(&self) -> Option<&str> {
        match self {
            Self::Passkey { passkey, .. } => Some(passkey),
            Self::Token { .. } => None,
        }
    }
}

/// The word for a kind in the database.
pub(crate) const fn name(kind: WayKind) -> &'static str {
    match kind {
        WayKind::Passkey => "passkey",
        WayKind::Code => "code",
        WayKind::Name => "name",
    }
}
