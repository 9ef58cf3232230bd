//! Two parents are equal; the person comes of age.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod common;

use common::*;
use protocol::change::{Access, Change, LinkKind, Proposal, Role};
use protocol::ids::SectionId;
use protocol::refusal::Refusal;
use protocol::time::DAY;

fn parents() -> (Chain, Hand, Hand) {
    let (mut chain, mother) = Chain::new();
    let father = Hand::new(2);
    chain.take(&mother, admit_guardian(&father));
    (chain, mother, father)
}

#[test]
fn a_guardian_goes_only_when_every_guardian_agreed() {
    let (mut chain, mother, father) = parents();
    let revoke = Change::Revoke {
        member: father.id(),
    };
    chain.refuses(&mother, vec![revoke.clone()], Refusal::NeedsApproval);
    let lessen = Change::Ungrant {
        member: father.id(),
        section: SectionId::HEALTH,
    };
    chain.refuses(&mother, vec![lessen], Refusal::NeedsApproval);
    let less = grant(&father, SectionId::HEALTH, Access::Read, None);
    chain.refuses(&mother, vec![less], Refusal::NeedsApproval);
    chain.take(
        &mother,
        vec![Change::Propose {
            what: Proposal::Remove(father.id()),
        }],
    );
    let asked = chain.state.seq;
    chain.refuses(&mother, vec![revoke.clone()], Refusal::NeedsApproval);
    chain.refuses(
        &mother,
        vec![Change::Approve { proposal: asked }],
        Refusal::Exists,
    );
    chain.take(&father, vec![Change::Approve { proposal: asked }]);
    chain.take(&mother, vec![revoke]);
}

#[test]
fn an_opposed_or_old_proposal_is_worth_nothing() {
    let (mut chain, mother, father) = parents();
    chain.take(
        &mother,
        vec![Change::Propose {
            what: Proposal::EraseCarnet,
        }],
    );
    let asked = chain.state.seq;
    chain.take(&father, vec![Change::Oppose { proposal: asked }]);
    chain.refuses(
        &father,
        vec![Change::Approve { proposal: asked }],
        Refusal::Unknown,
    );
    chain.take(
        &mother,
        vec![Change::Propose {
            what: Proposal::EraseCarnet,
        }],
    );
    let asked = chain.state.seq;
    chain.wait(31 * DAY);
    chain.refuses(
        &father,
        vec![Change::Approve { proposal: asked }],
        Refusal::Unknown,
    );
}

#[test]
fn a_carnet_closes_when_all_guardians_want_it_and_takes_nothing_more() {
    let (mut chain, mother, father) = parents();
    chain.take(
        &mother,
        vec![Change::Propose {
            what: Proposal::EraseCarnet,
        }],
    );
    assert!(!chain.state.closed);
    chain.take(
        &father,
        vec![Change::Approve {
            proposal: chain.state.seq,
        }],
    );
    assert!(chain.state.closed);
    chain.refuses(
        &mother,
        vec![chain.put(SectionId::HEALTH, 1, 10, &[])],
        Refusal::Closed,
    );
}

#[test]
fn the_last_guardian_stays() {
    let (mut chain, mother, father) = parents();
    chain.take(&father, vec![Change::Leave]);
    chain.refuses(&mother, vec![Change::Leave], Refusal::LastGuardian);
}

/// The person, let in with everything but the secrets of the links.
fn person_of_age() -> (Hand, Vec<Change>) {
    let person = Hand::new(3);
    let rights = SectionId::STANDARD
        .iter()
        .filter(|section| **section != SectionId::KEYS);
    let grants = rights.map(|section| grant(&person, *section, Access::Write, None));
    let changes = std::iter::once(admit(&person, Role::Person))
        .chain(grants)
        .collect();
    (person, changes)
}

