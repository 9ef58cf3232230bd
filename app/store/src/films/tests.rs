//! Films made here box by box, whole and spoilt; those of real programs are in `tests/films.rs`.

use futures::executor::block_on;

use super::*;

fn part(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len() + 8).unwrap();
    [&length.to_be_bytes()[..], name, body].concat()
}

fn parts(name: &[u8; 4], inside: &[Vec<u8>]) -> Vec<u8> {
    part(name, &inside.concat())
}

fn handler(kind: &[u8; 4]) -> Vec<u8> {
    part(b"hdlr", &[&[0; 8][..], kind, &[0; 13]].concat())
}

fn track(kind: &[u8; 4], description: &[u8]) -> Vec<u8> {
    let table = part(
        b"stsd",
        &[&[0, 0, 0, 0, 0, 0, 0, 1][..], description].concat(),
    );
    let inside = parts(b"minf", &[parts(b"stbl", &[table])]);
    parts(b"trak", &[parts(b"mdia", &[handler(kind), inside])])
}

fn keyed(names: &[&str], values: &[&str]) -> Vec<u8> {
    let mut keys = vec![0, 0, 0, 0, 0, 0, 0, u8::try_from(names.len()).unwrap()];
    for name in names {
        keys.extend(part(b"mdta", name.as_bytes()));
    }
    let item = |(place, value): (usize, &&str)| {
        let number = u32::try_from(place + 1).unwrap().to_be_bytes();
        part(&number, &part(b"data", value.as_bytes()))
    };
    let items: Vec<Vec<u8>> = values.iter().enumerate().map(item).collect();
    parts(
        b"meta",
        &[
            handler(b"mdta"),
            part(b"keys", &keys),
            parts(b"ilst", &items),
        ],
    )
}

const PLACE: &str = "+48.8577+002.2950/";

/// A film that tells its place wherever a camera may write it.
fn film() -> Vec<u8> {
    let names = [
        "com.apple.quicktime.location.ISO6709",
        "com.apple.quicktime.creationdate",
    ];
    let notes = parts(
        b"udta",
        &[
            part(b"\xa9xyz", PLACE.as_bytes()),
            part(b"loci", PLACE.as_bytes()),
            part(b"XMP_", PLACE.as_bytes()),
            part(b"\xa9nam", b"Marche"),
            vec![0; 4],
        ],
    );
    let movie = parts(
        b"moov",
        &[
            part(b"mvhd", &[1; 100]),
            track(b"vide", b"avc1"),
            notes,
            keyed(&names, &[PLACE, "2026-05-01"]),
            part(b"gps ", PLACE.as_bytes()),
        ],
    );
    [
        part(b"ftyp", b"isom0000"),
        part(b"free", PLACE.as_bytes()),
        part(b"mdat", &[7; 5_000]),
        movie,
        part(b"uuid", PLACE.as_bytes()),
        part(b"frea", PLACE.as_bytes()),
    ]
    .concat()
}

/// The bytes as they would be sealed, read in pieces of some size, and whether nothing of a place can be left.
fn cleaned(bytes: &[u8], mime: &str, step: usize) -> Option<(Vec<u8>, bool)> {
    let source: Rc<dyn Source> = Rc::new(bytes.to_vec());
    let Film::Cleaned { source, sure } = block_on(clean(&source, mime)).unwrap() else {
        return None;
    };
    assert_eq!(source.size(), bytes.len() as u64);
    let mut read = Vec::new();
    while read.len() < bytes.len() {
        let length = step.min(bytes.len() - read.len());
        read.extend(block_on(source.read(read.len() as u64, length)).unwrap());
    }
    Some((read, sure))
}

fn tells(bytes: &[u8], word: &str) -> bool {
    bytes
        .windows(word.len())
        .any(|some| some == word.as_bytes())
}

#[test]
fn a_place_goes_from_wherever_a_camera_writes_it_and_nothing_moves() {
    let film = film();
    for step in [1, 7, 100, 8_192] {
        let (clean, sure) = cleaned(&film, "video/mp4", step).unwrap();
        assert!(sure && clean.len() == film.len());
        assert!(!tells(&clean, "48.8"), "step {step}");
        assert!(tells(&clean, "Marche") && tells(&clean, "2026-05-01"));
        let pictures = film.windows(5_000).position(|some| some == [7; 5_000]);
        assert_eq!(
            clean.windows(5_000).position(|some| some == [7; 5_000]),
            pictures
        );
        // Once more changes nothing more.
        assert_eq!(cleaned(&clean, "video/mp4", 8_192), Some((clean, true)));
    }
}

#[test]
fn measurements_of_a_camera_and_forms_that_are_not_known_are_told() {
    let with = |track: Vec<u8>| {
        let movie = parts(b"moov", &[part(b"mvhd", &[1; 100]), track]);
        [part(b"ftyp", b"qt  0000"), movie].concat()
    };
    let sure = |bytes: &[u8], mime| cleaned(bytes, mime, 8_192).map(|(_, sure)| sure);
    assert_eq!(sure(&with(track(b"soun", b"mp4a")), ""), Some(true));
    let telephone = [
        &[0, 0, 0, 40][..],
        b"mebx",
        &[0; 8],
        b"mdtacom.apple.quicktime.live",
    ]
    .concat();
    assert_eq!(sure(&with(track(b"meta", &telephone)), ""), Some(true));
    let place = [
        &[0, 0, 0, 40][..],
        b"mebx",
        &[0; 8],
        b"com.apple.quicktime.Location.X",
    ]
    .concat();
    assert_eq!(sure(&with(track(b"meta", &place)), ""), Some(false));
    let gopro = [&[0, 0, 0, 16][..], b"gpmd", &[0; 8]].concat();
    assert_eq!(sure(&with(track(b"meta", &gopro)), ""), Some(false));
    assert_eq!(sure(&with(track(b"text", b"text")), ""), Some(false));
    assert_eq!(sure(b"RIFF0000AVI LIST", "video/x-msvideo"), Some(false));
    assert_eq!(sure(b"%PDF-1.4 and so on", "application/pdf"), None);
    assert_eq!(sure(b"", ""), None);
}

