//! The handle that pages hold. One task owns the keys; a handle only sends it work and shows its pictures.

mod accounts;
mod assets;
mod calendar;
mod carnets;
mod files;
mod members;
mod reading;
mod reminders;
mod team;
mod together;
mod urgent;

pub use accounts::NewSheet;
pub use carnets::Edit;
pub use members::NewRight;
pub use reading::{JournalAsked, NewReading};
pub use team::{NewInvitation, NewRights};
pub use urgent::{CardChange, CardSettings, DEPOSIT_LINK_NAME, PasscodeChoice};

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;

use futures::channel::{mpsc, oneshot};
use futures::future::LocalBoxFuture;
use futures::stream::Stream;

use crate::engine::Engine;
use crate::ports::Ports;
use crate::scene::{Busy, Door, Network, Scene};
use crate::trouble::Trouble;

/// Work for the task.
pub(crate) type Job = Box<dyn for<'a> FnOnce(&'a mut Engine) -> LocalBoxFuture<'a, ()>>;

/// A cheap handle to the one task that owns the unlocked keys.
#[derive(Clone)]
pub struct Keeper {
    jobs: mpsc::UnboundedSender<Job>,
    stage: Rc<Stage>,
    ports: Ports,
}

/// Where the current scene stands, and who watches it.
pub(crate) struct Stage {
    scene: RefCell<Rc<Scene>>,
    watchers: RefCell<Vec<mpsc::UnboundedSender<Rc<Scene>>>>,
}

impl Stage {
    pub(crate) fn show(&self, scene: Scene) {
        let scene = Rc::new(scene);
        self.scene.replace(scene.clone());
        self.watchers
            .borrow_mut()
            .retain(|watcher| watcher.unbounded_send(scene.clone()).is_ok());
    }

    pub(crate) fn now(&self) -> Rc<Scene> {
        self.scene.borrow().clone()
    }

    /// Says what is going on, at once.
    pub(crate) fn busy(&self, busy: Option<Busy>) {
        let now = self.now();
        if now.busy != busy {
            self.show(Scene {
                busy,
                ..(*now).clone()
            });
        }
    }
}

impl Keeper {
    /// A handle, and the task to spawn on the current thread. The task ends when every handle is gone.
    pub fn start(ports: Ports) -> (Self, impl Future<Output = ()>) {
        let (jobs, work) = mpsc::unbounded();
        let first = Scene {
            door: Door::Starting,
            network: Network::Unknown,
            unsent: 0,
            busy: None,
            carnets: Vec::new(),
            offered: Vec::new(),
            open: None,
            account: None,
            visit: None,
        };
        let stage = Rc::new(Stage {
            scene: RefCell::new(Rc::new(first)),
            watchers: RefCell::default(),
        });
        let engine = Engine::new(ports.clone(), stage.clone());
        (Self { jobs, stage, ports }, engine.run(work))
    }

    /// What may be shown right now.
    pub fn scene(&self) -> Rc<Scene> {
        self.stage.now()
    }

    /// Every scene from now on, the current one first.
    pub fn watch(&self) -> impl Stream<Item = Rc<Scene>> + use<> {
        let (watcher, scenes) = mpsc::unbounded();
        // The receiver is right here, so that sending cannot fail.
        let _ = watcher.unbounded_send(self.stage.now());
        self.stage.watchers.borrow_mut().push(watcher);
        scenes
    }

    /// Lets the task do something and waits for the outcome.
    pub(crate) async fn ask<T: 'static>(
        &self,
        work: impl for<'a> FnOnce(&'a mut Engine) -> LocalBoxFuture<'a, Result<T, Trouble>> + 'static,
    ) -> Result<T, Trouble> {
        let (answer, outcome) = oneshot::channel();
        let job: Job = Box::new(move |engine| {
            Box::pin(async move {
                let result = work(engine).await;
                engine.settle();
                // Nobody waits any more if the page went on; the work is done all the same.
                let _ = answer.send(result);
            })
        });
        self.jobs.unbounded_send(job).map_err(|_| Trouble::Locked)?;
        outcome.await.unwrap_or(Err(Trouble::Locked))
    }
}
