//! Carnets: opened for the first time, shown, kept up to date.

use std::rc::Rc;

use domain::Plain;
use protocol::carnet::{Envelope, Pulled, Push, Pushed, Received};
use protocol::change::Sealed;
use protocol::commit::{Body, Genesis, Signed, carnet_id};
use protocol::file::Quota;
use protocol::ids::{CarnetId, Nonce};
use protocol::paths;
use protocol::signing::Kind;
use sealing::section_keys::FirstKeys;

use super::pull::UNSEEN;
use super::{Engine, make_random};
use crate::carnet::Carnet;
use crate::files::{Dock, Means, States};
use crate::keeper::{Edit, Keeper};
use crate::log::Log;
use crate::ports::Heavy;
use crate::scene::Busy;
use crate::shelf::{Step, names};
use crate::trouble::{Trouble, What};
use crate::wire::Method;

impl Engine {
    /// A new carnet with its first entries, and shows it.
    pub(crate) async fn create_carnet(
        &mut self,
        first: Vec<Plain>,
        my_label: String,
    ) -> Result<CarnetId, Trouble> {
        self.breathe(Busy::Sending).await;
        let id = self.found(&my_label).await?;
        self.inside_mut()?.open = Some(id);
        let edits = first
            .into_iter()
            .map(|plain| Edit {
                entry: None,
                seen: Vec::new(),
                plain,
            })
            .collect();
        self.put_in(id, edits).await?;
        Ok(id)
    }

    /// Writes and sends a genesis, and takes the new carnet into the account's list.
    pub(crate) async fn found(&mut self, my_label: &str) -> Result<CarnetId, Trouble> {
        let at = self.now();
        let inside = self.inside()?;
        let me = inside.id;
        let keys = FirstKeys::make();
        let label = keys
            .seal_label(me, my_label.trim())
            .map_err(|_| Trouble::TooLarge)?;
        let envelope = keys
            .seal_keys(inside.root.public())
            .map_err(|_| Trouble::Storage)?;
        let body = Body::Genesis(Genesis {
            nonce: Nonce::from_bytes(make_random()?),
            at,
            keys: inside.root.public().clone(),
            label: Sealed(label),
            sections: keys.first_keys(),
            envelope: envelope.digest,
        })
        .to_bytes();
        let signature = inside.root.sign(Kind::Commit, &body);
        let signed = Signed { body, signature };
        let id = carnet_id(&signed.body);
        let mine = Sealed(envelope.sealed);
        let push = Push {
            signed: signed.clone(),
            payloads: Vec::new(),
            envelopes: vec![Envelope {
                member: me,
                file: mine.clone(),
            }],
        };
        let pushed: Pushed = self
            .signed(|talk| {
                let push = push.clone();
                async move { talk.send_cbor(Method::Post, paths::CARNETS, &push).await }
            })
            .await?;
        let log = Log::open(&signed, me)?;
        if log.head() != (pushed.seq, pushed.head) {
            return Err(Trouble::Forged(What::Answer));
        }
        let inside = self.inside_mut()?;
        let mut carnet = Carnet::new(id, me, log);
        carnet.ring = keys.born(id);
        carnet.take_envelopes(inside.root.holder(), vec![mine.clone()]);
        inside.carnets.insert(id, carnet);
        let received = Received {
            signed,
            at: pushed.received,
        };
        let kept = Pulled {
            commits: vec![received],
            seq: 0,
            head: pushed.head,
            envelopes: vec![mine],
        };
        self.keep_commits(id, 0, &kept, Vec::new()).await?;
        self.change_list(|list| {
            list.carnets.insert(id, (0, pushed.head));
        })
        .await?;
        Ok(id)
    }

    /// Shows a carnet: at once what is here, then what is new.
    pub(crate) async fn open_carnet(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let inside = self.inside()?;
        if !inside.list.carnets.contains_key(&id) {
            return Err(Trouble::NotFound);
        }
        let before = self.inside()?.open;
        let here = self.load(id).await?;
        if here {
            self.inside_mut()?.open = Some(id);
            self.settle();
        }
        self.stage.busy(Some(Busy::Fetching));
        let updated = self.update(id).await;
        let inside = self.inside_mut()?;
        if !inside.carnets.contains_key(&id) {
            inside.open = before;
            return Err(updated.err().unwrap_or(Trouble::NotFound));
        }
        inside.open = Some(id);
        self.keep_cover(id).await?;
        // What is wrong with it is said in its notices; what is here can be read.
        Ok(())
    }

