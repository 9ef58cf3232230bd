//! Sealing the sheet: put together from what is in the log, signed, committed.

use std::rc::Rc;

use domain::FileRef;
use protocol::change::{Change, Sealed};
use protocol::commit::sealed_digest;
use protocol::ids::CarnetId;
use protocol::time::Seconds;
use sealing::sheet::{SheetError, SheetSecret};

use super::super::push::Draft;
use super::super::{Engine, Inside};
use super::pages::wanted_pages;
use crate::carnet::Carnet;
use crate::files::{quiet, read};
use crate::images;
use crate::links::address::{deposit_address, initials};
use crate::links::keys::CardKeys;
use crate::trouble::{Trouble, What};

impl Engine {
    /// Seals the sheet again, if something that it shows changed since, or if it was long ago.
    pub(super) async fn seal_sheet(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let now = self.now();
        let carnet = self.inside()?.carnet(id)?;
        let due = carnet
            .card()
            .is_some_and(|(_, _, card)| carnet.wants_sealing(card.link, now));
        if !due || !carnet.may_seal(now) {
            return Ok(());
        }
        let photo = self.photo(id).await?;
        let origin = self.ports.origin.clone();
        self.commit(id, &mut |inside, at| {
            let carnet = inside.carnet(id)?;
            let Some((_, _, card)) = carnet.card() else {
                return Ok(None);
            };
            if !carnet.wants_sealing(card.link, at) || !carnet.may_seal(at) {
                return Ok(None);
            }
            let bundle = inside.bundle(carnet, Some(&card), &origin, photo.as_deref(), at)?;
            let built_from = carnet.log.state.seq;
            let sheet =
                SheetSecret::read(card.sheet.expose()).map_err(|_| Trouble::Broken(What::Sheet))?;
            let jwe =
                sheet
                    .seal(bundle.as_bytes(), built_from, at)
                    .map_err(|error| match error {
                        SheetError::TooLong => Trouble::TooLarge,
                        _ => Trouble::Broken(What::Sheet),
                    })?;
            let mut draft = Draft::default();
            draft.changes.push(Change::Sheet {
                link: card.link,
                built_from,
                digest: sealed_digest(&jwe),
            });
            draft.sheets.push(Sealed(jwe));
            Ok(Some(draft))
        })
        .await?;
        let carnet = self.inside_mut()?.carnet_mut(id)?;
        carnet.watch.swapped = false;
        carnet.view = None;
        Ok(())
    }

    /// The sheet of the open carnet as it would be sealed now.
    pub(crate) async fn urgent_bundle(&mut self) -> Result<String, Trouble> {
        let id = self.inside()?.open_id()?;
        // Everything but the picture can be shown all the same.
        let photo = self.photo(id).await.unwrap_or_default();
        let at = self.now();
        let inside = self.inside()?;
        let carnet = inside.carnet(id)?;
        let card = carnet.card().map(|(_, _, card)| card);
        inside.bundle(
            carnet,
            card.as_ref(),
            &self.ports.origin,
            photo.as_deref(),
            at,
        )
    }

    /// The person's photo, small enough for a sheet, if the family wants it there.
    async fn photo(&mut self, id: CarnetId) -> Result<Option<Rc<Vec<u8>>>, Trouble> {
        let carnet = self.inside()?.carnet(id)?;
        let identity = carnet.sent_identity();
        let file = identity
            .filter(|_| carnet.shows_photo())
            .and_then(|identity| identity.photo.clone());
        let Some(small) = file.as_ref().and_then(FileRef::small).cloned() else {
            return Ok(None);
        };
        if let Some((blob, photo)) = &carnet.watch.photo
            && *blob == small.blob
        {
            return Ok(Some(photo.clone()));
        }
        let means = self.means(None, self.ports.heavy.clone(), Some(id))?;
        let bytes = match read(&means, &small, &quiet()).await {
            Ok(bytes) => bytes,
            Err(Trouble::Offline) => return Err(Trouble::Offline),
            // A picture that does not open keeps nobody from the rest.
            Err(_) => return Ok(None),
        };
        let Some(photo) = images::for_sheet(&bytes).map(Rc::new) else {
            return Ok(None);
        };
        let carnet = self.inside_mut()?.carnet_mut(id)?;
        carnet.watch.photo = Some((small.blob, photo.clone()));
        Ok(Some(photo))
    }
}

impl Inside {
    /// The sheet as a FHIR document.
    fn bundle(
        &self,
        carnet: &Carnet,
        card: Option<&CardKeys>,
        origin: &str,
        photo: Option<&Vec<u8>>,
        at: Seconds,
    ) -> Result<String, Trouble> {
        let sheet = carnet.sheet_now(at);
        let tray = card.and_then(|card| carnet.tray(card.tray));
        let deposit = tray.map(|tray| {
            let initials = initials(carnet.sent_identity());
            deposit_address(origin, tray.fragment.expose(), tray.link, &initials)
        });
        let pages = card.map(|card| card.pages.as_slice()).unwrap_or_default();
        let pinned = wanted_pages(carnet, pages)
            .into_iter()
            .filter_map(|wanted| {
                let page = pages.iter().find(|page| page.source == wanted.file.blob)?;
                Some(domain::urgent::fhir::PinnedFile {
                    id: page.id.clone(),
                    document: wanted.document,
                    title: wanted.title,
                    content_type: wanted.file.mime,
                    size: wanted.file.size,
                })
            });
        let facts = domain::urgent::fhir::Facts {
            as_of: i64::try_from(at.0).unwrap_or(i64::MAX),
            photo: photo.cloned(),
            deposit: deposit.map(|address| address.as_str().to_owned()),
            pinned: pinned.collect(),
        };
        Ok(domain::urgent::fhir::bundle(&sheet, &facts))
    }
}
