//! Who may import whom. The chief rule: of ours, the server reaches `protocol` and nothing else of `app/`,
//! so it cannot even name what a carnet holds.

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, PackageId};
use std::collections::{BTreeMap, BTreeSet};

/// The crates of the workspace and all that they stand on, for the machine that builds.
pub struct Graph {
    metadata: Metadata,
    edges: BTreeMap<PackageId, Vec<PackageId>>,
    names: BTreeMap<PackageId, String>,
}

impl Graph {
    /// Asks cargo, which must not have to fetch anything.
    pub fn read() -> Self {
        Self::read_for(&host())
    }

    /// The graph for one target.
    pub fn read_for(target: &str) -> Self {
        let metadata = MetadataCommand::new()
            .current_dir(crate::tree::root())
            .other_options(["--locked", "--filter-platform", target].map(str::to_owned))
            .exec()
            .expect("cargo describes the workspace");
        let mut edges = BTreeMap::new();
        let resolve = metadata
            .resolve
            .as_ref()
            .expect("cargo resolves the workspace");
        for node in &resolve.nodes {
            let used = node.deps.iter().filter(|dependency| {
                dependency
                    .dep_kinds
                    .iter()
                    .any(|kind| kind.kind != DependencyKind::Development)
            });
            edges.insert(node.id.clone(), used.map(|used| used.pkg.clone()).collect());
        }
        let names = metadata
            .packages
            .iter()
            .map(|package| (package.id.clone(), package.name.to_string()));
        Self {
            names: names.collect(),
            edges,
            metadata: metadata.clone(),
        }
    }

    /// What cargo said.
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// The names of our own packages.
    pub fn ours(&self) -> BTreeSet<&str> {
        self.metadata
            .workspace_members
            .iter()
            .map(|id| self.names[id].as_str())
            .collect()
    }

    /// The names of all that `package` depends on by itself, tests apart.
    pub fn direct(&self, package: &str) -> BTreeSet<&str> {
        self.edges[self.id(package)]
            .iter()
            .map(|id| self.names[id].as_str())
            .collect()
    }

    /// The names of all that `package` reaches when it is built alone, tests apart. Asked of `cargo tree`,
    /// which knows the features of that one build; the graph above has those of the whole workspace.
    pub fn reach(package: &str) -> BTreeSet<String> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let arguments = [
            "tree",
            "--locked",
            "--package",
            package,
            "--edges",
            "no-dev",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ];
        let mut tree = std::process::Command::new(cargo);
        let printed = tree
            .current_dir(crate::tree::root())
            .args(arguments)
            .output();
        let printed = printed.expect("cargo answers");
        assert!(
            printed.status.success(),
            "{}",
            String::from_utf8_lossy(&printed.stderr)
        );
        let text = String::from_utf8(printed.stdout).expect("names are text");
        text.lines()
            .skip(1)
            .filter_map(|line| line.split(' ').next())
            .map(str::to_owned)
            .collect()
    }

    fn id(&self, package: &str) -> &PackageId {
        let mut members = self.metadata.workspace_members.iter();
        members
            .find(|id| self.names[*id] == package)
            .expect("the package is in the workspace")
    }
}

fn host() -> String {
    let printed = std::process::Command::new("rustc")
        .args(["--print", "host-tuple"])
        .output();
    let printed = printed.expect("rustc answers").stdout;
    String::from_utf8(printed)
        .expect("a target is text")
        .trim()
        .to_owned()
}

#[test]
fn the_server_reaches_nothing_that_can_read_a_carnet() {
    let graph = Graph::read();
    let allowed = BTreeSet::from(["api", "auth", "blobs", "protocol", "storage"]);
    let ours = graph.ours();
    for package in ["server", "api", "auth", "blobs", "storage"] {
        for reached in Graph::reach(package) {
            let reached = reached.as_str();
            assert!(
                !ours.contains(reached) || allowed.contains(reached),
                "{package} reaches {reached}"
            );
            let page = reached.starts_with("leptos") || reached == "wasm-bindgen-cli-support";
            assert!(
                !page,
                "{package} reaches {reached}: pages are drawn before, not by the server"
            );
            let keys = ["age", "age-core", "hpke", "x-wing"].contains(&reached);
            assert!(
                !keys,
                "{package} reaches {reached}: the server opens nothing"
            );
        }
    }
}

#[test]
fn the_grounds_stand_on_none_of_ours() {
    let graph = Graph::read();
    let ours = graph.ours();
    for package in ["domain", "protocol"] {
        for reached in Graph::reach(package) {
            assert!(
                !ours.contains(reached.as_str()),
                "{package} stands on {reached}"
            );
        }
    }
}

#[test]
fn imports_run_downwards() {
    let graph = Graph::read();
    let ours = graph.ours();
    for (package, below) in [
        ("sealing", &["domain", "protocol"][..]),
        ("store", &["domain", "protocol", "sealing"][..]),
        ("app", &["domain", "protocol", "store"][..]),
        ("storage", &["protocol"][..]),
        ("blobs", &["protocol"][..]),
        ("auth", &["protocol", "storage"][..]),
        ("api", &["protocol", "storage", "blobs", "auth"][..]),
    ] {
        for imported in graph.direct(package) {
            assert!(
                !ours.contains(imported) || below.contains(&imported),
                "{package} imports {imported}"
            );
        }
    }
}

#[test]
fn the_domain_has_no_clock_no_chance_and_no_reach() {
    let reached = Graph::reach("domain");
    for banned in [
        "getrandom",
        "rand",
        "tokio",
        "web-sys",
        "js-sys",
        "iana-time-zone",
    ] {
        assert!(!reached.contains(banned), "domain reaches {banned}");
    }
    let mut places = Vec::new();
    for file in crate::tree::files(&["rs"]) {
        if file.within("app/domain/src") {
            places.extend(file.lines_with(&[
                "std::fs",
                "std::net",
                "std::env",
                "std::time",
                "std::process",
            ]));
        }
    }
    crate::tree::none(&places, "The domain takes what it needs as arguments:");
}

#[test]
fn the_pages_reach_data_through_the_keeper_alone() {
    let graph = Graph::read();
    assert!(
        !graph.direct("app").contains("sealing"),
        "app must not hold keys"
    );
    let doors = [
        "fetch_with",
        "XmlHttpRequest",
        "WebSocket",
        "EventSource",
        "indexed_db",
        "IdbFactory",
        "store::wire",
        "store::shelf",
        "sealing::",
    ];
    let mut places = Vec::new();
    for file in crate::tree::files(&["rs"]) {
        if file.within("app/src") {
            places.extend(file.lines_with(&doors));
        }
    }
    crate::tree::none(
        &places,
        "Pages ask store::Keeper; they open no door of their own:",
    );
}
