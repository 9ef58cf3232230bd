//! What a client does by itself for the carnet: rights that ended are taken back, sections that wait get their new key.

use std::collections::BTreeMap;

use protocol::carnet::Envelope;
use protocol::change::{Change, Put, Reader, Rotate, Sealed};
use protocol::commit::sealed_digest;
use protocol::ids::{CarnetId, Digest, MemberId, SectionId};
use protocol::keys::MemberKeys;
use protocol::state::{Member, Standing};
use protocol::time::Seconds;
use sealing::entry::EntryPlace;

use super::push::{Draft, Payload};
use super::{Engine, Inside};
use crate::carnet::Carnet;
use crate::trouble::{Trouble, What};

/// Changes in a commit that rotates and writes anew.
const ROOM: usize = 240;

impl Engine {
    /// Takes back what ended, and rotates what is due, as far as this account may.
    pub(super) async fn tend(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let tended = self
            .commit(id, &mut |inside, at| {
                let carnet = inside.carnet(id)?;
                let mut draft = Draft {
                    changes: ended(carnet, at),
                    ..Draft::default()
                };
                let due = due_after(carnet, &draft.changes);
                let turn: Vec<SectionId> = due
                    .into_iter()
                    .filter(|section| may_turn(carnet, *section, at))
                    .collect();
                let gone = gone_after(carnet, &draft.changes);
                rotate_into(&mut draft, carnet, &turn, false, &gone, at)?;
                Ok((!draft.changes.is_empty()).then_some(draft))
            })
            .await;
        tended.map(drop)
    }

    /// Changes the key of a section of the open carnet.
    pub(crate) async fn rotate(&mut self, section: SectionId, cut: bool) -> Result<(), Trouble> {
        let id = self.inside()?.open_id()?;
        self.fetch(id).await?;
        self.commit(id, &mut |inside, at| {
            let carnet = inside.carnet(id)?;
            // A cut needs no key of before: it is the way out for who was given an envelope without one.
            if !cut && carnet.current_key(section).is_none() {
                return Err(Trouble::NotAllowed);
            }
            let mut draft = Draft::default();
            rotate_into(&mut draft, carnet, &[section], cut, &[], at)?;
            if cut {
                inside.write_anew(&mut draft, carnet, section)?;
            }
            Ok(Some(draft))
        })
        .await?;
        if cut {
            // What did not fit into the commit that cuts.
            while self
                .commit(id, &mut |inside, _| inside.rest_anew(id, section))
                .await?
            {}
        }
        Ok(())
    }
}

/// Rights of others that ended: taken back by name.
fn ended(carnet: &Carnet, at: Seconds) -> Vec<Change> {
    let keeps = carnet.is_guardian();
    let mut changes = Vec::new();
    for (id, member) in &carnet.log.state.members {
        match member.standing {
            Standing::Link { until, .. } if keeps && until <= at => {
                changes.push(Change::Close { link: *id });
            }
            Standing::Link { .. } => {}
            Standing::Account { .. } => {
                let over = member
                    .grants
                    .iter()
                    .filter(|(section, right)| !right.holds(at) && carnet.manages(**section, at));
                changes.extend(over.map(|(section, _)| Change::Ungrant {
                    member: *id,
                    section: *section,
                }));
            }
        }
    }
    changes.truncate(ROOM / 2);
    changes
}

/// Sections that wait for a new key once these changes are made.
pub(super) fn due_after(carnet: &Carnet, changes: &[Change]) -> Vec<SectionId> {
    let state = &carnet.log.state;
    let mut due: Vec<SectionId> = state.due().collect();
    let grants_of = |member: &MemberId| -> Vec<SectionId> {
        state
            .members
            .get(member)
            .map(|member| member.grants.keys().copied().collect())
            .unwrap_or_default()
    };
    for change in changes {
        match change {
            Change::Ungrant { section, .. } => due.push(*section),
            Change::Revoke { member } | Change::Close { link: member } => {
                due.extend(grants_of(member));
            }
            _ => {}
        }
    }
    for link in closing_after(carnet, changes) {
        due.extend(grants_of(&link));
    }
    due.sort_unstable();
    due.dedup();
    due
}

/// Who reads no longer, and what, once these changes are made. No section means: nothing at all.
pub(super) fn gone_after(
    carnet: &Carnet,
    changes: &[Change],
) -> Vec<(MemberId, Option<SectionId>)> {
    let gone = changes.iter().filter_map(|change| match change {
        Change::Ungrant { member, section } => Some((*member, Some(*section))),
        Change::Revoke { member } | Change::Close { link: member } => Some((*member, None)),
        _ => None,
    });
    let closing = closing_after(carnet, changes).into_iter();
    gone.chain(closing.map(|link| (link, None))).collect()
}

/// The links that close by themselves with these changes, since somebody who goes knows their secrets.
fn closing_after(carnet: &Carnet, changes: &[Change]) -> Vec<MemberId> {
    let state = &carnet.log.state;
    let knows = |id: &MemberId| state.members.get(id).is_some_and(knows_links);
    let goes = |change: &Change| match change {
        Change::Revoke { member } => knows(member),
        Change::Ungrant { member, section } => *section == SectionId::KEYS && knows(member),
        _ => false,
    };
    if changes.iter().any(goes) {
        state.known_links()
    } else {
        Vec::new()
    }
}

/// Whether a member is somebody who reads the secrets of links.
pub(super) fn knows_links(member: &Member) -> bool {
    member.is_account() && member.grants.contains_key(&SectionId::KEYS)
}

