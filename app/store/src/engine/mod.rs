//! The one task that owns the unlocked keys. It does one thing after another; handles send it work.

mod account;
mod calendar;
mod card;
mod carnets;
mod compartments;
mod cover;
mod create;
mod deposit_links;
mod door;
mod drafts;
mod edit;
mod entries;
mod example;
mod farewell;
mod fetch;
mod guardians;
mod inbox;
mod invite;
mod join;
mod journal;
mod list;
mod members;
mod pull;
mod push;
mod reading;
mod received;
mod records;
mod reminders;
mod replace;
mod scene;
mod send;
mod session;
mod sheet;
mod sign_in;
mod snapshot;
mod sync;
mod team;
mod tend;
mod visit;
mod visits;
mod ways;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::pin::pin;
use std::rc::Rc;

use futures::channel::mpsc;
use futures::future::{Either, select};
use futures::{FutureExt, StreamExt};
use protocol::ids::{BlobId, CarnetId, Digest, MemberId};
use protocol::time::Seconds;
use sealing::root::Root;

use crate::carnet::Carnet;
use crate::files::Held;
use crate::keeper::{Job, Stage};
use crate::outbox::Outbox;
use crate::ports::Ports;
use crate::scene::{AccountView, Cover};
use crate::shelf::Shelf;
use crate::trouble::Trouble;
use crate::wire::Talk;

pub use calendar::CalendarView;
use list::CarnetList;
use records::{AccountRecord, KnownRecord};
use reminders::Reminding;
use sheet::Pending;

/// Sealed sizes of files, by their carnet and id: what was just sent, and what the log of an open carnet names. One carnet's
/// log says nothing about another's files.
pub(crate) type Sizes = Rc<RefCell<BTreeMap<(CarnetId, BlobId), u64>>>;

/// How often the server is asked for what is new while somebody is in, in milliseconds.
const BEAT: u32 = 20_000;

/// Owns everything that must not be seen by others.
pub(crate) struct Engine {
    ports: Ports,
    stage: Rc<Stage>,
    talk: Talk,
    /// Accounts that this device remembers.
    known: Vec<KnownRecord>,
    inside: Option<Inside>,
    started: bool,
    /// Outlives locking: a form that comes back afterwards may name files that were sent before.
    sizes: Sizes,
    /// Uploads that this window has under way.
    held: Held,
}

/// What there is while somebody is in.
struct Inside {
    root: Root,
    id: MemberId,
    borrowed: bool,
    shelf: Rc<dyn Shelf>,
    /// The account as the server last said.
    account: AccountRecord,
    /// When the server was last asked for the account.
    asked: Seconds,
    list: CarnetList,
    outbox: Outbox,
    carnets: BTreeMap<CarnetId, Carnet>,
    covers: BTreeMap<CarnetId, Cover>,
    /// As they are on the shelf.
    kept_covers: BTreeMap<CarnetId, Cover>,
    open: Option<CarnetId>,
    sheet: Option<Pending>,
    sizes: Sizes,
    /// What the server was last given to serve of each agenda.
    served: BTreeMap<CarnetId, Digest>,
    view: Option<Rc<AccountView>>,
    /// Nobody's account: somebody looks by a link.
    visit: Option<visit::Visit>,
    reminding: Reminding,
}

/// Random bytes, or the reason why nothing can be made here.
pub(crate) fn make_random<const N: usize>() -> Result<[u8; N], Trouble> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Trouble::Storage)?;
    Ok(bytes)
}

impl Engine {
    pub(crate) fn new(ports: Ports, stage: Rc<Stage>) -> Self {
        let talk = Talk::new(ports.wire.clone());
        Self {
            ports,
            stage,
            talk,
            known: Vec::new(),
            inside: None,
            started: false,
            sizes: Sizes::default(),
            held: Held::default(),
        }
    }

    /// Works until every handle is gone.
    pub(crate) async fn run(mut self, mut work: mpsc::UnboundedReceiver<Job>) {
        self.start().await;
        let clock = self.ports.clock.clone();
        loop {
            let pause = clock.pause(BEAT).fuse();
            let job = match select(work.next(), pause).await {
                Either::Left((job, _)) => job,
                // Somebody who asks for something does not wait for the beat: it is given up where it stands, and what it
                // had not finished is done at the next one.
                Either::Right(_) => match select(work.next(), pin!(self.beat())).await {
                    Either::Left((job, _)) => job,
                    Either::Right(_) => continue,
                },
            };
            let Some(job) = job else { return };
            job(&mut self).await;
        }
    }

    /// Looks at what this device knows.
    async fn start(&mut self) {
        self.known = records::load_known(&*self.ports.shelf).await;
        self.started = true;
        self.settle();
    }

    /// From time to time: sends what waits, fetches what is new. Whatever fails is tried again at the next beat.
    async fn beat(&mut self) {
        if self.inside.is_some() {
            let synced = self.sync().await;
            let over = matches!(synced, Err(Trouble::LinkOver | Trouble::LinkClosed));
            if over
                && self
                    .inside
                    .as_ref()
                    .is_some_and(|inside| inside.visit.is_some())
            {
                // A visit ends with its link, also for what is on the screen.
                let _out = self.lock().await;
            }
            self.settle();
        }
    }

    fn now(&self) -> Seconds {
        self.ports.clock.now()
    }

    fn inside(&self) -> Result<&Inside, Trouble> {
        self.inside.as_ref().ok_or(Trouble::Locked)
    }

    fn inside_mut(&mut self) -> Result<&mut Inside, Trouble> {
        self.inside.as_mut().ok_or(Trouble::Locked)
    }
}

impl Inside {
    fn carnet(&self, id: CarnetId) -> Result<&Carnet, Trouble> {
        self.carnets.get(&id).ok_or(Trouble::NotFound)
    }

    fn carnet_mut(&mut self, id: CarnetId) -> Result<&mut Carnet, Trouble> {
        self.carnets.get_mut(&id).ok_or(Trouble::NotFound)
    }

    fn open_id(&self) -> Result<CarnetId, Trouble> {
        self.open.ok_or(Trouble::NotFound)
    }
}
