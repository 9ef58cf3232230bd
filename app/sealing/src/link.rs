//! Links: members that are not a person's account. Everything follows from one secret S, which travels in the fragment of
//! an address, where no server sees it.
//!
//! A fragment is `version ‖ S (32) ‖ carnet (32) ‖ seq (8) ‖ head (32)` as base64url, and for a deposit link the hash of the
//! tray's recipient (32) after it. With seq and head the reader refuses a carnet that was rolled back behind the moment at
//! which the link was made.

use data_encoding::BASE64URL_NOPAD;
use protocol::ids::{CarnetId, Digest, LoginToken};
use zeroize::Zeroizing;

use crate::aead::{self, AeadError};
use crate::holder::Holder;
use crate::hybrid::Identity;
use crate::labels;
use crate::root::Root;
use crate::secret::{make_random, secret};

const VERSION: u8 = 1;
const PLAIN: usize = 1 + 32 + 32 + 8 + 32;
const WITH_TRAY: usize = PLAIN + 32;

secret! {
    /// The secret S of one link.
    pub struct LinkSecret
}

impl LinkSecret {
    /// Of a new link.
    pub fn make() -> Self {
        Self(make_random())
    }

    /// The link as a member of its carnet.
    pub fn holder(&self) -> Holder {
        Holder::derive(Identity::derive(
            labels::LINK_IDENTITY.derive(&self.0[..], &[]),
        ))
    }

    /// The same, as the root of whoever looks through the link: what they keep while they look is sealed for nobody else.
    pub fn root(&self) -> Root {
        Root::derive(Identity::derive(
            labels::LINK_IDENTITY.derive(&self.0[..], &[]),
        ))
    }

    /// Seals what the link shows beside its sections. The server, which does not know S, can neither read it nor make another.
    pub fn seal_bundle(&self, carnet: CarnetId, plain: &[u8]) -> Vec<u8> {
        let key = labels::LINK_BUNDLE.derive(&self.0[..], &[]);
        aead::seal(&key, carnet.as_bytes(), plain)
    }

    /// Opens what [`LinkSecret::seal_bundle`] sealed for this very link.
    pub fn open_bundle(
        &self,
        carnet: CarnetId,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, BundleError> {
        let key = labels::LINK_BUNDLE.derive(&self.0[..], &[]);
        aead::open(&key, carnet.as_bytes(), sealed).map_err(|error| match error {
            AeadError::Newer => BundleError::Newer,
            AeadError::Broken => BundleError::Broken,
        })
    }

    /// What the link shows to the server, which keeps its hash.
    pub fn access_token(&self) -> LoginToken {
        LoginToken::from_bytes(*labels::LINK_ACCESS.derive(&self.0[..], &[]))
    }
}

/// Why what a link shows did not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// Sealed by a newer version: update the app.
    #[error("sealed by a newer version")]
    Newer,
    /// Cut short, altered, or made for another link or another carnet.
    #[error("the bundle does not open")]
    Broken,
}

/// Why a text is not a link's fragment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// Cut short, too long, or with a character that does not belong there: copied in part, most often.
    #[error("the link is not whole")]
    Incomplete,
    /// Made by a newer version.
    #[error("the link was made by a newer version")]
    Newer,
}

/// What the fragment of a link's address says.
#[derive(Debug)]
pub struct Fragment {
    /// S.
    pub secret: LinkSecret,
    /// To which carnet it leads.
    pub carnet: CarnetId,
    /// The last commit when the link was made.
    pub seq: u64,
    /// Its digest, which the chain must have at `seq`.
    pub head: Digest,
    /// For a deposit link: the hash of the recipient that deposits are sealed to.
    pub tray: Option<Digest>,
}

impl Fragment {
    /// The text that goes behind `#`.
    pub fn text(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(WITH_TRAY));
        bytes.push(VERSION);
        bytes.extend_from_slice(&self.secret.0[..]);
        bytes.extend_from_slice(self.carnet.as_bytes());
        bytes.extend_from_slice(&self.seq.to_be_bytes());
        bytes.extend_from_slice(self.head.as_bytes());
        if let Some(tray) = &self.tray {
            bytes.extend_from_slice(tray.as_bytes());
        }
        Zeroizing::new(BASE64URL_NOPAD.encode(&bytes))
    }

    /// From the text behind `#`.
    pub fn read(text: &str) -> Result<Self, LinkError> {
        if text.len() > 2 * WITH_TRAY {
            return Err(LinkError::Incomplete);
        }
        let bytes = Zeroizing::new(
            BASE64URL_NOPAD
                .decode(text.as_bytes())
                .map_err(|_| LinkError::Incomplete)?,
        );
        match bytes.first() {
            Some(&VERSION) => {}
            Some(&version) if version > VERSION => return Err(LinkError::Newer),
            _ => return Err(LinkError::Incomplete),
        }
        if bytes.len() != PLAIN && bytes.len() != WITH_TRAY {
            return Err(LinkError::Incomplete);
        }
        let mut rest = &bytes[1..];
        let secret = LinkSecret(Zeroizing::new(take(&mut rest)?));
        let carnet = CarnetId::from_bytes(take(&mut rest)?);
        let seq = u64::from_be_bytes(take(&mut rest)?);
        let head = Digest::from_bytes(take(&mut rest)?);
        let tray = if rest.is_empty() {
            None
        } else {
            Some(Digest::from_bytes(take(&mut rest)?))
        };
        Ok(Self {
            secret,
            carnet,
            seq,
            head,
            tray,
        })
    }
}

fn take<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N], LinkError> {
    let (taken, after) = rest.split_first_chunk().ok_or(LinkError::Incomplete)?;
    *rest = after;
    Ok(*taken)
}
