//! Judging a push: may this commit follow, is it from who sends it, and is what comes along exactly what it names?

use std::collections::{BTreeMap, BTreeSet};

use protocol::apply::{apply, open};
use protocol::carnet::Push;
use protocol::change::{Change, Put, Sealed};
use protocol::commit::{Body, Commit, carnet_id, sealed_digest};
use protocol::ids::{CarnetId, Digest, EntryId, MemberId, SectionId};
use protocol::limits;
use protocol::refusal::Refusal;
use protocol::state::{Standing, State};
use protocol::time::Seconds;
use storage::append::{Append, EnvelopeRow, NewSheetRow, PutRow, Room};
use storage::member::MemberRow;

/// A pushed commit, decoded.
pub(super) struct Read {
    pub body: Body,
    pub carnet: CarnetId,
    pub seq: u64,
    pub parent: Option<Digest>,
    pub digest: Digest,
    pub author: MemberId,
    /// When it came, by our clock.
    pub came: Seconds,
}

/// Decodes a push, and checks all that needs no state.
pub(super) fn read(push: &Push, now: Seconds) -> Result<Read, Refusal> {
    let body = Body::from_bytes(&push.signed.body)?;
    if body.at() > now.plus(limits::AHEAD) {
        return Err(Refusal::BadDate);
    }
    check_sealed(&body, push)?;
    let digest = push.signed.digest();
    let seq = body.seq();
    let (carnet, parent, author) = match &body {
        Body::Genesis(genesis) => (carnet_id(&push.signed.body), None, genesis.keys.member_id()),
        Body::Commit(commit) => (commit.carnet, Some(commit.parent), commit.author),
    };
    Ok(Read {
        body,
        carnet,
        seq,
        parent,
        digest,
        author,
        came: now,
    })
}

/// The state after the commit, if it may follow.
pub(super) fn follow(before: Option<&State>, read: &Read, push: &Push) -> Result<State, Refusal> {
    match (before, &read.body) {
        (None, Body::Genesis(_)) => open(&push.signed),
        (None, Body::Commit(_)) => Err(Refusal::NotFound),
        (Some(_), Body::Genesis(_)) => Err(Refusal::Exists),
        (Some(before), Body::Commit(commit)) => {
            let after = apply(before, &push.signed)?;
            must_hold_still(before, commit, read.came)?;
            Ok(after)
        }
    }
}

/// The judge goes by the author's date, which may lie as far back as the commit before. A right that has ended by our own
/// clock gives nothing any more, whatever the date says; and what others are given time to answer is not dated back, or a quiet
/// carnet would have it answered before they could read the question.
fn must_hold_still(before: &State, commit: &Commit, now: Seconds) -> Result<(), Refusal> {
    if now > commit.at.plus(limits::BEHIND) && commit.changes.iter().any(|one| decides(before, one))
    {
        return Err(Refusal::BadDate);
    }
    let Some(author) = before.members.get(&commit.author) else {
        return Ok(());
    };
    if matches!(author.standing, Standing::Link { until, .. } if until <= now) {
        return Err(Refusal::NotAllowed);
    }
    let ended = |change: &Change| {
        let section = match change {
            Change::Put(put) => put.section,
            Change::Erase { section, .. } => *section,
            Change::Rotate(rotate) => rotate.section,
            _ => return false,
        };
        author.reads(section, commit.at) && !author.reads(section, now)
    };
    // Whoever takes a deposit in takes it from the inbox, and its files with it.
    let takes = |change: &Change| matches!(change, Change::Put(put) if put.source.is_some());
    let may_take = author.writes(SectionId::INBOX, now);
    if commit
        .changes
        .iter()
        .any(|change| ended(change) || takes(change) && !may_take)
    {
        return Err(Refusal::NotAllowed);
    }
    Ok(())
}

/// Whether a change is one that guardians decide together.
fn decides(before: &State, change: &Change) -> bool {
    match change {
        Change::Propose { .. } | Change::Approve { .. } | Change::Transfer { .. } => true,
        Change::Revoke { member } => before.guardians().contains(member),
        _ => false,
    }
}

