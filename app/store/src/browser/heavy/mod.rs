//! Heavy work in a worker of its own, which runs the same wasm as the page and holds no key.

mod line;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures::future::LocalBoxFuture;

use super::clock::BrowserClock;
use crate::images::{Picture, Pictures};
use crate::ports::{Clock, Heavy, Inline};
use crate::trouble::Trouble;
use line::{Line, Outcome};

/// A worker without work is let go after this many milliseconds: its memory never shrinks.
const IDLE: u32 = 20_000;

/// Starts a worker when there is work, and lets it go when there is none.
#[derive(Default)]
pub(super) struct Worker {
    line: Rc<RefCell<Option<Rc<Line>>>>,
    jobs: Rc<Cell<u32>>,
    unusable: Cell<bool>,
}

impl Heavy for Worker {
    fn pictures(&self, picture: Picture) -> LocalBoxFuture<'_, Result<Option<Pictures>, Trouble>> {
        Box::pin(async move {
            let outcome = match self.line() {
                Some(line) => line.pictures(&picture).await,
                None => Outcome::Unusable,
            };
            match outcome {
                Outcome::Done(pictures) => {
                    self.let_go_later();
                    Ok(pictures)
                }
                // The picture was too much for it: it stays as it is.
                Outcome::Died => {
                    self.line.replace(None);
                    Ok(None)
                }
                Outcome::Unusable => {
                    self.line.replace(None);
                    self.unusable.set(true);
                    Inline.pictures(picture).await
                }
            }
        })
    }
}

impl Worker {
    fn line(&self) -> Option<Rc<Line>> {
        self.jobs.set(self.jobs.get().wrapping_add(1));
        if self.unusable.get() {
            return None;
        }
        let mut line = self.line.borrow_mut();
        if line.is_none() {
            *line = Line::start().map(Rc::new);
        }
        line.clone()
    }

    fn let_go_later(&self) {
        let (line, jobs, now) = (self.line.clone(), self.jobs.clone(), self.jobs.get());
        wasm_bindgen_futures::spawn_local(async move {
            BrowserClock.pause(IDLE).await;
            if jobs.get() == now {
                line.replace(None);
            }
        });
    }
}
