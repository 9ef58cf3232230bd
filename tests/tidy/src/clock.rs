//! Time comes in as an argument; a clock stands at each edge and nowhere else.

use crate::tree::{files, none};

/// The edges: the only files that may ask what time it is.
const EDGES: &[&str] = &[
    "server/src/clock.rs",
    "app/store/src/browser/clock.rs",
    "app/src/browser.rs",
];

const QUESTIONS: &[&str] = &[
    "SystemTime::now",
    "Utc::now",
    "Local::now",
    "now_utc(",
    "now_local(",
    "Date::now",
    "Date::new_0",
    "UNIX_EPOCH.elapsed",
];

#[test]
fn only_the_edges_read_a_clock() {
    let mut places = Vec::new();
    for file in files(&["rs"]) {
        let free =
            EDGES.contains(&file.path.as_str()) || file.within("app/xtask") || file.is_test();
        if !free {
            places.extend(file.lines_with(QUESTIONS));
        }
    }
    none(
        &places,
        "Take the time as an argument; only the clock files may ask for it:",
    );
}
