//! What a session alone may not do: change who can come in, or erase the account. Whoever got hold of the cookie has not
//! unlocked anything; the account's own key signs a fresh challenge and what exactly is to be done, in a header beside the
//! request.

use data_encoding::BASE64URL_NOPAD;
use minicbor::{Decode, Encode};

use crate::account::NewWay;
use crate::cbor::{decode_stored, encode, encode_stored};
use crate::commit::sealed_digest;
use crate::ids::{Digest, MemberId, Signature, WayId};
use crate::keys::MemberKeys;
use crate::refusal::Refusal;
use crate::signing::{Kind, verify};

/// The header that carries a [`SignedPermission`] in its text form.
pub const HEADER: &str = "carnet-permission";

/// The longest text form.
const TEXT: usize = 1024;

/// What the account signs, as a [`Kind::Permission`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Permission {
    /// Which account.
    #[n(0)]
    pub account: MemberId,
    /// From [`crate::account::ChallengeAnswer`].
    #[cbor(n(1), with = "minicbor::bytes")]
    pub challenge: Vec<u8>,
    /// What for.
    #[n(2)]
    pub act: Act,
}

/// What is permitted, and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub enum Act {
    /// Adding this way in.
    #[n(0)]
    AddWay {
        /// Its id.
        #[n(0)]
        way: WayId,
        /// [`sealed_digest`] of its wrap.
        #[n(1)]
        wrap: Digest,
    },
    /// Removing this way in.
    #[n(1)]
    RemoveWay {
        /// Its id.
        #[n(0)]
        way: WayId,
    },
    /// Erasing the account.
    #[n(2)]
    EraseAccount,
}

/// A permission with its signature.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct SignedPermission {
    /// The stored form of a [`Permission`].
    #[cbor(n(0), with = "minicbor::bytes")]
    pub body: Vec<u8>,
    /// Over it, of kind [`Kind::Permission`].
    #[n(1)]
    pub signature: Signature,
}

impl Act {
    /// Adding exactly this way in.
    pub fn add(way: &NewWay) -> Self {
        Self::AddWay {
            way: way.id,
            wrap: sealed_digest(&way.wrap),
        }
    }
}

impl Permission {
    /// The bytes to be signed.
    pub fn to_bytes(&self) -> Vec<u8> {
        encode_stored(self)
    }
}

impl SignedPermission {
    /// As it stands in the header: base64url of its CBOR.
    pub fn to_text(&self) -> String {
        BASE64URL_NOPAD.encode(&encode(self))
    }

    /// The reverse of [`Self::to_text`].
    pub fn from_text(text: &str) -> Result<Self, Refusal> {
        if text.len() > TEXT {
            return Err(Refusal::TooLarge);
        }
        let bytes = BASE64URL_NOPAD
            .decode(text.as_bytes())
            .map_err(|_| Refusal::Malformed)?;
        Ok(crate::cbor::decode(&bytes)?)
    }

    /// The challenge in it, if the account of these keys permitted exactly this act. That the challenge is a fresh one is for
    /// whoever gave it out to say.
    pub fn check(&self, keys: &MemberKeys, act: Act) -> Result<Vec<u8>, Refusal> {
        verify(&keys.signing, Kind::Permission, &self.body, &self.signature)
            .map_err(|_| Refusal::NotAccepted)?;
        let said: Permission = decode_stored(&self.body)?;
        if said.account == keys.member_id() && said.act == act {
            Ok(said.challenge)
        } else {
            Err(Refusal::NotAccepted)
        }
    }
}
