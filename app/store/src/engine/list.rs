//! The account's own list of carnets, sealed and signed by itself: the server can neither add to it nor go back with it.

use std::collections::{BTreeMap, BTreeSet};

use domain::reminders::Preferences;
use minicbor::{Decode, Encode};
use protocol::account::{ListBody, SignedList};
use protocol::cbor::{decode_stored, encode, encode_stored};
use protocol::ids::{CarnetId, Digest, LoginToken, WayId};
use protocol::paths;
use protocol::refusal::Refusal;
use protocol::signing::{Kind, verify};
use sealing::root::Root;
use sealing::shelf_box::{BoxError, BoxKind};

use super::Engine;
use crate::trouble::{Trouble, What};
use crate::wire::{Failed, Method};

/// How often a list is written again after another device wrote it first.
const TRIES: usize = 4;

/// Ways in that are remembered as removed: the oldest are forgotten first.
const REMOVED: usize = 64;

/// A calendar subscription: the address's token, whether titles are told, and whether in English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Subscription {
    pub token: LoginToken,
    pub titles: bool,
    pub english: bool,
}

/// The list, open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct CarnetList {
    pub version: u64,
    pub label: String,
    pub sheet_confirmed: bool,
    /// Each with the highest number and head seen.
    pub carnets: BTreeMap<CarnetId, (u64, Digest)>,
    /// Carnets that the person left, or did not want: they are not offered again.
    pub gone: BTreeSet<CarnetId>,
    /// Ways in that this account removed: devices forget their wraps.
    pub removed: Vec<WayId>,
    /// The root of the account that this one is about to replace, sealed: until it is done everywhere.
    pub before: Option<Vec<u8>>,
    /// Agendas that calendar programs read.
    pub calendars: BTreeMap<CarnetId, Subscription>,
    /// How the account wants to be reminded, once it said so.
    pub reminders: Option<Preferences>,
}

/// Its written form. The numbers are the format.
#[derive(Encode, Decode)]
struct Written {
    #[n(0)]
    label: String,
    #[n(1)]
    sheet_confirmed: bool,
    #[n(2)]
    carnets: Vec<(CarnetId, u64, Digest)>,
    #[n(3)]
    gone: Vec<CarnetId>,
    #[n(4)]
    removed: Option<Vec<WayId>>,
    #[cbor(n(5), with = "minicbor::bytes")]
    before: Option<Vec<u8>>,
    /// JSON.
    #[cbor(n(6), with = "minicbor::bytes")]
    reminders: Option<Vec<u8>>,
    #[n(8)]
    calendars: Option<Vec<(CarnetId, LoginToken, bool)>>,
    /// Those of them that are written in English.
    #[n(9)]
    english: Option<Vec<CarnetId>>,
}

impl CarnetList {
    pub(super) fn left(&self, carnet: CarnetId) -> bool {
        self.gone.contains(&carnet)
    }

    pub(super) fn has_removed(&self, way: WayId) -> bool {
        self.removed.contains(&way)
    }

    /// Remembers that a way in was removed.
    pub(super) fn remove_way(&mut self, way: WayId) {
        self.removed.retain(|removed| *removed != way);
        self.removed.push(way);
        let over = self.removed.len().saturating_sub(REMOVED);
        self.removed.drain(..over);
    }

    /// Seals and signs it as the version after the one that it holds.
    pub(super) fn sign_next(&self, root: &Root) -> SignedList {
        let written = Written {
            label: self.label.clone(),
            sheet_confirmed: self.sheet_confirmed,
            carnets: self
                .carnets
                .iter()
                .map(|(id, (seq, head))| (*id, *seq, *head))
                .collect(),
            gone: self.gone.iter().copied().collect(),
            removed: Some(self.removed.clone()),
            before: self.before.clone(),
            calendars: Some(
                self.calendars
                    .iter()
                    .map(|(id, own)| (*id, own.token, own.titles))
                    .collect(),
            ),
            english: Some(
                self.calendars
                    .iter()
                    .filter(|(_, own)| own.english)
                    .map(|(id, _)| *id)
                    .collect(),
            ),
            // A plain struct always has a JSON form.
            reminders: self
                .reminders
                .as_ref()
                .and_then(|wanted| serde_json::to_vec(wanted).ok()),
        };
        let sealed = root
            .own()
            .seal(BoxKind::List, root.id().as_bytes(), &encode(&written));
        let body = encode_stored(&ListBody {
            account: root.id(),
            version: self.version + 1,
            sealed,
        });
        let signature = root.sign(Kind::List, &body);
        SignedList { body, signature }
    }

