//! What guardians decide together, and the compartments that this account was let into.

use std::collections::BTreeMap;
use std::sync::Arc;

use protocol::change::Proposal;
use protocol::ids::{CarnetId, EntryId, MemberId, SectionId};
use protocol::time::Seconds;

use super::EntryView;

/// A question to the guardians.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalView {
    /// Names it: the commit that asked.
    pub number: u64,
    /// What is asked.
    pub what: Proposal,
    /// Who asked.
    pub by: MemberId,
    /// When.
    pub at: Seconds,
    /// Until when it can be answered.
    pub until: Seconds,
    /// From when on it is done once all agreed; later than `at` only for an account that is said to be lost.
    pub not_before: Seconds,
    /// Guardians who said yes, the asker included.
    pub yes: Vec<MemberId>,
    /// Guardians who have not answered yet.
    pub waiting: Vec<MemberId>,
    /// Nobody can answer any more: it can be asked again, or dropped.
    pub over: bool,
}

/// A private compartment that this account may read.
#[derive(Debug, Clone, PartialEq)]
pub struct CompartmentView {
    /// Its section.
    pub id: SectionId,
    /// The name that its maker gave it; empty if it cannot be read here.
    pub name: String,
    /// This account decides who sees it.
    pub manages: bool,
    /// Who made it; none once they are gone.
    pub maker: Option<MemberId>,
    /// This account may write to it now.
    pub writable: bool,
    /// Who may read it, and whether they may also write.
    pub holders: Vec<(MemberId, bool)>,
    /// What lies in it. None of it is in [`super::CarnetView::entries`].
    pub entries: BTreeMap<EntryId, Arc<EntryView>>,
}

/// What becomes of a carnet when one of its members erases their account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It goes on without them.
    Left,
    /// Nobody else has an account in it: it is erased.
    Erased,
    /// They are its only guardian, and others are in it: it must be handed over or erased first.
    Blocked,
    /// By its own log, they are not in it any more, or it was erased before.
    Gone,
    /// The server gives nothing of it to this account, as it does once somebody was taken out. Nothing else says so: the person
    /// decides, and puts it away.
    Untold,
}

/// A carnet and what becomes of it.
pub type Fates = Vec<(CarnetId, Fate)>;
