//! What can go wrong, in the words of somebody who uses a carnet. The page turns each into a sentence that says what
//! happened, what it means and what to do; nothing here carries content, a name or a key.

use protocol::ids::{EntryId, SectionId};
use protocol::refusal::Refusal;

/// Why something was not done. What was typed is still where it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    // The way to the server
    /// No network, or the server does not answer.
    #[error("the server cannot be reached")]
    Offline,
    /// The server broke.
    #[error("the server failed")]
    Server,
    /// Too many tries in a short time; wait a little.
    #[error("too many tries")]
    TooMany,

    // The door
    /// The carnet is locked: unlock first.
    #[error("locked")]
    Locked,
    /// This way in was not accepted: wrong name, passphrase or code, a removed passkey.
    #[error("this way in was not accepted")]
    NotAccepted,
    /// The passphrase does not open this account (said without asking the server).
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    /// The recovery code cannot be one.
    #[error("the recovery code has a mistake: {0:?}")]
    WrongCode(CodeMistake),
    /// The groups typed are not those of the sheet.
    #[error("the groups are not those of the sheet")]
    WrongGroups,
    /// The authenticator cannot give the secret that unlocks: use a name and passphrase, or another authenticator.
    #[error("this passkey cannot unlock")]
    PrfMissing,
    /// The person, or the browser, ended the passkey dialog.
    #[error("cancelled")]
    Cancelled,
    /// This browser has no passkeys at all.
    #[error("no passkeys here")]
    NoPasskeys,
    /// Whoever runs the server opens no new accounts.
    #[error("no new accounts are opened here")]
    NoNewAccounts,
    /// The sign-in name is taken by somebody else.
    #[error("the name is taken")]
    NameTaken,
    /// The sign-in name has a wrong length or a character that it cannot have.
    #[error("the name cannot be used")]
    BadName,
    /// The passphrase is too easy to guess.
    #[error("the passphrase is weak: {why:?}")]
    WeakPassphrase {
        /// What is weak about it.
        why: Weakness,
    },
    /// The account would be left without enough ways in.
    #[error("the last ways in cannot be removed")]
    LastWay,
    /// What was opened belongs to another account than the expected one. Nothing was overwritten.
    #[error("this opens another account than the expected one")]
    WrongAccount,
    /// A borrowed computer keeps nothing, and this account is not known here.
    #[error("this account is not known on this device")]
    NotKnownHere,

    // What was asked
    /// The role or the rights do not allow it.
    #[error("not allowed")]
    NotAllowed,
    /// There is no such thing, or no longer.
    #[error("not found")]
    NotFound,
    /// The entry was erased.
    #[error("the entry was erased")]
    Erased,
    /// The section waits for a new key from somebody who can read it.
    #[error("the section waits for a new key")]
    Due,
    /// Others wrote at the same time, again and again; try once more.
    #[error("lost the race too often")]
    LostRace,
    /// Needs the approval of the other guardians.
    #[error("needs the approval of the other guardians")]
    NeedsApproval,
    /// The carnet was closed by its guardians.
    #[error("the carnet is closed")]
    Closed,
    /// The link has ended by its date.
    #[error("the link is over")]
    LinkOver,
    /// A guardian closed the link, or its carnet.
    #[error("the link was closed")]
    LinkClosed,
    /// The link was used already, by its newcomer.
    #[error("the link was used")]
    LinkUsed,
    /// This account is in that carnet already.
    #[error("already in this carnet")]
    AlreadyIn,
    /// The quota of the carnet or of the account is reached.
    #[error("the quota is reached")]
    QuotaReached,
    /// Too long, or too many at once.
    #[error("too large")]
    TooLarge,
    /// Written by a newer version: reload the page to update; read-only until then.
    #[error("written by a newer version")]
    Newer,
    /// The clock of this device is wrong.
    #[error("the clock of this device is wrong")]
    WrongClock,
    /// A file could not be read from this device.
    #[error("the file cannot be read")]
    FileUnreadable,

    // What the server, or the disk, did
    /// The server keeps back something that this member may read.
    #[error("withheld: {0:?}")]
    Withheld(What),
    /// Something does not open, or is not what was named.
    #[error("broken: {0:?}")]
    Broken(What),
    /// Something was not made by those who may make it. It was refused; what was here before stays.
    #[error("forged: {0:?}")]
    Forged(What),
    /// The server shows an older or another history than the one seen before. It was refused.
    #[error("rolled back: known up to {known}, offered {offered}")]
    RolledBack {
        /// The last commit seen on this account.
        known: u64,
        /// The last commit that the server offers.
        offered: u64,
    },
    /// This device cannot keep anything (private window, full disk).
    #[error("this device cannot keep anything")]
    Storage,
}

