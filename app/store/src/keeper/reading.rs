//! Links for one visit, whoever looks through one, and the access journal.

use protocol::ids::{EntryId, MemberId, SectionId};
use protocol::time::Seconds;
use zeroize::Zeroizing;

use super::Keeper;
use crate::scene::JournalView;
use crate::trouble::Trouble;

/// A link for one visit that is to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReading {
    /// What guardians see it called: for whom it is.
    pub label: String,
    /// The sections that it reads.
    pub sections: Vec<SectionId>,
    /// Single entries that it shows beside them, copied as they are.
    pub entries: Vec<EntryId>,
    /// Its end.
    pub until: Seconds,
}

/// Which lines of the journal are asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct JournalAsked {
    /// Those before this number; the newest if none is given.
    pub before: Option<i64>,
    /// Those of this member or link alone.
    pub member: Option<MemberId>,
    /// Those written at this moment or later.
    pub from: Option<Seconds>,
    /// Those written before this moment.
    pub to: Option<Seconds>,
}

impl Keeper {
    /// Opens a link for one visit. Guardians only.
    pub async fn open_reading(&self, new: NewReading) -> Result<MemberId, Trouble> {
        self.ask(move |engine| Box::pin(engine.open_reading(new)))
            .await
    }

    /// The address of an open link for one visit: whoever has it reads. Tells the server to let its bearer in, so that an
    /// address that is shown also works. Single entries are copied again as they are now.
    pub async fn reading_address(&self, link: MemberId) -> Result<Zeroizing<String>, Trouble> {
        self.ask(move |engine| Box::pin(engine.reading_address(link)))
            .await
    }

    /// Closes a link, whatever it is for. What its bearer read stays read; nothing more is given.
    pub async fn close_link(&self, link: MemberId) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.close_link(link)))
            .await
    }

    /// Looks into a carnet by a link, without an account: `fragment` is what stands behind the `#` of its address. Nothing
    /// is kept on this device. Whoever was in on this page goes out.
    pub async fn visit(&self, fragment: String) -> Result<(), Trouble> {
        let fragment = Zeroizing::new(fragment);
        self.ask(move |engine| Box::pin(async move { engine.visit(&fragment).await }))
            .await
    }

    /// A page of the open carnet's access journal, newest first: at most 200 lines. Guardians only.
    pub async fn journal(&self, asked: JournalAsked) -> Result<Vec<JournalView>, Trouble> {
        self.ask(move |engine| Box::pin(engine.journal(asked)))
            .await
    }
}
