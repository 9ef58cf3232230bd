//! Somebody who holds an invitation: sees, before having an account, into which carnet it lets them in and as what.
//!
//! The address carries S, from which the link's keys follow, the carnet, and where its chain stood when the invitation was
//! made. The server gives the log and the link's key envelopes to who shows the link's access token. Nothing is believed:
//! another genesis, or a chain without that head, is refused; so is an invitation of which the server keeps a key back. Nothing
//! is kept on this device.

mod admission;

use std::cell::RefCell;
use std::rc::Rc;

use minicbor::{Decode, Encode};
use protocol::carnet::{Fetch, Fetched, Pulled, Received};
use protocol::change::{LinkKind, Role};
use protocol::commit::carnet_id;
use protocol::ids::{CarnetId, Digest, EntryId, MemberId, SectionId};
use protocol::refusal::Refusal;
use protocol::state::Standing;
use protocol::time::Seconds;
use protocol::{limits, paths};
use sealing::holder::Holder;
use sealing::link::{Fragment, LinkError};
use zeroize::Zeroizing;

use crate::carnet::{Carnet, rights};
use crate::log::Log;
use crate::ports::{Clock, Ports};
use crate::scene::GuestView;
use crate::trouble::{Trouble, What};
use crate::wire::{Failed, Method, Request, Talk};

pub(crate) use admission::Admission;

/// Somebody who holds an invitation.
#[derive(Clone)]
pub struct Guest(Rc<Inner>);

struct Inner {
    talk: Talk,
    clock: Rc<dyn Clock>,
    carnet: CarnetId,
    /// Where the chain stood when the invitation was made.
    made: (u64, Digest),
    holder: Holder,
    bearer: Zeroizing<String>,
    seen: RefCell<Option<Carnet>>,
}

impl Guest {
    /// From what stands behind `#` in the address.
    pub(crate) async fn open(ports: &Ports, text: &str) -> Result<Self, Trouble> {
        let fragment = Fragment::read(text.trim().trim_start_matches('#'));
        let fragment = fragment.map_err(|error| match error {
            LinkError::Newer => Trouble::Newer,
            LinkError::Incomplete => Trouble::NotFound,
        })?;
        if fragment.tray.is_some() {
            return Err(Trouble::NotFound);
        }
        let guest = Self(Rc::new(Inner {
            talk: Talk::new(ports.wire.clone()),
            clock: ports.clock.clone(),
            carnet: fragment.carnet,
            made: (fragment.seq, fragment.head),
            holder: fragment.secret.holder(),
            bearer: Zeroizing::new(format!("Bearer {}", fragment.secret.access_token())),
            seen: RefCell::new(None),
        }));
        guest.refresh().await?;
        // Whose carnet it is can also be asked of who sent the invitation.
        guest.0.read_names().await.ok();
        Ok(guest)
    }

    /// To which carnet it leads.
    pub fn carnet(&self) -> CarnetId {
        self.0.carnet
    }

    /// The last commit of the chain that the invitation's holder checked.
    pub(crate) fn head(&self) -> (u64, Digest) {
        let seen = self.0.seen.borrow();
        seen.as_ref()
            .map_or(self.0.made, |carnet| carnet.log.head())
    }

    /// What the invitation says.
    pub fn view(&self) -> Result<GuestView, Trouble> {
        let seen = self.0.seen.borrow();
        let carnet = seen.as_ref().ok_or(Trouble::NotFound)?;
        let member = carnet.member().ok_or(Trouble::LinkClosed)?;
        let (role, until, by) = terms(member.standing)?;
        Ok(GuestView {
            person: carnet
                .sent_identity()
                .map(domain::entry::Identity::full_name)
                .unwrap_or_default(),
            by: carnet.label(by),
            label: carnet.label(self.0.holder.id()),
            role,
            rights: rights(member),
            until,
        })
    }

    /// Whether an account is in the carnet already.
    pub(crate) fn has(&self, account: MemberId) -> bool {
        let seen = self.0.seen.borrow();
        seen.as_ref()
            .is_some_and(|carnet| carnet.log.state.members.contains_key(&account))
    }

    /// Takes what is new of the log, and checks that the invitation still stands.
    pub(crate) async fn refresh(&self) -> Result<(), Trouble> {
        while self.0.pull().await? {}
        let seen = self.0.seen.borrow();
        let carnet = seen.as_ref().ok_or(Trouble::Withheld(What::History))?;
        let (seq, _) = carnet.log.head();
        if seq < self.0.made.0 {
            return Err(Trouble::RolledBack {
                known: self.0.made.0,
                offered: seq,
            });
        }
        let member = carnet.member().ok_or(Trouble::LinkClosed)?;
        let (_, until, _) = terms(member.standing)?;
        let at = carnet.date(self.0.clock.now());
        if at >= until {
            return Err(Trouble::LinkOver);
        }
        match carnet.first_missing_key(at) {
            Some(section) => Err(Trouble::Withheld(What::Key(section))),
            None => Ok(()),
        }
    }
}

