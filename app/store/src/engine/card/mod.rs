//! The urgent card: opened, set, replaced, closed by a guardian; looked after by every guardian's device.

mod confirm;
mod draft;
mod pages;
mod seal;
mod serve;
mod tend;

use protocol::card::PasscodeChange;
use protocol::change::Change;
use protocol::ids::{CarnetId, EntryId, SectionId};
use protocol::limits;
use sealing::typed_code::TypedCode;

use super::push::Draft;
use super::{Engine, make_random, records};
use crate::carnet::Carnet;
use crate::keeper::{CardChange, CardSettings, PasscodeChoice};
use crate::links::keys::{CardKeys, LinkKeys};
use crate::links::secret_text::SecretText;
use crate::scene::Busy;
use crate::shelf::names;
use crate::trouble::Trouble;

pub(super) use draft::close_links;

impl Engine {
    /// Makes the card of the open carnet, and seals its first sheet.
    pub(crate) async fn urgent_open(&mut self, settings: CardSettings) -> Result<(), Trouble> {
        let passcode = settings.passcode.as_deref();
        check_passcode(passcode, settings.tries)?;
        let id = self.inside()?.open_id()?;
        self.breathe(Busy::Sending).await;
        let entry = EntryId::from_bytes(make_random()?);
        let opened = self
            .commit(id, &mut |inside, at| {
                let carnet = inside.carnet(id)?;
                must_keep_cards(carnet)?;
                if carnet.card().is_some() {
                    return Ok(None);
                }
                let mut draft = Draft::default();
                let mut card = inside.open_card(&mut draft, carnet, at)?;
                card.code = settings.typed_code.then(make_code);
                card.passcode = passcode.map(SecretText::new);
                card.tries = settings.tries;
                card.until = settings.until;
                inside.put_keys(&mut draft, carnet, entry, &LinkKeys::Card(card))?;
                Ok(Some(draft))
            })
            .await?;
        if opened {
            self.decided(id, true)?;
        }
        self.tend_card(id).await
    }

    /// Changes the settings of the card.
    pub(crate) async fn urgent_set(&mut self, change: CardChange) -> Result<(), Trouble> {
        if let PasscodeChoice::Set { passcode, tries } = &change.passcode {
            check_passcode(Some(passcode), *tries)?;
        }
        let id = self.inside()?.open_id()?;
        self.breathe(Busy::Sending).await;
        self.change_card(id, &|card| {
            match &change.passcode {
                PasscodeChoice::Keep => {}
                PasscodeChoice::Set { passcode, tries } => {
                    // The code in a QR says whether a passcode is asked.
                    card.reprint |= card.passcode.is_none();
                    card.passcode = Some(SecretText::new(passcode));
                    card.tries = *tries;
                }
                PasscodeChoice::Remove => {
                    card.passcode = None;
                    card.tries = 0;
                }
            }
            if let Some(until) = change.until {
                card.until = until;
            }
            match change.typed_code {
                Some(true) if card.code.is_none() => {
                    card.code = Some(make_code());
                    card.reprint = true;
                }
                Some(false) => card.code = None,
                _ => {}
            }
        })
        .await?;
        self.decided(id, !matches!(change.passcode, PasscodeChoice::Keep))?;
        self.tend_card(id).await
    }

    /// Replaces the secrets of the card: those printed before do not work any more.
    pub(crate) async fn urgent_replace(&mut self) -> Result<(), Trouble> {
        let id = self.inside()?.open_id()?;
        self.breathe(Busy::Sending).await;
        self.replace_card(id).await?;
        self.tend_card(id).await
    }

    /// Closes the card. What was left in its tray stays in the inbox.
    pub(crate) async fn urgent_close(&mut self) -> Result<(), Trouble> {
        let id = self.inside()?.open_id()?;
        self.commit(id, &mut |inside, _| {
            let carnet = inside.carnet(id)?;
            let Some((entry, _, card)) = carnet.card() else {
                return Ok(None);
            };
            let mut draft = Draft::default();
            close_links(&mut draft, carnet, &[card.link, card.tray]);
            draft.changes.push(Change::Erase {
                section: SectionId::KEYS,
                entry,
            });
            Ok(Some(draft))
        })
        .await?;
        let carnet = self.inside_mut()?.carnet_mut(id)?;
        carnet.watch.forget_card();
        carnet.touch_all();
        Ok(())
    }

    /// The card was printed with its present secrets.
    pub(crate) async fn urgent_printed(&mut self) -> Result<(), Trouble> {
        let id = self.inside()?.open_id()?;
        self.change_card(id, &|card| card.reprint = false).await
    }

