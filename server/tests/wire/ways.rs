//! `/api/ways`, `/api/ways/{way}`, `/api/passkeys/…`

use protocol::account::{Account, NewProof, NewWay, PasskeyCreate, PasskeyOptions, Way};
use protocol::ids::{LoginToken, LookupId, WayId};
use protocol::permission::{Act, HEADER};
use protocol::refusal::Refusal;
use protocol::session::{SignIn, Wrap};
use protocol::{limits, paths};
use reqwest::Method;
use serde_json::json;

use crate::support::person::{code_way, cookie_of, name_way};
use crate::support::{Answer, Book, Person, TestServer};

async fn add(server: &TestServer, person: &Person, way: &NewWay) -> Answer {
    person.add_way(server, way).await
}

async fn remove(server: &TestServer, person: &Person, way: WayId) -> Answer {
    let act = Act::RemoveWay { way };
    person
        .ask_permitted(server, Method::DELETE, &paths::way(way), act, Vec::new())
        .await
}

async fn ways(server: &TestServer, person: &Person) -> Vec<Way> {
    let answer = server.get(paths::ACCOUNT, &person.cookie).await;
    serde_json::from_slice::<Account>(&answer.is_fine().body)
        .unwrap()
        .ways
}

#[tokio::test]
async fn a_name_is_added_used_and_replaced() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    add(&server, &anne, &name_way(1)).await.is_fine();
    let sign_in = SignIn::Name {
        lookup: LookupId::from_bytes([0x81; 32]),
        token: LoginToken::from_bytes([1; 32]),
    };
    server
        .json(Method::POST, paths::SESSIONS, "", &sign_in)
        .await
        .is_fine();
    assert!(
        ways(&server, &anne)
            .await
            .iter()
            .any(|way| way.used.is_some())
    );
    add(&server, &anne, &name_way(5)).await.is_fine();
    assert_eq!(ways(&server, &anne).await.len(), 2);
    let answer = server
        .json(Method::POST, paths::SESSIONS, "", &sign_in)
        .await;
    assert_eq!(answer.refusal(), Refusal::NotAccepted);
}

#[tokio::test]
async fn a_name_that_somebody_has_is_taken() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    add(&server, &anne, &name_way(7)).await.is_fine();
    let mut same = name_way(7);
    same.id = WayId::from_bytes([0x33; 16]);
    assert_eq!(add(&server, &bea, &same).await.refusal(), Refusal::Taken);
}

#[tokio::test]
async fn a_wrap_is_handed_to_its_owner_alone() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let path = paths::way(code_way(1).id);
    let answer = server.get(&path, &anne.cookie).await;
    let wrap: Wrap = serde_json::from_slice(&answer.is_fine().body).unwrap();
    assert_eq!(wrap.file, vec![1; 200]);
    assert_eq!(
        server.get(&path, &bea.cookie).await.refusal(),
        Refusal::NotFound
    );
    assert_eq!(server.get(&path, "").await.refusal(), Refusal::SignedOut);
    assert_eq!(
        server.get("/api/ways/none", &anne.cookie).await.refusal(),
        Refusal::NotFound
    );
}

#[tokio::test]
async fn the_last_way_in_stays_and_a_guardian_keeps_two() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let (code, name) = (code_way(1).id, name_way(1).id);
    assert_eq!(
        remove(&server, &anne, code).await.refusal(),
        Refusal::LastWay
    );
    add(&server, &anne, &name_way(1)).await.is_fine();
    remove(&server, &anne, code).await.is_fine();
    add(&server, &anne, &code_way(1)).await.is_fine();
    Book::open(&server, &anne).await;
    assert_eq!(
        remove(&server, &anne, code).await.refusal(),
        Refusal::LastWay
    );
    assert_eq!(
        remove(&server, &anne, WayId::from_bytes([9; 16]))
            .await
            .refusal(),
        Refusal::NotFound
    );
    assert!(ways(&server, &anne).await.iter().any(|way| way.id == name));
}

#[tokio::test]
async fn a_passkey_is_made_for_ones_own_account_alone() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let asked = PasskeyCreate {
        account: bea.id,
        name: "Bea".to_owned(),
    };
    let answer = server
        .json(Method::POST, paths::PASSKEY_CREATE, &anne.cookie, &asked)
        .await;
    assert_eq!(answer.refusal(), Refusal::NotAllowed);
    let answer = server
        .json(Method::POST, paths::PASSKEY_CREATE, &bea.cookie, &asked)
        .await;
    let options: PasskeyOptions = serde_json::from_slice(&answer.is_fine().body).unwrap();
    assert_eq!(options.options["user"]["id"], bea.id.to_string());
    assert_eq!(
        options.options["authenticatorSelection"]["residentKey"],
        "required"
    );
}

