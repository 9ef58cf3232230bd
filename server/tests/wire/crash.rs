//! The real program, killed without warning in the middle of pushes and uploads, again and again.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use protocol::apply::apply;
use protocol::carnet::Pulled;
use protocol::ids::{BlobId, SectionId};
use protocol::paths;
use reqwest::Client;

use crate::support::carnet::{genesis, put};
use crate::support::server::client;
use crate::support::{Book, Person};

/// How many times it is killed, unless `CARNET_TEST_KILLS` says otherwise.
const KILLS: u32 = 6;

pub struct Program {
    child: Child,
    pub base: String,
}

impl Program {
    pub fn start(data: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_carnet"))
            .current_dir(data)
            .env("CARNET_LISTEN", "127.0.0.1:0")
            .env("CARNET_DATA", data)
            .env("CARNET_SITE", data.join("site"))
            .env("CARNET_SESSION_REQUESTS", "6000000")
            .env("CARNET_ADDRESS_REQUESTS", "6000000")
            .env("CARNET_LOG", "error")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let base = line.trim().strip_prefix("Carnet: ").unwrap().to_owned();
        Self { child, base }
    }

    /// As the power would, as far as a process can.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

pub fn check(data: &Path) {
    let checked = Command::new(env!("CARGO_BIN_EXE_carnet"))
        .arg("check")
        .current_dir(data)
        .env("CARNET_DATA", data)
        .output()
        .unwrap();
    let words = String::from_utf8_lossy(&checked.stdout);
    assert!(
        checked.status.success(),
        "{words} {}",
        String::from_utf8_lossy(&checked.stderr)
    );
}

/// A request that may meet a dead server.
pub async fn send(
    client: &Client,
    base: &str,
    request: (reqwest::Method, &str, Vec<u8>),
    headers: &[(&str, &str)],
) -> Option<(u16, Vec<u8>, String)> {
    let (method, path, body) = request;
    let mut request = client
        .request(method, format!("{base}{path}"))
        .header("origin", base);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = request.body(body).send().await.ok()?;
    let status = response.status().as_u16();
    let header = |name| {
        response
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    let told = header("set-cookie")
        .or(header("upload-offset"))
        .unwrap_or_default()
        .to_owned();
    Some((status, response.bytes().await.ok()?.to_vec(), told))
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_was_acknowledged_is_lost_when_the_program_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let client = client();
    let program = Program::start(data);
    let (mut anne, book) = begin(&client, &program.base).await;
    anne.cookie = anne.cookie.split(';').next().unwrap().to_owned();
    program.kill();
    let book = Arc::new(Mutex::new(book));
    let kills = std::env::var("CARNET_TEST_KILLS").map_or(KILLS, |kills| kills.parse().unwrap());
    for kill in 0..kills {
        let program = Program::start(data);
        let (base, anne) = (program.base.clone(), anne.clone());
        let pushing = tokio::spawn(push_on(
            client.clone(),
            base.clone(),
            anne.clone(),
            Arc::clone(&book),
        ));
        let blob = BlobId::from_bytes([kill as u8; 16]);
        let carnet = book.lock().unwrap().id();
        let uploading = tokio::spawn(upload_on(client.clone(), base, anne.clone(), carnet, blob));
        tokio::time::sleep(Duration::from_millis(300 + 90 * u64::from(kill % 6))).await;
        program.kill();
        pushing.await.unwrap();
        let acknowledged = uploading.await.unwrap();
        check(data);
        let program = Program::start(data);
        let headers = [("cookie", anne.cookie.as_str()), ("tus-resumable", "1.0.0")];
        let path = paths::upload(carnet, blob);
        let stands = send(
            &client,
            &program.base,
            (reqwest::Method::HEAD, &path, Vec::new()),
            &headers,
        )
        .await;
        let (status, _, offset) = stands.unwrap();
        if acknowledged > 0 {
            assert_eq!(status, 200);
            assert!(offset.parse::<u64>().unwrap() >= acknowledged);
        }
        catch_up(&client, &program.base, &anne, &book).await;
        program.kill();
    }
    assert!(
        book.lock().unwrap().state.seq > u64::from(kills),
        "hardly anything was pushed"
    );
}

pub async fn begin(client: &Client, base: &str) -> (Person, Book) {
    let mut anne = Person::new(1);
    let json = [("content-type", "application/json")];
    let post = reqwest::Method::POST;
    let answer = send(
        client,
        base,
        (post.clone(), paths::CHALLENGE, b"null".to_vec()),
        &json,
    )
    .await
    .unwrap();
    let challenge: protocol::account::ChallengeAnswer = serde_json::from_slice(&answer.1).unwrap();
    let asked = serde_json::to_vec(&anne.account_request(challenge.challenge)).unwrap();
    let answer = send(client, base, (post.clone(), paths::ACCOUNTS, asked), &json)
        .await
        .unwrap();
    assert_eq!(answer.0, 200);
    anne.cookie = answer.2;
    let opening = genesis(&anne, 1, now());
    let headers = [
        ("content-type", "application/cbor"),
        ("cookie", anne.cookie.as_str()),
    ];
    let body = protocol::cbor::encode(&opening);
    let answer = send(client, base, (post, paths::CARNETS, body), &headers)
        .await
        .unwrap();
    assert_eq!(answer.0, 200);
    (
        anne,
        Book {
            state: protocol::apply::open(&opening.signed).unwrap(),
        },
    )
}

/// Pushes until the program is dead. What was acknowledged is in the book afterwards.
async fn push_on(client: Client, base: String, anne: Person, book: Arc<Mutex<Book>>) {
    let headers = [
        ("content-type", "application/cbor"),
        ("cookie", anne.cookie.as_str()),
    ];
    loop {
        let mut next = book.lock().unwrap().clone();
        let number = next.state.seq + 1;
        let mut draft = put(
            SectionId::HEALTH,
            1,
            format!("entry {number}").as_bytes(),
            Vec::new(),
        );
        if let protocol::change::Change::Put(put) = &mut draft.changes[0] {
            let mut entry = [0; 16];
            entry[..8].copy_from_slice(&number.to_be_bytes());
            put.entry = protocol::ids::EntryId::from_bytes(entry);
        }
        let push = next.next(&anne, draft, now().max(next.state.at));
        let body = protocol::cbor::encode(&push);
        let path = paths::log(next.id());
        match send(
            &client,
            &base,
            (reqwest::Method::POST, &path, body),
            &headers,
        )
        .await
        {
            Some((200, ..)) => next.state = apply(&next.state, &push.signed).unwrap(),
            Some((status, body, _)) => panic!("{status} {}", String::from_utf8_lossy(&body)),
            None => return,
        }
        *book.lock().unwrap() = next;
    }
}

/// Uploads until the program is dead; how many bytes were acknowledged.
async fn upload_on(
    client: Client,
    base: String,
    anne: Person,
    carnet: protocol::ids::CarnetId,
    blob: BlobId,
) -> u64 {
    let metadata = data_encoding::BASE64.encode(blob.to_string().as_bytes());
    let metadata = format!("blob {metadata}");
    let mut offset: u64 = 0;
    let size = 400_u64 * 1024 * 1024;
    let begun = [
        ("cookie", anne.cookie.as_str()),
        ("tus-resumable", "1.0.0"),
        ("upload-length", &size.to_string()),
        ("upload-metadata", &metadata),
    ];
    let path = paths::uploads(carnet);
    let request = (reqwest::Method::POST, path.as_str(), Vec::new());
    if send(&client, &base, request, &begun).await.is_none() {
        return 0;
    }
    let path = paths::upload(carnet, blob);
    loop {
        let at = offset.to_string();
        let headers = [
            ("cookie", anne.cookie.as_str()),
            ("tus-resumable", "1.0.0"),
            ("content-type", "application/offset+octet-stream"),
            ("upload-offset", at.as_str()),
        ];
        let piece = vec![7; 200_000];
        match send(
            &client,
            &base,
            (reqwest::Method::PATCH, &path, piece),
            &headers,
        )
        .await
        {
            Some((204, _, told)) => offset = told.parse().unwrap(),
            Some((status, body, _)) => panic!("{status} {}", String::from_utf8_lossy(&body)),
            None => return offset,
        }
    }
}

/// Everything that was acknowledged is there; what was kept without an answer is taken in.
async fn catch_up(client: &Client, base: &str, anne: &Person, book: &Mutex<Book>) {
    let (carnet, state) = {
        let book = book.lock().unwrap();
        (book.id(), book.state.clone())
    };
    let path = format!("{}?from={}", paths::log(carnet), state.seq);
    let request = (reqwest::Method::GET, path.as_str(), Vec::new());
    let (status, body, _) = send(client, base, request, &[("cookie", anne.cookie.as_str())])
        .await
        .unwrap();
    assert_eq!(status, 200);
    let pulled: Pulled = protocol::cbor::decode(&body).unwrap();
    assert_eq!(
        pulled.commits[0].signed.digest(),
        state.head,
        "an acknowledged commit is lost"
    );
    let mut state = state;
    for received in &pulled.commits[1..] {
        state = apply(&state, &received.signed).unwrap();
    }
    book.lock().unwrap().state = state;
}

pub fn now() -> protocol::time::Seconds {
    server::clock::system()()
}