/// Whether this account may send this commit: its own; or an invitation's that brings it in.
pub(super) fn may_send(account: MemberId, read: &Read) -> bool {
    if read.author == account {
        return true;
    }
    let Body::Commit(commit) = &read.body else {
        return false;
    };
    // Whether the author is a link, and may do so, is for the judge to say.
    matches!(commit.changes.first(), Some(Change::Admit { keys, .. }) if keys.member_id() == account)
}

/// What the database is to append.
pub(super) fn to_append<'a>(
    read: &'a Read,
    push: &'a Push,
    before: Option<&State>,
    after: &State,
    received: Seconds,
    room: Room,
) -> Append<'a> {
    let puts = puts(&read.body)
        .zip(&push.payloads)
        .map(|(put, sealed)| PutRow {
            section: put.section,
            entry: put.entry,
            digest: put.payload,
            sealed: &sealed.0,
            files: &put.files,
            source: put.source,
        });
    let brought = push.payloads.iter().skip(self::puts(&read.body).count());
    let sheets = sheets(&read.body)
        .zip(brought)
        .map(|(sheet, sealed)| NewSheetRow {
            link: sheet.link,
            built_from: sheet.built_from,
            digest: sheet.digest,
            sealed: &sealed.0,
        });
    let envelopes = push.envelopes.iter().map(|envelope| EnvelopeRow {
        member: envelope.member,
        digest: sealed_digest(&envelope.file.0),
        sealed: &envelope.file.0,
    });
    let members = members(after);
    let changed = before.is_none_or(|before| self::members(before) != members);
    Append {
        carnet: read.carnet,
        seq: read.seq,
        parent: read.parent,
        signed: &push.signed,
        digest: read.digest,
        author: read.author,
        received,
        puts: puts.collect(),
        sheets: sheets.collect(),
        envelopes: envelopes.collect(),
        erased: erased(&read.body),
        members: changed.then_some(members),
        without_agenda: before
            .map_or_else(Vec::new, |before| without_agenda(before, after, received)),
        loses_links: before.is_some_and(|before| loses_links(before, after)),
        closes: after.closed,
        room,
    }
}

fn members(state: &State) -> Vec<MemberRow> {
    let row = |(id, member): (&MemberId, &protocol::state::Member)| MemberRow {
        id: *id,
        is_account: member.is_account(),
        is_guardian: member.is_guardian(),
    };
    state.members.iter().map(row).collect()
}

/// Who could read the agenda before and cannot after.
fn without_agenda(before: &State, after: &State, now: Seconds) -> Vec<MemberId> {
    let reads = |state: &State, id: &MemberId| {
        let member = state.members.get(id);
        member.is_some_and(|member| member.reads(SectionId::AGENDA, now))
    };
    let ids = before.members.keys();
    ids.filter(|id| reads(before, id) && !reads(after, id))
        .copied()
        .collect()
}

fn loses_links(before: &State, after: &State) -> bool {
    let mut links = before
        .members
        .iter()
        .filter(|(_, member)| !member.is_account());
    links.any(|(id, _)| !after.members.contains_key(id))
}

fn changes(body: &Body) -> &[Change] {
    match body {
        Body::Genesis(_) => &[],
        Body::Commit(commit) => &commit.changes,
    }
}

fn puts(body: &Body) -> impl Iterator<Item = &Put> {
    changes(body).iter().filter_map(|change| match change {
        Change::Put(put) => Some(put),
        _ => None,
    })
}

/// An urgent sheet that a commit names.
struct NamedSheet {
    link: MemberId,
    built_from: u64,
    digest: Digest,
}

fn sheets(body: &Body) -> impl Iterator<Item = NamedSheet> {
    changes(body).iter().filter_map(|change| match change {
        Change::Sheet {
            link,
            built_from,
            digest,
        } => Some(NamedSheet {
            link: *link,
            built_from: *built_from,
            digest: *digest,
        }),
        _ => None,
    })
}

