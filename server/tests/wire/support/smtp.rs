//! A real SMTP server on the loopback, that keeps what it is sent and refuses whom the test says.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use mailin::response::{NO_MAILBOX, OK};
use mailin::{Action, Handler, Response, SessionBuilder};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

/// A mail as it came.
#[derive(Debug, Clone, Default)]
pub struct Mail {
    pub from: String,
    pub to: Vec<String>,
    pub text: String,
}

pub struct SmtpServer {
    pub address: SocketAddr,
    mails: Arc<Mutex<Vec<Mail>>>,
    running: JoinHandle<()>,
}

impl SmtpServer {
    pub async fn start() -> Self {
        Self::start_at(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await
    }

    /// At an address that a server had before.
    pub async fn start_at(address: SocketAddr) -> Self {
        let listener = TcpListener::bind(address).await.unwrap();
        let address = listener.local_addr().unwrap();
        let mails = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&mails);
        let running = tokio::spawn(async move {
            // With the server every conversation ends.
            let mut talks = JoinSet::new();
            while let Ok((stream, from)) = listener.accept().await {
                talks.spawn(talk(stream, from.ip(), Keeper::new(&kept)));
            }
        });
        Self {
            address,
            mails,
            running,
        }
    }

    /// The settings of a server that sends by this one.
    pub fn settings(&self) -> String {
        format!(
            "smtp = \"smtp://{}\"\nmail_from = \"Carnet <carnet@example.org>\"\n",
            self.address
        )
    }

    pub fn mails(&self) -> Vec<Mail> {
        self.mails.lock().unwrap().clone()
    }

    /// Waits until so many have come, and a moment longer for one too many.
    pub async fn has(&self, many: usize) -> Vec<Mail> {
        for _ in 0..300 {
            if self.mails().len() >= many {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        tokio::time::sleep(Duration::from_millis(300)).await;
        let mails = self.mails();
        assert_eq!(mails.len(), many, "{mails:?}");
        mails
    }
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        self.running.abort();
    }
}

#[derive(Clone)]
struct Keeper {
    mail: Mail,
    bytes: Vec<u8>,
    kept: Arc<Mutex<Vec<Mail>>>,
}

impl Keeper {
    fn new(kept: &Arc<Mutex<Vec<Mail>>>) -> Self {
        Self {
            mail: Mail::default(),
            bytes: Vec::new(),
            kept: Arc::clone(kept),
        }
    }
}

impl Handler for Keeper {
    fn rcpt(&mut self, to: &str) -> Response {
        if to.starts_with("nobody@") {
            NO_MAILBOX
        } else {
            OK
        }
    }

    fn data_start(&mut self, _: &str, from: &str, _: bool, to: &[String]) -> Response {
        self.bytes.clear();
        self.mail = Mail {
            from: from.to_owned(),
            to: to.to_vec(),
            text: String::new(),
        };
        OK
    }

    fn data(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }

    fn data_end(&mut self) -> Response {
        self.mail.text = String::from_utf8(self.bytes.clone()).unwrap();
        self.kept.lock().unwrap().push(self.mail.clone());
        OK
    }
}

async fn talk(stream: TcpStream, from: IpAddr, keeper: Keeper) {
    let mut session = SessionBuilder::new("loopback").build(from, keeper);
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read);
    let greeting = session.greeting().buffer().unwrap();
    if write.write_all(&greeting).await.is_err() {
        return;
    }
    let mut line = Vec::new();
    while lines
        .read_until(b'\n', &mut line)
        .await
        .is_ok_and(|read| read > 0)
    {
        let answer = session.process(&line);
        line.clear();
        let says = !matches!(answer.action, Action::NoReply);
        if says && write.write_all(&answer.buffer().unwrap()).await.is_err() {
            return;
        }
        if matches!(answer.action, Action::Close) {
            return;
        }
    }
}
