//! Deposits: what somebody without an account leaves in the tray of a deposit link, unable to read anything back.
//!
//! The tray has a hybrid identity of its own, kept by those who read the inbox; it does not follow from S, which the
//! depositor knows. The link's fragment carries the hash of the tray's recipient, so that the server cannot put another in
//! its place. A deposit is one age file whose plaintext, padded, repeats carnet, link and number.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use protocol::cbor::{CborError, decode_stored, encode_stored};
use protocol::ids::{CarnetId, Digest, MemberId, Signature};
use protocol::keys::{MemberKeys, Recipient, SUITE};
use protocol::limits;
use protocol::signing::Kind;
use sha2::{Digest as _, Sha256};
use zeroize::{Zeroize, Zeroizing};

use crate::age_file::{self, AgeError};
use crate::holder::Holder;
use crate::hybrid::{Identity, KeyError, SealTo};
use crate::link::LinkSecret;
use crate::padding;

/// The longest deposit, in bytes; longer things are files.
pub const PLAIN: usize = 192 * 1024;

/// Why a deposit was not made or does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DepositError {
    /// The recipient that the server shows is not the one that the link names.
    #[error("the tray's key is not the one that the link names")]
    WrongTray,
    /// More than [`PLAIN`] bytes to seal, or more than [`limits::PAYLOAD`] to open.
    #[error("the deposit is too long")]
    TooLong,
    /// Cut short, altered, or not in canonical form.
    #[error("the deposit is broken")]
    Malformed,
    /// Sealed to another tray.
    #[error("the deposit is sealed to another tray")]
    NotForUs,
    /// Sealed by a newer version.
    #[error("the deposit was sealed by a newer version")]
    Newer,
    /// It says that it belongs elsewhere: to another carnet, another link, or under another number.
    #[error("the deposit belongs elsewhere")]
    WrongPlace,
}

/// The secret half of a tray. Its text goes into the carnet's `keys` section or inbox, which are sealed themselves.
pub struct TraySecret {
    identity: Identity,
    recipient: Recipient,
}

impl TraySecret {
    /// Of a new deposit link.
    pub fn make() -> Self {
        Self::of(Identity::make())
    }

    /// From the text in an entry.
    pub fn read(text: &str) -> Result<Self, KeyError> {
        Identity::read(text).map(Self::of)
    }

    fn of(identity: Identity) -> Self {
        Self {
            recipient: identity.recipient(),
            identity,
        }
    }

    /// The text for an entry: `AGE-SECRET-KEY-PQ-1…`.
    pub fn text_for_entry(&self) -> Zeroizing<String> {
        self.identity.text()
    }

    /// What deposits are sealed to.
    pub fn recipient(&self) -> &Recipient {
        &self.recipient
    }
}

impl core::fmt::Debug for TraySecret {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("TraySecret(…)")
    }
}

/// The hash of a tray's recipient that the link's fragment carries: SHA-256("carnet/v1/tray-key\0" ‖ suite ‖ recipient).
pub fn tray_digest(recipient: &Recipient) -> Digest {
    let hash = Sha256::new()
        .chain_update(b"carnet/v1/tray-key\0")
        .chain_update([SUITE])
        .chain_update(recipient.as_bytes())
        .finalize();
    Digest::from_bytes(hash.into())
}

/// Who leaves deposits by one link: signs with the key that follows from S, seals to the tray.
pub struct Depositor {
    holder: Holder,
    keys: MemberKeys,
    seal_to: SealTo,
}

impl Depositor {
    /// From a link's S and the tray's recipient, whose hash is compared with the one that the link names.
    pub fn new(
        secret: &LinkSecret,
        recipient: &Recipient,
        tray: &Digest,
    ) -> Result<Self, DepositError> {
        if tray_digest(recipient) != *tray {
            return Err(DepositError::WrongTray);
        }
        let seal_to = SealTo::new(recipient).map_err(|_| DepositError::WrongTray)?;
        let holder = secret.holder();
        let keys = MemberKeys {
            signing: holder.public().signing,
            recipient: recipient.clone(),
        };
        Ok(Self {
            holder,
            keys,
            seal_to,
        })
    }

    /// The keys that the log names for this link.
    pub fn public(&self) -> &MemberKeys {
        &self.keys
    }

    /// Signs the body of a deposit.
    pub fn sign(&self, body: &[u8]) -> Signature {
        self.holder.sign(Kind::Deposit, body)
    }

    /// Seals what is left under number `counter`.
    pub fn seal(
        &self,
        carnet: CarnetId,
        counter: u64,
        plain: &[u8],
    ) -> Result<Vec<u8>, DepositError> {
        if plain.len() > PLAIN {
            return Err(DepositError::TooLong);
        }
        let mut content = Vec::with_capacity(padding::bucket(plain.len() + 1));
        content.extend_from_slice(plain);
        content.push(padding::MARK);
        content.resize(padding::bucket(content.len()), 0);
        let plain = Plain {
            carnet,
            link: self.keys.member_id(),
            counter,
            content: content.into(),
        };
        Ok(age_file::seal(
            &self.seal_to,
            &Zeroizing::new(encode_stored(&plain)),
        ))
    }
}

/// Opens deposit number `counter` of `link`.
pub fn open_deposit(
    tray: &TraySecret,
    carnet: CarnetId,
    link: MemberId,
    counter: u64,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, DepositError> {
    if sealed.len() > limits::PAYLOAD {
        return Err(DepositError::TooLong);
    }
    let plain =
        age_file::open(sealed, &tray.identity, limits::PAYLOAD).map_err(|error| match error {
            AgeError::Malformed => DepositError::Malformed,
            AgeError::NotForUs => DepositError::NotForUs,
        })?;
    let plain: Plain = decode_stored(&plain).map_err(|error| match error {
        CborError::Newer => DepositError::Newer,
        _ => DepositError::Malformed,
    })?;
    if (plain.carnet, plain.link, plain.counter) != (carnet, link, counter) {
        return Err(DepositError::WrongPlace);
    }
    let length = padding::unpadded(&plain.content).ok_or(DepositError::Malformed)?;
    Ok(Zeroizing::new(plain.content[..length].to_vec()))
}

#[derive(Encode, Decode)]
struct Plain {
    #[n(0)]
    carnet: CarnetId,
    #[n(1)]
    link: MemberId,
    #[n(2)]
    counter: u64,
    #[n(3)]
    content: ByteVec,
}

impl Drop for Plain {
    fn drop(&mut self) {
        self.content.as_mut_slice().zeroize();
    }
}
