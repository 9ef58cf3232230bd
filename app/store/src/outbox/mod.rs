//! The outbox: changes that the server does not have yet. Kept sealed on the shelf, counted, sent once.

use std::collections::{BTreeMap, BTreeSet};

use minicbor::{Decode, Encode};
use protocol::change::{DepositSource, FileUse};
use protocol::commit::sealed_digest;
use protocol::ids::{CarnetId, Digest, EntryId, MemberId, SectionId};
use protocol::time::Seconds;
use sealing::root::ShelfKey;
use sealing::shelf_box::BoxKind;
use zeroize::Zeroize;

use crate::shelf::{Shelf, ShelfError, Step, names};
use crate::trouble::Trouble;

/// A change that waits.
#[derive(Debug, Clone, Encode, Decode)]
pub(crate) struct Item {
    #[n(0)]
    pub number: u64,
    #[n(1)]
    pub carnet: CarnetId,
    #[n(2)]
    pub entry: EntryId,
    #[n(3)]
    pub section: SectionId,
    /// The versions that it replaces, as far as they have names.
    #[n(4)]
    pub seen: Vec<Digest>,
    #[n(5)]
    pub act: Act,
    /// Payloads that were sent without an answer: one of them may be in the chain already.
    #[n(6)]
    pub tried: Vec<Digest>,
    #[n(7)]
    pub at: Seconds,
    /// The deposit that it was made from.
    #[n(8)]
    pub source: Option<DepositSource>,
    /// Why it was refused; it waits for the person.
    #[cbor(skip)]
    pub stuck: Option<Trouble>,
}

/// What it does.
#[derive(Debug, Clone, Encode, Decode)]
pub(crate) enum Act {
    #[n(0)]
    Put {
        #[cbor(n(0), with = "minicbor::bytes")]
        plain: Vec<u8>,
        #[n(1)]
        files: Vec<FileUse>,
    },
    #[n(1)]
    Erase,
}

impl Drop for Act {
    fn drop(&mut self) {
        if let Self::Put { plain, .. } = self {
            plain.zeroize();
        }
    }
}

impl Item {
    /// Names the version that it will become, before that has a name.
    pub(crate) fn stand_in(&self) -> Digest {
        sealed_digest(
            &[
                &b"unsent"[..],
                &self.number.to_be_bytes(),
                self.entry.as_bytes(),
            ]
            .concat(),
        )
    }
}

/// All unsent changes of an account.
pub(crate) struct Outbox {
    account: MemberId,
    items: BTreeMap<u64, Item>,
    next: u64,
}

fn box_name(number: u64) -> Vec<u8> {
    [&b"outbox"[..], &number.to_be_bytes()].concat()
}

impl Outbox {
    /// From the shelf. What does not open any more is left where it is, and not counted.
    pub(crate) async fn load(
        account: MemberId,
        shelf: &dyn Shelf,
        key: &ShelfKey,
    ) -> Result<Self, ShelfError> {
        let mut items = BTreeMap::new();
        let mut next = 0;
        for (name, sealed) in shelf.list(&names::outbox(account)).await? {
            let number = name
                .rsplit('/')
                .next()
                .and_then(|text| u64::from_str_radix(text, 16).ok());
            let Some(number) = number else { continue };
            next = next.max(number + 1);
            let opened = key.open(BoxKind::Record, &box_name(number), &sealed).ok();
            let item = opened.and_then(|plain| minicbor::decode::<Item>(&plain).ok());
            items.extend(
                item.filter(|item| item.number == number)
                    .map(|item| (number, item)),
            );
        }
        Ok(Self {
            account,
            items,
            next,
        })
    }

    /// How many entries have something that waits.
    pub(crate) fn entries(&self) -> usize {
        let entries: BTreeSet<_> = self
            .items
            .values()
            .map(|item| (item.carnet, item.entry))
            .collect();
        entries.len()
    }

    pub(crate) fn items(&self) -> impl DoubleEndedIterator<Item = &Item> {
        self.items.values()
    }

    pub(crate) fn of(&self, carnet: CarnetId) -> impl DoubleEndedIterator<Item = &Item> {
        self.items
            .values()
            .filter(move |item| item.carnet == carnet)
    }

    pub(crate) fn get(&self, number: u64) -> Option<&Item> {
        self.items.get(&number)
    }

    pub(crate) fn get_mut(&mut self, number: u64) -> Option<&mut Item> {
        self.items.get_mut(&number)
    }

    /// Adds a change; the caller writes [`Outbox::step`] to the shelf.
    pub(crate) fn add(&mut self, mut item: Item) -> u64 {
        item.number = self.next;
        self.next += 1;
        let number = item.number;
        self.items.insert(number, item);
        number
    }

    /// Removes a change; the caller writes the step to the shelf.
    pub(crate) fn remove(&mut self, number: u64) -> Step {
        self.items.remove(&number);
        Step::Drop(names::unsent(self.account, number))
    }

    /// The step that keeps a change.
    pub(crate) fn step(&self, number: u64, key: &ShelfKey) -> Option<Step> {
        let item = self.items.get(&number)?;
        let mut plain = protocol::cbor::encode(item);
        let sealed = key.seal(BoxKind::Record, &box_name(number), &plain);
        plain.zeroize();
        Some(Step::Keep(names::unsent(self.account, number), sealed))
    }

    /// A version of the entry now has a name: later changes to the entry replace it.
    pub(crate) fn named(&mut self, number: u64, digest: Digest) -> Vec<u64> {
        let Some(item) = self.items.get_mut(&number) else {
            return Vec::new();
        };
        item.tried.push(digest);
        let (entry, carnet) = (item.entry, item.carnet);
        let mut changed = vec![number];
        for (later, item) in self.items.range_mut(number + 1..) {
            if item.entry == entry && item.carnet == carnet {
                item.seen.push(digest);
                changed.push(*later);
            }
        }
        changed
    }
}
