//! The way out: one mail to one person, by SMTP (RFC 5321).

use std::time::{Duration, SystemTime};

use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MessageBuilder};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use protocol::time::Seconds;

/// How long the other side may be silent.
const PATIENCE: Duration = Duration::from_secs(20);

/// Sends mails by one SMTP server, from one address.
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

/// Why there is no mailer.
#[derive(Debug, thiserror::Error)]
pub enum MailerError {
    /// The address of the SMTP server is none.
    #[error("the address of the SMTP server cannot be used")]
    Server(#[source] lettre::transport::smtp::Error),
    /// The sender's address is none.
    #[error("the address that mails come from is none")]
    From(#[source] lettre::address::AddressError),
}

/// Why a mail was not sent.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// It cannot be written: the address is none, most likely.
    #[error("the mail cannot be written")]
    Written(#[source] lettre::error::Error),
    /// As before.
    #[error("the address is none")]
    Address(#[source] lettre::address::AddressError),
    /// The SMTP server did not take it.
    #[error("the SMTP server did not take the mail")]
    Sent(#[source] lettre::transport::smtp::Error),
}

impl MailError {
    /// Whether another try would most likely end the same way.
    pub fn is_final(&self) -> bool {
        match self {
            Self::Written(_) | Self::Address(_) => true,
            Self::Sent(error) => error.is_permanent(),
        }
    }
}

/// A mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// To which address.
    pub to: String,
    /// What stands above it.
    pub subject: &'static str,
    /// What it says.
    pub text: String,
    /// The same for the same mail, however often it is tried: whoever gets two can tell.
    pub id: String,
    /// When it is sent.
    pub at: Seconds,
}

impl Mailer {
    /// By the SMTP server at `url` (`smtps://name:password@host`), from the address `from`.
    pub fn new(url: &str, from: &str) -> Result<Self, MailerError> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(MailerError::Server)?
            .timeout(Some(PATIENCE))
            .build();
        let from = from.parse().map_err(MailerError::From)?;
        Ok(Self { transport, from })
    }

    /// Hands a mail to the SMTP server.
    pub async fn send(&self, mail: Mail) -> Result<(), MailError> {
        let message = self.write(mail)?;
        let sent = self.transport.send(message).await;
        sent.map(|_| ()).map_err(MailError::Sent)
    }

    fn write(&self, mail: Mail) -> Result<Message, MailError> {
        let to: Mailbox = mail.to.parse().map_err(MailError::Address)?;
        let id = format!("<{}@{}>", mail.id, self.from.email.domain());
        MessageBuilder::new()
            .from(self.from.clone())
            .to(to)
            .subject(mail.subject)
            .date(SystemTime::UNIX_EPOCH + Duration::from_secs(mail.at.0))
            .message_id(Some(id))
            // No answer by a machine is wanted (RFC 3834).
            .raw_header(HeaderValue::new(
                HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".to_owned(),
            ))
            .header(ContentType::TEXT_PLAIN)
            .body(mail.text)
            .map_err(MailError::Written)
    }
}
