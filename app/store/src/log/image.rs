//! The folded log as bytes: what a device keeps, and what a checkpoint names, so that opening a carnet does not begin with its
//! genesis. Strict CBOR; whoever reads it has opened a seal of its own first.

use minicbor::{Decode, Encode};
use protocol::change::{Access, LinkKind, Proposal, Role, Sealed};
use protocol::ids::{CarnetId, Digest, EntryId, MemberId, SectionId};
use protocol::keys::MemberKeys;
use protocol::state::{Asked, Entry, Member, Right, Section, Sheet, Standing, State, Version};
use protocol::time::Seconds;

use super::{Facts, Log, PutFact};

/// The folded log. The numbers are the format.
#[derive(Encode, Decode)]
struct Image {
    #[n(0)]
    carnet: CarnetId,
    #[n(1)]
    seq: u64,
    #[n(2)]
    head: Digest,
    #[n(3)]
    at: Seconds,
    #[n(4)]
    closed: bool,
    #[n(5)]
    members: Vec<MemberRow>,
    #[n(6)]
    sections: Vec<SectionRow>,
    #[n(7)]
    entries: Vec<EntryRow>,
    #[n(8)]
    proposals: Vec<AskedRow>,
    #[n(9)]
    commitments: Vec<(SectionId, u32, Digest)>,
    #[n(10)]
    backs: Vec<(SectionId, u32, Sealed)>,
    #[n(11)]
    envelopes: Vec<Digest>,
    #[n(12)]
    names: Vec<(MemberId, Sealed)>,
    #[n(13)]
    last_author: Option<MemberId>,
    #[n(14)]
    changes: u64,
    #[n(15)]
    me: MemberId,
    #[n(16)]
    keys_lost: Option<u64>,
    /// None in images of before there were sheets.
    #[n(17)]
    sheets: Option<Vec<(MemberId, Seconds)>>,
    /// None in images of before invitations were taken.
    #[n(18)]
    joined: Option<Vec<(MemberId, Seconds, Option<MemberId>)>>,
    /// None in images of before links closed by themselves.
    #[n(19)]
    closed_links: Option<Vec<(MemberId, LinkKind, Seconds)>>,
    /// None in images of before names outlasted a change of keys.
    #[n(20)]
    first_accounts: Option<Vec<(MemberId, MemberId)>>,
    /// None in images of before deposits were remembered.
    #[n(21)]
    taken: Option<Vec<(MemberId, u64, Digest)>>,
}

#[derive(Encode, Decode)]
struct MemberRow {
    #[n(0)]
    id: MemberId,
    #[n(1)]
    keys: MemberKeys,
    #[n(2)]
    standing: StandingRow,
    #[n(3)]
    label: Sealed,
    #[n(4)]
    since: u64,
    #[n(5)]
    last: Option<u64>,
    #[n(6)]
    grants: Vec<(SectionId, Access, Option<Seconds>)>,
    #[cbor(n(7), with = "minicbor::bytes")]
    device: Option<Vec<u8>>,
    #[n(8)]
    sheet: Option<(u64, Digest, u64)>,
}

