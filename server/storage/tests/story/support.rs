//! The databases, and rows to put in.

use std::io::Write;
use std::sync::Arc;

use data_encoding::HEXLOWER;
use protocol::account::SignedList;
use protocol::commit::Signed;
use protocol::ids::{CarnetId, Digest, MemberId, Signature, SigningKey, WayId};
use protocol::keys::{MemberKeys, Recipient};
use protocol::time::Seconds;
use storage::Storage;
use storage::append::{Append, Room};
use storage::proof::{NewWayRow, ProofRow};

/// When the story begins.
pub const START: Seconds = Seconds(1_800_000_000);

/// A database that the story is told to.
pub struct Told {
    pub name: &'static str,
    pub storage: Arc<Storage>,
    /// Goes when the story is over.
    pub _folder: Option<tempfile::TempDir>,
}

/// SQLite always; PostgreSQL when `CARNET_TEST_POSTGRES` names one, as the project's test command does.
pub async fn databases() -> Vec<Told> {
    let folder = tempfile::tempdir().unwrap();
    let address = format!("sqlite:{}", folder.path().join("story.db").display());
    let storage = Arc::new(Storage::open(&address).await.unwrap());
    let mut told = vec![Told {
        name: "SQLite",
        storage,
        _folder: Some(folder),
    }];
    match std::env::var("CARNET_TEST_POSTGRES") {
        Ok(address) => {
            let storage = Arc::new(Storage::open(&address).await.unwrap());
            told.push(Told {
                name: "PostgreSQL",
                storage,
                _folder: None,
            });
        }
        Err(_) => {
            let words = "CARNET_TEST_POSTGRES is not set: the story was NOT told to PostgreSQL";
            assert!(std::env::var("CI").is_err(), "{words}");
            // Past the harness, which keeps the words of tests that pass to itself.
            std::io::stderr()
                .write_all(format!("\n{words}\n").as_bytes())
                .unwrap();
        }
    }
    told
}

/// 32 random bytes: the databases of other runs may still be there.
pub fn random() -> [u8; 32] {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).unwrap();
    bytes
}

pub fn text() -> String {
    HEXLOWER.encode(&random())
}

pub fn keys() -> MemberKeys {
    let recipient = Recipient::from_slice(&[7; Recipient::LEN]).unwrap();
    MemberKeys {
        signing: SigningKey::from_bytes(random()),
        recipient,
    }
}

pub fn list(version: u8) -> SignedList {
    SignedList {
        body: vec![version; 10],
        signature: Signature::from_bytes([version; 64]),
    }
}

pub fn passkey_way() -> NewWayRow {
    let proof = ProofRow::Passkey {
        credential: text(),
        passkey: "{}".to_owned(),
    };
    NewWayRow {
        id: way_id(),
        wrap: vec![1, 2, 3],
        proof,
    }
}

pub fn way_id() -> WayId {
    WayId::from_slice(&random()[..16]).unwrap()
}

pub async fn account(storage: &Storage) -> MemberId {
    let keys = keys();
    storage
        .open_account(&keys, &list(0), 0, &passkey_way(), START)
        .await
        .unwrap();
    keys.member_id()
}

pub fn signed(body: &[u8]) -> Signed {
    Signed {
        body: body.to_vec(),
        signature: Signature::from_bytes([1; 64]),
    }
}

/// A commit with nothing along.
pub fn bare<'a>(
    carnet: CarnetId,
    seq: u64,
    parent: Option<Digest>,
    signed: &'a Signed,
    author: MemberId,
) -> Append<'a> {
    Append {
        carnet,
        seq,
        parent,
        signed,
        digest: signed.digest(),
        author,
        received: START,
        puts: Vec::new(),
        sheets: Vec::new(),
        envelopes: Vec::new(),
        erased: Vec::new(),
        members: None,
        without_agenda: Vec::new(),
        loses_links: false,
        closes: false,
        room: Room {
            bytes: 1_000_000,
            carnets: 3,
        },
    }
}
