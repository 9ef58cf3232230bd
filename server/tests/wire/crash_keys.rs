//! The real program, killed without warning between the steps of rotations and of deposits: each is there whole, with its keys
//! or its files, or not at all; and none that was acknowledged is lost.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use protocol::apply::apply;
use protocol::carnet::{Envelope, Pulled};
use protocol::change::{Access, Change, FileUse, LinkKind, Reader, Role, Rotate, Sealed};
use protocol::commit::{Body, sealed_digest};
use protocol::deposit::deposit_digest;
use protocol::ids::{BlobId, CarnetId, Digest, MemberId, SectionId};
use protocol::paths;
use protocol::time::DAY;
use protocol::tray::{Inbox, PushDeposit, SetTray, TrayEnd, TrayState, access_hash};
use reqwest::{Client, Method};

use crate::crash::{Program, begin, check, now, send};
use crate::support::carnet::{Draft, plain, put};
use crate::support::link::{bearer, token};
use crate::support::server::client;
use crate::support::{Book, Person};

/// How many times it is killed, unless `CARNET_TEST_KILLS` says otherwise.
const KILLS: u32 = 4;

/// Sent in two halves; a first one of less than 64 KiB would not be worth keeping.
const FILE: usize = 140_000;

/// Who is in it, and what is known of it.
#[derive(Clone)]
struct Scene {
    client: Client,
    anne: Person,
    bea: Person,
    link: Person,
    book: Arc<Mutex<Book>>,
    last: Arc<Mutex<Option<TrayEnd>>>,
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rotation_or_a_deposit_is_whole_or_not_there_when_the_program_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let client = client();
    let program = Program::start(data);
    let (mut anne, book) = begin(&client, &program.base).await;
    anne.cookie = anne.cookie.split(';').next().unwrap().to_owned();
    let scene = Scene {
        client,
        anne,
        bea: Person::new(2),
        link: Person::new(60),
        book: Arc::new(Mutex::new(book)),
        last: Arc::default(),
    };
    scene.open(&program.base).await;
    program.kill();
    let kills = std::env::var("CARNET_TEST_KILLS").map_or(KILLS, |kills| kills.parse().unwrap());
    let before = scene.book.lock().unwrap().state.seq;
    for kill in 0..kills {
        let program = Program::start(data);
        let base = program.base.clone();
        let rotating = tokio::spawn(scene.clone().rotate_on(base.clone()));
        let leaving = tokio::spawn(scene.clone().leave_on(base, kill));
        tokio::time::sleep(Duration::from_millis(250 + 70 * u64::from(kill % 5))).await;
        program.kill();
        rotating.await.unwrap();
        leaving.await.unwrap();
        check(data);
        let program = Program::start(data);
        scene.keys_came_with_their_rotation(&program.base).await;
        scene.files_came_with_their_deposit(&program.base).await;
        program.kill();
    }
    let after = scene.book.lock().unwrap().state.seq;
    assert!(
        after > before + u64::from(kills),
        "hardly anything was rotated"
    );
    assert!(scene.last.lock().unwrap().is_some(), "nothing was left");
}

impl Scene {
    fn id(&self) -> CarnetId {
        self.book.lock().unwrap().id()
    }

    /// A second reader of health, and a tray.
    async fn open(&self, base: &str) {
        let envelope = Sealed(vec![2; 80]);
        let admit = Draft {
            changes: vec![
                Change::Admit {
                    keys: self.bea.keys.clone(),
                    role: Role::Relative,
                    label: Sealed(vec![2]),
                },
                Change::Grant {
                    member: self.bea.id,
                    section: SectionId::HEALTH,
                    access: Access::Read,
                    until: None,
                    envelope: sealed_digest(&envelope.0),
                },
                Change::Open {
                    keys: self.link.keys.clone(),
                    kind: LinkKind::Deposit,
                    until: now().plus(30 * DAY),
                    label: Sealed(vec![3]),
                },
            ],
            payloads: Vec::new(),
            envelopes: vec![Envelope {
                member: self.bea.id,
                file: envelope,
            }],
        };
        assert!(self.push(base, admit).await);
        let set = SetTray {
            access: access_hash(&token(&self.link)),
            room: None,
        };
        let path = paths::link_tray(self.id(), self.link.id);
        let body = serde_json::to_vec(&set).unwrap();
        let headers = [
            ("content-type", "application/json"),
            ("cookie", self.anne.cookie.as_str()),
        ];
        let set = send(&self.client, base, (Method::PUT, &path, body), &headers).await;
        assert!(set.is_some_and(|(status, ..)| status < 300));
    }

