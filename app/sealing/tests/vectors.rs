//! Every vector: one file each, named for what is wrong with it, made by `vectors.mjs` on other libraries in another
//! language. What once opened must open for ever; what is refused must be refused for its own reason.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod vector;

use data_encoding::HEXLOWER;
use protocol::ids::{Digest, EntryId, MemberId, SectionId, Signature};
use protocol::signing::{Kind, verify};
use protocol::time::Seconds;
use sealing::code::RecoveryCode;
use sealing::deposit::{TraySecret, open_deposit};
use sealing::entry::EntryPlace;
use sealing::file::{FileFacts, FileSecret};
use sealing::file_opener::{FileError, FileOpener};
use sealing::hybrid::read_recipient;
use sealing::key_envelope::open_keys;
use sealing::link::Fragment;
use sealing::member_label::Subject;
use sealing::name::{Passphrase, SignInName};
use sealing::root::Root;
use sealing::section_keys::SectionKeys;
use sealing::sheet::{LinkTerms, SheetSecret};
use sealing::shelf_box::BoxKind;
use sealing::typed_code::TypedCode;
use sealing::wrap::{Prf, WayKey, open_root};
use vector::{Ground, Vector, folder};

#[test]
fn every_vector_comes_out_as_it_says() {
    let ground = Ground::read();
    let mut names: Vec<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    assert!(names.len() >= 90, "vectors are missing: {}", names.len());
    for name in names {
        println!("{name}");
        let vector = Vector::read(&name);
        match vector.text("object") {
            // The first was read already; the second is checked beside the table of labels.
            "ground" | "labels" => {}
            "member" => member(&vector),
            "wrap" => wrap(&ground, &vector),
            "code" => code(&vector),
            "name" => sign_in_name(&vector),
            "envelope" => envelope(&ground, &vector),
            "back_link" => back_link(&ground, &vector),
            "entry" => entry(&ground, &vector),
            "label" => label(&ground, &vector),
            "box" => shelf_box(&ground, &vector),
            "notice" => notice(&ground, &vector),
            "link" => link(&vector),
            "deposit" => deposit(&ground, &vector),
            "file" => file(&vector),
            "sheet" => sheet(&vector),
            "shlink" => shlink(&vector),
            "typed_code" => typed_code(&vector),
            other => panic!("nobody checks {other}"),
        }
    }
}

fn notice(ground: &Ground, vector: &Vector) {
    let generation = u32::try_from(vector.number("generation")).unwrap();
    let own = ground.root.own();
    let key = own.notices(ground.root.id(), generation);
    let opened = key.open(vector.text("sealed")).unwrap();
    assert_eq!(*opened, vector.text("plain"));
    let name = own.name_for_server(vector.text("thing").as_bytes());
    assert_eq!(name[..], vector.bytes("name")[..]);
}

fn member(vector: &Vector) {
    let root = Root::read_identity(vector.text("root")).unwrap();
    assert_eq!(root.id().to_string(), vector.text("id"));
    assert_eq!(root.public().signing.to_string(), vector.text("signing"));
    assert_eq!(
        root.public().recipient,
        read_recipient(vector.text("recipient")).unwrap()
    );
    let bytes = vector.bytes("bytes");
    let signature: Signature = vector.text("signature").parse().unwrap();
    assert_eq!(root.sign(Kind::Commit, &bytes), signature);
    verify(&root.public().signing, Kind::Commit, &bytes, &signature).unwrap();
    verify(&root.public().signing, Kind::List, &bytes, &signature).unwrap_err();
}

fn wrap(ground: &Ground, vector: &Vector) {
    let mut output = HEXLOWER
        .decode(ground.vector.text("prf").as_bytes())
        .unwrap();
    let prf = Prf::take(&mut output).unwrap();
    let code = RecoveryCode::read(ground.vector.text("code")).unwrap();
    let passphrase = Passphrase::read(ground.vector.text("passphrase")).unwrap();
    let key = match vector.text("way") {
        "prf" => WayKey::Prf(&prf),
        "code" => WayKey::Code(&code),
        _ => WayKey::Passphrase(&passphrase),
    };
    match open_root(&vector.bytes("sealed"), &key) {
        Ok(root) => assert_eq!(root.id().to_string(), vector.text("id")),
        Err(error) => vector.refused(error),
    }
}

fn code(vector: &Vector) {
    let code = RecoveryCode::read(vector.text("text")).unwrap();
    assert_eq!(code.text().as_str(), vector.text("text"));
    assert_eq!(code.lookup_id().to_string(), vector.text("lookup"));
    assert_eq!(code.login_token().to_string(), vector.text("token"));
}

fn sign_in_name(vector: &Vector) {
    let name = SignInName::read(vector.text("typed")).unwrap();
    let passphrase = Passphrase::read(vector.text("passphrase")).unwrap();
    assert_eq!(name.lookup_id().to_string(), vector.text("lookup"));
    assert_eq!(
        name.login_token(&passphrase).to_string(),
        vector.text("token")
    );
}

fn envelope(ground: &Ground, vector: &Vector) {
    let digest: Digest = vector.text("digest").parse().unwrap();
    match open_keys(
        ground.root.holder(),
        ground.carnet,
        &digest,
        &vector.bytes("sealed"),
    ) {
        Ok(received) => {
            let mut ring = SectionKeys::new(ground.carnet);
            let refused = ring.accept(received, |section, epoch| ground.committed(section, epoch));
            assert_eq!(refused.unwrap(), []);
            assert_eq!(ring.names().count() as u64, vector.number("keys"));
        }
        Err(error) => vector.refused(error),
    }
}