#[test]
fn who_leaves_decides_nothing_more_in_the_same_breath() {
    let (mut chain, mother, father) = parents();
    let (person, mut changes) = person_of_age();
    changes.extend([Change::Leave, Change::Transfer { to: person.id() }]);
    chain.refuses(&mother, changes, Refusal::NotAllowed);
    let sister = Hand::new(4);
    for after in [
        admit(&sister, Role::Relative),
        grant(&father, SectionId::HEALTH, Access::Write, None),
        Change::Propose {
            what: Proposal::EraseCarnet,
        },
        Change::Device { key: None },
        Change::Leave,
    ] {
        chain.refuses(&mother, vec![Change::Leave, after], Refusal::NotAllowed);
    }
    chain.take(&mother, vec![Change::Leave]);
    assert_eq!(chain.state.guardians(), [father.id()]);
}

#[test]
fn who_hands_the_carnet_over_keeps_no_power_in_the_same_breath() {
    let (mut chain, mother) = Chain::new();
    let (link, unconfirmed) = (Hand::new(6), Hand::new(5));
    let until = chain.in_days(7);
    let right = |hand| grant(hand, SectionId::KEYS, Access::Write, None);
    let invitation = LinkKind::Invitation(Role::Guardian);
    chain.take(
        &mother,
        vec![open_link(&link, invitation, until), right(&link)],
    );
    let taken = vec![
        admit(&unconfirmed, Role::Guardian),
        right(&unconfirmed),
        Change::Revoke { member: link.id() },
    ];
    chain.take(&link, taken);
    let (person, changes) = person_of_age();
    chain.take(&mother, changes);
    let transfer = Change::Transfer { to: person.id() };
    let again = Hand::new(4);
    for after in [
        admit(&again, Role::Guardian),
        Change::Confirm {
            member: unconfirmed.id(),
        },
    ] {
        chain.refuses(&mother, vec![transfer.clone(), after], Refusal::NotAllowed);
    }
    chain.take(&mother, vec![transfer]);
    assert_eq!(chain.state.guardians(), [person.id()]);
    chain.refuses(
        &person,
        vec![Change::Confirm {
            member: unconfirmed.id(),
        }],
        Refusal::Exists,
    );
    let left = chain.state.members.get(&unconfirmed.id()).unwrap();
    assert!(!left.reads(SectionId::KEYS, chain.state.at));
}

#[test]
fn the_person_of_age_takes_over_and_parents_keep_what_they_read() {
    let (mut chain, mother, father) = parents();
    let (person, changes) = person_of_age();
    chain.take(&mother, changes);
    let transfer = Change::Transfer { to: person.id() };
    chain.refuses(&mother, vec![transfer.clone()], Refusal::NeedsApproval);
    chain.take(
        &mother,
        vec![Change::Propose {
            what: Proposal::Transfer(person.id()),
        }],
    );
    chain.take(
        &father,
        vec![Change::Approve {
            proposal: chain.state.seq,
        }],
    );
    chain.take(
        &mother,
        vec![
            transfer,
            grant(&person, SectionId::KEYS, Access::Write, None),
        ],
    );
    assert_eq!(chain.state.guardians(), [person.id()]);
    let mother_now = chain.state.members.get(&mother.id()).unwrap();
    assert!(mother_now.reads(SectionId::HEALTH, chain.state.at));
    assert!(!mother_now.reads(SectionId::KEYS, chain.state.at));
    chain.take(&person, vec![chain.rotate(SectionId::KEYS)]);
    chain.take(
        &person,
        vec![Change::Revoke {
            member: father.id(),
        }],
    );
}

/// Two parents, and an account that the first let in as the second's new one.
fn let_in_again() -> (Chain, Hand, Hand, Hand) {
    let (mut chain, mother, father) = parents();
    let again = Hand::new(4);
    chain.take(&mother, admit_guardian(&again));
    (chain, mother, father, again)
}

fn lost(old: &Hand, new: &Hand) -> Change {
    Change::Propose {
        what: Proposal::Readmit {
            old: old.id(),
            new: new.id(),
        },
    }
}

