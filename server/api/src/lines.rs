//! The access journal's writer: lines are gathered for a moment and written together, so that reading costs no write.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use protocol::carnet::Act;
use protocol::ids::{CarnetId, MemberId};
use protocol::time::Seconds;
use storage::Storage;
use storage::journal::NewLine;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::task::JoinHandle;

/// Lines that may wait; then whoever brings one waits.
const WAITING: usize = 4096;
/// How long lines are gathered.
const MOMENT: Duration = Duration::from_millis(250);

/// Takes lines in.
#[derive(Clone)]
pub struct Lines(Sender<NewLine>);

impl Lines {
    /// Starts the writer. It ends, with everything written, when the last of these is gone.
    pub fn start(storage: Arc<Storage>) -> (Self, JoinHandle<()>) {
        let (sender, receiver) = channel(WAITING);
        (Self(sender), tokio::spawn(write(storage, receiver)))
    }

    /// Notes that somebody did something.
    pub async fn note(&self, carnet: CarnetId, member: MemberId, act: &Act, at: Seconds) {
        let Ok(act) = serde_json::to_string(act) else {
            return;
        };
        if self
            .0
            .send(NewLine {
                carnet,
                at,
                member,
                act,
            })
            .await
            .is_err()
        {
            tracing::error!("the access journal's writer has ended");
        }
    }
}

async fn write(storage: Arc<Storage>, mut receiver: Receiver<NewLine>) {
    let mut lines = Vec::new();
    while receiver.recv_many(&mut lines, WAITING).await > 0 {
        if !receiver.is_closed() {
            tokio::time::sleep(MOMENT).await;
        }
        while let Ok(line) = receiver.try_recv() {
            lines.push(line);
        }
        // The same thing done by the same member many times in one moment is one line.
        let mut noted = HashSet::new();
        lines.retain(|line| noted.insert((line.carnet, line.member, line.act.clone())));
        // Always in the same order of carnets: two processes never wait for each other crosswise.
        lines.sort_by_key(|line| line.carnet);
        if let Err(error) = storage.write_journal(&lines).await {
            tracing::error!(%error, lost = lines.len(), "the access journal could not be written");
        }
        lines.clear();
    }
}
