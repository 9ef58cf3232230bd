//! Files stay small enough to be read at once.

use crate::tree::{File, files};

/// No file is longer.
const LONGEST: usize = 600;
/// Nine in ten are shorter.
const LONG: usize = 300;

/// Tables of data, which may be as long as what they list.
const TABLES: &[&str] = &[];

fn written() -> Vec<File> {
    let mut written = files(&["rs", "js", "mjs", "css", "sql"]);
    written.retain(|file| !TABLES.contains(&file.path.as_str()));
    written
}

#[test]
fn no_file_is_too_long_to_read() {
    for file in written() {
        let lines = file.text.lines().count();
        assert!(
            lines <= LONGEST,
            "{} has {lines} lines; split it by what it does",
            file.path
        );
    }
}

#[test]
fn nine_files_in_ten_are_short() {
    let mut lengths: Vec<usize> = written()
        .iter()
        .map(|file| file.text.lines().count())
        .collect();
    lengths.sort_unstable();
    let ninth = lengths[lengths.len() * 9 / 10];
    assert!(
        ninth <= LONG,
        "one file in ten has {ninth} lines or more; {LONG} is enough"
    );
}
