//! Saying what became of something that was due.

use crate::browser;
use crate::desk::{Desk, use_desk};
use crate::parts::toast::{Toasts, use_toasts};
use crate::troubles::tell_short;
use crate::words::{Word, Words, use_words};
use chrono::{Days, NaiveDate};
use domain::due::Cause;
use domain::entry::{Outcome, Settled};
use domain::{Entry, Plain, Section};
use store::{CarnetView, Edit};

/// What can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// It is done.
    Done,
    /// Not for so many days.
    Later(u64),
    /// Not any more.
    Hide,
    /// It is to be done again after all.
    Again,
}

/// For how many days something can be put off.
pub(super) const LATER: &[(u64, Word)] = &[
    (1, |t| t.due_until_tomorrow()),
    (3, |t| t.due_three_days()),
    (7, |t| t.due_week()),
    (30, |t| t.due_month()),
];

/// The way to say it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Settling {
    desk: Desk,
    toasts: Toasts,
    t: Words,
}

pub(super) fn use_settling() -> Settling {
    Settling {
        desk: use_desk(),
        toasts: use_toasts(),
        t: use_words(),
    }
}

impl Settling {
    /// Whether this account may say anything.
    pub(super) fn may(self) -> bool {
        let carnet = self.desk.carnet();
        carnet.is_some_and(|carnet| carnet.may_write(Section::Agenda))
    }

    /// Keeps what was said, in place of everything said of the same cause before.
    pub(super) fn say(self, cause: &Cause, day: NaiveDate, answer: Answer) {
        let Some(carnet) = self.desk.carnet_now() else {
            return;
        };
        let edits = edits(&carnet, &settled(cause, day, answer));
        let (t, toasts) = (self.t, self.toasts);
        self.desk.ask(
            async move |keeper| keeper.put_many(edits).await,
            move |kept| match kept {
                Ok(_) => toasts.say(match answer {
                    Answer::Done => t.due_said_done(),
                    Answer::Later(_) => t.due_said_later(),
                    Answer::Hide => t.due_said_hidden(),
                    Answer::Again => t.due_said_again(),
                }),
                Err(trouble) => toasts.say(tell_short(trouble, t)),
            },
        );
    }
}

fn settled(cause: &Cause, day: NaiveDate, answer: Answer) -> Settled {
    let today = browser::today();
    let (outcome, until) = match answer {
        Answer::Done => (Outcome::Done, None),
        Answer::Later(days) => (Outcome::Postponed, today.checked_add_days(Days::new(days))),
        Answer::Hide => (Outcome::Dismissed, None),
        Answer::Again => (Outcome::Open, None),
    };
    Settled {
        of: cause.entry.clone(),
        moment: Some(cause.what),
        occurrence: cause.occurrence,
        day: Some(day),
        outcome: Some(outcome),
        until,
        on: Some(today),
    }
}

/// One cause has one entry. When people spoke at the same time there are more: all of them say the same from now on.
fn edits(carnet: &CarnetView, settled: &Settled) -> Vec<Edit> {
    let same = |plain: &Plain| match &plain.entry {
        Entry::Settled(before) => {
            (&before.of, before.moment, before.occurrence)
                == (&settled.of, settled.moment, settled.occurrence)
        }
        _ => false,
    };
    let before = carnet
        .plains()
        .filter(|(_, plain)| same(plain) && plain.editable());
    let again: Vec<Edit> = before
        .map(|(id, plain)| Edit {
            entry: Some(id),
            seen: Vec::new(),
            plain: plain.with(Entry::Settled(settled.clone())),
        })
        .collect();
    if again.is_empty() {
        vec![Edit::new(Entry::Settled(settled.clone()))]
    } else {
        again
    }
}
