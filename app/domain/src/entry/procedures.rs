//! Rights held, other things that end, and the procedures by which rights are asked for.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::lists::{
    EntitlementState, ExchangeWay, ExpiryKind, Lead, PieceKind, ProcedureState, Rate, Right,
};
use crate::reference::EntryRef;

/// What was decided about one right: a line of a notification.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Entitlement {
    /// Which right.
    pub right: Option<Right>,
    /// More precisely: "complément 3", "AESH individuelle, 12 heures".
    pub detail: String,
    /// Granted or refused. Not filled in counts as granted.
    pub state: Option<EntitlementState>,
    /// The rate of incapacity.
    pub rate: Option<Rate>,
    /// The day of the decision.
    pub decided: Option<NaiveDate>,
    /// The day on which the decision arrived: the time to appeal counts from it.
    pub received: Option<NaiveDate>,
    /// The first day of the right.
    pub start: Option<NaiveDate>,
    /// The last day of the right, as printed.
    pub end: Option<NaiveDate>,
    /// It says that there is no end.
    pub no_end: bool,
    /// The last day to appeal, where one is printed.
    pub appeal_by: Option<NaiveDate>,
    /// The day on which the family wants to begin renewing, where they chose one.
    pub prepare: Option<NaiveDate>,
    /// Who decided.
    pub authority: String,
    /// The number of the file.
    pub number: String,
    /// To whom it is paid, or who shares it.
    pub beneficiary: String,
    /// What to know.
    pub note: String,
    /// The right that this one renews.
    pub previous: Option<EntryRef>,
    /// The procedure in which it was asked for.
    pub procedure: Option<EntryRef>,
    /// The notification, and other papers.
    pub documents: Vec<EntryRef>,
}

/// Something else that has an end date.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Expiry {
    /// What it is.
    pub expiry_kind: Option<ExpiryKind>,
    /// Which one: "passeport de Théo".
    pub name: String,
    /// Its last day, as printed.
    pub end: Option<NaiveDate>,
    /// How long before that the family wants to begin.
    pub lead: Option<Lead>,
    /// Its number.
    pub number: String,
    /// It was renewed, or is no longer needed.
    pub over: bool,
    /// What to know.
    pub note: String,
    /// Papers.
    pub documents: Vec<EntryRef>,
}

/// A request for one or several rights, from its preparation to the decision and beyond.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Procedure {
    /// What it is called.
    pub title: String,
    /// To whom it goes.
    pub authority: String,
    /// The same as a contact entry.
    pub contact: Option<EntryRef>,
    /// The number of the file.
    pub number: String,
    /// What is asked for.
    pub requests: Vec<Request>,
    /// The papers that go with it.
    pub pieces: Vec<Piece>,
    /// The steps so far.
    pub history: Vec<ProcedureStep>,
    /// Calls and letters, kept as proof.
    pub exchanges: Vec<Exchange>,
    /// What to know.
    pub note: String,
    /// Papers.
    pub documents: Vec<EntryRef>,
}

/// One right that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Request {
    /// Which right.
    pub right: Option<Right>,
    /// More precisely.
    pub detail: String,
    /// The right held so far, if it is a renewal.
    pub renews: Option<EntryRef>,
}

/// One paper of a request.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Piece {
    /// Which paper.
    pub piece: Option<PieceKind>,
    /// More precisely, or another paper.
    pub name: String,
    /// It is there.
    pub ready: bool,
    /// Its date.
    pub date: Option<NaiveDate>,
    /// The document of this carnet.
    pub document: Option<EntryRef>,
}

/// A step that a procedure has reached.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ProcedureStep {
    /// Which step.
    pub state: Option<ProcedureState>,
    /// When.
    pub date: Option<NaiveDate>,
    /// What to know.
    pub note: String,
}

/// A call or a letter.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Exchange {
    /// How.
    pub way: Option<ExchangeWay>,
    /// The day.
    pub date: Option<NaiveDate>,
    /// The hour, as `14:30`.
    pub time: String,
    /// With whom.
    pub who: String,
    /// What was said, or written.
    pub text: String,
    /// The letter, or its receipt.
    pub document: Option<EntryRef>,
}

impl Entitlement {
    /// Whether it is held: neither refused nor stopped.
    pub fn is_held(&self) -> bool {
        !matches!(
            self.state,
            Some(EntitlementState::Refused | EntitlementState::Ended)
        )
    }
}

impl Procedure {
    /// Where it stands: the last step by date; of one day, the furthest.
    pub fn state(&self) -> ProcedureState {
        let known = self.history.iter().filter_map(|step| {
            let state = step.state?;
            Some((step.date.unwrap_or(NaiveDate::MIN), state))
        });
        known
            .max()
            .map_or(ProcedureState::Draft, |(_, state)| state)
    }

    /// The last day on which it reached a step.
    pub fn reached(&self, state: ProcedureState) -> Option<NaiveDate> {
        let steps = self.history.iter().filter(|step| step.state == Some(state));
        steps.filter_map(|step| step.date).max()
    }

    /// Notes that it was handed in, unless it was noted before.
    pub fn file_on(&mut self, day: NaiveDate) {
        if !self.is_filed() {
            self.history.push(ProcedureStep {
                state: Some(ProcedureState::Filed),
                date: Some(day),
                note: String::new(),
            });
        }
    }

    /// Whether it was handed in.
    pub fn is_filed(&self) -> bool {
        self.state() > ProcedureState::Draft
    }
}
