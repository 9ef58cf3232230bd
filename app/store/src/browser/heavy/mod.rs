//! Heavy work in a worker with a module of its own, which holds no key and weighs nothing on the page.

mod line;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use chrono::NaiveDate;
use domain::paper::Paper;
use futures::future::LocalBoxFuture;
use js_sys::Array;

use super::clock::BrowserClock;
use super::{js, work};
use crate::calendar::{CalendarAnswer, CalendarJob};
use crate::example::ExampleEntry;
use crate::images::{Picture, Pictures};
use crate::pdf::{Fonts, Pdf};
use crate::ports::{Clock, Heavy};
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
            // A picture that was too much for the worker stays as it is.
            let answer = self.ask(&|| work::of_picture(&picture)).await;
            Ok(answer.and_then(|answer| work::to_pictures(&answer)))
        })
    }

    fn calendar(&self, job: CalendarJob) -> LocalBoxFuture<'_, Result<CalendarAnswer, Trouble>> {
        Box::pin(async move {
            let answer = self.ask(&|| work::of_calendar(&job)).await;
            answer
                .and_then(|answer| work::to_calendar(&answer))
                .ok_or(Trouble::Server)
        })
    }

    fn example(&self, today: NaiveDate) -> LocalBoxFuture<'_, Result<Vec<ExampleEntry>, Trouble>> {
        Box::pin(async move {
            let answer = self.ask(&|| work::of_example(today)).await;
            answer
                .and_then(|answer| work::to_example(&answer))
                .ok_or(Trouble::Server)
        })
    }

    fn pdf(
        &self,
        paper: Paper,
        fonts: Fonts,
        day: NaiveDate,
    ) -> LocalBoxFuture<'_, Result<Pdf, Trouble>> {
        Box::pin(async move {
            let answer = self.ask(&|| work::of_pdf(&paper, &fonts, day)).await;
            answer
                .and_then(|answer| work::to_pdf(&answer))
                .ok_or(Trouble::Server)
        })
    }
}

impl Worker {
    /// None if there is no answer to the job, or none to be had.
    async fn ask(&self, job: &dyn Fn() -> Array) -> Option<Array> {
        let outcome = match self.line() {
            Some(line) => line.ask(&job()).await,
            None => Outcome::Unusable,
        };
        match outcome {
            Outcome::Done(answer) => {
                self.let_go_later();
                answer
            }
            Outcome::Died => {
                self.line.replace(None);
                None
            }
            Outcome::Unusable => {
                self.line.replace(None);
                self.unusable.set(true);
                here(&job()).await
            }
        }
    }

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

/// Where no worker is to be had, `start.js` loads the worker's module into the page.
async fn here(job: &Array) -> Option<Array> {
    let answer = js::call_and_wait(&js_sys::global(), "heavy", &[job.into()]).await;
    js::array(&answer.ok()?)
}
