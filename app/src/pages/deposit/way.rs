//! How far each file is, and how long it may still take: as it is, never a guess dressed up.

use crate::browser;
use crate::pages::documents::sizes::size;
use crate::words::{Words, use_words};
use leptos::prelude::*;
use store::{PickedFile, Progress};

/// How long the speed is looked at before something is said about what is left, in milliseconds.
const LOOKED: f64 = 4_000.0;

/// Where all files stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Way {
    files: Vec<One>,
    /// Since when bytes have been arriving, and how many had arrived then.
    since: Option<(f64, u64)>,
    /// Milliseconds left, once that can be told.
    left: Option<f64>,
}

#[derive(Clone, Debug, PartialEq)]
struct One {
    name: String,
    done: u64,
    total: u64,
    looking: bool,
}

impl Way {
    /// Nothing is sent yet.
    pub(super) fn of(files: &[PickedFile]) -> Self {
        let one = |file: &PickedFile| One {
            name: file.name.clone(),
            done: 0,
            total: file.source.size(),
            looking: false,
        };
        Self {
            files: files.iter().map(one).collect(),
            ..Self::default()
        }
    }

    /// Bytes of all files.
    pub(super) fn total(&self) -> u64 {
        self.files.iter().map(|file| file.total).sum()
    }

    fn done(&self) -> u64 {
        self.files.iter().map(|file| file.done).sum()
    }

    /// A file is a little further.
    pub(super) fn step(&mut self, progress: Progress, now: f64) {
        let Some(file) = self.files.get_mut(progress.file) else {
            return;
        };
        file.done = progress.done.min(file.total);
        file.looking = progress.looking;
        if progress.looking {
            // What is read again from the device says nothing about the network.
            self.since = None;
            return;
        }
        let done = self.done();
        let Some((since, before)) = self.since else {
            self.since = Some((now, done));
            return;
        };
        let (took, came) = (now - since, done.saturating_sub(before));
        if took >= LOOKED && came > 0 {
            #[allow(clippy::cast_precision_loss, reason = "sizes of files fit")]
            let left = took * (self.total() - done) as f64 / came as f64;
            self.left = Some(left);
        }
    }
}

/// The files with their bars.
#[component]
pub(super) fn Ways(way: RwSignal<Option<Way>>) -> impl IntoView {
    let t = use_words();
    let count = Memo::new(move |_| way.with(|way| way.as_ref().map_or(0, |way| way.files.len())));
    let left = move || {
        let left = way.with(|way| way.as_ref().and_then(|way| way.left));
        left.map(|left| view! { <p class="soft">{time(left, t)}</p> })
    };
    let bars = move || {
        let bar = |place: usize| view! { <li><Bar way place/></li> };
        (0..count.get()).map(bar).collect_view()
    };
    view! {
        <ul class="ways">{bars}</ul>
        {left}
    }
}

#[component]
fn Bar(way: RwSignal<Option<Way>>, place: usize) -> impl IntoView {
    let t = use_words();
    let one = Memo::new(move |_| {
        way.with(|way| way.as_ref().and_then(|way| way.files.get(place).cloned()))
    });
    let name = move || one.get().map(|one| one.name);
    let said = move || {
        let one = one.get()?;
        let (done, total) = (size(one.done, t), size(one.total, t));
        Some(match (one.looking, one.done) {
            (true, _) => t.deposit_looking(&done, &total),
            (false, all) if all == one.total => t.deposit_done().to_owned(),
            (false, 0) => format!("{} · {total}", t.deposit_waiting()),
            (false, _) => t.papers_sending(done, total),
        })
    };
    let (done, total) = (
        move || one.get().map_or(0, |one| one.done).to_string(),
        move || one.get().map_or(1, |one| one.total.max(1)).to_string(),
    );
    let id = format!("way-{place}");
    view! {
        <p id=id.clone()><strong>{name}</strong><br/><span class="soft number">{said}</span></p>
        <progress max=total value=done aria-labelledby=id></progress>
    }
}

/// "Encore 3 min environ.", "Encore 1 h 20 min environ."
fn time(milliseconds: f64, t: Words) -> String {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a time that is left is not negative, and years are as good as more"
    )]
    let minutes = (milliseconds / 60_000.0).ceil() as u32;
    match minutes {
        0 | 1 => t.deposit_soon().to_owned(),
        2..60 => t.deposit_minutes(minutes),
        _ => t.deposit_hours(minutes / 60, minutes % 60),
    }
}

/// The moment now, for [`Way::step`].
pub(super) fn now() -> f64 {
    browser::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(done: u64, looking: bool) -> Progress {
        Progress {
            file: 0,
            done,
            total: 100,
            looking,
        }
    }

    #[test]
    fn what_is_left_is_told_from_what_arrived_and_from_nothing_else() {
        let file = PickedFile::from_bytes("a.mp4", "", vec![0; 100]);
        let mut way = Way::of(&[file]);
        way.step(step(50, true), 0.0);
        way.step(step(50, false), 10_000.0);
        assert_eq!(way.left, None);
        way.step(step(60, false), 12_000.0);
        assert_eq!(way.left, None, "too early to tell");
        way.step(step(75, false), 15_000.0);
        assert_eq!(way.left, Some(5_000.0));
    }
}
