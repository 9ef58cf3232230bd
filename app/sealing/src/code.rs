//! The recovery code: 30 characters in 6 groups of 5, to be printed, typed, dictated.
//!
//! 128 random bits and 22 bits of checksum, in Crockford's base 32. The checksum is a cyclic code over the whole: any one,
//! two or three wrong characters, and any two characters exchanged, are always noticed; worse damage passes once in four
//! million times. Reading forgives lower case, spaces, dashes, and the letters I, L and O for 1, 1 and 0.

use protocol::ids::{LoginToken, LookupId, MemberId};
use zeroize::{Zeroize, Zeroizing};

use crate::labels;
use crate::secret::make_random;

pub(crate) const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 30;
const GROUP: usize = 5;
const CHECK_BITS: u32 = 22;
/// Chosen, among generators of degree 22, so that no two of the 150-bit words differ in fewer than four characters.
const GENERATOR: u32 = 0x44_ED1D;
/// Added to the checksum, so that neither all zeros nor a shifted word is a code.
const OFFSET: u32 = 0x2C_A21E;
/// More than any way of typing a code takes.
const TYPED: usize = 200;

/// Why a text is not a recovery code, or not the typed code of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Too few or too many characters; spaces and dashes do not count.
    #[error("the code is not whole: it has {found} characters")]
    Length {
        /// How many there were.
        found: usize,
    },
    /// A character that no code has. U is left out on purpose, it is mistaken for V.
    #[error("the character number {position} cannot be part of the code")]
    Character {
        /// Which one, counted from 1 without spaces and dashes.
        position: usize,
    },
    /// Somewhere a character is wrong, or two have changed places.
    #[error("the code has a typing mistake")]
    Checksum,
    /// Not the text of a recovery sheet's QR code.
    #[error("this is not the QR code of a recovery sheet")]
    NotASheet,
}

/// A recovery code: opens its wrap, finds it, and signs in to fetch it.
pub struct RecoveryCode(Zeroizing<[u8; 16]>);

impl RecoveryCode {
    /// A new one.
    pub fn make() -> Self {
        Self(make_random())
    }

    /// From what somebody typed or scanned.
    pub fn read(typed: &str) -> Result<Self, CodeError> {
        if typed.len() > TYPED {
            return Err(CodeError::Length {
                found: typed.chars().count(),
            });
        }
        let mut values = Zeroizing::new([0; LENGTH]);
        let mut found = 0;
        for character in typed.chars().filter(|c| !is_separator(*c)) {
            let value = value_of(character).ok_or(CodeError::Character {
                position: found + 1,
            })?;
            if let Some(place) = values.get_mut(found) {
                *place = value;
            }
            found += 1;
        }
        if found != LENGTH {
            return Err(CodeError::Length { found });
        }
        // 30 characters of 5 bits: 128 of the code, then 22 of the checksum.
        let mut word = values
            .iter()
            .fold(Wide::default(), |word, value| word.push(*value));
        let code = Self(Zeroizing::new(word.high.to_be_bytes()));
        let check = word.low;
        word.high.zeroize();
        if check == checksum(&code.0) {
            Ok(code)
        } else {
            Err(CodeError::Checksum)
        }
    }

    /// The canonical text, as it is printed: `XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX`. It is also the age passphrase of the
    /// code's wrap, dashes included.
    pub fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(LENGTH + LENGTH / GROUP));
        let code = u128::from_be_bytes(*self.0);
        let check = checksum(&self.0);
        for index in 0..LENGTH {
            if index > 0 && index % GROUP == 0 {
                text.push('-');
            }
            let value = (0..5).fold(0, |value, bit| {
                value << 1 | bit_at(code, check, index * 5 + bit)
            });
            text.push(char::from(ALPHABET[value]));
        }
        text
    }

    /// Under which the server keeps the wrap.
    pub fn lookup_id(&self) -> LookupId {
        LookupId::from_bytes(*labels::CODE_LOOKUP.derive(&self.0[..], &[]))
    }

    /// What the server wants to see before it hands the wrap out.
    pub fn login_token(&self) -> LoginToken {
        LoginToken::from_bytes(*labels::CODE_LOGIN.derive(&self.0[..], &[]))
    }
}

impl core::fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

/// What the QR code of a recovery sheet says: whose account, and its code.
#[derive(Debug)]
pub struct RecoverySheet {
    /// The account that the code must lead to.
    pub account: MemberId,
    /// The code.
    pub code: RecoveryCode,
}

const SHEET: &str = "carnet-recovery:1:";

impl RecoverySheet {
    /// The text of the QR code: `carnet-recovery:1:<account id>:<code>`.
    pub fn text(&self) -> Zeroizing<String> {
        Zeroizing::new(format!(
            "{SHEET}{}:{}",
            self.account,
            self.code.text().as_str()
        ))
    }

    /// From the text of a scanned QR code.
    pub fn read(scanned: &str) -> Result<Self, CodeError> {
        let (account, code) = scanned
            .trim()
            .strip_prefix(SHEET)
            .and_then(|rest| rest.split_once(':'))
            .ok_or(CodeError::NotASheet)?;
        let account = account.parse().map_err(|_| CodeError::NotASheet)?;
        Ok(Self {
            account,
            code: RecoveryCode::read(code)?,
        })
    }
}

/// The first 128 bits pushed, and what came after.
#[derive(Default)]
struct Wide {
    high: u128,
    low: u32,
    bits: u32,
}

impl Wide {
    fn push(mut self, value: u8) -> Self {
        for shift in (0..5).rev() {
            let bit = value >> shift & 1;
            if self.bits < 128 {
                self.high = self.high << 1 | u128::from(bit);
            } else {
                self.low = self.low << 1 | u32::from(bit);
            }
            self.bits += 1;
        }
        self
    }
}

/// Bit `index` of the 150-bit word, from the left.
fn bit_at(code: u128, check: u32, index: usize) -> usize {
    let bit = match index {
        0..128 => code >> (127 - index) & 1 == 1,
        _ => check >> (149 - index) & 1 == 1,
    };
    usize::from(bit)
}

/// The remainder of code · x²² by the generator, offset.
fn checksum(code: &[u8; 16]) -> u32 {
    let top = 1 << CHECK_BITS;
    let mut remainder = 0;
    for bit in code
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |shift| u32::from(byte >> shift & 1)))
    {
        remainder = remainder << 1 ^ bit << CHECK_BITS;
        if remainder & top != 0 {
            remainder ^= GENERATOR;
        }
    }
    remainder ^ OFFSET
}

pub(crate) fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '-' | '_' | '.' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}'
        )
}

pub(crate) fn value_of(character: char) -> Option<u8> {
    let plain = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET
        .iter()
        .position(|known| char::from(*known) == plain)
        .and_then(|at| u8::try_from(at).ok())
}
