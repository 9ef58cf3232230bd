//! What several pages share.

pub(crate) mod around;
pub(crate) mod button;
pub(crate) mod closed_links;
pub(crate) mod confirm;
pub(crate) mod copy;
pub(crate) mod face;
pub(crate) mod field;
pub(crate) mod may;
pub(crate) mod notice;
pub(crate) mod pages_list;
pub(crate) mod paper;
pub(crate) mod picture;
pub(crate) mod qr;
pub(crate) mod rescue;
pub(crate) mod sign;
pub(crate) mod skeleton;
pub(crate) mod take_paper;
pub(crate) mod toast;
pub(crate) mod when;
