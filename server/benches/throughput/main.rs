//! How many pushes and pulls the server answers in a second, the latter beside a bare route that returns the same bytes.
//! Client and server share this machine. `cargo bench -p storage -p server` also tells what SQLite alone can do.
#![allow(
    dead_code,
    missing_docs,
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    reason = "a benchmark, with the helpers of the tests"
)]

#[path = "../../tests/wire/support/mod.rs"]
mod support;

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::get;
use protocol::apply::apply;
use protocol::carnet::Push;
use protocol::change::Change;
use protocol::ids::{EntryId, SectionId};
use protocol::paths;
use reqwest::Method;
use support::carnet::put;
use support::{Book, Person, TestServer};
use tokio::net::TcpListener;

const TASKS: u8 = 8;
const LONG: Duration = Duration::from_secs(5);
/// Commits in the log that is pulled.
const LOG: u32 = 20;

#[tokio::main]
async fn main() {
    let server = Arc::new(TestServer::start().await);
    println!(
        "pushes: {:.0} a second, of one entry of one KiB each, on {TASKS} carnets",
        pushes(&server).await
    );
    pulls(&server).await;
    println!(
        "resident memory afterwards, client included: {} MiB",
        resident()
    );
}

/// Signed beforehand, so that the client's work is not counted.
async fn pushes(server: &Arc<TestServer>) -> f64 {
    let mut ready = Vec::new();
    for seed in 1..=TASKS {
        let person = Person::join(server, seed).await;
        let mut book = Book::open(server, &person).await;
        let mut signed = Vec::new();
        for number in 0..4000_u32 {
            signed.push(next(&mut book, &person, number, server));
        }
        ready.push((person, book, signed));
    }
    let start = Instant::now();
    let tasks = ready.into_iter().map(|(person, book, signed)| {
        let server = Arc::clone(server);
        tokio::spawn(async move {
            let mut done = 0_u32;
            for push in signed {
                if start.elapsed() > LONG {
                    break;
                }
                book.send(&server, &person, &push).await.is_fine();
                done += 1;
            }
            done
        })
    });
    let mut done = 0;
    for task in tasks.collect::<Vec<_>>() {
        done += task.await.unwrap();
    }
    f64::from(done) / start.elapsed().as_secs_f64()
}

fn next(book: &mut Book, person: &Person, number: u32, server: &TestServer) -> Push {
    let mut sealed = vec![number as u8; 1024];
    sealed[..4].copy_from_slice(&number.to_be_bytes());
    let mut draft = put(SectionId::HEALTH, 0, &sealed, Vec::new());
    if let Change::Put(put) = &mut draft.changes[0] {
        let mut entry = [0; 16];
        entry[..4].copy_from_slice(&number.to_be_bytes());
        put.entry = EntryId::from_bytes(entry);
    }
    let push = book.next(person, draft, server.now());
    book.state = apply(&book.state, &push.signed).unwrap();
    push
}

async fn pulls(server: &Arc<TestServer>) {
    let person = Person::join(server, 100).await;
    let mut book = Book::open(server, &person).await;
    for number in 0..LOG {
        let push = next(&mut book, &person, number, server);
        book.send(server, &person, &push).await.is_fine();
    }
    let path = paths::log(book.id());
    let bytes = server.get(&path, &person.cookie).await.body;
    let size = bytes.len();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let bare = format!("http://{}", listener.local_addr().unwrap());
    let route = Router::new().route("/bare", get(move || async move { bytes.clone() }));
    tokio::spawn(async move { axum::serve(listener, route).await.unwrap() });
    let ours = gets(server, &format!("{}{path}", server.base), &person.cookie).await;
    let theirs = gets(server, &format!("{bare}/bare"), &person.cookie).await;
    println!("pulls: {ours:.0} a second, of {LOG} commits in {size} bytes");
    println!(
        "a bare route with the same bytes: {theirs:.0} a second ({:.0} %)",
        100.0 * ours / theirs
    );
}

async fn gets(server: &Arc<TestServer>, address: &str, cookie: &str) -> f64 {
    let start = Instant::now();
    let tasks = (0..TASKS).map(|_| {
        let (client, address, cookie) =
            (server.client.clone(), address.to_owned(), cookie.to_owned());
        tokio::spawn(async move {
            let mut done = 0_u32;
            while start.elapsed() < LONG {
                let response = client
                    .request(Method::GET, &address)
                    .header("cookie", &cookie);
                let answer = response.send().await.unwrap();
                assert!(answer.status().is_success());
                answer.bytes().await.unwrap();
                done += 1;
            }
            done
        })
    });
    let mut done = 0;
    for task in tasks.collect::<Vec<_>>() {
        done += task.await.unwrap();
    }
    f64::from(done) / start.elapsed().as_secs_f64()
}

/// Of this process, in MiB, where the system tells.
fn resident() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kib.map_or_else(|| "unknown".to_owned(), |kib| (kib / 1024).to_string())
}