/// As what an invitation lets somebody in, until when it can be taken, and who made it.
fn terms(standing: Standing) -> Result<(Role, Seconds, MemberId), Trouble> {
    match standing {
        Standing::Link {
            kind: LinkKind::Invitation(role),
            until,
            by,
        } => Ok((role, until, by)),
        _ => Err(Trouble::NotFound),
    }
}

impl Inner {
    /// The next commits. Gives whether there are more.
    async fn pull(&self) -> Result<bool, Trouble> {
        let here = self.seen.borrow().as_ref().map(|carnet| carnet.log.head());
        let from = here.map_or(0, |(seq, _)| seq + 1);
        let path = format!("{}?from={from}", paths::bearer_log(self.holder.id()));
        let pulled: Pulled = self.ask(Method::Get, path, None::<&Fetch>).await?;
        if pulled.commits.len() > limits::PULL_COMMITS {
            return Err(Trouble::Broken(What::Answer));
        }
        if let Some((seq, head)) = here {
            if pulled.seq < seq {
                return Err(Trouble::RolledBack {
                    known: seq,
                    offered: pulled.seq,
                });
            }
            if pulled.seq == seq && pulled.head != head {
                return Err(Trouble::Forged(What::History));
            }
        }
        let came = pulled.commits.len();
        for received in &pulled.commits {
            self.take(received)?;
        }
        let mut seen = self.seen.borrow_mut();
        let carnet = seen.as_mut().ok_or(Trouble::Withheld(What::History))?;
        carnet.take_envelopes(&self.holder, pulled.envelopes);
        let (seq, head) = carnet.log.head();
        if seq == pulled.seq && head != pulled.head {
            return Err(Trouble::Forged(What::History));
        }
        if came == 0 && seq < pulled.seq {
            return Err(Trouble::Withheld(What::Commit(seq + 1)));
        }
        Ok(seq < pulled.seq)
    }

    fn take(&self, received: &Received) -> Result<(), Trouble> {
        let mut seen = self.seen.borrow_mut();
        match seen.as_mut() {
            Some(carnet) => {
                carnet.log.take(&received.signed, received.at)?;
            }
            None if carnet_id(&received.signed.body) != self.carnet => {
                return Err(Trouble::Forged(What::Commit(0)));
            }
            None => {
                let log = Log::open(&received.signed, self.holder.id())?;
                *seen = Some(Carnet::new(self.carnet, self.holder.id(), log));
            }
        }
        let head = seen.as_ref().map(|carnet| carnet.log.head());
        if head.is_some_and(|(seq, head)| seq == self.made.0 && head != self.made.1) {
            *seen = None;
            return Err(Trouble::Forged(What::History));
        }
        Ok(())
    }

    /// Fetches what says whose carnet it is.
    async fn read_names(&self) -> Result<(), Trouble> {
        let wanted: Vec<_> = {
            let seen = self.seen.borrow();
            let carnet = seen.as_ref().ok_or(Trouble::NotFound)?;
            let entries = &carnet.log.state.entries;
            let of_team = |id: &EntryId| {
                entries
                    .get(id)
                    .is_some_and(|entry| entry.section == SectionId::TEAM)
            };
            let wanted = carnet.wanted(carnet.date(self.clock.now()));
            let wanted = wanted.into_iter().filter(|(id, _)| of_team(id));
            wanted.take(limits::FETCH).collect()
        };
        let fetch = Fetch {
            digests: wanted.iter().map(|(_, digest)| *digest).collect(),
        };
        let path = paths::bearer_payloads(self.holder.id());
        let fetched: Fetched = self.ask(Method::Post, path, Some(&fetch)).await?;
        let mut seen = self.seen.borrow_mut();
        let carnet = seen.as_mut().ok_or(Trouble::NotFound)?;
        for ((entry, digest), sealed) in wanted.into_iter().zip(fetched.payloads) {
            if let Some(sealed) = sealed {
                carnet.take_payload(entry, digest, &sealed.0);
            }
        }
        Ok(())
    }

    async fn ask<T>(
        &self,
        method: Method,
        path: String,
        body: Option<&impl Encode<()>>,
    ) -> Result<T, Trouble>
    where
        T: Encode<()> + for<'b> Decode<'b, ()>,
    {
        let mut headers = vec![("authorization", self.bearer.as_str().to_owned())];
        if body.is_some() {
            headers.push(("content-type", "application/cbor".to_owned()));
        }
        let request = Request {
            method,
            path,
            headers,
            body: body.map(|body| protocol::cbor::encode(body).into()),
        };
        // There is no session that could have ended: it is the link that the server does not know.
        let answer = self
            .talk
            .call(request)
            .await
            .map_err(|failed| match failed {
                Failed::Refused(Refusal::SignedOut | Refusal::NotAccepted | Refusal::Malformed) => {
                    Trouble::NotFound
                }
                other => other.into(),
            })?;
        protocol::cbor::decode(&answer.body).map_err(|error| match error {
            protocol::cbor::CborError::Newer => Trouble::Newer,
            _ => Trouble::Broken(What::Answer),
        })
    }
}