fn erased(body: &Body) -> Vec<EntryId> {
    let erased = changes(body).iter().filter_map(|change| match change {
        Change::Erase { entry, .. } => Some(*entry),
        _ => None,
    });
    erased.collect()
}

/// Exactly the payloads and envelopes that the commit names, each once, each with its digest and size.
fn check_sealed(body: &Body, push: &Push) -> Result<(), Refusal> {
    let named: Vec<&Put> = puts(body).collect();
    let Some((entries, documents)) = push.payloads.split_at_checked(named.len()) else {
        return Err(Refusal::Mismatch);
    };
    if entries
        .iter()
        .any(|sealed| sealed.0.len() > limits::PAYLOAD)
        || documents
            .iter()
            .any(|sealed| sealed.0.len() > limits::SHEET)
        || heaviest(push) > limits::ENVELOPE
    {
        return Err(Refusal::TooLarge);
    }
    let named_sheets: Vec<NamedSheet> = sheets(body).collect();
    let mut pairs = named_sheets.iter().zip(documents);
    let fits = |(sheet, sealed): (&NamedSheet, &Sealed)| {
        sheet.digest == sealed_digest(&sealed.0) && is_compact_jwe(&sealed.0)
    };
    if named_sheets.len() != documents.len() || !pairs.all(fits) {
        return Err(Refusal::Mismatch);
    }
    let fits = |(put, sealed): (&&Put, &Sealed)| {
        put.size as usize == sealed.0.len() && put.payload == sealed_digest(&sealed.0)
    };
    let once: BTreeSet<Digest> = named.iter().map(|put| put.payload).collect();
    if once.len() != named.len() || !named.iter().zip(entries).all(fits) {
        return Err(Refusal::Mismatch);
    }
    let brought: BTreeSet<(MemberId, Digest)> = push
        .envelopes
        .iter()
        .map(|envelope| (envelope.member, sealed_digest(&envelope.file.0)))
        .collect();
    if brought.len() != push.envelopes.len() || brought != envelopes(body) {
        return Err(Refusal::Mismatch);
    }
    Ok(())
}

/// Five parts of base64url between four dots (RFC 7516 §7.1): what strangers are served is that and nothing else.
fn is_compact_jwe(bytes: &[u8]) -> bool {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    bytes.iter().all(plain) && bytes.iter().filter(|byte| **byte == b'.').count() == 4
}

/// Bytes of all key envelopes for the member that is brought the most: one envelope has room for every key, and whoever
/// pulls many commits is sent them all in one answer.
fn heaviest(push: &Push) -> usize {
    let mut weights: BTreeMap<MemberId, usize> = BTreeMap::new();
    for envelope in &push.envelopes {
        *weights.entry(envelope.member).or_default() += envelope.file.0.len();
    }
    weights.into_values().max().unwrap_or_default()
}

/// The key envelopes that a commit names, each with the member it is for.
fn envelopes(body: &Body) -> BTreeSet<(MemberId, Digest)> {
    let commit = match body {
        Body::Genesis(genesis) => return [(genesis.keys.member_id(), genesis.envelope)].into(),
        Body::Commit(commit) => commit,
    };
    let mut named = BTreeSet::new();
    // Once its keys are replaced, the author is who the new keys say.
    let mut author = commit.author;
    for change in &commit.changes {
        match change {
            Change::Grant {
                member, envelope, ..
            } => {
                named.insert((*member, *envelope));
            }
            Change::Rotate(rotate) => {
                named.extend(
                    rotate
                        .readers
                        .iter()
                        .map(|reader| (reader.member, reader.envelope)),
                );
            }
            Change::Compartment { envelope, .. } => {
                named.insert((author, *envelope));
            }
            Change::Replace { keys, envelope, .. } => {
                author = keys.member_id();
                named.insert((author, *envelope));
            }
            _ => {}
        }
    }
    named
}
