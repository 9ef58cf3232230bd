//! Backup, check, sweeping, starting again.

use protocol::carnet::Pulled;
use protocol::change::{Change, FileUse};
use protocol::ids::{BlobId, EntryId, SectionId};
use protocol::limits::ERASED;
use protocol::paths;
use protocol::time::{DAY, Seconds};
use reqwest::Method;
use server::settings::Settings;
use server::{backup, check};

use crate::support::carnet::{plain, put};
use crate::support::{Book, Person, TestServer};

const BLOB: BlobId = BlobId::from_bytes([7; 16]);

async fn upload(server: &TestServer, who: &Person, book: &Book, blob: BlobId, bytes: &[u8]) {
    let metadata = data_encoding::BASE64.encode(blob.to_string().as_bytes());
    let (metadata, size) = (format!("blob {metadata}"), bytes.len().to_string());
    let headers = [
        ("origin", server.base.as_str()),
        ("cookie", &who.cookie),
        ("tus-resumable", "1.0.0"),
        ("upload-length", &size),
        ("upload-metadata", &metadata),
        ("content-type", "application/offset+octet-stream"),
        ("upload-offset", "0"),
    ];
    server
        .send(
            Method::POST,
            &paths::uploads(book.id()),
            &headers,
            Vec::new(),
        )
        .await
        .is_fine();
    let path = paths::upload(book.id(), blob);
    server
        .send(Method::PATCH, &path, &headers, bytes.to_vec())
        .await
        .is_fine();
}

async fn filled(server: &TestServer) -> (Person, Book) {
    let anne = Person::join(server, 1).await;
    let mut book = Book::open(server, &anne).await;
    upload(server, &anne, &book, BLOB, &[5; 100_000]).await;
    let files = vec![FileUse {
        blob: BLOB,
        size: 100_000,
    }];
    book.push(server, &anne, put(SectionId::HEALTH, 1, b"report", files))
        .await;
    book.push(
        server,
        &anne,
        put(SectionId::HEALTH, 2, b"note", Vec::new()),
    )
    .await;
    (anne, book)
}

fn objects(settings: &Settings) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![settings.data.join("blobs")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found
}

#[tokio::test]
async fn a_backup_made_while_running_is_whole_and_can_be_started() {
    let server = TestServer::start().await;
    let (anne, mut book) = filled(&server).await;
    let copy = tempfile::tempdir().unwrap();
    let data = copy.path().join("data");
    let copied = backup::run(&server.settings, &data).await.unwrap();
    assert_eq!((copied.database, copied.objects), (true, 1));
    book.push(
        &server,
        &anne,
        put(SectionId::HEALTH, 3, b"later", Vec::new()),
    )
    .await;
    let again = backup::run(&server.settings, &data).await.unwrap();
    assert_eq!(again.objects, 0);
    let settings = Settings {
        data: data.clone(),
        ..server.settings.clone()
    };
    let report = check::run(&settings).await.unwrap();
    assert!(report.is_clean(), "{report}");
    assert_eq!(
        (
            report.carnets,
            report.commits,
            report.payloads,
            report.parts
        ),
        (1, 4, 3, 1)
    );
    let restored = TestServer::start_in(copy, "").await;
    let pulled: Pulled = restored
        .get(&paths::log(book.id()), &anne.cookie)
        .await
        .cbor();
    assert_eq!(pulled.head, book.state.head);
    let file = restored
        .get(&paths::file(book.id(), BLOB), &anne.cookie)
        .await;
    assert!(file.is_fine().body == vec![5; 100_000]);
}

#[tokio::test]
async fn a_damaged_or_missing_file_is_found() {
    let server = TestServer::start().await;
    filled(&server).await;
    assert!(check::run(&server.settings).await.unwrap().is_clean());
    let object = objects(&server.settings).pop().unwrap();
    let mut bytes = std::fs::read(&object).unwrap();
    bytes[50_000] ^= 1;
    std::fs::write(&object, &bytes).unwrap();
    let report = check::run(&server.settings).await.unwrap();
    assert!(report.wrong[0].contains(&BLOB.to_string()), "{report}");
    std::fs::remove_file(&object).unwrap();
    assert_eq!(check::run(&server.settings).await.unwrap().wrong.len(), 1);
}

#[tokio::test]
async fn the_server_goes_on_where_it_stopped() {
    let mut server = TestServer::start().await;
    let (anne, mut book) = filled(&server).await;
    server.end().await;
    let folder = std::mem::replace(&mut server.folder, tempfile::tempdir().unwrap());
    let again = TestServer::start_in(folder, "").await;
    book.push(
        &again,
        &anne,
        put(SectionId::HEALTH, 3, b"more", Vec::new()),
    )
    .await;
    let pulled: Pulled = again.get(&paths::log(book.id()), &anne.cookie).await.cbor();
    assert_eq!((pulled.seq, pulled.head), (3, book.state.head));
    // The journal that was still waiting when the server ended was written.
    let journal = again
        .get(&paths::journal(book.id()), &anne.cookie)
        .await
        .json();
    assert!(journal["lines"].as_array().unwrap().len() >= 3);
}

#[tokio::test]
async fn erased_and_forgotten_bytes_go_when_their_time_has_come() {
    let server = TestServer::start().await;
    let (anne, mut book) = filled(&server).await;
    let forgotten = BlobId::from_bytes([8; 16]);
    upload(&server, &anne, &book, forgotten, &[6; 70_000]).await;
    let erase = Change::Erase {
        section: SectionId::HEALTH,
        entry: EntryId::from_bytes([1; 16]),
    };
    book.push(&server, &anne, plain(vec![erase])).await;
    let parts = server::parts::open(&server.settings).await.unwrap();
    let used = async || parts.0.head(book.id()).await.unwrap().unwrap().used;
    let before = used().await;
    let sweep = async |at: Seconds| {
        parts.0.sweep(at).await.unwrap();
        for (carnet, blob) in parts.0.trash().await.unwrap() {
            parts.1.delete(carnet, blob).await.unwrap();
            parts.0.emptied(carnet, blob).await.unwrap();
        }
    };
    sweep(server.now().plus(DAY - 1)).await;
    assert_eq!((objects(&server.settings).len(), used().await), (2, before));
    sweep(server.now().plus(DAY)).await;
    assert_eq!(
        (objects(&server.settings).len(), used().await),
        (1, before - 70_000)
    );
    sweep(server.now().plus(ERASED - 1)).await;
    assert_eq!(objects(&server.settings).len(), 1);
    sweep(server.now().plus(ERASED)).await;
    assert_eq!(objects(&server.settings).len(), 0);
    assert_eq!(used().await, before - 170_000 - b"report".len() as u64);
    assert!(check::run(&server.settings).await.unwrap().is_clean());
}
