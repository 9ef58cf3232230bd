//! Leaving something for a family without an account: by the address that an urgent sheet, or a deposit link, gives.
//!
//! Nothing can be read back. What is left is sealed to the tray whose hash the address carries; the server cannot put
//! another in its place. While a large file is under way this device keeps how far it is, sealed under a key that follows
//! from the address; once all of it was left, or given up, nothing stays here.

use std::cell::RefCell;
use std::rc::Rc;

use protocol::cbor::encode_stored;
use protocol::change::{FileUse, Sealed};
use protocol::commit::sealed_digest;
use protocol::deposit::{Deposit, deposit_digest};
use protocol::ids::{BlobId, CarnetId, Digest, MemberId};
use protocol::paths;
use protocol::refusal::Refusal;
use protocol::time::{DAY, Seconds};
use protocol::tray::{PushDeposit, TrayEnd, TrayState};
use sealing::deposit::DepositError;
use zeroize::Zeroizing;

use crate::files::{Dock, Held, Means, OnProgress, PickedFile, States, is_large};
use crate::links::address::Address;
use crate::links::deposit::DepositText;
use crate::ports::Ports;
use crate::shelf::{Step, names};
use crate::trouble::{Trouble, What};
use crate::wire::{Failed, Method, Request, Talk};

pub use crate::links::deposit::{FILES, NAME, NOTE};

/// How often a deposit is sent again when the line breaks, or when somebody else was faster.
const TRIES: u32 = 5;

/// Somebody who leaves something in a tray.
#[derive(Clone)]
pub struct Depositor(Rc<Inner>);

struct Inner {
    ports: Ports,
    means: Means,
    carnet: CarnetId,
    link: MemberId,
    bearer: Zeroizing<String>,
    sealer: sealing::deposit::Depositor,
    tray: RefCell<TrayState>,
}

impl Depositor {
    /// From what stands behind `#` in the address. Asks where the tray stands.
    pub(crate) async fn open(ports: &Ports, text: &str) -> Result<Self, Trouble> {
        let Address { fragment, link } = Address::read(text)?;
        let named = fragment.tray.ok_or(Trouble::NotFound)?;
        let talk = Talk::new(ports.wire.clone());
        let bearer = Zeroizing::new(format!("Bearer {}", fragment.secret.access_token()));
        let tray = ask(&talk, link, &bearer).await?;
        let sealer = sealing::deposit::Depositor::new(&fragment.secret, &tray.recipient, &named)
            .map_err(|_| Trouble::Forged(What::Tray))?;
        if tray.carnet != fragment.carnet || sealer.public().member_id() != link {
            return Err(Trouble::Forged(What::Tray));
        }
        let states = States::new(
            ports.shelf.clone(),
            fragment.secret.upload_key(),
            names::deposits(link),
            ports.clock.clone(),
            Held::default(),
        );
        sweep(ports).await;
        let means = Means {
            carnet: fragment.carnet,
            states: Some(states),
            dock: Dock::Tray(link, bearer.clone()),
            talk,
            keeper: None,
            heavy: ports.heavy.clone(),
            sizes: Rc::default(),
            clock: ports.clock.clone(),
        };
        Ok(Self(Rc::new(Inner {
            ports: ports.clone(),
            means,
            carnet: fragment.carnet,
            link,
            bearer,
            sealer,
            tray: RefCell::new(tray),
        })))
    }

    /// How many bytes still fit, files included.
    pub fn room(&self) -> u64 {
        self.0.tray.borrow().room
    }

    /// Leaves a note and files. `name`: who they say they are. Nothing is left unless all of it arrived.
    pub async fn send(
        &self,
        name: &str,
        note: &str,
        files: Vec<PickedFile>,
        progress: OnProgress,
    ) -> Result<Left, Trouble> {
        let empty = DepositText::new(name, note, Vec::new());
        if !empty.fits() || files.len() > FILES {
            return Err(Trouble::TooLarge);
        }
        if let Some(states) = &self.0.means.states {
            // What an earlier try had begun or finished is taken up again.
            states.release();
        }
        if files.iter().any(|file| is_large(file.source.size())) {
            mark(&self.0.ports, self.0.link).await;
        }
        let added = crate::files::add(&self.0.means, files, false, &progress).await?;
        let stays = added.iter().any(|added| added.warning.is_some());
        let files = added.into_iter().map(|added| added.file).collect();
        let text = DepositText::new(name, note, files);
        self.0.leave(&text).await?;
        self.forget().await;
        Ok(Left { stays })
    }

    /// Whether a large file was begun here by this link and not left: it goes on when the same file is picked again.
    pub async fn has_begun(&self) -> bool {
        match &self.0.means.states {
            Some(states) => states.any().await,
            None => false,
        }
    }

    /// Gives up what was begun: the server forgets it, and so does this device.
    pub async fn give_up(&self) {
        for blob in self.forget().await {
            // What cannot be told now the server finds out by itself within a day.
            let _ = crate::files::give_up(&self.0.means, blob).await;
        }
    }

    async fn forget(&self) -> Vec<BlobId> {
        let step = Step::Drop(names::deposit_mark(self.0.link));
        let marked = self
            .0
            .ports
            .shelf
            .get(&names::deposit_mark(self.0.link))
            .await;
        if !matches!(marked, Ok(Some(_))) {
            return Vec::new();
        }
        let blobs = match &self.0.means.states {
            Some(states) => states.forget_all().await,
            None => Vec::new(),
        };
        let _ = self.0.ports.shelf.write(vec![step]).await;
        blobs
    }
}

/// What became of a deposit that was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Left {
    /// Of a file it is not sure that it tells no place: see [`crate::FileWarning::LocationStays`].
    pub stays: bool,
}

