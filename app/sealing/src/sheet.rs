//! The urgent sheet: sealed as a standard SMART Health Link wants it, and signed so that nobody, not even a reader who has
//! the link's key, can put another one in its place.
//!
//! A link has two secrets: a P-256 key that signs its sheets, and a 32-byte key that seals them. The second travels in the
//! card's QR code; the first never leaves the guardians. The link's own address names the hash of the signing key's point
//! ([`ManifestId`]), so whoever scans the card can check the signature with what a browser has had since 2018.
//!
//! What is signed (ECDSA with SHA-256, in the header beside the content):
//!
//! ```text
//! "carnet/v1/sheet\0" ‖ manifest id (32) ‖ seq (8, big-endian) ‖ at (8, big-endian) ‖ SHA-256(content)
//! ```
//!
//! `content` is what is inside once decrypted and inflated: a FHIR Bundle, or, for a pinned document, a FHIR Binary whose id
//! the Bundle names.

use data_encoding::BASE64URL_NOPAD;
use p256::ecdsa::signature::{Signer, Verifier};
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};
use protocol::ids::ManifestId;
use protocol::limits;
use protocol::time::Seconds;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use zeroize::{Zeroize, Zeroizing};

use crate::jwe::{self, JweError, Seal};
use crate::secret::{Secret32, make_random};

const VERSION: u8 = 1;
const LABEL: &[u8] = b"carnet/v1/sheet\0";
/// The most characters that the label of a SMART Health Link may have.
const LINK_LABEL: usize = 80;
/// How many times longer a document may be than its JWE: text in a picture or PDF hardly shrinks, so a few times is ample.
const INFLATED: usize = 4;

/// Why a sheet was not sealed, or is not one of this link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// Longer than [`limits::SHEET`] sealed or [`limits::BUNDLE`] open; a pinned document: [`limits::PINNED_FILE`].
    #[error("the sheet is too long")]
    TooLong,
    /// Cut short, or not sealed as a sheet is.
    #[error("the sheet is broken")]
    Malformed,
    /// Altered, or sealed with another key.
    #[error("the sheet does not open with this key")]
    Broken,
    /// Nobody vouches for it, or somebody who may not: it is not signed by the key that this link names.
    #[error("the sheet is not signed by those who keep the carnet")]
    NotSigned,
}

/// The text of a link's secrets is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the secrets of an urgent sheet")]
pub struct SheetSecretError;

/// The secrets of one urgent link. Their text goes into an entry of the `keys` section.
pub struct SheetSecret {
    signing: SigningKey,
    key: Secret32,
}

impl SheetSecret {
    /// Of a new link.
    pub fn make() -> Self {
        let signing = loop {
            // One in four thousand million numbers of 32 bytes is no scalar of the curve.
            if let Ok(key) = SigningKey::from_slice(&make_random::<32>()[..]) {
                break key;
            }
        };
        Self {
            signing,
            key: make_random(),
        }
    }

    /// From the text in an entry.
    pub fn read(text: &str) -> Result<Self, SheetSecretError> {
        if text.len() > 128 {
            return Err(SheetSecretError);
        }
        let bytes = Zeroizing::new(
            BASE64URL_NOPAD
                .decode(text.as_bytes())
                .map_err(|_| SheetSecretError)?,
        );
        match bytes.split_first() {
            Some((&VERSION, rest)) if rest.len() == 64 => {
                let mut key = Zeroizing::new([0; 32]);
                key.copy_from_slice(&rest[32..]);
                let signing = SigningKey::from_slice(&rest[..32]).map_err(|_| SheetSecretError)?;
                Ok(Self { signing, key })
            }
            _ => Err(SheetSecretError),
        }
    }

    /// The text for an entry: base64url of `version ‖ signing key (32) ‖ sealing key (32)`.
    pub fn text(&self) -> Zeroizing<String> {
        let mut scalar = self.signing.to_bytes();
        let mut bytes = Zeroizing::new(Vec::with_capacity(65));
        bytes.push(VERSION);
        bytes.extend_from_slice(&scalar);
        bytes.extend_from_slice(&self.key[..]);
        scalar.zeroize();
        Zeroizing::new(BASE64URL_NOPAD.encode(&bytes))
    }

    /// Where the link is asked.
    pub fn manifest_id(&self) -> ManifestId {
        manifest_of(&self.point())
    }

    /// What the card's QR code says after the page's address and `#`: `shlink:/<base64url of the link's JSON>`.
    pub fn shlink(&self, terms: &LinkTerms<'_>) -> Zeroizing<String> {
        let mut key = BASE64URL_NOPAD.encode(&self.key[..]);
        let flag = match (terms.long_term, terms.passcode) {
            (true, true) => "LP",
            (true, false) => "L",
            (false, true) => "P",
            (false, false) => "",
        };
        let payload = LinkPayload {
            url: format!(
                "{}{}",
                terms.origin,
                protocol::paths::manifest(self.manifest_id())
            ),
            flag,
            key: &key,
            exp: terms.until.map(|until| until.0),
            label: terms.label.chars().take(LINK_LABEL).collect(),
        };
        let json = serde_json::to_vec(&payload).map(Zeroizing::new);
        let json = json.expect("a payload of texts and numbers is JSON");
        key.zeroize();
        Zeroizing::new(format!("shlink:/{}", BASE64URL_NOPAD.encode(&json)))
    }