#[derive(Encode, Decode)]
enum StandingRow {
    #[n(0)]
    Account(#[n(0)] Role, #[n(1)] bool),
    #[n(1)]
    Link(#[n(0)] LinkKind, #[n(1)] Seconds, #[n(2)] MemberId),
}

#[derive(Encode, Decode)]
struct SectionRow {
    #[n(0)]
    id: SectionId,
    #[n(1)]
    epoch: u32,
    #[n(2)]
    commitment: Digest,
    #[n(3)]
    due: bool,
    #[n(4)]
    label: Option<Sealed>,
    #[n(5)]
    maker: Option<MemberId>,
}

#[derive(Encode, Decode)]
struct EntryRow {
    #[n(0)]
    id: EntryId,
    #[n(1)]
    section: SectionId,
    #[n(2)]
    versions: Vec<Version>,
    #[n(3)]
    sole_author: Option<MemberId>,
    #[n(4)]
    erased: Option<u64>,
    #[n(5)]
    puts: Vec<PutFact>,
}

#[derive(Encode, Decode)]
struct AskedRow {
    #[n(0)]
    seq: u64,
    #[n(1)]
    what: Proposal,
    #[n(2)]
    by: MemberId,
    #[n(3)]
    at: Seconds,
    #[n(4)]
    yes: Vec<MemberId>,
}

impl Log {
    /// The folded log as bytes.
    pub(crate) fn to_image(&self) -> Vec<u8> {
        let (state, facts) = (&self.state, &self.facts);
        let puts = |id: &EntryId| facts.puts.get(id).cloned().unwrap_or_default();
        protocol::cbor::encode_stored(&Image {
            carnet: state.carnet,
            seq: state.seq,
            head: state.head,
            at: state.at,
            closed: state.closed,
            members: state
                .members
                .iter()
                .map(|(id, member)| MemberRow::new(*id, member))
                .collect(),
            sections: state
                .sections
                .iter()
                .map(|(id, section)| SectionRow::new(*id, section))
                .collect(),
            entries: state
                .entries
                .iter()
                .map(|(id, entry)| EntryRow::new(*id, entry, puts(id)))
                .collect(),
            proposals: state
                .proposals
                .iter()
                .map(|(seq, asked)| AskedRow::new(*seq, asked))
                .collect(),
            commitments: facts
                .commitments
                .iter()
                .map(|((id, epoch), digest)| (*id, *epoch, *digest))
                .collect(),
            backs: facts
                .backs
                .iter()
                .map(|((id, epoch), back)| (*id, *epoch, back.clone()))
                .collect(),
            envelopes: facts.envelopes.iter().copied().collect(),
            names: facts
                .names
                .iter()
                .map(|(id, name)| (*id, name.clone()))
                .collect(),
            last_author: facts.last_author,
            changes: facts.changes,
            me: facts.me,
            keys_lost: facts.keys_lost,
            sheets: Some(facts.sheets.iter().map(|(id, at)| (*id, *at)).collect()),
            joined: Some(
                facts
                    .joined
                    .iter()
                    .map(|(id, (at, link))| (*id, *at, *link))
                    .collect(),
            ),
            closed_links: Some(
                facts
                    .closed_links
                    .iter()
                    .map(|(id, (kind, at))| (*id, *kind, *at))
                    .collect(),
            ),
            first_accounts: Some(
                facts
                    .first_accounts
                    .iter()
                    .map(|(id, first)| (*id, *first))
                    .collect(),
            ),
            taken: Some(
                facts
                    .taken
                    .iter()
                    .map(|((link, counter), digest)| (*link, *counter, *digest))
                    .collect(),
            ),
        })
    }

    /// The reverse; none if it is not one, or another member's.
    pub(crate) fn from_image(bytes: &[u8], carnet: CarnetId, me: MemberId) -> Option<Self> {
        // Not compared with a second encoding: the seal around it says that this program wrote it.
        let (suite, body) = bytes.split_first()?;
        let image: Image = (*suite == protocol::keys::SUITE)
            .then(|| minicbor::decode(body).ok())
            .flatten()?;
        if image.carnet != carnet || image.me != me {
            return None;
        }
        let facts = Facts {
            me,
            commitments: image
                .commitments
                .into_iter()
                .map(|(id, epoch, digest)| ((id, epoch), digest))
                .collect(),
            backs: image
                .backs
                .into_iter()
                .map(|(id, epoch, back)| ((id, epoch), back))
                .collect(),
            envelopes: image.envelopes.into_iter().collect(),
            puts: image
                .entries
                .iter()
                .map(|row| (row.id, row.puts.clone()))
                .collect(),
            names: image.names.into_iter().collect(),
            last_author: image.last_author,
            changes: image.changes,
            keys_lost: image.keys_lost,
            sheets: image.sheets.into_iter().flatten().collect(),
            joined: image
                .joined
                .into_iter()
                .flatten()
                .map(|(id, at, link)| (id, (at, link)))
                .collect(),
            closed_links: image
                .closed_links
                .into_iter()
                .flatten()
                .map(|(id, kind, at)| (id, (kind, at)))
                .collect(),
            first_accounts: image.first_accounts.into_iter().flatten().collect(),
            taken: image
                .taken
                .into_iter()
                .flatten()
                .map(|(link, counter, digest)| ((link, counter), digest))
                .collect(),
        };
        let state = State {
            carnet: image.carnet,
            seq: image.seq,
            head: image.head,
            at: image.at,
            closed: image.closed,
            members: image.members.into_iter().map(MemberRow::back).collect(),
            sections: image.sections.into_iter().map(SectionRow::back).collect(),
            entries: image.entries.into_iter().map(EntryRow::back).collect(),
            proposals: image.proposals.into_iter().map(AskedRow::back).collect(),
        };
        Some(Self { state, facts })
    }
}

impl MemberRow {
    fn new(id: MemberId, member: &Member) -> Self {
        Self {
            id,
            keys: member.keys.clone(),
            standing: match member.standing {
                Standing::Account { role, confirmed } => StandingRow::Account(role, confirmed),
                Standing::Link { kind, until, by } => StandingRow::Link(kind, until, by),
            },
            label: member.label.clone(),
            since: member.since,
            last: member.last,
            grants: member
                .grants
                .iter()
                .map(|(id, right)| (*id, right.access, right.until))
                .collect(),
            device: member.device.clone(),
            sheet: member
                .sheet
                .map(|sheet| (sheet.built_from, sheet.digest, sheet.seq)),
        }
    }

    fn back(self) -> (MemberId, Member) {
        let member = Member {
            keys: self.keys,
            standing: match self.standing {
                StandingRow::Account(role, confirmed) => Standing::Account { role, confirmed },
                StandingRow::Link(kind, until, by) => Standing::Link { kind, until, by },
            },
            label: self.label,
            since: self.since,
            last: self.last,
            grants: self
                .grants
                .into_iter()
                .map(|(id, access, until)| (id, Right { access, until }))
                .collect(),
            device: self.device,
            sheet: self.sheet.map(|(built_from, digest, seq)| Sheet {
                built_from,
                digest,
                seq,
            }),
        };
        (self.id, member)
    }
}

impl SectionRow {
    fn new(id: SectionId, section: &Section) -> Self {
        let Section {
            epoch,
            commitment,
            due,
            label,
            maker,
        } = section.clone();
        Self {
            id,
            epoch,
            commitment,
            due,
            label,
            maker,
        }
    }

    fn back(self) -> (SectionId, Section) {
        let Self {
            id,
            epoch,
            commitment,
            due,
            label,
            maker,
        } = self;
        (
            id,
            Section {
                epoch,
                commitment,
                due,
                label,
                maker,
            },
        )
    }
}

impl EntryRow {
    fn new(id: EntryId, entry: &Entry, puts: Vec<PutFact>) -> Self {
        let Entry {
            section,
            versions,
            sole_author,
            erased,
        } = entry.clone();
        Self {
            id,
            section,
            versions,
            sole_author,
            erased,
            puts,
        }
    }

    fn back(self) -> (EntryId, Entry) {
        let Self {
            id,
            section,
            versions,
            sole_author,
            erased,
            ..
        } = self;
        (
            id,
            Entry {
                section,
                versions,
                sole_author,
                erased,
            },
        )
    }
}

impl AskedRow {
    fn new(seq: u64, asked: &Asked) -> Self {
        let Asked { what, by, at, yes } = asked.clone();
        Self {
            seq,
            what,
            by,
            at,
            yes,
        }
    }

    fn back(self) -> (u64, Asked) {
        let Self {
            seq,
            what,
            by,
            at,
            yes,
        } = self;
        (seq, Asked { what, by, at, yes })
    }
}
