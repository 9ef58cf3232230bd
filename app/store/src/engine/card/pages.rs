//! Pinned documents: each page is opened here and sealed anew for those who open the card.

use domain::{Entry, EntryRef, FileRef};
use protocol::ids::CarnetId;
use sealing::sheet::SheetSecret;

use super::super::{Engine, make_random};
use crate::carnet::Carnet;
use crate::files::{Means, quiet, read, send_sealed};
use crate::links::keys::PinnedPage;
use crate::trouble::{Trouble, What};

/// The largest file that is sealed for the card, in bytes: a phone opens it whole.
const LARGEST: u64 = 10 * 1024 * 1024;

/// A page that shall be pinned.
pub(super) struct Wanted {
    pub document: EntryRef,
    pub title: String,
    pub file: FileRef,
}

impl Engine {
    /// Seals the pages of pinned documents that are not sealed for this card yet. One that cannot be sealed keeps nobody from
    /// the sheet itself.
    pub(super) async fn pin_pages(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let now = self.now();
        let carnet = self.inside()?.carnet(id)?;
        let Some((_, _, card)) = carnet.card().filter(|_| carnet.may_seal(now)) else {
            return Ok(());
        };
        // What this device cannot see, another guardian's may have pinned: it is left as it is.
        if carnet.pinned().iter().any(|name| carnet.is_unseen(name)) {
            return Ok(());
        }
        let wanted = wanted_pages(carnet, &card.pages);
        let sources = wanted.iter().map(|page| &page.file.blob);
        if sources.eq(card.pages.iter().map(|page| &page.source)) || !card.editable() {
            return Ok(());
        }
        let means = self.means(None, self.ports.heavy.clone(), Some(id))?;
        let seq = self.inside()?.carnet(id)?.log.state.seq;
        let sheet =
            SheetSecret::read(card.sheet.expose()).map_err(|_| Trouble::Broken(What::Sheet))?;
        let mut pages = Vec::with_capacity(wanted.len());
        for page in wanted {
            let known = card
                .pages
                .iter()
                .find(|known| known.source == page.file.blob);
            if let Some(known) = known {
                pages.push(known.clone());
                continue;
            }
            match pin(&means, &sheet, &page.file, seq, now).await {
                Ok(pinned) => pages.push(pinned),
                Err(Trouble::Offline) => return Err(Trouble::Offline),
                Err(_) => {
                    let carnet = self.inside_mut()?.carnet_mut(id)?;
                    carnet.watch.left_out.insert(page.file.blob);
                    carnet.view = None;
                }
            }
        }
        if pages == card.pages {
            return Ok(());
        }
        self.change_card(id, &|now| {
            if now.link == card.link {
                now.pages.clone_from(&pages);
            }
        })
        .await?;
        self.decided(id, false)?;
        self.serve_card(id).await
    }
}

/// The pages of pinned documents, in order, as many as a card may have. `pages`: those that it has.
pub(super) fn wanted_pages(carnet: &Carnet, pages: &[PinnedPage]) -> Vec<Wanted> {
    let mut wanted = Vec::new();
    for document in carnet.pinned() {
        let Some(Entry::Document(entry)) = carnet.sent_entry(&document) else {
            continue;
        };
        for page in &entry.pages {
            // The version for reading is a third of the original, and has nothing of the camera in it.
            let file = page.reading.as_deref().unwrap_or(page);
            wanted.push(Wanted {
                document: document.clone(),
                title: entry.title.clone(),
                file: file.clone(),
            });
        }
    }
    let is_pinned = |blob: &str| pages.iter().any(|page| page.source == blob);
    wanted.retain(|page| {
        let blob = &page.file.blob;
        is_pinned(blob) || !carnet.watch.left_out.contains(blob)
    });
    wanted.truncate(protocol::limits::PINNED);
    wanted
}

async fn pin(
    means: &Means,
    sheet: &SheetSecret,
    file: &FileRef,
    seq: u64,
    now: protocol::time::Seconds,
) -> Result<PinnedPage, Trouble> {
    if file.size > LARGEST {
        return Err(Trouble::TooLarge);
    }
    let bytes = read(means, file, &quiet()).await?;
    let id = make_uuid()?;
    let content = domain::urgent::fhir::binary(&id, &file.mime, &bytes);
    let sealed = sheet
        .seal_pinned(content.as_bytes(), seq, now)
        .map_err(|_| Trouble::TooLarge)?;
    let blob = send_sealed(means, &sealed).await?;
    Ok(PinnedPage {
        source: file.blob.clone(),
        id,
        blob: blob.to_string(),
        sealed: sealed.len() as u64,
    })
}

/// A random UUID (RFC 9562, version 4).
fn make_uuid() -> Result<String, Trouble> {
    let mut bytes: [u8; 16] = make_random()?;
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = data_encoding::HEXLOWER.encode(&bytes);
    let parts = [
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..],
    ];
    Ok(parts.join("-"))
}
