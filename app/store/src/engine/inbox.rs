//! The inbox: what strangers left, opened here, taken in or dismissed.

use std::collections::BTreeMap;
use std::rc::Rc;

use protocol::cbor::decode_stored;
use protocol::change::{DepositSource, FileUse};
use protocol::commit::sealed_digest;
use protocol::deposit::{Deposit, Tray, deposit_digest, follow};
use protocol::ids::{CarnetId, Digest, EntryId, MemberId, SectionId};
use protocol::keys::MemberKeys;
use protocol::paths;
use protocol::tray::{Inbox, Waiting};
use sealing::deposit::{Depositor, TraySecret, open_deposit, tray_digest};
use sealing::link::Fragment;

use super::Engine;
use super::received::MISPLACED;
use crate::carnet::{Carnet, SeenDeposits};
use crate::keeper::Edit;
use crate::links::deposit::DepositText;
use crate::links::keys::TrayKeys;
use crate::scene::{Busy, DepositView};
use crate::trouble::{Trouble, What};

const BROKEN: Trouble = Trouble::Broken(What::Tray);

impl Engine {
    /// Asks what waits, and opens what was not opened yet.
    pub(super) async fn look_into_inbox(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let inbox: Inbox = self
            .signed(|talk| {
                let path = paths::inbox(id);
                async move { talk.get_cbor(&path).await }
            })
            .await?;
        self.recall_received(id).await?;
        let inside = self.inside_mut()?;
        let mut sizes = Vec::new();
        let carnet = inside.carnet_mut(id)?;
        let mut received = carnet.watch.received.clone().unwrap_or_default();
        let mut views = Vec::with_capacity(inbox.deposits.len());
        let mut digests = BTreeMap::new();
        for waiting in &inbox.deposits {
            let digest = deposit_digest(&waiting.deposit.body);
            let known = carnet.watch.inbox.iter().find(|view| {
                carnet.watch.deposits.get(&(view.link, view.counter)) == Some(&digest)
            });
            let (mut view, files) = match known {
                Some(known) => (known.clone(), Vec::new()),
                None => show(carnet, waiting, &received),
            };
            let (link, counter, taken) = (view.link, view.counter, &carnet.log.facts.taken);
            if received.is_done(taken, link, counter, digest) {
                // Offered once more: an honest server has thrown it away.
                continue;
            }
            if view.trouble.is_none() {
                view.skipped = received.skipped(taken, link, counter);
                view.received = received.meet((link, counter), digest, waiting.received);
            }
            sizes.extend(files.iter().map(|file| ((id, file.blob), file.size)));
            digests.insert((view.link, view.counter), digest);
            views.push(view);
        }
        carnet.watch.deposits = digests;
        let news = carnet.watch.received.as_ref() != Some(&received);
        carnet.watch.received = Some(received);
        if *carnet.watch.inbox != views {
            carnet.watch.inbox = Rc::new(views);
            carnet.view = None;
        }
        for (file, size) in sizes {
            // A stranger's word counts for what they brought, not for files that are known.
            inside.sizes.borrow_mut().entry(file).or_insert(size);
        }
        if news {
            self.keep_received(id).await?;
        }
        Ok(())
    }

    /// Writes entries that were made from a deposit; it then leaves the inbox.
    pub(crate) async fn take_in(
        &mut self,
        link: MemberId,
        counter: u64,
        edits: Vec<Edit>,
    ) -> Result<Vec<EntryId>, Trouble> {
        let inside = self.inside()?;
        let id = inside.open_id()?;
        let digest = inside.waiting(id, link, counter)?;
        let source = DepositSource {
            link,
            counter,
            digest,
        };
        let ids = self.put_from(id, edits, Some(source)).await?;
        self.no_longer_waits(id, link, counter).await?;
        Ok(ids)
    }

    /// Throws a deposit away, its files with it.
    pub(crate) async fn dismiss(&mut self, link: MemberId, counter: u64) -> Result<(), Trouble> {
        let inside = self.inside()?;
        let id = inside.open_id()?;
        inside.waiting(id, link, counter)?;
        self.stage.busy(Some(Busy::Sending));
        self.signed(|talk| {
            let path = paths::inbox_deposit(id, link, counter);
            async move { talk.delete(&path).await }
        })
        .await?;
        self.no_longer_waits(id, link, counter).await
    }

