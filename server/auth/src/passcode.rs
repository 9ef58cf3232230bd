//! Passcodes of cards. Short, told to the reader of a card, and sent to us: what the server keeps is a salted slow hash, so
//! that a stolen database does not show what somebody may use elsewhere too. It opens nothing that is sealed.

use scrypt::{Params, scrypt};

use crate::token::RandomError;

/// Some thirty milliseconds and 16 MiB.
const LOG_N: u8 = 14;

/// Why a passcode could not be stretched.
#[derive(Debug, thiserror::Error)]
#[error("a passcode could not be stretched")]
pub struct PasscodeError;

/// A new salt.
pub fn make_salt() -> Result<[u8; 16], RandomError> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(|_| RandomError)?;
    Ok(salt)
}

/// What is kept of a passcode: scrypt with N = 2¹⁴, r = 8, p = 1.
pub fn hash(passcode: &str, salt: &[u8; 16]) -> Result<[u8; 32], PasscodeError> {
    let params = Params::new(LOG_N, 8, 1, 32).map_err(|_| PasscodeError)?;
    let mut hash = [0; 32];
    scrypt(passcode.as_bytes(), salt, &params, &mut hash).map_err(|_| PasscodeError)?;
    Ok(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passcode_depends_on_its_salt() {
        let (one, two) = (make_salt().unwrap(), make_salt().unwrap());
        let of = |words: &str, salt| hash(words, salt).unwrap();
        assert_eq!(of("2407", &one), of("2407", &one));
        assert_ne!(of("2407", &one), of("2407", &two));
        assert_ne!(of("2407", &one), of("2408", &one));
    }
}
