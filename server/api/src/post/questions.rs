//! Having guardians told of what they are asked, and again of an account that is said to be lost, while there is time to answer.

use std::collections::BTreeSet;

use auth::token::subject;
use protocol::change::Proposal;
use protocol::ids::{CarnetId, MemberId};
use protocol::limits;
use protocol::state::{Asked, State};
use protocol::time::{DAY, Seconds};
use storage::question::{QUESTION_ASKED, QuestionMail, SAID_LOST};

use crate::app::App;

/// When a mail says that an account is said to be lost, counted from the question: at once, as after any question that nobody
/// answered, and when a week is left.
const LOST: [u64; 3] = [0, limits::PROPOSAL, limits::READMIT - 7 * DAY];

/// What a commit asked, and what it ended.
pub struct Questions {
    asked: Vec<(u64, Proposal)>,
    over: Vec<(u64, Proposal)>,
}

impl Questions {
    /// By the states before and after it.
    pub fn between(before: Option<&State>, after: &State) -> Self {
        let told = |(number, asked): (&u64, &Asked)| (*number, asked.what);
        let earlier: Vec<(u64, Proposal)> = before
            .map(|state| state.proposals.iter().map(told).collect())
            .unwrap_or_default();
        let later: Vec<(u64, Proposal)> = after.proposals.iter().map(told).collect();
        let numbers = |all: &[(u64, Proposal)]| -> BTreeSet<u64> {
            all.iter().map(|(number, _)| *number).collect()
        };
        let (was, is) = (numbers(&earlier), numbers(&later));
        let fresh = |(number, _): &(u64, Proposal)| !was.contains(number);
        let gone = |(number, _): &(u64, Proposal)| !is.contains(number);
        Self {
            asked: later.into_iter().filter(fresh).collect(),
            over: earlier.into_iter().filter(gone).collect(),
        }
    }

    /// Plans the mails, and takes back those of what is over. Nobody is refused because one cannot be noted.
    pub async fn tell(self, app: &App, carnet: CarnetId, by: MemberId, now: Seconds) {
        if !app.post.sends() {
            return;
        }
        for (number, what) in self.over {
            let ended = app
                .storage
                .end_question(carnet, &mails(carnet, number, what, now))
                .await;
            if let Err(error) = ended {
                tracing::warn!(%error, %carnet, "mails about a question could not be taken back");
            }
        }
        for (number, what) in self.asked {
            let words = match what {
                Proposal::Readmit { .. } => SAID_LOST,
                Proposal::Remove(_) | Proposal::EraseCarnet | Proposal::Transfer(_) => {
                    QUESTION_ASKED
                }
            };
            let mails = mails(carnet, number, what, now);
            let planned = app.storage.plan_question(carnet, by, words, &mails).await;
            match planned {
                Ok(()) => app.post.ring(),
                Err(error) => {
                    tracing::warn!(%error, %carnet, "a question could not be noted for mail");
                }
            }
        }
    }
}

/// The mails about a question, each with an id that nothing else has.
fn mails(carnet: CarnetId, number: u64, what: Proposal, now: Seconds) -> Vec<QuestionMail> {
    let after: &[u64] = match what {
        Proposal::Readmit { .. } => &LOST,
        Proposal::Remove(_) | Proposal::EraseCarnet | Proposal::Transfer(_) => &LOST[..1],
    };
    let mail = |after: &u64| {
        let mut named = carnet.as_bytes().to_vec();
        named.extend(number.to_be_bytes());
        named.extend(after.to_be_bytes());
        let hash = subject("asked", &named);
        let mut id = [0; 16];
        id.copy_from_slice(&hash[..16]);
        QuestionMail {
            id,
            due: now.plus(*after),
        }
    };
    after.iter().map(mail).collect()
}
