//! An account's root: one age hybrid identity, and everything that follows from its seed.

use protocol::ids::{MemberId, Signature};
use protocol::keys::MemberKeys;
use protocol::signing::Kind;
use zeroize::Zeroizing;

use crate::holder::Holder;
use crate::hybrid::{Identity, KeyError};
use crate::labels;
use crate::secret::secret;

secret! {
    /// Seals what this device keeps for an account: see [`crate::shelf_box`].
    pub struct ShelfKey
}

secret! {
    /// Seals what an account keeps on the server for itself alone: its list of carnets, its snapshots.
    pub struct OwnKey
}

/// The root of an account. It rests only inside wraps (see [`crate::wrap`]); unlocked, it lives in one place of the program
/// and is forgotten when dropped.
pub struct Root {
    holder: Holder,
    shelf: ShelfKey,
    own: OwnKey,
}

impl Root {
    /// The root of a new account.
    pub fn make() -> Self {
        Self::derive(Identity::make())
    }

    /// The root in an age identity line `AGE-SECRET-KEY-PQ-1…`, as `age -d` gives it from a wrap.
    pub fn read_identity(line: &str) -> Result<Self, KeyError> {
        Identity::read(line).map(Self::derive)
    }

    pub(crate) fn derive(identity: Identity) -> Self {
        let seed = identity.seed();
        let shelf = ShelfKey(labels::ROOT_SHELF.derive(&seed[..], &[]));
        let own = OwnKey(labels::ROOT_OWN.derive(&seed[..], &[]));
        Self {
            holder: Holder::derive(identity),
            shelf,
            own,
        }
    }

    /// The public keys, to be shown to everybody.
    pub fn public(&self) -> &MemberKeys {
        self.holder.public()
    }

    /// The account's id, which is also the user handle of its passkeys.
    pub fn id(&self) -> MemberId {
        self.holder.id()
    }

    /// Signs `bytes` as a `kind`.
    pub fn sign(&self, kind: Kind, bytes: &[u8]) -> Signature {
        self.holder.sign(kind, bytes)
    }

    /// The account as a member of carnets: opens key envelopes, signs commits.
    pub fn holder(&self) -> &Holder {
        &self.holder
    }

    /// Seals what lies on this device's shelf.
    pub fn shelf(&self) -> &ShelfKey {
        &self.shelf
    }

    /// Seals what the account keeps for itself on the server.
    pub fn own(&self) -> &OwnKey {
        &self.own
    }

    pub(crate) fn line(&self) -> Zeroizing<String> {
        self.holder.identity().text()
    }
}

impl core::fmt::Debug for Root {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Root({})", self.id())
    }
}
