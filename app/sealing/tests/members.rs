//! Two members of one carnet: keys granted, used, rotated, cut.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;
use protocol::ids::{CarnetId, Digest, EntryId, MemberId, SectionId};
use sealing::entry::{EntryError, EntryPlace, PLAIN};
use sealing::key_envelope::{EnvelopeError, open_keys};
use sealing::link::LinkSecret;
use sealing::member_label::{LONGEST, Subject};
use sealing::root::Root;
use sealing::section_keys::{FirstKeys, KeyringError, SectionKeys};

const HEALTH: SectionId = SectionId::HEALTH;
const CARNET: CarnetId = CarnetId::from_bytes([3; 32]);

fn place(author: MemberId, epoch: u32) -> EntryPlace {
    EntryPlace {
        section: HEALTH,
        epoch,
        entry: EntryId::from_bytes([5; 16]),
        author,
    }
}

/// A member's ring after it took an envelope whose keys the log committed to.
fn ring_of(member: &Root, from: &SectionKeys, which: &[(SectionId, u32)]) -> SectionKeys {
    let envelope = from.seal_keys(member.public(), which).unwrap();
    let received = open_keys(
        member.holder(),
        from.carnet(),
        &envelope.digest,
        &envelope.sealed,
    )
    .unwrap();
    let mut ring = SectionKeys::new(from.carnet());
    let refused = ring
        .accept(received, |section, epoch| {
            from.commitment(section, epoch).ok()
        })
        .unwrap();
    assert_eq!(refused, []);
    ring
}

#[test]
fn a_guardian_gets_its_first_keys_back_from_the_genesis_envelope() {
    let guardian = Root::make();
    let first = FirstKeys::make();
    let committed = first.first_keys();
    assert!(
        committed
            .iter()
            .map(|key| key.section)
            .eq(SectionId::STANDARD)
    );
    let envelope = first.seal_keys(guardian.public()).unwrap();
    let label = first.seal_label(guardian.id(), "Maman").unwrap();
    let ring = first.born(CARNET);
    let sealed = ring
        .seal_entry(&place(guardian.id(), 0), b"allergy")
        .unwrap();

    let received = open_keys(
        guardian.holder(),
        CARNET,
        &envelope.digest,
        &envelope.sealed,
    )
    .unwrap();
    let mut again = SectionKeys::new(CARNET);
    let commitment = |section: SectionId, epoch: u32| {
        committed
            .iter()
            .find(|key| key.section == section && epoch == 0)
            .map(|key| key.commitment)
    };
    assert_eq!(again.accept(received, commitment).unwrap(), []);
    assert_eq!(again.names().count(), 10);
    assert_eq!(
        &again.open_entry(&place(guardian.id(), 0), &sealed).unwrap()[..],
        b"allergy"
    );
    let words = again
        .open_label(SectionId::TEAM, Subject::Member(guardian.id()), &label)
        .unwrap();
    assert_eq!(words.as_str(), "Maman");
}

#[test]
fn grant_write_rotate_follow_back() {
    let (guardian, therapist) = (Root::make(), Root::make());
    let mut ring = FirstKeys::make().born(CARNET);
    let theirs = ring_of(&therapist, &ring, &[(HEALTH, 0)]);
    assert!(theirs.holds(HEALTH, 0) && !theirs.holds(SectionId::TEAM, 0));
    let note = theirs
        .seal_entry(&place(therapist.id(), 0), b"gait report")
        .unwrap();
    assert_eq!(
        &ring.open_entry(&place(therapist.id(), 0), &note).unwrap()[..],
        b"gait report"
    );

    // The guardian rotates in a draft, and the draft becomes the ring when the commit is accepted.
    let mut draft = ring.copy_for_draft();
    let commitment = draft.make_key(HEALTH, 1).unwrap();
    assert_eq!(
        draft.make_key(HEALTH, 1),
        Err(KeyringError::Held {
            section: HEALTH,
            epoch: 1
        })
    );
    let back = draft.seal_back_link(HEALTH, 1).unwrap();
    assert!(!ring.holds(HEALTH, 1));
    ring = draft;
    assert_eq!(ring.newest(HEALTH), Some(1));
    assert_eq!(ring.commitment(HEALTH, 1).unwrap(), commitment);

    // Who comes now gets the new key, and the past through the back link.
    let relative = Root::make();
    let mut new = ring_of(&relative, &ring, &[(HEALTH, 1)]);
    assert!(matches!(
        new.open_entry(&place(therapist.id(), 0), &note),
        Err(EntryError::Key(_))
    ));
    new.follow_back_link(HEALTH, 1, &back, &ring.commitment(HEALTH, 0).unwrap())
        .unwrap();
    assert_eq!(
        &new.open_entry(&place(therapist.id(), 0), &note).unwrap()[..],
        b"gait report"
    );

    // Who went cannot open what comes after.
    let after = ring.seal_entry(&place(guardian.id(), 1), b"new").unwrap();
    assert!(matches!(
        theirs.open_entry(&place(guardian.id(), 1), &after),
        Err(EntryError::Key(_))
    ));
    assert_eq!(
        theirs.open_entry(&place(guardian.id(), 0), &after),
        Err(EntryError::Broken)
    );
}

