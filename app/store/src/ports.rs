//! Ports: what differs between a browser and a test. Everything else of this crate is the same in both.

use std::rc::Rc;

use chrono::NaiveDate;
use domain::paper::Paper;
use futures::future::LocalBoxFuture;
use protocol::time::Seconds;

use crate::calendar::{self, CalendarAnswer, CalendarJob};
use crate::example::{self, ExampleEntry};
use crate::images::{Picture, Pictures};
use crate::notices::Notices;
use crate::passkeys::Passkeys;
use crate::pdf::{Fonts, Pdf};
use crate::shelf::Shelf;
use crate::trouble::Trouble;
use crate::wire::Wire;

/// Everything that the Keeper is given from outside.
#[derive(Clone)]
pub struct Ports {
    /// Where the server is for others: `https://host`, without a slash behind it. Addresses on cards begin with it.
    pub origin: String,
    /// The way to the server.
    pub wire: Rc<dyn Wire>,
    /// What this device keeps.
    pub shelf: Rc<dyn Shelf>,
    /// The authenticators of this device.
    pub passkeys: Rc<dyn Passkeys>,
    /// The time.
    pub clock: Rc<dyn Clock>,
    /// Work that would make the page stall.
    pub heavy: Rc<dyn Heavy>,
    /// What tells this device of reminders.
    pub notices: Rc<dyn Notices>,
}

/// The time.
pub trait Clock {
    /// Now, by this device.
    fn now(&self) -> Seconds;
    /// Ends after so many milliseconds.
    fn pause(&self, milliseconds: u32) -> LocalBoxFuture<'_, ()>;
}

/// Work that would make the page stall, or its module large: a browser does it in a worker, with a module of its own.
pub trait Heavy {
    /// Turns, cleans and shrinks a picture: see [`crate::images`].
    fn pictures(&self, picture: Picture) -> LocalBoxFuture<'_, Result<Option<Pictures>, Trouble>>;
    /// Writes an agenda as a file, or reads one: see [`crate::calendar`].
    fn calendar(&self, job: CalendarJob) -> LocalBoxFuture<'_, Result<CalendarAnswer, Trouble>>;
    /// Writes the example carnet, told from today.
    fn example(&self, today: NaiveDate) -> LocalBoxFuture<'_, Result<Vec<ExampleEntry>, Trouble>>;
    /// Writes a paper as a PDF file: see [`crate::pdf`].
    fn pdf(
        &self,
        paper: Paper,
        fonts: Fonts,
        day: NaiveDate,
    ) -> LocalBoxFuture<'_, Result<Pdf, Trouble>>;
}

/// Does heavy work at once, where it stands: outside of browsers.
#[derive(Debug, Clone, Copy)]
pub struct Inline;

impl Heavy for Inline {
    fn pictures(&self, picture: Picture) -> LocalBoxFuture<'_, Result<Option<Pictures>, Trouble>> {
        Box::pin(async move { Ok(crate::images::prepare(picture)) })
    }

    fn calendar(&self, job: CalendarJob) -> LocalBoxFuture<'_, Result<CalendarAnswer, Trouble>> {
        Box::pin(async move { Ok(calendar::work(&job)) })
    }

    fn example(&self, today: NaiveDate) -> LocalBoxFuture<'_, Result<Vec<ExampleEntry>, Trouble>> {
        Box::pin(async move { Ok(example::theo(today)) })
    }

    fn pdf(
        &self,
        paper: Paper,
        fonts: Fonts,
        day: NaiveDate,
    ) -> LocalBoxFuture<'_, Result<Pdf, Trouble>> {
        Box::pin(async move { crate::pdf::write(&paper, &fonts, day).ok_or(Trouble::Server) })
    }
}
