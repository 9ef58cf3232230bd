//! The bytes of every signed form, kept for ever: a change of one byte here is a change of the format. And what is made of
//! them by somebody hostile, each case named for its failure.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod common;

use common::*;
use data_encoding::HEXLOWER;
use protocol::apply::{apply, open};
use protocol::cbor::{CborError, decode_stored, encode_stored};
use protocol::change::{Access, Change, DepositSource, FileUse, LinkKind, Proposal, Put, Role};
use protocol::commit::{Body, Signed};
use protocol::ids::{BlobId, SectionId};
use protocol::refusal::Refusal;
use protocol::signing::Kind;
use protocol::time::Seconds;

/// Every kind of change, with every optional part there and not there.
fn every_change() -> Vec<(&'static str, Change)> {
    let other = Hand::new(2);
    let until = Some(Seconds(START + 1000));
    let put = Put {
        section: SectionId::HEALTH,
        epoch: 3,
        entry: entry(1),
        base: vec![digest(1), digest(2)],
        payload: digest(3),
        size: 512,
        files: vec![FileUse {
            blob: BlobId::from_bytes([5; 16]),
            size: 1 << 33,
        }],
        source: Some(DepositSource {
            link: other.id(),
            counter: 4,
            digest: digest(6),
        }),
    };
    let plain_put = Put {
        base: vec![],
        files: vec![],
        source: None,
        ..put.clone()
    };
    let (chain, _) = Chain::new();
    let Change::Rotate(rotate) = chain.rotate(SectionId::DAILY) else {
        unreachable!()
    };
    let cut = protocol::change::Rotate {
        back: None,
        ..rotate.clone()
    };
    let link = |kind| Change::Open {
        keys: other.keys.clone(),
        kind,
        until: Seconds(START + 9),
        label: label("lien"),
    };
    vec![
        ("put", Change::Put(put)),
        ("put_plain", Change::Put(plain_put)),
        (
            "erase",
            Change::Erase {
                section: SectionId::TEAM,
                entry: entry(2),
            },
        ),
        ("admit", admit(&other, Role::Professional)),
        (
            "grant",
            grant(&other, SectionId::DAILY, Access::Write, until),
        ),
        (
            "grant_for_ever",
            grant(&other, SectionId::DAILY, Access::Read, None),
        ),
        (
            "extend",
            Change::Extend {
                member: other.id(),
                section: SectionId::DAILY,
                until,
            },
        ),
        (
            "ungrant",
            Change::Ungrant {
                member: other.id(),
                section: SectionId::DAILY,
            },
        ),
        ("revoke", Change::Revoke { member: other.id() }),
        ("leave", Change::Leave),
        (
            "replace",
            Change::Replace {
                keys: other.keys.clone(),
                label: label("moi"),
                envelope: digest(1),
            },
        ),
        ("rotate", Change::Rotate(rotate)),
        ("rotate_cut", Change::Rotate(cut)),
        (
            "compartment",
            Change::Compartment {
                section: SectionId::private([1; 15]),
                commitment: digest(1),
                label: label("à moi"),
                envelope: digest(2),
            },
        ),
        (
            "open_invitation",
            link(LinkKind::Invitation(Role::Guardian)),
        ),
        ("open_read", link(LinkKind::Read)),
        ("open_deposit", link(LinkKind::Deposit)),
        ("open_urgent", link(LinkKind::Urgent)),
        ("close", Change::Close { link: other.id() }),
        (
            "sheet",
            Change::Sheet {
                link: other.id(),
                built_from: 7,
                digest: digest(7),
            },
        ),
        (
            "device",
            Change::Device {
                key: Some(vec![9; 65]),
            },
        ),
        ("device_none", Change::Device { key: None }),
        (
            "propose_remove",
            Change::Propose {
                what: Proposal::Remove(other.id()),
            },
        ),
        (
            "propose_erase",
            Change::Propose {
                what: Proposal::EraseCarnet,
            },
        ),
        (
            "propose_transfer",
            Change::Propose {
                what: Proposal::Transfer(other.id()),
            },
        ),
        (
            "propose_readmit",
            Change::Propose {
                what: Proposal::Readmit {
                    old: other.id(),
                    new: Hand::new(7).id(),
                },
            },
        ),
        ("approve", Change::Approve { proposal: 4 }),
        ("oppose", Change::Oppose { proposal: 4 }),
        ("transfer", Change::Transfer { to: other.id() }),
        ("confirm", Change::Confirm { member: other.id() }),
    ]
}

