//! `carnet check`: is everything that is referenced there, and whole? Changes nothing.

use std::fmt;
use std::process::ExitCode;

use blobs::Blobs;
use protocol::apply::{apply, open};
use protocol::cbor::decode_stored;
use protocol::commit::sealed_digest;
use protocol::deposit::{Deposit, deposit_digest};
use protocol::ids::CarnetId;
use protocol::limits;
use protocol::state::State;
use storage::{Storage, StorageError};

use crate::parts::{self, PartsError};
use crate::settings::Settings;

/// Why the check could not be made.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// What is to be checked cannot be opened.
    #[error(transparent)]
    Parts(#[from] PartsError),
    /// The database failed.
    #[error("the database failed")]
    Database(#[from] StorageError),
    /// The store of blobs failed.
    #[error("the store of sealed files failed")]
    Files(#[from] blobs::BlobError),
}

/// What was found.
#[derive(Debug, Default)]
pub struct Report {
    /// Carnets that were walked through.
    pub carnets: u64,
    /// Commits whose signature and place were checked.
    pub commits: u64,
    /// Sealed entries, sheets and deposits whose digest was checked.
    pub payloads: u64,
    /// Parts of sealed files whose digest was checked.
    pub parts: u64,
    /// What is wrong, in words.
    pub wrong: Vec<String>,
}

impl Report {
    /// Nothing is wrong.
    pub fn is_clean(&self) -> bool {
        self.wrong.is_empty()
    }

    /// What the command ends with.
    pub fn exit(&self) -> ExitCode {
        if self.is_clean() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for wrong in &self.wrong {
            writeln!(f, "{wrong}")?;
        }
        write!(
            f,
            "{} carnets, {} commits, {} sealed entries, {} parts of files checked: {}",
            self.carnets,
            self.commits,
            self.payloads,
            self.parts,
            if self.is_clean() {
                "all there".to_owned()
            } else {
                format!("{} wrong", self.wrong.len())
            }
        )
    }
}

/// Checks everything.
pub async fn run(settings: &Settings) -> Result<Report, CheckError> {
    let (storage, blobs) = parts::open(settings).await?;
    let mut report = Report::default();
    for carnet in storage.all_carnets().await? {
        report.carnets += 1;
        check_chain(&storage, carnet, &mut report).await?;
        check_payloads(&storage, carnet, &mut report).await?;
        check_links(&storage, carnet, &mut report).await?;
        check_files(&storage, &blobs, carnet, &mut report).await?;
    }
    storage.close().await;
    Ok(report)
}

/// The whole chain is judged anew, signatures included, and must end where the database says.
async fn check_chain(
    storage: &Storage,
    carnet: CarnetId,
    report: &mut Report,
) -> Result<(), CheckError> {
    let mut state: Option<State> = None;
    loop {
        let from = state.as_ref().map_or(0, |state| state.seq + 1);
        let page = storage
            .commits(carnet, from, limits::PULL_COMMITS as u64, limits::ANSWER)
            .await?;
        if page.is_empty() {
            break;
        }
        for received in &page {
            let next = match &state {
                None => open(&received.signed),
                Some(state) => apply(state, &received.signed),
            };
            match next {
                Ok(next) => state = Some(next),
                Err(refusal) => {
                    let seq = state.as_ref().map_or(0, |state| state.seq + 1);
                    report.wrong.push(format!(
                        "carnet {carnet}: commit {seq} may not follow: {refusal}"
                    ));
                    return Ok(());
                }
            }
            report.commits += 1;
        }
    }
    let head = storage
        .head(carnet)
        .await?
        .map(|head| (head.seq, head.head));
    if head != state.as_ref().map(|state| (state.seq, state.head)) {
        report.wrong.push(format!(
            "carnet {carnet}: the chain does not end at its head"
        ));
    }
    let Some(state) = state else { return Ok(()) };
    for (link, member) in &state.members {
        let Some(named) = member.sheet else { continue };
        let sheet = storage.sheet(carnet, *link).await?;
        if sheet.is_none_or(|sheet| sheet.digest != named.digest) {
            report.wrong.push(format!(
                "carnet {carnet}: the sheet of link {link} is missing"
            ));
        }
    }
    for entry in state.entries.values() {
        for version in &entry.versions {
            if storage.payload(carnet, version.payload).await?.is_none() {
                report.wrong.push(format!(
                    "carnet {carnet}: entry version {} is missing",
                    version.payload
                ));
            }
        }
    }
    Ok(())
}

async fn check_payloads(
    storage: &Storage,
    carnet: CarnetId,
    report: &mut Report,
) -> Result<(), CheckError> {
    for (digest, erased) in storage.all_payloads(carnet).await? {
        if erased {
            continue;
        }
        report.payloads += 1;
        let whole = storage
            .payload(carnet, digest)
            .await?
            .is_some_and(|payload| sealed_digest(&payload.sealed) == digest);
        if !whole {
            report.wrong.push(format!(
                "carnet {carnet}: entry version {digest} is damaged"
            ));
        }
    }
    Ok(())
}

/// What links serve, and what was left in their trays.
async fn check_links(
    storage: &Storage,
    carnet: CarnetId,
    report: &mut Report,
) -> Result<(), CheckError> {
    for link in storage.all_sheets(carnet).await? {
        report.payloads += 1;
        let sheet = storage.sheet(carnet, link).await?;
        if sheet.is_none_or(|sheet| sealed_digest(&sheet.sealed) != sheet.digest) {
            report.wrong.push(format!(
                "carnet {carnet}: the sheet of link {link} is damaged"
            ));
        }
    }
    for deposit in storage.all_deposits(carnet).await? {
        report.payloads += 1;
        let named: Result<Deposit, _> = decode_stored(&deposit.body);
        let whole = deposit_digest(&deposit.body) == deposit.digest
            && named.is_ok_and(|named| named.payload == sealed_digest(&deposit.sealed));
        if !whole {
            report.wrong.push(format!(
                "carnet {carnet}: deposit {} of link {} is damaged",
                deposit.counter, deposit.link
            ));
        }
    }
    Ok(())
}

async fn check_files(
    storage: &Storage,
    blobs: &Blobs,
    carnet: CarnetId,
    report: &mut Report,
) -> Result<(), CheckError> {
    for blob in storage.all_files(carnet).await? {
        let mut end = 0;
        for part in storage.parts(carnet, blob).await? {
            report.parts += 1;
            let there = blobs.examine(carnet, blob, &part.name).await?;
            if there != Some((part.digest, part.size)) || part.start != end {
                report.wrong.push(format!(
                    "carnet {carnet}: file {blob} is damaged at byte {end}"
                ));
            }
            end = part.start + part.size;
        }
        let file = storage.file(carnet, blob).await?;
        if file.is_some_and(|file| file.received != end) {
            report
                .wrong
                .push(format!("carnet {carnet}: file {blob} ends at byte {end}"));
        }
    }
    Ok(())
}
