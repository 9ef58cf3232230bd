//! Every kind of change × role × section, pushed to the real server: it lets in what the judge lets in, refuses the rest by the
//! judge's own word, and tells whoever is not in the carnet nothing, whether there is one or not.

use protocol::apply::apply;
use protocol::carnet::Envelope;
use protocol::change::{Access, Change, LinkKind, Proposal, Put, Reader, Role, Rotate, Sealed};
use protocol::commit::{Body, sealed_digest};
use protocol::ids::{CarnetId, Digest, EntryId, MemberId, SectionId};
use protocol::refusal::Refusal;
use protocol::state::State;
use protocol::time::{DAY, Seconds};

use crate::support::carnet::{Draft, genesis, plain, signed};
use crate::support::link::JWE;
use crate::support::{Answer, Book, Person, TestServer};

/// The bytes of every key envelope here: nobody opens them.
const KEYS: [u8; 80] = [8; 80];
/// What the person made.
const CORNER: SectionId = SectionId::private([1; 15]);

/// People with accounts, and the links of a carnet; the same in every carnet of this test.
struct Cast {
    server: TestServer,
    people: Vec<(&'static str, Person)>,
    father: Person,
    urgent: Person,
    /// For invitations to let in.
    joining: Person,
}

impl Cast {
    async fn gather() -> Self {
        let server = TestServer::start_with("account_carnets = 1000").await;
        let mut people = Vec::new();
        for (seed, name) in [
            (1, "guardian"),
            (2, "unconfirmed guardian"),
            (3, "person"),
            (4, "professional"),
            (5, "relative"),
            (6, "removed"),
            (7, "stranger"),
        ] {
            people.push((name, Person::join(&server, seed).await));
        }
        for (seed, name) in [(60, "read link"), (61, "deposit link"), (62, "invitation")] {
            people.push((name, Person::new(seed)));
        }
        let father = Person::join(&server, 8).await;
        Self {
            server,
            people,
            father,
            urgent: Person::new(63),
            joining: Person::new(64),
        }
    }

    fn who(&self, name: &str) -> &Person {
        let found = self.people.iter().find(|(role, _)| *role == name);
        &found.unwrap().1
    }

    /// A carnet with somebody of every role, something in every section, and a question that waits for an answer.
    async fn carnet(&self) -> Book {
        let server = &self.server;
        // Each carnet is dated a second after the one before, and so is another one.
        server.wait(1);
        let now = server.now();
        let (mother, waiting) = (self.who("guardian"), self.who("unconfirmed guardian"));
        let (person, removed) = (self.who("person"), self.who("removed"));
        let push = genesis(mother, mother.seed, now);
        server
            .cbor(
                reqwest::Method::POST,
                protocol::paths::CARNETS,
                &mother.cookie,
                &push,
            )
            .await
            .is_fine();
        let mut book = Book {
            state: protocol::apply::open(&push.signed).unwrap(),
        };
        let year = now.plus(365 * DAY);
        let write = |section| (section, Access::Write);
        let everything: Vec<_> = SectionId::STANDARD.into_iter().map(write).collect();
        type Right<'a> = (&'a Person, Role, Vec<(SectionId, Access)>, Option<Seconds>);
        let rights: [Right<'_>; 5] = [
            (&self.father, Role::Guardian, everything, None),
            (
                person,
                Role::Person,
                vec![write(SectionId::HEALTH), (SectionId::SCHOOL, Access::Read)],
                None,
            ),
            (
                self.who("professional"),
                Role::Professional,
                vec![write(SectionId::HEALTH), (SectionId::DAILY, Access::Read)],
                Some(year),
            ),
            (
                self.who("relative"),
                Role::Relative,
                vec![write(SectionId::DAILY), (SectionId::TEAM, Access::Read)],
                Some(year),
            ),
            (removed, Role::Relative, Vec::new(), None),
        ];
        let mut changes = Vec::new();
        for (who, role, sections, until) in rights {
            changes.push(admit(who, role));
            let given = sections.into_iter();
            changes.extend(given.map(|(section, access)| grant(who.id, section, access, until)));
        }
        changes.push(Change::Revoke { member: removed.id });
        let guardian = LinkKind::Invitation(Role::Guardian);
        for (link, kind) in [
            (self.who("read link"), LinkKind::Read),
            (self.who("deposit link"), LinkKind::Deposit),
            (self.who("invitation"), guardian),
            (&self.urgent, LinkKind::Urgent),
            (&self.joining, guardian),
        ] {
            changes.push(open(link, kind, now));
        }
        changes.extend(
            SectionId::STANDARD
                .into_iter()
                .enumerate()
                .map(|(place, section)| put(&book.state, section, place as u8)),
        );
        self.take(&mut book, mother, mother, changes).await;
        let joins = vec![
            admit(waiting, Role::Guardian),
            Change::Revoke {
                member: self.joining.id,
            },
        ];
        self.take(&mut book, &self.joining, waiting, joins).await;
        let corner = compartment(CORNER);
        self.take(&mut book, person, person, vec![corner]).await;
        let erase = Change::Propose {
            what: Proposal::EraseCarnet,
        };
        self.take(&mut book, &self.father, &self.father, vec![erase])
            .await;
        book
    }

