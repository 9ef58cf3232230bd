//! The real server on a free port, with a clock that the test sets.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use protocol::refusal::Refusal;
use protocol::time::Seconds;
use reqwest::{Client, Method, header};
use serde_json::Value;
use server::settings::Settings;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// When tests begin.
pub const START: u64 = 1_800_000_000;

pub struct TestServer {
    pub settings: Settings,
    pub base: String,
    pub client: Client,
    pub folder: tempfile::TempDir,
    clock: Arc<AtomicU64>,
    stop: Option<oneshot::Sender<()>>,
    running: Option<JoinHandle<()>>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: header::HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub fn cbor<T: minicbor::Encode<()> + for<'b> minicbor::Decode<'b, ()>>(&self) -> T {
        assert_eq!(self.status, 200, "{}", String::from_utf8_lossy(&self.body));
        protocol::cbor::decode(&self.body).unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// The refusal, whose status must be the one it says.
    pub fn refusal(&self) -> Refusal {
        let refusal: Refusal = serde_json::from_slice(&self.body)
            .unwrap_or_else(|_| panic!("{} is no refusal", self.status));
        assert_eq!(refusal.status(), self.status);
        refusal
    }

    pub fn is_fine(&self) -> &Self {
        assert!(
            self.status < 300,
            "{} {}",
            self.status,
            String::from_utf8_lossy(&self.body)
        );
        self
    }
}

impl TestServer {
    pub async fn start() -> Self {
        Self::start_with("").await
    }

    /// With these settings beside a data folder of its own.
    pub async fn start_with(settings: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self::start_in(folder, settings).await
    }

    pub async fn start_in(folder: tempfile::TempDir, more: &str) -> Self {
        let data = folder.path().join("data");
        let pace = match more.contains("_requests") {
            true => "",
            false => {
                "session_requests = 6000000\naddress_requests = 6000000\nstranger_requests = 6000000\n"
            }
        };
        let text = format!(
            "listen = \"127.0.0.1:0\"\ndata = {data:?}\nsite = {:?}\n{pace}{more}",
            folder.path().join("site")
        );
        let settings = Settings::merge(&text, |_| None).unwrap();
        Self::launch(settings, folder).await
    }

    /// Another process, as it were, that serves the same data.
    pub async fn beside(other: &Self) -> Self {
        Self::launch(other.settings.clone(), tempfile::tempdir().unwrap()).await
    }

    async fn launch(settings: Settings, folder: tempfile::TempDir) -> Self {
        let listener = TcpListener::bind(settings.listen).await.unwrap();
        let base = format!("http://localhost:{}", listener.local_addr().unwrap().port());
        let clock = Arc::new(AtomicU64::new(START));
        let (stop, stopped) = oneshot::channel();
        let (theirs, time) = (settings.clone(), Arc::clone(&clock));
        let running = tokio::spawn(async move {
            let clock = Arc::new(move || Seconds(time.load(Ordering::SeqCst)));
            let until = async move {
                let _: Result<(), _> = stopped.await;
            };
            server::serve::serve(&theirs, listener, clock, until)
                .await
                .unwrap();
        });
        Self {
            settings,
            base,
            client: client(),
            folder,
            clock,
            stop: Some(stop),
            running: Some(running),
        }
    }

    pub fn now(&self) -> Seconds {
        Seconds(self.clock.load(Ordering::SeqCst))
    }

    pub fn wait(&self, seconds: u64) {
        self.clock.fetch_add(seconds, Ordering::SeqCst);
    }

    /// Ends the server as a terminal would, and waits until it has.
    pub async fn end(&mut self) {
        drop(self.stop.take());
        if let Some(running) = self.running.take() {
            running.await.unwrap();
        }
    }

    /// A request from our own page, with a body of that media type.
    pub async fn ask(
        &self,
        method: Method,
        path: &str,
        cookie: &str,
        kind: &str,
        body: Vec<u8>,
    ) -> Answer {
        let headers = [
            ("origin", self.base.as_str()),
            ("cookie", cookie),
            ("content-type", kind),
        ];
        self.send(method, path, &headers, body).await
    }

    /// A request with exactly these headers.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Answer {
        let mut request = self
            .client
            .request(method, format!("{}{path}", self.base))
            .body(body);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Answer {
            status,
            headers,
            body: response.bytes().await.unwrap().to_vec(),
        }
    }

    pub async fn get(&self, path: &str, cookie: &str) -> Answer {
        self.send(Method::GET, path, &[("cookie", cookie)], Vec::new())
            .await
    }

    pub async fn json(
        &self,
        method: Method,
        path: &str,
        cookie: &str,
        body: &impl serde::Serialize,
    ) -> Answer {
        let body = serde_json::to_vec(body).unwrap();
        self.ask(method, path, cookie, "application/json", body)
            .await
    }

    pub async fn cbor(
        &self,
        method: Method,
        path: &str,
        cookie: &str,
        body: &impl minicbor::Encode<()>,
    ) -> Answer {
        let body = protocol::cbor::encode(body);
        self.ask(method, path, cookie, "application/cbor", body)
            .await
    }
}

/// A client that follows nothing and keeps nothing.
pub fn client() -> Client {
    // Tests speak plain HTTP, but the client wants an implementation of TLS all the same.
    let _: Result<(), _> = rustls::crypto::ring::default_provider().install_default();
    Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap()
}
