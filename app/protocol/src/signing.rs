//! What exactly is signed, and its check.
//!
//! A signature is Ed25519 over `"carnet/v1/<kind>\0" ‖ bytes`. One kind for each signed object, so that a signature made
//! for one can never be shown for another. Signing itself needs a secret and lives in the `sealing` crate.

use ed25519_dalek::VerifyingKey;

use crate::ids::{Signature, SigningKey};

/// What a signature is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A commit or a genesis.
    Commit,
    /// The statement that opens an account.
    Account,
    /// The answer to a sign-in challenge.
    Session,
    /// The account's own list of carnets.
    List,
    /// A checkpoint of a carnet.
    Checkpoint,
    /// A deposit.
    Deposit,
    /// What the server asks the account itself for, beside its session.
    Permission,
}

impl Kind {
    /// The prefix of what is signed.
    pub const fn label(self) -> &'static [u8] {
        match self {
            Self::Commit => b"carnet/v1/commit\0",
            Self::Account => b"carnet/v1/account\0",
            Self::Session => b"carnet/v1/session\0",
            Self::List => b"carnet/v1/list\0",
            Self::Checkpoint => b"carnet/v1/checkpoint\0",
            Self::Deposit => b"carnet/v1/deposit\0",
            Self::Permission => b"carnet/v1/permission\0",
        }
    }

    /// The exact bytes that are signed.
    pub fn message(self, bytes: &[u8]) -> Vec<u8> {
        [self.label(), bytes].concat()
    }
}

/// A signature that does not hold, or a key that is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the signature does not hold")]
pub struct SignatureError;

/// Whether `key` signed `bytes` as a `kind`. Strict: weak keys and malleable signatures are refused.
pub fn verify(
    key: &SigningKey,
    kind: Kind,
    bytes: &[u8],
    signature: &Signature,
) -> Result<(), SignatureError> {
    let key = VerifyingKey::from_bytes(key.as_bytes()).map_err(|_| SignatureError)?;
    let signature = ed25519_dalek::Signature::from_bytes(signature.as_bytes());
    key.verify_strict(&kind.message(bytes), &signature)
        .map_err(|_| SignatureError)
}
