//! The door: who comes in, and what is forgotten when it closes.

use std::collections::BTreeMap;
use std::rc::Rc;

use protocol::account::WayKind;
use protocol::ids::MemberId;
use sealing::root::Root;
use sealing::wrap::{WayKey, WrapError, open_root};
use serde_json::json;

use super::records::{self, AccountRecord, KnownRecord, KnownWrap};
use super::{CarnetList, Engine, Inside, make_random};
use crate::outbox::Outbox;
use crate::scene::Busy;
use crate::shelf::{MemoryShelf, Shelf, Step, names};
use crate::trouble::{Trouble, What};
use crate::wire::{Method, Talk};

impl Engine {
    /// Somebody is in, if the root is that of the account that it was expected to be. Nothing is overwritten otherwise.
    pub(super) async fn enter(
        &mut self,
        root: Root,
        expected: MemberId,
        borrowed: bool,
    ) -> Result<(), Trouble> {
        if root.id() != expected {
            return Err(Trouble::WrongAccount);
        }
        let shelf: Rc<dyn Shelf> = if borrowed {
            Rc::new(MemoryShelf::new())
        } else {
            self.ports.shelf.clone()
        };
        let id = root.id();
        let record = records::open(&*shelf, root.shelf(), &names::account(id)).await;
        let account: AccountRecord = record
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default();
        let list = account
            .list
            .as_ref()
            .and_then(|signed| CarnetList::read(&root, signed).ok())
            .unwrap_or_default();
        let outbox = Outbox::load(id, &*shelf, root.shelf())
            .await
            .map_err(|_| Trouble::Storage)?;
        self.inside = Some(Inside {
            root,
            id,
            borrowed,
            shelf,
            account,
            asked: protocol::time::Seconds(0),
            list,
            outbox,
            carnets: BTreeMap::new(),
            covers: BTreeMap::new(),
            kept_covers: BTreeMap::new(),
            open: None,
            sheet: None,
            sizes: self.sizes.clone(),
            served: BTreeMap::new(),
            view: None,
            visit: None,
            reminding: super::Reminding::default(),
        });
        self.load_covers().await;
        self.remember_use().await;
        Ok(())
    }

    /// Unlocks with a passkey that this device remembers. The challenge is made here, since nobody checks the assertion: what
    /// counts is the secret that comes with it.
    pub(crate) async fn unlock_passkey(&mut self, account: MemberId) -> Result<(), Trouble> {
        let record = self.known_record(account)?;
        let wraps: Vec<&KnownWrap> = record
            .wraps
            .iter()
            .filter(|wrap| wrap.kind == WayKind::Passkey)
            .collect();
        let allowed: Vec<_> = wraps
            .iter()
            .filter_map(|wrap| wrap.credential.as_deref())
            .collect();
        let allowed: Vec<_> = allowed
            .iter()
            .map(|id| json!({ "type": "public-key", "id": id }))
            .collect();
        let challenge = data_encoding::BASE64URL_NOPAD.encode(&make_random::<32>()?);
        let options = json!({
            "challenge": challenge,
            "allowCredentials": allowed,
            "userVerification": "required",
            "timeout": 120_000,
        });
        let asserted = self.ports.passkeys.get(options).await?;
        if asserted.account.is_some_and(|vouched| vouched != account) {
            return Err(Trouble::WrongAccount);
        }
        self.stage.busy(Some(Busy::Unlocking));
        let mut fitting = wraps.iter().filter(|wrap| {
            wrap.credential
                .as_deref()
                .is_none_or(|id| id == asserted.id)
        });
        let key = WayKey::Prf(&asserted.prf);
        let root = fitting
            .find_map(|wrap| open_root(&wrap.file, &key).ok())
            .ok_or(Trouble::Broken(What::Wrap))?;
        self.enter(root, account, false).await?;
        self.arrive().await
    }

    /// Unlocks with the passphrase of an account that this device remembers.
    pub(crate) async fn unlock_passphrase(
        &mut self,
        account: MemberId,
        passphrase: String,
    ) -> Result<(), Trouble> {
        let record = self.known_record(account)?;
        let wrap = record
            .wraps
            .iter()
            .find(|wrap| wrap.kind == WayKind::Name)
            .ok_or(Trouble::NotKnownHere)?;
        let passphrase = super::create::read_passphrase(passphrase)?;
        self.breathe(Busy::Unlocking).await;
        let root =
            open_root(&wrap.file, &WayKey::Passphrase(&passphrase)).map_err(
                |error| match error {
                    WrapError::WrongKey => Trouble::WrongPassphrase,
                    _ => Trouble::Broken(What::Wrap),
                },
            )?;
        self.enter(root, account, false).await?;
        self.arrive().await
    }

