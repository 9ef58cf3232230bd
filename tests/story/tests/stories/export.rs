//! Everything taken away, opened and read without our code: by Python's zipfile and json.

use std::cell::RefCell;
use std::process::Command;
use std::rc::Rc;

use domain::Entry;
use domain::entry::Document;
use futures::future::LocalBoxFuture;
use store::{PickedFile, Sink, Trouble};
use story::person::{allergy, note};
use story::{Home, Person, tell};

#[derive(Default)]
struct Memory(RefCell<Vec<u8>>);

impl Sink for Memory {
    fn write(&self, bytes: Vec<u8>) -> LocalBoxFuture<'_, Result<(), Trouble>> {
        self.0.borrow_mut().extend(bytes);
        Box::pin(async { Ok(()) })
    }
}

const READ: &str = r#"
import hashlib, json, sys, zipfile
zip = zipfile.ZipFile(sys.argv[1])
assert zip.testzip() is None
names = zip.namelist()
page = zip.read([n for n in names if n.endswith("index.html")][0]).decode()
entries = [n for n in names if n.endswith(".json")]
text = "".join(zip.read(n).decode() for n in entries)
json.loads(zip.read(entries[0]))
for word in ("Arachide", "prendre le goûter", "Bilan de kiné"):
    assert word in page, word + " is not in the page"
    assert word in text, word + " is not in the JSON"
assert "AGE-SECRET-KEY" not in page + text
files = [hashlib.sha256(zip.read(n)).hexdigest() for n in names if n.startswith("fichiers/")]
assert sys.argv[2] in files, "the original is not there byte for byte"
print("read")
"#;

#[test]
fn the_zip_is_opened_and_read_by_python() {
    tell(async {
        let home = Home::start().await;
        let (parent, _) = Person::parent(&home).await;
        parent.put(allergy("Arachide")).await;
        parent.put(note("prendre le goûter")).await;
        let original: Vec<u8> = b"%PDF-1.4 ".iter().copied().cycle().take(300_001).collect();
        let picked = vec![PickedFile::from_bytes(
            "bilan.pdf",
            "application/pdf",
            original.clone(),
        )];
        let added = parent
            .keeper
            .add_files(picked, false, Rc::new(|_| ()))
            .await
            .unwrap();
        let sum = added[0].file.sha256.clone();
        let pages = vec![added[0].file.clone()];
        parent
            .put(Entry::Document(Document {
                title: "Bilan de kiné".into(),
                pages,
                ..Document::default()
            }))
            .await;

        let sink = Rc::new(Memory::default());
        parent
            .keeper
            .export(sink.clone(), domain::Lang::Fr, Rc::new(|_| ()))
            .await
            .unwrap();
        let zip = home.folder.join("carnet.zip");
        std::fs::write(&zip, &*sink.0.borrow()).unwrap();
        let digest = data_encoding::BASE64URL_NOPAD
            .decode(sum.as_bytes())
            .unwrap();
        let hex = data_encoding::HEXLOWER.encode(&digest);
        let run = Command::new("python3")
            .arg("-c")
            .arg(READ)
            .arg(&zip)
            .arg(&hex)
            .output()
            .unwrap();
        assert!(
            run.status.success(),
            "{}",
            String::from_utf8_lossy(&run.stderr)
        );
        assert_eq!(String::from_utf8_lossy(&run.stdout).trim(), "read");
    });
}
