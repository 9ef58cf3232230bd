//! The way to a device: one message to its push service (RFC 8030), encrypted to the device (RFC 8291), signed by this server
//! (RFC 8292). The push service learns when and how large; what stands inside is sealed once more, by the client.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use data_encoding::BASE64URL_NOPAD;
use p256::PublicKey;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use protocol::time::{MINUTE, Seconds};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode, Url, header};
use storage::device::Device;
use web_push_native::Auth;

use super::public::is_public;

/// How long the other side may be silent.
const PATIENCE: Duration = Duration::from_secs(10);
/// For how long a signature is good, in seconds; a day is the most (RFC 8292, section 2).
const GOOD: u64 = 12 * 60 * MINUTE;
/// The longest address that is taken.
const LONGEST: usize = 1024;
/// The longest that a push service must keep a message, in seconds.
const KEPT: u64 = 28 * 24 * 60 * MINUTE;
/// How often another random key is tried: one in 2^32 is none.
const KEYS: usize = 4;

/// Which push services messages are sent to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Those that everybody can reach, by https.
    Public,
    /// Any, this machine included: for tests and closed networks.
    Anywhere,
}

/// Sends messages to devices.
pub struct Pusher {
    client: Client,
    key: SigningKey,
    public: Vec<u8>,
    subject: String,
    reach: Reach,
}

