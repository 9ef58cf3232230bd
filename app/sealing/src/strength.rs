//! Whether a passphrase is worth being one: it guards the account against whoever holds a copy of the server's disk.
//!
//! A rule instead of a big dictionary: at least four different words, or at least twelve characters that count. What guessers
//! try first (common passwords, rows of keys, repetitions, the sign-in name itself) counts as a single character.

use crate::name::{Passphrase, SignInName};
use crate::spelling;

/// Words that make a passphrase.
pub const WORDS: usize = 4;
/// Characters that make one otherwise.
pub const CHARACTERS: usize = 12;

const LETTERS_IN_WORDS: usize = 16;

/// Why a passphrase is too easy to guess.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Weakness {
    /// Too short, and nothing else wrong with it.
    #[error("{counted} characters count, {CHARACTERS} are needed, or {WORDS} different words")]
    Short {
        /// How many characters count.
        counted: usize,
    },
    /// Leans on something that everybody uses.
    #[error("“{part}” is among the first things that are tried")]
    Common {
        /// What was found in it.
        part: String,
    },
    /// Leans on the sign-in name.
    #[error("the passphrase contains the sign-in name")]
    Name,
    /// Leans on one thing said again and again, or on characters that follow each other.
    #[error("repetitions and sequences count for little")]
    Pattern,
}

/// Accepts a passphrase, or says what is wrong with it.
pub fn check(passphrase: &Passphrase, name: &SignInName) -> Result<(), Weakness> {
    let folded: String = passphrase
        .as_str()
        .chars()
        .map(|c| {
            spelling::without_accent(c)
                .to_lowercase()
                .next()
                .unwrap_or(c)
        })
        .collect();
    let mut rest = folded.clone();
    let mut weakness = None;
    for part in name
        .as_str()
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| part.len() >= 3)
    {
        if replace(&mut rest, part) {
            weakness = Some(Weakness::Name);
        }
    }
    for part in COMMON {
        if replace(&mut rest, part) && weakness.is_none() {
            weakness = Some(Weakness::Common {
                part: (*part).to_owned(),
            });
        }
    }
    let counted = count(&rest);
    if counted >= CHARACTERS || is_words(&rest) {
        return Ok(());
    }
    let pattern = rest.chars().count() >= CHARACTERS;
    Err(weakness.unwrap_or(if pattern {
        Weakness::Pattern
    } else {
        Weakness::Short { counted }
    }))
}

/// At least four different words of three letters or more, together long enough.
fn is_words(rest: &str) -> bool {
    let mut words: Vec<&str> = rest
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() >= 3 && count(word) >= 3)
        .collect();
    words.sort_unstable();
    words.dedup();
    words.len() >= WORDS
        && words.iter().map(|word| word.chars().count()).sum::<usize>() >= LETTERS_IN_WORDS
}

/// Characters that count: one that repeats its neighbour, follows it in order, or was there often already does not.
fn count(text: &str) -> usize {
    let characters: Vec<char> = text.chars().collect();
    let mut counted = 0;
    for (index, character) in characters.iter().enumerate() {
        let before = index.checked_sub(1).map(|index| characters[index]);
        let follows =
            before.is_some_and(|before| u32::from(before).abs_diff(u32::from(*character)) <= 1);
        let often = characters[..index]
            .iter()
            .filter(|other| *other == character)
            .count()
            >= 3;
        // The same three characters have been there: a word said twice is one word.
        let again = index >= 5 && {
            let three = &characters[index - 2..=index];
            characters[..index - 2]
                .windows(3)
                .any(|window| window == three)
        };
        if !follows && !often && !again {
            counted += 1;
        }
    }
    counted
}

fn replace(text: &mut String, part: &str) -> bool {
    let found = text.contains(part);
    if found {
        *text = text.replace(part, "\u{1}");
    }
    found
}

/// What is tried first, without accents, longest first where one holds another.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "azerty", "qwerty", "qwertz",
    "1234567890", "123456789", "12345678", "123456", "12345", "1234", "987654321", "654321", "0000", "1111",
    "motdepasse", "mot de passe", "password", "passw0rd", "p@ssw0rd", "secret", "admin", "bienvenue", "welcome",
    "letmein", "changeme", "iloveyou", "jetaime", "je t'aime", "je t aime", "bonjour", "soleil", "doudou", "loulou",
    "chouchou", "coucou", "amour", "princesse", "football", "marseille", "nicolas", "camille", "thomas", "julien",
    "isabelle", "maman", "papa", "cheval", "dragon", "monkey", "pokemon", "superman", "batman", "starwars", "naruto",
    "france", "paris", "liberte", "egalite", "fraternite", "carnet", "sante", "medecin", "docteur", "hopital",
    "un deux trois quatre", "il etait une fois", "etre ou ne pas etre", "correct horse battery staple",
    "frere jacques", "au clair de la lune",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(passphrase: &str) -> Result<(), Weakness> {
        check(
            &Passphrase::read(passphrase).unwrap(),
            &SignInName::read("Zoé Martin").unwrap(),
        )
    }

    #[test]
    fn good_ones_are_accepted() {
        for good in [
            "tortue violet escalier brume",
            "g7!Rk2#vLq9z",
            "la péniche grince sous la pluie",
            "Xq4-uTz8-pWm3",
        ] {
            assert_eq!(judge(good), Ok(()), "{good}");
        }
    }

    #[test]
    fn each_weak_one_says_what_is_wrong() {
        assert_eq!(judge("g7!Rk2"), Err(Weakness::Short { counted: 6 }));
        assert_eq!(
            judge("motdepasse2026"),
            Err(Weakness::Common {
                part: "motdepasse".into()
            })
        );
        assert_eq!(
            judge("AzertyUiop123"),
            Err(Weakness::Common {
                part: "azertyuiop".into()
            })
        );
        assert_eq!(judge("zoemartin1987"), Err(Weakness::Name));
        assert_eq!(judge("aaaaaaaaaaaaaaaaaaaa"), Err(Weakness::Pattern));
        assert_eq!(judge("abcdefghijklmnopqrst"), Err(Weakness::Pattern));
        assert_eq!(judge("bateau bateau bateau bateau"), Err(Weakness::Pattern));
    }
}
