//! Every line of SQL lies in one crate and one folder.

use crate::graph::Graph;
use crate::tree::{files, none};

const STATEMENTS: &[&str] = &[
    "SELECT ",
    "INSERT INTO ",
    "DELETE FROM ",
    "CREATE TABLE ",
    "ALTER TABLE ",
    "PRAGMA ",
    "sqlx::query",
];

#[test]
fn sql_stands_in_storage_alone() {
    let mut places = Vec::new();
    for file in files(&["rs"]) {
        if !file.within("server/storage") && !file.is_test() {
            places.extend(file.lines_with(STATEMENTS));
        }
    }
    none(&places, "SQL belongs in server/storage and migrations:");
}

#[test]
fn only_storage_depends_on_the_database_library() {
    let graph = Graph::read();
    for package in graph.ours() {
        if package != "storage" {
            assert!(
                !graph.direct(package).contains("sqlx"),
                "{package} must not depend on sqlx"
            );
        }
    }
}
