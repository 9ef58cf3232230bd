//! What the judge's state leaves out and a member needs: key commitments, back links, its own envelopes, every version there
//! ever was.

use std::collections::{BTreeMap, BTreeSet};

use minicbor::{Decode, Encode};
use protocol::change::{Change, FileUse, LinkKind, Put, Sealed};
use protocol::commit::{Body, Commit, Genesis};
use protocol::ids::{BlobId, Digest, EntryId, MemberId, SectionId};
use protocol::state::{Member, Standing, State};
use protocol::time::Seconds;

/// Deposits that were taken into the carnet, by link and number, as the log says.
pub(crate) type Taken = BTreeMap<(MemberId, u64), Digest>;

/// What is known of a log beside its state.
pub(crate) struct Facts {
    pub me: MemberId,
    /// The key that each section had in each epoch, by its commitment.
    pub commitments: BTreeMap<(SectionId, u32), Digest>,
    /// The key before, sealed under the key of this epoch.
    pub backs: BTreeMap<(SectionId, u32), Sealed>,
    /// Envelopes that were named for me, with what they are to bring.
    pub envelopes: BTreeSet<Digest>,
    /// Every version of every entry, oldest first.
    pub puts: BTreeMap<EntryId, Vec<PutFact>>,
    /// Everybody who ever was a member, with the name given last.
    pub names: BTreeMap<MemberId, Sealed>,
    /// Who wrote the last commit.
    pub last_author: Option<MemberId>,
    /// How many changes there were.
    pub changes: u64,
    /// The last commit after which somebody could no longer read the `keys` section who could before.
    pub keys_lost: Option<u64>,
    /// Links that closed by themselves since an account no longer reads the `keys` section, with what they were for and when.
    pub closed_links: BTreeMap<MemberId, (LinkKind, Seconds)>,
    /// The first account of everybody who replaced theirs: the name that others gave it stays theirs.
    pub first_accounts: BTreeMap<MemberId, MemberId>,
    /// Deposits that were taken in.
    pub taken: Taken,
    /// When the sheet of each urgent link was last sealed.
    pub sheets: BTreeMap<MemberId, Seconds>,
    /// When each account came in, and by which invitation if it was by one.
    pub joined: BTreeMap<MemberId, (Seconds, Option<MemberId>)>,
}

/// A version of an entry, as its commit says.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(crate) struct PutFact {
    #[n(0)]
    pub payload: Digest,
    #[n(1)]
    pub section: SectionId,
    #[n(2)]
    pub epoch: u32,
    #[n(3)]
    pub author: MemberId,
    #[n(4)]
    pub seq: u64,
    #[n(5)]
    pub at: Seconds,
    #[n(6)]
    pub files: Vec<FileUse>,
    /// Whether a guardian wrote it, one at that time.
    #[cbor(n(7), default)]
    pub by_guardian: bool,
}

impl Facts {
    pub(crate) fn new(me: MemberId) -> Self {
        Self {
            me,
            commitments: BTreeMap::new(),
            backs: BTreeMap::new(),
            envelopes: BTreeSet::new(),
            puts: BTreeMap::new(),
            names: BTreeMap::new(),
            last_author: None,
            changes: 0,
            keys_lost: None,
            closed_links: BTreeMap::new(),
            first_accounts: BTreeMap::new(),
            taken: Taken::new(),
            sheets: BTreeMap::new(),
            joined: BTreeMap::new(),
        }
    }

    /// Takes a body that the judge accepted, with the state before it. Gives the entries that it touches.
    pub(crate) fn take(&mut self, body: &Body, before: &State) -> Vec<EntryId> {
        match body {
            Body::Genesis(genesis) => {
                self.genesis(genesis);
                Vec::new()
            }
            Body::Commit(commit) => self.commit(commit, before),
        }
    }

    /// Whether a version with one of these payloads ever was accepted.
    pub(crate) fn has_any(&self, entry: EntryId, payloads: &[Digest]) -> bool {
        let puts = self.puts.get(&entry).map(Vec::as_slice).unwrap_or_default();
        puts.iter().any(|put| payloads.contains(&put.payload))
    }

    /// A version by its payload.
    pub(crate) fn put(&self, entry: EntryId, payload: Digest) -> Option<&PutFact> {
        self.puts
            .get(&entry)?
            .iter()
            .rev()
            .find(|put| put.payload == payload)
    }