#[test]
fn a_place_within_the_tables_of_samples_goes_too_or_is_told() {
    let film = |tables: &[Vec<u8>], pieces: &[Vec<u8>]| {
        let described = part(b"stsd", &[0, 0, 0, 0, 0, 0, 0, 0]);
        let table = [&[described], tables].concat();
        let media = parts(b"minf", &[parts(b"stbl", &table)]);
        let track = parts(b"trak", &[parts(b"mdia", &[handler(b"vide"), media])]);
        let movie = parts(b"moov", &[part(b"mvhd", &[1; 100]), track]);
        let piece = parts(b"moof", &[part(b"mfhd", &[0; 8]), parts(b"traf", pieces)]);
        let whole = [part(b"ftyp", b"isom0000"), movie, piece].concat();
        let (clean, sure) = cleaned(&whole, "video/mp4", 64).unwrap();
        (tells(&clean, "48.8"), sure)
    };
    let place = |name| part(name, PLACE.as_bytes());
    assert_eq!(
        film(&[part(b"stts", &[0; 8])], &[part(b"trun", &[0; 8])]),
        (false, true)
    );
    // What may go goes.
    let notes = parts(b"udta", &[place(b"\xa9xyz")]);
    assert_eq!(film(&[place(b"uuid"), notes.clone()], &[]), (false, true));
    assert_eq!(
        film(&[], &[place(b"free"), notes, place(b"uuid")]),
        (false, true)
    );
    // What is not known, or cannot go, is told.
    assert_eq!(film(&[place(b"gps ")], &[]), (true, false));
    assert_eq!(film(&[], &[place(b"gps ")]), (true, false));
    let described = [&[0, 0, 0, 0, 0, 0, 0, 1][..], &place(b"uuid")].concat();
    assert_eq!(film(&[part(b"stsd", &described)], &[]), (true, false));
}

#[test]
fn whatever_is_wrong_with_a_film_it_is_told_and_not_lost() {
    let film = film();
    // Every length cut short, every byte spoilt: never a panic, never another length.
    for end in (0..film.len()).step_by(13) {
        if let Some((clean, _)) = cleaned(&film[..end], "video/mp4", 8_192) {
            assert_eq!(clean.len(), end);
        }
    }
    for at in (0..film.len()).filter(|at| !(200..5_000).contains(at)) {
        for other in [0, 1, 0xFF] {
            let mut spoilt = film.clone();
            spoilt[at] = other;
            let (clean, _) = cleaned(&spoilt, "video/mp4", 8_192).unwrap();
            assert_eq!(clean.len(), film.len());
        }
    }
}

fn element(id: &[u8], body: &[u8]) -> Vec<u8> {
    let length = (1 << 28) | u32::try_from(body.len()).unwrap();
    [id, &length.to_be_bytes(), body].concat()
}

#[test]
fn tags_and_attachments_of_matroska_become_void() {
    let head = element(&[0x1A, 0x45, 0xDF, 0xA3], b"webm");
    let tags = element(&[0x12, 0x54, 0xC3, 0x67], PLACE.as_bytes());
    let attached = element(&[0x19, 0x41, 0xA4, 0x69], PLACE.as_bytes());
    let tracks = element(&[0x16, 0x54, 0xAE, 0x6B], b"tracks");
    let block = element(&[0xA3], &[7; 300]);
    let cluster = element(&[0x1F, 0x43, 0xB6, 0x75], &block);
    let segment = |inside: &[u8]| [&head[..], &element(&[0x18, 0x53, 0x80, 0x67], inside)].concat();
    let whole = segment(&[&tracks[..], &tags, &cluster, &attached].concat());
    let (clean, sure) = cleaned(&whole, "video/webm", 5).unwrap();
    assert!(sure && clean.len() == whole.len() && !tells(&clean, "48.8"));
    let void = clean
        .windows(5_usize)
        .any(|some| some == [0xEC, 1, 0, 0, 0]);
    assert!(void, "the length of a void is written in eight bytes");
    assert_eq!(cleaned(&clean, "video/webm", 64), Some((clean, true)));
    // While it is being recorded, neither the film nor its parts have a length.
    let live = [
        &head[..],
        &[0x18, 0x53, 0x80, 0x67, 0xFF],
        &tracks,
        &[0x1F, 0x43, 0xB6, 0x75, 0xFF],
        &block,
        &tags,
    ]
    .concat();
    let (clean, sure) = cleaned(&live, "video/webm", 64).unwrap();
    assert!(sure && !tells(&clean, "48.8"));
    let strange = segment(&element(&[0x42, 0x86], b"?"));
    assert_eq!(cleaned(&strange, "", 64), Some((strange.clone(), false)));
    for end in 0..whole.len() {
        if let Some((clean, _)) = cleaned(&whole[..end], "video/webm", 64) {
            assert_eq!(clean.len(), end);
        }
    }
}