#[test]
fn a_back_link_that_lies_is_refused() {
    let mut ring = FirstKeys::make().born(CARNET);
    ring.make_key(HEALTH, 1).unwrap();
    ring.make_key(SectionId::TEAM, 1).unwrap();
    let back = ring.seal_back_link(HEALTH, 1).unwrap();
    let (health, team) = (
        ring.commitment(HEALTH, 0).unwrap(),
        ring.commitment(SectionId::TEAM, 0).unwrap(),
    );
    let broken = |section| Err(KeyringError::BackLink { section, epoch: 1 });
    assert_eq!(
        ring.follow_back_link(SectionId::TEAM, 1, &back, &team),
        broken(SectionId::TEAM)
    );
    let other = Err(KeyringError::Mismatch {
        section: HEALTH,
        epoch: 0,
    });
    assert_eq!(ring.follow_back_link(HEALTH, 1, &back, &team), other);
    assert_eq!(
        ring.follow_back_link(HEALTH, 1, &back[..72], &health),
        broken(HEALTH)
    );
    assert_eq!(
        ring.seal_back_link(HEALTH, 0),
        Err(KeyringError::NotHeld {
            section: HEALTH,
            epoch: 0
        })
    );
    ring.follow_back_link(HEALTH, 1, &back, &health).unwrap();
}

#[test]
fn a_key_that_the_log_did_not_commit_to_stays_outside() {
    let (mallory, victim) = (FirstKeys::make().born(CARNET), Root::make());
    let honest = FirstKeys::make().born(CARNET);
    let envelope = mallory
        .seal_keys(victim.public(), &[(HEALTH, 0), (SectionId::TEAM, 0)])
        .unwrap();
    let received = open_keys(victim.holder(), CARNET, &envelope.digest, &envelope.sealed).unwrap();
    let mut ring = SectionKeys::new(CARNET);
    let refused = ring
        .accept(received, |section, epoch| {
            honest.commitment(section, epoch).ok()
        })
        .unwrap();
    assert_eq!(refused.len(), 2);
    assert_eq!(ring.names().count(), 0);
}

#[test]
fn an_envelope_opens_for_its_member_in_its_carnet_only() {
    let (member, other) = (Root::make(), LinkSecret::make().holder());
    let mut ring = FirstKeys::make().born(CARNET);
    ring.make_key(HEALTH, 1).unwrap();
    let envelope = ring.seal_keys(member.public(), &[(HEALTH, 1)]).unwrap();
    let (digest, sealed) = (envelope.digest, envelope.sealed.as_slice());
    let elsewhere = CarnetId::from_bytes([4; 32]);
    let error = |result: Result<_, EnvelopeError>| result.map(drop).unwrap_err();
    assert_eq!(
        error(open_keys(member.holder(), elsewhere, &digest, sealed)),
        EnvelopeError::WrongCarnet
    );
    assert_eq!(
        error(open_keys(&other, CARNET, &digest, sealed)),
        EnvelopeError::NotForUs
    );
    let wrong = Digest::from_bytes([0; 32]);
    assert_eq!(
        error(open_keys(member.holder(), CARNET, &wrong, sealed)),
        EnvelopeError::Digest
    );
    assert_eq!(
        ring.seal_keys(member.public(), &[]),
        Err(EnvelopeError::Size)
    );
    assert!(matches!(
        ring.seal_keys(member.public(), &[(HEALTH, 2)]),
        Err(EnvelopeError::Key(_))
    ));
}

#[test]
fn labels_belong_to_their_subject() {
    let mut ring = FirstKeys::make().born(CARNET);
    let (zoe, paul) = (
        Subject::Member(MemberId::from_bytes([1; 16])),
        Subject::Member(MemberId::from_bytes([2; 16])),
    );
    let sealed = ring
        .seal_label(SectionId::TEAM, zoe, "Zoé, kinésithérapeute")
        .unwrap();
    ring.make_key(SectionId::TEAM, 1).unwrap();
    assert_eq!(
        ring.open_label(SectionId::TEAM, zoe, &sealed)
            .unwrap()
            .as_str(),
        "Zoé, kinésithérapeute"
    );
    assert_eq!(
        ring.open_label(SectionId::TEAM, paul, &sealed),
        Err(EntryError::Broken)
    );
    let longest = ring
        .seal_label(SectionId::TEAM, zoe, &"x".repeat(LONGEST))
        .unwrap();
    assert!(longest.len() <= protocol::limits::LABEL);
    assert_eq!(
        ring.seal_label(SectionId::TEAM, zoe, &"x".repeat(LONGEST + 1)),
        Err(EntryError::TooLong)
    );
}

#[test]
fn the_longest_entry_fits_and_a_longer_one_is_refused() {
    let ring = FirstKeys::make().born(CARNET);
    let place = place(MemberId::from_bytes([1; 16]), 0);
    let sealed = ring.seal_entry(&place, &vec![7; PLAIN]).unwrap();
    assert!(sealed.len() <= protocol::limits::PAYLOAD);
    assert_eq!(ring.open_entry(&place, &sealed).unwrap().len(), PLAIN);
    assert_eq!(
        ring.seal_entry(&place, &vec![7; PLAIN + 1]),
        Err(EntryError::TooLong)
    );
    assert_eq!(
        ring.open_entry(&place, &vec![1; 300_000]),
        Err(EntryError::TooLong)
    );
}

proptest! {
    #[test]
    fn entries_open_where_they_stand_and_a_changed_bit_never(
        plain in proptest::collection::vec(any::<u8>(), 0..2000),
        bit in any::<proptest::sample::Index>(),
    ) {
        let ring = FirstKeys::make().born(CARNET);
        let place = place(MemberId::from_bytes([1; 16]), 0);
        let mut sealed = ring.seal_entry(&place, &plain).unwrap();
        prop_assert_eq!(&ring.open_entry(&place, &sealed).unwrap()[..], &plain[..]);
        let bit = bit.index(sealed.len() * 8);
        sealed[bit / 8] ^= 1 << (bit % 8);
        let refused = ring.open_entry(&place, &sealed);
        prop_assert!(matches!(refused, Err(EntryError::Broken | EntryError::Newer)));
    }
}