/// How long what was begun by some link is kept, in seconds; the server forgets it after a day.
const LASTS: u64 = 2 * DAY;

/// Notes in clear that something was begun by this link, and when: so that it can be dropped without the link.
async fn mark(ports: &Ports, link: MemberId) {
    let now = ports.clock.now().0.to_be_bytes().to_vec();
    // Without it the records are dropped when the link is used again.
    let _ = ports
        .shelf
        .write(vec![Step::Keep(names::deposit_mark(link), now)])
        .await;
}

/// Drops what others began long ago and never ended.
async fn sweep(ports: &Ports) {
    let now = ports.clock.now();
    let marks = ports.shelf.list(names::DEPOSIT_MARKS).await;
    let old = |bytes: &[u8]| {
        let since = bytes.first_chunk().map(|since| u64::from_be_bytes(*since));
        since.is_none_or(|since| now >= Seconds(since).plus(LASTS))
    };
    for (name, _) in marks
        .unwrap_or_default()
        .into_iter()
        .filter(|(_, since)| old(since))
    {
        let link = name.strip_prefix(names::DEPOSIT_MARKS);
        let link = link.and_then(|link| link.parse().ok());
        let records = link.map(|link| Step::DropAll(names::deposits(link)));
        let steps = records.into_iter().chain([Step::Drop(name)]).collect();
        let _ = ports.shelf.write(steps).await;
    }
}

async fn ask(talk: &Talk, link: MemberId, bearer: &str) -> Result<TrayState, Trouble> {
    let request = Request {
        method: Method::Get,
        path: paths::tray(link),
        headers: vec![("authorization", bearer.to_owned())],
        body: None,
    };
    let answer = talk.call(request).await.map_err(of_depositor)?;
    serde_json::from_slice(&answer.body).map_err(|_| Trouble::Broken(What::Answer))
}

/// A depositor has no session that could have ended: it is the link that the server does not know.
fn of_depositor(failed: Failed) -> Trouble {
    match failed {
        Failed::Refused(Refusal::SignedOut | Refusal::NotAccepted) => Trouble::NotFound,
        other => other.into(),
    }
}

impl Inner {
    async fn leave(&self, text: &DepositText) -> Result<(), Trouble> {
        let mut files = Vec::new();
        for file in &text.files {
            file.each(&mut |file| files.push(file.blob.clone()));
        }
        let files = self.uses(&files)?;
        let plain = Zeroizing::new(text.write());
        // Under which names it may have arrived: an answer can be lost.
        let mut sent: Vec<Digest> = Vec::new();
        for tried in 0..TRIES {
            let (counter, previous) = match self.tray.borrow().last {
                None => (0, None),
                Some(last) => {
                    let next = last.counter.checked_add(1);
                    let next = next.ok_or(Trouble::Broken(What::Answer))?;
                    (next, Some(last.digest))
                }
            };
            let sealed =
                self.sealer
                    .seal(self.carnet, counter, &plain)
                    .map_err(|error| match error {
                        DepositError::TooLong => Trouble::TooLarge,
                        _ => Trouble::Broken(What::Answer),
                    })?;
            let body = encode_stored(&Deposit {
                carnet: self.carnet,
                link: self.link,
                counter,
                previous,
                payload: sealed_digest(&sealed),
                size: u32::try_from(sealed.len()).map_err(|_| Trouble::TooLarge)?,
                files: files.clone(),
            });
            let digest = deposit_digest(&body);
            sent.push(digest);
            let push = PushDeposit {
                signature: self.sealer.sign(&body),
                body,
                payload: Sealed(sealed),
            };
            match self.post(&push).await {
                Ok(()) => {
                    self.tray.borrow_mut().last = Some(TrayEnd { counter, digest });
                    return Ok(());
                }
                Err(Failed::Refused(Refusal::Stale) | Failed::Trouble(Trouble::Offline))
                    if tried + 1 < TRIES =>
                {
                    self.means.pause(tried).await;
                    if self.arrived(&sent).await? {
                        return Ok(());
                    }
                }
                Err(failed) => return Err(of_depositor(failed)),
            }
        }
        Err(Trouble::LostRace)
    }

    /// Asks again where the tray stands, and whether what was sent is the last thing in it.
    async fn arrived(&self, sent: &[Digest]) -> Result<bool, Trouble> {
        match ask(&self.means.talk, self.link, &self.bearer).await {
            Ok(tray) => {
                let arrived = tray.last.is_some_and(|last| sent.contains(&last.digest));
                self.tray.borrow_mut().last = tray.last;
                self.tray.borrow_mut().room = tray.room;
                Ok(arrived)
            }
            Err(Trouble::Offline) => Ok(false),
            Err(trouble) => Err(trouble),
        }
    }

    async fn post(&self, push: &PushDeposit) -> Result<(), Failed> {
        let request = Request {
            method: Method::Post,
            path: paths::tray(self.link),
            headers: vec![
                ("authorization", self.bearer.as_str().to_owned()),
                ("content-type", "application/cbor".to_owned()),
            ],
            body: Some(protocol::cbor::encode(push).into()),
        };
        self.means.talk.call(request).await.map(drop)
    }

    /// The sealed files with their sizes, each once.
    fn uses(&self, blobs: &[String]) -> Result<Vec<FileUse>, Trouble> {
        let mut uses = Vec::with_capacity(blobs.len());
        for text in blobs {
            let blob = text.parse().map_err(|_| Trouble::Broken(What::File))?;
            let size = self.means.size(blob).ok_or(Trouble::Broken(What::File))?;
            uses.push(FileUse { blob, size });
        }
        Ok(uses)
    }
}
