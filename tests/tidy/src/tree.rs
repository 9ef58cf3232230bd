//! Reading the checkout.

use std::path::{Path, PathBuf};

/// Folders that hold nothing written by hand.
const BUILT: &[&str] = &["target", "node_modules", ".git", "data", "shots"];

/// The top of the checkout.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors()
        .nth(2)
        .expect("this crate lies two folders down")
}

/// One file written by hand.
pub struct File {
    /// Its path from the top, with `/` between the parts.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl File {
    /// Whether it lies in this folder.
    pub fn within(&self, folder: &str) -> bool {
        self.path
            .strip_prefix(folder)
            .is_some_and(|rest| rest.starts_with('/'))
    }

    /// Whether it is there for tests only.
    pub fn is_test(&self) -> bool {
        self.within("tests") || self.path.contains("/tests/") || self.path.ends_with("/tests.rs")
    }

    /// Its lines of code that hold one of the words, as `path:line: text`; comments do not count.
    pub fn lines_with(&self, words: &[&str]) -> Vec<String> {
        let mut found = Vec::new();
        for (number, line) in self.text.lines().enumerate() {
            let code = line.trim_start();
            if !code.starts_with("//") && words.iter().any(|word| code.contains(word)) {
                found.push(format!("{}:{}: {code}", self.path, number + 1));
            }
        }
        found
    }
}

/// Every file whose name ends so, in order of path.
pub fn files(kinds: &[&str]) -> Vec<File> {
    let mut paths = Vec::new();
    collect(root(), &mut paths);
    paths.sort();
    let wanted = paths.into_iter().filter(|path| {
        let kind = path
            .extension()
            .map(|kind| kind.to_string_lossy().into_owned());
        kind.is_some_and(|kind| kinds.contains(&kind.as_str()))
    });
    wanted
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("a source file is text");
            let below = path
                .strip_prefix(root())
                .expect("it was found below the top");
            let parts = below.iter().map(|part| part.to_string_lossy());
            File {
                path: parts.collect::<Vec<_>>().join("/"),
                text,
            }
        })
        .collect()
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).expect("a folder of the tree can be read");
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            if !BUILT.contains(&name.as_str()) {
                collect(&path, found);
            }
        } else {
            found.push(path);
        }
    }
}

/// Fails with the places and what to do about them, unless there are none.
pub fn none(places: &[String], advice: &str) {
    assert!(places.is_empty(), "{advice}\n  {}\n", places.join("\n  "));
}
