//! Chains, and what comes along.

use std::sync::Arc;

use protocol::carnet::Snapshot;
use protocol::change::{FileUse, Sealed};
use protocol::ids::{BlobId, CarnetId, Digest, EntryId, MemberId, SectionId, Signature};
use protocol::limits::ERASED;
use protocol::time::{DAY, Seconds};
use storage::append::{Append, Appended, EnvelopeRow, PutRow};
use storage::file::PartRow;
use storage::journal::NewLine;
use storage::member::MemberRow;
use storage::{Storage, StorageError};

use crate::support::{START, account, bare, random, signed};

/// From the first moment to the last.
const EVER: (Seconds, Seconds) = (Seconds(0), Seconds(u64::MAX));

fn carnet() -> CarnetId {
    CarnetId::from_bytes(random())
}

fn member(id: MemberId) -> MemberRow {
    MemberRow {
        id,
        is_account: true,
        is_guardian: true,
    }
}

/// Opens a carnet; its id and head.
async fn open(storage: &Storage, author: MemberId) -> (CarnetId, Digest) {
    let (carnet, genesis) = (carnet(), signed(&random()));
    let mut first = bare(carnet, 0, None, &genesis, author);
    first.members = Some(vec![member(author)]);
    assert_eq!(storage.append(&first).await.unwrap(), Appended::Kept);
    (carnet, genesis.digest())
}

fn put<'a>(entry: u8, sealed: &'a [u8], files: &'a [FileUse]) -> PutRow<'a> {
    PutRow {
        section: SectionId::HEALTH,
        entry: EntryId::from_bytes([entry; 16]),
        digest: protocol::commit::sealed_digest(sealed),
        sealed,
        files,
        source: None,
    }
}

