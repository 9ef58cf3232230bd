//! Files: sealed in pieces of any size, opened whole or by any range, refused when anything moved.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;
use protocol::ids::Digest;
use sealing::file::{FileFacts, FileSealer, FileSecret};
use sealing::file_header::head_length;
use sealing::file_opener::{FileError, FileOpener, SealedRange};

const CHUNK: usize = 64 * 1024;

fn seal(plain: &[u8], piece: usize) -> (FileSecret, FileFacts, Vec<u8>) {
    let mut sealed = Vec::new();
    let mut sealer = FileSealer::start(&mut sealed);
    for piece in plain.chunks(piece) {
        sealer.push(piece, &mut sealed);
    }
    let (secret, facts) = sealer.finish(&mut sealed);
    (secret, facts, sealed)
}

fn open(
    secret: &FileSecret,
    facts: FileFacts,
    sealed: &[u8],
    piece: usize,
) -> Result<Vec<u8>, FileError> {
    let opener = FileOpener::new(secret, facts, sealed)?;
    let mut whole = opener.whole();
    let mut plain = Vec::new();
    for piece in sealed[facts.head_length as usize..].chunks(piece) {
        whole.push(piece, &mut plain)?;
    }
    whole.finish(&mut plain)?;
    Ok(plain)
}

fn pattern(size: usize) -> Vec<u8> {
    (0..size)
        .map(|index| ((index * 31 + index / 251) % 256).try_into().unwrap())
        .collect()
}

fn part_of<'a>(sealed: &'a [u8], range: &SealedRange) -> &'a [u8] {
    let index = |at: u64| usize::try_from(at).unwrap();
    &sealed[index(range.bytes.start)..index(range.bytes.end)]
}

#[test]
fn sizes_around_the_borders_of_chunks_open_again() {
    for size in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 5] {
        let plain = pattern(size);
        let (secret, facts, sealed) = seal(&plain, 10_000);
        assert_eq!(sealed.len() as u64, facts.sealed_size());
        assert_eq!(head_length(&sealed), Some(facts.head_length as usize));
        assert_eq!(
            FileFacts::from_entry(facts.size, facts.sha256, facts.head, sealed.len() as u64),
            Some(facts)
        );
        assert_eq!(open(&secret, facts, &sealed, 77_777).unwrap(), plain);
        let secret = FileSecret::read(&secret.text_for_entry()).unwrap();
        assert_eq!(open(&secret, facts, &sealed, sealed.len()).unwrap(), plain);
    }
}

#[test]
fn whatever_a_server_could_do_to_a_file_is_refused() {
    let plain = pattern(2 * CHUNK + 100);
    let (secret, facts, sealed) = seal(&plain, CHUNK);
    let head = facts.head_length as usize;
    let (one, two) = (
        head..head + CHUNK + 16,
        head + CHUNK + 16..head + 2 * (CHUNK + 16),
    );

    let refuse = |sealed: &[u8], expected: FileError| {
        assert_eq!(open(&secret, facts, sealed, 50_000).unwrap_err(), expected);
    };
    refuse(&sealed[..head - 1], FileError::Truncated);
    refuse(&sealed[..two.end], FileError::Truncated);
    refuse(&sealed[..one.end], FileError::Truncated);
    refuse(&sealed[..sealed.len() - 1], FileError::Truncated);
    refuse(&[&sealed[..], &[0]].concat(), FileError::TooLong);
    let mut swapped = sealed.clone();
    swapped[one.start..two.end].rotate_left(CHUNK + 16);
    refuse(&swapped, FileError::Damaged { chunk: 0 });
    let mut flipped = sealed.clone();
    flipped[two.start + 9] ^= 1;
    refuse(&flipped, FileError::Damaged { chunk: 1 });
    let (_, _, other) = seal(&plain, CHUNK);
    refuse(&other, FileError::WrongFile);
    let mut grown = sealed.clone();
    grown.extend_from_slice(&sealed[one.clone()]);
    assert!(open(&secret, facts, &grown, CHUNK).is_err());

    // The right file under wrong facts.
    let shorter = FileFacts {
        size: facts.size - 1,
        ..facts
    };
    assert_eq!(
        open(&secret, shorter, &sealed, CHUNK).unwrap_err(),
        FileError::TooLong
    );
    let other_content = FileFacts {
        sha256: Digest::from_bytes([0; 32]),
        ..facts
    };
    assert_eq!(
        open(&secret, other_content, &sealed, CHUNK).unwrap_err(),
        FileError::WrongContent
    );
    assert_eq!(
        FileFacts::from_entry(facts.size, facts.sha256, facts.head, 10),
        None
    );
    assert_eq!(
        FileFacts::from_entry(u64::MAX, facts.sha256, facts.head, u64::MAX),
        None
    );
}

#[test]
fn a_range_is_exactly_what_was_asked_or_nothing() {
    let plain = pattern(3 * CHUNK);
    let (secret, facts, sealed) = seal(&plain, CHUNK);
    let opener = FileOpener::new(&secret, facts, &sealed[..4000.min(sealed.len())]).unwrap();
    let range = opener
        .sealed_range(2 * CHUNK as u64 - 1..2 * CHUNK as u64 + 1)
        .unwrap();
    assert_eq!(range.bytes.end - range.bytes.start, 2 * (CHUNK as u64 + 16));
    let bytes = part_of(&sealed, &range);
    assert_eq!(
        opener.open_range(&range, bytes).unwrap(),
        &plain[2 * CHUNK - 1..=2 * CHUNK]
    );
    assert_eq!(
        opener.open_range(&range, &bytes[1..]),
        Err(FileError::Truncated)
    );
    assert_eq!(
        opener.open_range(&range, &[bytes, &[0]].concat()),
        Err(FileError::TooLong)
    );
    let elsewhere = &sealed[facts.head_length as usize..][..bytes.len()];
    assert_eq!(
        opener.open_range(&range, elsewhere),
        Err(FileError::Damaged { chunk: 1 })
    );
    assert_eq!(
        opener.sealed_range(0..facts.size + 1),
        Err(FileError::Range)
    );
    assert_eq!(opener.sealed_range(5..5), Err(FileError::Range));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_range_of_any_file_opens_alone(
        size in 1..4 * CHUNK,
        from in any::<proptest::sample::Index>(),
        length in any::<proptest::sample::Index>(),
        piece in 1000..3 * CHUNK,
    ) {
        let plain = pattern(size);
        let (secret, facts, sealed) = seal(&plain, piece);
        let from = from.index(size);
        let to = from + 1 + length.index(size - from);
        let opener = FileOpener::new(&secret, facts, &sealed).unwrap();
        let range = opener.sealed_range(from as u64..to as u64).unwrap();
        let part = part_of(&sealed, &range);
        prop_assert_eq!(opener.open_range(&range, part).unwrap(), &plain[from..to]);
        prop_assert_eq!(open(&secret, facts, &sealed, piece).unwrap(), plain);
    }
}
