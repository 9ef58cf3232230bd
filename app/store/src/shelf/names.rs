//! Under which names records lie. Ids and numbers only.

use protocol::ids::{BlobId, CarnetId, Digest, MemberId};

/// Accounts that this device remembers.
pub(crate) const KNOWN: &str = "known/";

/// What is remembered of an account before it is unlocked: its wraps.
pub(crate) fn known(account: MemberId) -> String {
    format!("{KNOWN}{account}")
}

/// Everything of an account.
pub(crate) fn of_account(account: MemberId) -> String {
    format!("account/{account}/")
}

/// The account as last seen, sealed.
pub(crate) fn account(account: MemberId) -> String {
    format!("account/{account}/account")
}

/// This device's id, if it is told of reminders, sealed.
pub(crate) fn device(account: MemberId) -> String {
    format!("account/{account}/device")
}

/// For which address it was chosen on this device that mails say what they are about, sealed.
pub(crate) fn readable(account: MemberId) -> String {
    format!("account/{account}/readable")
}

/// A draft; its key is hashed.
pub(crate) fn draft(account: MemberId, key: &str) -> String {
    format!(
        "account/{account}/draft/{}",
        protocol::commit::sealed_digest(key.as_bytes())
    )
}

/// Everything of a carnet.
pub(crate) fn of_carnet(account: MemberId, carnet: CarnetId) -> String {
    format!("account/{account}/carnet/{carnet}/")
}

/// Highest number and head seen of a carnet.
pub(crate) fn pin(account: MemberId, carnet: CarnetId) -> String {
    format!("account/{account}/carnet/{carnet}/pin")
}

/// The folded log, sealed.
pub(crate) fn image(account: MemberId, carnet: CarnetId) -> String {
    format!("account/{account}/carnet/{carnet}/image")
}

/// What the list of carnets shows of it, sealed.
pub(crate) fn cover(account: MemberId, carnet: CarnetId) -> String {
    format!("account/{account}/carnet/{carnet}/cover")
}

/// Pulled commits, sealed: all of a carnet.
pub(crate) fn log(account: MemberId, carnet: CarnetId) -> String {
    format!("account/{account}/carnet/{carnet}/log/")
}

/// Pulled commits, sealed, from a number on.
pub(crate) fn log_from(account: MemberId, carnet: CarnetId, seq: u64) -> String {
    format!("account/{account}/carnet/{carnet}/log/{seq:016x}")
}

/// Up to where the openings of the urgent card were seen, sealed.
pub(crate) fn card_seen(account: MemberId, carnet: CarnetId) -> String {
    format!("account/{account}/carnet/{carnet}/card-seen")
}

/// Up to which commit it was looked into, sealed.
pub(crate) fn visited(account: MemberId, carnet: CarnetId) -> String {
    format!("account/{account}/carnet/{carnet}/visited")
}

/// Which deposits were seen, sealed.
pub(crate) fn received(account: MemberId, carnet: CarnetId) -> String {
    format!("account/{account}/carnet/{carnet}/received")
}

/// For which address of its agenda titles were chosen on this device, sealed.
pub(crate) fn titles(account: MemberId, carnet: CarnetId) -> String {
    format!("account/{account}/carnet/{carnet}/titles")
}

/// Sealed entries: all of a carnet.
pub(crate) fn payloads(account: MemberId, carnet: CarnetId) -> String {
    format!("account/{account}/carnet/{carnet}/payload/")
}

/// A sealed entry.
pub(crate) fn payload(account: MemberId, carnet: CarnetId, digest: Digest) -> String {
    format!("account/{account}/carnet/{carnet}/payload/{digest}")
}

/// Unsent changes, sealed: all of an account.
pub(crate) fn outbox(account: MemberId) -> String {
    format!("account/{account}/outbox/")
}

/// An unsent change, sealed.
pub(crate) fn unsent(account: MemberId, number: u64) -> String {
    format!("account/{account}/outbox/{number:016x}")
}

/// How far uploads to a carnet are, sealed: what their names begin with.
pub(crate) fn uploads(account: MemberId, carnet: CarnetId) -> String {
    format!("account/{account}/carnet/{carnet}/upload/")
}

/// The same for who leaves something by a link, without an account.
pub(crate) fn deposits(link: MemberId) -> String {
    format!("deposit/{link}/")
}

/// When somebody without an account began to send large files, by whatever link. In clear.
pub(crate) const DEPOSIT_MARKS: &str = "deposit-begun/";

/// The same of one link.
pub(crate) fn deposit_mark(link: MemberId) -> String {
    format!("{DEPOSIT_MARKS}{link}")
}

/// How far one upload is, sealed.
pub(crate) fn upload(prefix: &str, blob: BlobId) -> String {
    format!("{prefix}{blob}")
}
