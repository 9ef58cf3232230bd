//! Where to ask: every route of the server, once. The constants are the server's patterns, the functions fill them in.

use crate::ids::{
    BlobId, CardLookup, CarnetId, DeviceId, FileTicket, LoginToken, ManifestId, MemberId, PlanId,
    ReminderId, WayId,
};

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
/// `GET ?before=N&member=M&from=T&to=T`: [`crate::carnet::Journal`].
pub const JOURNAL: &str = "/api/carnets/{carnet}/journal";
/// `GET`: [`crate::file::Quota`].
pub const QUOTA: &str = "/api/carnets/{carnet}/quota";
/// `POST`: creates an upload (tus); its address is in `Location`.
pub const UPLOADS: &str = "/api/carnets/{carnet}/uploads";
/// `HEAD`, `PATCH`, `DELETE`: an upload (tus).
pub const UPLOAD: &str = "/api/carnets/{carnet}/uploads/{blob}";
/// `GET`: a sealed file, with ranges.
pub const FILE: &str = "/api/carnets/{carnet}/files/{blob}";
/// `GET`: [`crate::card::Card`]; `PUT`: [`crate::card::SetCard`]. Guardians.
pub const CARD: &str = "/api/carnets/{carnet}/links/{link}/card";
/// `PUT`: [`crate::tray::SetTray`]. Guardians.
pub const LINK_TRAY: &str = "/api/carnets/{carnet}/links/{link}/tray";
/// `POST`: [`crate::shl::ManifestRequest`] → [`crate::shl::Manifest`]. Public, for every origin, without a cookie.
pub const MANIFEST: &str = "/shl/{manifest}";
/// `GET`: a compact JWE, `application/jose`. Public, for every origin, without a cookie.
pub const MANIFEST_FILE: &str = "/shl/{manifest}/files/{ticket}";
/// `POST`: → [`crate::card::CardAddress`]. Public.
pub const CARD_CODE: &str = "/api/cards/{lookup}";
/// `GET`: [`crate::tray::TrayState`]; `POST`: [`crate::tray::PushDeposit`] → [`crate::tray::TrayEnd`]. By the link's
/// access token.
pub const TRAY: &str = "/api/trays/{link}";
/// `POST`: creates an upload (tus) for a deposit. By the link's access token.
pub const TRAY_UPLOADS: &str = "/api/trays/{link}/uploads";
/// `HEAD`, `PATCH`, `DELETE`: an upload (tus) for a deposit. By the link's access token.
pub const TRAY_UPLOAD: &str = "/api/trays/{link}/uploads/{blob}";
/// `PUT`: [`crate::bearer::SetAccess`]. Guardians.
pub const LINK_ACCESS: &str = "/api/carnets/{carnet}/links/{link}/access";
/// `GET`: [`crate::bearer::LinkView`]. By the link's access token.
pub const LINK: &str = "/api/links/{link}";
/// `GET ?from=N`: [`crate::carnet::Pulled`]. By the link's access token.
pub const BEARER_LOG: &str = "/api/links/{link}/log";
/// `POST`: [`crate::carnet::Fetch`] → [`crate::carnet::Fetched`]. By the link's access token.
pub const BEARER_PAYLOADS: &str = "/api/links/{link}/payloads";
/// `GET`: a sealed file, with ranges. By the link's access token.
pub const BEARER_FILE: &str = "/api/links/{link}/files/{blob}";
/// `GET`: [`crate::tray::Inbox`]. Readers of the inbox.
pub const INBOX: &str = "/api/carnets/{carnet}/inbox";
/// `DELETE`: takes a deposit out of the inbox, its files with it. Writers of the inbox.
pub const INBOX_DEPOSIT: &str = "/api/carnets/{carnet}/inbox/{link}/{counter}";
/// `GET`: [`crate::reminder::Reminders`].
pub const REMINDERS: &str = "/api/reminders";
/// `PUT`: [`crate::reminder::Reminder`]; `DELETE` takes it away.
pub const REMINDER: &str = "/api/reminders/{reminder}";
/// `PUT`: [`crate::reminder::Plan`].
pub const REMINDER_PLAN: &str = "/api/reminders/plans/{plan}";
/// `PUT`: [`crate::reminder::PushDevice`]; `DELETE` forgets it.
pub const REMINDER_DEVICE: &str = "/api/reminders/devices/{device}";
/// `PUT`: [`crate::reminder::ReadableMails`].
pub const REMINDER_READABLE: &str = "/api/reminders/readable";
/// `POST`: [`crate::reminder::TryReminder`].
pub const REMINDER_TRY: &str = "/api/reminders/try";

