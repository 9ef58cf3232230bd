//! A push service on the loopback that keeps what it is sent, and a device that it belongs to.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex};

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit};
use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode, Uri};
use chrono::{DateTime, Offset, TimeZone};
use chrono_tz::Tz;
use data_encoding::BASE64URL_NOPAD;
use futures::future::LocalBoxFuture;
use p256::SecretKey;
use p256::elliptic_curve::sec1::ToEncodedPoint;
use protocol::ids::MemberId;
use protocol::reminder::PushDevice;
use serde_json::Value;
use store::Trouble;
use store::notices::{Notices, PushAbility};
use tokio::net::TcpListener;
use web_push_native::Auth;

/// One message as it came.
#[derive(Clone)]
pub struct Message {
    pub to: String,
    pub topic: String,
    pub headers: String,
    pub body: Vec<u8>,
}

/// The push service.
#[derive(Clone)]
pub struct PostOffice {
    pub address: String,
    kept: Arc<Mutex<Vec<Message>>>,
    answers: Arc<AtomicU16>,
}

impl PostOffice {
    pub async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let office = Self {
            address,
            kept: Arc::default(),
            answers: Arc::new(AtomicU16::new(201)),
        };
        let (kept, answers) = (office.kept.clone(), office.answers.clone());
        let take = move |uri: Uri, headers: HeaderMap, body: Bytes| {
            let (kept, answers) = (kept.clone(), answers.clone());
            async move {
                let status = answers.load(Ordering::SeqCst);
                if status == 201 {
                    let topic = headers["topic"].to_str().unwrap().to_owned();
                    kept.lock().unwrap().push(Message {
                        to: uri.path().to_owned(),
                        topic,
                        headers: format!("{headers:?}"),
                        body: body.to_vec(),
                    });
                }
                StatusCode::from_u16(status).unwrap()
            }
        };
        let routes = Router::new().fallback(take);
        tokio::spawn(async move { axum::serve(listener, routes).await.unwrap() });
        office
    }

    /// From now on it answers like that.
    pub fn answer(&self, status: u16) {
        self.answers.store(status, Ordering::SeqCst);
    }

    pub fn messages(&self) -> Vec<Message> {
        self.kept.lock().unwrap().clone()
    }
}

/// A device in a time zone.
pub struct Device {
    zone: Tz,
    address: String,
    secret: SecretKey,
    /// The keys that it was given, by account and generation.
    keys: RefCell<BTreeMap<(MemberId, u32), [u8; 32]>>,
}

impl Device {
    pub fn of(office: &PostOffice, zone: Tz, name: &str) -> Rc<Self> {
        let secret = loop {
            let mut bytes = [0; 32];
            getrandom::fill(&mut bytes).unwrap();
            if let Ok(secret) = SecretKey::from_slice(&bytes) {
                break secret;
            }
        };
        Rc::new(Self {
            zone,
            address: format!("{}/{name}", office.address),
            secret,
            keys: RefCell::default(),
        })
    }

    fn subscribed(&self) -> PushDevice {
        let point = self.secret.public_key().to_encoded_point(false);
        PushDevice {
            endpoint: self.address.clone(),
            p256dh: point.as_bytes().to_vec(),
            auth: vec![7; 16],
        }
    }

    /// The address, as the push service sees it.
    pub fn subscribed_path(&self) -> String {
        let rest = self.address.strip_prefix("http://").unwrap();
        format!("/{}", rest.split_once('/').unwrap().1)
    }

    /// What the server handed to the push service, before the client's own seal is opened.
    pub fn received(&self, message: &Message) -> Vec<u8> {
        let auth = Auth::clone_from_slice(&[7; 16]);
        web_push_native::decrypt(message.body.clone(), &self.secret, &auth).unwrap()
    }

    /// What it shows.
    pub fn shows(&self, message: &Message) -> Value {
        let bytes = self.received(message);
        if bytes[0] == b'{' {
            return serde_json::from_slice(&bytes).unwrap();
        }
        let bytes = BASE64URL_NOPAD.decode(&bytes).unwrap();
        let (head, rest) = bytes.split_at(21);
        let account = MemberId::from_slice(&head[1..17]).unwrap();
        let generation = u32::from_be_bytes(head[17..].try_into().unwrap());
        let key = self.keys.borrow()[&(account, generation)];
        let aad = [b"carnet/v1/notice\0", head].concat();
        let sealed = Payload {
            msg: &rest[12..],
            aad: &aad,
        };
        let cipher = Aes256Gcm::new(&key.into());
        let text = cipher.decrypt(rest[..12].into(), sealed).unwrap();
        serde_json::from_slice(&text).unwrap()
    }
}

impl Notices for Device {
    fn zone(&self) -> String {
        self.zone.name().to_owned()
    }

    fn offset(&self, zone: &str, utc: i64) -> Option<i32> {
        let zone: Tz = zone.parse().ok()?;
        let at = DateTime::from_timestamp(utc, 0)?.naive_utc();
        Some(zone.offset_from_utc_datetime(&at).fix().local_minus_utc())
    }

    fn ability(&self) -> PushAbility {
        PushAbility::Allowed
    }

    fn subscribe<'a>(&'a self, _: &'a [u8]) -> LocalBoxFuture<'a, Result<PushDevice, Trouble>> {
        Box::pin(async { Ok(self.subscribed()) })
    }

    fn subscription(&self) -> LocalBoxFuture<'_, Option<PushDevice>> {
        Box::pin(async { Some(self.subscribed()) })
    }

    fn keep_key<'a>(
        &'a self,
        account: MemberId,
        generation: u32,
        key: &'a [u8; 32],
        _: &'a str,
    ) -> LocalBoxFuture<'a, Result<(), Trouble>> {
        Box::pin(async move {
            self.keys.borrow_mut().insert((account, generation), *key);
            Ok(())
        })
    }

    fn forget(&self, account: MemberId) -> LocalBoxFuture<'_, ()> {
        Box::pin(async move {
            self.keys
                .borrow_mut()
                .retain(|(whose, _), _| *whose != account);
        })
    }
}
