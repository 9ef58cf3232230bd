//! Members with real keys, and a chain that they write: what every test of the judge starts from.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(dead_code, reason = "each test binary uses its own part")]

use ed25519_dalek::{Signer, SigningKey};
use protocol::apply::{apply, open};
use protocol::change::{Access, Change, LinkKind, Put, Reader, Role, Rotate, Sealed};
use protocol::commit::{Body, Commit, FirstKey, Genesis, Signed};
use protocol::ids::{self, Digest, EntryId, MemberId, Nonce, SectionId, Signature};
use protocol::keys::{MemberKeys, Recipient};
use protocol::refusal::Refusal;
use protocol::signing::Kind;
use protocol::state::State;
use protocol::time::{DAY, Seconds};

/// The date of every genesis here.
pub const START: u64 = 1_700_000_000;

/// Somebody with a signing key. Its recipient is made up: the judge never seals.
pub struct Hand {
    key: SigningKey,
    pub keys: MemberKeys,
}

impl Hand {
    pub fn new(seed: u8) -> Self {
        let key = SigningKey::from_bytes(&[seed; 32]);
        let signing = ids::SigningKey::from_bytes(key.verifying_key().to_bytes());
        let recipient = Recipient::from_slice(&[seed; Recipient::LEN]).unwrap();
        Self {
            key,
            keys: MemberKeys { signing, recipient },
        }
    }

    pub fn id(&self) -> MemberId {
        self.keys.member_id()
    }

    pub fn sign_as(&self, kind: Kind, body: Vec<u8>) -> Signed {
        let signature = Signature::from_bytes(self.key.sign(&kind.message(&body)).to_bytes());
        Signed { body, signature }
    }

    pub fn sign(&self, body: &Body) -> Signed {
        self.sign_as(Kind::Commit, body.to_bytes())
    }
}

pub fn digest(n: u8) -> Digest {
    Digest::from_bytes([n; 32])
}

pub fn entry(n: u8) -> EntryId {
    EntryId::from_bytes([n; 16])
}

pub fn label(text: &str) -> Sealed {
    Sealed(text.as_bytes().to_vec())
}

pub fn genesis(hand: &Hand) -> Genesis {
    Genesis {
        nonce: Nonce::from_bytes([1; 16]),
        at: Seconds(START),
        keys: hand.keys.clone(),
        label: label("maman"),
        sections: SectionId::STANDARD
            .iter()
            .map(|section| FirstKey {
                section: *section,
                commitment: digest(0),
            })
            .collect(),
        envelope: digest(9),
    }
}

/// A carnet whose first guardian is `Hand::new(1)`.
pub struct Chain {
    pub state: State,
}

impl Chain {
    pub fn new() -> (Self, Hand) {
        let hand = Hand::new(1);
        let signed = hand.sign(&Body::Genesis(genesis(&hand)));
        (
            Self {
                state: open(&signed).unwrap(),
            },
            hand,
        )
    }

    pub fn commit(&self, author: &Hand, changes: Vec<Change>) -> Commit {
        let own_last = self
            .state
            .members
            .get(&author.id())
            .and_then(|member| member.last);
        Commit {
            carnet: self.state.carnet,
            seq: self.state.seq + 1,
            parent: self.state.head,
            author: author.id(),
            own_last,
            at: self.state.at.plus(60),
            changes,
        }
    }

    pub fn signed(&self, author: &Hand, changes: Vec<Change>) -> Signed {
        author.sign(&Body::Commit(self.commit(author, changes)))
    }

    /// What the judge says, without taking it.
    pub fn judge(&self, author: &Hand, changes: Vec<Change>) -> Result<State, Refusal> {
        apply(&self.state, &self.signed(author, changes))
    }

    /// Takes it; a refusal fails the test.
    pub fn take(&mut self, author: &Hand, changes: Vec<Change>) -> &mut Self {
        self.state = self.judge(author, changes).unwrap();
        self
    }

    pub fn refuses(&self, author: &Hand, changes: Vec<Change>, why: Refusal) {
        assert_eq!(self.judge(author, changes).err(), Some(why));
    }

    /// Lets time pass by moving the last commit's date.
    pub fn wait(&mut self, seconds: u64) -> &mut Self {
        self.state.at = self.state.at.plus(seconds);
        self
    }

    pub fn in_days(&self, days: u64) -> Option<Seconds> {
        Some(self.state.at.plus(days * DAY))
    }

    pub fn put(&self, section: SectionId, id: u8, payload: u8, base: &[u8]) -> Change {
        let epoch = self
            .state
            .sections
            .get(&section)
            .map_or(0, |section| section.epoch);
        Change::Put(Put {
            section,
            epoch,
            entry: entry(id),
            base: base.iter().map(|n| digest(*n)).collect(),
            payload: digest(payload),
            size: 300,
            files: vec![],
            source: None,
        })
    }

    /// The rotation that follows from the state, as an honest client makes it.
    pub fn rotate(&self, section: SectionId) -> Change {
        self.rotate_without(section, &[])
    }

    /// The same after members went in the same commit.
    pub fn rotate_without(&self, section: SectionId, gone: &[MemberId]) -> Change {
        let at = self.state.at.plus(60);
        let readers = self
            .state
            .readers(section, at)
            .into_iter()
            .filter(|member| !gone.contains(member));
        Change::Rotate(Rotate {
            section,
            epoch: self.state.sections.get(&section).unwrap().epoch + 1,
            commitment: digest(77),
            back: Some(label("previous key, sealed")),
            readers: readers
                .map(|member| Reader {
                    member,
                    envelope: digest(8),
                })
                .collect(),
        })
    }
}

pub fn admit(hand: &Hand, role: Role) -> Change {
    Change::Admit {
        keys: hand.keys.clone(),
        role,
        label: label("somebody"),
    }
}

pub fn grant(hand: &Hand, section: SectionId, access: Access, until: Option<Seconds>) -> Change {
    Change::Grant {
        member: hand.id(),
        section,
        access,
        until,
        envelope: digest(8),
    }
}

pub fn open_link(hand: &Hand, kind: LinkKind, until: Option<Seconds>) -> Change {
    Change::Open {
        keys: hand.keys.clone(),
        kind,
        until: until.unwrap(),
        label: label("a link"),
    }
}

/// A second guardian with everything, as one honest commit makes it.
pub fn admit_guardian(hand: &Hand) -> Vec<Change> {
    let grants = SectionId::STANDARD
        .iter()
        .map(|section| grant(hand, *section, Access::Write, None));
    std::iter::once(admit(hand, Role::Guardian))
        .chain(grants)
        .collect()
}
