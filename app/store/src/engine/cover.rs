//! What the list of carnets shows of one, as a record.

use chrono::NaiveDate;
use domain::FileRef;
use protocol::ids::{CarnetId, MemberId};
use protocol::time::Seconds;
use serde::{Deserialize, Serialize};

use crate::scene::{Cover, Latest};

#[derive(Serialize, Deserialize)]
struct Written {
    name: String,
    birth: Option<NaiveDate>,
    photo: Option<FileRef>,
    at: Option<Seconds>,
    by: Option<MemberId>,
}

/// The record of a cover.
pub(super) fn write(cover: &Cover) -> Vec<u8> {
    let written = Written {
        name: cover.name.clone(),
        birth: cover.birth,
        photo: cover.photo.clone(),
        at: cover.latest.map(|latest| latest.at),
        by: cover.latest.and_then(|latest| latest.by),
    };
    // A plain struct of texts and numbers always has a JSON form.
    serde_json::to_vec(&written).unwrap_or_default()
}

/// The cover in a record.
pub(super) fn read(bytes: &[u8], id: CarnetId) -> Option<Cover> {
    let written: Written = serde_json::from_slice(bytes).ok()?;
    let latest = written.at.map(|at| Latest { at, by: written.by });
    Some(Cover {
        id,
        name: written.name,
        birth: written.birth,
        photo: written.photo,
        latest,
        trouble: None,
    })
}
