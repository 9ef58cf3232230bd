//! A line of the table as entries.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::entry::*;
use domain::lists::*;
use domain::view::HasEntry;
use domain::{Entry, EntryRef, Term};

/// An entry under a name.
pub struct Row(pub &'static str, pub Entry);

impl HasEntry for Row {
    fn entry(&self) -> &Entry {
        &self.1
    }

    fn reference(&self) -> Option<EntryRef> {
        Some(self.0.into())
    }
}

/// What a case gives: `end=2027-08-31 received=…`.
pub struct Given(BTreeMap<String, String>);

impl Given {
    pub fn of(text: &str) -> Self {
        let pairs = text
            .split_whitespace()
            .map(|pair| pair.split_once('=').unwrap());
        Self(
            pairs
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        )
    }

    pub fn day(&self, name: &str) -> Option<NaiveDate> {
        self.0.get(name).map(|text| text.parse().unwrap())
    }

    pub fn term<T: Term>(&self, name: &str) -> Option<T> {
        self.0.get(name).map(|code| T::from_code(code).unwrap())
    }

    pub fn entitlement(&self, right: &str) -> Entitlement {
        Entitlement {
            right: Some(Right::from_code(right).unwrap()),
            state: self.term("state"),
            decided: self.day("decided"),
            received: self.day("received"),
            start: self.day("start"),
            end: self.day("end"),
            no_end: self.0.contains_key("no_end"),
            appeal_by: self.day("appeal_by"),
            prepare: self.day("prepare"),
            ..Entitlement::default()
        }
    }

    pub fn procedure(&self, right: &str) -> Procedure {
        use ProcedureState as S;
        let states = [
            ("filed", S::Filed),
            ("admissible", S::Admissible),
            ("plan", S::Plan),
            ("notified", S::Notified),
            ("appealed", S::Appealed),
            ("answered", S::AppealAnswered),
            ("closed", S::Closed),
        ];
        let steps = states.into_iter().filter_map(|(name, state)| {
            let date = self.day(name)?;
            Some(ProcedureStep {
                state: Some(state),
                date: Some(date),
                ..ProcedureStep::default()
            })
        });
        let certificate = self.day("certificate").map(|date| Piece {
            piece: Some(PieceKind::MedicalCertificate),
            ready: true,
            date: Some(date),
            ..Piece::default()
        });
        Procedure {
            requests: vec![Request {
                right: Some(Right::from_code(right).unwrap()),
                ..Request::default()
            }],
            history: steps.collect(),
            pieces: certificate.into_iter().collect(),
            ..Procedure::default()
        }
    }

    pub fn rows(&self, subject: &str) -> Vec<Row> {
        let (sort, name) = subject.split_once(':').unwrap_or((subject, ""));
        let mut rows = Vec::new();
        if let Some(birth) = self.day("birth") {
            let identity = Identity {
                birth_date: Some(birth),
                ..Identity::default()
            };
            rows.push(Row("identity", Entry::Identity(identity)));
        }
        rows.push(match sort {
            "procedure" => Row("it", Entry::Procedure(self.procedure(name))),
            "ages" => Row("held", Entry::Entitlement(self.entitlement(name))),
            "expiry" => {
                let expiry = Expiry {
                    expiry_kind: ExpiryKind::from_code(name),
                    end: self.day("end"),
                    lead: self.term("lead"),
                    ..Expiry::default()
                };
                Row("it", Entry::Expiry(expiry))
            }
            "protection" => {
                let protection = Protection {
                    measure: ProtectionKind::from_code(name),
                    to: self.day("end"),
                    ..Protection::default()
                };
                let identity = Identity {
                    protection: Some(protection),
                    ..Identity::default()
                };
                Row("it", Entry::Identity(identity))
            }
            right => Row("it", Entry::Entitlement(self.entitlement(right))),
        });
        rows
    }
}