    /// After coming in: asks the server what is new. Without network one is in all the same.
    pub(super) async fn arrive(&mut self) -> Result<(), Trouble> {
        self.show_while_busy(Busy::Fetching);
        match self.sync_account().await {
            // Which carnets there are is known now; what is in them follows.
            Ok(()) => self.show_while_busy(Busy::Fetching),
            Err(Trouble::Offline | Trouble::Server | Trouble::TooMany) => return Ok(()),
            // An account that the server does not know any more, or a list that it went back with: said, not undone.
            Err(trouble) => return Err(trouble),
        }
        // What is wrong with a carnet is said where it is shown.
        let _said_there = self.sync_carnets().await;
        Ok(())
    }

    /// Forgets the keys and everything readable.
    pub(crate) async fn lock(&mut self) -> Result<(), Trouble> {
        let Some(mut inside) = self.inside.take() else {
            return Ok(());
        };
        // A visit leaves nothing behind, and no session of an account is its own to end.
        let visit = inside.visit.is_some();
        if visit {
            self.talk = Talk::new(self.ports.wire.clone());
        }
        let moved = !visit && inside.pins_moved(1);
        for (id, (seq, head)) in inside.heads() {
            inside.list.see(id, seq, head);
        }
        let signed = moved.then(|| inside.list.sign_next(&inside.root));
        let borrowed = inside.borrowed;
        drop(inside);
        self.known = records::load_known(&*self.ports.shelf).await;
        self.settle();
        if let Some(signed) = signed {
            // Only how soon another device knows the newest heads depends on it.
            let _unsent = self
                .talk
                .tell(Method::Put, protocol::paths::ACCOUNT_LIST, &signed)
                .await;
        }
        if borrowed && !visit {
            // Whoever comes to a borrowed computer next finds no session either.
            let _unreached = self.talk.delete(protocol::paths::SESSIONS).await;
        }
        Ok(())
    }

    /// Locks, and ends the session with the server.
    pub(crate) async fn sign_out(&mut self) -> Result<(), Trouble> {
        self.lock().await?;
        match self
            .talk
            .delete(protocol::paths::SESSIONS)
            .await
            .map_err(Trouble::from)
        {
            Ok(()) | Err(Trouble::Locked | Trouble::Offline) => Ok(()),
            Err(trouble) => Err(trouble),
        }
    }

    /// Removes everything of an account from this device.
    pub(crate) async fn forget_device(&mut self, account: MemberId) -> Result<(), Trouble> {
        if self
            .inside
            .as_ref()
            .is_some_and(|inside| inside.id == account)
        {
            // Whatever comes of it: the keys are forgotten here, and a device without them shows nothing.
            if let Ok(Some(device)) = self.device_here().await {
                let _unreached = self.forget_reminded(device).await;
            }
            self.sign_out().await?;
        }
        self.forget_device_of(account).await
    }

    /// Drops all that this device keeps of an account.
    pub(super) async fn forget_device_of(&mut self, account: MemberId) -> Result<(), Trouble> {
        self.ports.notices.forget(account).await;
        let steps = vec![
            Step::Drop(names::known(account)),
            Step::DropAll(names::of_account(account)),
        ];
        self.ports
            .shelf
            .write(steps)
            .await
            .map_err(|_| Trouble::Storage)?;
        self.known = records::load_known(&*self.ports.shelf).await;
        Ok(())
    }

    /// Shows what is true now, and that more is coming.
    fn show_while_busy(&mut self, busy: Busy) {
        self.settle();
        self.stage.busy(Some(busy));
    }

    /// Says what is going on and lets the page draw it before work that takes a moment.
    pub(super) async fn breathe(&self, busy: Busy) {
        self.stage.busy(Some(busy));
        self.ports.clock.pause(30).await;
    }

    /// Remembers that the account was used here. A borrowed computer remembers nothing.
    async fn remember_use(&mut self) {
        let now = self.now();
        let Some(inside) = self.inside.as_ref().filter(|inside| !inside.borrowed) else {
            return;
        };
        let Some(record) = self
            .known
            .iter_mut()
            .find(|record| record.account == inside.id)
        else {
            return;
        };
        record.used = now;
        if let Some(step) = record.step() {
            // Only the order of accounts at the door depends on it.
            let _unkept = inside.shelf.write(vec![step]).await;
        }
    }

    fn known_record(&self, account: MemberId) -> Result<KnownRecord, Trouble> {
        self.known
            .iter()
            .find(|record| record.account == account)
            .cloned()
            .ok_or(Trouble::NotKnownHere)
    }
}