    /// Pushes one commit. False once the program is dead.
    async fn push(&self, base: &str, draft: Draft) -> bool {
        let mut next = self.book.lock().unwrap().clone();
        let push = next.next(&self.anne, draft, now().max(next.state.at));
        let headers = [
            ("content-type", "application/cbor"),
            ("cookie", self.anne.cookie.as_str()),
        ];
        let path = paths::log(next.id());
        let body = protocol::cbor::encode(&push);
        match send(&self.client, base, (Method::POST, &path, body), &headers).await {
            Some((200, ..)) => next.state = apply(&next.state, &push.signed).unwrap(),
            Some((status, body, _)) => panic!("{status} {}", String::from_utf8_lossy(&body)),
            None => return false,
        }
        *self.book.lock().unwrap() = next;
        true
    }

    /// Rotates and writes in the new epoch, until the program is dead.
    async fn rotate_on(self, base: String) {
        loop {
            let rotation = rotation(&self.book.lock().unwrap(), [self.anne.id, self.bea.id]);
            if !self.push(&base, rotation).await {
                return;
            }
            let draft = {
                let book = self.book.lock().unwrap();
                let text = format!("after {}", book.state.seq);
                let mut draft = put(SectionId::HEALTH, 1, text.as_bytes(), Vec::new());
                if let Change::Put(put) = &mut draft.changes[0] {
                    let mut entry = [9; 16];
                    entry[..8].copy_from_slice(&book.state.seq.to_be_bytes());
                    put.entry = protocol::ids::EntryId::from_bytes(entry);
                    put.epoch = book.state.sections[&SectionId::HEALTH].epoch;
                }
                draft
            };
            if !self.push(&base, draft).await {
                return;
            }
        }
    }

    /// Every rotation that is in the log brings the keys that it names, to each reader its own.
    async fn keys_came_with_their_rotation(&self, base: &str) {
        let from = self.book.lock().unwrap().clone();
        let path = format!("{}?from={}", paths::log(from.id()), from.state.seq);
        let headers = [("cookie", self.anne.cookie.as_str())];
        let request = (Method::GET, path.as_str(), Vec::new());
        let (status, body, _) = send(&self.client, base, request, &headers).await.unwrap();
        assert_eq!(status, 200);
        let pulled: Pulled = protocol::cbor::decode(&body).unwrap();
        assert_eq!(
            pulled.commits[0].signed.digest(),
            from.state.head,
            "an acknowledged commit is lost"
        );
        let came: Vec<Digest> = pulled
            .envelopes
            .iter()
            .map(|sealed| sealed_digest(&sealed.0))
            .collect();
        let mut state = from.state;
        for received in &pulled.commits {
            let Body::Commit(commit) = Body::from_bytes(&received.signed.body).unwrap() else {
                continue;
            };
            for change in &commit.changes {
                let Change::Rotate(rotate) = change else {
                    continue;
                };
                let mine = rotate
                    .readers
                    .iter()
                    .find(|reader| reader.member == self.anne.id);
                assert!(
                    came.contains(&mine.unwrap().envelope),
                    "a rotation without its key"
                );
            }
        }
        for received in &pulled.commits[1..] {
            state = apply(&state, &received.signed).unwrap();
        }
        assert_eq!(state.due().count(), 0);
        *self.book.lock().unwrap() = Book { state };
    }

    /// Leaves files and notes until the program is dead.
    async fn leave_on(self, base: String, kill: u32) {
        let bearer = bearer(&self.link);
        for number in 0_u32.. {
            let last = *self.last.lock().unwrap();
            let counter = last.map_or(0, |last| last.counter + 1);
            let mut blob = [kill as u8; 16];
            blob[..4].copy_from_slice(&number.to_be_bytes());
            let blob = BlobId::from_bytes(blob);
            if !self.upload(&base, &bearer, blob).await {
                return;
            }
            let files = vec![FileUse {
                blob,
                size: FILE as u64,
            }];
            let text = format!("note {counter}");
            let push = self.book.lock().unwrap().deposit(
                &self.link,
                counter,
                last.map(|last| last.digest),
                text.as_bytes(),
                files,
            );
            let headers = [
                ("content-type", "application/cbor"),
                ("authorization", bearer.as_str()),
            ];
            let path = paths::tray(self.link.id);
            let body = protocol::cbor::encode(&push);
            match send(&self.client, &base, (Method::POST, &path, body), &headers).await {
                Some((200, body, _)) => {
                    *self.last.lock().unwrap() = Some(serde_json::from_slice(&body).unwrap());
                }
                // Strangers are slowed down; it is not what this is about.
                Some((429, ..)) => tokio::time::sleep(Duration::from_millis(20)).await,
                Some((status, body, _)) => panic!("{status} {}", String::from_utf8_lossy(&body)),
                None => return,
            }
        }
    }