pub async fn a_chain_and_what_comes_along(storage: &Storage) {
    let (anne, bea) = (account(storage).await, account(storage).await);
    let (carnet, head) = open(storage, anne).await;
    let second = signed(b"second");
    let mut append = bare(carnet, 1, Some(head), &second, anne);
    append.puts = vec![put(1, b"sealed", &[])];
    append.envelopes = vec![EnvelopeRow {
        member: bea,
        digest: Digest::from_bytes([3; 32]),
        sealed: b"key",
    }];
    append.members = Some(vec![
        member(anne),
        MemberRow {
            is_guardian: false,
            ..member(bea)
        },
    ]);
    assert_eq!(storage.append(&append).await.unwrap(), Appended::Kept);
    append.received = START.plus(9);
    let repeated = storage.append(&append).await.unwrap();
    assert_eq!(repeated, Appended::Repeated { received: START });
    let other = signed(b"other");
    let late = bare(carnet, 1, Some(head), &other, anne);
    assert_eq!(storage.append(&late).await.unwrap(), Appended::Lost);
    let gap = bare(carnet, 5, Some(head), &other, anne);
    assert_eq!(storage.append(&gap).await.unwrap(), Appended::Lost);

    let stands = storage.head(carnet).await.unwrap().unwrap();
    assert_eq!(
        (stands.seq, stands.head, stands.closed),
        (1, second.digest(), None)
    );
    assert_eq!(
        storage
            .commits(carnet, 0, 10, usize::MAX)
            .await
            .unwrap()
            .len(),
        2
    );
    assert_eq!(storage.commits(carnet, 0, 10, 1).await.unwrap().len(), 1);
    assert_eq!(
        storage.commits(carnet, 1, 10, usize::MAX).await.unwrap()[0].signed,
        second
    );
    let both = async |from, bytes| {
        storage
            .head_and_commits(carnet, from, 10, bytes)
            .await
            .unwrap()
    };
    let (same, commits) = both(0, usize::MAX).await.unwrap();
    assert_eq!(
        (same, commits.len(), &commits[1].signed),
        (stands, 2, &second)
    );
    assert_eq!(both(1, usize::MAX).await.unwrap().1.len(), 1);
    assert_eq!(both(0, 1).await.unwrap().1.len(), 1);
    assert_eq!(both(2, usize::MAX).await.unwrap(), (stands, Vec::new()));
    let nothing = storage
        .head_and_commits(self::carnet(), 0, 10, 99)
        .await
        .unwrap();
    assert!(nothing.is_none());
    let seen = storage.commit_seen(carnet, 1).await.unwrap();
    assert_eq!(seen, Some((second.digest(), START)));
    let digest = protocol::commit::sealed_digest(b"sealed");
    assert_eq!(
        storage
            .payload(carnet, digest)
            .await
            .unwrap()
            .unwrap()
            .sealed,
        b"sealed"
    );
    assert_eq!(
        storage.envelopes(carnet, bea, 0, 9).await.unwrap(),
        [b"key".to_vec()]
    );
    assert!(
        storage
            .envelopes(carnet, anne, 0, 9)
            .await
            .unwrap()
            .is_empty()
    );
    assert_eq!(storage.memberships(bea).await.unwrap()[0].seq, 1);
    assert!(storage.is_guardian_anywhere(anne).await.unwrap());
    assert!(!storage.is_guardian_anywhere(bea).await.unwrap());
    assert!(!storage.erase_account(anne, START).await.unwrap());

    // A payload that is there already undoes the whole commit.
    let third = signed(b"third");
    let mut twice = bare(carnet, 2, Some(second.digest()), &third, anne);
    twice.puts = vec![put(2, b"fresh", &[]), put(3, b"sealed", &[])];
    assert!(matches!(
        storage.append(&twice).await,
        Err(StorageError::Exists)
    ));
    assert_eq!(storage.head(carnet).await.unwrap().unwrap().seq, 1);
    // Bea goes, and her envelope with her.
    let mut gone = bare(carnet, 2, Some(second.digest()), &third, anne);
    gone.members = Some(vec![member(anne)]);
    assert_eq!(storage.append(&gone).await.unwrap(), Appended::Kept);
    assert!(
        storage
            .envelopes(carnet, bea, 0, 9)
            .await
            .unwrap()
            .is_empty()
    );
    assert!(storage.memberships(bea).await.unwrap().is_empty());
    full(storage, anne, carnet, third.digest()).await;
}

async fn full(storage: &Storage, anne: MemberId, carnet: CarnetId, head: Digest) {
    let (next, large) = (signed(b"next"), vec![1; 999_990]);
    let mut append = bare(carnet, 3, Some(head), &next, anne);
    append.puts = vec![put(4, &large, &[])];
    assert_eq!(storage.append(&append).await.unwrap(), Appended::Full);
    open(storage, anne).await;
    open(storage, anne).await;
    let genesis = signed(&random());
    let fourth = bare(self::carnet(), 0, None, &genesis, anne);
    assert_eq!(storage.append(&fourth).await.unwrap(), Appended::Full);
}

