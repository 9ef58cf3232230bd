//! "Take everything away": one zip with the originals, the entries as JSON, a page to read them, and what to know about it.
//!
//! It goes out piece by piece and is never whole in memory, nor is any of its files.

mod archive;
mod bundle;
mod contents;
mod readme;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use domain::export::Record;
use domain::{EntryRef, FileRef, Lang};
use futures::future::LocalBoxFuture;
use futures::stream::LocalBoxStream;
use protocol::time::Seconds;

use crate::files::{Means, OnProgress};
use crate::keeper::Keeper;
use crate::scene::{CarnetView, VersionView};
use crate::trouble::Trouble;
use contents::{Contents, Originals};

pub use bundle::Bundle;
pub(crate) use bundle::run as run_bundle;

/// Where the zip goes, piece by piece.
pub trait Sink {
    /// Takes the next bytes.
    fn write(&self, bytes: Vec<u8>) -> LocalBoxFuture<'_, Result<(), Trouble>>;
}

/// Writes everything of the open carnet that this account may read.
pub(crate) async fn run(
    keeper: &Keeper,
    sink: &dyn Sink,
    lang: Lang,
    progress: &OnProgress,
) -> Result<(), Trouble> {
    // The newest state, if the server can be reached; files that are not here need it anyway.
    let _ = keeper.sync().await;
    let view: Rc<CarnetView> = keeper.scene().open.clone().ok_or(Trouble::NotFound)?;
    let means = keeper.means().await?;
    let contents = contents_of(&view, means.clock.now(), lang);
    contents::write(&contents, &means, sink, progress).await
}

impl Originals for Means {
    fn read<'a>(&'a self, file: &'a FileRef) -> LocalBoxStream<'a, Result<Vec<u8>, Trouble>> {
        crate::files::stream(self, file)
    }
}

/// Every version that counts now: of an entry that people changed at the same time, all of them.
fn contents_of(view: &CarnetView, now: Seconds, lang: Lang) -> Contents {
    let mut versions: Vec<(EntryRef, &VersionView)> = Vec::new();
    let private = view.compartments.iter().flat_map(|place| &place.entries);
    let private = private.map(|(id, entry)| (id, &**entry));
    let shared = view.entries.iter().map(|(id, entry)| (id, &**entry));
    for (id, entry) in shared.chain(private) {
        versions.extend(
            entry
                .versions
                .iter()
                .map(|version| (EntryRef(id.to_string()), version)),
        );
    }
    versions.sort_by_key(|(_, version)| version.at);
    let all = versions.len();
    let records: Vec<Record> = versions
        .into_iter()
        .filter_map(|(id, version)| {
            Some(Record {
                id,
                plain: version.plain()?.clone(),
                author: view
                    .member(version.author)
                    .map_or_else(String::new, |by| by.label.clone()),
                written: day(version.at),
            })
        })
        .collect();
    Contents {
        unreadable: all - records.len(),
        records,
        state: format!("{}:{}", view.seq, view.head),
        taken: day(now).unwrap_or_default(),
        lang,
    }
}

fn day(at: Seconds) -> Option<chrono::NaiveDate> {
    let seconds = i64::try_from(at.0).ok()?;
    chrono::DateTime::from_timestamp(seconds, 0).map(|moment| moment.date_naive())
}
