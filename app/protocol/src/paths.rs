//! Where to ask: every route of the server, once. The constants are the server's patterns, the functions fill them in.

use crate::ids::{BlobId, CarnetId, WayId};

/// `GET`: is the server there? Public.
pub const HEALTH: &str = "/api/health";
/// `POST`: [`crate::account::ChallengeAnswer`]. Public.
pub const CHALLENGE: &str = "/api/challenge";
/// `POST`: [`crate::account::PasskeyCreate`] → [`crate::account::PasskeyOptions`]. Public (a new account has no session yet).
pub const PASSKEY_CREATE: &str = "/api/passkeys/create";
/// `POST`: → [`crate::account::PasskeyOptions`]. Public.
pub const PASSKEY_SIGN_IN: &str = "/api/passkeys/sign-in";
/// `POST`: [`crate::account::CreateAccount`] → [`crate::session::SignedIn`]. Public.
pub const ACCOUNTS: &str = "/api/accounts";
/// `POST`: [`crate::session::SignIn`] → [`crate::session::SignedIn`]; `DELETE` signs out.
pub const SESSIONS: &str = "/api/sessions";
/// `GET`: [`crate::account::Account`]; `DELETE`, with a [`crate::permission`], erases the account.
pub const ACCOUNT: &str = "/api/account";
/// `PUT`: [`crate::account::SignedList`].
pub const ACCOUNT_LIST: &str = "/api/account/list";
/// `PUT`: [`crate::account::SetEmail`].
pub const ACCOUNT_EMAIL: &str = "/api/account/email";
/// `POST`, with a [`crate::permission`]: [`crate::account::NewWay`] → [`crate::account::Way`].
pub const WAYS: &str = "/api/ways";
/// `GET`: [`crate::session::Wrap`]; `DELETE`, with a [`crate::permission`], removes the way.
pub const WAY: &str = "/api/ways/{way}";
/// `POST`: [`crate::carnet::Push`] of a genesis → [`crate::carnet::Pushed`].
pub const CARNETS: &str = "/api/carnets";
/// `POST`: [`crate::carnet::Push`] → [`crate::carnet::Pushed`]; `GET ?from=N`: [`crate::carnet::Pulled`].
pub const LOG: &str = "/api/carnets/{carnet}/log";
/// `POST`: [`crate::carnet::Fetch`] → [`crate::carnet::Fetched`].
pub const PAYLOADS: &str = "/api/carnets/{carnet}/payloads";
/// `GET`, `PUT`: [`crate::carnet::Snapshot`].
pub const SNAPSHOT: &str = "/api/carnets/{carnet}/snapshot";
/// `GET ?before=N`: [`crate::carnet::Journal`].
pub const JOURNAL: &str = "/api/carnets/{carnet}/journal";
/// `GET`: [`crate::file::Quota`].
pub const QUOTA: &str = "/api/carnets/{carnet}/quota";
/// `POST`: creates an upload (tus); its address is in `Location`.
pub const UPLOADS: &str = "/api/carnets/{carnet}/uploads";
/// `HEAD`, `PATCH`, `DELETE`: an upload (tus).
pub const UPLOAD: &str = "/api/carnets/{carnet}/uploads/{blob}";
/// `GET`: a sealed file, with ranges.
pub const FILE: &str = "/api/carnets/{carnet}/files/{blob}";

/// [`WAY`] of a way.
pub fn way(way: WayId) -> String {
    format!("/api/ways/{way}")
}

/// [`LOG`] of a carnet, from a commit number on.
pub fn log(carnet: CarnetId) -> String {
    format!("/api/carnets/{carnet}/log")
}

/// [`PAYLOADS`] of a carnet.
pub fn payloads(carnet: CarnetId) -> String {
    format!("/api/carnets/{carnet}/payloads")
}

/// [`SNAPSHOT`] of a carnet.
pub fn snapshot(carnet: CarnetId) -> String {
    format!("/api/carnets/{carnet}/snapshot")
}

/// [`JOURNAL`] of a carnet.
pub fn journal(carnet: CarnetId) -> String {
    format!("/api/carnets/{carnet}/journal")
}

/// [`QUOTA`] of a carnet.
pub fn quota(carnet: CarnetId) -> String {
    format!("/api/carnets/{carnet}/quota")
}

/// [`UPLOADS`] of a carnet.
pub fn uploads(carnet: CarnetId) -> String {
    format!("/api/carnets/{carnet}/uploads")
}

/// [`UPLOAD`] of a blob.
pub fn upload(carnet: CarnetId, blob: BlobId) -> String {
    format!("/api/carnets/{carnet}/uploads/{blob}")
}

/// [`FILE`] of a blob.
pub fn file(carnet: CarnetId, blob: BlobId) -> String {
    format!("/api/carnets/{carnet}/files/{blob}")
}