    /// Uploads one file for the tray, in two pieces. False once the program is dead.
    async fn upload(&self, base: &str, bearer: &str, blob: BlobId) -> bool {
        let metadata = data_encoding::BASE64.encode(blob.to_string().as_bytes());
        let metadata = format!("blob {metadata}");
        let size = FILE.to_string();
        let begin = [
            ("authorization", bearer),
            ("tus-resumable", "1.0.0"),
            ("upload-length", size.as_str()),
            ("upload-metadata", metadata.as_str()),
        ];
        let path = paths::tray_uploads(self.link.id);
        let request = (Method::POST, path.as_str(), Vec::new());
        match send(&self.client, base, request, &begin).await {
            Some((201, ..)) => {}
            Some((status, body, _)) => panic!("{status} {}", String::from_utf8_lossy(&body)),
            None => return false,
        }
        let path = paths::tray_upload(self.link.id, blob);
        for offset in [0, FILE / 2] {
            let at = offset.to_string();
            let headers = [
                ("authorization", bearer),
                ("tus-resumable", "1.0.0"),
                ("content-type", "application/offset+octet-stream"),
                ("upload-offset", at.as_str()),
            ];
            let piece = vec![5; FILE / 2];
            match send(&self.client, base, (Method::PATCH, &path, piece), &headers).await {
                Some((204, ..)) => {}
                Some((status, body, _)) => panic!("{status} {}", String::from_utf8_lossy(&body)),
                None => return false,
            }
        }
        true
    }

    /// The tray stands where it was acknowledged, or one further; every deposit is whole and its file can be fetched.
    async fn files_came_with_their_deposit(&self, base: &str) {
        let bearer = bearer(&self.link);
        let path = paths::tray(self.link.id);
        let request = (Method::GET, path.as_str(), Vec::new());
        let headers = [("authorization", bearer.as_str())];
        let (_, body, _) = send(&self.client, base, request, &headers).await.unwrap();
        let stands: TrayState = serde_json::from_slice(&body).unwrap();
        let known = *self.last.lock().unwrap();
        match (known, stands.last) {
            (None, None) => return,
            (Some(known), Some(last)) if last.counter == known.counter => {
                assert_eq!(last.digest, known.digest, "another deposit in its place");
            }
            (known, Some(last)) => {
                let next = known.map_or(0, |known| known.counter + 1);
                assert_eq!(last.counter, next, "more than what was under way");
            }
            (Some(_), None) => panic!("an acknowledged deposit is lost"),
        }
        *self.last.lock().unwrap() = stands.last;
        let cookie = [("cookie", self.anne.cookie.as_str())];
        let path = paths::inbox(self.id());
        let request = (Method::GET, path.as_str(), Vec::new());
        let (_, body, _) = send(&self.client, base, request, &cookie).await.unwrap();
        let inbox: Inbox = protocol::cbor::decode(&body).unwrap();
        for (counter, waiting) in inbox.deposits.iter().enumerate() {
            let deposit = read(&waiting.deposit);
            assert_eq!(deposit.counter, counter as u64, "in order, none twice");
            assert_eq!(deposit.payload, sealed_digest(&waiting.deposit.payload.0));
        }
        let Some(newest) = inbox.deposits.last() else {
            return;
        };
        let all_here = stands
            .last
            .is_some_and(|last| last.digest == deposit_digest(&newest.deposit.body));
        let fits_in_one_answer =
            inbox.deposits.len() as u64 == stands.last.map_or(0, |last| last.counter + 1);
        assert!(all_here || !fits_in_one_answer);
        for file in read(&newest.deposit).files {
            let path = paths::file(self.id(), file.blob);
            let request = (Method::GET, path.as_str(), Vec::new());
            let (status, body, _) = send(&self.client, base, request, &cookie).await.unwrap();
            assert_eq!(
                (status, body.len()),
                (200, FILE),
                "a deposit without its file"
            );
            assert!(body.iter().all(|byte| *byte == 5));
        }
    }
}

fn read(push: &PushDeposit) -> protocol::deposit::Deposit {
    protocol::cbor::decode_stored(&push.body).unwrap()
}

/// A rotation of health, with an envelope for each of its two readers.
fn rotation(book: &Book, mut readers: [MemberId; 2]) -> Draft {
    readers.sort_unstable();
    let epoch = book.state.sections[&SectionId::HEALTH].epoch + 1;
    let envelopes: Vec<Envelope> = readers
        .iter()
        .map(|member| {
            let mut bytes = vec![6; 900];
            bytes[..4].copy_from_slice(&epoch.to_be_bytes());
            bytes[4..20].copy_from_slice(member.as_bytes());
            Envelope {
                member: *member,
                file: Sealed(bytes),
            }
        })
        .collect();
    let named = envelopes.iter().map(|envelope| Reader {
        member: envelope.member,
        envelope: sealed_digest(&envelope.file.0),
    });
    let rotate = Rotate {
        section: SectionId::HEALTH,
        epoch,
        commitment: Digest::from_bytes([8; 32]),
        back: Some(Sealed(vec![7; 90])),
        readers: named.collect(),
    };
    Draft {
        envelopes,
        ..plain(vec![Change::Rotate(rotate)])
    }
}
