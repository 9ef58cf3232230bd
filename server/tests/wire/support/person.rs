//! Somebody with keys and an account.

use ed25519_dalek::{Signer, SigningKey};
use protocol::account::{
    ChallengeAnswer, CreateAccount, ListBody, NewProof, NewWay, SignedList, Statement,
};
use protocol::cbor::encode_stored;
use protocol::ids::{self, LoginToken, LookupId, MemberId, Signature, WayId};
use protocol::keys::{MemberKeys, Recipient};
use protocol::paths;
use protocol::permission::{Act, HEADER, Permission, SignedPermission};
use protocol::session::{SessionProof, SignIn};
use protocol::signing::Kind;
use reqwest::Method;

use super::{Answer, TestServer};

#[derive(Clone)]
pub struct Person {
    secret: SigningKey,
    pub seed: u8,
    pub keys: MemberKeys,
    pub id: MemberId,
    pub cookie: String,
}

impl Person {
    /// Somebody without an account yet.
    pub fn new(seed: u8) -> Self {
        Self::with(SigningKey::from_bytes(&[seed; 32]), seed)
    }

    /// Somebody whom no database has met before.
    pub fn stranger() -> Self {
        let mut bytes = [0; 32];
        ring::rand::SecureRandom::fill(&ring::rand::SystemRandom::new(), &mut bytes).unwrap();
        Self::with(SigningKey::from_bytes(&bytes), bytes[0])
    }

    fn with(secret: SigningKey, seed: u8) -> Self {
        let keys = MemberKeys {
            signing: ids::SigningKey::from_bytes(secret.verifying_key().to_bytes()),
            recipient: Recipient::from_slice(&[seed; Recipient::LEN]).unwrap(),
        };
        let id = keys.member_id();
        Self {
            secret,
            seed,
            keys,
            id,
            cookie: String::new(),
        }
    }

    /// Somebody with an account whose first way in is a recovery code, signed in.
    pub async fn join(server: &TestServer, seed: u8) -> Self {
        let mut person = Self::new(seed);
        let answer = person.open_account(server).await;
        person.cookie = cookie_of(answer.is_fine());
        person
    }

    pub fn sign(&self, kind: Kind, bytes: &[u8]) -> Signature {
        Signature::from_bytes(self.secret.sign(&kind.message(bytes)).to_bytes())
    }

    pub async fn open_account(&self, server: &TestServer) -> Answer {
        let asked = self.account_request(challenge(server).await);
        server.json(Method::POST, paths::ACCOUNTS, "", &asked).await
    }

    pub fn account_request(&self, challenge: Vec<u8>) -> CreateAccount {
        let statement = encode_stored(&Statement {
            keys: self.keys.clone(),
            challenge,
        });
        CreateAccount {
            signature: self.sign(Kind::Account, &statement),
            statement,
            way: code_way(self.seed),
            list: self.list(0),
        }
    }

    pub fn list(&self, version: u64) -> SignedList {
        let body = encode_stored(&ListBody {
            account: self.id,
            version,
            sealed: vec![1, 2, 3],
        });
        SignedList {
            signature: self.sign(Kind::List, &body),
            body,
        }
    }

    /// What the account's own key permits, once, as the header says it.
    pub async fn permission(&self, server: &TestServer, act: Act) -> String {
        let body = Permission {
            account: self.id,
            challenge: challenge(server).await,
            act,
        }
        .to_bytes();
        let signature = self.sign(Kind::Permission, &body);
        SignedPermission { body, signature }.to_text()
    }

    /// A request that the account's own key permits.
    pub async fn ask_permitted(
        &self,
        server: &TestServer,
        method: Method,
        path: &str,
        act: Act,
        body: Vec<u8>,
    ) -> Answer {
        let permission = self.permission(server, act).await;
        let headers = [
            ("origin", server.base.as_str()),
            ("cookie", &self.cookie),
            ("content-type", "application/json"),
            (HEADER, &permission),
        ];
        server.send(method, path, &headers, body).await
    }

    /// Adds a way in.
    pub async fn add_way(&self, server: &TestServer, way: &NewWay) -> Answer {
        let body = serde_json::to_vec(way).unwrap();
        self.ask_permitted(server, Method::POST, paths::WAYS, Act::add(way), body)
            .await
    }

    /// Erases the account.
    pub async fn erase(&self, server: &TestServer) -> Answer {
        let act = Act::EraseAccount;
        self.ask_permitted(server, Method::DELETE, paths::ACCOUNT, act, Vec::new())
            .await
    }

    pub async fn sign_in_by_key(&self, server: &TestServer) -> Answer {
        let challenge = challenge(server).await;
        server
            .json(
                Method::POST,
                paths::SESSIONS,
                "",
                &self.key_proof(challenge),
            )
            .await
    }

    pub fn key_proof(&self, challenge: Vec<u8>) -> SignIn {
        let proof = encode_stored(&SessionProof {
            account: self.id,
            challenge,
        });
        SignIn::Key {
            account: self.id,
            signature: self.sign(Kind::Session, &proof),
            proof,
        }
    }
}

/// A recovery code's way in.
pub fn code_way(seed: u8) -> NewWay {
    let (lookup, token) = (
        LookupId::from_bytes([seed; 32]),
        LoginToken::from_bytes([seed; 32]),
    );
    NewWay {
        id: WayId::from_bytes([seed; 16]),
        wrap: vec![seed; 200],
        proof: NewProof::Code { lookup, token },
    }
}

/// A name's way in.
pub fn name_way(seed: u8) -> NewWay {
    let (lookup, token) = (
        LookupId::from_bytes([seed ^ 0x80; 32]),
        LoginToken::from_bytes([seed; 32]),
    );
    NewWay {
        id: WayId::from_bytes([seed ^ 0x80; 16]),
        wrap: vec![seed; 200],
        proof: NewProof::Name { lookup, token },
    }
}

pub async fn challenge(server: &TestServer) -> Vec<u8> {
    let answer = server.json(Method::POST, paths::CHALLENGE, "", &()).await;
    serde_json::from_slice::<ChallengeAnswer>(&answer.is_fine().body)
        .unwrap()
        .challenge
}

/// The `name=value` of the cookie that an answer sets.
pub fn cookie_of(answer: &Answer) -> String {
    answer
        .header("set-cookie")
        .split(';')
        .next()
        .unwrap_or_default()
        .to_owned()
}
