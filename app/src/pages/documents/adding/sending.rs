//! Sending the files of documents one after another, and keeping the documents whose files have all been sent.

use super::leaf::{Leaf, Way};
use super::paper::{Paper, Stage};
use super::{Adding, keep_original};
use crate::browser;
use crate::parts::picture::safe_mime;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use std::time::Duration;
use store::{AddedFile, Edit, Progress, Trouble, What};

/// How long to wait before a file is sent again that failed while the network was back already.
const AGAIN: Duration = Duration::from_secs(2);
/// Pictures up to this size get a preview before they are sent, in bytes.
const PREVIEW: u64 = 40 * 1024 * 1024;

impl Adding {
    /// Shows pictures before they are sent.
    pub(super) fn preview(self, paper: Paper) {
        let small = |leaf: &&Leaf| leaf.picture && leaf.preview.is_none() && leaf.size <= PREVIEW;
        let keys: Vec<usize> = paper
            .leaves
            .with_untracked(|leaves| leaves.iter().filter(small).map(|leaf| leaf.key).collect());
        for key in keys {
            let Some(file) = self.files.with_value(|files| files.get(&key).cloned()) else {
                continue;
            };
            spawn_local(async move {
                let length = usize::try_from(file.source.size()).unwrap_or_default();
                let Ok(bytes) = file.source.read(0, length).await else {
                    return;
                };
                let shown = safe_mime(&file.mime);
                let Some(url) = shown
                    .starts_with("image/")
                    .then(|| browser::object_url(&bytes, shown))
                    .flatten()
                else {
                    return;
                };
                if !self.change(key, |leaf| leaf.preview = Some(url.clone())) {
                    browser::forget_url(&url);
                }
            });
        }
    }

    /// Changes a file wherever it lies by now. False if it is gone.
    fn change(self, key: usize, change: impl FnOnce(&mut Leaf)) -> bool {
        let holds = |paper: &Paper| {
            paper
                .leaves
                .with_untracked(|leaves| leaves.iter().any(|leaf| leaf.key == key))
        };
        let Some(paper) = self
            .papers
            .with_untracked(|papers| papers.iter().copied().find(holds))
        else {
            return false;
        };
        paper.leaves.update(|leaves| {
            if let Some(leaf) = leaves.iter_mut().find(|leaf| leaf.key == key) {
                change(leaf);
            }
        });
        true
    }

    /// Sends the next file, if none is on its way and the right carnet is open.
    pub(super) fn pump(self) {
        if self.sending.get_untracked()
            || self.here().is_none()
            || self.here() != self.whose.get_value()
        {
            return;
        }
        let waiting = |leaf: &Leaf| (leaf.way == Way::Waiting).then_some(leaf.key);
        let first = |paper: &Paper| {
            paper
                .leaves
                .with_untracked(|leaves| leaves.iter().find_map(waiting))
        };
        let Some(key) = self
            .papers
            .with_untracked(|papers| papers.iter().find_map(first))
        else {
            return;
        };
        let Some(file) = self.files.with_value(|files| files.get(&key).cloned()) else {
            return;
        };
        self.sending.set(true);
        self.change(key, |leaf| leaf.way = Way::Sending(0));
        let keep = keep_original();
        let told = Rc::new(move |progress: Progress| {
            self.change(key, |leaf| {
                leaf.way = Way::Sending(progress.done.min(leaf.size));
            });
        });
        let work =
            async move |keeper: store::Keeper| keeper.add_files(vec![file], keep, told).await;
        self.desk.ask(work, move |outcome| self.sent(key, outcome));
    }

    fn sent(self, key: usize, outcome: Result<Vec<AddedFile>, Trouble>) {
        self.sending.set(false);
        let outcome =
            outcome.and_then(|added| added.into_iter().next().ok_or(Trouble::FileUnreadable));
        let trouble = outcome.as_ref().err().copied();
        if trouble == Some(Trouble::Offline) {
            // The Keeper sends files beside its own work: it is told, so that it says when the network is back. It may be
            // back already, and then nobody would say so.
            let back = move |outcome: Result<(), Trouble>| {
                if outcome.is_ok() {
                    set_timeout(move || self.resume(), AGAIN);
                }
            };
            self.desk.ask(async |keeper| keeper.sync().await, back);
        }
        let stays = outcome.as_ref().is_ok_and(|added| added.warning.is_some()) && !keep_original();
        self.change(key, |leaf| {
            leaf.way = match outcome {
                Ok(added) => Way::Sent(Box::new(added.file)),
                Err(trouble) => Way::Failed(trouble),
            };
        });
        let holds = |paper: &Paper| {
            paper
                .leaves
                .with_untracked(|leaves| leaves.iter().any(|leaf| leaf.key == key))
        };
        if let Some(paper) = self
            .papers
            .with_untracked(|papers| papers.iter().copied().find(holds))
        {
            if stays {
                paper.location_stays.set(true);
            }
            self.settle(paper);
        }
        // Without network, or locked, the next one would fail the same way: all wait.
        if !matches!(trouble, Some(Trouble::Offline | Trouble::Locked)) {
            self.pump();
        }
    }

    /// Keeps a document that is wanted and whose pages have all been sent.
    pub(super) fn settle(self, paper: Paper) {
        let sent = paper
            .leaves
            .with_untracked(|leaves| leaves.iter().all(|leaf| leaf.sent().is_some()));
        if paper.stage.get_untracked() != Stage::Wanted
            || !sent
            || self.here() != self.whose.get_value()
        {
            return;
        }
        let Some(plain) = paper.plain() else { return };
        paper.stage.set(Stage::Keeping);
        let edit = Edit {
            entry: None,
            seen: Vec::new(),
            plain,
        };
        let kept = move |outcome: Result<store::EntryId, Trouble>| match outcome {
            Ok(entry) => {
                paper.stage.set(Stage::Kept(entry));
                let keys: Vec<usize> = paper
                    .leaves
                    .with_untracked(|leaves| leaves.iter().map(|leaf| leaf.key).collect());
                self.files
                    .update_value(|files| files.retain(|key, _| !keys.contains(key)));
            }
            // A lock makes the Keeper forget the files that no entry names yet: they are sent once more.
            Err(Trouble::Broken(What::File)) if !paper.sent_again.get_value() => {
                self.send_again(paper);
            }
            Err(trouble) => paper.stage.set(Stage::Failed(trouble)),
        };
        self.desk
            .ask(async move |keeper| keeper.put(edit).await, kept);
    }

    fn send_again(self, paper: Paper) {
        paper.sent_again.set_value(true);
        paper.leaves.update(|leaves| {
            leaves.iter_mut().for_each(|leaf| leaf.way = Way::Waiting);
        });
        paper.stage.set(Stage::Wanted);
        self.pump();
    }
}
