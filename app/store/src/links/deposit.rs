//! What a deposit says: the plaintext that is sealed to a tray.
//!
//! ```json
//! {"v":1,"kind":"deposit","name":"Dr Bernard, urgences","note":"…","files":[{"blob":"…","identity":"…"}]}
//! ```

use domain::FileRef;
use serde::{Deserialize, Serialize};

/// The longest name that somebody may give for themselves, in characters.
pub const NAME: usize = 100;
/// The longest note, in characters.
pub const NOTE: usize = 20_000;
/// The most files in one deposit.
pub const FILES: usize = 32;

const VERSION: u32 = 1;
const KIND: &str = "deposit";

/// What somebody without an account leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DepositText {
    v: u32,
    kind: String,
    /// Who they say they are.
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub files: Vec<FileRef>,
}

impl DepositText {
    pub(crate) fn new(name: &str, note: &str, files: Vec<FileRef>) -> Self {
        Self {
            v: VERSION,
            kind: KIND.to_owned(),
            name: name.to_owned(),
            note: note.to_owned(),
            files,
        }
        .plain()
    }

    /// Without what is not seen and could make the words say something else: the name comes to stand in what the family signs.
    fn plain(mut self) -> Self {
        let words = self.name.replace(unseen, " ");
        self.name = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let lines = self.note.replace("\r\n", "\n").replace('\r', "\n");
        let lines = lines.replace(|mark| mark != '\n' && mark != '\t' && unseen(mark), "");
        self.note = lines.trim().to_owned();
        self
    }

    /// Whether a depositor may leave this much.
    pub(crate) fn fits(&self) -> bool {
        self.name.chars().count() <= NAME
            && self.note.chars().count() <= NOTE
            && self.files.len() <= FILES
    }

    /// Written by a stranger: what is too long is no deposit.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let read: Self = serde_json::from_slice(bytes).ok()?;
        (read.kind == KIND && read.fits()).then(|| read.plain())
    }

    pub(crate) fn write(&self) -> Vec<u8> {
        // A plain struct of texts and numbers always has a JSON form.
        serde_json::to_vec(self).unwrap_or_default()
    }
}

/// Control characters, ends of lines among them, and marks that turn the writing round.
fn unseen(mark: char) -> bool {
    mark.is_control()
        || matches!(
            mark,
            '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_and_says_what_is_seen() {
        let written = br#"{"v":1,"kind":"deposit","name":"Dr Bernard\nMaman\u202e ","note":"Une ligne\r\nune autre\u0007\u2066"}"#;
        let read = DepositText::read(written).unwrap();
        assert_eq!(read.name, "Dr Bernard Maman");
        assert_eq!(read.note, "Une ligne\nune autre");
        let left = DepositText::new(" Dr\tBernard ", "a\rb", Vec::new());
        assert_eq!(
            (left.name.as_str(), left.note.as_str()),
            ("Dr Bernard", "a\nb")
        );
    }
}
