//! Ways into an account: its root inside a small age passphrase file, one for each way.
//!
//! | way | age passphrase | scrypt log N |
//! |---|---|---|
//! | passkey | base64url of HKDF(WebAuthn PRF output) | 10: the passphrase is 256 random bits |
//! | recovery code | its canonical text | 10: the passphrase is 128 random bits |
//! | sign-in name | what the person chose | 16 |
//!
//! The reader accepts exactly these work factors: a server could otherwise hand out a wrap that takes hours to try. The
//! plaintext is the identity line `AGE-SECRET-KEY-PQ-1…`, so that `age -d` opens a wrap without this program.

use std::cell::Cell;

use age::secrecy::SecretString;
use age_core::format::{FileKey, Stanza};
use data_encoding::BASE64URL_NOPAD;
use protocol::limits;
use zeroize::{Zeroize, Zeroizing};

use crate::age_file::{self, AgeError};
use crate::code::RecoveryCode;
use crate::labels;
use crate::name::Passphrase;
use crate::root::Root;
use crate::secret::secret;

/// What is given to the authenticator's PRF (WebAuthn level 3, `prf.eval.first`). A constant of the format: a server that
/// could choose it would choose the key.
pub const PRF_INPUT: &[u8] = b"carnet/v1/prf";

const RANDOM_LOG_N: u8 = 10;
const CHOSEN_LOG_N: u8 = 16;
/// An identity line and its line feed have 78 bytes.
const PLAIN: usize = 128;

secret! {
    /// The output of an authenticator's PRF for [`PRF_INPUT`].
    pub struct Prf
}

/// A PRF output that has not 32 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the authenticator's PRF gave something else than 32 bytes")]
pub struct PrfError;

impl Prf {
    /// Takes the output over and wipes where it came from.
    pub fn take(output: &mut [u8]) -> Result<Self, PrfError> {
        let taken = <[u8; 32]>::try_from(&*output).map(|bytes| Self(Zeroizing::new(bytes)));
        output.zeroize();
        taken.map_err(|_| PrfError)
    }
}

/// What opens one wrap.
#[derive(Debug, Clone, Copy)]
pub enum WayKey<'a> {
    /// A passkey that has just been used.
    Prf(&'a Prf),
    /// The recovery code.
    Code(&'a RecoveryCode),
    /// The passphrase that goes with a sign-in name.
    Passphrase(&'a Passphrase),
}

impl WayKey<'_> {
    fn log_n(&self) -> u8 {
        match self {
            Self::Prf(_) | Self::Code(_) => RANDOM_LOG_N,
            Self::Passphrase(_) => CHOSEN_LOG_N,
        }
    }

    fn passphrase(&self) -> SecretString {
        match self {
            Self::Prf(prf) => BASE64URL_NOPAD
                .encode(&labels::WRAP_PRF.derive(&prf.0[..], &[])[..])
                .into(),
            Self::Code(code) => code.text().as_str().into(),
            Self::Passphrase(passphrase) => passphrase.as_str().into(),
        }
    }
}

/// Why a wrap did not give a root.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WrapError {
    /// Not a wrap: cut short, altered, too long.
    #[error("this is not a whole wrap")]
    Malformed,
    /// Made with a work factor that no wrap of ours has.
    #[error("the wrap asks for {0} instead of the agreed work factor")]
    Work(Unexpected),
    /// A wrap, but of another passkey, code or passphrase.
    #[error("the wrap does not open with this")]
    WrongKey,
    /// It opened, and there was no root inside.
    #[error("there is no account root in the wrap")]
    NoRoot,
}

/// What a wrap's work factor was, as its header says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unexpected(Option<u8>);

impl core::fmt::Display for Unexpected {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            Some(log_n) => write!(f, "2^{log_n}"),
            None => f.write_str("something"),
        }
    }
}

/// Wraps the root for one way in. Takes a moment for a passphrase.
pub fn seal_root(root: &Root, key: &WayKey<'_>) -> Vec<u8> {
    let mut recipient = age::scrypt::Recipient::new(key.passphrase());
    recipient.set_work_factor(key.log_n());
    let mut line = root.line();
    line.push('\n');
    age_file::seal(&recipient, line.as_bytes())
}

/// Opens a wrap. The caller still has to compare [`Root::id`] with the account it expected: the assertion's user handle, or
/// the recovery sheet's.
pub fn open_root(sealed: &[u8], key: &WayKey<'_>) -> Result<Root, WrapError> {
    if sealed.len() > limits::WRAP {
        return Err(WrapError::Malformed);
    }
    let identity = Exactly::new(key);
    let plain = age_file::open(sealed, &identity, PLAIN).map_err(|error| {
        match (identity.refused.get(), error) {
            (Some(unexpected), _) => WrapError::Work(unexpected),
            (None, AgeError::NotForUs) => WrapError::WrongKey,
            (None, AgeError::Malformed) => WrapError::Malformed,
        }
    })?;
    let line = plain
        .strip_suffix(b"\n")
        .and_then(|line| core::str::from_utf8(line).ok())
        .ok_or(WrapError::NoRoot)?;
    Root::read_identity(line).map_err(|_| WrapError::NoRoot)
}

/// age's scrypt identity, for one work factor only.
struct Exactly {
    inner: age::scrypt::Identity,
    log_n: u8,
    refused: Cell<Option<Unexpected>>,
}

impl Exactly {
    fn new(key: &WayKey<'_>) -> Self {
        let log_n = key.log_n();
        let mut inner = age::scrypt::Identity::new(key.passphrase());
        inner.set_max_work_factor(log_n);
        Self {
            inner,
            log_n,
            refused: Cell::new(None),
        }
    }
}

impl age::Identity for Exactly {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, age::DecryptError>> {
        if stanza.tag == "scrypt" {
            let log_n = stanza.args.get(1).and_then(|text| text.parse().ok());
            if log_n != Some(self.log_n) {
                self.refused.set(Some(Unexpected(log_n)));
                return Some(Err(age::DecryptError::InvalidHeader));
            }
        }
        self.inner.unwrap_stanza(stanza)
    }
}
