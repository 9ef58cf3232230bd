//! Members, rights, rotation, links.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod common;

use common::*;
use protocol::change::{Access, Change, LinkKind, Role, Rotate};
use protocol::ids::SectionId;
use protocol::limits;
use protocol::refusal::Refusal;
use protocol::time::{DAY, YEAR};

const HEALTH: SectionId = SectionId::HEALTH;
const DAILY: SectionId = SectionId::DAILY;

#[test]
fn a_professional_needs_an_end_date_and_stops_at_it() {
    let (mut chain, mother) = Chain::new();
    let physio = Hand::new(2);
    let forever = vec![
        admit(&physio, Role::Professional),
        grant(&physio, HEALTH, Access::Write, None),
    ];
    chain.refuses(&mother, forever, Refusal::BadUntil);
    let until = chain.in_days(30);
    chain.take(
        &mother,
        vec![
            admit(&physio, Role::Professional),
            grant(&physio, HEALTH, Access::Write, until),
        ],
    );
    chain.take(&physio, vec![chain.put(HEALTH, 1, 10, &[])]);
    chain.wait(31 * DAY);
    chain.refuses(
        &physio,
        vec![chain.put(HEALTH, 2, 20, &[])],
        Refusal::NotAllowed,
    );
}

#[test]
fn a_right_cannot_run_for_ever_for_a_professional() {
    let (chain, mother) = Chain::new();
    let physio = Hand::new(2);
    let until = Some(chain.state.at.plus(limits::GRANT + YEAR));
    let changes = vec![
        admit(&physio, Role::Professional),
        grant(&physio, HEALTH, Access::Read, until),
    ];
    chain.refuses(&mother, changes, Refusal::BadUntil);
}

#[test]
fn reading_is_not_writing() {
    let (mut chain, mother) = Chain::new();
    let aunt = Hand::new(2);
    chain.take(
        &mother,
        vec![
            admit(&aunt, Role::Relative),
            grant(&aunt, DAILY, Access::Read, None),
        ],
    );
    chain.refuses(
        &aunt,
        vec![chain.put(DAILY, 1, 10, &[])],
        Refusal::NotAllowed,
    );
    chain.refuses(
        &aunt,
        vec![chain.put(HEALTH, 1, 10, &[])],
        Refusal::NotAllowed,
    );
}

#[test]
fn who_goes_leaves_its_sections_due_until_they_are_rotated() {
    let (mut chain, mother) = Chain::new();
    let aunt = Hand::new(2);
    chain.take(
        &mother,
        vec![
            admit(&aunt, Role::Relative),
            grant(&aunt, DAILY, Access::Write, None),
        ],
    );
    chain.take(&mother, vec![Change::Revoke { member: aunt.id() }]);
    assert_eq!(chain.state.due().collect::<Vec<_>>(), [DAILY]);
    chain.refuses(&mother, vec![chain.put(DAILY, 1, 10, &[])], Refusal::Due);
    chain.refuses(
        &aunt,
        vec![chain.put(DAILY, 1, 10, &[])],
        Refusal::NotMember,
    );
    chain.take(&mother, vec![chain.rotate(DAILY)]);
    chain.take(&mother, vec![chain.put(DAILY, 1, 10, &[])]);
}

#[test]
fn a_rotation_names_exactly_those_who_may_read() {
    let (mut chain, mother) = Chain::new();
    let (aunt, uncle) = (Hand::new(2), Hand::new(3));
    for hand in [&aunt, &uncle] {
        chain.take(
            &mother,
            vec![
                admit(hand, Role::Relative),
                grant(hand, DAILY, Access::Read, None),
            ],
        );
    }
    let Change::Rotate(honest) = chain.rotate(DAILY) else {
        unreachable!()
    };
    let mut forgets = honest.clone();
    forgets.readers.remove(1);
    chain.refuses(
        &mother,
        vec![Change::Rotate(forgets)],
        Refusal::WrongReaders,
    );
    let mut twice = honest.clone();
    twice.readers.push(honest.readers[0]);
    chain.refuses(&mother, vec![Change::Rotate(twice)], Refusal::WrongReaders);
    let skips = Rotate {
        epoch: 5,
        ..honest.clone()
    };
    chain.refuses(&mother, vec![Change::Rotate(skips)], Refusal::OldEpoch);
    let keeps_the_gone = vec![Change::Revoke { member: aunt.id() }, Change::Rotate(honest)];
    chain.refuses(&mother, keeps_the_gone, Refusal::WrongReaders);
    let rotation = chain.rotate_without(DAILY, &[aunt.id()]);
    chain.take(
        &mother,
        vec![Change::Revoke { member: aunt.id() }, rotation],
    );
}

