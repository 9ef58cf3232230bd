//! The picture that the page draws, made again when something changed.

use std::rc::Rc;

use protocol::ids::CarnetId;

use super::{Engine, Inside};
use crate::scene::{AccountView, Cover, Door, Scene, VisitView};

impl Engine {
    /// Shows what is true now.
    pub(crate) fn settle(&mut self) {
        let now = self.now();
        let network = self.talk.network();
        let mut scene = Scene {
            door: Door::Starting,
            network,
            unsent: 0,
            busy: None,
            carnets: Vec::new(),
            offered: Vec::new(),
            open: None,
            account: None,
            visit: None,
        };
        match &mut self.inside {
            None if self.started => {
                scene.door = Door::Closed {
                    known: self.known.iter().map(super::KnownRecord::view).collect(),
                };
            }
            None => {}
            Some(inside) => {
                scene.door = Door::Open {
                    borrowed: inside.borrowed,
                };
                scene.unsent = inside.outbox.entries();
                for (id, carnet) in &mut inside.carnets {
                    if carnet.view.is_none() {
                        let view = carnet.show(&inside.outbox, now, &self.ports.origin);
                        inside.covers.insert(*id, carnet.cover(&view));
                    }
                }
                scene.open = inside
                    .open
                    .and_then(|id| inside.carnets.get(&id))
                    .and_then(|carnet| carnet.view.clone());
                scene.carnets = inside
                    .list
                    .carnets
                    .keys()
                    .map(|id| inside.cover(*id))
                    .collect();
                scene
                    .carnets
                    .sort_by_key(|cover| std::cmp::Reverse(cover.latest.map(|latest| latest.at)));
                scene.offered = inside.offered();
                match &inside.visit {
                    None => scene.account = Some(inside.account_view()),
                    Some(visit) => {
                        scene.visit = Some(VisitView {
                            carnet: visit.carnet,
                            until: visit.until,
                            name: visit.bundle.name.clone(),
                            made: visit.bundle.made.map(|made| made.at),
                        });
                    }
                }
            }
        }
        self.stage.show(scene);
    }
}

impl Inside {
    fn cover(&self, id: CarnetId) -> Cover {
        let known = self.covers.get(&id).cloned();
        known.unwrap_or(Cover {
            id,
            name: String::new(),
            birth: None,
            photo: None,
            latest: None,
            trouble: None,
            mine: None,
            news: 0,
        })
    }

    /// Carnets that the server says this account is in, and that the account's own list does not have.
    pub(super) fn offered(&self) -> Vec<CarnetId> {
        let listed = &self.list;
        let offered = self
            .account
            .carnets
            .iter()
            .map(|membership| membership.carnet);
        offered
            .filter(|id| !listed.carnets.contains_key(id) && !listed.left(*id))
            .collect()
    }

    fn account_view(&mut self) -> Rc<AccountView> {
        let fresh = AccountView {
            id: self.id,
            label: self.list.label.clone(),
            ways: self.account.ways.clone(),
            email: self.account.email.clone(),
            sheet_confirmed: self.list.sheet_confirmed,
            replacing: self.list.before.is_some(),
        };
        match &self.view {
            Some(view) if **view == fresh => view.clone(),
            _ => self.view.insert(Rc::new(fresh)).clone(),
        }
    }
}
