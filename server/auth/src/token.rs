//! Random tokens, of which the server keeps only hashes.
//!
//! The tokens have 256 bits of their own entropy (or were derived slowly on the device), so one plain SHA-256 is enough.

use core::fmt;

use data_encoding::BASE64URL_NOPAD;
use protocol::ids::LoginToken;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use zeroize::ZeroizeOnDrop;

/// How long a session lasts after its last use, in seconds.
pub const SESSION: u64 = 30 * protocol::time::DAY;
/// How long a challenge or a ceremony may take, in seconds.
pub const CEREMONY: u64 = 5 * protocol::time::MINUTE;

/// The system has no randomness to give.
#[derive(Debug, thiserror::Error)]
#[error("the system gives no random bytes")]
pub struct RandomError;

/// 32 random bytes, for a challenge or the name of a ceremony. Not secret.
pub fn make_challenge() -> Result<[u8; 32], RandomError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|_| RandomError)?;
    Ok(bytes)
}

/// The secret of a session, as it stands in the cookie.
#[derive(ZeroizeOnDrop)]
pub struct SessionToken([u8; 32]);

impl SessionToken {
    /// A new one.
    pub fn make() -> Result<Self, RandomError> {
        make_challenge().map(Self)
    }

    /// From its text, if it is one.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 43 {
            return None;
        }
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        Some(Self(bytes.try_into().ok()?))
    }

    /// Its text.
    pub fn to_text(&self) -> String {
        BASE64URL_NOPAD.encode(&self.0)
    }

    /// Under which the server finds the session.
    pub fn hash(&self) -> [u8; 32] {
        hash(b"carnet/v1/session-token\0", &self.0)
    }
}

impl fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionToken(…)")
    }
}

/// What the server keeps of a login token.
pub fn login_hash(token: &LoginToken) -> [u8; 32] {
    hash(b"carnet/v1/login-token\0", token.as_bytes())
}

/// Whether a login token is the one that was kept. Without a kept one the same work is done, and the answer is no.
pub fn login_matches(token: &LoginToken, kept: Option<&[u8]>) -> bool {
    let shown = login_hash(token);
    let compared = kept.unwrap_or(&[0; 32]);
    bool::from(shown.as_slice().ct_eq(compared)) && kept.is_some()
}

/// Under which tries on something are counted, so that the table of tries names neither names nor addresses.
pub fn subject(kind: &str, what: &[u8]) -> [u8; 32] {
    hash(kind.as_bytes(), what)
}

fn hash(label: &[u8], bytes: &[u8]) -> [u8; 32] {
    Sha256::new()
        .chain_update(label)
        .chain_update(bytes)
        .finalize()
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_matches_itself_alone() {
        let (one, other) = (
            LoginToken::from_bytes([1; 32]),
            LoginToken::from_bytes([2; 32]),
        );
        assert!(login_matches(&one, Some(&login_hash(&one))));
        assert!(!login_matches(&other, Some(&login_hash(&one))));
        assert!(!login_matches(&one, None));
        assert!(!login_matches(&one, Some(&[])));
    }

    #[test]
    fn a_session_token_survives_its_cookie_and_hides_in_logs() {
        let token = SessionToken::make().unwrap();
        let again = SessionToken::parse(&token.to_text()).unwrap();
        assert_eq!(token.hash(), again.hash());
        assert_eq!(format!("{token:?}"), "SessionToken(…)");
        assert!(SessionToken::parse("short").is_none());
        assert!(SessionToken::parse(&"!".repeat(43)).is_none());
    }
}
