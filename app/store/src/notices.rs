//! What a device does to be told of reminders: its time zone, its push service, and its store of keys.

use futures::future::LocalBoxFuture;
use protocol::ids::MemberId;
use protocol::reminder::PushDevice;

use crate::trouble::Trouble;

/// Whether this device can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PushAbility {
    /// This browser cannot.
    None,
    /// It can once the app was put on the home screen (iPhone, iPad).
    AfterInstalling,
    /// The person said no to the browser, and must change that in its settings.
    Refused,
    /// The person was not asked yet.
    NotAsked,
    /// It can.
    Allowed,
}

/// The port.
pub trait Notices {
    /// The time zone of this device by its name in the IANA database; empty if it is not known.
    fn zone(&self) -> String;
    /// How many seconds the clocks of a zone are ahead of UTC at a moment (seconds since 1970). None for an unknown zone.
    fn offset(&self, zone: &str, utc: i64) -> Option<i32>;
    /// Whether this device can be told.
    fn ability(&self) -> PushAbility;
    /// Asks this device's push service for an address that this server (by its public key) can send to. The person must have
    /// been asked before.
    fn subscribe<'a>(&'a self, server: &'a [u8])
    -> LocalBoxFuture<'a, Result<PushDevice, Trouble>>;
    /// The address that this device has, if any.
    fn subscription(&self) -> LocalBoxFuture<'_, Option<PushDevice>>;
    /// Puts the key of an account's reminders into this device's own store, which gives it to nobody; `lang` is in which
    /// language the device speaks when it cannot open one.
    fn keep_key<'a>(
        &'a self,
        account: MemberId,
        generation: u32,
        key: &'a [u8; 32],
        lang: &'a str,
    ) -> LocalBoxFuture<'a, Result<(), Trouble>>;
    /// Forgets the keys of an account; gives the address back when no other account is told here.
    fn forget(&self, account: MemberId) -> LocalBoxFuture<'_, ()>;
}

/// A device that cannot be told, in no known time zone.
#[derive(Debug, Clone, Copy)]
pub struct NoNotices;

impl Notices for NoNotices {
    fn zone(&self) -> String {
        String::new()
    }

    fn offset(&self, _: &str, _: i64) -> Option<i32> {
        None
    }

    fn ability(&self) -> PushAbility {
        PushAbility::None
    }

    fn subscribe<'a>(&'a self, _: &'a [u8]) -> LocalBoxFuture<'a, Result<PushDevice, Trouble>> {
        Box::pin(async { Err(Trouble::NotAllowed) })
    }

    fn subscription(&self) -> LocalBoxFuture<'_, Option<PushDevice>> {
        Box::pin(async { None })
    }

    fn keep_key<'a>(
        &'a self,
        _: MemberId,
        _: u32,
        _: &'a [u8; 32],
        _: &'a str,
    ) -> LocalBoxFuture<'a, Result<(), Trouble>> {
        Box::pin(async { Err(Trouble::NotAllowed) })
    }

    fn forget(&self, _: MemberId) -> LocalBoxFuture<'_, ()> {
        Box::pin(async {})
    }
}
