//! What lies at the top, and nothing else.

use crate::tree::root;

const TOP: &[&str] = &[
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "app",
    "docs",
    "migrations",
    "public",
    "rust-toolchain.toml",
    "server",
    "tests",
];

/// Never committed: what is built, and the data of a trial run.
const IGNORED: &[&str] = &["target", "data"];

#[test]
fn nothing_else_lies_at_the_top() {
    let entries = std::fs::read_dir(root()).expect("the top can be read");
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let known = TOP.contains(&name.as_str()) || IGNORED.contains(&name.as_str());
        assert!(
            known || name.starts_with('.'),
            "{name} has no place at the top of the tree"
        );
    }
}

#[test]
fn the_main_file_is_a_table_of_contents() {
    let main = root().join("server/src/main.rs");
    let text = std::fs::read_to_string(&main).expect("server/src/main.rs is there");
    let lines = text.lines().count();
    assert!(
        lines <= 40,
        "server/src/main.rs has {lines} lines; it is a table of contents of 40"
    );
}