pub async fn files_and_their_parts(storage: &Storage) {
    let anne = account(storage).await;
    let (carnet, head) = open(storage, anne).await;
    let blob = BlobId::from_bytes([1; 16]);
    assert!(
        !storage
            .begin_file(carnet, blob, anne, 2_000_000, 1_000_000, START)
            .await
            .unwrap()
    );
    assert!(
        storage
            .begin_file(carnet, blob, anne, 100, 1_000_000, START)
            .await
            .unwrap()
    );
    let again = storage
        .begin_file(carnet, blob, anne, 100, 1_000_000, START)
        .await;
    assert!(matches!(again, Err(StorageError::Exists)));
    let part = |start, size| PartRow {
        start,
        size,
        digest: Digest::from_bytes([2; 32]),
        name: format!("part{start}"),
    };
    assert!(storage.add_part(carnet, blob, &part(0, 60)).await.unwrap());
    assert!(!storage.add_part(carnet, blob, &part(0, 60)).await.unwrap());
    assert!(!storage.add_part(carnet, blob, &part(60, 41)).await.unwrap());
    let files = [FileUse { blob, size: 100 }];
    let next = signed(b"next");
    let mut naming = bare(carnet, 1, Some(head), &next, anne);
    naming.puts = vec![put(1, b"report", &files)];
    assert!(matches!(
        storage.append(&naming).await,
        Err(StorageError::Missing)
    ));
    assert!(storage.add_part(carnet, blob, &part(60, 40)).await.unwrap());
    assert_eq!(
        storage.parts(carnet, blob).await.unwrap(),
        [part(0, 60), part(60, 40)]
    );
    assert!(
        storage
            .sections_of_file(carnet, blob)
            .await
            .unwrap()
            .is_empty()
    );
    assert_eq!(storage.append(&naming).await.unwrap(), Appended::Kept);
    let sections = storage.sections_of_file(carnet, blob).await.unwrap();
    assert_eq!(sections, [SectionId::HEALTH]);
    assert!(!storage.give_up_file(carnet, blob, START).await.unwrap());
    let file = storage.file(carnet, blob).await.unwrap().unwrap();
    assert_eq!(
        (file.size, file.received, file.named, file.uploader),
        (100, 100, true, anne)
    );
}

pub async fn erasing_and_sweeping(storage: &Storage) {
    let anne = account(storage).await;
    let (carnet, head) = open(storage, anne).await;
    let shared = BlobId::from_bytes([1; 16]);
    let alone = BlobId::from_bytes([2; 16]);
    let forgotten = BlobId::from_bytes([3; 16]);
    for blob in [shared, alone, forgotten] {
        storage
            .begin_file(carnet, blob, anne, 50, 1_000_000, START)
            .await
            .unwrap();
        let part = PartRow {
            start: 0,
            size: 50,
            digest: Digest::from_bytes([2; 32]),
            name: "part".to_owned(),
        };
        storage.add_part(carnet, blob, &part).await.unwrap();
    }
    let both = [
        FileUse {
            blob: shared,
            size: 50,
        },
        FileUse {
            blob: alone,
            size: 50,
        },
    ];
    let next = signed(b"next");
    let mut append = bare(carnet, 1, Some(head), &next, anne);
    append.puts = vec![put(1, b"one", &both), put(2, b"two", &both[..1])];
    storage.append(&append).await.unwrap();
    let erase = signed(b"erase");
    let mut append = bare(carnet, 2, Some(next.digest()), &erase, anne);
    append.erased = vec![EntryId::from_bytes([1; 16])];
    storage.append(&append).await.unwrap();
    let used = async || storage.head(carnet).await.unwrap().unwrap().used;
    let one = protocol::commit::sealed_digest(b"one");
    assert!(storage.payload(carnet, one).await.unwrap().is_none());
    assert!(storage.file(carnet, shared).await.unwrap().is_some());
    assert!(storage.file(carnet, alone).await.unwrap().is_none());
    let before = used().await;

    storage.sweep(START.plus(DAY)).await.unwrap();
    assert_eq!(used().await, before - 50);
    storage.sweep(START.plus(ERASED)).await.unwrap();
    assert_eq!(used().await, before - 50 - 50 - 3);
    let trash: Vec<BlobId> = trash_of(storage, carnet).await;
    assert_eq!(trash, [alone, forgotten]);
    storage.sweep(START.plus(ERASED)).await.unwrap();
    assert_eq!(used().await, before - 50 - 50 - 3);

    let close = signed(b"close");
    let mut append = bare(carnet, 3, Some(erase.digest()), &close, anne);
    append.closes = true;
    storage.append(&append).await.unwrap();
    let after = signed(b"after");
    let late = bare(carnet, 4, Some(close.digest()), &after, anne);
    assert_eq!(storage.append(&late).await.unwrap(), Appended::Lost);
    storage.sweep(START.plus(ERASED)).await.unwrap();
    assert!(storage.head(carnet).await.unwrap().is_none());
    assert!(
        storage
            .payload(carnet, protocol::commit::sealed_digest(b"two"))
            .await
            .unwrap()
            .is_none()
    );
    assert_eq!(trash_of(storage, carnet).await, [shared, alone, forgotten]);
}

