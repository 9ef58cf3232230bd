//! The way to the one Keeper. While a page is drawn, and until the browser has started, there is none: pages
//! then show their skeleton.

use crate::browser::media;
use domain::Entry;
use futures::StreamExt;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use store::{AccountView, CarnetView, Door, Edit, EntryId, Keeper, Scene, Trouble};

/// The Keeper and what may be shown.
#[derive(Clone, Copy, Debug)]
pub struct Desk {
    keeper: StoredValue<Option<Keeper>, LocalStorage>,
    scene: RwSignal<Option<Rc<Scene>>, LocalStorage>,
}

impl Default for Desk {
    fn default() -> Self {
        Self {
            keeper: StoredValue::new_local(None),
            scene: RwSignal::new_local(None),
        }
    }
}

/// Whether a page for people who are in can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gate {
    /// Nothing is known yet.
    Waiting,
    /// Nobody is in.
    Locked,
    /// Somebody is in.
    Open,
}

impl Desk {
    /// A desk with its Keeper: give it as context around [`crate::App`].
    pub fn new(keeper: Keeper) -> Self {
        let desk = Self::default();
        desk.keeper.set_value(Some(keeper));
        desk
    }

    /// Follows the Keeper. Effects do not run while a page is drawn, and run after a drawn page was taken over.
    pub(crate) fn listen(self) {
        Effect::new(move |_| {
            let Some(keeper) = self.keeper.get_value() else {
                return;
            };
            let mut scenes = keeper.watch();
            spawn_local(async move {
                while let Some(scene) = scenes.next().await {
                    if !matches!(scene.door, Door::Open { .. }) {
                        media::forget_all();
                    }
                    self.scene.set(Some(scene));
                }
            });
        });
        // What waits is sent as soon as the network is back, not at the Keeper's next beat.
        Effect::new(move |_| {
            let back = window_event_listener(ev::online, move |_| {
                self.ask(async |keeper| keeper.sync().await, |_| ());
            });
            on_cleanup(move || back.remove());
        });
    }

    /// Everything that may be shown; none before the Keeper has started.
    pub(crate) fn scene(self) -> Option<Rc<Scene>> {
        self.scene.get()
    }

    /// The open carnet.
    pub(crate) fn carnet(self) -> Option<Rc<CarnetView>> {
        self.scene()?.open.clone()
    }

    /// The open carnet, without following it.
    pub(crate) fn carnet_now(self) -> Option<Rc<CarnetView>> {
        self.scene.get_untracked()?.open.clone()
    }

    /// A change of an entry, ready to be kept: what is not touched stays as it is, also what this version does not know. None if
    /// the entry is no more or cannot be read, or if `change` finds another thing than it expects.
    pub(crate) fn edited(
        self,
        id: EntryId,
        change: impl FnOnce(&mut Entry) -> Option<()>,
    ) -> Option<Edit> {
        let carnet = self.carnet_now()?;
        let view = carnet.entries.get(&id)?;
        let mut plain = view.plain()?.clone();
        change(&mut plain.entry)?;
        Some(Edit {
            entry: Some(id),
            seen: view.versions.iter().map(|version| version.digest).collect(),
            plain,
        })
    }

    /// The account that is in.
    pub(crate) fn account(self) -> Option<Rc<AccountView>> {
        self.scene()?.account.clone()
    }

    /// Whether pages for people who are in can be shown.
    pub(crate) fn gate(self) -> Memo<Gate> {
        Memo::new(
            move |_| match self.scene().map(|scene| scene.door.clone()) {
                None | Some(Door::Starting) => Gate::Waiting,
                Some(Door::Closed { .. }) => Gate::Locked,
                Some(Door::Open { .. }) => Gate::Open,
            },
        )
    }

    /// Asks now who opened the card and what was left: the Keeper by itself asks once a minute. Without network it is as it was.
    pub(crate) fn look(self) {
        Effect::new(move |_| self.ask(async |keeper| keeper.urgent_look().await, |_| ()));
    }

    /// Has the Keeper do something, then does something with the outcome.
    pub(crate) fn ask<T: 'static>(
        self,
        work: impl AsyncFnOnce(Keeper) -> Result<T, Trouble> + 'static,
        then: impl FnOnce(Result<T, Trouble>) + 'static,
    ) {
        let Some(keeper) = self.keeper.get_value() else {
            return;
        };
        spawn_local(async move { then(work(keeper).await) });
    }
}

/// The desk of this page.
pub(crate) fn use_desk() -> Desk {
    // `App` provides it before it makes any page.
    expect_context::<Desk>()
}

/// Something under way, with what went wrong last time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Doing {
    /// It is under way: its button rests.
    pub(crate) busy: RwSignal<bool>,
    /// What went wrong.
    pub(crate) trouble: RwSignal<Option<Trouble>>,
    desk: Desk,
}

impl Doing {
    pub(crate) fn new(desk: Desk) -> Self {
        Self {
            busy: RwSignal::new(false),
            trouble: RwSignal::new(None),
            desk,
        }
    }

    /// Starts the work, unless it is under way; goes on with `then` when it went well.
    pub(crate) fn start<T: 'static>(
        self,
        work: impl AsyncFnOnce(Keeper) -> Result<T, Trouble> + 'static,
        then: impl FnOnce(T) + 'static,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.trouble.set(None);
        self.desk.ask(work, move |outcome| {
            self.busy.try_set(false);
            match outcome {
                Ok(done) => then(done),
                Err(trouble) => {
                    self.trouble.try_set(Some(trouble));
                }
            }
        });
    }
}

/// The id of an entry from its text in an address.
pub(crate) fn entry_id(text: &str) -> Option<EntryId> {
    text.parse().ok()
}
