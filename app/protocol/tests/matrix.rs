//! Role × change: who may do what, in one table that is compared whole.
mod common;

use common::*;
use protocol::change::{Access, Change, LinkKind, Proposal, Role};
use protocol::ids::SectionId;

/// A carnet with one member of each sort, all of whom read and (but for links) write daily life.
struct Cast {
    chain: Chain,
    members: Vec<(&'static str, Hand)>,
    aunt: Hand,
    waiting: Hand,
}

fn cast() -> Cast {
    let (mut chain, mother) = Chain::new();
    let (father, person, physio, aunt) = (Hand::new(2), Hand::new(3), Hand::new(4), Hand::new(5));
    let (read, deposit, invitation, waiting) =
        (Hand::new(6), Hand::new(7), Hand::new(8), Hand::new(10));
    let until = chain.in_days(300);
    let mut changes = admit_guardian(&father);
    for (hand, role, until) in [
        (&person, Role::Person, None),
        (&physio, Role::Professional, until),
        (&aunt, Role::Relative, None),
    ] {
        changes.push(admit(hand, role));
        changes.push(grant(hand, SectionId::DAILY, Access::Write, until));
    }
    changes.push(open_link(&read, LinkKind::Read, until));
    changes.push(grant(&read, SectionId::DAILY, Access::Read, until));
    changes.push(open_link(&deposit, LinkKind::Deposit, until));
    changes.push(open_link(
        &invitation,
        LinkKind::Invitation(Role::Guardian),
        until,
    ));
    let joins = Hand::new(11);
    changes.push(open_link(
        &joins,
        LinkKind::Invitation(Role::Guardian),
        until,
    ));
    chain.take(&mother, changes);
    chain.take(
        &joins,
        vec![
            admit(&waiting, Role::Guardian),
            Change::Revoke { member: joins.id() },
        ],
    );
    chain.take(&aunt, vec![chain.put(SectionId::DAILY, 1, 10, &[])]);
    let waiting_again = Hand::new(10);
    let members = vec![
        ("guardian", mother),
        ("unconfirmed guardian", waiting_again),
        ("person", person),
        ("professional", physio),
        ("relative", Hand::new(5)),
        ("read link", read),
        ("deposit link", deposit),
        ("invitation", invitation),
        ("stranger", Hand::new(12)),
    ];
    Cast {
        chain,
        members,
        aunt,
        waiting,
    }
}

fn attempts(cast: &Cast) -> Vec<(&'static str, Change)> {
    let chain = &cast.chain;
    let newcomer = Hand::new(20);
    let until = chain.in_days(100);
    let private = SectionId::private([1; 15]);
    vec![
        (
            "put where it writes",
            chain.put(SectionId::DAILY, 7, 70, &[]),
        ),
        ("put elsewhere", chain.put(SectionId::HEALTH, 8, 80, &[])),
        (
            "erase the relative's",
            Change::Erase {
                section: SectionId::DAILY,
                entry: entry(1),
            },
        ),
        ("admit", admit(&newcomer, Role::Relative)),
        (
            "grant",
            grant(&cast.aunt, SectionId::HEALTH, Access::Read, None),
        ),
        (
            "extend",
            Change::Extend {
                member: cast.aunt.id(),
                section: SectionId::DAILY,
                until,
            },
        ),
        (
            "ungrant the relative",
            Change::Ungrant {
                member: cast.aunt.id(),
                section: SectionId::DAILY,
            },
        ),
        (
            "revoke the relative",
            Change::Revoke {
                member: cast.aunt.id(),
            },
        ),
        (
            "revoke a guardian",
            Change::Revoke {
                member: Hand::new(2).id(),
            },
        ),
        ("leave", Change::Leave),
        (
            "replace",
            Change::Replace {
                keys: newcomer.keys.clone(),
                label: label("x"),
                envelope: digest(1),
            },
        ),
        ("rotate", chain.rotate(SectionId::DAILY)),
        (
            "compartment",
            Change::Compartment {
                section: private,
                commitment: digest(1),
                label: label("x"),
                envelope: digest(2),
            },
        ),
        ("open a link", open_link(&newcomer, LinkKind::Read, until)),
        (
            "close a link",
            Change::Close {
                link: Hand::new(6).id(),
            },
        ),
        (
            "device",
            Change::Device {
                key: Some(vec![1; 65]),
            },
        ),
        (
            "propose",
            Change::Propose {
                what: Proposal::EraseCarnet,
            },
        ),
        (
            "transfer",
            Change::Transfer {
                to: Hand::new(3).id(),
            },
        ),
        (
            "confirm",
            Change::Confirm {
                member: cast.waiting.id(),
            },
        ),
    ]
}

#[test]
fn role_by_change() {
    let cast = cast();
    let mut table = String::new();
    for (change_name, change) in attempts(&cast) {
        table += &format!("{change_name}\n");
        for (member_name, hand) in &cast.members {
            let verdict = match cast.chain.judge(hand, vec![change.clone()]) {
                Ok(_) => "yes".to_owned(),
                Err(refusal) => refusal.to_string(),
            };
            table += &format!("    {member_name:<22}{verdict}\n");
        }
    }
    insta::assert_snapshot!(table);
}
