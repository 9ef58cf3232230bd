//! Links for one visit: opened by a guardian for chosen sections or single entries, until a chosen moment; their address can
//! be shown again, and they can be closed.

use protocol::bearer::SetAccess;
use protocol::carnet::Envelope;
use protocol::change::{Access, Change, LinkKind, Sealed};
use protocol::ids::{BlobId, CarnetId, Digest, EntryId, MemberId, SectionId};
use protocol::limits;
use protocol::paths;
use protocol::state::Standing;
use protocol::time::Seconds;
use protocol::tray::access_hash;
use sealing::link::{Fragment, LinkSecret};
use sealing::member_label::Subject;
use zeroize::Zeroizing;

use super::push::Draft;
use super::tend::{due_after, gone_after, may_turn, rotate_into};
use super::{Engine, Inside, make_random};
use crate::carnet::{Carnet, blobs};
use crate::keeper::NewReading;
use crate::links::address::reading_address;
use crate::links::bundle::{Bundle, ENTRIES, Made};
use crate::links::keys::{LinkKeys, ReadingKeys};
use crate::trouble::{Trouble, What};
use crate::wire::Method;

impl Engine {
    /// Opens a link for one visit in the open carnet. Its address follows by [`Engine::reading_address`].
    pub(crate) async fn open_reading(&mut self, new: NewReading) -> Result<MemberId, Trouble> {
        let (id, now) = (self.inside()?.open_id()?, self.now());
        if new.sections.is_empty() && new.entries.is_empty() {
            return Err(Trouble::NotFound);
        }
        if new.entries.len() > ENTRIES || new.label.trim().is_empty() {
            return Err(Trouble::TooLarge);
        }
        // Said before anything is signed: whether the chosen entries can be shown at all.
        self.inside()?
            .shown_by_link(id, now, &new.sections, &new.entries)?;
        let entry = EntryId::from_bytes(make_random()?);
        let mut link = None;
        self.commit(id, &mut |inside, _| {
            let carnet = inside.carnet(id)?;
            must_keep_links(carnet)?;
            let secret = LinkSecret::make();
            let holder = secret.holder();
            let label = carnet
                .ring
                .seal_label(
                    SectionId::TEAM,
                    Subject::Member(holder.id()),
                    new.label.trim(),
                )
                .map_err(|_| Trouble::TooLarge)?;
            let mut draft = Draft::default();
            draft.changes.push(Change::Open {
                keys: holder.public().clone(),
                kind: LinkKind::Read,
                until: new.until,
                label: Sealed(label),
            });
            if !new.sections.is_empty() {
                let mut names = Vec::with_capacity(new.sections.len());
                for section in &new.sections {
                    let epoch = carnet
                        .current_key(*section)
                        .ok_or(Trouble::Withheld(What::Key(*section)))?;
                    names.push((*section, epoch));
                }
                let envelope = carnet
                    .ring
                    .seal_keys(holder.public(), &names)
                    .map_err(|_| Trouble::Broken(What::Answer))?;
                let digest: Digest = envelope.digest;
                let grants = new.sections.iter().map(|section| Change::Grant {
                    member: holder.id(),
                    section: *section,
                    access: Access::Read,
                    until: Some(new.until),
                    envelope: digest,
                });
                draft.changes.extend(grants);
                draft.envelopes.push(Envelope {
                    member: holder.id(),
                    file: Sealed(envelope.sealed),
                });
            }
            let (seq, head) = carnet.log.head();
            let fragment = Fragment {
                secret,
                carnet: id,
                seq,
                head,
                tray: None,
            };
            let keys = ReadingKeys::new(holder.id(), &fragment.text(), new.entries.clone());
            inside.put_keys(&mut draft, carnet, entry, &LinkKeys::Reading(keys))?;
            link = Some(holder.id());
            Ok(Some(draft))
        })
        .await?;
        self.inside_mut()?.carnet_mut(id)?.touch_all();
        link.ok_or(Trouble::NotFound)
    }