fn back_link(ground: &Ground, vector: &Vector) {
    let section: SectionId = vector.text("section").parse().unwrap();
    let epoch = vector.small("epoch");
    let committed = ground.committed(section, epoch - 1).unwrap();
    let mut ring = ground.ring();
    match ring.follow_back_link(section, epoch, &vector.bytes("sealed"), &committed) {
        Ok(()) => assert!(!vector.has("refused")),
        Err(error) => vector.refused(error),
    }
}

fn entry(ground: &Ground, vector: &Vector) {
    let place = EntryPlace {
        section: vector.text("section").parse().unwrap(),
        epoch: vector.small("epoch"),
        entry: vector.text("entry").parse::<EntryId>().unwrap(),
        author: vector.text("author").parse::<MemberId>().unwrap(),
    };
    vector.judge(ground.ring().open_entry(&place, &vector.bytes("sealed")));
}

fn label(ground: &Ground, vector: &Vector) {
    let subject = Subject::Member(vector.text("member").parse().unwrap());
    let section = vector.text("section").parse().unwrap();
    let opened = ground
        .ring()
        .open_label(section, subject, &vector.bytes("sealed"));
    vector.judge(opened.map(|words| words.as_bytes().to_vec()));
}

fn shelf_box(ground: &Ground, vector: &Vector) {
    assert_eq!(vector.number("kind"), BoxKind::Draft as u64);
    let name = vector.text("name").as_bytes();
    vector.judge(
        ground
            .root
            .shelf()
            .open(BoxKind::Draft, name, &vector.bytes("sealed")),
    );
}

fn link(vector: &Vector) {
    match Fragment::read(vector.text("fragment")) {
        Ok(fragment) => {
            assert_eq!(fragment.carnet.to_string(), vector.text("carnet"));
            assert_eq!(fragment.seq, vector.number("seq"));
            assert_eq!(fragment.head.to_string(), vector.text("head"));
            assert_eq!(fragment.secret.holder().id().to_string(), vector.text("id"));
            assert_eq!(
                fragment.secret.access_token().to_string(),
                vector.text("token")
            );
            assert_eq!(fragment.tray.is_some(), vector.has("tray"));
            assert_eq!(fragment.text().as_str(), vector.text("fragment"));
        }
        Err(error) => vector.refused(error),
    }
}

fn deposit(ground: &Ground, vector: &Vector) {
    let tray = TraySecret::read(vector.text("tray")).unwrap();
    let link = vector.text("link").parse().unwrap();
    let counter = vector.number("counter");
    vector.judge(open_deposit(
        &tray,
        ground.carnet,
        link,
        counter,
        &vector.bytes("sealed"),
    ));
}

fn file(vector: &Vector) {
    let mut sealed = std::fs::read(folder().join("file.age")).unwrap();
    let edit = Vector(vector.0["edit"].clone());
    let index = |field: &str| usize::try_from(edit.number(field)).unwrap();
    if edit.has("cut") {
        sealed.truncate(sealed.len() - index("cut"));
    }
    if edit.has("keep") {
        sealed.truncate(index("keep"));
    }
    if edit.has("append") {
        sealed.resize(sealed.len() + index("append"), 0);
    }
    if edit.has("flip") {
        sealed[index("flip")] ^= 1;
    }
    let digest = |field: &str| vector.text(field).parse().unwrap();
    let (size, sealed_size) = (vector.number("size"), vector.number("sealed_size"));
    let facts = FileFacts::from_entry(size, digest("sha256"), digest("head"), sealed_size).unwrap();
    let secret = FileSecret::read(vector.text("secret")).unwrap();
    match open_file(&secret, facts, &sealed) {
        Ok(plain) => assert_eq!(&plain[..7], vector.text("plain").as_bytes()),
        Err(error) => vector.refused(error),
    }
}

fn open_file(secret: &FileSecret, facts: FileFacts, sealed: &[u8]) -> Result<Vec<u8>, FileError> {
    let mut plain = Vec::new();
    let mut whole = FileOpener::new(secret, facts, sealed)?.whole();
    whole.push(&sealed[facts.head_length as usize..], &mut plain)?;
    whole.finish(&mut plain)?;
    Ok(plain)
}

fn sheet(vector: &Vector) {
    let secret = SheetSecret::read(vector.text("secret")).unwrap();
    assert_eq!(secret.manifest_id().to_string(), vector.text("manifest"));
    assert_eq!(secret.text().as_str(), vector.text("secret"));
    let opened = secret.open(vector.text("jwe").as_bytes());
    if let Ok(opened) = &opened {
        assert_eq!(opened.built_from, vector.number("seq"));
        assert_eq!(opened.at, Seconds(vector.number("at")));
    }
    vector.judge(opened.map(|opened| opened.content.to_vec()));
}

fn shlink(vector: &Vector) {
    let secret = SheetSecret::read(vector.text("secret")).unwrap();
    let terms = LinkTerms {
        origin: "https://carnet.example",
        long_term: true,
        passcode: true,
        until: Some(Seconds(1_800_000_000)),
        label: "Carnet",
    };
    assert_eq!(secret.shlink(&terms).as_str(), vector.text("shlink"));
}

fn typed_code(vector: &Vector) {
    let code = TypedCode::read(vector.text("text")).unwrap();
    assert_eq!(code.text().as_str(), vector.text("text"));
    let key = code.derive();
    assert_eq!(key.lookup().to_string(), vector.text("lookup"));
    vector.judge(
        key.open(&vector.bytes("sealed"))
            .map(|text| text.as_bytes().to_vec()),
    );
}
