//! The typed code of an urgent card: 20 characters in 5 groups of 4, for who cannot scan.
//!
//! 80 random bits and 20 bits of checksum, in Crockford's base 32; the checksum is the first 20 bits of
//! SHA-256("carnet/v1/typed-code\0" ‖ the 10 bytes). Reading forgives what a recovery code forgives, and U for V besides.
//! PBKDF2-HMAC-SHA256 of the 20 characters (capitals, no dashes; salt "carnet/v1/typed-code", 600 000 rounds) gives 64 bytes: under the first 32 the
//! server keeps the link's address, the other 32 seal it (AES-256-GCM): `nonce (12) ‖ ciphertext ‖ tag (16)`. Both are
//! things that every browser has, because the page that opens it has no wasm.

use aes_gcm::aead::AeadInPlace;
use aes_gcm::{Aes256Gcm, KeyInit};
use protocol::ids::CardLookup;
use protocol::limits;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::code::{ALPHABET, CodeError, is_separator, value_of};
use crate::secret::{Secret32, make_random};

const LENGTH: usize = 20;
const GROUP: usize = 4;
const BYTES: usize = 10;
/// More than any way of typing a code takes.
const TYPED: usize = 200;
const CHECK: &[u8] = b"carnet/v1/typed-code\0";
const SALT: &[u8] = b"carnet/v1/typed-code";
/// What OWASP's password storage recommendations name for PBKDF2 with SHA-256 (2023); 80 random bits need far less.
const ROUNDS: u32 = 600_000;
const NONCE: usize = 12;
const TAG: usize = 16;

/// A typed code.
pub struct TypedCode(Zeroizing<[u8; BYTES]>);

impl TypedCode {
    /// A new one.
    pub fn make() -> Self {
        Self(make_random())
    }

    /// From what somebody typed, or from the text in an entry.
    pub fn read(typed: &str) -> Result<Self, CodeError> {
        let mut word = Zeroizing::new(0_u128);
        let mut found = 0;
        for character in typed.chars().filter(|c| !is_separator(*c)).take(TYPED) {
            let value = value_of(forgiven(character)).ok_or(CodeError::Character {
                position: found + 1,
            })?;
            if found < LENGTH {
                *word = *word << 5 | u128::from(value);
            }
            found += 1;
        }
        if found != LENGTH {
            return Err(CodeError::Length { found });
        }
        let mut code = Self(Zeroizing::new([0; BYTES]));
        let bytes = Zeroizing::new((*word >> 20).to_be_bytes());
        code.0.copy_from_slice(&bytes[16 - BYTES..]);
        if *word & 0xF_FFFF == u128::from(code.checksum()) {
            Ok(code)
        } else {
            Err(CodeError::Checksum)
        }
    }

    /// As it is printed: `XXXX-XXXX-XXXX-XXXX-XXXX`. Also the text for an entry of the `keys` section.
    pub fn text(&self) -> Zeroizing<String> {
        let bits = self
            .0
            .iter()
            .fold(0, |bits, byte| bits << 8 | u128::from(*byte));
        let word = Zeroizing::new(bits << 20 | u128::from(self.checksum()));
        let mut text = Zeroizing::new(String::with_capacity(LENGTH + LENGTH / GROUP));
        for index in 0..LENGTH {
            if index > 0 && index % GROUP == 0 {
                text.push('-');
            }
            let value = *word >> (5 * (LENGTH - 1 - index)) & 31;
            let value = usize::try_from(value).unwrap_or_default();
            text.push(char::from(ALPHABET[value]));
        }
        text
    }

    /// The slow half: what the code opens. Takes about as long as a passphrase does.
    pub fn derive(&self) -> TypedKey {
        let mut output = Zeroizing::new([0; 64]);
        let typed = Zeroizing::new(self.text().replace('-', ""));
        pbkdf2::pbkdf2_hmac::<Sha256>(typed.as_bytes(), SALT, ROUNDS, &mut output[..]);
        let (lookup, key) = output.split_at(32);
        let mut secret = Zeroizing::new([0; 32]);
        secret.copy_from_slice(key);
        let mut public = [0; 32];
        public.copy_from_slice(lookup);
        TypedKey {
            lookup: CardLookup::from_bytes(public),
            key: secret,
        }
    }

    fn checksum(&self) -> u32 {
        let hash = Sha256::new()
            .chain_update(CHECK)
            .chain_update(&self.0[..])
            .finalize();
        u32::from_be_bytes([0, hash[0], hash[1], hash[2]]) >> 4
    }
}

impl core::fmt::Debug for TypedCode {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("TypedCode(…)")
    }
}

/// The sealed address of a link is broken, or of another code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the address does not open with this code")]
pub struct AddressError;

/// What follows from a typed code.
pub struct TypedKey {
    lookup: CardLookup,
    key: Secret32,
}

impl TypedKey {
    /// Under which the server keeps the sealed address.
    pub fn lookup(&self) -> CardLookup {
        self.lookup
    }

    /// Seals a link's address (`shlink:/…`).
    pub fn seal(&self, shlink: &str) -> Vec<u8> {
        let nonce = make_random::<NONCE>();
        let mut sealed = nonce.to_vec();
        sealed.extend_from_slice(shlink.as_bytes());
        let tag = Aes256Gcm::new(self.key[..].into())
            .encrypt_in_place_detached(nonce[..].into(), &[], &mut sealed[NONCE..])
            .expect("an address is short");
        sealed.extend_from_slice(&tag);
        sealed
    }

    /// The reverse of [`TypedKey::seal`].
    pub fn open(&self, sealed: &[u8]) -> Result<Zeroizing<String>, AddressError> {
        if sealed.len() > limits::CARD_ADDRESS || sealed.len() < NONCE + TAG {
            return Err(AddressError);
        }
        let (nonce, rest) = sealed.split_at(NONCE);
        let (body, tag) = rest.split_at(rest.len() - TAG);
        let mut plain = Zeroizing::new(body.to_vec());
        Aes256Gcm::new(self.key[..].into())
            .decrypt_in_place_detached(nonce.into(), &[], &mut plain, tag.into())
            .map_err(|_| AddressError)?;
        let text = core::str::from_utf8(&plain).map_err(|_| AddressError)?;
        Ok(Zeroizing::new(text.to_owned()))
    }
}

impl core::fmt::Debug for TypedKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("TypedKey(…)")
    }
}

/// No code has a U: whoever types one saw a V.
fn forgiven(character: char) -> char {
    match character {
        'U' | 'u' => 'V',
        other => other,
    }
}