    /// Seals the sheet: a FHIR Bundle as JSON, made from commit `built_from`, as of `at`. A compact JWE in ASCII.
    pub fn seal(&self, bundle: &[u8], built_from: u64, at: Seconds) -> Result<Vec<u8>, SheetError> {
        if bundle.len() > limits::BUNDLE {
            return Err(SheetError::TooLong);
        }
        let jwe = self.sign_and_seal(bundle, built_from, at);
        if jwe.len() > limits::SHEET {
            return Err(SheetError::TooLong);
        }
        Ok(jwe)
    }

    /// Seals a pinned document: a FHIR Binary as JSON.
    pub fn seal_pinned(
        &self,
        document: &[u8],
        built_from: u64,
        at: Seconds,
    ) -> Result<Vec<u8>, SheetError> {
        let jwe = self.sign_and_seal(document, built_from, at);
        if jwe.len() as u64 > limits::PINNED_FILE {
            return Err(SheetError::TooLong);
        }
        Ok(jwe)
    }

    /// Opens what the link serves, and checks who made it.
    pub fn open(&self, jwe: &[u8]) -> Result<OpenedSheet, SheetError> {
        if jwe.len() > limits::SHEET {
            return Err(SheetError::TooLong);
        }
        self.open_up_to(jwe, limits::BUNDLE)
    }

    /// Opens a pinned document.
    pub fn open_pinned(&self, jwe: &[u8]) -> Result<OpenedSheet, SheetError> {
        if jwe.len() as u64 > limits::PINNED_FILE {
            return Err(SheetError::TooLong);
        }
        self.open_up_to(jwe, jwe.len() * INFLATED)
    }

    fn point(&self) -> Vec<u8> {
        self.signing
            .verifying_key()
            .to_encoded_point(false)
            .as_bytes()
            .to_vec()
    }

    fn sign_and_seal(&self, content: &[u8], seq: u64, at: Seconds) -> Vec<u8> {
        let point = self.point();
        let message = message(manifest_of(&point), seq, at, content);
        let signature: Signature = self.signing.sign(&message);
        let seal = Seal {
            key: BASE64URL_NOPAD.encode(&point),
            seq,
            at: at.0,
            sig: BASE64URL_NOPAD.encode(&signature.to_bytes()),
        };
        jwe::seal(&self.key, seal, content)
    }

    fn open_up_to(&self, jwe: &[u8], limit: usize) -> Result<OpenedSheet, SheetError> {
        let (header, content) = jwe::open(&self.key, jwe, limit)?;
        let seal = header.carnet.ok_or(SheetError::NotSigned)?;
        let at = Seconds(seal.at);
        if !holds(&seal, self.manifest_id(), |manifest| {
            message(manifest, seal.seq, at, &content)
        }) {
            return Err(SheetError::NotSigned);
        }
        Ok(OpenedSheet {
            content,
            built_from: seal.seq,
            at,
        })
    }
}

impl core::fmt::Debug for SheetSecret {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("SheetSecret(…)")
    }
}

/// How a link's address is made.
#[derive(Debug, Clone, Copy)]
pub struct LinkTerms<'a> {
    /// The server's origin, `https://host`, without a slash behind it.
    pub origin: &'a str,
    /// Readers may ask again later (flag L).
    pub long_term: bool,
    /// A passcode is asked (flag P).
    pub passcode: bool,
    /// Until when the link is served.
    pub until: Option<Seconds>,
    /// What the receiving program shows; no name and no word about health. Cut after 80 characters.
    pub label: &'a str,
}

/// A sheet that is what it says.
#[derive(Debug)]
pub struct OpenedSheet {
    /// The JSON inside.
    pub content: Zeroizing<Vec<u8>>,
    /// The state of the carnet that it was made from.
    pub built_from: u64,
    /// As of when.
    pub at: Seconds,
}

#[derive(Serialize)]
struct LinkPayload<'a> {
    url: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    flag: &'a str,
    key: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    exp: Option<u64>,
    label: String,
}

/// Whether the one who vouches is the link's own key, and the signature holds.
fn holds(seal: &Seal, manifest: ManifestId, message: impl Fn(ManifestId) -> Vec<u8>) -> bool {
    let decode = |text: &str| BASE64URL_NOPAD.decode(text.as_bytes()).ok();
    let (Some(point), Some(signature)) = (decode(&seal.key), decode(&seal.sig)) else {
        return false;
    };
    let (Ok(key), Ok(signature)) = (
        VerifyingKey::from_sec1_bytes(&point),
        Signature::from_slice(&signature),
    ) else {
        return false;
    };
    manifest_of(&point) == manifest && key.verify(&message(manifest), &signature).is_ok()
}

fn manifest_of(point: &[u8]) -> ManifestId {
    ManifestId::from_bytes(Sha256::digest(point).into())
}

fn message(manifest: ManifestId, seq: u64, at: Seconds, content: &[u8]) -> Vec<u8> {
    let hash = Sha256::digest(content);
    let (seq, at) = (seq.to_be_bytes(), at.0.to_be_bytes());
    [LABEL, manifest.as_bytes(), &seq, &at, &hash].concat()
}

impl From<JweError> for SheetError {
    fn from(error: JweError) -> Self {
        match error {
            JweError::Malformed => Self::Malformed,
            JweError::Broken => Self::Broken,
            JweError::TooLarge => Self::TooLong,
        }
    }
}
