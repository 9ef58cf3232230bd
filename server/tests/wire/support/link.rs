//! Links: opened by a guardian, served and used by people without an account.

use data_encoding::{BASE64, BASE64URL_NOPAD};
use protocol::bearer::SetAccess;
use protocol::card::{PasscodeChange, SetCard};
use protocol::carnet::{Act, Envelope, Journal, JournalLine};
use protocol::change::{Access, Change, FileUse, LinkKind, Sealed};
use protocol::commit::sealed_digest;
use protocol::deposit::{Deposit, deposit_digest};
use protocol::ids::{BlobId, Digest, LoginToken, ManifestId, SectionId};
use protocol::paths;
use protocol::shl::{Manifest, ManifestRequest, Reader};
use protocol::signing::Kind;
use protocol::time::{DAY, Seconds};
use protocol::tray::{PushDeposit, SetTray, access_hash};
use reqwest::Method;

use super::carnet::{Draft, plain};
use super::{Answer, Book, Person, TestServer};

/// What the guardians gave an urgent link to serve.
pub const JWE: &str = "eyJhIjoxfQ..AAAA.c2hlZXQ.BBBB";

/// A manifest of its own for each number.
pub fn manifest(number: u8) -> ManifestId {
    ManifestId::from_bytes([number; 32])
}

/// A card that asks for nothing.
pub fn card(manifest: ManifestId) -> SetCard {
    SetCard {
        manifest,
        long_term: true,
        until: None,
        passcode: PasscodeChange::Keep,
        code: None,
        files: Vec::new(),
    }
}

/// Who asks for a manifest and says nothing more.
pub fn asks() -> ManifestRequest {
    ManifestRequest {
        recipient: "Urgences".to_owned(),
        passcode: None,
        embedded_length_max: None,
        reader: None,
    }
}

/// The same, with a passcode.
pub fn knows(passcode: &str) -> ManifestRequest {
    ManifestRequest {
        passcode: Some(passcode.to_owned()),
        ..asks()
    }
}

/// The same, with name and place.
pub fn declares() -> ManifestRequest {
    ManifestRequest {
        reader: Some(Reader {
            name: "Dr Lenoir".to_owned(),
            place: "Urgences".to_owned(),
        }),
        ..asks()
    }
}

impl Book {
    /// Opens a link for ten years, or for as long as such a link may run.
    pub async fn open_link(
        &mut self,
        server: &TestServer,
        by: &Person,
        link: &Person,
        kind: LinkKind,
        until: Seconds,
    ) {
        let open = Change::Open {
            keys: link.keys.clone(),
            kind,
            until,
            label: Sealed(vec![3]),
        };
        self.push(server, by, plain(vec![open])).await;
    }

    /// What seals a sheet for a link.
    pub fn sheet(&self, link: &Person, jwe: &str) -> Draft {
        let change = Change::Sheet {
            link: link.id,
            built_from: self.state.seq,
            digest: sealed_digest(jwe.as_bytes()),
        };
        Draft {
            payloads: vec![Sealed(jwe.as_bytes().to_vec())],
            ..plain(vec![change])
        }
    }

    pub async fn set_card(
        &self,
        server: &TestServer,
        by: &Person,
        link: &Person,
        card: &SetCard,
    ) -> Answer {
        let path = paths::card(self.id(), link.id);
        server.json(Method::PUT, &path, &by.cookie, card).await
    }

    /// An urgent link with this card and a sheet.
    pub async fn open_card(
        &mut self,
        server: &TestServer,
        by: &Person,
        link: &Person,
        set: &SetCard,
    ) {
        let until = server.now().plus(3650 * DAY);
        self.open_link(server, by, link, LinkKind::Urgent, until)
            .await;
        self.set_card(server, by, link, set).await.is_fine();
        let sheet = self.sheet(link, JWE);
        self.push(server, by, sheet).await;
    }

    /// A deposit link with its tray.
    pub async fn open_tray(&mut self, server: &TestServer, by: &Person, link: &Person) {
        let until = server.now().plus(30 * DAY);
        self.open_link(server, by, link, LinkKind::Deposit, until)
            .await;
        let set = SetTray {
            access: access_hash(&token(link)),
            room: None,
        };
        let path = paths::link_tray(self.id(), link.id);
        server
            .json(Method::PUT, &path, &by.cookie, &set)
            .await
            .is_fine();
    }

    /// A link whose bearer reads, with these sections, and what it shows beside them.
    pub async fn open_reading(
        &mut self,
        server: &TestServer,
        by: &Person,
        link: &Person,
        kind: LinkKind,
        sections: &[SectionId],
        set: &SetAccess,
    ) {
        let until = server.now().plus(DAY);
        let envelope = Sealed(vec![link.seed; 80]);
        let mut changes = vec![Change::Open {
            keys: link.keys.clone(),
            kind,
            until,
            label: Sealed(vec![3]),
        }];
        changes.extend(sections.iter().map(|section| Change::Grant {
            member: link.id,
            section: *section,
            access: Access::Read,
            until: Some(until),
            envelope: sealed_digest(&envelope.0),
        }));
        let mut draft = plain(changes);
        if !sections.is_empty() {
            draft.envelopes.push(Envelope {
                member: link.id,
                file: envelope,
            });
        }
        self.push(server, by, draft).await;
        self.set_access(server, by, link, set).await.is_fine();
    }