/// Why there is no pusher.
#[derive(Debug, thiserror::Error)]
pub enum PusherError {
    /// No client for HTTP.
    #[error("no client for HTTP can be made")]
    Client(#[source] reqwest::Error),
    /// The key in the database is none.
    #[error("the key for push services is damaged")]
    Key,
    /// No random bytes.
    #[error("no random bytes")]
    Random(#[source] getrandom::Error),
}

/// Why a message was not sent.
#[derive(Debug, thiserror::Error)]
pub enum PushError {
    /// The device does not want any more, or its address is none.
    #[error("the device is not there any more")]
    Gone,
    /// Its push service says no to this message.
    #[error("the push service refused it: {0}")]
    Refused(StatusCode),
    /// Its push service is not reached, or is busy.
    #[error("the push service was not reached")]
    Away,
}

/// A new key for push services: 32 bytes.
pub fn fresh_key() -> Result<Vec<u8>, PusherError> {
    for _ in 0..KEYS {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(PusherError::Random)?;
        if SigningKey::from_slice(&bytes).is_ok() {
            return Ok(bytes.to_vec());
        }
    }
    Err(PusherError::Key)
}

impl Pusher {
    /// With the key that push services know this server by, and where whoever runs it is reached (`mailto:` or `https:`).
    pub fn new(key: &[u8], subject: String, reach: Reach) -> Result<Self, PusherError> {
        // Another part of the program may have chosen it already: it is the same one.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let key = SigningKey::from_slice(key).map_err(|_| PusherError::Key)?;
        let public = key
            .verifying_key()
            .to_encoded_point(false)
            .as_bytes()
            .to_vec();
        let mut client = Client::builder()
            .timeout(PATIENCE)
            .redirect(Policy::none())
            .no_proxy();
        if reach == Reach::Public {
            client = client.dns_resolver(Arc::new(PublicOnly));
        }
        Ok(Self {
            client: client.build().map_err(PusherError::Client)?,
            key,
            public,
            subject,
            reach,
        })
    }

    /// What browsers are told of this server's key: an uncompressed point, 65 bytes.
    pub fn public_key(&self) -> &[u8] {
        &self.public
    }

    /// Whether messages can be sent there. Whoever names the address must not make this server ask its own neighbours.
    pub fn takes(&self, device: &Device) -> bool {
        let point = device.p256dh.len() == 65 && PublicKey::from_sec1_bytes(&device.p256dh).is_ok();
        point && device.auth.len() == 16 && self.address(&device.endpoint).is_some()
    }

    fn address(&self, endpoint: &str) -> Option<Url> {
        if endpoint.len() > LONGEST {
            return None;
        }
        let url = Url::parse(endpoint).ok()?;
        let plain = url.username().is_empty() && url.password().is_none();
        // A name of a domain: addresses of machines are no push services, and would pass by the resolver.
        let named = url.domain().is_some_and(|name| name.contains('.'));
        let fits = match self.reach {
            Reach::Public => url.scheme() == "https" && named && url.port().is_none(),
            Reach::Anywhere => matches!(url.scheme(), "https" | "http") && url.host().is_some(),
        };
        (plain && fits).then_some(url)
    }

    /// Hands a message to the push service of a device, which keeps it for `kept` seconds at most. A later one of the same
    /// `topic` takes its place there.
    pub async fn send(
        &self,
        device: &Device,
        message: Vec<u8>,
        kept: u64,
        topic: &[u8; 16],
        now: Seconds,
    ) -> Result<(), PushError> {
        let url = self.address(&device.endpoint).ok_or(PushError::Gone)?;
        let to = PublicKey::from_sec1_bytes(&device.p256dh).map_err(|_| PushError::Gone)?;
        if device.auth.len() != 16 {
            return Err(PushError::Gone);
        }
        let auth = Auth::clone_from_slice(&device.auth);
        let body = web_push_native::encrypt(message, &to, &auth).map_err(|_| PushError::Gone)?;
        let signed = self.signed(&url, now);
        let answer = self
            .client
            .post(url)
            .header(header::AUTHORIZATION, signed)
            .header(header::CONTENT_ENCODING, "aes128gcm")
            .header(header::CONTENT_TYPE, "application/octet-stream")
            .header("ttl", kept.min(KEPT).to_string())
            .header("urgency", "normal")
            .header("topic", BASE64URL_NOPAD.encode(topic))
            .body(body)
            .send()
            .await;
        // What went wrong on the way may repeat the address, which is a secret of the device.
        let status = answer.map_err(|_| PushError::Away)?.status();
        match status {
            status if status.is_success() => Ok(()),
            StatusCode::NOT_FOUND | StatusCode::GONE => Err(PushError::Gone),
            StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT => Err(PushError::Away),
            status if status.is_server_error() => Err(PushError::Away),
            status => Err(PushError::Refused(status)),
        }
    }

    /// Who sends, to whom, until when (RFC 8292, section 2), in a compact JWS (RFC 7515) by ES256.
    fn signed(&self, url: &Url, now: Seconds) -> String {
        let encode = |text: &str| BASE64URL_NOPAD.encode(text.as_bytes());
        let claims = serde_json::json!({
            "aud": url.origin().ascii_serialization(),
            "exp": now.plus(GOOD).0,
            "sub": self.subject,
        });
        let told = format!(
            "{}.{}",
            encode(r#"{"typ":"JWT","alg":"ES256"}"#),
            encode(&claims.to_string())
        );
        let signature: Signature = self.key.sign(told.as_bytes());
        format!(
            "vapid t={told}.{}, k={}",
            BASE64URL_NOPAD.encode(&signature.to_bytes()),
            BASE64URL_NOPAD.encode(&self.public)
        )
    }
}

/// Finds only machines that everybody can reach, whatever a name says.
struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let public: Vec<SocketAddr> = found.filter(|at| is_public(at.ip())).collect();
            let addresses: Addrs = Box::new(public.into_iter());
            Ok(addresses)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pusher(reach: Reach) -> Pusher {
        Pusher::new(&[7; 32], "mailto:carnet@example.org".to_owned(), reach).unwrap()
    }

    #[test]
    fn only_push_services_that_everybody_can_reach_are_asked() {
        let pusher = pusher(Reach::Public);
        let fine = "https://push.example.org/send/abc";
        assert!(pusher.address(fine).is_some());
        for bad in [
            "http://push.example.org/send/abc",
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://localhost/",
            "https://2130706433/",
            "https://push.example.org:8443/",
            "https://name:word@push.example.org/",
            "file:///etc/passwd",
            "push.example.org",
        ] {
            assert!(pusher.address(bad).is_none(), "{bad}");
        }
    }

    #[tokio::test]
    async fn a_name_that_leads_home_leads_nowhere() {
        let found = PublicOnly.resolve("localhost".parse().unwrap()).await;
        assert_eq!(found.map(Iterator::count).unwrap_or(0), 0);
    }

    #[test]
    fn the_signature_says_who_to_whom_until_when() {
        let pusher = pusher(Reach::Public);
        let url = Url::parse("https://push.example.org/send/abc").unwrap();
        let header = pusher.signed(&url, Seconds(1_000));
        let token = header.strip_prefix("vapid t=").unwrap();
        let (token, key) = token.split_once(", k=").unwrap();
        assert_eq!(
            BASE64URL_NOPAD.decode(key.as_bytes()).unwrap(),
            pusher.public_key()
        );
        let claims = token.split('.').nth(1).unwrap();
        let claims = BASE64URL_NOPAD.decode(claims.as_bytes()).unwrap();
        let claims: serde_json::Value = serde_json::from_slice(&claims).unwrap();
        assert_eq!(claims["aud"], "https://push.example.org");
        assert_eq!(claims["exp"], 1_000 + GOOD);
    }
}
