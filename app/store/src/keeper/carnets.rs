//! Carnets and their entries.

use std::rc::Rc;

use chrono::NaiveDate;
use domain::{Entry, Plain};
use protocol::ids::{CarnetId, Digest, EntryId};

use super::Keeper;
use crate::scene::VersionView;
use crate::trouble::Trouble;

/// A change to an entry, as a form hands it in.
#[derive(Debug, Clone)]
pub struct Edit {
    /// The entry; none for a new one.
    pub entry: Option<EntryId>,
    /// The versions that the form showed ([`VersionView::digest`]). Empty: those that are current now.
    pub seen: Vec<Digest>,
    /// What it shall say.
    pub plain: Plain,
}

impl Edit {
    /// A new entry.
    pub fn new(entry: Entry) -> Self {
        Self {
            entry: None,
            seen: Vec::new(),
            plain: Plain::new(entry),
        }
    }

    /// A new version of an entry.
    pub fn of(entry: EntryId, seen: &[VersionView], plain: Plain) -> Self {
        Self {
            entry: Some(entry),
            seen: seen.iter().map(|version| version.digest).collect(),
            plain,
        }
    }
}

impl Keeper {
    /// Opens a new carnet for the person that `first` identifies; `my_label` is how this account is called in it.
    pub async fn create_carnet(&self, first: Entry, my_label: String) -> Result<CarnetId, Trouble> {
        self.ask(move |engine| Box::pin(engine.create_carnet(vec![Plain::new(first)], my_label)))
            .await
    }

    /// Makes the example carnet: rich, fictional, in every section.
    pub async fn create_example(&self, today: NaiveDate) -> Result<CarnetId, Trouble> {
        self.ask(move |engine| Box::pin(engine.create_example(today)))
            .await
    }

    /// Shows a carnet. What this device has is shown at once; then the server is asked for what is new.
    pub async fn open_carnet(&self, carnet: CarnetId) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.open_carnet(carnet)))
            .await
    }

    /// Shows no carnet.
    pub async fn close_carnet(&self) -> Result<(), Trouble> {
        self.ask(|engine| Box::pin(async { engine.close_carnet() }))
            .await
    }

    /// Does not want a carnet that somebody put this account into: it is not offered again.
    pub async fn decline_carnet(&self, carnet: CarnetId) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.decline_carnet(carnet)))
            .await
    }

    /// Takes a carnet that somebody added this account to into the account's list.
    pub async fn accept_carnet(&self, carnet: CarnetId) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.accept_carnet(carnet)))
            .await
    }

    /// Writes an entry to the open carnet. Without network it is kept, counted, and sent later. What others changed at the
    /// same time in other fields is merged; in the same fields, both versions stay until somebody chooses.
    pub async fn put(&self, edit: Edit) -> Result<EntryId, Trouble> {
        let ids = self
            .ask(move |engine| Box::pin(engine.put(vec![edit])))
            .await?;
        ids.first().copied().ok_or(Trouble::NotFound)
    }

    /// Writes several entries at once.
    pub async fn put_many(&self, edits: Vec<Edit>) -> Result<Vec<EntryId>, Trouble> {
        self.ask(move |engine| Box::pin(engine.put(edits))).await
    }

    /// Ends a conflict: this is what the entry says, in place of all its current versions.
    pub async fn resolve(&self, entry: EntryId, plain: Plain) -> Result<EntryId, Trouble> {
        self.put(Edit {
            entry: Some(entry),
            seen: Vec::new(),
            plain,
        })
        .await
    }

    /// Erases an entry of the open carnet. Its bytes are deleted from the server after 30 days.
    pub async fn erase(&self, entry: EntryId) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.erase(entry))).await
    }

    /// Drops the unsent changes to an entry.
    pub async fn drop_unsent(&self, entry: EntryId) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.drop_unsent(entry)))
            .await
    }

    /// Every version of an entry that there ever was, newest first.
    pub async fn history(&self, entry: EntryId) -> Result<Vec<VersionView>, Trouble> {
        self.ask(move |engine| Box::pin(engine.history(entry)))
            .await
    }

    /// Sends what waits and fetches what is new. Call it when the network comes back, and from time to time.
    pub async fn sync(&self) -> Result<(), Trouble> {
        self.ask(|engine| Box::pin(engine.sync())).await
    }

    /// Keeps what is being typed, sealed, under a key that the form chooses.
    pub async fn save_draft(&self, key: String, text: String) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.save_draft(key, text)))
            .await
    }

    /// What was being typed.
    pub async fn draft(&self, key: String) -> Result<Option<String>, Trouble> {
        self.ask(move |engine| Box::pin(engine.draft(key))).await
    }

    /// Drops what was being typed.
    pub async fn drop_draft(&self, key: String) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.drop_draft(key)))
            .await
    }

    /// The open carnet's room on the server.
    pub async fn quota(&self) -> Result<protocol::file::Quota, Trouble> {
        self.ask(|engine| Box::pin(engine.quota())).await
    }

    /// Writes everything of the open carnet into one zip: originals, entries as JSON, a readable page.
    pub async fn export(
        &self,
        sink: Rc<dyn crate::export::Sink>,
        lang: domain::Lang,
        progress: crate::files::OnProgress,
    ) -> Result<(), Trouble> {
        crate::export::run(self, &*sink, lang, &progress).await
    }

    /// Writes a document and the papers that go with it into one zip; gives back how many files could not be had whole.
    pub async fn bundle(
        &self,
        bundle: crate::export::Bundle,
        sink: Rc<dyn crate::export::Sink>,
        progress: crate::files::OnProgress,
    ) -> Result<usize, Trouble> {
        crate::export::run_bundle(self, &bundle, &*sink, &progress).await
    }
}
