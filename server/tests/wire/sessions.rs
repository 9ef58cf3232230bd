//! `/api/challenge`, `/api/sessions`

use protocol::ids::{LoginToken, LookupId};
use protocol::paths;
use protocol::refusal::Refusal;
use protocol::session::{SignIn, SignedIn};
use protocol::time::{DAY, MINUTE};
use reqwest::Method;

use crate::support::person::{challenge, cookie_of};
use crate::support::{Answer, Person, TestServer};

async fn by_code(server: &TestServer, lookup: u8, token: u8) -> Answer {
    let (lookup, token) = (
        LookupId::from_bytes([lookup; 32]),
        LoginToken::from_bytes([token; 32]),
    );
    server
        .json(
            Method::POST,
            paths::SESSIONS,
            "",
            &SignIn::Code { lookup, token },
        )
        .await
}

#[tokio::test]
async fn a_code_brings_its_wrap_and_a_session() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let answer = by_code(&server, 1, 1).await;
    let signed_in: SignedIn = serde_json::from_slice(&answer.is_fine().body).unwrap();
    assert_eq!(signed_in.account, anne.id);
    assert_eq!(signed_in.wrap.unwrap().file, vec![1; 200]);
    let cookie = answer.header("set-cookie");
    for part in [
        "__Host-carnet=",
        "; Secure",
        "; HttpOnly",
        "; SameSite=Strict",
        "; Path=/",
    ] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.to_lowercase().contains("domain"));
    server
        .get(paths::ACCOUNT, &cookie_of(&answer))
        .await
        .is_fine();
}

#[tokio::test]
async fn a_wrong_token_and_an_unknown_code_get_the_same_answer() {
    let server = TestServer::start().await;
    Person::join(&server, 1).await;
    let (wrong, unknown) = (by_code(&server, 1, 2).await, by_code(&server, 9, 2).await);
    assert_eq!(wrong.refusal(), Refusal::NotAccepted);
    assert_eq!((wrong.status, wrong.body), (unknown.status, unknown.body));
}

#[tokio::test]
async fn a_code_is_no_name() {
    let server = TestServer::start().await;
    Person::join(&server, 1).await;
    let (lookup, token) = (
        LookupId::from_bytes([1; 32]),
        LoginToken::from_bytes([1; 32]),
    );
    let answer = server
        .json(
            Method::POST,
            paths::SESSIONS,
            "",
            &SignIn::Name { lookup, token },
        )
        .await;
    assert_eq!(answer.refusal(), Refusal::NotAccepted);
}

#[tokio::test]
async fn guessing_is_stopped_and_may_begin_again_later() {
    let server = TestServer::start_with("sign_in_tries = 3").await;
    Person::join(&server, 1).await;
    for _ in 0..3 {
        assert_eq!(by_code(&server, 1, 2).await.refusal(), Refusal::NotAccepted);
    }
    let stopped = by_code(&server, 1, 1).await;
    assert_eq!(stopped.refusal(), Refusal::TooMany);
    assert!(!stopped.header("retry-after").is_empty());
    server.wait(15 * MINUTE + 1);
    by_code(&server, 1, 1).await.is_fine();
}

#[tokio::test]
async fn guessing_many_codes_from_one_address_is_stopped() {
    let server = TestServer::start_with("sign_in_tries = 2").await;
    let mut last = Refusal::NotAccepted;
    for lookup in 0..21 {
        last = by_code(&server, lookup, 2).await.refusal();
    }
    assert_eq!(last, Refusal::TooMany);
}

#[tokio::test]
async fn an_unlocked_account_signs_a_challenge_once() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let proof = anne.key_proof(challenge(&server).await);
    let answer = server.json(Method::POST, paths::SESSIONS, "", &proof).await;
    let signed_in: SignedIn = serde_json::from_slice(&answer.is_fine().body).unwrap();
    assert_eq!((signed_in.account, signed_in.wrap), (anne.id, None));
    let replayed = server.json(Method::POST, paths::SESSIONS, "", &proof).await;
    assert_eq!(replayed.refusal(), Refusal::NotAccepted);
    let mut forged = Person::new(2).key_proof(challenge(&server).await);
    if let SignIn::Key { account, .. } = &mut forged {
        *account = anne.id;
    }
    let answer = server
        .json(Method::POST, paths::SESSIONS, "", &forged)
        .await;
    assert_eq!(answer.refusal(), Refusal::NotAccepted);
}

