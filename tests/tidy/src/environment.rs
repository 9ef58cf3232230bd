//! The environment is read in one file.

use crate::tree::{files, none};

#[test]
fn only_the_settings_read_the_environment() {
    let mut places = Vec::new();
    for file in files(&["rs"]) {
        let free = file.path == "server/src/settings.rs"
            || file.within("app/xtask")
            || file.path.ends_with("/build.rs")
            || file.is_test();
        if !free {
            places.extend(file.lines_with(&["env::var", "env::set_var", "env::remove_var"]));
        }
    }
    none(
        &places,
        "Only server/src/settings.rs reads the environment; take a setting as an argument:",
    );
}
