//! Bytes from a hostile server: whatever they are, they are refused, and nothing panics.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::Index;
use protocol::commit::sealed_digest;
use protocol::ids::{CarnetId, Digest, EntryId, MemberId, SectionId};
use sealing::deposit::{Depositor, TraySecret, open_deposit, tray_digest};
use sealing::entry::EntryPlace;
use sealing::file::{FileFacts, FileSealer, FileSecret};
use sealing::file_header::head_length;
use sealing::file_opener::FileOpener;
use sealing::key_envelope::{EnvelopeError, open_keys};
use sealing::link::LinkSecret;
use sealing::member_label::Subject;
use sealing::root::Root;
use sealing::section_keys::{FirstKeys, SectionKeys};
use sealing::shelf_box::BoxKind;
use sealing::wrap::{Prf, WayKey, open_root, seal_root};

const CARNET: CarnetId = CarnetId::from_bytes([3; 32]);
const MEMBER: MemberId = MemberId::from_bytes([1; 16]);
const PLACE: EntryPlace = EntryPlace {
    section: SectionId::HEALTH,
    epoch: 0,
    entry: EntryId::from_bytes([2; 16]),
    author: MEMBER,
};

/// One of everything, sealed.
struct World {
    root: Root,
    prf: Prf,
    wrap: Vec<u8>,
    ring: SectionKeys,
    envelope: Vec<u8>,
    tray: TraySecret,
    link: MemberId,
    deposit: Vec<u8>,
    secret: FileSecret,
    facts: FileFacts,
    file: Vec<u8>,
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let root = Root::make();
    let prf = Prf::take(&mut [7; 32]).unwrap();
    let ring = FirstKeys::make().born(CARNET);
    let tray = TraySecret::make();
    let digest = tray_digest(tray.recipient());
    let depositor = Depositor::new(&LinkSecret::make(), tray.recipient(), &digest).unwrap();
    let mut file = Vec::new();
    let mut sealer = FileSealer::start(&mut file);
    sealer.push(&[5; 1000], &mut file);
    let (secret, facts) = sealer.finish(&mut file);
    World {
        wrap: seal_root(&root, &WayKey::Prf(&prf)),
        envelope: ring
            .seal_keys(root.public(), &[(SectionId::HEALTH, 0)])
            .unwrap()
            .sealed,
        deposit: depositor.seal(CARNET, 0, b"report").unwrap(),
        link: depositor.public().member_id(),
        root,
        prf,
        ring,
        tray,
        secret,
        facts,
        file,
    }
});

/// Offers the same bytes to everything that opens; says whether anything opened.
fn anything_opens(bytes: &[u8]) -> bool {
    let world = &*WORLD;
    let holder = world.root.holder();
    let whole = FileOpener::new(&world.secret, world.facts, bytes).and_then(|opener| {
        let mut whole = opener.whole();
        let payload = &bytes[world.facts.head_length as usize..];
        whole.push(payload, &mut Vec::new())?;
        whole.finish(&mut Vec::new())
    });
    let _ = head_length(bytes);
    open_root(bytes, &WayKey::Prf(&world.prf)).is_ok()
        || open_keys(holder, CARNET, &sealed_digest(bytes), bytes).is_ok()
        || world.ring.open_entry(&PLACE, bytes).is_ok()
        || world
            .ring
            .open_label(SectionId::TEAM, Subject::Member(MEMBER), bytes)
            .is_ok()
        || open_deposit(&world.tray, CARNET, world.link, 0, bytes).is_ok()
        || world.root.shelf().open(BoxKind::Record, b"", bytes).is_ok()
        || whole.is_ok()
}

#[test]
fn what_is_right_opens() {
    let world = &*WORLD;
    for right in [&world.wrap, &world.envelope, &world.deposit, &world.file] {
        assert!(anything_opens(right));
    }
}

#[test]
fn an_envelope_longer_than_the_limit_is_refused_before_it_is_read() {
    let long = vec![b'a'; protocol::limits::ENVELOPE + 1];
    let named = Digest::from_bytes([0; 32]);
    let refused = open_keys(WORLD.root.holder(), CARNET, &named, &long);
    assert_eq!(refused.map(drop).unwrap_err(), EnvelopeError::Size);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn noise_never_opens(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(!anything_opens(&bytes));
        let behind_a_suite = [&[1], &bytes[..]].concat();
        prop_assert!(!anything_opens(&behind_a_suite));
        let behind_a_header = [b"age-encryption.org/v1\n-> ", &bytes[..]].concat();
        prop_assert!(!anything_opens(&behind_a_header));
    }

    #[test]
    fn a_changed_byte_never_opens(which in 0..4_usize, place in any::<Index>(), change in 1..=255_u8) {
        let world = &*WORLD;
        let right = [&world.wrap, &world.envelope, &world.deposit, &world.file][which];
        let mut wrong = right.clone();
        wrong[place.index(right.len())] ^= change;
        prop_assert!(!anything_opens(&wrong));
    }

    #[test]
    fn a_part_never_opens(which in 0..4_usize, length in any::<Index>()) {
        let world = &*WORLD;
        let right = [&world.wrap, &world.envelope, &world.deposit, &world.file][which];
        prop_assert!(!anything_opens(&right[..length.index(right.len())]));
    }
}