/// `GET`: [`crate::calendar::CalendarState`]; `PUT`: [`crate::calendar::SetCalendar`]; `DELETE` closes the address. A member's
/// own.
pub const CALENDAR: &str = "/api/carnets/{carnet}/calendar";
/// `GET`: a calendar, [`crate::calendar::MEDIA_TYPE`]; the name is the token with `.ics` behind it. Public, without a cookie.
pub const SUBSCRIBED: &str = "/calendar/{name}";

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

/// [`CARD`] of a link.
pub fn card(carnet: CarnetId, link: MemberId) -> String {
    format!("/api/carnets/{carnet}/links/{link}/card")
}

/// [`LINK_TRAY`] of a link.
pub fn link_tray(carnet: CarnetId, link: MemberId) -> String {
    format!("/api/carnets/{carnet}/links/{link}/tray")
}

/// [`MANIFEST`] of an urgent link.
pub fn manifest(manifest: ManifestId) -> String {
    format!("/shl/{manifest}")
}

/// [`MANIFEST_FILE`] of an urgent link.
pub fn manifest_file(manifest: ManifestId, ticket: FileTicket) -> String {
    format!("/shl/{manifest}/files/{ticket}")
}

/// [`CARD_CODE`] of a typed code.
pub fn card_code(lookup: CardLookup) -> String {
    format!("/api/cards/{lookup}")
}

/// [`TRAY`] of a link.
pub fn tray(link: MemberId) -> String {
    format!("/api/trays/{link}")
}

/// [`TRAY_UPLOADS`] of a link.
pub fn tray_uploads(link: MemberId) -> String {
    format!("/api/trays/{link}/uploads")
}

/// [`TRAY_UPLOAD`] of a blob.
pub fn tray_upload(link: MemberId, blob: BlobId) -> String {
    format!("/api/trays/{link}/uploads/{blob}")
}

/// [`LINK_ACCESS`] of a link.
pub fn link_access(carnet: CarnetId, link: MemberId) -> String {
    format!("/api/carnets/{carnet}/links/{link}/access")
}

/// [`LINK`] of a link.
pub fn link(link: MemberId) -> String {
    format!("/api/links/{link}")
}

/// [`BEARER_LOG`] of a link.
pub fn bearer_log(link: MemberId) -> String {
    format!("/api/links/{link}/log")
}

/// [`BEARER_PAYLOADS`] of a link.
pub fn bearer_payloads(link: MemberId) -> String {
    format!("/api/links/{link}/payloads")
}

/// [`BEARER_FILE`] of a link.
pub fn bearer_file(link: MemberId, blob: BlobId) -> String {
    format!("/api/links/{link}/files/{blob}")
}

/// [`INBOX`] of a carnet.
pub fn inbox(carnet: CarnetId) -> String {
    format!("/api/carnets/{carnet}/inbox")
}

/// [`INBOX_DEPOSIT`] of a deposit.
pub fn inbox_deposit(carnet: CarnetId, link: MemberId, counter: u64) -> String {
    format!("/api/carnets/{carnet}/inbox/{link}/{counter}")
}

/// [`CALENDAR`] of a carnet.
pub fn calendar(carnet: CarnetId) -> String {
    format!("/api/carnets/{carnet}/calendar")
}

/// [`SUBSCRIBED`] of a token.
pub fn subscribed(token: &LoginToken) -> String {
    format!("/calendar/{token}.ics")
}

/// [`REMINDER`] of a reminder.
pub fn reminder(reminder: ReminderId) -> String {
    format!("/api/reminders/{reminder}")
}

/// [`REMINDER_PLAN`] of a plan.
pub fn reminder_plan(plan: PlanId) -> String {
    format!("/api/reminders/plans/{plan}")
}

/// [`REMINDER_DEVICE`] of a device.
pub fn reminder_device(device: DeviceId) -> String {
    format!("/api/reminders/devices/{device}")
}
