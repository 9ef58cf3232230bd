//! Links: what guardians keep of them, sealed in the `keys` section, and what a deposit says.

pub(crate) mod address;
pub(crate) mod bundle;
pub(crate) mod deposit;
pub(crate) mod keys;
pub(crate) mod secret_text;