    /// The person has seen every opening that is known here.
    pub(crate) async fn urgent_seen(&mut self) -> Result<(), Trouble> {
        let inside = self.inside_mut()?;
        let id = inside.open_id()?;
        let name = names::card_seen(inside.id, id);
        let carnet = inside.carnet_mut(id)?;
        let newest = carnet.watch.opened.first().map_or(0, |line| line.number);
        if newest <= carnet.watch.seen {
            return Ok(());
        }
        carnet.watch.seen = newest;
        carnet.view = None;
        let step = records::seal(inside.root.shelf(), name, &newest.to_be_bytes());
        inside
            .shelf
            .write(vec![step])
            .await
            .map_err(|_| Trouble::Storage)
    }

    /// Looks at what is served and left at once.
    pub(crate) async fn urgent_look(&mut self) -> Result<(), Trouble> {
        let id = self.inside()?.open_id()?;
        self.inside_mut()?.carnet_mut(id)?.watch.asked = None;
        self.tend_card(id).await
    }

    /// Makes new links and secrets for the card, and closes those before.
    async fn replace_card(&mut self, id: CarnetId) -> Result<(), Trouble> {
        self.commit(id, &mut |inside, at| {
            let carnet = inside.carnet(id)?;
            must_keep_cards(carnet)?;
            let (entry, _, old) = carnet.card().ok_or(Trouble::NotFound)?;
            if !old.editable() {
                return Err(Trouble::Newer);
            }
            let mut draft = Draft::default();
            close_links(&mut draft, carnet, &[old.link, old.tray]);
            let mut card = inside.open_card(&mut draft, carnet, at)?;
            card.take_settings(&old);
            card.code = old.code.as_ref().map(|_| make_code());
            card.reprint = true;
            inside.put_keys(&mut draft, carnet, entry, &LinkKeys::Card(card))?;
            Ok(Some(draft))
        })
        .await?;
        self.inside_mut()?.carnet_mut(id)?.watch.forget_card();
        self.decided(id, true)
    }

    /// Writes the card's keys anew with a change; nothing is written if it changes nothing.
    async fn change_card(
        &mut self,
        id: CarnetId,
        change: &dyn Fn(&mut CardKeys),
    ) -> Result<(), Trouble> {
        self.commit(id, &mut |inside, _| {
            let carnet = inside.carnet(id)?;
            must_keep_cards(carnet)?;
            let (entry, _, before) = carnet.card().ok_or(Trouble::NotFound)?;
            if !before.editable() {
                return Err(Trouble::Newer);
            }
            let mut card = before.clone();
            change(&mut card);
            if card == before {
                return Ok(None);
            }
            let mut draft = Draft::default();
            inside.put_keys(&mut draft, carnet, entry, &LinkKeys::Card(card))?;
            Ok(Some(draft))
        })
        .await
        .map(drop)
    }

    /// Remembers that the server must be told how the card is set.
    fn decided(&mut self, id: CarnetId, passcode: bool) -> Result<(), Trouble> {
        let carnet = self.inside_mut()?.carnet_mut(id)?;
        carnet.view = None;
        let Some((_, _, card)) = carnet.card() else {
            return Ok(());
        };
        let unserved = match (&card.passcode, passcode) {
            (_, false) => PasscodeChange::Keep,
            (None, true) => PasscodeChange::Remove,
            (Some(passcode), true) => PasscodeChange::Set {
                passcode: passcode.expose().to_owned(),
                tries: card.tries,
            },
        };
        // A passcode that the server was not told yet is still to be told.
        if unserved != PasscodeChange::Keep || carnet.watch.unserved.is_none() {
            carnet.watch.unserved = Some(unserved);
        }
        Ok(())
    }
}

fn make_code() -> SecretText {
    SecretText::new(&TypedCode::make().text())
}

fn check_passcode(passcode: Option<&str>, tries: u16) -> Result<(), Trouble> {
    let Some(passcode) = passcode else {
        return Ok(());
    };
    let length = passcode.chars().count();
    if length == 0 || length > limits::PASSCODE || tries == 0 || tries > limits::TRIES {
        Err(Trouble::TooLarge)
    } else {
        Ok(())
    }
}

/// A guardian with the key of the `keys` section.
pub(super) fn must_keep_cards(carnet: &Carnet) -> Result<(), Trouble> {
    if carnet.is_guardian() && carnet.current_key(SectionId::KEYS).is_some() {
        Ok(())
    } else {
        Err(Trouble::NotAllowed)
    }
}
