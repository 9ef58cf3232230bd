//! What the page draws of the urgent sheet and its card.

use std::rc::Rc;

use domain::urgent::Sheet;
use domain::{EntryRef, Plain};
use protocol::ids::MemberId;
use protocol::time::Seconds;
use sealing::sheet::{LinkTerms, SheetSecret};
use zeroize::Zeroizing;

use super::{Carnet, day};
use crate::links::address::{deposit_address, initials};
use crate::links::keys::CardKeys;
use crate::outbox::Outbox;
use crate::scene::{CardScene, CardSecrets, DepositLinkView, DepositView, UrgentScene};

/// What a program that receives the link shows; says nothing about anybody.
const LABEL: &str = "Carnet";

impl Carnet {
    /// The urgent sheet as everything here has it, unsent changes included, and the card.
    pub(super) fn urgent_scene(&mut self, now: Seconds, origin: &str) -> Rc<UrgentScene> {
        let rows: Vec<(EntryRef, &Plain)> = self
            .entries
            .iter()
            .filter_map(|(id, view)| Some((EntryRef(id.to_string()), view.plain()?)))
            .collect();
        let sheet = Rc::new(Sheet::assemble(&rows, day(now)));
        let card = self.card_scene(origin);
        Rc::new(UrgentScene { sheet, card })
    }

    /// What waits in the inbox, without what was taken in and not sent yet.
    pub(super) fn inbox(&self, outbox: &Outbox) -> Rc<Vec<DepositView>> {
        let taken = |view: &DepositView| {
            outbox.of(self.id).any(|item| {
                let source = item.source.as_ref();
                source.is_some_and(|source| {
                    (source.link, source.counter) == (view.link, view.counter)
                })
            })
        };
        if self.watch.inbox.iter().any(taken) {
            let left = self.watch.inbox.iter().filter(|view| !taken(view));
            Rc::new(left.cloned().collect())
        } else {
            self.watch.inbox.clone()
        }
    }

    /// The deposit links that guardians made, for those who have their secrets.
    pub(super) fn deposit_links(&self, origin: &str) -> Rc<Vec<DepositLinkView>> {
        let initials = initials(self.sent_identity());
        let lost = self.log.facts.keys_lost;
        let shown = self.named_trays().map(|(until, tray)| {
            let made = self.log.state.members.get(&tray.link);
            let made = made.map_or(0, |link| link.since);
            let address = deposit_address(origin, tray.fragment.expose(), tray.link, &initials);
            DepositLinkView {
                link: tray.link,
                name: tray.name.unwrap_or_default(),
                until,
                known_outside: lost.is_some_and(|lost| lost > made),
                address: address.as_str().to_owned(),
            }
        });
        let mut links: Vec<_> = shown.collect();
        links.sort_by_key(|link| (std::cmp::Reverse(link.until), link.link));
        Rc::new(links)
    }

    fn card_scene(&mut self, origin: &str) -> Option<CardScene> {
        let keys = self.card().map(|(_, _, card)| card);
        let secrets = keys.as_ref().and_then(|card| self.printed(card, origin));
        let link: MemberId = match &keys {
            Some(card) => card.link,
            None => self.urgent_link()?,
        };
        let sheet = self.log.state.members.get(&link)?.sheet;
        let (news, times) = self.watch.news();
        Some(CardScene {
            link,
            secrets,
            sealed: self.log.facts.sheets.get(&link).copied(),
            built_from: sheet.map(|sheet| sheet.built_from),
            out_of_date: self.is_out_of_date(link),
            swapped: self.watch.swapped,
            reprint: keys.as_ref().is_some_and(|card| card.reprint),
            has_passcode: keys.as_ref().is_some_and(|card| card.passcode.is_some()),
            tries_left: self.watch.tries_left,
            until: keys.as_ref().and_then(|card| card.until),
            left_out: !self.watch.left_out.is_empty(),
            opened: self.watch.opened.clone(),
            news,
            times,
        })
    }

    /// What the card of these keys has printed on it. Made once for the same keys: it takes a multiplication on the curve.
    fn printed(&mut self, card: &CardKeys, origin: &str) -> Option<Rc<CardSecrets>> {
        if let Some((known, secrets)) = &self.watch.printed
            && known == card
        {
            return Some(secrets.clone());
        }
        let sheet = SheetSecret::read(card.sheet.expose()).ok()?;
        let host = origin.split_once("://").map_or(origin, |(_, host)| host);
        let secrets = Rc::new(CardSecrets {
            address: format!("{origin}/u#{}", shlink(card, &sheet, origin).as_str()),
            short_address: format!("{host}/u"),
            typed_code: card.code.as_ref().map(|code| code.expose().to_owned()),
            passcode: card.passcode.as_ref().map(|code| code.expose().to_owned()),
        });
        self.watch.printed = Some((card.clone(), secrets.clone()));
        Some(secrets)
    }
}

/// What stands behind `#` in the card's address.
pub(crate) fn shlink(card: &CardKeys, sheet: &SheetSecret, origin: &str) -> Zeroizing<String> {
    sheet.shlink(&LinkTerms {
        origin,
        long_term: true,
        passcode: card.passcode.is_some(),
        until: card.until,
        label: LABEL,
    })
}
