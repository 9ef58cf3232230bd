//! Invitations: opened, shown again while they are open, closed, and looked after by every guardian's device.

use protocol::bearer::SetAccess;
use protocol::change::{Change, LinkKind, Sealed};
use protocol::ids::{CarnetId, EntryId, MemberId, SectionId};
use protocol::paths;
use protocol::state::Standing;
use protocol::tray::access_hash;
use sealing::link::{Fragment, LinkSecret};
use sealing::member_label::Subject;

use super::card::must_keep_cards;
use super::members::grant_into;
use super::push::Draft;
use super::{Engine, make_random};
use crate::carnet::Carnet;
use crate::keeper::NewInvitation;
use crate::links::keys::{InvitationKeys, LinkKeys};
use crate::scene::Busy;
use crate::trouble::{Trouble, What};
use crate::wire::Method;

/// Addresses of links that are over, forgotten in one commit; the others follow.
const STALE: usize = 100;

impl Engine {
    /// Opens an invitation to the open carnet, and records the agreement. Gives the link.
    pub(crate) async fn invite(&mut self, new: NewInvitation) -> Result<MemberId, Trouble> {
        let id = self.inside()?.open_id()?;
        self.breathe(Busy::Sending).await;
        // What others did meanwhile counts, as when somebody just came in by another invitation: what waits for a new key would
        // keep everybody from writing the agreement.
        self.pull(id).await?;
        self.tend(id).await?;
        // Before the invitation: links close when somebody goes who could know them.
        if let Some(lost) = new.replaces {
            self.take_out_if_allowed(lost).await?;
        }
        if !new.past {
            self.cut_off(id, &new.rights).await?;
        }
        let secret = LinkSecret::make();
        let holder = secret.holder();
        let link = holder.id();
        let (kept, agreed) = (new_entry()?, new_entry()?);
        let (seq, head) = self.inside()?.carnet(id)?.log.head();
        let mut fragment = Fragment {
            secret,
            carnet: id,
            seq,
            head,
            tray: None,
        };
        self.commit(id, &mut |inside, at| {
            let carnet = inside.carnet(id)?;
            must_keep_cards(carnet)?;
            (fragment.seq, fragment.head) = carnet.log.head();
            let label = carnet
                .ring
                .seal_label(SectionId::TEAM, Subject::Member(link), &new.label)
                .map_err(|_| Trouble::TooLarge)?;
            let mut draft = Draft::default();
            draft.changes.push(Change::Open {
                keys: holder.public().clone(),
                kind: LinkKind::Invitation(new.role),
                until: new.until.max(at.plus(1)),
                label: Sealed(label),
            });
            grant_into(&mut draft, carnet, holder.public(), &new.rights, new.past)?;
            let keys = InvitationKeys::new(link, &fragment.text());
            inside.put_keys(&mut draft, carnet, kept, &LinkKeys::Invitation(keys))?;
            if let Some(consent) = &new.consent {
                inside.put_consent(&mut draft, carnet, agreed, consent.clone(), link)?;
            }
            Ok(Some(draft))
        })
        .await?;
        // Without network it is done at the next beat.
        let served = self.serve_invitations(id).await;
        self.inside_mut()?.carnet_mut(id)?.touch_all();
        match served {
            Err(trouble) if trouble != Trouble::Offline => Err(trouble),
            _ => Ok(link),
        }
    }

    /// Closes an invitation that nobody has taken: its address leads nowhere any more.
    pub(crate) async fn close_invitation(&mut self, link: MemberId) -> Result<(), Trouble> {
        let id = self.inside()?.open_id()?;
        let kept = self.inside()?.carnet(id)?.invitation_keys(link);
        let mut changes = vec![Change::Close { link }];
        changes.extend(kept.map(|(entry, _)| Change::Erase {
            section: SectionId::KEYS,
            entry,
        }));
        self.decide_and_rotate(changes).await
    }

    /// Tells the server how to know who holds an invitation, and forgets the addresses of those that are over.
    pub(super) async fn tend_invitations(&mut self, id: CarnetId) -> Result<(), Trouble> {
        if must_keep_cards(self.inside()?.carnet(id)?).is_err() {
            return Ok(());
        }
        self.commit(id, &mut |inside, _| {
            let carnet = inside.carnet(id)?;
            let erase = |entry| Change::Erase {
                section: SectionId::KEYS,
                entry,
            };
            let over = carnet.stale_addresses().into_iter().take(STALE);
            let draft = Draft {
                changes: over.map(erase).collect(),
                ..Draft::default()
            };
            Ok((!draft.changes.is_empty()).then_some(draft))
        })
        .await?;
        self.serve_invitations(id).await
    }

    async fn serve_invitations(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let carnet = self.inside()?.carnet(id)?;
        let unserved: Vec<InvitationKeys> = carnet
            .kept_invitations()
            .map(|(_, keys)| keys)
            .filter(|keys| is_open(carnet, keys.link) && !carnet.served.contains(&keys.link))
            .collect();
        for keys in unserved {
            let fragment = Fragment::read(keys.fragment.expose())
                .map_err(|_| Trouble::Broken(What::Answer))?;
            let access = SetAccess {
                access: access_hash(&fragment.secret.access_token()),
                bundle: None,
                files: Vec::new(),
            };
            self.signed(|talk| {
                let (path, access) = (paths::link_access(id, keys.link), access.clone());
                async move { talk.tell_cbor(Method::Put, &path, &access).await }
            })
            .await?;
            let carnet = self.inside_mut()?.carnet_mut(id)?;
            carnet.served.insert(keys.link);
            carnet.view = None;
        }
        Ok(())
    }

    /// Somebody who lost every way in is let in anew: who they were is taken out. Of a guardian that is for all to decide.
    async fn take_out_if_allowed(&mut self, lost: MemberId) -> Result<(), Trouble> {
        match self.revoke(lost).await {
            Err(Trouble::NeedsApproval | Trouble::NotFound) => Ok(()),
            done => done,
        }
    }
}

fn new_entry() -> Result<EntryId, Trouble> {
    make_random().map(EntryId::from_bytes)
}

fn is_open(carnet: &Carnet, link: MemberId) -> bool {
    let member = carnet.log.state.members.get(&link);
    member.is_some_and(|member| matches!(member.standing, Standing::Link { .. }))
}