    /// The address of an open link for one visit, once the server lets its bearer in. What it shows entry by entry is copied
    /// anew each time.
    pub(crate) async fn reading_address(
        &mut self,
        link: MemberId,
    ) -> Result<Zeroizing<String>, Trouble> {
        let now = self.now();
        let inside = self.inside()?;
        let id = inside.open_id()?;
        let carnet = inside.carnet(id)?;
        must_keep_links(carnet)?;
        let keys = carnet.reading_keys(link).ok_or(Trouble::NotFound)?;
        let member = carnet.log.state.members.get(&link);
        let sections: Vec<SectionId> = member
            .ok_or(Trouble::LinkClosed)?
            .grants
            .keys()
            .copied()
            .collect();
        let fragment = Fragment::read(keys.fragment.expose())
            .map_err(|_| Trouble::Broken(What::Key(SectionId::KEYS)))?;
        let (bundle, files) = inside.shown_by_link(id, now, &sections, &keys.entries)?;
        let sealed = fragment.secret.seal_bundle(id, &bundle.write());
        if sealed.len() > limits::BUNDLE_SEALED {
            return Err(Trouble::TooLarge);
        }
        let set = SetAccess {
            access: access_hash(&fragment.secret.access_token()),
            bundle: Some(Sealed(sealed)),
            files,
        };
        let address = reading_address(&self.ports.origin, keys.fragment.expose());
        self.signed(|talk| {
            let (path, set) = (paths::link_access(id, link), set.clone());
            async move { talk.tell_cbor(Method::Put, &path, &set).await }
        })
        .await?;
        Ok(address)
    }

    /// Closes a link of the open carnet; what it could read gets new keys in the same commit.
    pub(crate) async fn close_link(&mut self, link: MemberId) -> Result<(), Trouble> {
        let id = self.inside()?.open_id()?;
        self.commit(id, &mut |inside, at| {
            let carnet = inside.carnet(id)?;
            let member = carnet.log.state.members.get(&link);
            if !member.is_some_and(|member| matches!(member.standing, Standing::Link { .. })) {
                return Ok(None);
            }
            let mut draft = Draft {
                changes: vec![Change::Close { link }],
                ..Draft::default()
            };
            let gone = gone_after(carnet, &draft.changes);
            let due = due_after(carnet, &draft.changes);
            let turn: Vec<SectionId> = due
                .into_iter()
                .filter(|section| may_turn(carnet, *section, at))
                .collect();
            if let Some(entry) = carnet.reading_entry(link) {
                draft.changes.push(Change::Erase {
                    section: SectionId::KEYS,
                    entry,
                });
            }
            rotate_into(&mut draft, carnet, &turn, false, &gone, at)?;
            Ok(Some(draft))
        })
        .await?;
        self.inside_mut()?.carnet_mut(id)?.touch_all();
        Ok(())
    }
}

impl Inside {
    /// What a link shows beside its sections, and the files of it.
    fn shown_by_link(
        &self,
        id: CarnetId,
        at: Seconds,
        sections: &[SectionId],
        entries: &[EntryId],
    ) -> Result<(Bundle, Vec<BlobId>), Trouble> {
        let carnet = self.carnet(id)?;
        let cover = self.covers.get(&id);
        let (name, birth) =
            cover.map_or_else(Default::default, |cover| (cover.name.clone(), cover.birth));
        let (seq, head) = carnet.log.head();
        let mut bundle = Bundle::new(name, birth, Made { at, seq, head });
        let mut files = Vec::new();
        for entry in entries {
            let Some(view) = carnet.entry(*entry) else {
                // Erased since.
                continue;
            };
            if !bundle.copy(view) {
                return Err(Trouble::Broken(What::Entry(*entry)));
            }
            if let Some(entry) = view.entry() {
                files.extend(
                    blobs(entry)
                        .iter()
                        .filter_map(|blob| blob.parse::<BlobId>().ok()),
                );
            }
        }
        files.sort_unstable();
        files.dedup();
        if files.len() > limits::BUNDLE_FILES {
            return Err(Trouble::TooLarge);
        }
        let puts = carnet.log.facts.puts.iter();
        let shown = puts.filter(|(entry, _)| entries.contains(*entry));
        let puts = carnet.log.facts.puts.values().flatten();
        let granted = puts.filter(|put| sections.contains(&put.section));
        let authors = shown.flat_map(|(_, puts)| puts).chain(granted);
        for author in authors.map(|put| put.author) {
            bundle
                .names
                .entry(author)
                .or_insert_with(|| carnet.label(author));
        }
        Ok((bundle, files))
    }
}

/// A guardian with the keys of links and of their names.
fn must_keep_links(carnet: &Carnet) -> Result<(), Trouble> {
    let keys = [SectionId::KEYS, SectionId::TEAM];
    let all = keys.iter().all(|key| carnet.current_key(*key).is_some());
    if carnet.is_guardian() && all {
        Ok(())
    } else {
        Err(Trouble::NotAllowed)
    }
}