#[tokio::test]
async fn what_no_authenticator_answered_is_no_passkey() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let asked = PasskeyCreate {
        account: anne.id,
        name: "Anne".to_owned(),
    };
    let answer = server
        .json(Method::POST, paths::PASSKEY_CREATE, &anne.cookie, &asked)
        .await;
    let options: PasskeyOptions = serde_json::from_slice(&answer.is_fine().body).unwrap();
    let way = |ceremony: &str, credential| NewWay {
        id: WayId::from_bytes([5; 16]),
        wrap: vec![1],
        proof: NewProof::Passkey {
            ceremony: ceremony.to_owned(),
            credential,
        },
    };
    let made_up = add(&server, &anne, &way("made-up", json!({}))).await;
    assert_eq!(made_up.refusal(), Refusal::NotAccepted);
    let leaking = json!({"clientExtensionResults": {"prf": {"results": {"first": "AAAA"}}}});
    let answer = add(&server, &anne, &way(&options.ceremony, leaking)).await;
    assert_eq!(answer.refusal(), Refusal::Malformed);
    // The ceremony was used up by the first answer, good or bad.
    let answer = add(&server, &anne, &way(&options.ceremony, json!({}))).await;
    assert_eq!(answer.refusal(), Refusal::NotAccepted);
}

#[tokio::test]
async fn signing_in_with_a_passkey_begins_without_a_name() {
    let server = TestServer::start().await;
    let answer = server
        .json(Method::POST, paths::PASSKEY_SIGN_IN, "", &())
        .await;
    let options: PasskeyOptions = serde_json::from_slice(&answer.is_fine().body).unwrap();
    assert!(options.options["challenge"].is_string());
    let sign_in = SignIn::Passkey {
        ceremony: options.ceremony,
        credential: json!({}),
    };
    let answer = server
        .json(Method::POST, paths::SESSIONS, "", &sign_in)
        .await;
    assert_eq!(answer.refusal(), Refusal::Malformed);
}

#[tokio::test]
async fn ways_are_not_without_end() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let mut way = code_way(1);
    way.wrap = vec![0; limits::WRAP + 1];
    assert_eq!(add(&server, &anne, &way).await.refusal(), Refusal::TooLarge);
    way.wrap = Vec::new();
    assert_eq!(
        add(&server, &anne, &way).await.refusal(),
        Refusal::Malformed
    );
}

#[tokio::test]
async fn a_session_alone_changes_no_way_in() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let way = name_way(7);
    let body = serde_json::to_vec(&way).unwrap();
    let path = paths::way(code_way(1).id);
    let send = async |method: Method, path: &str, permission: Option<&str>| {
        let mut headers = vec![
            ("origin", server.base.as_str()),
            ("cookie", anne.cookie.as_str()),
            ("content-type", "application/json"),
        ];
        headers.extend(permission.map(|text| (HEADER, text)));
        server.send(method, path, &headers, body.clone()).await
    };
    let good = anne.permission(&server, Act::add(&way)).await;
    let for_another_way = anne.permission(&server, Act::add(&name_way(8))).await;
    let by_another = bea.permission(&server, Act::add(&way)).await;
    for bad in [None, Some(&*for_another_way), Some(&*by_another)] {
        let answer = send(Method::POST, paths::WAYS, bad).await;
        assert_eq!(answer.refusal(), Refusal::NotAccepted, "{bad:?}");
        let answer = send(Method::DELETE, &path, bad).await;
        assert_eq!(answer.refusal(), Refusal::NotAccepted, "{bad:?}");
    }
    assert_eq!(
        send(Method::POST, paths::WAYS, Some("!")).await.refusal(),
        Refusal::Malformed
    );
    assert_eq!(ways(&server, &anne).await.len(), 1);
    send(Method::POST, paths::WAYS, Some(&good)).await.is_fine();
    // Once.
    assert_eq!(
        send(Method::POST, paths::WAYS, Some(&good)).await.refusal(),
        Refusal::NotAccepted
    );
    let late = anne.permission(&server, Act::add(&way)).await;
    server.wait(5 * protocol::time::MINUTE);
    assert_eq!(
        send(Method::POST, paths::WAYS, Some(&late)).await.refusal(),
        Refusal::NotAccepted
    );
}

#[tokio::test]
async fn changing_the_ways_in_ends_every_other_session() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let elsewhere = async || cookie_of(anne.sign_in_by_key(&server).await.is_fine());
    let first = elsewhere().await;
    server.get(paths::ACCOUNT, &first).await.is_fine();
    add(&server, &anne, &name_way(1)).await.is_fine();
    assert_eq!(
        server.get(paths::ACCOUNT, &first).await.refusal(),
        Refusal::SignedOut
    );
    let second = elsewhere().await;
    remove(&server, &anne, name_way(1).id).await.is_fine();
    assert_eq!(
        server.get(paths::ACCOUNT, &second).await.refusal(),
        Refusal::SignedOut
    );
    // One's own goes on, and so does somebody else's.
    server.get(paths::ACCOUNT, &anne.cookie).await.is_fine();
}
