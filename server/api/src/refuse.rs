//! Saying no: one [`Refusal`] becomes one HTTP answer. What broke inside is logged here and told to nobody.

use auth::passcode::PasscodeError;
use auth::passkey::PasskeyError;
use auth::token::RandomError;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use protocol::cbor::CborError;
use protocol::refusal::Refusal;
use protocol::signing::SignatureError;
use storage::StorageError;

/// A refusal on its way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct No(pub Refusal);

impl IntoResponse for No {
    fn into_response(self) -> Response {
        let status =
            StatusCode::from_u16(self.0.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, axum::Json(self.0)).into_response();
        if self.0 == Refusal::TooMany {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
        }
        response
    }
}

impl From<Refusal> for No {
    fn from(refusal: Refusal) -> Self {
        Self(refusal)
    }
}

impl From<CborError> for No {
    fn from(error: CborError) -> Self {
        Self(error.into())
    }
}

impl From<SignatureError> for No {
    fn from(error: SignatureError) -> Self {
        Self(error.into())
    }
}

impl From<StorageError> for No {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Missing => Self(Refusal::FileMissing),
            StorageError::Exists => Self(Refusal::Exists),
            // What it belonged to was deleted a moment ago.
            StorageError::Orphan => Self(Refusal::NotFound),
            error => failed(&error),
        }
    }
}

impl From<blobs::BlobError> for No {
    fn from(error: blobs::BlobError) -> Self {
        match error {
            blobs::BlobError::TooLarge => Self(Refusal::TooLarge),
            blobs::BlobError::Broken => Self(Refusal::Malformed),
            error => failed(&error),
        }
    }
}

impl From<PasskeyError> for No {
    fn from(error: PasskeyError) -> Self {
        match error {
            PasskeyError::Malformed => Self(Refusal::Malformed),
            PasskeyError::Refused(why) => {
                tracing::info!(%why, "passkey refused");
                Self(Refusal::NotAccepted)
            }
            error => failed(&error),
        }
    }
}

impl From<PasscodeError> for No {
    fn from(error: PasscodeError) -> Self {
        failed(&error)
    }
}

impl From<RandomError> for No {
    fn from(error: RandomError) -> Self {
        failed(&error)
    }
}

/// Something of ours broke: the whole chain of causes goes to the log.
fn failed(error: &dyn std::error::Error) -> No {
    let mut causes = String::new();
    let mut next = error.source();
    while let Some(cause) = next {
        causes.push_str(": ");
        causes.push_str(&cause.to_string());
        next = cause.source();
    }
    tracing::error!(%error, causes, "request failed");
    No(Refusal::Server)
}
