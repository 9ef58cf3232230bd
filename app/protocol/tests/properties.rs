//! Whatever comes, the judge neither panics nor breaks what must hold of a carnet.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod common;

use common::*;
use proptest::prelude::*;
use protocol::apply::{apply, replay_without_checking_signature};
use protocol::change::{Access, Change, LinkKind, Proposal, Role};
use protocol::commit::{Body, Signed};
use protocol::ids::{MemberId, SectionId, Signature};
use protocol::state::State;

/// A few sections and a few hands are enough to make them meet.
const SECTIONS: [SectionId; 3] = [SectionId::HEALTH, SectionId::DAILY, SectionId::KEYS];

fn section() -> impl Strategy<Value = SectionId> {
    (0..SECTIONS.len()).prop_map(|n| SECTIONS[n])
}

fn role() -> impl Strategy<Value = Role> {
    prop_oneof![
        Just(Role::Guardian),
        Just(Role::Person),
        Just(Role::Professional),
        Just(Role::Relative)
    ]
}

fn access() -> impl Strategy<Value = Access> {
    prop_oneof![Just(Access::Read), Just(Access::Write)]
}

/// A change before the chain is known that it is made for: epochs, readers and dates follow from the chain.
#[derive(Debug, Clone)]
enum Step {
    Put(SectionId, u8, u8, u8),
    Erase(SectionId, u8),
    Admit(u8, Role),
    Grant(u8, SectionId, Access, bool),
    Revoke(u8),
    Leave,
    Rotate(SectionId),
    Link(u8),
    ProposeToRemove(u8),
    ProposeTransfer(u8),
    Approve(u64),
    /// Lets the person in with all that a transfer asks for.
    AdmitPerson(u8),
    Transfer(u8),
}

impl Step {
    fn changes(&self, chain: &Chain) -> Vec<Change> {
        if let Self::AdmitPerson(n) = *self {
            let person = Hand::new(n);
            let sections = SectionId::STANDARD.iter();
            let grants = sections
                .filter(|section| **section != SectionId::KEYS)
                .map(|section| grant(&person, *section, Access::Write, None));
            return std::iter::once(admit(&person, Role::Person))
                .chain(grants)
                .collect();
        }
        vec![self.change(chain)]
    }

    fn change(&self, chain: &Chain) -> Change {
        match *self {
            Self::Put(section, entry, payload, base) => chain.put(section, entry, payload, &[base]),
            Self::Erase(section, n) => Change::Erase {
                section,
                entry: entry(n),
            },
            Self::Admit(n, role) => admit(&Hand::new(n), role),
            Self::Grant(n, section, access, ends) => grant(
                &Hand::new(n),
                section,
                access,
                if ends { chain.in_days(3) } else { None },
            ),
            Self::Revoke(n) => Change::Revoke {
                member: Hand::new(n).id(),
            },
            Self::Leave => Change::Leave,
            Self::Rotate(section) => chain.rotate(section),
            Self::Link(n) => open_link(&Hand::new(n), LinkKind::Read, chain.in_days(2)),
            Self::ProposeToRemove(n) => Change::Propose {
                what: Proposal::Remove(Hand::new(n).id()),
            },
            Self::ProposeTransfer(n) => Change::Propose {
                what: Proposal::Transfer(Hand::new(n).id()),
            },
            Self::Approve(proposal) => Change::Approve { proposal },
            Self::AdmitPerson(n) => admit(&Hand::new(n), Role::Person),
            Self::Transfer(n) => Change::Transfer {
                to: Hand::new(n).id(),
            },
        }
    }
}