/// Whether this account may, and can, give a section that is due its new key.
pub(super) fn may_turn(carnet: &Carnet, section: SectionId, at: Seconds) -> bool {
    (carnet.manages(section, at) || carnet.writes(section, at))
        && carnet.current_key(section).is_some()
}

/// A section with its new epoch, the commitment to its new key, the key before under it, and who reads it.
type Turned = (SectionId, u32, Digest, Option<Sealed>, Vec<MemberId>);

/// Adds rotations to a draft: a new key for each section, and one envelope with all of them for each reader.
pub(super) fn rotate_into(
    draft: &mut Draft,
    carnet: &Carnet,
    sections: &[SectionId],
    cut: bool,
    gone: &[(MemberId, Option<SectionId>)],
    at: Seconds,
) -> Result<(), Trouble> {
    if sections.is_empty() {
        return Ok(());
    }
    let state = &carnet.log.state;
    let is_gone = |section: SectionId, member: &MemberId| {
        gone.iter()
            .any(|(who, what)| who == member && what.is_none_or(|what| what == section))
    };
    let readers = |section: SectionId| {
        let readers = state.readers(section, at).into_iter();
        let readers = readers.filter(|id| !is_gone(section, id));
        let with_keys = readers.filter_map(|id| Some((id, state.members.get(&id)?.keys.clone())));
        with_keys.collect()
    };
    turn_into(draft, carnet, sections, cut, &readers)
}

/// The same, for readers that the caller names, sorted by id.
pub(super) fn turn_into(
    draft: &mut Draft,
    carnet: &Carnet,
    sections: &[SectionId],
    cut: bool,
    readers_of: &dyn Fn(SectionId) -> Vec<(MemberId, MemberKeys)>,
) -> Result<(), Trouble> {
    let state = &carnet.log.state;
    let mut ring = carnet.ring.copy_for_draft();
    let mut brings: BTreeMap<MemberId, (MemberKeys, Vec<(SectionId, u32)>)> = BTreeMap::new();
    let mut made: Vec<Turned> = Vec::new();
    for section in sections {
        let missing = Trouble::Withheld(What::Key(*section));
        let epoch = state.sections.get(section).ok_or(Trouble::NotFound)?.epoch + 1;
        let commitment = ring.make_key(*section, epoch).map_err(|_| missing)?;
        let back = if cut {
            None
        } else {
            Some(Sealed(
                ring.seal_back_link(*section, epoch).map_err(|_| missing)?,
            ))
        };
        let mut readers = Vec::new();
        for (id, keys) in readers_of(*section) {
            let (_, names) = brings.entry(id).or_insert_with(|| (keys, Vec::new()));
            names.push((*section, epoch));
            readers.push(id);
        }
        made.push((*section, epoch, commitment, back, readers));
    }
    let mut digests: BTreeMap<MemberId, Digest> = BTreeMap::new();
    for (member, (keys, names)) in &brings {
        let envelope = ring.seal_keys(keys, names).map_err(|_| Trouble::TooLarge)?;
        digests.insert(*member, envelope.digest);
        draft.envelopes.push(Envelope {
            member: *member,
            file: Sealed(envelope.sealed),
        });
    }
    for (section, epoch, commitment, back, readers) in made {
        let readers = readers.iter().filter_map(|id| {
            digests.get(id).map(|envelope| Reader {
                member: *id,
                envelope: *envelope,
            })
        });
        let rotate = Rotate {
            section,
            epoch,
            commitment,
            back,
            readers: readers.collect(),
        };
        draft.changes.push(Change::Rotate(rotate));
    }
    draft.ring = Some(ring);
    Ok(())
}

impl Inside {
    /// After a cut: writes what is current anew in the new epoch, as much as fits.
    fn write_anew(
        &self,
        draft: &mut Draft,
        carnet: &Carnet,
        section: SectionId,
    ) -> Result<(), Trouble> {
        let state = &carnet.log.state;
        let ring = draft.ring.take();
        let current = ring.as_ref().unwrap_or(&carnet.ring);
        let epoch = current.newest(section).ok_or(Trouble::NotAllowed)?;
        let mut bytes = 0;
        for (id, entry) in state.entries_of(section) {
            for version in entry
                .versions
                .iter()
                .filter(|version| version.epoch != epoch)
            {
                if draft.changes.len() >= ROOM || bytes > 4 * 1024 * 1024 {
                    break;
                }
                let Some(content) = carnet.content(version.payload) else {
                    continue;
                };
                let place = EntryPlace {
                    section,
                    epoch,
                    entry: *id,
                    author: self.id,
                };
                let sealed = current
                    .seal_entry(&place, &content.bytes())
                    .map_err(|_| Trouble::TooLarge)?;
                let digest = sealed_digest(&sealed);
                let files = carnet
                    .log
                    .facts
                    .put(*id, version.payload)
                    .map(|put| put.files.clone());
                bytes += sealed.len();
                draft.changes.push(Change::Put(Put {
                    section,
                    epoch,
                    entry: *id,
                    base: vec![version.payload],
                    payload: digest,
                    size: u32::try_from(sealed.len()).map_err(|_| Trouble::TooLarge)?,
                    files: files.unwrap_or_default(),
                    source: None,
                }));
                draft.payloads.push(Payload {
                    entry: *id,
                    digest,
                    sealed,
                    content,
                    item: None,
                });
            }
        }
        draft.ring = ring;
        Ok(())
    }

    fn rest_anew(&self, id: CarnetId, section: SectionId) -> Result<Option<Draft>, Trouble> {
        let carnet = self.carnet(id)?;
        let mut draft = Draft::default();
        self.write_anew(&mut draft, carnet, section)?;
        Ok((!draft.changes.is_empty()).then_some(draft))
    }
}
