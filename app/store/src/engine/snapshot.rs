//! The folded log, kept: on this device, so that opening begins near the end; and on the server under a signed checkpoint, so
//! that a new device does not begin with the genesis either.

use minicbor::{Decode, Encode};
use protocol::carnet::Snapshot;
use protocol::cbor::{decode_stored, encode, encode_stored};
use protocol::change::Sealed;
use protocol::checkpoint::Checkpoint;
use protocol::commit::sealed_digest;
use protocol::ids::{CarnetId, MemberId};
use protocol::signing::{Kind, verify};
use protocol::{limits, paths};
use sealing::root::Root;
use sealing::shelf_box::BoxKind;

use super::Engine;
use super::records;
use crate::carnet::Carnet;
use crate::log::Log;
use crate::shelf::{Step, names};
use crate::trouble::Trouble;
use crate::wire::Method;

/// After so many changes the image on this device is made again.
const CHANGES: u64 = 500;
/// With so many changes it is worth keeping on the server too.
const WORTH: u64 = 2_000;

/// What is kept. The numbers are the format.
#[derive(Encode, Decode)]
struct Kept {
    #[cbor(n(0), with = "minicbor::bytes")]
    image: Vec<u8>,
    /// Sealed to this member already.
    #[n(1)]
    envelopes: Vec<Sealed>,
}

impl Kept {
    fn of(carnet: &Carnet) -> Vec<u8> {
        encode(&Self {
            image: carnet.log.to_image(),
            envelopes: carnet.envelopes.clone(),
        })
    }

    fn open(plain: &[u8], id: CarnetId, me: MemberId, root: &Root) -> Option<Carnet> {
        let kept: Self = minicbor::decode(plain).ok()?;
        let log = Log::from_image(&kept.image, id, me)?;
        let imaged = (log.state.seq, log.facts.changes);
        let mut carnet = Carnet::new(id, me, log);
        carnet.imaged = imaged;
        carnet.take_envelopes(root.holder(), kept.envelopes);
        Some(carnet)
    }
}

impl Engine {
    /// Makes the image again if enough happened since the last one.
    pub(super) async fn keep_image(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let inside = self.inside_mut()?;
        let (account, shelf) = (inside.id, inside.shelf.clone());
        let carnet = inside.carnets.get_mut(&id).ok_or(Trouble::NotFound)?;
        let changes = carnet.log.facts.changes;
        // Less often when there is more to write each time.
        if changes < carnet.imaged.1 + CHANGES.max(carnet.imaged.1 / 4) {
            return Ok(());
        }
        let plain = Kept::of(carnet);
        carnet.imaged = (carnet.log.state.seq, changes);
        let image = records::seal(inside.root.shelf(), names::image(account, id), &plain);
        let steps = vec![image, Step::DropAll(names::log(account, id))];
        shelf.write(steps).await.map_err(|_| Trouble::Storage)?;
        if changes >= WORTH {
            // Only speed depends on it.
            let _unsent = self.send_snapshot(id, &plain).await;
        }
        Ok(())
    }

    async fn send_snapshot(&mut self, id: CarnetId, plain: &[u8]) -> Result<(), Trouble> {
        let inside = self.inside()?;
        let (seq, head) = inside.carnet(id)?.log.head();
        let sealed = inside
            .root
            .own()
            .seal(BoxKind::Snapshot, id.as_bytes(), plain);
        if sealed.len() > limits::SNAPSHOT {
            return Ok(());
        }
        let snapshot = sealed_digest(&sealed);
        let checkpoint = encode_stored(&Checkpoint {
            carnet: id,
            account: inside.id,
            seq,
            head,
            snapshot,
        });
        let signature = inside.root.sign(Kind::Checkpoint, &checkpoint);
        let snapshot = Snapshot {
            checkpoint,
            signature,
            sealed: Sealed(sealed),
        };
        self.signed(|talk| {
            let (path, snapshot) = (paths::snapshot(id), snapshot.clone());
            async move { talk.tell_cbor(Method::Put, &path, &snapshot).await }
        })
        .await?;
        Ok(())
    }

