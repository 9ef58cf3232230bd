//! Passkeys: the authenticators of this device, behind a trait.
//!
//! One prompt signs in and unlocks: the browser is asked for an assertion and, in the same breath, for the authenticator's
//! PRF output for [`sealing::wrap::PRF_INPUT`]. The output never leaves the device: an implementation takes it out of what it
//! returns for the server.

use futures::future::LocalBoxFuture;
use protocol::ids::MemberId;
use sealing::wrap::Prf;
use serde_json::Value;

use crate::trouble::Trouble;

/// Whether passkeys can be used here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Availability {
    /// No `navigator.credentials`, or no place for passkeys.
    None,
    /// They can be tried.
    Passkeys,
}

/// A passkey that was just made.
pub struct Made {
    /// For the server: `PublicKeyCredential.toJSON()` without any extension result.
    pub credential: Value,
    /// What unlocks.
    pub prf: Prf,
}

/// A passkey that was just used.
pub struct Asserted {
    /// For the server: `PublicKeyCredential.toJSON()` without any extension result.
    pub credential: Value,
    /// The credential's id as base64url.
    pub id: String,
    /// The account that the authenticator vouches for, if it named one.
    pub account: Option<MemberId>,
    /// What unlocks.
    pub prf: Prf,
}

/// The authenticators of this device.
pub trait Passkeys {
    /// Whether passkeys can be used here.
    fn availability(&self) -> LocalBoxFuture<'_, Availability>;
    /// Makes a passkey for `account`. Refuses options for anybody else. Asks once more with [`Passkeys::get`]'s means if the
    /// authenticator gives no PRF output at once.
    fn create(
        &self,
        options: Value,
        account: MemberId,
    ) -> LocalBoxFuture<'_, Result<Made, Trouble>>;
    /// Uses a passkey.
    fn get(&self, options: Value) -> LocalBoxFuture<'_, Result<Asserted, Trouble>>;
}

/// No authenticators at all.
#[derive(Debug, Clone, Copy)]
pub struct NoPasskeys;

impl Passkeys for NoPasskeys {
    fn availability(&self) -> LocalBoxFuture<'_, Availability> {
        Box::pin(async { Availability::None })
    }

    fn create(&self, _: Value, _: MemberId) -> LocalBoxFuture<'_, Result<Made, Trouble>> {
        Box::pin(async { Err(Trouble::NoPasskeys) })
    }

    fn get(&self, _: Value) -> LocalBoxFuture<'_, Result<Asserted, Trouble>> {
        Box::pin(async { Err(Trouble::NoPasskeys) })
    }
}