#[test]
fn a_writer_rotates_a_due_section_and_only_then() {
    let (mut chain, mother) = Chain::new();
    let (aunt, uncle) = (Hand::new(2), Hand::new(3));
    for hand in [&aunt, &uncle] {
        chain.take(
            &mother,
            vec![
                admit(hand, Role::Relative),
                grant(hand, DAILY, Access::Write, None),
            ],
        );
    }
    chain.refuses(&aunt, vec![chain.rotate(DAILY)], Refusal::NotAllowed);
    chain.take(&uncle, vec![Change::Leave]);
    chain.take(&aunt, vec![chain.rotate(DAILY)]);
}

#[test]
fn a_private_compartment_belongs_to_who_made_it() {
    let (mut chain, mother) = Chain::new();
    let teenager = Hand::new(2);
    chain.take(
        &mother,
        vec![
            admit(&teenager, Role::Person),
            grant(&teenager, DAILY, Access::Write, None),
        ],
    );
    let mine = SectionId::private([4; 15]);
    let compartment = Change::Compartment {
        section: mine,
        commitment: digest(3),
        label: label("à moi"),
        envelope: digest(4),
    };
    chain.take(
        &teenager,
        vec![compartment.clone(), chain.put(mine, 1, 10, &[])],
    );
    chain.refuses(&mother, vec![compartment], Refusal::Exists);
    chain.refuses(
        &mother,
        vec![chain.put(mine, 2, 20, &[])],
        Refusal::NotAllowed,
    );
    chain.refuses(
        &mother,
        vec![grant(&mother, mine, Access::Read, None)],
        Refusal::NotAllowed,
    );
    chain.take(&teenager, vec![grant(&mother, mine, Access::Read, None)]);
}

#[test]
fn a_guest_in_a_compartment_cannot_turn_its_maker_out() {
    let (mut chain, mother) = Chain::new();
    let (teenager, friend, cousin) = (Hand::new(2), Hand::new(3), Hand::new(4));
    chain.take(
        &mother,
        vec![
            admit(&teenager, Role::Person),
            admit(&friend, Role::Relative),
            admit(&cousin, Role::Relative),
        ],
    );
    let mine = SectionId::private([4; 15]);
    let compartment = Change::Compartment {
        section: mine,
        commitment: digest(3),
        label: label("à moi"),
        envelope: digest(4),
    };
    chain.take(
        &teenager,
        vec![compartment, grant(&friend, mine, Access::Write, None)],
    );
    let out = |hand: &Hand| Change::Ungrant {
        member: hand.id(),
        section: mine,
    };
    chain.take(&friend, vec![chain.put(mine, 1, 10, &[])]);
    chain.refuses(&friend, vec![out(&teenager)], Refusal::NotAllowed);
    chain.refuses(
        &friend,
        vec![grant(&cousin, mine, Access::Read, None)],
        Refusal::NotAllowed,
    );
    chain.refuses(&friend, vec![chain.rotate(mine)], Refusal::NotAllowed);
    chain.refuses(&mother, vec![out(&friend)], Refusal::NotAllowed);
    // With new keys the maker is still the maker.
    let again = Hand::new(5);
    chain.take(
        &teenager,
        vec![Change::Replace {
            keys: again.keys.clone(),
            label: label("moi"),
            envelope: digest(5),
        }],
    );
    chain.take(
        &again,
        vec![out(&friend), chain.rotate_without(mine, &[friend.id()])],
    );
    // Oneself one may always take out. A guardian who was let in is a guest there too, and goes when the maker says so.
    chain.take(
        &again,
        vec![
            grant(&friend, mine, Access::Write, None),
            grant(&mother, mine, Access::Write, None),
        ],
    );
    chain.take(&friend, vec![out(&friend)]);
    chain.refuses(
        &mother,
        vec![grant(&cousin, mine, Access::Read, None)],
        Refusal::NotAllowed,
    );
    chain.refuses(&mother, vec![out(&again)], Refusal::NotAllowed);
    chain.take(&again, vec![grant(&mother, mine, Access::Read, None)]);
    chain.take(&again, vec![out(&mother)]);
    chain.take(&again, vec![grant(&mother, mine, Access::Read, None)]);
    // Once its maker is gone, a guardian who was let in keeps order there as elsewhere.
    chain.take(&again, vec![Change::Leave]);
    chain.take(&mother, vec![grant(&cousin, mine, Access::Read, None)]);
    // Whoever comes back after leaving is a guest like any other.
    chain.take(
        &mother,
        vec![
            chain.rotate(mine),
            admit(&again, Role::Relative),
            grant(&again, mine, Access::Write, None),
        ],
    );
    chain.refuses(&again, vec![out(&cousin)], Refusal::NotAllowed);
}

