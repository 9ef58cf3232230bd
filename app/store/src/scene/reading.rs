//! What the page draws of links, of a visit by one, and of the access journal.

use domain::Section;
use protocol::carnet::Act;
use protocol::change::LinkKind;
use protocol::ids::{CarnetId, EntryId, MemberId, SectionId};
use protocol::time::Seconds;

/// An open link, as guardians see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkView {
    /// Its id as a member.
    pub id: MemberId,
    /// What it was called.
    pub label: String,
    /// What it is for.
    pub kind: LinkKind,
    /// Until when.
    pub until: Seconds,
    /// Who opened it.
    pub by: MemberId,
    /// What it may read.
    pub sections: Vec<SectionId>,
    /// What it shows beside that, entry by entry.
    pub entries: Vec<EntryId>,
    /// Its address can be shown again here.
    pub has_address: bool,
}

/// A link that closed by itself not long ago, since somebody who could know its address is no longer to use it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedLinkView {
    /// What it was called.
    pub label: String,
    /// What it was for.
    pub kind: LinkKind,
    /// When.
    pub at: Seconds,
}

/// Somebody looks into a carnet by a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitView {
    /// Which carnet.
    pub carnet: CarnetId,
    /// Until when.
    pub until: Seconds,
    /// Whose carnet it is.
    pub name: String,
    /// When what is shown entry by entry was copied; none for links of before that was said.
    pub made: Option<Seconds>,
}

/// A line of the access journal: the server's word, with what this account knows about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalView {
    /// Its number.
    pub number: i64,
    /// When.
    pub at: Seconds,
    /// Who, or which link.
    pub member: MemberId,
    /// What.
    pub act: Act,
    /// The sections that it is about.
    pub sections: Vec<Section>,
    /// The entries that it is about.
    pub entries: Vec<EntryId>,
}
