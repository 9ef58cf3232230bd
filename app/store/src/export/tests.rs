//! The copy is opened by programs that know nothing of this one: Python's zipfile and unzip.

use std::cell::{Cell, RefCell};
use std::process::Command;
use std::rc::Rc;

use chrono::NaiveDate;
use domain::entry::Document;
use domain::{Entry, FileRef, FileSecret, Plain};
use futures::executor::block_on;
use futures::stream;
use futures::{FutureExt, StreamExt};

use super::*;
use crate::trouble::What;

const PIECE: usize = 64 * 1024;

/// A sink that keeps everything and watches how large its pieces get.
#[derive(Default)]
struct Kept {
    bytes: RefCell<Vec<u8>>,
    largest: Cell<usize>,
}

impl Sink for Kept {
    fn write(&self, bytes: Vec<u8>) -> LocalBoxFuture<'_, Result<(), Trouble>> {
        self.largest.set(self.largest.get().max(bytes.len()));
        self.bytes.borrow_mut().extend(bytes);
        async { Ok(()) }.boxed_local()
    }
}

/// Files of as many pieces as their blob's name says; an ending says what goes wrong after them.
struct Made;

impl Originals for Made {
    fn read<'a>(&'a self, file: &'a FileRef) -> LocalBoxStream<'a, Result<Vec<u8>, Trouble>> {
        let (count, trouble) = match file.blob.split_once('-') {
            Some((count, "broken")) => (count, Some(Trouble::Broken(What::File))),
            Some((count, _)) => (count, Some(Trouble::Offline)),
            None => (file.blob.as_str(), None),
        };
        let pieces = (0..count.parse().unwrap()).map(|piece: u8| Ok(vec![piece; PIECE]));
        stream::iter(pieces.chain(trouble.map(Err))).boxed_local()
    }
}

fn document(title: &str, name: &str, blob: &str) -> Record {
    let size = 0;
    let identity = FileSecret::new("AGE-SECRET-KEY-CANARY".to_owned());
    let file = FileRef {
        blob: blob.to_owned(),
        name: name.to_owned(),
        identity,
        size,
        ..FileRef::default()
    };
    let document = Document {
        title: title.to_owned(),
        pages: vec![file],
        ..Document::default()
    };
    Record {
        id: EntryRef("1".to_owned()),
        plain: Plain::new(Entry::Document(document)),
        author: "Claire".to_owned(),
        written: NaiveDate::from_ymd_opt(2026, 3, 4),
    }
}

fn contents(records: Vec<Record>) -> Contents {
    let taken = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    Contents {
        records,
        unreadable: 2,
        state: "12:abc".to_owned(),
        taken,
        lang: Lang::Fr,
    }
}

fn exported(records: Vec<Record>) -> Result<Kept, Trouble> {
    let kept = Kept::default();
    let quiet: OnProgress = Rc::new(|_| ());
    block_on(contents::write(&contents(records), &Made, &kept, &quiet)).map(|()| kept)
}

/// Writes the zip to a folder of its own and has a program look at it.
fn look(name: &str, kept: &Kept, program: &str, arguments: &[&str]) -> String {
    let folder = std::env::temp_dir().join(format!("carnet-export-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("carnet.zip");
    std::fs::write(&path, &*kept.bytes.borrow()).unwrap();
    let output = Command::new(program).args(arguments).arg(&path).output();
    let output = output.unwrap_or_else(|_| panic!("this test needs {program}: install it"));
    std::fs::remove_dir_all(&folder).unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    said
}

#[test]
fn other_programs_open_the_copy() {
    let records = vec![
        document("Compte rendu d'IRM", "../../etc/IRM: tête.PDF", "3"),
        document("Compte rendu d'IRM", "IRM.pdf", "0"),
    ];
    let kept = exported(records).unwrap();
    let script = "
import sys, zipfile, json
zip = zipfile.ZipFile(sys.argv[1])
assert zip.testzip() is None
for info in zip.infolist(): print(info.filename, info.file_size, info.date_time[:3])
carnet = json.loads(zip.read('carnet.json'))
path = carnet['entries'][0]['entry']['pages'][0]['path']
assert zip.read(path) == bytes([0]) * 65536 + bytes([1]) * 65536 + bytes([2]) * 65536
assert 'Claire' in zip.read('index.html').decode()
assert 'CANARY' not in str([zip.read(name) for name in zip.namelist()])
";
    let listed = look("python", &kept, "python3", &["-c", script]);
    let expected = [
        "fichiers/0001-compte-rendu-d-irm/01-etc-irm-tete.pdf 196608 (2026, 3, 4)",
        "fichiers/0002-compte-rendu-d-irm/01-irm.pdf 0 (2026, 3, 4)",
        "LISEZMOI.txt",
    ];
    for line in expected {
        assert!(listed.contains(line), "{listed}");
    }
    look("unzip", &kept, "unzip", &["-t"]);
}

#[test]
fn nothing_is_ever_whole_in_memory() {
    let kept = exported(vec![document("Film", "film.mp4", "200")]).unwrap();
    assert!(kept.bytes.borrow().len() > 200 * PIECE);
    assert!(kept.largest.get() < 2 * PIECE, "{}", kept.largest.get());
}

#[test]
fn a_damaged_file_leaves_a_gap_that_is_named() {
    let records = vec![
        document("A", "a.jpg", "2-broken"),
        document("B", "b.jpg", "1"),
    ];
    let kept = exported(records).unwrap();
    let read = look("gap", &kept, "unzip", &["-p"]);
    assert!(read.contains("fichiers/0001-a/01-a.jpg (endommagé)"));
    assert!(!read.contains("fichiers/0002-b/01-b.jpg ("));
    assert!(read.contains("12:abc"));
}

#[test]
fn without_the_server_there_is_no_copy() {
    assert_eq!(
        exported(vec![document("A", "a.jpg", "1-offline")]).err(),
        Some(Trouble::Offline)
    );
}

#[test]
fn a_bundle_holds_the_document_and_its_papers_and_names_what_is_missing() {
    let file = |name: &str, blob: &str| domain::FileRef {
        blob: blob.to_owned(),
        name: name.to_owned(),
        mime: "image/jpeg".to_owned(),
        ..FileRef::default()
    };
    let bundle = Bundle {
        document: ("dossier.pdf".to_owned(), b"%PDF-".to_vec()),
        pieces: vec![
            (
                "Bilan de kiné".to_owned(),
                vec![file("page.jpg", "2"), file("page.jpg", "1")],
            ),
            (
                "Bilan de kiné".to_owned(),
                vec![file("../sous.html", "1-broken")],
            ),
        ],
        day: NaiveDate::from_ymd_opt(2026, 11, 26).unwrap(),
        lang: Lang::Fr,
    };
    let kept = Kept::default();
    let quiet: OnProgress = Rc::new(|_| ());
    let gaps = block_on(bundle::write(&bundle, &Made, &kept, &quiet)).unwrap();
    assert_eq!(gaps, 1);
    assert!(kept.largest.get() <= PIECE + 200, "{}", kept.largest.get());
    let listed = look("bundle", &kept, "unzip", &["-l"]);
    for path in [
        "dossier.pdf",
        "pieces/01-bilan-de-kine/01-page.jpg",
        "pieces/01-bilan-de-kine/02-page.jpg",
        "pieces/02-bilan-de-kine/01-sous.html.txt",
        "A-LIRE.txt",
    ] {
        assert!(listed.contains(path), "{path}: {listed}");
    }
}