    /// Begins a carnet that this device does not have with the account's own snapshot, if the server has one that is right.
    /// What is not right is passed over: the log itself is still there.
    pub(super) async fn begin_with_snapshot(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let answer = self
            .signed(|talk| {
                let path = paths::snapshot(id);
                async move { talk.get_cbor::<Snapshot>(&path).await }
            })
            .await;
        let snapshot = match answer.map_err(Trouble::from) {
            Ok(snapshot) => snapshot,
            Err(Trouble::Offline) => return Err(Trouble::Offline),
            Err(_) => return Ok(()),
        };
        let inside = self.inside_mut()?;
        if let Some(carnet) = check(&snapshot, id, &inside.root) {
            let sizes: Vec<_> = carnet.sizes().collect();
            inside.sizes.borrow_mut().extend(sizes);
            inside.carnets.insert(id, carnet);
            self.keep_whole_image(id).await?;
        }
        Ok(())
    }

    /// Keeps the image as it is now: without one the shelf would have commits that continue nothing.
    pub(super) async fn keep_whole_image(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let inside = self.inside()?;
        let next = inside.carnet(id)?.log.state.seq + 1;
        let image = records::seal(
            inside.root.shelf(),
            names::image(inside.id, id),
            &inside.image_of(id)?,
        );
        inside
            .shelf
            .write(vec![image])
            .await
            .map_err(|_| Trouble::Storage)?;
        self.inside_mut()?.carnet_mut(id)?.shelf_next = next;
        Ok(())
    }

    /// What this device has of a carnet: its image and the commits after it. All of it was checked before it was sealed here.
    pub(super) async fn load(&mut self, id: CarnetId) -> Result<bool, Trouble> {
        let inside = self.inside_mut()?;
        if inside.carnets.contains_key(&id) {
            return Ok(true);
        }
        let (me, shelf) = (inside.id, inside.shelf.clone());
        let image = records::open(&*shelf, inside.root.shelf(), &names::image(me, id)).await;
        let mut carnet = image.and_then(|plain| Kept::open(&plain, id, me, &inside.root));
        for pulled in records::open_log(&*shelf, inside.root.shelf(), me, id).await? {
            for received in &pulled.commits {
                match &mut carnet {
                    None => {
                        let Ok(log) = Log::open(&received.signed, me) else {
                            return Ok(false);
                        };
                        carnet = Some(Carnet::new(id, me, log));
                    }
                    Some(carnet) => carnet.log.take_again(&received.signed),
                }
            }
            if let Some(carnet) = &mut carnet {
                carnet.take_envelopes(inside.root.holder(), pulled.envelopes);
            }
        }
        let Some(mut carnet) = carnet.filter(|carnet| carnet.log.state.carnet == id) else {
            return Ok(false);
        };
        carnet.shelf_next = carnet.log.state.seq + 1;
        carnet.touch_all();
        let sizes: Vec<_> = carnet.sizes().collect();
        inside.sizes.borrow_mut().extend(sizes);
        inside.carnets.insert(id, carnet);
        self.fetch_from_shelf(id).await?;
        Ok(true)
    }
}

impl super::Inside {
    /// The image of a carnet as it is now.
    pub(super) fn image_of(&self, id: CarnetId) -> Result<Vec<u8>, Trouble> {
        self.carnet(id).map(Kept::of)
    }
}

/// A snapshot that this account signed and sealed, of this carnet.
fn check(snapshot: &Snapshot, id: CarnetId, root: &Root) -> Option<Carnet> {
    verify(
        &root.public().signing,
        Kind::Checkpoint,
        &snapshot.checkpoint,
        &snapshot.signature,
    )
    .ok()?;
    let checkpoint: Checkpoint = decode_stored(&snapshot.checkpoint).ok()?;
    let named = checkpoint.carnet == id && checkpoint.account == root.id();
    if !named || sealed_digest(&snapshot.sealed.0) != checkpoint.snapshot {
        return None;
    }
    let plain = root
        .own()
        .open(BoxKind::Snapshot, id.as_bytes(), &snapshot.sealed.0)
        .ok()?;
    let carnet = Kept::open(&plain, id, root.id(), root)?;
    (carnet.log.head() == (checkpoint.seq, checkpoint.head)).then_some(carnet)
}
