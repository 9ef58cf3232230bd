//! Telling the server how the card is served, and looking at what it serves.

use std::rc::Rc;

use protocol::card::{Card, CardCode, PasscodeChange, PinnedFile, SetCard};
use protocol::carnet::{Act, Journal};
use protocol::commit::sealed_digest;
use protocol::ids::CarnetId;
use protocol::paths;
use protocol::refusal::Refusal;
use protocol::tray::{SetTray, access_hash};
use sealing::link::Fragment;
use sealing::sheet::SheetSecret;
use sealing::typed_code::TypedCode;

use super::super::{Engine, records};
use crate::carnet::{Carnet, shlink};
use crate::links::keys::CardKeys;
use crate::shelf::names;
use crate::trouble::{Trouble, What};
use crate::wire::{Failed, Method};

impl Engine {
    /// Tells the server what was decided about the card, if it was not told yet.
    pub(super) async fn serve_card(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let inside = self.inside()?;
        let carnet = inside.carnet(id)?;
        let (Some(passcode), Some((_, _, card))) = (carnet.watch.unserved.clone(), carnet.card())
        else {
            return Ok(());
        };
        let set = set_card(&card, &self.ports.origin, passcode)?;
        let tray = carnet.tray(card.tray).ok_or(Trouble::Broken(What::Tray))?;
        let fragment =
            Fragment::read(tray.fragment.expose()).map_err(|_| Trouble::Broken(What::Tray))?;
        let access = SetTray {
            access: access_hash(&fragment.secret.access_token()),
            room: None,
        };
        self.signed(|talk| {
            let (path, set) = (paths::card(id, card.link), set.clone());
            async move { talk.tell(Method::Put, &path, &set).await }
        })
        .await?;
        self.signed(|talk| {
            let path = paths::link_tray(id, card.tray);
            async move { talk.tell(Method::Put, &path, &access).await }
        })
        .await?;
        self.inside_mut()?.carnet_mut(id)?.watch.unserved = None;
        Ok(())
    }

    /// Looks at what the server serves, and at who asked for it.
    pub(super) async fn look_at_card(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let Some((_, _, card)) = self.inside()?.carnet(id)?.card() else {
            return Ok(());
        };
        let answer = self
            .signed(|talk| {
                let path = paths::card(id, card.link);
                async move { talk.get::<Card>(&path).await }
            })
            .await;
        let served = match answer {
            Ok(served) => Some(served),
            Err(Failed::Refused(Refusal::NotFound | Refusal::Unknown)) => None,
            Err(failed) => return Err(failed.into()),
        };
        let journal: Journal = self
            .signed(|talk| {
                let path = format!("{}?member={}", paths::journal(id), card.link);
                async move { talk.get(&path).await }
            })
            .await?;
        let swapped = |carnet: &Carnet| {
            served
                .as_ref()
                .is_some_and(|served| is_swapped(carnet, &card, served))
        };
        if swapped(self.inside()?.carnet(id)?) {
            // Another guardian's device may have sealed it just now.
            self.pull(id).await?;
        }
        self.load_seen(id).await?;
        let carnet = self.inside_mut()?.carnet_mut(id)?;
        carnet.watch.swapped = swapped(carnet);
        let opened: Vec<_> = journal
            .lines
            .into_iter()
            .filter(|line| {
                line.member == card.link
                    && matches!(
                        line.act,
                        Act::Opened { .. } | Act::OpenedMore { .. } | Act::WrongPasscode
                    )
            })
            .collect();
        if *carnet.watch.opened != opened {
            carnet.watch.opened = Rc::new(opened);
        }
        carnet.watch.tries_left = served
            .as_ref()
            .and_then(|served| served.passcode)
            .map(|tries| tries.left);
        if let Some(change) = lost(&card, served.as_ref()) {
            carnet.watch.unserved.get_or_insert(change);
        }
        carnet.view = None;
        Ok(())
    }
}

impl Engine {
    /// Up to where this device has shown the openings.
    async fn load_seen(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let inside = self.inside()?;
        if inside.carnet(id)?.watch.asked.is_some() {
            return Ok(());
        }
        let name = names::card_seen(inside.id, id);
        let record = records::open(&*inside.shelf, inside.root.shelf(), &name).await;
        let seen =
            record.and_then(|bytes| Some(i64::from_be_bytes(bytes.as_slice().try_into().ok()?)));
        let watch = &mut self.inside_mut()?.carnet_mut(id)?.watch;
        watch.seen = watch.seen.max(seen.unwrap_or_default());
        Ok(())
    }
}

/// Whether the server serves anything else than the sheet that was sealed last.
fn is_swapped(carnet: &Carnet, card: &CardKeys, served: &Card) -> bool {
    let manifest = SheetSecret::read(card.sheet.expose()).map(|sheet| sheet.manifest_id());
    if manifest != Ok(served.manifest) {
        return true;
    }
    let sealed = carnet
        .log
        .state
        .members
        .get(&card.link)
        .and_then(|link| link.sheet);
    let digest = served
        .sheet
        .as_ref()
        .map(|sheet| sealed_digest(sheet.jwe.as_bytes()));
    match (sealed, digest) {
        (Some(sealed), Some(digest)) => sealed.digest != digest,
        (Some(_), None) | (None, Some(_)) => true,
        (None, None) => false,
    }
}

/// What the server must be told again, if it does not serve what was decided: an answer, or the line, was lost.
fn lost(card: &CardKeys, served: Option<&Card>) -> Option<PasscodeChange> {
    let set = || {
        card.passcode
            .as_ref()
            .map_or(PasscodeChange::Remove, |passcode| PasscodeChange::Set {
                passcode: passcode.expose().to_owned(),
                tries: card.tries,
            })
    };
    let Some(served) = served else {
        return Some(set());
    };
    if served.passcode.is_some() != card.passcode.is_some() {
        return Some(set());
    }
    let same = served.until == card.until
        && served.code.is_some() == card.code.is_some()
        && files(card).is_ok_and(|files| files == served.files);
    (!same).then_some(PasscodeChange::Keep)
}

fn set_card(card: &CardKeys, origin: &str, passcode: PasscodeChange) -> Result<SetCard, Trouble> {
    let sheet = SheetSecret::read(card.sheet.expose()).map_err(|_| Trouble::Broken(What::Sheet))?;
    let code = match &card.code {
        None => None,
        Some(text) => {
            let key = TypedCode::read(text.expose())?.derive();
            Some(CardCode {
                lookup: key.lookup(),
                sealed: key.seal(&shlink(card, &sheet, origin)),
            })
        }
    };
    Ok(SetCard {
        manifest: sheet.manifest_id(),
        long_term: true,
        until: card.until,
        passcode,
        code,
        files: files(card)?,
    })
}

fn files(card: &CardKeys) -> Result<Vec<PinnedFile>, Trouble> {
    let pages = card.pages.iter().map(|page| {
        let blob = page
            .blob
            .parse()
            .map_err(|_| Trouble::Broken(What::Sheet))?;
        Ok(PinnedFile {
            blob,
            size: page.sealed,
        })
    });
    pages.collect()
}
