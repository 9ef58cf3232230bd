//! Somebody with a device.

use std::net::SocketAddr;
use std::rc::Rc;

use domain::entry::{Allergy, Identity, Note};
use domain::{Entry, Plain};
use futures::future::LocalBoxFuture;
use protocol::time::Seconds;
use store::notices::{NoNotices, Notices};
use store::passkeys::NoPasskeys;
use store::shelf::{MemoryShelf, Shelf};
use store::{CarnetId, CarnetView, Clock, Edit, EntryId, Inline, Keeper, NewSheet, Ports, Trouble};

use crate::home::{Home, Time};
use crate::line::Line;

/// A passphrase that is good enough for every story.
pub const PASSPHRASE: &str = "tortue violet escalier brume";

/// Somebody with a device.
pub struct Person {
    pub keeper: Keeper,
    pub line: Rc<Line>,
    pub shelf: Rc<MemoryShelf>,
    pub name: String,
}

/// The story's time, on a device that is so many seconds behind.
struct StoryClock(Time, u64);

impl Clock for StoryClock {
    fn now(&self) -> Seconds {
        Seconds(self.0.now().0 - self.1)
    }

    fn pause(&self, milliseconds: u32) -> LocalBoxFuture<'_, ()> {
        Box::pin(async move {
            // The beat: a story says itself when it is time to look.
            if milliseconds >= 10_000 {
                std::future::pending::<()>().await;
            }
            tokio::time::sleep(std::time::Duration::from_millis(u64::from(
                milliseconds.min(20),
            )))
            .await;
        })
    }
}

impl Person {
    /// With a device that knows nothing.
    pub fn new(home: &Home, name: &str) -> Self {
        Self::on(home, name, Rc::new(MemoryShelf::new()))
    }

    /// With a device that has a shelf already: the page was loaded again.
    pub fn on(home: &Home, name: &str, shelf: Rc<MemoryShelf>) -> Self {
        Self::at(home.address, home.time.clone(), name, shelf)
    }

    /// With the server at this address.
    pub fn at(address: SocketAddr, time: Time, name: &str, shelf: Rc<MemoryShelf>) -> Self {
        Self::with(address, StoryClock(time, 0), name, shelf)
    }

    /// With a device that knows nothing and whose clock is behind.
    pub fn late(home: &Home, name: &str, behind: u64) -> Self {
        let clock = StoryClock(home.time.clone(), behind);
        Self::with(home.address, clock, name, Rc::new(MemoryShelf::new()))
    }

    /// With a device that can be told of reminders.
    pub fn told(home: &Home, name: &str, notices: Rc<dyn Notices>) -> Self {
        let clock = StoryClock(home.time.clone(), 0);
        let shelf = Rc::new(MemoryShelf::new());
        Self::whole(home.address, clock, name, shelf, notices)
    }

    fn with(address: SocketAddr, clock: StoryClock, name: &str, shelf: Rc<MemoryShelf>) -> Self {
        Self::whole(address, clock, name, shelf, Rc::new(NoNotices))
    }

    fn whole(
        address: SocketAddr,
        clock: StoryClock,
        name: &str,
        shelf: Rc<MemoryShelf>,
        notices: Rc<dyn Notices>,
    ) -> Self {
        let line = Rc::new(Line::new(address));
        let disk: Rc<dyn Shelf> = shelf.clone();
        let ports = Ports {
            origin: format!("http://localhost:{}", address.port()),
            wire: line.clone(),
            shelf: disk,
            passkeys: Rc::new(NoPasskeys),
            clock: Rc::new(clock),
            heavy: Rc::new(Inline),
            notices,
        };
        let (keeper, task) = Keeper::start(ports);
        tokio::task::spawn_local(task);
        Self {
            keeper,
            line,
            shelf,
            name: unique(name),
        }
    }

    /// The same person, the page loaded again on the same device.
    pub fn reload(&self, home: &Home) -> Self {
        Self {
            name: self.name.clone(),
            ..Self::on(home, &self.name, self.shelf.clone())
        }
    }

