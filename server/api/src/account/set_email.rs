//! `PUT /api/account/email`: where reminders go.

use auth::token::subject;
use axum::extract::State;
use axum::http::StatusCode;
use protocol::account::{MailLanguage, SetEmail};
use protocol::limits;
use protocol::refusal::Refusal;
use protocol::time::DAY;

use crate::app::App;
use crate::body::Json;
use crate::refuse::No;
use crate::signed_in::Session;

/// The longest address that mail can carry (RFC 5321).
const LONGEST: usize = 254;

/// None takes it away.
pub async fn set_email(
    State(app): State<App>,
    session: Session,
    Json(asked): Json<SetEmail>,
) -> Result<StatusCode, No> {
    let email = asked
        .email
        .as_deref()
        .map(str::trim)
        .filter(|email| !email.is_empty());
    if !email.is_none_or(looks_like_an_address) {
        return Err(No(Refusal::Malformed));
    }
    let language = match asked.language {
        MailLanguage::French => "fr",
        MailLanguage::English => "en",
    };
    let before = app.storage.account(session.account).await?;
    let before = before.and_then(|account| account.email);
    if email.is_some() && email != before.as_deref() {
        // Nobody has to show that an address is theirs: whoever writes to many strangers does not get far.
        let whose = subject("addresses", session.account.as_bytes());
        let given = app.storage.count_try(&whose, DAY, app.now()).await?;
        if given > limits::ADDRESSES_A_DAY as u64 {
            return Err(No(Refusal::TooMany));
        }
    }
    app.storage
        .set_email(session.account, email, language)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Only what would break a mail is refused; whether the address exists, only a mail can tell.
fn looks_like_an_address(email: &str) -> bool {
    let odd = |c: char| c.is_control() || c.is_whitespace() || matches!(c, '<' | '>' | ',' | ';');
    let parts = email.rsplit_once('@');
    email.len() <= LONGEST
        && !email.contains(odd)
        && parts.is_some_and(|(name, host)| !name.is_empty() && host.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_break_a_mail_is_refused() {
        assert!(looks_like_an_address("anne@example.org"));
        for bad in [
            "anne",
            "@example.org",
            "anne@",
            "a b@c.d",
            "a@b.c\r\nBcc: x@y.z",
            "<a@b.cd>",
        ] {
            assert!(!looks_like_an_address(bad), "{bad}");
        }
    }
}