    /// Pushes a commit that is let in.
    async fn take(&self, book: &mut Book, author: &Person, sender: &Person, changes: Vec<Change>) {
        let push = book.next(author, whole(author, changes), self.server.now());
        book.send(&self.server, sender, &push).await.is_fine();
        book.state = apply(&book.state, &push.signed).unwrap();
    }

    /// Everything that somebody may try, by name, and where.
    fn attempts(&self, state: &State) -> Vec<(String, Change)> {
        let now = self.server.now();
        let (relative, father) = (self.who("relative").id, self.father.id);
        let newcomer = Person::new(90);
        let year = Some(now.plus(300 * DAY));
        let mut all = Vec::new();
        for (place, section) in SectionId::STANDARD.into_iter().chain([CORNER]).enumerate() {
            let mut at = |what: &str, change| all.push((format!("{what} {section}"), change));
            let entry = EntryId::from_bytes([place as u8; 16]);
            at("put", put(state, section, 100));
            at("erase", Change::Erase { section, entry });
            at("grant", grant(relative, section, Access::Read, year));
            at("lessen", grant(father, section, Access::Read, None));
            for member in [relative, father] {
                at(
                    "extend",
                    Change::Extend {
                        member,
                        section,
                        until: year,
                    },
                );
                at("ungrant", Change::Ungrant { member, section });
            }
            at("rotate", rotate(state, section, now));
        }
        let mut add = |what: &str, change| all.push((what.to_owned(), change));
        for role in [
            Role::Guardian,
            Role::Person,
            Role::Professional,
            Role::Relative,
        ] {
            add("admit", admit(&newcomer, role));
        }
        for kind in [
            LinkKind::Invitation(Role::Relative),
            LinkKind::Read,
            LinkKind::Deposit,
            LinkKind::Urgent,
        ] {
            add("open", open(&newcomer, kind, now));
        }
        let link = self.who("read link").id;
        add("close", Change::Close { link });
        for member in [relative, father] {
            add("revoke", Change::Revoke { member });
        }
        let replace = Change::Replace {
            keys: newcomer.keys.clone(),
            label: Sealed(vec![2]),
            envelope: sealed_digest(&KEYS),
        };
        add("replace", replace);
        add("compartment", compartment(SectionId::private([2; 15])));
        let sheet = Change::Sheet {
            link: self.urgent.id,
            built_from: state.seq,
            digest: sealed_digest(JWE.as_bytes()),
        };
        add("sheet", sheet);
        add("device", Change::Device { key: None });
        let (person, new) = (self.who("person").id, self.who("guardian").id);
        for what in [
            Proposal::EraseCarnet,
            Proposal::Remove(father),
            Proposal::Transfer(person),
            Proposal::Readmit { old: father, new },
        ] {
            add("propose", Change::Propose { what });
        }
        let proposal = state.seq;
        add("approve", Change::Approve { proposal });
        add("oppose", Change::Oppose { proposal });
        add("transfer", Change::Transfer { to: person });
        let member = self.who("unconfirmed guardian").id;
        add("confirm", Change::Confirm { member });
        add("leave", Change::Leave);
        all
    }

    /// Pushes one change by somebody: by their own session, or a stranger's for those who have none.
    async fn tries(&self, book: &Book, who: &Person, change: &Change) -> Answer {
        let push = book.next(who, whole(who, vec![change.clone()]), self.server.now());
        let sender = match who.cookie.as_str() {
            "" => self.who("stranger"),
            _ => who,
        };
        book.send(&self.server, sender, &push).await
    }
}

fn admit(who: &Person, role: Role) -> Change {
    Change::Admit {
        keys: who.keys.clone(),
        role,
        label: Sealed(vec![2]),
    }
}

fn grant(member: MemberId, section: SectionId, access: Access, until: Option<Seconds>) -> Change {
    Change::Grant {
        member,
        section,
        access,
        until,
        envelope: sealed_digest(&KEYS),
    }
}

