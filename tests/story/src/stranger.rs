//! Somebody with a card in their hand and no account: reads it as any program for SMART Health Links would, with nothing of
//! ours but the address.

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit};
use data_encoding::BASE64URL_NOPAD;
use serde_json::{Value, json};
use store::wire::{Method, Request, Wire};

use crate::home::Home;
use crate::line::Line;

/// Somebody who scanned a card.
pub struct Stranger {
    line: Line,
}

/// What a card showed.
pub struct Shown {
    /// The sheet, as text.
    pub sheet: String,
    /// The protected header of its envelope.
    pub header: Value,
    /// Pinned documents.
    pub pinned: Vec<Value>,
}

impl Shown {
    /// From which commit it was made.
    pub fn seq(&self) -> u64 {
        self.header["carnet"]["seq"].as_u64().unwrap()
    }

    /// Where to leave something for the family.
    pub fn deposit(&self) -> String {
        let bundle: Value = serde_json::from_str(&self.sheet).unwrap();
        let extensions = &bundle["entry"][0]["resource"]["extension"];
        let deposit = extensions
            .as_array()
            .unwrap()
            .iter()
            .find(|extension| extension["url"] == "https://carnet.care/fhir/deposit");
        deposit.unwrap()["valueUrl"].as_str().unwrap().to_owned()
    }
}

impl Stranger {
    pub fn new(home: &Home) -> Self {
        Self {
            line: Line::new(home.address),
        }
    }

    /// What the card of this address shows, or the status and body of the refusal.
    pub async fn scan(&self, address: &str) -> Result<Shown, (u16, Value)> {
        self.scan_with(address, json!({"recipient": "Urgences"}))
            .await
    }

    pub async fn scan_with(&self, address: &str, asked: Value) -> Result<Shown, (u16, Value)> {
        let link = read(address);
        let url = link["url"].as_str().unwrap();
        let (status, body) = self.post(&path(url), &asked).await;
        let manifest: Value = serde_json::from_slice(&body).unwrap_or_default();
        if status != 200 {
            return Err((status, manifest));
        }
        let key = BASE64URL_NOPAD
            .decode(link["key"].as_str().unwrap().as_bytes())
            .unwrap();
        let mut files = Vec::new();
        for file in manifest["files"].as_array().unwrap() {
            assert_eq!(file["contentType"], "application/fhir+json");
            let jwe = match file["embedded"].as_str() {
                Some(jwe) => jwe.to_owned(),
                None => self.get(&path(file["location"].as_str().unwrap())).await,
            };
            files.push(open(&key, &jwe));
        }
        let (header, sheet) = files.remove(0);
        let pinned = files
            .iter()
            .map(|(_, text)| serde_json::from_str(text).unwrap());
        Ok(Shown {
            sheet,
            header,
            pinned: pinned.collect(),
        })
    }

    /// The address that a typed code opens.
    pub async fn type_code(&self, code: &str) -> Option<String> {
        let key = sealing::typed_code::TypedCode::read(code).unwrap().derive();
        let (status, body) = self
            .post(&protocol::paths::card_code(key.lookup()), &json!({}))
            .await;
        let answer: protocol::card::CardAddress = (status == 200)
            .then(|| serde_json::from_slice(&body).ok())
            .flatten()?;
        Some(key.open(&answer.sealed).unwrap().as_str().to_owned())
    }

    async fn post(&self, path: &str, body: &Value) -> (u16, Vec<u8>) {
        let request = Request {
            method: Method::Post,
            path: path.to_owned(),
            headers: vec![("content-type", "application/json".to_owned())],
            body: Some(body.to_string().into_bytes().into()),
        };
        let answer = self.line.call(request).await.unwrap();
        (answer.status, answer.body)
    }

    async fn get(&self, path: &str) -> String {
        let request = Request {
            method: Method::Get,
            path: path.to_owned(),
            headers: Vec::new(),
            body: None,
        };
        let answer = self.line.call(request).await.unwrap();
        assert_eq!(answer.status, 200);
        String::from_utf8(answer.body).unwrap()
    }
}

/// What a card's address says: the JSON of its SMART Health Link.
pub fn read(address: &str) -> Value {
    let text = address.split("shlink:/").nth(1).unwrap();
    serde_json::from_slice(&BASE64URL_NOPAD.decode(text.as_bytes()).unwrap()).unwrap()
}

fn path(url: &str) -> String {
    let (_, rest) = url.split_once("://").unwrap();
    rest[rest.find('/').unwrap()..].to_owned()
}

fn open(key: &[u8], jwe: &str) -> (Value, String) {
    let parts: Vec<&str> = jwe.split('.').collect();
    let decode = |place: usize| BASE64URL_NOPAD.decode(parts[place].as_bytes()).unwrap();
    let header: Value = serde_json::from_slice(&decode(0)).unwrap();
    assert_eq!(
        (&header["alg"], &header["enc"]),
        (&json!("dir"), &json!("A256GCM"))
    );
    assert_eq!(parts.len(), 5);
    assert!(parts[1].is_empty());
    let sealed = [decode(3), decode(4)].concat();
    let payload = Payload {
        msg: &sealed,
        aad: parts[0].as_bytes(),
    };
    let packed = Aes256Gcm::new(key.into())
        .decrypt(decode(2)[..].into(), payload)
        .unwrap();
    let plain = if header["zip"] == "DEF" {
        miniz_oxide::inflate::decompress_to_vec(&packed).unwrap()
    } else {
        packed
    };
    (header, String::from_utf8(plain).unwrap())
}
