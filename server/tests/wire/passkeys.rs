//! Passkeys, from making one to signing in with it: `/api/passkeys/…`, `/api/accounts`, `/api/ways`, `/api/sessions`

use protocol::account::{NewProof, NewWay, PasskeyCreate, PasskeyOptions};
use protocol::ids::WayId;
use protocol::paths;
use protocol::refusal::Refusal;
use protocol::session::{SignIn, SignedIn};
use protocol::time::MINUTE;
use reqwest::Method;
use serde_json::Value;

use crate::support::authenticator::Authenticator;
use crate::support::person::challenge;
use crate::support::{Answer, Person, TestServer};

async fn options(server: &TestServer, person: &Person) -> PasskeyOptions {
    let asked = PasskeyCreate {
        account: person.id,
        name: "Anne".to_owned(),
    };
    let answer = server
        .json(Method::POST, paths::PASSKEY_CREATE, &person.cookie, &asked)
        .await;
    serde_json::from_slice(&answer.is_fine().body).unwrap()
}

fn way(options: PasskeyOptions, credential: Value, id: u8) -> NewWay {
    NewWay {
        id: WayId::from_bytes([id; 16]),
        wrap: vec![id; 300],
        proof: NewProof::Passkey {
            ceremony: options.ceremony,
            credential,
        },
    }
}

/// Somebody whose first way in is a passkey.
async fn join(server: &TestServer, seed: u8) -> (Person, Authenticator) {
    let person = Person::new(seed);
    let options = options(server, &person).await;
    let (authenticator, credential) = Authenticator::create(&options.options, &server.base);
    let mut asked = person.account_request(challenge(server).await);
    asked.way = way(options, credential, seed);
    server
        .json(Method::POST, paths::ACCOUNTS, "", &asked)
        .await
        .is_fine();
    (person, authenticator)
}

async fn ask(server: &TestServer) -> PasskeyOptions {
    let answer = server
        .json(Method::POST, paths::PASSKEY_SIGN_IN, "", &())
        .await;
    serde_json::from_slice(&answer.is_fine().body).unwrap()
}

async fn sign_in(server: &TestServer, ceremony: String, credential: Value) -> Answer {
    let asked = SignIn::Passkey {
        ceremony,
        credential,
    };
    server.json(Method::POST, paths::SESSIONS, "", &asked).await
}

#[tokio::test]
async fn a_passkey_opens_an_account_and_signs_in_without_a_name() {
    let server = TestServer::start().await;
    let (anne, mut passkey) = join(&server, 1).await;
    for _ in 0..2 {
        let asked = ask(&server).await;
        let credential = passkey.get(&asked.options);
        let answer = sign_in(&server, asked.ceremony, credential).await;
        let signed_in: SignedIn = serde_json::from_slice(&answer.is_fine().body).unwrap();
        assert_eq!(signed_in.account, anne.id);
        assert_eq!(signed_in.wrap.unwrap().file, vec![1; 300]);
    }
}

#[tokio::test]
async fn an_answer_is_good_once_and_for_five_minutes() {
    let server = TestServer::start().await;
    let (_, mut passkey) = join(&server, 1).await;
    let asked = ask(&server).await;
    let credential = passkey.get(&asked.options);
    sign_in(&server, asked.ceremony.clone(), credential.clone())
        .await
        .is_fine();
    let replayed = sign_in(&server, asked.ceremony, credential.clone()).await;
    assert_eq!(replayed.refusal(), Refusal::NotAccepted);
    // The same answer to another question is none.
    let other = ask(&server).await;
    assert_eq!(
        sign_in(&server, other.ceremony, credential).await.refusal(),
        Refusal::NotAccepted
    );
    let late = ask(&server).await;
    let credential = passkey.get(&late.options);
    server.wait(5 * MINUTE);
    assert_eq!(
        sign_in(&server, late.ceremony, credential).await.refusal(),
        Refusal::NotAccepted
    );
}

#[tokio::test]
async fn a_passkey_speaks_for_its_own_account_and_origin_alone() {
    let server = TestServer::start().await;
    let (anne, _) = join(&server, 1).await;
    let (_, mut mallory) = join(&server, 2).await;
    mallory.claim(anne.id.as_bytes());
    let asked = ask(&server).await;
    let answer = sign_in(&server, asked.ceremony, mallory.get(&asked.options)).await;
    assert_eq!(answer.refusal(), Refusal::NotAccepted);
    let (_, mut moved) = join(&server, 3).await;
    moved.move_to("https://evil.example");
    let asked = ask(&server).await;
    let answer = sign_in(&server, asked.ceremony, moved.get(&asked.options)).await;
    assert_eq!(answer.refusal(), Refusal::NotAccepted);
    let asked = ask(&server).await;
    let mut unsigned = mallory.get(&asked.options);
    unsigned["response"]["signature"] = Value::from("AAAA");
    assert_eq!(
        sign_in(&server, asked.ceremony, unsigned).await.refusal(),
        Refusal::NotAccepted
    );
}

#[tokio::test]
async fn a_passkey_that_was_made_for_somebody_else_is_no_way_in() {
    let server = TestServer::start().await;
    let (anne, bea) = (
        Person::join(&server, 1).await,
        Person::join(&server, 2).await,
    );
    let options = options(&server, &anne).await;
    let (_, credential) = Authenticator::create(&options.options, &server.base);
    let stolen = way(options, credential, 7);
    let answer = bea.add_way(&server, &stolen).await;
    assert_eq!(answer.refusal(), Refusal::NotAccepted);
}

#[tokio::test]
async fn several_passkeys_lead_to_one_account_and_each_is_left_out_next_time() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let mut known = Vec::new();
    for id in 10..13 {
        let options = options(&server, &anne).await;
        let left_out = options.options["excludeCredentials"].as_array().cloned();
        let left_out: Vec<_> = left_out
            .unwrap_or_default()
            .iter()
            .map(|one| one["id"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(left_out, known);
        let (mut passkey, credential) = Authenticator::create(&options.options, &server.base);
        let answer = anne.add_way(&server, &way(options, credential, id)).await;
        known.push(
            answer.is_fine().json()["credential"]
                .as_str()
                .unwrap()
                .to_owned(),
        );
        let asked = ask(&server).await;
        let answer = sign_in(&server, asked.ceremony, passkey.get(&asked.options)).await;
        let signed_in: SignedIn = serde_json::from_slice(&answer.is_fine().body).unwrap();
        assert_eq!(signed_in.wrap.unwrap().way, WayId::from_bytes([id; 16]));
    }
}