#[test]
fn every_change_keeps_its_bytes() {
    for (name, change) in every_change() {
        let bytes = encode_stored(&change);
        assert_eq!(decode_stored::<Change>(&bytes), Ok(change), "{name}");
        // Keys repeat a byte a thousand times; the length and the ends tell as much.
        insta::assert_snapshot!(name, brief(&bytes));
    }
}

#[test]
fn genesis_and_commit_keep_their_bytes_and_their_hashes() {
    let (chain, mother) = Chain::new();
    let body = Body::Genesis(genesis(&mother));
    insta::assert_snapshot!("genesis", brief(&body.to_bytes()));
    insta::assert_snapshot!("carnet_id", chain.state.carnet.to_string());
    insta::assert_snapshot!("genesis_digest", mother.sign(&body).digest().to_string());
    insta::assert_snapshot!("member_id", mother.id().to_string());
    let signed = chain.signed(&mother, vec![Change::Leave]);
    insta::assert_snapshot!("commit", brief(&signed.body));
    insta::assert_snapshot!("commit_digest", signed.digest().to_string());
    insta::assert_snapshot!(
        "sealed_digest",
        protocol::commit::sealed_digest(b"sealed").to_string()
    );
}

fn brief(bytes: &[u8]) -> String {
    if bytes.len() <= 400 {
        return HEXLOWER.encode(bytes);
    }
    let (head, tail) = (&bytes[..200], &bytes[bytes.len() - 200..]);
    let sum = protocol::commit::sealed_digest(bytes);
    format!(
        "{}…{} ({} bytes, {sum})",
        HEXLOWER.encode(head),
        HEXLOWER.encode(tail),
        bytes.len()
    )
}

/// A carnet with one commit, and a good second one to spoil.
fn good() -> (Chain, Hand, Signed) {
    let (mut chain, mother) = Chain::new();
    chain.take(&mother, vec![chain.put(SectionId::HEALTH, 1, 10, &[])]);
    let signed = chain.signed(&mother, vec![chain.put(SectionId::HEALTH, 2, 20, &[])]);
    assert!(apply(&chain.state, &signed).is_ok());
    (chain, mother, signed)
}

/// The good commit with its body spoilt and signed anew, as a member's own broken client would.
fn spoilt(spoil: impl Fn(&mut Vec<u8>)) -> Option<Refusal> {
    let (chain, mother, signed) = good();
    let mut body = signed.body;
    spoil(&mut body);
    apply(&chain.state, &mother.sign_as(Kind::Commit, body)).err()
}

#[test]
fn truncated() {
    assert_eq!(
        spoilt(|body| body.truncate(body.len() - 1)),
        Some(Refusal::Malformed)
    );
    assert_eq!(spoilt(Vec::clear), Some(Refusal::Malformed));
}

#[test]
fn trailing_byte() {
    assert_eq!(spoilt(|body| body.push(0)), Some(Refusal::Malformed));
}

#[test]
fn newer_suite() {
    assert_eq!(spoilt(|body| body[0] = 2), Some(Refusal::Newer));
}

#[test]
fn suite_zero() {
    assert_eq!(spoilt(|body| body[0] = 0), Some(Refusal::Malformed));
}

#[test]
fn change_of_a_newer_version() {
    // A change is [number, [fields]]; 0x18 0x63 is a number nobody gave yet.
    let unknown = [1, 0x82, 0x18, 0x63, 0x80];
    assert_eq!(decode_stored::<Change>(&unknown), Err(CborError::Newer));
}

#[test]
fn number_longer_than_needed() {
    let approve = encode_stored(&Change::Approve { proposal: 4 });
    let mut longer = approve.clone();
    let last = longer.pop().unwrap();
    longer.extend([0x18, last]);
    assert_eq!(
        decode_stored::<Change>(&longer),
        Err(CborError::NotCanonical)
    );
}

#[test]
fn list_without_a_length() {
    let mut body = encode_stored(&Change::Leave);
    let list = body.iter().rposition(|byte| *byte == 0x80).unwrap();
    body.splice(list..=list, [0x9f, 0xff]);
    assert_eq!(decode_stored::<Change>(&body), Err(CborError::NotCanonical));
}

