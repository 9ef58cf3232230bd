//! Who holds member keys: an account, or a link that acts as a member.

use ed25519_dalek::{Signer, SigningKey};
use protocol::ids::{MemberId, Signature};
use protocol::keys::MemberKeys;
use protocol::signing::Kind;

use crate::hybrid::Identity;
use crate::labels;

/// The secret halves of one member's keys. It signs and opens; what it signs and opens with never leaves it.
pub struct Holder {
    identity: Identity,
    signing: SigningKey,
    public: MemberKeys,
    id: MemberId,
}

impl Holder {
    pub(crate) fn derive(identity: Identity) -> Self {
        let signing =
            SigningKey::from_bytes(&labels::MEMBER_SIGNING.derive(&identity.seed()[..], &[]));
        let public = MemberKeys {
            signing: protocol::ids::SigningKey::from_bytes(signing.verifying_key().to_bytes()),
            recipient: identity.recipient(),
        };
        let id = public.member_id();
        Self {
            identity,
            signing,
            public,
            id,
        }
    }

    /// The public halves, to be shown to everybody.
    pub fn public(&self) -> &MemberKeys {
        &self.public
    }

    /// The id that follows from the public halves.
    pub fn id(&self) -> MemberId {
        self.id
    }

    /// Signs `bytes` as a `kind`: Ed25519 (RFC 8032) over what [`Kind::message`] says.
    pub fn sign(&self, kind: Kind, bytes: &[u8]) -> Signature {
        Signature::from_bytes(self.signing.sign(&kind.message(bytes)).to_bytes())
    }

    pub(crate) fn identity(&self) -> &Identity {
        &self.identity
    }
}

impl core::fmt::Debug for Holder {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Holder({})", self.id)
    }
}
