//! A sign-in name and its passphrase, where passkeys are missing: a clinic's computer, an old phone.
//!
//! The passphrase opens a wrap (see [`crate::wrap`]); the login token that the server checks comes from it by a second slow
//! derivation with another salt, so that the server learns nothing that would help it to guess faster than the wrap.

use protocol::ids::{LoginToken, LookupId};
use zeroize::Zeroizing;

use crate::labels;
use crate::spelling;

const SCRYPT_LOG_N: u8 = 16;
const SHORTEST_NAME: usize = 3;
const LONGEST_NAME: usize = 64;

/// Why a text cannot be a sign-in name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Fewer than 3 or more than 64 characters.
    #[error("a sign-in name has 3 to 64 characters")]
    Length,
    /// Something else than letters, digits, space and `. - _ @ +`.
    #[error("a sign-in name cannot contain “{0}”")]
    Character(char),
}

/// A sign-in name. Case, accents and surrounding or doubled spaces do not count: “Zoé  Martin” is “zoe martin”.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInName(String);

impl SignInName {
    /// From what somebody typed.
    pub fn read(typed: &str) -> Result<Self, NameError> {
        if typed.len() > 4 * LONGEST_NAME {
            return Err(NameError::Length);
        }
        let composed = spelling::compose(typed);
        let words: Vec<&str> = composed.split_whitespace().collect();
        let mut name = String::new();
        for character in words.join(" ").chars() {
            match spelling::without_accent(character).to_ascii_lowercase() {
                plain @ ('a'..='z' | '0'..='9' | ' ' | '.' | '-' | '_' | '@' | '+') => {
                    name.push(plain);
                }
                'œ' | 'Œ' => name.push_str("oe"),
                'æ' | 'Æ' => name.push_str("ae"),
                '’' | '\'' => name.push('-'),
                _ => return Err(NameError::Character(character)),
            }
        }
        if (SHORTEST_NAME..=LONGEST_NAME).contains(&name.len()) {
            Ok(Self(name))
        } else {
            Err(NameError::Length)
        }
    }

    /// The one spelling.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Under which the server keeps the wrap. Anybody who knows the name can compute it.
    pub fn lookup_id(&self) -> LookupId {
        LookupId::from_bytes(*labels::NAME_LOOKUP.derive(self.0.as_bytes(), &[]))
    }

    /// What the server wants to see before it hands the wrap out. Takes a moment, and 64 MiB of memory.
    pub fn login_token(&self, passphrase: &Passphrase) -> LoginToken {
        let salt = labels::NAME_SALT.derive(self.0.as_bytes(), &[]);
        let params = scrypt::Params::new(SCRYPT_LOG_N, 8, 1, 32)
            .expect("these parameters are within scrypt's bounds");
        let mut slow = Zeroizing::new([0; 32]);
        scrypt::scrypt(
            passphrase.as_str().as_bytes(),
            &salt[..],
            &params,
            &mut *slow,
        )
        .expect("32 bytes are within what scrypt can give");
        LoginToken::from_bytes(*labels::NAME_LOGIN.derive(&slow[..], &[]))
    }
}

/// A passphrase that somebody chose.
pub struct Passphrase(Zeroizing<String>);

/// A passphrase of more than [`Passphrase::LONGEST`] bytes, or none at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a passphrase has at least one and at most 1024 characters")]
pub struct PassphraseError;

impl Passphrase {
    /// In bytes.
    pub const LONGEST: usize = 1024;

    /// From what somebody typed. Accents have one spelling, spaces at both ends do not count; all else does.
    pub fn read(typed: &str) -> Result<Self, PassphraseError> {
        let trimmed = typed.trim();
        if trimmed.is_empty() || trimmed.len() > Self::LONGEST {
            return Err(PassphraseError);
        }
        Ok(Self(Zeroizing::new(spelling::compose(trimmed))))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl core::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Passphrase(…)")
    }
}
