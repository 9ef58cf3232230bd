//! What this crate seals, others open, and the other way round: the reference package `age-encryption`, and Debian's `age`.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use protocol::ids::Digest;
use sealing::code::RecoveryCode;
use sealing::file::{FileFacts, FileSealer, FileSecret};
use sealing::file_header::head_length;
use sealing::file_opener::FileOpener;
use sealing::hybrid::{read_recipient, recipient_text};
use sealing::name::Passphrase;
use sealing::root::Root;
use sealing::wrap::{WayKey, open_root, seal_root};
use sha2::{Digest as _, Sha256};

const TESTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests");
const PACKAGE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../tests/browser/node_modules/age-encryption"
);

/// Runs the reference package.
fn reference(command: &[&str], input: &[u8]) -> Vec<u8> {
    assert!(
        Path::new(PACKAGE).exists(),
        "the npm package age-encryption is missing: run `npm ci` in tests/browser, or `cargo xtask test`"
    );
    let mut node = Command::new("node");
    node.arg(Path::new(TESTS).join("interop.mjs")).args(command);
    run(
        node,
        input,
        "node: install it from Debian's package nodejs, or run `cargo xtask test`",
    )
}

/// Runs `age -d` with a passphrase. It asks a terminal for it, so that one is made by util-linux's `script`.
fn debian_age(passphrase: &str, sealed: &[u8]) -> Vec<u8> {
    let version = Command::new("age").arg("--version").output();
    assert!(
        version.is_ok(),
        "age is missing: run `apt-get install age`, or `cargo xtask test`"
    );
    let folder = std::env::temp_dir().join(format!("carnet-interop-{}", std::process::id()));
    let folder = folder.join(&passphrase[..5]);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("wrap.age"), sealed).unwrap();
    let mut script = Command::new("script");
    script
        .current_dir(&folder)
        .args(["-qec", "age -d -o plain wrap.age", "/dev/null"]);
    run(
        script,
        format!("{passphrase}\n").as_bytes(),
        "script: install bsdutils",
    );
    let plain = std::fs::read(folder.join("plain")).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    plain
}

fn run(mut command: Command, input: &[u8], missing: &str) -> Vec<u8> {
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = child.unwrap_or_else(|error| panic!("{error}: {missing}"));
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // Who does not read its input to the end says so by its exit code.
        let _ = stdin.write_all(&input);
        // A terminal takes its time to be ready; until then its input must not end.
        std::thread::sleep(std::time::Duration::from_millis(500));
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    output.stdout
}

fn pattern(size: usize) -> Vec<u8> {
    (0..size)
        .map(|index| (index % 251).try_into().unwrap())
        .collect()
}

#[test]
fn the_reference_package_opens_our_files() {
    let (plain, mut sealed) = (pattern(200_000), Vec::new());
    let mut sealer = FileSealer::start(&mut sealed);
    sealer.push(&plain, &mut sealed);
    let (secret, _) = sealer.finish(&mut sealed);
    assert_eq!(
        reference(&["open", &secret.text_for_entry()], &sealed),
        plain
    );
}

#[test]
fn we_open_the_files_of_the_reference_package() {
    let plain = pattern(200_000);
    let identity = String::from_utf8(reference(&["identity"], b"")).unwrap();
    let recipient = String::from_utf8(reference(&["recipient", &identity], b"")).unwrap();
    let sealed = reference(&["seal", &recipient], &plain);
    let head = head_length(&sealed).unwrap();
    let digest = |bytes: &[u8]| Digest::from_bytes(Sha256::digest(bytes).into());
    let size = plain.len() as u64;
    let facts = FileFacts::from_entry(
        size,
        digest(&plain),
        digest(&sealed[..head]),
        sealed.len() as u64,
    );
    let secret = FileSecret::read(&identity).unwrap();
    let opener = FileOpener::new(&secret, facts.unwrap(), &sealed).unwrap();
    let mut opened = Vec::new();
    let mut whole = opener.whole();
    whole.push(&sealed[head..], &mut opened).unwrap();
    whole.finish(&mut opened).unwrap();
    assert_eq!(opened, plain);
}

#[test]
fn identities_and_recipients_are_written_alike() {
    let identity = String::from_utf8(reference(&["identity"], b"")).unwrap();
    let recipient = String::from_utf8(reference(&["recipient", &identity], b"")).unwrap();
    let root = Root::read_identity(&identity).unwrap();
    assert_eq!(recipient_text(&root.public().recipient), recipient);
    assert_eq!(read_recipient(&recipient).unwrap(), root.public().recipient);
}

#[test]
fn wraps_open_with_the_reference_package_and_from_it() {
    let (root, code) = (Root::make(), RecoveryCode::make());
    let wrap = seal_root(&root, &WayKey::Code(&code));
    let line = reference(&["open-passphrase", &code.text()], &wrap);
    let line = String::from_utf8(line).unwrap();
    assert_eq!(
        Root::read_identity(line.trim_end()).unwrap().id(),
        root.id()
    );
    let theirs = reference(&["seal-passphrase", &code.text()], line.as_bytes());
    assert_eq!(
        open_root(&theirs, &WayKey::Code(&code)).unwrap().id(),
        root.id()
    );
}

#[test]
fn debians_age_opens_a_wrap_with_the_printed_code_or_the_passphrase() {
    let (root, code) = (Root::make(), RecoveryCode::make());
    let chosen = "tortue violet escalier brume";
    let passphrase = Passphrase::read(chosen).unwrap();
    for (typed, key) in [
        (code.text().as_str(), WayKey::Code(&code)),
        (chosen, WayKey::Passphrase(&passphrase)),
    ] {
        let line = String::from_utf8(debian_age(typed, &seal_root(&root, &key))).unwrap();
        assert_eq!(
            Root::read_identity(line.trim_end()).unwrap().id(),
            root.id()
        );
    }
}
