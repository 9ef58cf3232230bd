//! The access journal's writer: lines are gathered for a moment and written together, so that reading costs no write.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use protocol::carnet::Act;
use protocol::ids::{BlobId, CarnetId, EntryId, MemberId, SectionId};
use protocol::time::{MINUTE, Seconds};
use storage::journal::NewLine;
use storage::{Storage, StorageError};
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::task::JoinHandle;

/// Lines that may wait; then whoever brings one waits.
const WAITING: usize = 4096;
/// How long lines are gathered.
const MOMENT: Duration = Duration::from_millis(250);
/// For how long the same reading by the same member is one line, in seconds.
const AGAIN: u64 = 60 * MINUTE;
/// Readings that are remembered before all are forgotten.
const REMEMBERED: usize = 100_000;
/// How many openings of one card have a line each in an hour. Whoever has the card can open it as often as they like: what comes
/// beyond is counted in one line.
const OPENINGS: u64 = 60;

/// Takes lines in.
#[derive(Clone)]
pub struct Lines(Sender<Note>);

/// Somebody did something.
struct Note {
    carnet: CarnetId,
    member: MemberId,
    act: Act,
    at: Seconds,
}

impl Lines {
    /// Starts the writer. It ends, with everything written, when the last of these is gone.
    pub fn start(storage: Arc<Storage>) -> (Self, JoinHandle<()>) {
        let (sender, receiver) = channel(WAITING);
        (Self(sender), tokio::spawn(write(storage, receiver)))
    }

    /// Notes that somebody did something.
    pub async fn note(&self, carnet: CarnetId, member: MemberId, act: &Act, at: Seconds) {
        let act = act.clone();
        let note = Note {
            carnet,
            member,
            act,
            at,
        };
        if self.0.send(note).await.is_err() {
            tracing::error!("the access journal's writer has ended");
        }
    }
}

async fn write(storage: Arc<Storage>, mut receiver: Receiver<Note>) {
    let mut notes = Vec::new();
    let mut recent = Recent::default();
    while receiver.recv_many(&mut notes, WAITING).await > 0 {
        if !receiver.is_closed() {
            tokio::time::sleep(MOMENT).await;
        }
        while let Ok(note) = receiver.try_recv() {
            notes.push(note);
        }
        let mut more = BTreeSet::new();
        let mut lines = Vec::new();
        for note in notes.drain(..) {
            if matches!(note.act, Act::Opened { .. }) && !recent.is_told_alone(&note) {
                more.insert((note.carnet, note.member));
            } else if let Some(line) = recent.news_in(note).as_ref().and_then(line) {
                lines.push(line);
            }
        }
        // The very same thing done many times in one moment is one line.
        let mut noted = HashSet::new();
        lines.retain(|line| noted.insert((line.carnet, line.member, line.act.clone())));
        // Always in the same order of carnets: two processes never wait for each other crosswise.
        lines.sort_by_key(|line| line.carnet);
        let mut written = storage.write_journal(&lines).await.map(|_| ());
        for card in more {
            if written.is_ok() {
                written = count(&storage, &mut recent, card).await;
            }
        }
        if let Err(error) = written {
            tracing::error!(%error, lost = lines.len(), "the access journal could not be written");
            recent = Recent::default();
        }
    }
}

/// Brings the line about the many openings of a card up to date, or begins it.
async fn count(
    storage: &Storage,
    recent: &mut Recent,
    (carnet, link): (CarnetId, MemberId),
) -> Result<(), StorageError> {
    let Some(openings) = recent.openings.get_mut(&(carnet, link)) else {
        return Ok(());
    };
    let times = openings.count.saturating_sub(OPENINGS);
    let note = Note {
        carnet,
        member: link,
        act: Act::OpenedMore { times },
        at: openings.last,
    };
    let Some(line) = line(&note) else {
        return Ok(());
    };
    if let Some(number) = openings.line
        && storage.amend_journal(carnet, number, &line.act).await?
    {
        return Ok(());
    }
    openings.line = storage.write_journal(&[line]).await?.first().copied();
    Ok(())
}

fn line(note: &Note) -> Option<NewLine> {
    Some(NewLine {
        carnet: note.carnet,
        at: note.at,
        member: note.member,
        act: serde_json::to_string(&note.act).ok()?,
    })
}

/// What was read a short while ago. A client that asks again and again must not fill the journal, nor push out of it what it
/// read before.
#[derive(Default)]
struct Recent {
    readings: HashMap<(CarnetId, MemberId, Reading), Seconds>,
    openings: HashMap<(CarnetId, MemberId), Openings>,
}

