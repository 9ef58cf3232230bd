//! Entries: versions, conflicts, epochs, erasing.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod common;

use common::*;
use protocol::change::{Access, Change, Put, Role};
use protocol::ids::SectionId;
use protocol::limits;
use protocol::refusal::Refusal;

const HEALTH: SectionId = SectionId::HEALTH;

#[test]
fn a_new_version_replaces_the_one_it_names() {
    let (mut chain, mother) = Chain::new();
    chain.take(&mother, vec![chain.put(HEALTH, 1, 10, &[])]);
    chain.take(&mother, vec![chain.put(HEALTH, 1, 11, &[10])]);
    let entry = chain.state.entries.get(&entry(1)).unwrap();
    assert_eq!(
        entry
            .versions
            .iter()
            .map(|version| version.payload)
            .collect::<Vec<_>>(),
        [digest(11)]
    );
}

#[test]
fn two_versions_of_one_base_both_stay_until_a_put_names_both() {
    let (mut chain, mother) = Chain::new();
    chain.take(&mother, vec![chain.put(HEALTH, 1, 10, &[])]);
    chain.take(&mother, vec![chain.put(HEALTH, 1, 11, &[10])]);
    chain.take(&mother, vec![chain.put(HEALTH, 1, 12, &[10])]);
    assert_eq!(
        chain.state.entries.get(&entry(1)).unwrap().versions.len(),
        2
    );
    chain.take(&mother, vec![chain.put(HEALTH, 1, 13, &[11, 12])]);
    assert_eq!(
        chain.state.entries.get(&entry(1)).unwrap().versions.len(),
        1
    );
}

#[test]
fn an_entry_never_moves_to_another_section() {
    let (mut chain, mother) = Chain::new();
    chain.take(&mother, vec![chain.put(HEALTH, 1, 10, &[])]);
    chain.refuses(
        &mother,
        vec![chain.put(SectionId::DAILY, 1, 11, &[10])],
        Refusal::NotAllowed,
    );
}

#[test]
fn an_old_key_is_refused() {
    let (mut chain, mother) = Chain::new();
    let old = chain.put(HEALTH, 1, 10, &[]);
    chain.take(&mother, vec![chain.rotate(HEALTH)]);
    chain.refuses(&mother, vec![old], Refusal::OldEpoch);
}

#[test]
fn the_same_payload_twice_is_refused() {
    let (mut chain, mother) = Chain::new();
    chain.take(&mother, vec![chain.put(HEALTH, 1, 10, &[])]);
    chain.refuses(
        &mother,
        vec![chain.put(HEALTH, 1, 10, &[])],
        Refusal::Exists,
    );
}

#[test]
fn an_erased_entry_stays_erased() {
    let (mut chain, mother) = Chain::new();
    let erase = Change::Erase {
        section: HEALTH,
        entry: entry(1),
    };
    chain.refuses(&mother, vec![erase.clone()], Refusal::Unknown);
    chain.take(&mother, vec![chain.put(HEALTH, 1, 10, &[])]);
    chain.take(&mother, vec![erase.clone()]);
    chain.refuses(
        &mother,
        vec![chain.put(HEALTH, 1, 11, &[])],
        Refusal::Erased,
    );
    chain.refuses(&mother, vec![erase], Refusal::Erased);
}

#[test]
fn only_a_guardian_or_the_only_author_erases() {
    let (mut chain, mother) = Chain::new();
    let (aunt, uncle) = (Hand::new(2), Hand::new(3));
    for hand in [&aunt, &uncle] {
        chain.take(
            &mother,
            vec![
                admit(hand, Role::Relative),
                grant(hand, HEALTH, Access::Write, None),
            ],
        );
    }
    let erase = |n| Change::Erase {
        section: HEALTH,
        entry: entry(n),
    };
    chain.take(
        &aunt,
        vec![chain.put(HEALTH, 1, 10, &[]), chain.put(HEALTH, 2, 20, &[])],
    );
    chain.refuses(&uncle, vec![erase(1)], Refusal::NotAllowed);
    chain.take(&uncle, vec![chain.put(HEALTH, 2, 21, &[20])]);
    chain.refuses(&aunt, vec![erase(2)], Refusal::NotAllowed);
    chain.take(&aunt, vec![erase(1)]);
    chain.take(&mother, vec![erase(2)]);
}

#[test]
fn too_much_is_refused() {
    let (chain, mother) = Chain::new();
    let Change::Put(put) = chain.put(HEALTH, 1, 10, &[]) else {
        unreachable!()
    };
    let size = u32::try_from(limits::PAYLOAD).unwrap() + 1;
    chain.refuses(
        &mother,
        vec![Change::Put(Put {
            size,
            ..put.clone()
        })],
        Refusal::TooLarge,
    );
    let base = vec![digest(1); limits::BASES + 1];
    chain.refuses(
        &mother,
        vec![Change::Put(Put { base, ..put })],
        Refusal::TooLarge,
    );
    let many = vec![Change::Device { key: None }; limits::CHANGES + 1];
    chain.refuses(&mother, many, Refusal::TooLarge);
    chain.refuses(&mother, vec![], Refusal::Malformed);
}
