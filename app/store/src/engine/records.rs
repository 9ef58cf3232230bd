//! Records on the shelf that belong to an account, and what is remembered of it before it is unlocked.

use minicbor::{Decode, Encode};
use protocol::account::{Account, Membership, SignedList, Way, WayKind};
use protocol::carnet::Pulled;
use protocol::ids::{CarnetId, Digest, MemberId, WayId};
use protocol::time::Seconds;
use sealing::root::ShelfKey;
use sealing::shelf_box::BoxKind;
use serde::{Deserialize, Serialize};

use crate::scene::KnownAccount;
use crate::shelf::{Shelf, Step, names};
use crate::trouble::Trouble;

/// An account that this device remembers: the wraps of its ways in, which are ciphertext.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KnownRecord {
    pub account: MemberId,
    pub wraps: Vec<KnownWrap>,
    pub used: Seconds,
}

/// One wrap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KnownWrap {
    pub way: WayId,
    pub kind: WayKind,
    #[serde(with = "protocol::account::base64")]
    pub file: Vec<u8>,
    /// A passkey's credential id.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub credential: Option<String>,
}

impl KnownRecord {
    pub(super) fn view(&self) -> KnownAccount {
        let has = |kind| self.wraps.iter().any(|wrap| wrap.kind == kind);
        KnownAccount {
            id: self.account,
            passkey: has(WayKind::Passkey),
            passphrase: has(WayKind::Name),
            used: self.used,
        }
    }

    pub(super) fn step(&self) -> Option<Step> {
        let bytes = serde_json::to_vec(self).ok()?;
        Some(Step::Keep(names::known(self.account), bytes))
    }
}

/// Everybody that this device remembers, last used first. A shelf that cannot be read remembers nobody.
pub(super) async fn load_known(shelf: &dyn Shelf) -> Vec<KnownRecord> {
    let rows = shelf.list(names::KNOWN).await.unwrap_or_default();
    let mut known: Vec<KnownRecord> = rows
        .iter()
        .filter_map(|(_, bytes)| serde_json::from_slice(bytes).ok())
        .collect();
    known.sort_by_key(|record| std::cmp::Reverse(record.used));
    known
}

/// The account as the server last said, for days without network.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct AccountRecord {
    pub ways: Vec<Way>,
    pub email: Option<String>,
    pub list: Option<SignedList>,
    /// The carnets that the account is a member of, by the server's word.
    pub carnets: Vec<Membership>,
}

impl From<Account> for AccountRecord {
    fn from(account: Account) -> Self {
        Self {
            ways: account.ways,
            email: account.email,
            list: Some(account.list),
            carnets: account.carnets,
        }
    }
}

/// The highest number and head seen of a carnet. In clear: a shelf that is read without its key must still refuse what is
/// older.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub(super) struct Pin {
    #[n(0)]
    pub seq: u64,
    #[n(1)]
    pub head: Digest,
}

/// Seals a record; its name on the shelf is bound into the seal.
pub(super) fn seal(key: &ShelfKey, name: String, plain: &[u8]) -> Step {
    let sealed = key.seal(BoxKind::Record, name.as_bytes(), plain);
    Step::Keep(name, sealed)
}

/// Opens a record; none if it is not there or does not open.
pub(super) async fn open(
    shelf: &dyn Shelf,
    key: &ShelfKey,
    name: &str,
) -> Option<zeroize::Zeroizing<Vec<u8>>> {
    let sealed = shelf.get(name).await.ok().flatten()?;
    key.open(BoxKind::Record, name.as_bytes(), &sealed).ok()
}

/// Opens every pulled chunk of a log that is on the shelf, in order. The first that does not open ends it: what follows is
/// fetched again.
pub(super) async fn open_log(
    shelf: &dyn Shelf,
    key: &ShelfKey,
    account: MemberId,
    carnet: CarnetId,
) -> Result<Vec<Pulled>, Trouble> {
    let rows = shelf
        .list(&names::log(account, carnet))
        .await
        .map_err(|_| Trouble::Storage)?;
    let open = |(name, sealed): &(String, Vec<u8>)| {
        let plain = key.open(BoxKind::Record, name.as_bytes(), sealed).ok()?;
        protocol::cbor::decode::<Pulled>(&plain).ok()
    };
    Ok(rows.iter().map_while(open).collect())
}
