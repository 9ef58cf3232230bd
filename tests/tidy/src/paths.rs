//! The README tells the truth about where things are.

use crate::tree::root;

const FOLDERS: &[&str] = &[
    "app/",
    "server/",
    "tests/",
    "migrations/",
    "public/",
    "docs/",
    ".ci/",
];

#[test]
fn every_path_in_the_readme_exists() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("README.md is there");
    let mut named = 0;
    for quoted in readme.split('`').skip(1).step_by(2) {
        let path = quoted.split_whitespace().next().unwrap_or_default();
        let path = path.split(['*', '{', '<']).next().unwrap_or_default();
        if path == quoted && FOLDERS.iter().any(|folder| path.starts_with(folder)) {
            assert!(
                root().join(path).exists(),
                "README.md names {path}, which is not there"
            );
            named += 1;
        }
    }
    assert!(
        named > 0,
        "README.md names no path: it should show the way through the tree"
    );
}

#[test]
fn every_migration_is_numbered_once() {
    let folder = std::fs::read_dir(root().join("migrations")).expect("migrations is there");
    let mut numbers: Vec<String> = folder
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".sql"))
        .map(|name| name.split('_').next().unwrap_or_default().to_owned())
        .collect();
    let all = numbers.len();
    numbers.sort();
    numbers.dedup();
    assert!(
        all > 0 && numbers.len() == all,
        "two migrations share a number, or there are none"
    );
}