    /// Opens a list that this account, and nobody else, wrote.
    pub(super) fn read(root: &Root, signed: &SignedList) -> Result<Self, Trouble> {
        let forged = Trouble::Forged(What::List);
        verify(
            &root.public().signing,
            Kind::List,
            &signed.body,
            &signed.signature,
        )
        .map_err(|_| forged)?;
        let body: ListBody =
            decode_stored(&signed.body).map_err(|_| Trouble::Broken(What::List))?;
        if body.account != root.id() {
            return Err(forged);
        }
        let opened = root
            .own()
            .open(BoxKind::List, root.id().as_bytes(), &body.sealed);
        let plain = opened.map_err(|error| match error {
            BoxError::Newer => Trouble::Newer,
            BoxError::Broken => Trouble::Broken(What::List),
        })?;
        let written: Written = minicbor::decode(&plain).map_err(|_| Trouble::Broken(What::List))?;
        let english = written.english.unwrap_or_default();
        Ok(Self {
            version: body.version,
            label: written.label,
            sheet_confirmed: written.sheet_confirmed,
            carnets: written
                .carnets
                .into_iter()
                .map(|(id, seq, head)| (id, (seq, head)))
                .collect(),
            gone: written.gone.into_iter().collect(),
            removed: written.removed.unwrap_or_default(),
            before: written.before,
            calendars: written
                .calendars
                .unwrap_or_default()
                .into_iter()
                .map(|(id, token, titles)| {
                    let english = english.contains(&id);
                    let own = Subscription {
                        token,
                        titles,
                        english,
                    };
                    (id, own)
                })
                .collect(),
            // What cannot be read is as good as never said: the list itself still holds.
            reminders: written
                .reminders
                .and_then(|wanted| serde_json::from_slice::<Preferences>(&wanted).ok())
                .map(Preferences::tamed),
        })
    }

    /// Remembers how far a carnet was seen.
    pub(super) fn see(&mut self, carnet: CarnetId, seq: u64, head: Digest) {
        if let Some(pinned) = self.carnets.get_mut(&carnet)
            && (pinned.0 < seq || pinned.1 == super::pull::UNSEEN)
        {
            *pinned = (seq, head);
        }
    }

    /// What another device wrote, with what this one knows beyond it.
    fn take_over(&mut self, theirs: Self) {
        let mine = std::mem::replace(self, theirs);
        for (carnet, (seq, head)) in mine.carnets {
            if head == super::pull::UNSEEN {
                continue;
            }
            self.see(carnet, seq, head);
        }
    }
}

impl Engine {
    /// Changes the list and keeps it on the server. `change` is done again on what another device wrote first.
    pub(super) async fn change_list(
        &mut self,
        change: impl Fn(&mut CarnetList),
    ) -> Result<(), Trouble> {
        for _ in 0..TRIES {
            let inside = self.inside()?;
            let mut next = inside.list.clone();
            change(&mut next);
            let signed = next.sign_next(&inside.root);
            let sent = self
                .signed(|talk| {
                    let signed = signed.clone();
                    async move { talk.tell(Method::Put, paths::ACCOUNT_LIST, &signed).await }
                })
                .await;
            match sent {
                Ok(()) => {
                    next.version += 1;
                    let inside = self.inside_mut()?;
                    inside.list = next;
                    inside.account.list = Some(signed);
                    return self.keep_account().await;
                }
                Err(Failed::Refused(Refusal::Stale)) => self.refresh_account().await?,
                Err(failed) => return Err(failed.into()),
            }
        }
        Err(Trouble::LostRace)
    }

    /// Takes the list that the server hands out, if it is the one known here or a newer one.
    pub(super) fn take_list(&mut self, signed: &SignedList) -> Result<(), Trouble> {
        let inside = self.inside_mut()?;
        let theirs = CarnetList::read(&inside.root, signed)?;
        // A version is written once. Another text under the same number is one that another device wrote and the server
        // said it had not kept.
        let known = inside.account.list.as_ref();
        if theirs.version == inside.list.version && known.is_some_and(|known| known != signed) {
            return Err(Trouble::Forged(What::List));
        }
        if theirs.version < inside.list.version {
            return Err(Trouble::RolledBack {
                known: inside.list.version,
                offered: theirs.version,
            });
        }
        inside.list.take_over(theirs);
        Ok(())
    }
}