#[test]
fn a_list_that_claims_more_than_there_is_allocates_nothing() {
    let mut body = vec![1, 0x82, 0x00, 0x81, 0x88];
    body.extend([0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
    assert_eq!(decode_stored::<Change>(&body), Err(CborError::Malformed));
}

#[test]
fn one_bit_of_the_signature() {
    let (chain, _, signed) = good();
    let mut bytes = *signed.signature.as_bytes();
    bytes[3] ^= 1;
    let signed = Signed {
        signature: protocol::ids::Signature::from_bytes(bytes),
        ..signed
    };
    assert_eq!(
        apply(&chain.state, &signed).err(),
        Some(Refusal::BadSignature)
    );
}

#[test]
fn signature_made_for_another_kind() {
    let (chain, mother, signed) = good();
    let signed = mother.sign_as(Kind::Checkpoint, signed.body);
    assert_eq!(
        apply(&chain.state, &signed).err(),
        Some(Refusal::BadSignature)
    );
}

#[test]
fn signed_by_somebody_else() {
    let (chain, _, signed) = good();
    let signed = Hand::new(9).sign_as(Kind::Commit, signed.body);
    assert_eq!(
        apply(&chain.state, &signed).err(),
        Some(Refusal::BadSignature)
    );
}

#[test]
fn written_by_a_stranger() {
    let (chain, _, _) = good();
    let stranger = Hand::new(9);
    chain.refuses(
        &stranger,
        vec![chain.put(SectionId::HEALTH, 3, 30, &[])],
        Refusal::NotMember,
    );
}

#[test]
fn replayed_reordered_or_dropped() {
    let (mut chain, mother, signed) = good();
    let before = chain.state.clone();
    chain.state = apply(&chain.state, &signed).unwrap();
    let after = chain.signed(&mother, vec![chain.put(SectionId::HEALTH, 3, 30, &[])]);
    assert_eq!(
        apply(&chain.state, &signed).err(),
        Some(Refusal::Stale),
        "replayed"
    );
    assert_eq!(
        apply(&before, &after).err(),
        Some(Refusal::Stale),
        "one dropped before it"
    );
}

#[test]
fn same_number_other_parent() {
    let (chain, mother, _) = good();
    let mut commit = chain.commit(&mother, vec![Change::Device { key: None }]);
    commit.parent = digest(4);
    assert_eq!(
        apply(&chain.state, &mother.sign(&Body::Commit(commit))).err(),
        Some(Refusal::Stale)
    );
}

#[test]
fn hides_the_authors_own_last_commit() {
    let (chain, mother, _) = good();
    let mut commit = chain.commit(&mother, vec![Change::Device { key: None }]);
    commit.own_last = Some(0);
    assert_eq!(
        apply(&chain.state, &mother.sign(&Body::Commit(commit))).err(),
        Some(Refusal::Stale)
    );
}

#[test]
fn dated_before_its_parent() {
    let (chain, mother, _) = good();
    let mut commit = chain.commit(&mother, vec![Change::Device { key: None }]);
    commit.at = Seconds(chain.state.at.0 - 1);
    assert_eq!(
        apply(&chain.state, &mother.sign(&Body::Commit(commit))).err(),
        Some(Refusal::BadDate)
    );
}

#[test]
fn of_another_carnet() {
    let (chain, mother, _) = good();
    let mut commit = chain.commit(&mother, vec![Change::Device { key: None }]);
    commit.carnet = protocol::ids::CarnetId::from_bytes([3; 32]);
    assert_eq!(
        apply(&chain.state, &mother.sign(&Body::Commit(commit))).err(),
        Some(Refusal::WrongCarnet)
    );
}

#[test]
fn genesis_in_the_middle_and_commit_at_the_start() {
    let (chain, mother, signed) = good();
    let genesis = mother.sign(&Body::Genesis(genesis(&mother)));
    assert_eq!(apply(&chain.state, &genesis).err(), Some(Refusal::Exists));
    assert_eq!(open(&signed).err(), Some(Refusal::WrongCarnet));
}

#[test]
fn genesis_without_a_section_or_with_one_twice() {
    let mother = Hand::new(1);
    let mut without = genesis(&mother);
    without.sections.pop();
    assert_eq!(
        open(&mother.sign(&Body::Genesis(without))).err(),
        Some(Refusal::Malformed)
    );
    let mut twice = genesis(&mother);
    twice.sections[1] = twice.sections[0];
    assert_eq!(
        open(&mother.sign(&Body::Genesis(twice))).err(),
        Some(Refusal::Malformed)
    );
}

#[test]
fn genesis_signed_by_somebody_else() {
    let (mother, thief) = (Hand::new(1), Hand::new(2));
    assert_eq!(
        open(&thief.sign(&Body::Genesis(genesis(&mother)))).err(),
        Some(Refusal::BadSignature)
    );
}
