//! What was last heard about the card and the inbox of one carnet. Only in memory: it is the server's word.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use protocol::card::PasscodeChange;
use protocol::carnet::{Act, JournalLine};
use protocol::ids::{Digest, MemberId};
use protocol::time::Seconds;

use super::SeenDeposits;
use crate::links::keys::CardKeys;
use crate::scene::{CardSecrets, DepositView};

/// What was last heard.
#[derive(Default)]
pub(crate) struct CardWatch {
    /// When the server was asked.
    pub asked: Option<Seconds>,
    /// What it serves is not what a guardian sealed last.
    pub swapped: bool,
    /// Wrong passcodes that are left.
    pub tries_left: Option<u16>,
    /// Openings and wrong passcodes, newest first.
    pub opened: Rc<Vec<JournalLine>>,
    /// Number of the last line of the journal that the person has seen on this device.
    pub seen: i64,
    /// What strangers left.
    pub inbox: Rc<Vec<DepositView>>,
    /// Digests of what waits in the inbox, by link and number.
    pub deposits: BTreeMap<(MemberId, u64), Digest>,
    /// What this device remembers of deposits, once it was taken off the shelf.
    pub received: Option<SeenDeposits>,
    /// Settings that were decided and that the server was not told yet.
    pub unserved: Option<PasscodeChange>,
    /// Deposit links, other than the card's, whose trays the server was told of.
    pub served: BTreeSet<MemberId>,
    /// Pinned files that are too large, or that do not open: not tried again until the page is loaded anew.
    pub left_out: BTreeSet<String>,
    /// The person's photo, small, as the file of that id.
    pub photo: Option<(String, Rc<Vec<u8>>)>,
    /// What the card of these keys has printed on it.
    pub printed: Option<(CardKeys, Rc<CardSecrets>)>,
}

impl CardWatch {
    /// There is another card now, or none: what was heard about the one before counts no longer.
    pub(crate) fn forget_card(&mut self) {
        self.asked = None;
        self.swapped = false;
        self.tries_left = None;
        self.opened = Rc::default();
        self.unserved = None;
        self.printed = None;
    }

    /// How many lines of openings the person has not seen, and how many openings those are: one line may count many.
    pub(crate) fn news(&self) -> (usize, usize) {
        let fresh = |line: &&JournalLine| line.number > self.seen;
        self.opened
            .iter()
            .filter(fresh)
            .fold((0, 0), |(lines, times), line| {
                let more = match &line.act {
                    Act::OpenedMore { times } => usize::try_from(*times).unwrap_or(usize::MAX),
                    _ => 1,
                };
                (lines + 1, times.saturating_add(more))
            })
    }
}