#[test]
fn keys_of_links_are_for_guardians_alone() {
    let (mut chain, mother) = Chain::new();
    let aunt = Hand::new(2);
    chain.take(&mother, vec![admit(&aunt, Role::Relative)]);
    chain.refuses(
        &mother,
        vec![grant(&aunt, SectionId::KEYS, Access::Read, None)],
        Refusal::NotAllowed,
    );
}

#[test]
fn an_invitation_signs_one_commit_and_is_gone() {
    let (mut chain, mother) = Chain::new();
    let (link, father) = (Hand::new(2), Hand::new(3));
    let until = chain.in_days(7);
    chain.take(
        &mother,
        vec![
            open_link(&link, LinkKind::Invitation(Role::Guardian), until),
            grant(&link, HEALTH, Access::Write, None),
            grant(&link, DAILY, Access::Write, None),
        ],
    );
    let join = |sections: &[SectionId]| {
        let grants = sections
            .iter()
            .map(|section| grant(&father, *section, Access::Write, None));
        let mut changes = vec![admit(&father, Role::Guardian)];
        changes.extend(grants);
        changes.push(Change::Revoke { member: link.id() });
        changes
    };
    chain.refuses(&link, join(&[HEALTH]), Refusal::NotAllowed);
    chain.refuses(
        &link,
        join(&[HEALTH, DAILY, SectionId::KEYS]),
        Refusal::NotAllowed,
    );
    chain.refuses(
        &link,
        vec![chain.put(HEALTH, 1, 10, &[])],
        Refusal::NotAllowed,
    );
    chain.refuses(
        &link,
        vec![admit(&father, Role::Guardian)],
        Refusal::NotAllowed,
    );
    let mut expired = Chain {
        state: chain.state.clone(),
    };
    expired.wait(8 * DAY);
    expired.refuses(&link, join(&[DAILY, HEALTH]), Refusal::NotAllowed);

    chain.take(&link, join(&[DAILY, HEALTH]));
    assert!(!chain.state.members.contains_key(&link.id()));
    chain.take(&mother, vec![chain.rotate(HEALTH), chain.rotate(DAILY)]);
    // Until a guardian vouches for him, he reads.
    chain.refuses(
        &father,
        vec![chain.put(HEALTH, 1, 10, &[])],
        Refusal::NotAllowed,
    );
    chain.refuses(
        &father,
        vec![Change::Confirm {
            member: father.id(),
        }],
        Refusal::NotAllowed,
    );
    chain.take(
        &mother,
        vec![Change::Confirm {
            member: father.id(),
        }],
    );
    chain.take(&father, vec![chain.put(HEALTH, 1, 10, &[])]);
}

#[test]
fn a_read_link_reads_and_ends_and_a_deposit_link_reads_nothing() {
    let (mut chain, mother) = Chain::new();
    let (read, deposit) = (Hand::new(2), Hand::new(3));
    let until = chain.in_days(7);
    chain.take(
        &mother,
        vec![
            open_link(&read, LinkKind::Read, until),
            open_link(&deposit, LinkKind::Deposit, until),
        ],
    );
    chain.refuses(
        &mother,
        vec![grant(&read, HEALTH, Access::Write, until)],
        Refusal::NotAllowed,
    );
    chain.refuses(
        &mother,
        vec![grant(&deposit, HEALTH, Access::Read, until)],
        Refusal::NotAllowed,
    );
    chain.take(&mother, vec![grant(&read, HEALTH, Access::Read, until)]);
    let at = chain.state.at;
    let member = chain.state.members.get(&read.id()).unwrap();
    assert!(member.reads(HEALTH, at));
    assert!(!member.reads(HEALTH, at.plus(8 * DAY)));
    chain.take(&mother, vec![Change::Close { link: read.id() }]);
    chain.refuses(
        &mother,
        vec![Change::Close { link: mother.id() }],
        Refusal::NotAllowed,
    );
}