#[test]
fn a_lost_account_goes_once_all_others_agreed_and_it_stayed_silent() {
    let (mut chain, mother, father, again) = let_in_again();
    let revoke = Change::Revoke {
        member: father.id(),
    };
    chain.take(&mother, vec![lost(&father, &again)]);
    let asked = chain.state.seq;
    chain.wait(61 * DAY);
    // The person's new account has to say so too.
    chain.refuses(&mother, vec![revoke.clone()], Refusal::NeedsApproval);
    let mut early = Chain {
        state: chain.state.clone(),
    };
    chain.take(&again, vec![Change::Approve { proposal: asked }]);
    chain.take(&mother, vec![revoke.clone()]);
    assert!(!chain.state.members.contains_key(&father.id()));
    assert!(chain.state.proposals.is_empty() && chain.state.sections.values().all(|s| s.due));
    // It is too late for it later on: it is asked again.
    early.take(&again, vec![Change::Approve { proposal: asked }]);
    early.wait(30 * DAY);
    early.refuses(&mother, vec![revoke], Refusal::NeedsApproval);
}

#[test]
fn nobody_is_put_out_before_the_time_to_answer_is_over() {
    let (mut chain, mother, father, again) = let_in_again();
    chain.take(&mother, vec![lost(&father, &again)]);
    let asked = chain.state.seq;
    chain.take(&again, vec![Change::Approve { proposal: asked }]);
    let revoke = Change::Revoke {
        member: father.id(),
    };
    chain.wait(59 * DAY);
    chain.refuses(&mother, vec![revoke.clone()], Refusal::NeedsApproval);
    chain.refuses(&again, vec![revoke], Refusal::NeedsApproval);
}

#[test]
fn whatever_the_old_account_signs_ends_the_question() {
    let signs: [fn(&Chain) -> Change; 4] = [
        |chain| Change::Oppose {
            proposal: chain.state.seq,
        },
        |chain| Change::Approve {
            proposal: chain.state.seq,
        },
        |chain| chain.put(SectionId::DAILY, 1, 1, &[]),
        |_| Change::Device { key: None },
    ];
    for sign in signs {
        let (mut chain, mother, father, again) = let_in_again();
        chain.take(&mother, vec![lost(&father, &again)]);
        let asked = chain.state.seq;
        chain.take(&father, vec![sign(&chain)]);
        assert!(chain.state.proposals.is_empty());
        chain.refuses(
            &again,
            vec![Change::Approve { proposal: asked }],
            Refusal::Unknown,
        );
        chain.wait(61 * DAY);
        let revoke = Change::Revoke {
            member: father.id(),
        };
        chain.refuses(&mother, vec![revoke], Refusal::NeedsApproval);
        // Nor is it asked again of an account that has signed since the other came in.
        chain.refuses(&mother, vec![lost(&father, &again)], Refusal::Unknown);
    }
}

#[test]
fn a_question_about_a_lost_account_needs_two_that_keep_the_carnet() {
    let (mut chain, mother, father, again) = let_in_again();
    let aunt = Hand::new(5);
    chain.take(&mother, vec![admit(&aunt, Role::Relative)]);
    for wrong in [
        lost(&father, &aunt),
        lost(&father, &Hand::new(6)),
        lost(&father, &father),
        lost(&mother, &again),
        lost(&aunt, &again),
    ] {
        chain.refuses(&mother, vec![wrong], Refusal::Unknown);
    }
    chain.refuses(&aunt, vec![lost(&father, &again)], Refusal::NotAllowed);
    // Of the two, the one that was there first is the old one.
    chain.refuses(&mother, vec![lost(&again, &father)], Refusal::Unknown);
    // Whoever goes takes the question along.
    chain.take(&mother, vec![lost(&father, &again)]);
    chain.take(&again, vec![Change::Leave]);
    assert!(chain.state.proposals.is_empty());
}
