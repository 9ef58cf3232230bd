//! Reading a carnet by a link, without an account.

mod reading;
mod visit;

pub(crate) use reading::Reading;
pub(crate) use visit::{Leave, Visit};