#[tokio::test]
async fn a_session_lasts_thirty_days_after_its_last_use() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    server.wait(29 * DAY);
    let answer = server.get(paths::ACCOUNT, &anne.cookie).await;
    assert_eq!(cookie_of(answer.is_fine()), anne.cookie);
    server.wait(29 * DAY);
    server.get(paths::ACCOUNT, &anne.cookie).await.is_fine();
    server.wait(30 * DAY);
    assert_eq!(
        server.get(paths::ACCOUNT, &anne.cookie).await.refusal(),
        Refusal::SignedOut
    );
}

#[tokio::test]
async fn signing_out_ends_the_session_at_once() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let answer = server
        .ask(
            Method::DELETE,
            paths::SESSIONS,
            &anne.cookie,
            "",
            Vec::new(),
        )
        .await;
    assert!(answer.is_fine().header("set-cookie").contains("Max-Age=0"));
    assert_eq!(
        server.get(paths::ACCOUNT, &anne.cookie).await.refusal(),
        Refusal::SignedOut
    );
}

#[tokio::test]
async fn a_page_of_another_origin_changes_nothing() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let cookie = anne.cookie.as_str();
    let foreign: [&[(&str, &str)]; 4] = [
        &[("cookie", cookie)],
        &[("cookie", cookie), ("origin", "https://evil.example")],
        &[
            ("cookie", cookie),
            ("sec-fetch-site", "cross-site"),
            ("origin", &server.base),
        ],
        &[("cookie", cookie), ("sec-fetch-site", "same-site")],
    ];
    for headers in foreign {
        let answer = server
            .send(Method::DELETE, paths::ACCOUNT, headers, Vec::new())
            .await;
        assert_eq!(answer.refusal(), Refusal::ForeignOrigin);
    }
    server.get(paths::ACCOUNT, cookie).await.is_fine();
}

#[tokio::test]
async fn one_address_may_not_ask_without_end() {
    let slow = TestServer::start_with(
        "session_requests = 60\naddress_requests = 60\nstranger_requests = 60",
    )
    .await;
    let mut refused = 0;
    for _ in 0..40 {
        let answer = slow.get(paths::HEALTH, "").await;
        refused += u32::from(answer.status == 429);
    }
    assert!(refused > 0);
}

#[tokio::test]
async fn strangers_change_little_while_members_go_on() {
    let settings = "session_requests = 60000\naddress_requests = 60000\nstranger_requests = 60";
    let server = TestServer::start_with(settings).await;
    let anne = Person::join(&server, 1).await;
    let mut answers = Vec::new();
    for _ in 0..20 {
        let answer = server.json(Method::POST, paths::CHALLENGE, "", &()).await;
        answers.push(answer.status);
    }
    assert!(
        answers[..5].iter().all(|status| *status == 200),
        "{answers:?}"
    );
    assert!(answers[15..].contains(&429), "{answers:?}");
    // A made-up cookie makes nobody a member; reading is not changing; and who is signed in does not wait behind strangers.
    let forged = format!("__Host-carnet={}", "A".repeat(43));
    let answer = server
        .json(Method::POST, paths::CHALLENGE, &forged, &())
        .await;
    assert_eq!(answer.refusal(), Refusal::TooMany);
    server.get(paths::HEALTH, "").await.is_fine();
    server
        .json(Method::POST, paths::CHALLENGE, &anne.cookie, &())
        .await
        .is_fine();
}

#[tokio::test]
async fn ones_own_success_does_not_buy_more_guesses_at_others() {
    let server = TestServer::start_with("sign_in_tries = 2").await;
    Person::join(&server, 1).await;
    let mut last = None;
    for lookup in 100..120 {
        last = Some(by_code(&server, lookup, 2).await.refusal());
        if by_code(&server, 1, 1).await.status == 429 {
            break;
        }
    }
    assert!(last.is_some());
    // Twenty from one address, good ones among them.
    assert_eq!(by_code(&server, 130, 2).await.refusal(), Refusal::TooMany);
    assert_eq!(by_code(&server, 1, 1).await.refusal(), Refusal::TooMany);
}