#[test]
fn new_keys_replace_old_ones_and_make_their_sections_due() {
    let (mut chain, mother) = Chain::new();
    let renewed = Hand::new(2);
    let replace = Change::Replace {
        keys: renewed.keys.clone(),
        label: label("maman"),
        envelope: digest(5),
    };
    chain.take(&mother, vec![replace]);
    chain.refuses(
        &mother,
        vec![chain.put(HEALTH, 1, 10, &[])],
        Refusal::NotMember,
    );
    assert_eq!(chain.state.due().count(), SectionId::STANDARD.len());
    chain.take(&renewed, vec![chain.rotate(HEALTH)]);
    chain.take(&renewed, vec![chain.put(HEALTH, 1, 10, &[])]);
}

#[test]
fn an_urgent_sheet_never_goes_back() {
    let (mut chain, mother) = Chain::new();
    let link = Hand::new(2);
    let until = chain.in_days(20_000);
    chain.take(&mother, vec![open_link(&link, LinkKind::Urgent, until)]);
    let sheet = |built_from| Change::Sheet {
        link: link.id(),
        built_from,
        digest: digest(6),
    };
    chain.take(&mother, vec![sheet(1)]);
    chain.refuses(&mother, vec![sheet(0)], Refusal::Stale);
    chain.refuses(&mother, vec![sheet(9)], Refusal::Stale);
}

/// A guardian beside the mother, a link of every kind, and which of the links are there.
fn with_links() -> (Chain, Hand, Hand, impl Fn(&Chain) -> Vec<LinkKind>) {
    let (mut chain, mother) = Chain::new();
    let father = Hand::new(2);
    chain.take(&mother, admit_guardian(&father));
    let kinds = [
        LinkKind::Urgent,
        LinkKind::Read,
        LinkKind::Deposit,
        LinkKind::Invitation(Role::Guardian),
        LinkKind::Invitation(Role::Relative),
    ];
    let links: Vec<(Hand, LinkKind)> = (11..).map(Hand::new).zip(kinds).collect();
    for (link, kind) in &links {
        let until = chain.in_days(7);
        chain.take(&mother, vec![open_link(link, *kind, until)]);
    }
    let read = grant(&links[1].0, HEALTH, Access::Read, chain.in_days(7));
    let keys = grant(&links[3].0, SectionId::KEYS, Access::Write, None);
    chain.take(&mother, vec![read, keys]);
    let open = move |chain: &Chain| {
        let there = |(link, _): &&(Hand, LinkKind)| chain.state.members.contains_key(&link.id());
        links.iter().filter(there).map(|(_, kind)| *kind).collect()
    };
    (chain, mother, father, open)
}

#[test]
fn links_close_with_whoever_could_know_their_secrets() {
    let new = Hand::new(9);
    let ways = [
        vec![Change::Leave],
        vec![Change::Replace {
            keys: new.keys.clone(),
            label: label("papa"),
            envelope: digest(5),
        }],
        vec![Change::Ungrant {
            member: Hand::new(2).id(),
            section: SectionId::KEYS,
        }],
    ];
    for changes in ways {
        let (mut chain, mother, father, open) = with_links();
        assert_eq!(open(&chain).len(), 5);
        chain.take(&father, changes);
        assert_eq!(open(&chain), [LinkKind::Urgent]);
        // What the links could read waits for a new key.
        assert!(chain.state.due().any(|section| section == HEALTH));
        chain.take(&mother, vec![chain.rotate(HEALTH)]);
    }
    // In the same commit, new keys are no longer for them.
    let (mut chain, mother, father, open) = with_links();
    let replace = Change::Replace {
        keys: new.keys.clone(),
        label: label("papa"),
        envelope: digest(5),
    };
    let for_all = chain.rotate(HEALTH);
    chain.refuses(&father, vec![replace, for_all], Refusal::WrongReaders);
    // Whoever cannot know them changes nothing.
    let aunt = Hand::new(3);
    chain.take(
        &mother,
        vec![
            admit(&aunt, Role::Relative),
            grant(&aunt, HEALTH, Access::Write, None),
        ],
    );
    chain.take(&mother, vec![Change::Revoke { member: aunt.id() }]);
    assert_eq!(open(&chain).len(), 5);
}
