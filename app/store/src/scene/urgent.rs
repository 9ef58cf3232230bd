//! What the page draws of the urgent sheet, its card, and what strangers left.

use core::fmt;
use std::rc::Rc;

use domain::FileRef;
use domain::urgent::Sheet;
use protocol::carnet::JournalLine;
use protocol::ids::MemberId;
use protocol::time::Seconds;

use crate::trouble::Trouble;

/// The urgent sheet as it would be sealed now, and the card that serves it.
#[derive(Debug, Clone, PartialEq)]
pub struct UrgentScene {
    /// Put together from what this account may read, unsent changes included.
    pub sheet: Rc<Sheet>,
    /// The card, if there is one.
    pub card: Option<CardScene>,
}

/// The urgent card.
#[derive(Debug, Clone, PartialEq)]
pub struct CardScene {
    /// The link that serves it.
    pub link: MemberId,
    /// What is printed on it; none for those who do not keep the carnet.
    pub secrets: Option<Rc<CardSecrets>>,
    /// When the sheet was last sealed; none before the first time.
    pub sealed: Option<Seconds>,
    /// The commit that it was made from.
    pub built_from: Option<u64>,
    /// Something shown changed since, and no guardian's device has sealed it again yet.
    pub out_of_date: bool,
    /// The server serves another sheet than the one that a guardian sealed last.
    pub swapped: bool,
    /// Its secrets were replaced, and nobody said since that it was printed again: cards printed before do not work.
    pub reprint: bool,
    /// A passcode is asked.
    pub has_passcode: bool,
    /// How many wrong passcodes are left; 0 when the card is shut.
    pub tries_left: Option<u16>,
    /// Until when it works.
    pub until: Option<Seconds>,
    /// A pinned document is too large to be sealed for it.
    pub left_out: bool,
    /// Openings and wrong passcodes, newest first, by the server's word.
    pub opened: Rc<Vec<JournalLine>>,
    /// How many of these lines are new since [`crate::Keeper::urgent_seen`].
    pub news: usize,
    /// How often it was opened by these new lines: one of them may count many.
    pub times: usize,
}

/// What is printed on a card: whoever has it reads the sheet.
#[derive(Clone, PartialEq, Eq)]
pub struct CardSecrets {
    /// The text of the QR code: `https://host/u#shlink:/…`.
    pub address: String,
    /// The short address to type: `host/u`.
    pub short_address: String,
    /// The code to type there, in groups, if there is one.
    pub typed_code: Option<String>,
    /// The passcode, if one is asked.
    pub passcode: Option<String>,
}

impl fmt::Debug for CardSecrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CardSecrets(…)")
    }
}

/// Something that a stranger left.
#[derive(Debug, Clone, PartialEq)]
pub struct DepositView {
    /// By which link.
    pub link: MemberId,
    /// Its number.
    pub counter: u64,
    /// When the server received it, as it said the first time.
    pub received: Seconds,
    /// How many that were left by the same link just before were never shown on this device: somebody else dismissed them, or the
    /// server keeps them back.
    pub skipped: u64,
    /// Who they say they are; nobody checked it.
    pub name: String,
    /// What they wrote.
    pub note: String,
    /// What they left, to be read with [`crate::Keeper::read_file`].
    pub files: Vec<FileRef>,
    /// Why it does not open.
    pub trouble: Option<Trouble>,
}

/// A deposit link that guardians gave to somebody.
#[derive(Clone, PartialEq, Eq)]
pub struct DepositLinkView {
    /// The link.
    pub link: MemberId,
    /// What guardians call it: for whom it is.
    pub name: String,
    /// Until when something can be left by it.
    pub until: Seconds,
    /// Somebody who can read no more of this carnet knows it.
    pub known_outside: bool,
    /// The whole address, initials included: whoever has it can leave something.
    pub address: String,
}

impl fmt::Debug for DepositLinkView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DepositLinkView({}, …)", self.link)
    }
}
