//! What every answer carries, and what pages never do.

use protocol::paths;

use crate::support::{Person, TestServer};

fn site(folder: &std::path::Path) {
    let files = [
        (
            "pages.json",
            r#"{"assets":"pkg/abc","pages":[{"pattern":"/fr","file":"fr.html","lang":"fr"},
            {"pattern":"/fr/carnets/:carnet","file":"fr/carnet.html","lang":"fr"}],
            "not_found":{"fr":"fr/404.html"},"script_hashes":["sha256-abc="]}"#,
        ),
        ("fr.html", "<!doctype html>accueil"),
        ("fr/carnet.html", "<!doctype html>carnet"),
        ("fr/404.html", "<!doctype html>perdu"),
        ("pkg/abc/app.js", "1"),
    ];
    for (name, text) in files {
        let path = folder.join("site").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}

#[tokio::test]
async fn every_answer_is_guarded() {
    let folder = tempfile::tempdir().unwrap();
    site(folder.path());
    let server = TestServer::start_in(folder, "").await;
    for path in [
        "/fr",
        "/fr/nowhere",
        "/pkg/abc/app.js",
        "/",
        paths::HEALTH,
        paths::ACCOUNT,
        "/api/no",
    ] {
        let answer = server.get(path, "").await;
        let policy = answer.header("content-security-policy");
        assert!(
            policy.starts_with(
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-abc='"
            )
        );
        assert!(!policy.contains("unsafe-inline") && policy.contains("frame-ancestors 'none'"));
        for (name, value) in [
            ("referrer-policy", "no-referrer"),
            ("x-content-type-options", "nosniff"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), value, "{path}");
        }
        assert!(
            answer
                .header("permissions-policy")
                .contains("publickey-credentials-get=(self)")
        );
        assert_eq!(answer.header("strict-transport-security"), "");
    }
}

#[tokio::test]
async fn pages_are_the_same_for_everybody_and_set_no_cookie() {
    let folder = tempfile::tempdir().unwrap();
    site(folder.path());
    let server = TestServer::start_in(folder, "").await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    for path in ["/fr", "/fr/carnets/one", "/fr/carnets/two", "/fr/nowhere"] {
        let answers = [
            server.get(path, "").await,
            server.get(path, &anne.cookie).await,
            server.get(path, &bea.cookie).await,
        ];
        for answer in &answers {
            assert_eq!(
                (answer.status, &answer.body),
                (answers[0].status, &answers[0].body)
            );
            assert!(!answer.headers.contains_key("set-cookie"));
        }
    }
    let (one, two) = (
        server.get("/fr/carnets/one", "").await,
        server.get("/fr/carnets/two", "").await,
    );
    assert_eq!(one.body, two.body);
}

#[tokio::test]
async fn what_is_told_to_somebody_is_never_stored() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    for path in [paths::ACCOUNT, paths::HEALTH, "/api/ways/none"] {
        assert_eq!(
            server.get(path, &anne.cookie).await.header("cache-control"),
            "no-store"
        );
    }
}
