//! A log that goes through its image is the same log.

use protocol::change::{Access, Change, LinkKind, Put, Role, Sealed};
use protocol::commit::{Body, Commit, FirstKey, Genesis, Signed};
use protocol::ids::{Digest, EntryId, Nonce, SectionId};
use protocol::signing::Kind;
use protocol::time::{Seconds, YEAR};
use sealing::member_label::Subject;
use sealing::root::Root;
use sealing::section_keys::FirstKeys;

use super::Log;
use crate::carnet::Carnet;
use crate::trouble::{Trouble, What};

fn signed(root: &Root, body: &Body) -> Signed {
    let body = body.to_bytes();
    Signed {
        signature: root.sign(Kind::Commit, &body),
        body,
    }
}

fn begin(root: &Root) -> Log {
    let digest = Digest::from_bytes([1; 32]);
    let first = |section| FirstKey {
        section,
        commitment: digest,
    };
    let genesis = Genesis {
        nonce: Nonce::from_bytes([2; 16]),
        at: Seconds(1_000),
        keys: root.public().clone(),
        label: Sealed(vec![3]),
        sections: SectionId::STANDARD.map(first).to_vec(),
        envelope: digest,
    };
    Log::open(&signed(root, &Body::Genesis(genesis)), root.id()).unwrap()
}

fn next(log: &Log, root: &Root, changes: Vec<Change>) -> Signed {
    let commit = Commit {
        carnet: log.state.carnet,
        seq: log.state.seq + 1,
        parent: log.state.head,
        author: root.id(),
        own_last: log.state.members[&root.id()].last,
        at: Seconds(2_000),
        changes,
    };
    signed(root, &Body::Commit(commit))
}

fn put(entry: u8, payload: u8) -> Change {
    Change::Put(Put {
        section: SectionId::HEALTH,
        epoch: 0,
        entry: EntryId::from_bytes([entry; 16]),
        base: Vec::new(),
        payload: Digest::from_bytes([payload; 32]),
        size: 10,
        files: Vec::new(),
        source: None,
    })
}

#[test]
fn an_image_keeps_everything() {
    let (root, friend, link) = (Root::make(), Root::make(), Root::make());
    let mut log = begin(&root);
    let changes = vec![
        put(1, 1),
        put(1, 2),
        put(2, 3),
        Change::Erase {
            section: SectionId::HEALTH,
            entry: EntryId::from_bytes([2; 16]),
        },
        Change::Admit {
            keys: friend.public().clone(),
            role: Role::Relative,
            label: Sealed(vec![5]),
        },
        Change::Grant {
            member: friend.id(),
            section: SectionId::HEALTH,
            access: Access::Read,
            until: Some(Seconds(9_000)),
            envelope: Digest::from_bytes([6; 32]),
        },
        Change::Open {
            keys: link.public().clone(),
            kind: LinkKind::Invitation(Role::Professional),
            until: Seconds(YEAR),
            label: Sealed(vec![7]),
        },
        Change::Device {
            key: Some(vec![8; 32]),
        },
        Change::Propose {
            what: protocol::change::Proposal::Transfer(friend.id()),
        },
    ];
    // The relative is not the person: such a proposal is refused, and the log stays as it was.
    let before = log.head();
    assert!(
        log.take(&next(&log, &root, changes.clone()), Seconds(2_000))
            .is_err()
    );
    assert_eq!(log.head(), before);

    let touched = log
        .take(&next(&log, &root, changes[..8].to_vec()), Seconds(2_000))
        .unwrap();
    assert_eq!(touched.len(), 4);
    let image = log.to_image();
    let back = Log::from_image(&image, log.state.carnet, root.id()).unwrap();
    assert_eq!(back.state, log.state);
    assert_eq!(back.facts.puts, log.facts.puts);
    assert_eq!(back.facts.commitments, log.facts.commitments);
    assert_eq!(back.facts.envelopes, log.facts.envelopes);
    assert_eq!(back.facts.names, log.facts.names);
    assert_eq!(back.to_image(), image);
    assert!(
        Log::from_image(&image, log.state.carnet, friend.id()).is_none(),
        "another member's image is refused"
    );
    assert!(Log::from_image(&image[..image.len() - 1], log.state.carnet, root.id()).is_none());

    let more = next(&log, &root, vec![put(3, 9)]);
    let mut back = back;
    log.take(&more, Seconds(2_000)).unwrap();
    back.take(&more, Seconds(2_000)).unwrap();
    assert_eq!(back.state, log.state);
}

#[test]
fn a_commit_dated_ahead_of_when_the_server_says_it_came_is_refused() {
    let root = Root::make();
    let mut log = begin(&root);
    let commit = next(&log, &root, vec![put(1, 1)]);
    let before = log.head();
    let came = Seconds(2_000 - protocol::limits::AHEAD);
    assert_eq!(
        log.take(&commit, Seconds(came.0 - 1)),
        Err(Trouble::Forged(What::Commit(1)))
    );
    assert_eq!(log.head(), before);
    log.take(&commit, came).unwrap();
}

#[test]
fn nobody_gives_themselves_another_name_with_new_keys() {
    let (root, friend, heir) = (Root::make(), Root::make(), Root::make());
    let keys = FirstKeys::make();
    let genesis = Genesis {
        nonce: Nonce::from_bytes([2; 16]),
        at: Seconds(1_000),
        keys: root.public().clone(),
        label: Sealed(keys.seal_label(root.id(), "Maman").unwrap()),
        sections: keys.first_keys(),
        envelope: Digest::from_bytes([1; 32]),
    };
    let log = Log::open(&signed(&root, &Body::Genesis(genesis)), root.id()).unwrap();
    let id = log.state.carnet;
    let mut carnet = Carnet::new(id, root.id(), log);
    carnet.ring = keys.born(id);
    let called = |carnet: &Carnet, of: &Root, name: &str| {
        let subject = Subject::Member(of.id());
        Sealed(
            carnet
                .ring
                .seal_label(SectionId::TEAM, subject, name)
                .unwrap(),
        )
    };
    let admit = Change::Admit {
        keys: friend.public().clone(),
        role: Role::Relative,
        label: called(&carnet, &friend, "Zoé"),
    };
    let admit = next(&carnet.log, &root, vec![admit]);
    carnet.log.take(&admit, Seconds(2_000)).unwrap();
    let replace = Change::Replace {
        keys: heir.public().clone(),
        label: called(&carnet, &heir, "Maman"),
        envelope: Digest::from_bytes([6; 32]),
    };
    let replace = next(&carnet.log, &friend, vec![replace]);
    carnet.log.take(&replace, Seconds(2_000)).unwrap();
    assert_eq!(carnet.label(heir.id()), "Zoé");
    let image = carnet.log.to_image();
    carnet.log = Log::from_image(&image, id, root.id()).unwrap();
    assert_eq!(carnet.label(heir.id()), "Zoé");
    assert_eq!(carnet.label(root.id()), "Maman");
}