    /// Shows no carnet.
    pub(crate) fn close_carnet(&mut self) -> Result<(), Trouble> {
        self.inside_mut()?.open = None;
        Ok(())
    }

    /// Takes an offered carnet into the list.
    pub(crate) async fn accept_carnet(&mut self, id: CarnetId) -> Result<(), Trouble> {
        if !self.inside()?.offered().contains(&id) {
            return Err(Trouble::NotFound);
        }
        self.change_list(|list| {
            list.carnets.entry(id).or_insert((0, UNSEEN));
        })
        .await?;
        self.update(id).await
    }

    /// Does not want an offered carnet: it is not offered again.
    pub(crate) async fn decline_carnet(&mut self, id: CarnetId) -> Result<(), Trouble> {
        if !self.inside()?.offered().contains(&id) {
            return Err(Trouble::NotFound);
        }
        self.change_list(|list| {
            list.gone.insert(id);
        })
        .await
    }

    /// What the list of carnets shows without opening each.
    pub(super) async fn load_covers(&mut self) {
        let Some(inside) = self.inside.as_mut() else {
            return;
        };
        let ids: Vec<CarnetId> = inside.list.carnets.keys().copied().collect();
        for id in ids {
            let name = names::cover(inside.id, id);
            let record = super::records::open(&*inside.shelf, inside.root.shelf(), &name).await;
            if let Some(cover) = record.and_then(|bytes| super::cover::read(&bytes, id)) {
                inside.covers.insert(id, cover);
            }
        }
    }

    pub(super) async fn keep_cover(&mut self, id: CarnetId) -> Result<(), Trouble> {
        self.note_visit(id).await?;
        let now = self.now();
        let origin = self.ports.origin.clone();
        let inside = self.inside_mut()?;
        let Some(carnet) = inside.carnets.get_mut(&id) else {
            return Ok(());
        };
        let view = carnet.show(&inside.outbox, now, &origin);
        let cover = carnet.cover(&view);
        inside.covers.insert(id, cover.clone());
        if inside.kept_covers.get(&id) == Some(&cover) {
            return Ok(());
        }
        let plain = super::cover::write(&cover);
        inside.kept_covers.insert(id, cover);
        let step = super::records::seal(inside.root.shelf(), names::cover(inside.id, id), &plain);
        inside
            .shelf
            .write(vec![step])
            .await
            .map_err(|_| Trouble::Storage)
    }

    /// Takes a carnet out of the account's list and off this device.
    pub(super) async fn forget_carnet(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let inside = self.inside_mut()?;
        inside.carnets.remove(&id);
        inside.covers.remove(&id);
        inside.open = inside.open.filter(|open| *open != id);
        let steps = vec![Step::DropAll(names::of_carnet(inside.id, id))];
        inside
            .shelf
            .write(steps)
            .await
            .map_err(|_| Trouble::Storage)?;
        self.change_list(|list| {
            list.carnets.remove(&id);
            list.calendars.remove(&id);
            list.gone.insert(id);
        })
        .await
    }

    /// The open carnet's room on the server.
    pub(crate) async fn quota(&mut self) -> Result<Quota, Trouble> {
        let id = self.inside()?.open_id()?;
        let quota = self
            .signed(|talk| {
                let path = paths::quota(id);
                async move { talk.get(&path).await }
            })
            .await?;
        Ok(quota)
    }

    /// What a transfer of files needs.
    pub(crate) fn means(
        &mut self,
        keeper: Option<Keeper>,
        heavy: Rc<dyn Heavy>,
        carnet: Option<CarnetId>,
    ) -> Result<Means, Trouble> {
        let inside = self.inside()?;
        let carnet = match carnet {
            Some(carnet) => carnet,
            None => inside.open_id()?,
        };
        let (sizes, clock) = (inside.sizes.clone(), self.ports.clock.clone());
        let states = States::new(
            inside.shelf.clone(),
            inside.root.shelf().upload_key(),
            names::uploads(inside.id, carnet),
            clock.clone(),
            self.held.clone(),
        );
        Ok(Means {
            carnet,
            states: Some(states),
            dock: Dock::Carnet,
            talk: self.talk.clone(),
            keeper,
            heavy,
            sizes,
            clock,
        })
    }
}
