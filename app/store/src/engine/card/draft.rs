//! What a commit about the card is made of: its two links, and the entries of the `keys` section that hold their secrets.

use protocol::change::{Change, LinkKind, Put, Sealed};
use protocol::commit::sealed_digest;
use protocol::ids::{EntryId, MemberId, SectionId};
use protocol::keys::MemberKeys;
use protocol::limits;
use protocol::time::{Seconds, YEAR};
use sealing::deposit::{Depositor, TraySecret, tray_digest};
use sealing::entry::EntryPlace;
use sealing::link::{Fragment, LinkSecret};
use sealing::member_label::Subject;
use sealing::sheet::SheetSecret;

use super::super::push::{Draft, Payload};
use super::super::{Inside, make_random};
use crate::carnet::{Carnet, Content};
use crate::links::keys::{CardKeys, LinkKeys, TrayKeys};
use crate::trouble::{Trouble, What};

/// What guardians see these links called: in French, as everything that a carnet says.
const CARD_LABEL: &str = "Carte d’urgence";
const TRAY_LABEL: &str = "Dépôt depuis la carte d’urgence";
/// A card works until somebody closes it.
const CARD_RUNS: u64 = 100 * YEAR;

impl Inside {
    /// Opens the two links of a new card.
    pub(super) fn open_card(
        &self,
        draft: &mut Draft,
        carnet: &Carnet,
        at: Seconds,
    ) -> Result<CardKeys, Trouble> {
        let holder = LinkSecret::make().holder();
        draft.changes.push(open(
            carnet,
            holder.public(),
            LinkKind::Urgent,
            at.plus(CARD_RUNS),
            CARD_LABEL,
        )?);
        let tray = self.open_tray(draft, carnet, at)?;
        Ok(CardKeys::new(
            holder.id(),
            &SheetSecret::make().text(),
            tray,
        ))
    }

    /// Opens the deposit link that a sheet carries, and keeps its secrets.
    pub(super) fn open_tray(
        &self,
        draft: &mut Draft,
        carnet: &Carnet,
        at: Seconds,
    ) -> Result<MemberId, Trouble> {
        self.open_deposit(draft, carnet, at.plus(limits::GRANT), None)
    }

    /// Opens a deposit link until a moment, and keeps its secrets. `name`: what guardians call it, unless it is the card's.
    pub(in crate::engine) fn open_deposit(
        &self,
        draft: &mut Draft,
        carnet: &Carnet,
        until: Seconds,
        name: Option<&str>,
    ) -> Result<MemberId, Trouble> {
        let (secret, tray) = (LinkSecret::make(), TraySecret::make());
        let digest = tray_digest(tray.recipient());
        let keys = Depositor::new(&secret, tray.recipient(), &digest)
            .map_err(|_| Trouble::Broken(What::Tray))?
            .public()
            .clone();
        let link = keys.member_id();
        draft.changes.push(open(
            carnet,
            &keys,
            LinkKind::Deposit,
            until,
            name.unwrap_or(TRAY_LABEL),
        )?);
        let (seq, head) = carnet.log.head();
        let fragment = Fragment {
            secret,
            carnet: carnet.id,
            seq,
            head,
            tray: Some(digest),
        };
        let mut kept = TrayKeys::new(link, &fragment.text(), &tray.text_for_entry());
        kept.name = name.map(str::to_owned);
        let entry = EntryId::from_bytes(make_random()?);
        self.put_keys(draft, carnet, entry, &LinkKeys::Tray(kept))?;
        Ok(link)
    }

    /// Writes an entry of the `keys` section in place of all its current versions.
    pub(in crate::engine) fn put_keys(
        &self,
        draft: &mut Draft,
        carnet: &Carnet,
        entry: EntryId,
        keys: &LinkKeys,
    ) -> Result<(), Trouble> {
        let section = SectionId::KEYS;
        let epoch = carnet.current_key(section).ok_or(Trouble::NotAllowed)?;
        let place = EntryPlace {
            section,
            epoch,
            entry,
            author: self.id,
        };
        let content = Content::Keys(keys.write());
        let sealed = carnet
            .ring
            .seal_entry(&place, &content.bytes())
            .map_err(|_| Trouble::TooLarge)?;
        let digest = sealed_digest(&sealed);
        let known = carnet.log.state.entries.get(&entry);
        let base = known.map(|known| known.versions.iter().map(|version| version.payload));
        draft.changes.push(Change::Put(Put {
            section,
            epoch,
            entry,
            base: base.into_iter().flatten().collect(),
            payload: digest,
            size: u32::try_from(sealed.len()).map_err(|_| Trouble::TooLarge)?,
            files: Vec::new(),
            source: None,
        }));
        draft.payloads.push(Payload {
            entry,
            digest,
            sealed,
            content,
            item: None,
        });
        Ok(())
    }
}

/// Closes links, those of them that are still open.
pub(in crate::engine) fn close_links(draft: &mut Draft, carnet: &Carnet, links: &[MemberId]) {
    let open = links
        .iter()
        .filter(|link| carnet.log.state.members.contains_key(*link));
    draft
        .changes
        .extend(open.map(|link| Change::Close { link: *link }));
}

fn open(
    carnet: &Carnet,
    keys: &MemberKeys,
    kind: LinkKind,
    until: Seconds,
    words: &str,
) -> Result<Change, Trouble> {
    let label = carnet
        .ring
        .seal_label(SectionId::TEAM, Subject::Member(keys.member_id()), words)
        .map_err(|_| Trouble::NotAllowed)?;
    Ok(Change::Open {
        keys: keys.clone(),
        kind,
        until,
        label: Sealed(label),
    })
}