    /// With an account of their own.
    pub async fn join(home: &Home, name: &str) -> Self {
        let person = Self::new(home, name);
        person.create().await;
        person
    }

    /// A parent with an account, and a carnet of Léo's in which nothing is written yet.
    pub async fn parent(home: &Home) -> (Self, CarnetId) {
        let parent = Self::join(home, "Claire").await;
        let carnet = parent
            .keeper
            .create_carnet(identity("Léo"), "Maman".into())
            .await
            .unwrap();
        (parent, carnet)
    }

    /// The same person, on a device that knows nothing yet.
    pub fn elsewhere(&self, home: &Home) -> Self {
        Self {
            name: self.name.clone(),
            ..Self::new(home, &self.name)
        }
    }

    pub async fn create(&self) -> NewSheet {
        let sheet = self
            .keeper
            .create_account_name(
                self.name.clone(),
                self.name.clone(),
                PASSPHRASE.into(),
                false,
            )
            .await
            .unwrap();
        let (first, second) = sheet.asked;
        self.keeper
            .confirm_sheet(sheet.groups[first].clone(), sheet.groups[second].clone())
            .await
            .unwrap();
        sheet
    }

    pub async fn sign_in(&self) -> Result<(), Trouble> {
        self.keeper
            .sign_in_name(self.name.clone(), PASSPHRASE.into(), false)
            .await
    }

    /// The open carnet.
    pub fn view(&self) -> Rc<CarnetView> {
        self.keeper.scene().open.clone().unwrap()
    }

    pub async fn put(&self, entry: Entry) -> EntryId {
        self.keeper.put(Edit::new(entry)).await.unwrap()
    }

    pub async fn change(&self, id: EntryId, entry: Entry) -> Result<EntryId, Trouble> {
        let view = self.view();
        let seen = &view.entries.get(&id).unwrap().versions;
        let plain = seen[0].plain().unwrap().with(entry);
        self.keeper.put(Edit::of(id, seen, plain)).await
    }

    /// A new version of an entry of a private compartment.
    pub async fn change_private(&self, id: EntryId, entry: Entry) -> Result<EntryId, Trouble> {
        let view = self.view();
        let seen = &view.entry(id).unwrap().versions;
        let plain = seen[0].plain().unwrap().with(entry);
        self.keeper.put(Edit::of(id, seen, plain)).await
    }

    /// The agents of all allergies that can be read, in order.
    pub fn allergies(&self) -> Vec<String> {
        let mut agents: Vec<String> = self
            .view()
            .plains()
            .filter_map(|(_, plain)| match &plain.entry {
                Entry::Allergy(allergy) => Some(allergy.agent.clone()),
                _ => None,
            })
            .collect();
        agents.sort();
        agents
    }

    /// The texts of all notes that can be read, in order.
    pub fn notes(&self) -> Vec<String> {
        let mut texts: Vec<String> = self
            .view()
            .plains()
            .filter_map(|(_, plain)| match &plain.entry {
                Entry::Note(note) => Some(note.text.clone()),
                _ => None,
            })
            .collect();
        texts.sort();
        texts
    }
}

pub fn unique(name: &str) -> String {
    let mut random = [0; 6];
    getrandom::fill(&mut random).unwrap();
    format!("{name} {}", data_encoding::HEXLOWER.encode(&random))
}

pub fn identity(first_name: &str) -> Entry {
    Entry::Identity(Identity {
        first_names: first_name.into(),
        birth_name: "Martin".into(),
        ..Identity::default()
    })
}

pub fn allergy(agent: &str) -> Entry {
    Entry::Allergy(Allergy {
        agent: agent.into(),
        ..Allergy::default()
    })
}

pub fn note(text: &str) -> Entry {
    Entry::Note(Note {
        text: text.into(),
        ..Note::default()
    })
}

pub fn plain(entry: Entry) -> Plain {
    Plain::new(entry)
}
