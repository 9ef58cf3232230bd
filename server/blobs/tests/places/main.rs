//! The same files in a folder, and in an S3-compatible store that runs beside the test.
#![allow(
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    reason = "tests"
)]

mod s3;

use blobs::{BlobError, Blobs, Part, Place, SMALLEST, Written};
use bytes::Bytes;
use futures::{TryStreamExt, stream};
use protocol::ids::{BlobId, CarnetId, Digest};
use sha2::{Digest as _, Sha256};

const CARNET: CarnetId = CarnetId::from_bytes([1; 32]);
const BLOB: BlobId = BlobId::from_bytes([2; 16]);

fn bytes(size: usize) -> Vec<u8> {
    (0..size).map(|at| (at * 31 % 251) as u8).collect()
}

/// What comes, in pieces as a network brings them.
fn pieces(bytes: &[u8]) -> impl futures::Stream<Item = Result<Bytes, std::io::Error>> + Unpin {
    let pieces: Vec<_> = bytes
        .chunks(50_000)
        .map(|piece| Ok(Bytes::copy_from_slice(piece)))
        .collect();
    stream::iter(pieces)
}

fn part(written: &Written, start: u64) -> Part {
    Part {
        name: written.name.clone(),
        start,
        size: written.size,
    }
}

async fn read(blobs: &Blobs, parts: &[Part], range: std::ops::Range<u64>) -> Vec<u8> {
    let pieces = blobs.read(CARNET, BLOB, parts, &range).unwrap();
    pieces.try_collect::<Vec<_>>().await.unwrap().concat()
}

async fn walk(blobs: &Blobs, other: &Blobs) {
    // Large enough for a store of objects to take it in several pieces.
    let file = bytes(7_000_000);
    let (first, rest) = file.split_at(6_500_000);
    let one = blobs
        .write(CARNET, BLOB, pieces(first), 7_000_000, true)
        .await
        .unwrap();
    let digest = Digest::from_bytes(Sha256::digest(first).into());
    assert_eq!((one.size, one.digest, one.whole), (6_500_000, digest, true));
    let two = blobs
        .write(CARNET, BLOB, pieces(rest), 500_000, true)
        .await
        .unwrap();
    let parts = [part(&one, 0), part(&two, 6_500_000)];
    assert!(read(blobs, &parts, 0..7_000_000).await == file);
    for range in [
        0..1,
        6_499_990..6_500_010,
        6_999_999..7_000_000,
        100_000..6_900_000,
    ] {
        let expected = &file[range.start as usize..range.end as usize];
        assert!(read(blobs, &parts, range).await == expected);
    }
    assert_eq!(
        blobs.examine(CARNET, BLOB, &one.name).await.unwrap(),
        Some((digest, 6_500_000))
    );
    assert_eq!(blobs.examine(CARNET, BLOB, "none").await.unwrap(), None);

    let too_large = blobs.write(CARNET, BLOB, pieces(rest), 499_999, true).await;
    assert!(matches!(too_large, Err(BlobError::TooLarge)));
    // Hardly anything is not worth an object, unless it ends the file.
    let small = bytes(SMALLEST as usize - 1);
    let broken = blobs
        .write(CARNET, BLOB, pieces(&small), 1_000_000, true)
        .await;
    assert!(matches!(broken, Err(BlobError::Broken)));
    let end = blobs
        .write(CARNET, BLOB, pieces(&small), SMALLEST - 1, true)
        .await
        .unwrap();
    blobs.delete_part(CARNET, BLOB, &end.name).await.unwrap();

    let gone = stream::iter([
        Ok(Bytes::from(bytes(100_000))),
        Err(std::io::Error::other("gone")),
    ]);
    let kept = blobs
        .write(CARNET, BLOB, gone, 1_000_000, false)
        .await
        .unwrap();
    assert_eq!((kept.size, kept.whole), (100_000, false));
    blobs.delete_part(CARNET, BLOB, &kept.name).await.unwrap();

    assert_eq!(blobs.copy_to(other).await.unwrap(), 2);
    assert_eq!(blobs.copy_to(other).await.unwrap(), 0);
    assert!(read(other, &parts, 0..7_000_000).await == file);
    blobs.delete(CARNET, BLOB).await.unwrap();
    blobs.delete(CARNET, BLOB).await.unwrap();
    assert_eq!(blobs.examine(CARNET, BLOB, &one.name).await.unwrap(), None);
    assert!(read(other, &parts, 0..10).await == file[..10]);
}

#[tokio::test]
async fn in_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let open = |name| Blobs::open(&Place::Folder(folder.path().join(name))).unwrap();
    walk(&open("one"), &open("two")).await;
}

#[tokio::test]
async fn in_an_s3_compatible_store() {
    let store = s3::Store::start().await;
    let folder = tempfile::tempdir().unwrap();
    let other = Blobs::open(&Place::Folder(folder.path().to_owned())).unwrap();
    walk(&Blobs::open(&store.place()).unwrap(), &other).await;
}

#[tokio::test]
async fn a_wrong_key_opens_no_store() {
    let store = s3::Store::start().await;
    let Place::S3(mut s3) = store.place() else {
        unreachable!()
    };
    s3.secret_key = "wrong".to_owned();
    assert!(!format!("{s3:?}").contains("wrong"));
    let blobs = Blobs::open(&Place::S3(s3)).unwrap();
    let refused = blobs
        .write(CARNET, BLOB, pieces(&bytes(100_000)), 100_000, true)
        .await;
    assert!(matches!(refused, Err(BlobError::Store(_))));
}
