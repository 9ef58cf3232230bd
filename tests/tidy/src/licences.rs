//! What we build upon: licences that let everybody use, change and host this, and no code that the
//! project keeps out.

use crate::graph::Graph;
use spdx::{Expression, LicenseReq, ParseMode};

/// Licences that may come in, and why.
const ALLOWED: &[(&str, &str)] = &[
    ("0BSD", "asks nothing"),
    ("Apache-2.0", "ours too"),
    ("BlueOak-1.0.0", "permissive, in plain words"),
    ("BSD-2-Clause", "asks for the notice only"),
    ("BSD-3-Clause", "asks for the notice only"),
    ("BSL-1.0", "asks for the notice in source only"),
    ("CC0-1.0", "public domain"),
    (
        "CDLA-Permissive-2.0",
        "lists of root certificates: data, no code",
    ),
    ("ISC", "asks for the notice only"),
    ("MIT", "ours too"),
    ("MIT-0", "asks nothing"),
    (
        "MPL-2.0",
        "copyleft by file: their own files stay open, ours are free",
    ),
    ("Unicode-3.0", "tables of Unicode: asks for the notice only"),
    ("Unlicense", "public domain"),
    ("Zlib", "asks for the notice only"),
];

/// Packages that stay out, and why.
const BANNED: &[(&str, &str)] = &[
    (
        "openssl",
        "needs a system library, and a second opinion on every cipher",
    ),
    ("openssl-sys", "needs a system library"),
    ("native-tls", "brings openssl"),
    (
        "aws-lc-rs",
        "a C library of minutes to build, for ciphers that we have in Rust",
    ),
    ("aws-lc-sys", "as aws-lc-rs"),
];

#[test]
fn every_licence_is_one_that_we_chose() {
    for graph in both() {
        for package in &graph.metadata().packages {
            let words = package.license.as_deref().unwrap_or("none");
            let expression = Expression::parse_mode(words, ParseMode::LAX);
            let fits = expression.is_ok_and(|expression| expression.evaluate(allowed));
            assert!(
                fits,
                "{} {} is under {words}",
                package.name, package.version
            );
        }
    }
}

#[test]
fn what_is_kept_out_stays_out() {
    for graph in both() {
        for package in &graph.metadata().packages {
            let banned = BANNED
                .iter()
                .find(|(name, _)| *name == package.name.as_str());
            assert!(
                banned.is_none(),
                "{} came in: {}",
                package.name,
                banned.map_or("", |(_, why)| why)
            );
        }
    }
}

#[test]
fn the_two_halves_of_the_wasm_tool_are_one_version() {
    let graph = Graph::read_for("wasm32-unknown-unknown");
    let host = Graph::read();
    let version = |graph: &Graph, name: &str| {
        let mut packages = graph.metadata().packages.iter();
        packages
            .find(|package| package.name.as_str() == name)
            .map(|package| package.version.clone())
    };
    let library = version(&graph, "wasm-bindgen");
    assert!(library.is_some() && library == version(&host, "wasm-bindgen-cli-support"));
}

/// What is built for the machine, and for the browser.
fn both() -> [Graph; 2] {
    [Graph::read(), Graph::read_for("wasm32-unknown-unknown")]
}

fn allowed(wanted: &LicenseReq) -> bool {
    let id = wanted.license.id();
    id.is_some_and(|id| ALLOWED.iter().any(|(name, _)| *name == id.name))
}
