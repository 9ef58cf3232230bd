//! Documents that are being added: picked, described, sealed and sent one file after another, then kept.
//!
//! All of it lives beside the pages, so that sending goes on while somebody looks elsewhere, and that nothing is lost
//! when the network fails or the carnet locks: what could not be done waits and is taken up again.

pub(crate) mod leaf;
pub(crate) mod paper;
mod sending;

use crate::browser;
use crate::desk::Desk;
use leaf::{Leaf, Way};
use leptos::prelude::*;
use paper::{Paper, Stage};
use std::collections::BTreeMap;
use store::{CarnetId, MemberId, PickedFile, Trouble};

/// The preference of this device: whether pictures are also kept as they came.
const KEEP_ORIGINAL: &str = "carnet-keep-originals";
/// Pages of one document: each picture is up to three sealed files, and an entry names 256 at most.
pub(crate) const MOST_PAGES: usize = 80;

/// Everything that is being added.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Adding {
    desk: Desk,
    owner: StoredValue<Option<Owner>>,
    whose: StoredValue<Option<(MemberId, CarnetId)>>,
    papers: RwSignal<Vec<Paper>>,
    files: StoredValue<BTreeMap<usize, PickedFile>, LocalStorage>,
    next: StoredValue<usize>,
    sending: RwSignal<bool>,
}

impl Adding {
    /// Nothing yet. What is made later belongs to the one who calls this.
    pub(crate) fn new(desk: Desk) -> Self {
        Self {
            desk,
            owner: StoredValue::new(Owner::current()),
            whose: StoredValue::new(None),
            papers: RwSignal::new(Vec::new()),
            files: StoredValue::new_local(BTreeMap::new()),
            next: StoredValue::new(0),
            sending: RwSignal::new(false),
        }
    }

    /// The documents that are being made, in order.
    pub(crate) fn papers(self) -> Vec<Paper> {
        self.papers.get()
    }

    /// How many are not in the carnet yet.
    pub(crate) fn unfinished(self) -> usize {
        self.papers.with(|papers| {
            papers
                .iter()
                .filter(|paper| !matches!(paper.stage.get(), Stage::Kept(_)))
                .count()
        })
    }

    /// Takes in files that were just picked.
    pub(crate) fn take(self, files: Vec<PickedFile>) {
        let leaves = self.leaves(files);
        let papers = leaf::gathered(leaves);
        self.make(papers, None);
        self.pump();
    }

    /// Takes in files as more pages of a document.
    pub(crate) fn take_pages(self, paper: Paper, files: Vec<PickedFile>) {
        let room = MOST_PAGES.saturating_sub(paper.leaves.with_untracked(Vec::len));
        let (pages, others): (Vec<PickedFile>, Vec<PickedFile>) = files
            .into_iter()
            .partition(|file| leaf::is_picture(&file.mime, &file.name));
        let mut pages = self.leaves(pages);
        let rest = pages.split_off(pages.len().min(room));
        paper.leaves.update(|leaves| leaves.extend(pages));
        let others = self.leaves(others);
        self.make(
            rest.into_iter()
                .chain(others)
                .map(|leaf| vec![leaf])
                .collect(),
            None,
        );
        self.pump();
    }

    /// Makes a document of each page of one.
    pub(crate) fn separate(self, paper: Paper) {
        let leaves = paper.leaves.try_update(std::mem::take).unwrap_or_default();
        let after = self
            .papers
            .with_untracked(|papers| papers.iter().position(|one| one.key == paper.key));
        self.make(leaves.into_iter().map(|leaf| vec![leaf]).collect(), after);
        self.forget(paper);
    }

    /// Puts the pages of a document after those of the one before it, which then stands for both.
    pub(crate) fn join(self, paper: Paper) {
        let before = self.papers.with_untracked(|papers| {
            let place = papers.iter().position(|one| one.key == paper.key)?;
            papers.get(place.checked_sub(1)?).copied()
        });
        let Some(before) = before else { return };
        let leaves = paper.leaves.try_update(std::mem::take).unwrap_or_default();
        before.leaves.update(|kept| kept.extend(leaves));
        self.forget(paper);
    }

    /// Takes a page out of a document; the last page takes the document with it.
    pub(crate) fn remove(self, paper: Paper, key: usize) {
        paper.leaves.update(|leaves| {
            leaves
                .iter()
                .filter(|leaf| leaf.key == key)
                .for_each(drop_preview);
            leaves.retain(|leaf| leaf.key != key);
        });
        self.files.update_value(|files| drop(files.remove(&key)));
        if paper.leaves.with_untracked(Vec::is_empty) {
            self.forget(paper);
        }
        self.settle(paper);
    }