    pub async fn set_access(
        &self,
        server: &TestServer,
        by: &Person,
        link: &Person,
        set: &SetAccess,
    ) -> Answer {
        let path = paths::link_access(self.id(), link.id);
        server.cbor(Method::PUT, &path, &by.cookie, set).await
    }

    /// The next deposit of a link.
    pub fn deposit(
        &self,
        link: &Person,
        counter: u64,
        previous: Option<Digest>,
        sealed: &[u8],
        files: Vec<FileUse>,
    ) -> PushDeposit {
        let body = protocol::cbor::encode_stored(&Deposit {
            carnet: self.id(),
            link: link.id,
            counter,
            previous,
            payload: sealed_digest(sealed),
            size: sealed.len() as u32,
            files,
        });
        PushDeposit {
            signature: link.sign(Kind::Deposit, &body),
            body,
            payload: Sealed(sealed.to_vec()),
        }
    }

    /// What was done by a link, oldest first, once it is written.
    pub async fn acts(
        &self,
        server: &TestServer,
        by: &Person,
        link: &Person,
        many: usize,
    ) -> Vec<Act> {
        let path = format!("{}?member={}", paths::journal(self.id()), link.id);
        let mut lines: Vec<JournalLine> = Vec::new();
        for _ in 0..100 {
            let answer = server.get(&path, &by.cookie).await;
            let journal: Journal = serde_json::from_slice(&answer.is_fine().body).unwrap();
            lines = journal.lines;
            if lines.len() >= many {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        lines.into_iter().rev().map(|line| line.act).collect()
    }
}

/// What lets whoever has a link's token in, and shows nothing beside its sections.
pub fn access(link: &Person) -> SetAccess {
    SetAccess {
        access: access_hash(&token(link)),
        bundle: None,
        files: Vec::new(),
    }
}

/// A link's access token.
pub fn token(link: &Person) -> LoginToken {
    LoginToken::from_bytes(*link.keys.signing.as_bytes())
}

/// What a depositor shows.
pub fn bearer(link: &Person) -> String {
    format!("Bearer {}", token(link))
}

/// The digest that the deposit after this one names.
pub fn after(push: &PushDeposit) -> Option<Digest> {
    Some(deposit_digest(&push.body))
}

impl TestServer {
    /// Asks for a manifest as a page of another origin would, without any cookie.
    pub async fn scan(&self, manifest: ManifestId, asked: &ManifestRequest) -> Answer {
        let headers = [
            ("origin", "https://hospital.example"),
            ("sec-fetch-site", "cross-site"),
            ("content-type", "application/json"),
        ];
        let body = serde_json::to_vec(asked).unwrap();
        let path = paths::manifest(manifest);
        self.send(Method::POST, &path, &headers, body).await
    }

    /// What a manifest shows.
    pub async fn opened(&self, manifest: ManifestId, asked: &ManifestRequest) -> Manifest {
        let answer = self.scan(manifest, asked).await;
        serde_json::from_slice(&answer.is_fine().body).unwrap()
    }

    /// A request of a depositor.
    pub async fn leave(&self, method: Method, path: &str, link: &Person, body: Vec<u8>) -> Answer {
        let bearer = bearer(link);
        let headers = [
            ("origin", self.base.as_str()),
            ("authorization", bearer.as_str()),
            ("content-type", "application/cbor"),
        ];
        self.send(method, path, &headers, body).await
    }

    pub async fn push_deposit(&self, link: &Person, push: &PushDeposit) -> Answer {
        let body = protocol::cbor::encode(push);
        self.leave(Method::POST, &paths::tray(link.id), link, body)
            .await
    }

    /// Uploads a whole file, as whoever the header says.
    pub async fn upload(
        &self,
        path: &str,
        who: (&str, &str),
        blob: BlobId,
        bytes: &[u8],
    ) -> Answer {
        let metadata = format!("blob {}", BASE64.encode(blob.to_string().as_bytes()));
        let size = bytes.len().to_string();
        let headers = [
            ("origin", self.base.as_str()),
            who,
            ("tus-resumable", "1.0.0"),
            ("upload-length", &size),
            ("upload-metadata", &metadata),
            ("content-type", "application/offset+octet-stream"),
            ("upload-offset", "0"),
        ];
        let begun = self.send(Method::POST, path, &headers, Vec::new()).await;
        if begun.status != 201 {
            return begun;
        }
        let path = begun.header("location").to_owned();
        self.send(Method::PATCH, &path, &headers, bytes.to_vec())
            .await
    }
}

/// A compact JWE of about that many bytes.
pub fn jwe_of(bytes: &[u8]) -> String {
    format!("e30..AAAA.{}.BBBB", BASE64URL_NOPAD.encode(bytes))
}