fn open(link: &Person, kind: LinkKind, now: Seconds) -> Change {
    Change::Open {
        keys: link.keys.clone(),
        kind,
        until: now.plus(30 * DAY),
        label: Sealed(vec![3]),
    }
}

fn compartment(section: SectionId) -> Change {
    Change::Compartment {
        section,
        commitment: Digest::from_bytes([1; 32]),
        label: Sealed(vec![4]),
        envelope: sealed_digest(&KEYS),
    }
}

fn put(state: &State, section: SectionId, entry: u8) -> Change {
    let sealed = [entry; 30];
    Change::Put(Put {
        section,
        epoch: state.sections.get(&section).map_or(0, |known| known.epoch),
        entry: EntryId::from_bytes([entry; 16]),
        base: Vec::new(),
        payload: sealed_digest(&sealed),
        size: sealed.len() as u32,
        files: Vec::new(),
        source: None,
    })
}

fn rotate(state: &State, section: SectionId, now: Seconds) -> Change {
    let readers = state.readers(section, now).into_iter();
    Change::Rotate(Rotate {
        section,
        epoch: state.sections[&section].epoch + 1,
        commitment: Digest::from_bytes([5; 32]),
        back: Some(Sealed(vec![6; 40])),
        readers: readers
            .map(|member| Reader {
                member,
                envelope: sealed_digest(&KEYS),
            })
            .collect(),
    })
}

/// A draft with all that its changes name.
fn whole(author: &Person, changes: Vec<Change>) -> Draft {
    let (mut payloads, mut readers) = (Vec::new(), Vec::new());
    for change in &changes {
        match change {
            Change::Put(put) => payloads.push(Sealed(vec![put.entry.as_bytes()[0]; 30])),
            Change::Sheet { .. } => payloads.push(Sealed(JWE.as_bytes().to_vec())),
            Change::Grant { member, .. } => readers.push(*member),
            Change::Rotate(rotate) => {
                readers.extend(rotate.readers.iter().map(|reader| reader.member));
            }
            Change::Compartment { .. } => readers.push(author.id),
            Change::Replace { keys, .. } => readers.push(keys.member_id()),
            _ => {}
        }
    }
    readers.sort_unstable();
    readers.dedup();
    let envelope = |member| Envelope {
        member,
        file: Sealed(KEYS.to_vec()),
    };
    Draft {
        payloads,
        envelopes: readers.into_iter().map(envelope).collect(),
        ..plain(changes)
    }
}

#[tokio::test]
async fn the_server_lets_in_what_the_judge_lets_in_and_nothing_else() {
    let cast = Cast::gather().await;
    let mut book = cast.carnet().await;
    let (mut let_in, mut refused) = (0, 0);
    for (place, (what, _)) in cast.attempts(&book.state).into_iter().enumerate() {
        for (role, who) in &cast.people {
            let change = &cast.attempts(&book.state)[place].1;
            let is_member = book.state.members.contains_key(&who.id) && !who.cookie.is_empty();
            let body = Body::Commit(book.body(who, vec![change.clone()], cast.server.now()));
            let judged = apply(&book.state, &signed(who, &body));
            let answer = cast.tries(&book, who, change).await;
            match judged {
                Ok(after) => {
                    assert!(is_member, "{what} by {role}");
                    answer.is_fine();
                    let_in += 1;
                    assert_eq!(after.seq, book.state.seq + 1);
                    // What comes next is tried where this did not happen.
                    book = cast.carnet().await;
                }
                Err(refusal) => {
                    let said = if is_member {
                        refusal
                    } else {
                        Refusal::NotFound
                    };
                    assert_eq!(answer.refusal(), said, "{what} by {role}");
                    refused += 1;
                }
            }
        }
    }
    // Not a table of refusals alone, nor of none.
    assert!(let_in > 80 && refused > 600, "{let_in} {refused}");
}

#[tokio::test]
async fn no_kind_of_change_tells_outsiders_whether_there_is_a_carnet() {
    let cast = Cast::gather().await;
    let book = cast.carnet().await;
    let mut none = book.clone();
    none.state.carnet = CarnetId::from_bytes([250; 32]);
    for (what, change) in cast.attempts(&book.state) {
        for (role, who) in &cast.people {
            if book.state.members.contains_key(&who.id) && !who.cookie.is_empty() {
                continue;
            }
            let there = cast.tries(&book, who, &change).await;
            let absent = cast.tries(&none, who, &change).await;
            assert_eq!(there.refusal(), Refusal::NotFound, "{what} by {role}");
            assert_eq!(
                (there.status, there.body),
                (absent.status, absent.body),
                "{what} by {role}"
            );
        }
    }
}