    /// Takes a document away, with the files that were picked for it.
    pub(crate) fn forget(self, paper: Paper) {
        paper.leaves.with_untracked(|leaves| {
            leaves.iter().for_each(drop_preview);
            self.files
                .update_value(|files| leaves.iter().for_each(|leaf| drop(files.remove(&leaf.key))));
        });
        self.papers
            .update(|papers| papers.retain(|one| one.key != paper.key));
    }

    /// Keeps a document as soon as all its pages have been sent. `untitled` stands where there is no title.
    pub(crate) fn keep(self, paper: Paper, untitled: &str) {
        paper.entitle(untitled);
        paper.stage.set(Stage::Wanted);
        self.settle(paper);
        self.pump();
    }

    /// Takes up again what waited for the network or for the lock; forgets what belongs to somebody else.
    pub(crate) fn resume(self) {
        let Some(here) = self.here() else { return };
        if self.whose.get_value().is_some_and(|whose| whose != here)
            && !self.sending.get_untracked()
        {
            self.papers
                .get_untracked()
                .into_iter()
                .for_each(|paper| self.forget(paper));
        }
        self.whose.set_value(Some(here));
        self.again(|trouble| matches!(trouble, Trouble::Offline | Trouble::Locked));
    }

    /// Tries again what failed.
    pub(crate) fn try_again(self) {
        self.again(|_| true);
    }

    fn again(self, worth: fn(Trouble) -> bool) {
        for paper in self.papers.get_untracked() {
            let failed = |leaf: &Leaf| leaf.trouble().is_some_and(worth);
            if paper
                .leaves
                .with_untracked(|leaves| leaves.iter().any(failed))
            {
                paper.leaves.update(|leaves| {
                    leaves
                        .iter_mut()
                        .filter(|leaf| failed(leaf))
                        .for_each(|leaf| leaf.way = Way::Waiting);
                });
            }
            if matches!(paper.stage.get_untracked(), Stage::Failed(trouble) if worth(trouble)) {
                paper.stage.set(Stage::Wanted);
            }
            self.settle(paper);
        }
        self.pump();
    }

    /// Takes what is in the carnet off the page.
    pub(crate) fn clear_kept(self) {
        let kept = |paper: &Paper| matches!(paper.stage.get_untracked(), Stage::Kept(_));
        self.papers
            .update(|papers| papers.retain(|paper| !kept(paper)));
    }

    /// The account that is in, and the carnet that is open.
    fn here(self) -> Option<(MemberId, CarnetId)> {
        let carnet = self.desk.carnet_now()?;
        Some((carnet.me, carnet.id))
    }

    fn number(self) -> usize {
        let number = self.next.get_value();
        self.next.set_value(number + 1);
        number
    }

    fn leaves(self, files: Vec<PickedFile>) -> Vec<Leaf> {
        let one = |file: PickedFile| {
            let leaf = Leaf::new(self.number(), &file);
            self.files
                .update_value(|files| drop(files.insert(leaf.key, file)));
            leaf
        };
        files.into_iter().map(one).collect()
    }

    fn make(self, documents: Vec<Vec<Leaf>>, after: Option<usize>) {
        let today = browser::today();
        let make = || -> Vec<Paper> {
            documents
                .into_iter()
                .map(|leaves| Paper::new(self.number(), leaves, today))
                .collect()
        };
        // They outlive the page that picked them.
        let made = match self.owner.get_value() {
            Some(owner) => owner.with(make),
            None => make(),
        };
        made.iter().for_each(|paper| self.preview(*paper));
        self.papers.update(|papers| {
            let place = after.map_or(papers.len(), |after| (after + 1).min(papers.len()));
            papers.splice(place..place, made);
        });
    }
}

/// Everything that is being added, whatever page is shown.
pub(crate) fn use_adding() -> Adding {
    // `App` provides it before it makes any page.
    expect_context::<Adding>()
}

/// Whether pictures are also kept as they came: a choice of this device.
pub(crate) fn keep_original() -> bool {
    browser::preference(KEEP_ORIGINAL).as_deref() == Some("yes")
}

/// Chooses whether pictures are also kept as they came.
pub(crate) fn set_keep_original(keep: bool) {
    browser::set_preference(KEEP_ORIGINAL, if keep { "yes" } else { "no" });
}

fn drop_preview(leaf: &Leaf) {
    if let Some(url) = &leaf.preview {
        browser::forget_url(url);
    }
}
