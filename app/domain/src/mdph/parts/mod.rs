//! The questions, part by part. They are data: words, ids and sources, without a rule.

mod carer;
mod daily;
mod identity;
mod pieces;
mod project;
mod requests;
mod school;
mod work;

use super::question::Part;

pub(super) use school::SCHOOL;

/// Every part, in the order of the file.
pub static PARTS: &[Part] = &[
    identity::PART,
    project::PART,
    daily::PART,
    school::PART,
    work::PART,
    requests::PART,
    carer::PART,
    pieces::PART,
];

/// The day on which the sources of all parts were looked at.
const VERIFIED: &str = "2026-11-21";
/// No bound of age.
const ANY: u32 = u32::MAX;
