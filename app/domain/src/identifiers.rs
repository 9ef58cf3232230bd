//! Numbers with a key: NIR, RPPS, FINESS. They are checked to find slips of the pen, kept as typed, and never used to
//! find or link anything.

/// What is wrong with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum IdentifierTrouble {
    /// Not as many characters as it must have.
    #[error("{0} characters are needed")]
    Length(usize),
    /// A character that cannot stand where it stands.
    #[error("a character is out of place")]
    Character,
    /// The key does not fit: some digit was mistyped.
    #[error("the key does not fit")]
    Key,
}

/// What a NIR says about the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NirTraits {
    /// Whether it says male; none for the provisional numbers, which say so otherwise.
    pub male: Option<bool>,
    /// Last two digits of the year of birth.
    pub year: u8,
    /// Month of birth, if it is a true month.
    pub month: Option<u8>,
}

/// The number without the spaces, dots and dashes people write it with, in capitals.
pub fn bare(text: &str) -> String {
    let kept = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | '\u{2011}'));
    kept.map(|c| c.to_ascii_uppercase()).collect()
}

/// Checks a number of social security with its key: 15 characters, the key being 97 minus the remainder by 97; for the
/// key, 2A counts as 19 and 2B as 18 (INSEE).
pub fn check_nir(text: &str) -> Result<NirTraits, IdentifierTrouble> {
    let text = bare(text);
    if text.chars().count() != 15 {
        return Err(IdentifierTrouble::Length(15));
    }
    let mut digits = text.clone().into_bytes();
    if digits.len() != 15 {
        return Err(IdentifierTrouble::Character);
    }
    match &digits[5..7] {
        b"2A" => digits[5..7].copy_from_slice(b"19"),
        b"2B" => digits[5..7].copy_from_slice(b"18"),
        _ => {}
    }
    let number = number(&digits)?;
    let (body, key) = (number / 100, number % 100);
    if body % 97 + key != 97 {
        return Err(IdentifierTrouble::Key);
    }
    let two = |at: usize| (digits[at] - b'0') * 10 + (digits[at + 1] - b'0');
    let male = match digits[0] {
        b'1' => Some(true),
        b'2' => Some(false),
        b'3' | b'4' | b'7' | b'8' => None,
        _ => return Err(IdentifierTrouble::Character),
    };
    Ok(NirTraits {
        male,
        year: two(1),
        month: Some(two(3)).filter(|month| (1..=12).contains(month)),
    })
}

/// Checks the RPPS number of a professional: 11 digits with a Luhn key.
pub fn check_rpps(text: &str) -> Result<(), IdentifierTrouble> {
    luhn(&bare(text), 11)
}

/// Checks the FINESS number of a structure: 9 characters with a Luhn key. Corsican numbers (2A…, 2B…) are checked for
/// their form only: no public text says how their letter counts.
pub fn check_finess(text: &str) -> Result<(), IdentifierTrouble> {
    let text = bare(text);
    match text.strip_prefix("2A").or_else(|| text.strip_prefix("2B")) {
        Some(rest) if rest.len() != 7 => Err(IdentifierTrouble::Length(9)),
        Some(rest) => number(rest.as_bytes()).map(|_| ()),
        None => luhn(&text, 9),
    }
}

/// Whether it has the form of an INSEE code of a commune or country: five characters, 2A and 2B being Corsica.
pub fn is_insee_code(text: &str) -> bool {
    let text = bare(text);
    let rest = text.strip_prefix("2A").or_else(|| text.strip_prefix("2B"));
    text.len() == 5 && number(rest.unwrap_or(&text).as_bytes()).is_ok()
}

fn number(digits: &[u8]) -> Result<u64, IdentifierTrouble> {
    digits.iter().try_fold(0u64, |number, byte| match byte {
        b'0'..=b'9' => Ok(number * 10 + u64::from(byte - b'0')),
        _ => Err(IdentifierTrouble::Character),
    })
}

fn luhn(text: &str, length: usize) -> Result<(), IdentifierTrouble> {
    if text.chars().count() != length {
        return Err(IdentifierTrouble::Length(length));
    }
    number(text.as_bytes())?;
    let sum: u32 = text
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let digit = u32::from(byte - b'0');
            match place % 2 {
                0 => digit,
                _ if digit > 4 => digit * 2 - 9,
                _ => digit * 2,
            }
        })
        .sum();
    if sum.is_multiple_of(10) {
        Ok(())
    } else {
        Err(IdentifierTrouble::Key)
    }
}