/// What a trouble is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A commit, by its number.
    Commit(u64),
    /// The whole history of a carnet.
    History,
    /// An entry.
    Entry(EntryId),
    /// The key of a section.
    Key(SectionId),
    /// A file.
    File,
    /// The urgent sheet that is served.
    Sheet,
    /// The tray that deposits are sealed to, or a deposit in it.
    Tray,
    /// What opens the account.
    Wrap,
    /// The account's list of carnets.
    List,
    /// What this device kept.
    Shelf,
    /// An answer of the server.
    Answer,
}

/// What is wrong with a recovery code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeMistake {
    /// Not 30 characters.
    Length {
        /// How many there are.
        found: usize,
    },
    /// A character that no code has.
    Character {
        /// Which one, counted from 1.
        position: usize,
    },
    /// A typing mistake somewhere.
    Checksum,
    /// Not a recovery sheet.
    NotASheet,
}

/// What makes a passphrase weak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    /// Too short.
    Short,
    /// One of those that everybody tries first, or contains the name.
    Common,
    /// Repeats itself.
    Repeats,
    /// Longer than can be taken.
    Long,
}

impl From<sealing::code::CodeError> for Trouble {
    fn from(error: sealing::code::CodeError) -> Self {
        use sealing::code::CodeError;
        Self::WrongCode(match error {
            CodeError::Length { found } => CodeMistake::Length { found },
            CodeError::Character { position } => CodeMistake::Character { position },
            CodeError::Checksum => CodeMistake::Checksum,
            CodeError::NotASheet => CodeMistake::NotASheet,
        })
    }
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Newer => Self::Newer,
            Refusal::TooLarge => Self::TooLarge,
            Refusal::Stale => Self::LostRace,
            Refusal::BadDate => Self::WrongClock,
            Refusal::NotMember
            | Refusal::NotAllowed
            | Refusal::LastGuardian
            | Refusal::BadUntil => Self::NotAllowed,
            Refusal::Unknown | Refusal::NotFound | Refusal::Exists => Self::NotFound,
            Refusal::OldEpoch | Refusal::WrongReaders => Self::LostRace,
            Refusal::Due => Self::Due,
            Refusal::Erased => Self::Erased,
            Refusal::NeedsApproval => Self::NeedsApproval,
            Refusal::Closed => Self::Closed,
            Refusal::LinkOver => Self::LinkOver,
            Refusal::LinkClosed => Self::LinkClosed,
            Refusal::LinkUsed => Self::LinkUsed,
            Refusal::SignedOut => Self::Locked,
            Refusal::NotAccepted => Self::NotAccepted,
            Refusal::Taken => Self::NameTaken,
            Refusal::NoNewAccounts => Self::NoNewAccounts,
            Refusal::LastWay => Self::LastWay,
            Refusal::Quota => Self::QuotaReached,
            Refusal::TooMany => Self::TooMany,
            Refusal::FileMissing => Self::Broken(What::File),
            Refusal::Malformed
            | Refusal::BadSignature
            | Refusal::WrongCarnet
            | Refusal::Mismatch
            | Refusal::WrongOffset
            | Refusal::BadRange
            | Refusal::ForeignOrigin
            | Refusal::Server => Self::Server,
        }
    }
}