async fn trash_of(storage: &Storage, carnet: CarnetId) -> Vec<BlobId> {
    let mut trash: Vec<BlobId> = storage
        .trash()
        .await
        .unwrap()
        .into_iter()
        .filter_map(|(of, blob)| (of == carnet).then_some(blob))
        .collect();
    trash.sort_unstable();
    trash
}

pub async fn journal_and_snapshot(storage: &Storage) {
    let anne = account(storage).await;
    let (carnet, _) = open(storage, anne).await;
    let line = |carnet, act: &str| NewLine {
        carnet,
        at: START,
        member: anne,
        act: act.to_owned(),
    };
    let lines = [
        line(carnet, "a"),
        line(self::carnet(), "lost"),
        line(carnet, "b"),
    ];
    storage.write_journal(&lines).await.unwrap();
    storage.write_journal(&[line(carnet, "c")]).await.unwrap();
    let read = storage
        .journal(carnet, i64::MAX, None, EVER, 2)
        .await
        .unwrap();
    let read: Vec<_> = read
        .into_iter()
        .map(|line| (line.number, line.act))
        .collect();
    assert_eq!(read, [(3, "c".to_owned()), (2, "b".to_owned())]);
    assert_eq!(
        storage
            .journal(carnet, 2, None, EVER, 9)
            .await
            .unwrap()
            .len(),
        1
    );
    storage
        .sweep_journal(protocol::time::Seconds(0), 2)
        .await
        .unwrap();
    let left = storage
        .journal(carnet, i64::MAX, None, EVER, 9)
        .await
        .unwrap();
    assert_eq!(left.len(), 2, "the newest stay");
    storage.sweep_journal(START, 2).await.unwrap();
    let left = storage
        .journal(carnet, i64::MAX, None, EVER, 9)
        .await
        .unwrap();
    assert!(left.is_empty(), "what is old goes, however little it is");

    assert!(storage.snapshot(anne, carnet).await.unwrap().is_none());
    for byte in [1, 2] {
        let snapshot = Snapshot {
            checkpoint: vec![byte],
            signature: Signature::from_bytes([byte; 64]),
            sealed: Sealed(vec![byte; 1000]),
        };
        storage.set_snapshot(anne, carnet, &snapshot).await.unwrap();
        assert_eq!(
            storage.snapshot(anne, carnet).await.unwrap().unwrap(),
            snapshot
        );
    }
}

pub async fn two_hundred_at_once(storage: Arc<Storage>) {
    let anne = account(&storage).await;
    let (carnet, head) = open(&storage, anne).await;
    let mut head = head;
    // In each round all want the same number: one gets it, and the chain goes on from there.
    for seq in 1..=3 {
        let pushes = (0..200_u32).map(|number| {
            let storage = Arc::clone(&storage);
            tokio::spawn(async move {
                let commit = signed(&number.to_be_bytes());
                let append: Append<'_> = bare(carnet, seq, Some(head), &commit, anne);
                (storage.append(&append).await.unwrap(), commit.digest())
            })
        });
        let mut kept = Vec::new();
        for push in pushes.collect::<Vec<_>>() {
            match push.await.unwrap() {
                (Appended::Kept, digest) => kept.push(digest),
                (became, _) => assert_eq!(became, Appended::Lost),
            }
        }
        assert_eq!(kept.len(), 1);
        head = kept[0];
    }
    let stands = storage.head(carnet).await.unwrap().unwrap();
    assert_eq!((stands.seq, stands.head), (3, head));
}
