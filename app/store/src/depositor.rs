//! Leaving something for a family without an account: by the address that an urgent sheet, or a deposit link, gives.
//!
//! Nothing is kept on this device, and nothing can be read back. What is left is sealed to the tray whose hash the address
//! carries; the server cannot put another in its place.

use std::cell::RefCell;
use std::rc::Rc;

use protocol::cbor::encode_stored;
use protocol::change::{FileUse, Sealed};
use protocol::commit::sealed_digest;
use protocol::deposit::{Deposit, deposit_digest};
use protocol::ids::{CarnetId, Digest, MemberId};
use protocol::paths;
use protocol::refusal::Refusal;
use protocol::tray::{PushDeposit, TrayEnd, TrayState};
use sealing::deposit::DepositError;
use zeroize::Zeroizing;

use crate::files::{Dock, Means, OnProgress, PickedFile};
use crate::links::address::Address;
use crate::links::deposit::DepositText;
use crate::ports::Ports;
use crate::trouble::{Trouble, What};
use crate::wire::{Failed, Method, Request, Talk};

pub use crate::links::deposit::{FILES, NAME, NOTE};

/// How often a deposit is sent again when the line breaks, or when somebody else was faster.
const TRIES: u32 = 5;

/// Somebody who leaves something in a tray.
#[derive(Clone)]
pub struct Depositor(Rc<Inner>);

struct Inner {
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
        let means = Means {
            carnet: fragment.carnet,
            dock: Dock::Tray(link, bearer.clone()),
            talk,
            keeper: None,
            heavy: ports.heavy.clone(),
            sizes: Rc::default(),
            clock: ports.clock.clone(),
        };
        Ok(Self(Rc::new(Inner {
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
    ) -> Result<(), Trouble> {
        let empty = DepositText::new(name, note, Vec::new());
        if !empty.fits() || files.len() > FILES {
            return Err(Trouble::TooLarge);
        }
        let added = crate::files::add(&self.0.means, files, false, &progress).await?;
        let files = added.into_iter().map(|added| added.file).collect();
        let text = DepositText::new(name, note, files);
        self.0.leave(&text).await
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
                Some(last) => (last.counter + 1, Some(last.digest)),
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
            body: Some(protocol::cbor::encode(push)),
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
