//! An S3-compatible store on a free port, over a folder.

use blobs::{Place, S3};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use tokio::net::TcpListener;

pub struct Store {
    endpoint: String,
    _folder: tempfile::TempDir,
}

const BUCKET: &str = "carnet";
const KEYS: (&str, &str) = ("access", "secret");

impl Store {
    pub async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join(BUCKET)).unwrap();
        let mut service = S3ServiceBuilder::new(s3s_fs::FileSystem::new(folder.path()).unwrap());
        service.set_auth(SimpleAuth::from_single(KEYS.0, KEYS.1));
        let service = service.build();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let service = service.clone();
                tokio::spawn(async move {
                    let server = Builder::new(TokioExecutor::new());
                    // A client that goes away is no failure of the store.
                    let _: Result<(), _> =
                        server.serve_connection(TokioIo::new(stream), service).await;
                });
            }
        });
        Self {
            endpoint,
            _folder: folder,
        }
    }

    pub fn place(&self) -> Place {
        Place::S3(S3 {
            endpoint: self.endpoint.clone(),
            bucket: BUCKET.to_owned(),
            region: "anywhere".to_owned(),
            access_key: KEYS.0.to_owned(),
            secret_key: KEYS.1.to_owned(),
        })
    }
}