/// How often a card was opened within an hour.
#[derive(Clone, Copy)]
struct Openings {
    /// When the hour began.
    since: Seconds,
    /// The latest.
    last: Seconds,
    /// How many.
    count: u64,
    /// The number of the line that counts those which have none of their own.
    line: Option<i64>,
}

/// One thing that was read.
#[derive(PartialEq, Eq, Hash)]
enum Reading {
    Log(u64),
    Entry(SectionId, EntryId),
    File(BlobId),
    Shown,
    Subscribed,
}

impl Recent {
    /// Counts an opening of a card. Whether it has a line of its own.
    fn is_told_alone(&mut self, note: &Note) -> bool {
        let at = note.at;
        if self.openings.len() >= REMEMBERED {
            self.openings.retain(|_, one| at < one.since.plus(AGAIN));
        }
        let fresh = Openings {
            since: at,
            last: at,
            count: 0,
            line: None,
        };
        let openings = self
            .openings
            .entry((note.carnet, note.member))
            .or_insert(fresh);
        if at >= openings.since.plus(AGAIN) {
            *openings = fresh;
        }
        openings.last = at;
        openings.count += 1;
        openings.count <= OPENINGS
    }

    /// What of a note was not noted within the hour; none if all was.
    fn news_in(&mut self, mut note: Note) -> Option<Note> {
        let (carnet, member, at) = (note.carnet, note.member, note.at);
        let mut news = |reading| self.is_news((carnet, member, reading), at);
        let any = match &mut note.act {
            Act::Wrote { .. }
            | Act::Opened { .. }
            | Act::OpenedMore { .. }
            | Act::WrongPasscode
            | Act::Deposited { .. } => true,
            Act::Pulled { seq } => news(Reading::Log(*seq)),
            Act::Downloaded { blob } => news(Reading::File(*blob)),
            Act::Shown => news(Reading::Shown),
            Act::Subscribed => news(Reading::Subscribed),
            Act::Read { section, entries } => {
                entries.retain(|entry| news(Reading::Entry(*section, *entry)));
                !entries.is_empty()
            }
        };
        any.then_some(note)
    }

    fn is_news(&mut self, what: (CarnetId, MemberId, Reading), at: Seconds) -> bool {
        if self.readings.len() >= REMEMBERED {
            self.readings.retain(|_, then| at < then.plus(AGAIN));
            if self.readings.len() >= REMEMBERED {
                self.readings.clear();
            }
        }
        let before = self.readings.get(&what);
        if before.is_some_and(|then| at < then.plus(AGAIN)) {
            return false;
        }
        self.readings.insert(what, at);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(act: Act, at: u64) -> Note {
        Note {
            carnet: CarnetId::from_bytes([1; 32]),
            member: MemberId::from_bytes([2; 16]),
            act,
            at: Seconds(at),
        }
    }

    fn read(entries: &[u8], at: u64) -> Note {
        let entries = entries.iter().map(|n| EntryId::from_bytes([*n; 16]));
        let act = Act::Read {
            section: SectionId::HEALTH,
            entries: entries.collect(),
        };
        note(act, at)
    }

    #[test]
    fn what_is_read_again_within_the_hour_is_noted_once() {
        let mut recent = Recent::default();
        let mut noted = |note: Note| recent.news_in(note).map(|note| note.act);
        assert!(noted(note(Act::Pulled { seq: 3 }, 0)).is_some());
        assert!(noted(note(Act::Pulled { seq: 3 }, AGAIN - 1)).is_none());
        assert!(noted(note(Act::Pulled { seq: 4 }, 1)).is_some());
        assert!(noted(note(Act::Pulled { seq: 3 }, AGAIN)).is_some());
        assert_eq!(noted(read(&[1, 2], 0)), Some(read(&[1, 2], 0).act));
        // Every mixture of what was noted is nothing new; what is new beside it is noted alone.
        assert_eq!(noted(read(&[2, 1], 5)), None);
        assert_eq!(noted(read(&[2, 3], 5)), Some(read(&[3], 5).act));
    }

    #[test]
    fn every_commit_is_noted() {
        let mut recent = Recent::default();
        for _ in 0..2 {
            let wrote = note(Act::Wrote { seq: 1 }, 0);
            assert!(recent.news_in(wrote).is_some());
        }
    }

    #[test]
    fn remembering_has_an_end() {
        let mut recent = Recent::default();
        for seq in 0..=REMEMBERED as u64 {
            recent.news_in(note(Act::Pulled { seq }, 0));
        }
        assert!(recent.readings.len() <= REMEMBERED);
    }
}
