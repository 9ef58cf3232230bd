//! The session cookie.
//!
//! `__Host-` makes browsers insist on `Secure`, `Path=/` and no domain; they take `Secure` on http://localhost too.
//! Nothing but the routes under `/api` reads or sets it.

use crate::token::SessionToken;

/// Its name.
pub const NAME: &str = "__Host-carnet";

/// The header value that gives a browser its session. It goes when the browser is closed: a borrowed computer keeps nothing,
/// and an account that is unlocked again signs itself in.
pub fn set(token: &SessionToken) -> String {
    format!(
        "{NAME}={}; Path=/; Secure; HttpOnly; SameSite=Strict",
        token.to_text()
    )
}

/// The header value that takes it away.
pub fn clear() -> String {
    format!("{NAME}=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Strict")
}

/// The token in the value of a `Cookie` header.
pub fn read(header: &str) -> Option<SessionToken> {
    header
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == NAME)
        .and_then(|(_, value)| SessionToken::parse(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_set_is_read_among_others() {
        let token = SessionToken::make().unwrap();
        let header = format!("a=b; {NAME}={}; c=d", token.to_text());
        assert_eq!(read(&header).unwrap().hash(), token.hash());
        assert!(read("a=b").is_none());
        assert!(read(&format!("{NAME}=")).is_none());
    }
}