    /// Sealed sizes of every file that an entry ever named.
    pub(crate) fn files(&self) -> impl Iterator<Item = (BlobId, u64)> + '_ {
        self.puts
            .values()
            .flatten()
            .flat_map(|put| put.files.iter().map(|file| (file.blob, file.size)))
    }

    /// Compares who holds the secrets of links before and after a commit.
    pub(crate) fn watch_keys(&mut self, before: &State, after: &State) {
        let holds = |state: &State, id: &MemberId| {
            state
                .members
                .get(id)
                .is_some_and(|member| member.grants.contains_key(&SectionId::KEYS))
        };
        let lost = |id: &&MemberId| holds(before, id) && !holds(after, id);
        let mut gone = before.members.keys().filter(lost).peekable();
        if gone.peek().is_some() {
            self.keys_lost = Some(after.seq);
        }
        let is_account = |id: &MemberId| before.members.get(id).is_some_and(Member::is_account);
        if gone.any(is_account) {
            let closed = before.known_links().into_iter();
            let closed = closed.filter(|link| !after.members.contains_key(link));
            let kinds = closed.filter_map(|link| match before.members.get(&link)?.standing {
                Standing::Link { kind, .. } => Some((link, (kind, after.at))),
                Standing::Account { .. } => None,
            });
            self.closed_links.extend(kinds);
        }
    }

    fn genesis(&mut self, genesis: &Genesis) {
        let first = genesis.keys.member_id();
        for section in &genesis.sections {
            self.commitments
                .insert((section.section, 0), section.commitment);
        }
        self.names.insert(first, genesis.label.clone());
        self.joined.insert(first, (genesis.at, None));
        if first == self.me {
            self.envelopes.insert(genesis.envelope);
        }
        self.last_author = Some(first);
    }

    fn commit(&mut self, commit: &Commit, before: &State) -> Vec<EntryId> {
        let mut author = commit.author;
        let by_guardian = before.members.get(&author).is_some_and(Member::is_guardian);
        let mut touched = Vec::new();
        // An account never takes itself out this way: it is an invitation that ends itself.
        let itself = |change: &Change| matches!(change, Change::Revoke { member } if *member == commit.author);
        let invitation = commit.changes.iter().any(itself).then_some(commit.author);
        for change in &commit.changes {
            self.changes += 1;
            match change {
                Change::Put(put) => {
                    self.put_by(put, author, by_guardian, commit);
                    touched.push(put.entry);
                }
                Change::Erase { entry, .. } => touched.push(*entry),
                Change::Admit { keys, label, .. } => {
                    self.names.insert(keys.member_id(), label.clone());
                    self.joined
                        .insert(keys.member_id(), (commit.at, invitation));
                }
                Change::Open { keys, label, .. } => {
                    self.names.insert(keys.member_id(), label.clone());
                }
                Change::Grant {
                    member, envelope, ..
                } => self.envelope(*member, *envelope),
                Change::Replace {
                    keys,
                    label,
                    envelope,
                } => {
                    let joined = self.joined.get(&author).copied();
                    let first = self.first_accounts.get(&author).copied();
                    let first = first.unwrap_or(author);
                    author = keys.member_id();
                    self.first_accounts.insert(author, first);
                    self.names.insert(author, label.clone());
                    self.joined.extend(joined.map(|joined| (author, joined)));
                    self.envelope(author, *envelope);
                }
                Change::Rotate(rotate) => {
                    let key = (rotate.section, rotate.epoch);
                    self.commitments.insert(key, rotate.commitment);
                    if let Some(back) = &rotate.back {
                        self.backs.insert(key, back.clone());
                    }
                    for reader in &rotate.readers {
                        self.envelope(reader.member, reader.envelope);
                    }
                }
                Change::Compartment {
                    section,
                    commitment,
                    envelope,
                    ..
                } => {
                    self.commitments.insert((*section, 0), *commitment);
                    self.envelope(author, *envelope);
                }
                Change::Sheet { link, .. } => {
                    self.sheets.insert(*link, commit.at);
                }
                Change::Extend { .. }
                | Change::Ungrant { .. }
                | Change::Revoke { .. }
                | Change::Leave
                | Change::Close { .. }
                | Change::Device { .. }
                | Change::Propose { .. }
                | Change::Approve { .. }
                | Change::Oppose { .. }
                | Change::Transfer { .. }
                | Change::Confirm { .. } => {}
            }
        }
        self.last_author = Some(author);
        touched
    }

    fn put_by(&mut self, put: &Put, author: MemberId, by_guardian: bool, commit: &Commit) {
        if let Some(source) = put.source {
            self.taken
                .insert((source.link, source.counter), source.digest);
        }
        self.puts.entry(put.entry).or_default().push(PutFact {
            payload: put.payload,
            section: put.section,
            epoch: put.epoch,
            author,
            seq: commit.seq,
            at: commit.at,
            files: put.files.clone(),
            by_guardian,
        });
    }

    fn envelope(&mut self, member: MemberId, digest: Digest) {
        if member == self.me {
            self.envelopes.insert(digest);
        }
    }
}