    async fn no_longer_waits(
        &mut self,
        id: CarnetId,
        link: MemberId,
        counter: u64,
    ) -> Result<(), Trouble> {
        let carnet = self.inside_mut()?.carnet_mut(id)?;
        carnet.watch.deposits.remove(&(link, counter));
        let left = carnet.watch.inbox.iter();
        let left = left.filter(|view| (view.link, view.counter) != (link, counter));
        carnet.watch.inbox = Rc::new(left.cloned().collect());
        carnet.view = None;
        if let Some(received) = &mut carnet.watch.received {
            received.finish(link, counter);
        }
        self.keep_received(id).await
    }
}

impl super::Inside {
    fn waiting(&self, id: CarnetId, link: MemberId, counter: u64) -> Result<Digest, Trouble> {
        let deposits = &self.carnet(id)?.watch.deposits;
        deposits
            .get(&(link, counter))
            .copied()
            .ok_or(Trouble::NotFound)
    }
}

/// What a deposit says, or why it cannot be read; and the files that it brings.
fn show(
    carnet: &Carnet,
    waiting: &Waiting,
    received: &SeenDeposits,
) -> (DepositView, Vec<FileUse>) {
    let deposit = decode_stored::<Deposit>(&waiting.deposit.body).ok();
    let mut view = DepositView {
        link: waiting.link,
        counter: deposit.as_ref().map_or(0, |deposit| deposit.counter),
        received: waiting.received,
        skipped: 0,
        name: String::new(),
        note: String::new(),
        files: Vec::new(),
        trouble: None,
    };
    let opened = deposit.ok_or(BROKEN).and_then(|deposit| {
        let text = open(carnet, waiting, &deposit)?;
        let place = (waiting.link, deposit.counter);
        let digest = deposit_digest(&waiting.deposit.body);
        let taken = &carnet.log.facts.taken;
        if received.fits(taken, place, digest, deposit.previous) {
            Ok((text, deposit.files))
        } else {
            Err(MISPLACED)
        }
    });
    match opened {
        Ok((text, files)) => {
            view.name = text.name;
            view.note = text.note;
            view.files = text.files;
            (view, files)
        }
        Err(trouble) => {
            view.trouble = Some(trouble);
            (view, Vec::new())
        }
    }
}

fn open(carnet: &Carnet, waiting: &Waiting, deposit: &Deposit) -> Result<DepositText, Trouble> {
    let keys = carnet
        .tray(waiting.link)
        .ok_or(Trouble::Withheld(What::Key(SectionId::KEYS)))?;
    let (secret, member) = members_keys(&keys)?;
    // What came before it was taken in or thrown away long ago: its own word counts.
    let before = deposit.counter.checked_sub(1).zip(deposit.previous);
    let before = before.map(|(counter, digest)| Tray { counter, digest });
    let pushed = &waiting.deposit;
    follow(carnet.id, &member, before, &pushed.body, &pushed.signature)
        .map_err(|_| Trouble::Forged(What::Tray))?;
    if sealed_digest(&pushed.payload.0) != deposit.payload {
        return Err(Trouble::Forged(What::Tray));
    }
    let plain = open_deposit(
        &secret,
        carnet.id,
        waiting.link,
        deposit.counter,
        &pushed.payload.0,
    )
    .map_err(|error| match error {
        sealing::deposit::DepositError::Newer => Trouble::Newer,
        _ => BROKEN,
    })?;
    let text = DepositText::read(&plain).ok_or(BROKEN)?;
    // It may name what it brought, and nothing else.
    let mut brought = true;
    for file in &text.files {
        file.each(&mut |file| {
            let named = |known: &FileUse| known.blob.to_string() == file.blob;
            brought &= deposit.files.iter().any(named);
        });
    }
    if brought { Ok(text) } else { Err(BROKEN) }
}

fn members_keys(keys: &TrayKeys) -> Result<(TraySecret, MemberKeys), Trouble> {
    let secret = TraySecret::read(keys.identity.expose()).map_err(|_| BROKEN)?;
    let fragment = Fragment::read(keys.fragment.expose()).map_err(|_| BROKEN)?;
    let recipient = secret.recipient();
    let depositor = Depositor::new(&fragment.secret, recipient, &tray_digest(recipient));
    let member = depositor.map_err(|_| BROKEN)?.public().clone();
    Ok((secret, member))
}
