//! Opens what the server stands on, as the settings say.

use std::sync::Arc;

use api::app::Limits;
use api::post::Post;
use api::post::mailer::{Mailer, MailerError};
use api::post::push::{Pusher, PusherError, Reach, fresh_key};
use axum::http::HeaderName;
use blobs::{BlobError, Blobs, Place, S3};
use protocol::time::DAY;
use storage::{Storage, StorageError};

use crate::log;
use crate::settings::{Push, Registration, Settings};

/// Why a part could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum PartsError {
    /// The database.
    #[error("the database cannot be opened")]
    Storage(#[from] StorageError),
    /// The sealed files.
    #[error("the store of sealed files cannot be opened")]
    Blobs(#[from] BlobError),
    /// Mails cannot be sent.
    #[error("the settings `smtp` and `mail_from` cannot be used")]
    Mail(#[from] MailerError),
    /// Nothing can be sent to devices.
    #[error("messages cannot be sent to devices")]
    Push(#[from] PusherError),
    /// A header's name is none.
    #[error("client_address_header is not the name of a header")]
    Header,
}

/// The database's address.
pub fn database(settings: &Settings) -> String {
    if settings.database.is_empty() {
        format!("sqlite:{}", settings.data.join("carnet.db").display())
    } else {
        settings.database.clone()
    }
}

/// Where the sealed files lie.
pub fn place(settings: &Settings) -> Place {
    if settings.s3() {
        Place::S3(S3 {
            endpoint: settings.s3_endpoint.clone(),
            bucket: settings.s3_bucket.clone(),
            region: settings.s3_region.clone(),
            access_key: settings.s3_access_key.clone(),
            secret_key: settings.s3_secret_key.clone(),
        })
    } else {
        Place::Folder(settings.data.join("blobs"))
    }
}

/// Database and blobs.
pub async fn open(settings: &Settings) -> Result<(Arc<Storage>, Blobs), PartsError> {
    let storage = Storage::open(&database(settings)).await?;
    Ok((Arc::new(storage), Blobs::open(&place(settings))?))
}

/// Where mails and messages go out. Push services know this server by a key of its own, made once and kept in the database.
pub async fn post(
    settings: &Settings,
    storage: &Storage,
    origin: &str,
) -> Result<Post, PartsError> {
    let mailer = match settings.smtp.as_str() {
        "" => None,
        smtp => Some(Mailer::new(smtp, &settings.mail_from)?),
    };
    let reach = match settings.push {
        Push::Off => return Ok(Post::new(mailer, None)),
        Push::Public => Reach::Public,
        Push::Anywhere => Reach::Anywhere,
    };
    let key = storage.own_key("push", &fresh_key()?).await?;
    let subject = match settings.mail_address() {
        "" => origin.to_owned(),
        address => format!("mailto:{address}"),
    };
    let pusher = match Pusher::new(&key, subject, reach) {
        Ok(pusher) => Some(pusher),
        // A machine without roots of trust reaches no push service; everything else works.
        Err(error @ PusherError::Client(_)) => {
            let why = log::chain(&error);
            tracing::warn!(why, "nothing is pushed to devices");
            None
        }
        Err(error) => return Err(error.into()),
    };
    Ok(Post::new(mailer, pusher))
}

/// What is allowed.
pub fn limits(settings: &Settings) -> Result<Limits, PartsError> {
    let header = match settings.client_address_header.as_str() {
        "" => None,
        name => Some(HeaderName::try_from(name).map_err(|_| PartsError::Header)?),
    };
    Ok(Limits {
        carnet_bytes: settings.carnet_bytes,
        carnet_entries: settings.carnet_entries,
        carnets: settings.account_carnets,
        session_requests: settings.session_requests,
        address_requests: settings.address_requests,
        stranger_requests: settings.stranger_requests,
        new_accounts: settings.registration == Registration::Open,
        journal_age: settings.journal_days.saturating_mul(DAY),
        journal_lines: settings.journal_lines,
        tries: settings.sign_in_tries,
        address_header: header,
    })
}
