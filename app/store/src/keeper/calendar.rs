//! The agenda as a file, files of others, and what calendar programs may read.

use domain::Lang;

use super::Keeper;
use crate::calendar::{CalendarAnswer, CalendarJob, Found, Incoming, MAX_FILE, Outgoing};
use crate::engine::CalendarView;
use crate::trouble::Trouble;

impl Keeper {
    /// Writes an agenda as an iCalendar file.
    pub async fn write_calendar(&self, outgoing: Outgoing) -> Result<String, Trouble> {
        match self
            .ports
            .heavy
            .calendar(CalendarJob::Write(outgoing))
            .await?
        {
            CalendarAnswer::Written(text) => Ok(text),
            CalendarAnswer::Found(_) => Err(Trouble::Server),
        }
    }

    /// Reads an iCalendar file of at most [`MAX_FILE`] bytes.
    pub async fn read_calendar(&self, incoming: Incoming) -> Result<Found, Trouble> {
        if incoming.text.len() > MAX_FILE {
            return Err(Trouble::TooLarge);
        }
        match self
            .ports
            .heavy
            .calendar(CalendarJob::Read(incoming))
            .await?
        {
            CalendarAnswer::Found(found) => Ok(found),
            CalendarAnswer::Written(_) => Err(Trouble::Server),
        }
    }

    /// The subscription of the open carnet, if there is one.
    pub async fn calendar(&self) -> Result<Option<CalendarView>, Trouble> {
        self.ask(|engine| Box::pin(engine.calendar())).await
    }

    /// Lets calendar programs read the open carnet's agenda under an address: its times, and its titles if told so. From then
    /// on this account's devices keep it up to date by themselves.
    pub async fn calendar_open(&self, titles: bool, lang: Lang) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.calendar_open(titles, lang)))
            .await
    }

    /// Has what they read written in the language that the person reads now.
    pub async fn calendar_speaks(&self, lang: Lang) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.calendar_speaks(lang)))
            .await
    }

    /// Closes that address for good.
    pub async fn calendar_close(&self) -> Result<(), Trouble> {
        self.ask(|engine| Box::pin(engine.calendar_close())).await
    }
}
