//! Two parents are equal; the person comes of age.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod common;

use common::*;
use protocol::change::{Access, Change, Proposal, Role};
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

#[test]
fn the_person_of_age_takes_over_and_parents_keep_what_they_read() {
    let (mut chain, mother, father) = parents();
    let person = Hand::new(3);
    let rights = SectionId::STANDARD
        .iter()
        .filter(|section| **section != SectionId::KEYS);
    let grants = rights.map(|section| grant(&person, *section, Access::Write, None));
    let changes = std::iter::once(admit(&person, Role::Person))
        .chain(grants)
        .collect();
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
