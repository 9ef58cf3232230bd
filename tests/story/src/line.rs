//! The client's way to the server: plain HTTP over a socket, one connection a request. Keeps all that passed, in both
//! directions, and lets a story play a hostile server, or cut the line.

use std::cell::{Cell, RefCell};
use std::net::SocketAddr;
use std::rc::Rc;

use futures::future::LocalBoxFuture;
use store::wire::{Method, Request, Response, UnreachableError, Wire};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// What a hostile server does with an answer.
pub type Meddler = Rc<dyn Fn(&Request, Response) -> Response>;

/// What happens to requests.
#[derive(Clone, Default)]
pub enum Weather {
    /// They pass.
    #[default]
    Fair,
    /// Nothing passes.
    Down,
    /// Requests arrive, their answers do not.
    AnswersLost,
    /// So many requests pass; one more arrives and its answer does not; then nothing passes.
    BreaksAfter(Rc<Cell<u32>>),
    /// Answers are changed on their way.
    Hostile(Meddler),
}

/// The way to the server.
pub struct Line {
    address: SocketAddr,
    cookie: RefCell<Option<String>>,
    weather: RefCell<Weather>,
    traffic: RefCell<Vec<u8>>,
    requests: RefCell<Vec<(Method, String)>>,
}

impl Line {
    pub fn new(address: SocketAddr) -> Self {
        Self {
            address,
            cookie: RefCell::default(),
            weather: RefCell::default(),
            traffic: RefCell::default(),
            requests: RefCell::default(),
        }
    }

    pub fn set(&self, weather: Weather) {
        self.weather.replace(weather);
    }

    pub fn hostile(&self, meddle: impl Fn(&Request, Response) -> Response + 'static) {
        self.set(Weather::Hostile(Rc::new(meddle)));
    }

    /// Lets so many requests pass, loses one answer, then breaks.
    pub fn break_after(&self, requests: u32) {
        self.set(Weather::BreaksAfter(Rc::new(Cell::new(requests + 1))));
    }

    /// All bytes that passed.
    pub fn traffic(&self) -> Vec<u8> {
        self.traffic.borrow().clone()
    }

    /// Forgets what was counted.
    pub fn count_anew(&self) {
        self.requests.borrow_mut().clear();
    }

    /// How many requests of a kind there were.
    pub fn count(&self, method: Method, ending: &str) -> usize {
        let requests = self.requests.borrow();
        let of_kind = |(made, path): &&(Method, String)| {
            *made == method
                && path
                    .split('?')
                    .next()
                    .is_some_and(|path| path.ends_with(ending))
        };
        requests.iter().filter(of_kind).count()
    }

    /// Without a session, as if the cookie had run out.
    pub fn lose_session(&self) {
        self.cookie.replace(None);
    }

    async fn exchange(&self, request: &Request) -> std::io::Result<Response> {
        let mut head = format!(
            "{} {} HTTP/1.1\r\nhost: localhost\r\n",
            request.method.as_str(),
            request.path
        );
        head.push_str("connection: close\r\nsec-fetch-site: same-origin\r\n");
        for (name, value) in &request.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if let Some(cookie) = &*self.cookie.borrow() {
            head.push_str(&format!("cookie: {cookie}\r\n"));
        }
        let body = request.body.as_deref().unwrap_or_default();
        head.push_str(&format!("content-length: {}\r\n\r\n", body.len()));
        let mut stream = TcpStream::connect(self.address).await?;
        stream.write_all(head.as_bytes()).await?;
        stream.write_all(body).await?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await?;
        let mut traffic = self.traffic.borrow_mut();
        traffic.extend_from_slice(head.as_bytes());
        traffic.extend_from_slice(body);
        traffic.extend_from_slice(&answer);
        drop(traffic);
        let response = parse(&answer).ok_or(std::io::ErrorKind::InvalidData)?;
        if let Some(set) = response.header("set-cookie") {
            let value = set.split(';').next().unwrap_or_default().to_owned();
            self.cookie.replace(Some(value));
        }
        Ok(response)
    }
}

impl Wire for Line {
    fn call(&self, request: Request) -> LocalBoxFuture<'_, Result<Response, UnreachableError>> {
        Box::pin(async move {
            let weather = self.weather.borrow().clone();
            if matches!(weather, Weather::Down) {
                return Err(UnreachableError);
            }
            let mut lost = matches!(weather, Weather::AnswersLost);
            if let Weather::BreaksAfter(left) = &weather {
                let rest = left.get().checked_sub(1).ok_or(UnreachableError)?;
                left.set(rest);
                lost = rest == 0;
            }
            self.requests
                .borrow_mut()
                .push((request.method, request.path.clone()));
            let response = self
                .exchange(&request)
                .await
                .map_err(|_| UnreachableError)?;
            if lost {
                return Err(UnreachableError);
            }
            match weather {
                Weather::Hostile(meddle) => Ok(meddle(&request, response)),
                _ => Ok(response),
            }
        })
    }
}

fn parse(answer: &[u8]) -> Option<Response> {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&answer[..end]).ok()?;
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let mut body = answer[end + 4..].to_vec();
    if headers
        .iter()
        .any(|(name, value)| name == "transfer-encoding" && value == "chunked")
    {
        body = unchunk(&body)?;
    }
    Some(Response {
        status,
        headers,
        body,
    })
}

fn unchunk(mut bytes: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = bytes.windows(2).position(|two| two == b"\r\n")?;
        let length =
            usize::from_str_radix(std::str::from_utf8(&bytes[..end]).ok()?.trim(), 16).ok()?;
        bytes = &bytes[end + 2..];
        if length == 0 {
            return Some(body);
        }
        body.extend_from_slice(bytes.get(..length)?);
        bytes = bytes.get(length + 2..)?;
    }
}
