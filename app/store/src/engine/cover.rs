//! What the list of carnets shows of one, as a record.

use chrono::NaiveDate;
use domain::FileRef;
use protocol::change::Role;
use protocol::ids::{CarnetId, MemberId};
use protocol::time::Seconds;
use serde::{Deserialize, Serialize};

use crate::scene::{Cover, Latest, Mine};

#[derive(Serialize, Deserialize)]
struct Written {
    name: String,
    birth: Option<NaiveDate>,
    photo: Option<FileRef>,
    at: Option<Seconds>,
    by: Option<MemberId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mine: Option<WrittenMine>,
    #[serde(default)]
    news: usize,
}

#[derive(Serialize, Deserialize)]
struct WrittenMine {
    role: u8,
    until: Option<Seconds>,
    over: bool,
}

/// The roles, by their places in a record.
const ROLES: [Role; 4] = [
    Role::Guardian,
    Role::Person,
    Role::Professional,
    Role::Relative,
];

/// The record of a cover.
pub(super) fn write(cover: &Cover) -> Vec<u8> {
    let written = Written {
        name: cover.name.clone(),
        birth: cover.birth,
        photo: cover.photo.clone(),
        at: cover.latest.map(|latest| latest.at),
        by: cover.latest.and_then(|latest| latest.by),
        mine: cover.mine.and_then(|mine| {
            let place = ROLES.iter().position(|role| *role == mine.role)?;
            Some(WrittenMine {
                role: u8::try_from(place).ok()?,
                until: mine.until,
                over: mine.over,
            })
        }),
        news: cover.news,
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
        mine: written.mine.and_then(|mine| {
            Some(Mine {
                role: *ROLES.get(usize::from(mine.role))?,
                until: mine.until,
                over: mine.over,
            })
        }),
        news: written.news,
    })
}