fn step() -> impl Strategy<Value = (u8, Vec<Step>)> {
    let hand = || 1_u8..7;
    // Few enough that a transfer meets somebody who was let in for it.
    let person = || 5_u8..7;
    let change = prop_oneof![
        4 => (section(), 0_u8..6, any::<u8>(), any::<u8>()).prop_map(|(s, e, p, b)| Step::Put(s, e, p, b)),
        1 => (section(), 0_u8..6).prop_map(|(s, e)| Step::Erase(s, e)),
        3 => (hand(), role()).prop_map(|(h, r)| Step::Admit(h, r)),
        4 => (hand(), section(), access(), any::<bool>()).prop_map(|(h, s, a, ends)| Step::Grant(h, s, a, ends)),
        2 => hand().prop_map(Step::Revoke),
        2 => Just(Step::Leave),
        3 => section().prop_map(Step::Rotate),
        1 => hand().prop_map(Step::Link),
        1 => hand().prop_map(Step::ProposeToRemove),
        1 => person().prop_map(Step::ProposeTransfer),
        1 => (1_u64..30).prop_map(Step::Approve),
        3 => person().prop_map(Step::AdmitPerson),
        3 => person().prop_map(Step::Transfer),
    ];
    (hand(), prop::collection::vec(change, 1..5))
}

/// What must be true of any state that the judge let through.
fn sound(state: &State) {
    assert!(!state.guardians().is_empty(), "a guardian");
    for member in state.members.values() {
        for section in member.grants.keys() {
            assert!(
                state.sections.contains_key(section),
                "rights only on sections that are there"
            );
        }
        assert!(
            member.is_account()
                || member
                    .grants
                    .values()
                    .all(|right| right.access == Access::Read)
        );
    }
    for entry in state.entries.values() {
        assert_eq!(
            entry.versions.is_empty(),
            entry.erased.is_some(),
            "erased has no version, the rest has"
        );
    }
}

/// Who kept the carnet before a commit and does not after it wrote it themselves, or every other guardian and they had agreed.
fn nobody_was_turned_out(before: &State, after: &State, author: MemberId) {
    let (were, are) = (before.guardians(), after.guardians());
    let agreed = before.proposals.values().any(|asked| {
        let mut others = were.iter().filter(|guardian| **guardian != author);
        others.all(|guardian| asked.yes.contains(guardian))
    });
    let gone = were.iter().filter(|guardian| !are.contains(guardian));
    for guardian in gone {
        assert!(*guardian == author || agreed, "turned out unasked");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_walk_keeps_the_carnet_sound(steps in prop::collection::vec(step(), 1..30)) {
        let (mut chain, mother) = Chain::new();
        chain.take(&mother, admit_guardian(&Hand::new(2)));
        for (author, wanted) in steps {
            let changes: Vec<Change> = wanted.iter().flat_map(|step| step.changes(&chain)).collect();
            let signed = chain.signed(&Hand::new(author), changes);
            let before = chain.state.clone();
            let judged = apply(&chain.state, &signed);
            prop_assert_eq!(&chain.state, &before, "the judge changes nothing in place");
            if let Ok(next) = judged {
                sound(&next);
                nobody_was_turned_out(&before, &next, Hand::new(author).id());
                prop_assert_eq!(next.seq, before.seq + 1);
                prop_assert_eq!(replay_without_checking_signature(&before, &signed), Ok(next.clone()));
                prop_assert!(apply(&next, &signed).is_err(), "never twice");
                chain.state = next;
            }
        }
    }

    #[test]
    fn hostile_bytes_never_panic(body in prop::collection::vec(any::<u8>(), 0..400)) {
        let (chain, _) = Chain::new();
        let signed = Signed { body, signature: Signature::from_bytes([0; 64]) };
        prop_assert!(apply(&chain.state, &signed).is_err());
        prop_assert!(protocol::apply::open(&signed).is_err());
    }

    #[test]
    fn a_spoilt_byte_is_never_read_as_the_same_commit(at in any::<prop::sample::Index>(), bit in 0_u8..8) {
        let (chain, mother) = Chain::new();
        let signed = chain.signed(&mother, vec![chain.put(SectionId::HEALTH, 1, 10, &[])]);
        let mut body = signed.body.clone();
        let index = at.index(body.len());
        body[index] ^= 1 << bit;
        if let Ok(read) = Body::from_bytes(&body) {
            prop_assert_ne!(&read, &Body::from_bytes(&signed.body).unwrap());
            prop_assert_eq!(read.to_bytes(), body);
        }
    }
}
