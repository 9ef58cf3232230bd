//! An authenticator in software, with one discoverable ES256 key (WebAuthn Level 3 §6, attestation "none").

use data_encoding::BASE64URL_NOPAD;
use minicbor::Encoder;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// User present, user verified.
const HERE: u8 = 0b101;
/// A new key comes along.
const KEY: u8 = 0b100_0000;

pub struct Authenticator {
    key: EcdsaKeyPair,
    pub id: Vec<u8>,
    user: String,
    counter: u32,
    origin: String,
}

fn text(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(bytes)
}

impl Authenticator {
    /// Makes a key as the options ask, for a page of this origin; gives its answer.
    pub fn create(options: &Value, origin: &str) -> (Self, Value) {
        let random = SystemRandom::new();
        let algorithm = &ECDSA_P256_SHA256_ASN1_SIGNING;
        let document = EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
        let key = EcdsaKeyPair::from_pkcs8(algorithm, document.as_ref(), &random).unwrap();
        let id = Sha256::digest(key.public_key().as_ref()).to_vec();
        let user = options["user"]["id"].as_str().unwrap().to_owned();
        let mut made = Self {
            key,
            id,
            user,
            counter: 0,
            origin: origin.to_owned(),
        };
        let mut data = made.data(options["rp"]["id"].as_str().unwrap(), HERE | KEY);
        data.extend([0; 16]);
        data.extend((made.id.len() as u16).to_be_bytes());
        data.extend(&made.id);
        data.extend(made.cose());
        let mut attestation = Encoder::new(Vec::new());
        attestation.map(3).unwrap();
        attestation.str("fmt").unwrap().str("none").unwrap();
        attestation.str("attStmt").unwrap().map(0).unwrap();
        attestation.str("authData").unwrap().bytes(&data).unwrap();
        let answer = json!({
            "id": text(&made.id), "rawId": text(&made.id), "type": "public-key",
            "response": {
                "clientDataJSON": text(&made.client("webauthn.create", options)),
                "attestationObject": text(&attestation.into_writer()),
                "transports": ["internal"],
            },
            "clientExtensionResults": {"credProps": {"rk": true}, "prf": {"enabled": true}},
        });
        (made, answer)
    }

    /// Answers a question as the options ask.
    pub fn get(&mut self, options: &Value) -> Value {
        let data = self.data(options["rpId"].as_str().unwrap(), HERE);
        let client = self.client("webauthn.get", options);
        let signed = [data.as_slice(), &Sha256::digest(&client)].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).unwrap();
        json!({
            "id": text(&self.id), "rawId": text(&self.id), "type": "public-key",
            "response": {
                "clientDataJSON": text(&client),
                "authenticatorData": text(&data),
                "signature": text(signature.as_ref()),
                "userHandle": self.user,
            },
            "clientExtensionResults": {},
        })
    }

    /// From now on, says that its key is somebody else's.
    pub fn claim(&mut self, user: &[u8]) {
        self.user = text(user);
    }

    /// From now on, answers for a page of another origin.
    pub fn move_to(&mut self, origin: &str) {
        self.origin = origin.to_owned();
    }

    fn data(&mut self, domain: &str, flags: u8) -> Vec<u8> {
        self.counter += 1;
        let mut data = Sha256::digest(domain).to_vec();
        data.push(flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    fn client(&self, kind: &str, options: &Value) -> Vec<u8> {
        let client = json!({
            "type": kind, "challenge": options["challenge"], "origin": self.origin,
            "crossOrigin": false,
        });
        serde_json::to_vec(&client).unwrap()
    }

    /// The public key as COSE writes it (RFC 9053 §7.1.1).
    fn cose(&self) -> Vec<u8> {
        let point = self.key.public_key().as_ref();
        let mut cose = Encoder::new(Vec::new());
        cose.map(5).unwrap();
        cose.u8(1).unwrap().u8(2).unwrap();
        cose.u8(3).unwrap().i8(-7).unwrap();
        cose.i8(-1).unwrap().u8(1).unwrap();
        cose.i8(-2).unwrap().bytes(&point[1..33]).unwrap();
        cose.i8(-3).unwrap().bytes(&point[33..]).unwrap();
        cose.into_writer()
    }
}
