//! A carnet as a client builds it: the folded state, and the next commit.

use protocol::apply::{apply, open};
use protocol::carnet::{Envelope, Push, Pushed};
use protocol::change::{Access, Change, FileUse, Put, Role, Sealed};
use protocol::commit::{Body, Commit, FirstKey, Genesis, Signed, sealed_digest};
use protocol::ids::{CarnetId, Digest, EntryId, Nonce, SectionId};
use protocol::paths;
use protocol::signing::Kind;
use protocol::state::State;
use protocol::time::Seconds;
use reqwest::Method;

use super::{Answer, Person, TestServer};

/// A carnet of which one knows everything.
#[derive(Clone)]
pub struct Book {
    pub state: State,
}

/// A commit that is being made.
pub struct Draft {
    pub changes: Vec<Change>,
    pub payloads: Vec<Sealed>,
    pub envelopes: Vec<Envelope>,
}

pub fn genesis(person: &Person, nonce: u8, at: Seconds) -> Push {
    let envelope = Sealed(vec![nonce; 64]);
    let sections = SectionId::STANDARD.map(|section| FirstKey {
        section,
        commitment: Digest::from_bytes([1; 32]),
    });
    let body = Body::Genesis(Genesis {
        nonce: Nonce::from_bytes([nonce; 16]),
        at,
        keys: person.keys.clone(),
        label: Sealed(vec![1]),
        sections: sections.to_vec(),
        envelope: sealed_digest(&envelope.0),
    });
    Push {
        signed: signed(person, &body),
        payloads: Vec::new(),
        envelopes: vec![Envelope {
            member: person.id,
            file: envelope,
        }],
    }
}

pub fn signed(person: &Person, body: &Body) -> Signed {
    let body = body.to_bytes();
    Signed {
        signature: person.sign(Kind::Commit, &body),
        body,
    }
}

impl Book {
    /// Opens a carnet on the server.
    pub async fn open(server: &TestServer, person: &Person) -> Self {
        let push = genesis(person, person.seed, server.now());
        let answer = server
            .cbor(Method::POST, paths::CARNETS, &person.cookie, &push)
            .await;
        let state = open(&push.signed).unwrap();
        let pushed: Pushed = answer.cbor();
        assert_eq!((pushed.seq, pushed.head), (0, state.head));
        Self { state }
    }

    pub fn id(&self) -> CarnetId {
        self.state.carnet
    }

    /// The body of the next commit.
    pub fn body(&self, person: &Person, changes: Vec<Change>, at: Seconds) -> Commit {
        Commit {
            carnet: self.state.carnet,
            seq: self.state.seq + 1,
            parent: self.state.head,
            author: person.id,
            own_last: self
                .state
                .members
                .get(&person.id)
                .and_then(|member| member.last),
            at,
            changes,
        }
    }

    /// The next commit, ready to be pushed.
    pub fn next(&self, person: &Person, draft: Draft, at: Seconds) -> Push {
        let body = Body::Commit(self.body(person, draft.changes, at));
        Push {
            signed: signed(person, &body),
            payloads: draft.payloads,
            envelopes: draft.envelopes,
        }
    }

    pub async fn send(&self, server: &TestServer, person: &Person, push: &Push) -> Answer {
        server
            .cbor(Method::POST, &paths::log(self.id()), &person.cookie, push)
            .await
    }

    /// Pushes, and carries the state on.
    pub async fn push(&mut self, server: &TestServer, person: &Person, draft: Draft) -> Push {
        let push = self.next(person, draft, server.now());
        let answer = self.send(server, person, &push).await;
        self.state = apply(&self.state, &push.signed).unwrap();
        let pushed: Pushed = answer.cbor();
        assert_eq!((pushed.seq, pushed.head), (self.state.seq, self.state.head));
        push
    }

    /// Admits somebody with a right on a section.
    pub async fn admit(
        &mut self,
        server: &TestServer,
        by: &Person,
        who: &Person,
        role: Role,
        rights: &[(SectionId, Access, Option<Seconds>)],
    ) -> Push {
        let envelope = Sealed(vec![who.seed; 80]);
        let mut changes = vec![Change::Admit {
            keys: who.keys.clone(),
            role,
            label: Sealed(vec![2]),
        }];
        changes.extend(rights.iter().map(|(section, access, until)| Change::Grant {
            member: who.id,
            section: *section,
            access: *access,
            until: *until,
            envelope: sealed_digest(&envelope.0),
        }));
        let envelopes = if rights.is_empty() {
            Vec::new()
        } else {
            vec![Envelope {
                member: who.id,
                file: envelope,
            }]
        };
        self.push(
            server,
            by,
            Draft {
                changes,
                payloads: Vec::new(),
                envelopes,
            },
        )
        .await
    }
}

/// A draft with one new entry.
pub fn put(section: SectionId, entry: u8, sealed: &[u8], files: Vec<FileUse>) -> Draft {
    let put = Put {
        section,
        epoch: 0,
        entry: EntryId::from_bytes([entry; 16]),
        base: Vec::new(),
        payload: sealed_digest(sealed),
        size: sealed.len() as u32,
        files,
        source: None,
    };
    Draft {
        changes: vec![Change::Put(put)],
        payloads: vec![Sealed(sealed.to_vec())],
        envelopes: Vec::new(),
    }
}

/// A draft without anything that comes along.
pub fn plain(changes: Vec<Change>) -> Draft {
    Draft {
        changes,
        payloads: Vec::new(),
        envelopes: Vec::new(),
    }
}
