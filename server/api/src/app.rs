//! What every route can reach.

use std::net::IpAddr;
use std::sync::Arc;

use auth::passkey::Passkeys;
use axum::http::HeaderName;
use blobs::Blobs;
use protocol::time::{Seconds, YEAR};
use storage::Storage;

use crate::body::Bodies;
use crate::cache::Cache;
use crate::lines::Lines;
use crate::pace::Pace;
use crate::post::Post;
use crate::sessions::Sessions;

/// The clock of this edge of the program. Everything inside gets its times from here, as arguments.
pub type Clock = Arc<dyn Fn() -> Seconds + Send + Sync>;

/// Handed to every route.
pub type App = Arc<Parts>;

/// What there is.
pub struct Parts {
    /// The database.
    pub storage: Arc<Storage>,
    /// Sealed files.
    pub blobs: Blobs,
    /// WebAuthn ceremonies.
    pub passkeys: Passkeys,
    /// What is allowed.
    pub limits: Limits,
    /// Scheme, name and port of our own pages.
    pub origin: String,
    /// What time it is.
    pub clock: Clock,
    /// Folded logs.
    pub cache: Cache,
    /// Sessions that were seen a moment ago.
    pub sessions: Sessions,
    /// The access journal.
    pub lines: Lines,
    /// How often whom.
    pub pace: Pace,
    /// What is sent by mail.
    pub post: Post,
    /// Room for long bodies while they are read.
    pub bodies: Bodies,
}

impl Parts {
    /// What time it is.
    pub fn now(&self) -> Seconds {
        (self.clock)()
    }
}

/// What an installation allows.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Bytes in one carnet, everything together.
    pub carnet_bytes: u64,
    /// Entries in one carnet, erased ones included.
    pub carnet_entries: u64,
    /// Carnets that one account may open.
    pub carnets: u64,
    /// Requests in a minute by one session.
    pub session_requests: u32,
    /// Requests in a minute from one address.
    pub address_requests: u32,
    /// Requests in a minute from one address that change something while nobody is signed in.
    pub stranger_requests: u32,
    /// Whether new accounts are opened.
    pub new_accounts: bool,
    /// How long a line of the access journal is kept, in seconds.
    pub journal_age: u64,
    /// How many lines of the access journal are kept for one carnet.
    pub journal_lines: u64,
    /// Failed tries at one name or code in a quarter of an hour.
    pub tries: u64,
    /// The header whose last value is the address of who asks, because a proxy stands in front.
    pub address_header: Option<HeaderName>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            carnet_bytes: 50 * 1024 * 1024 * 1024,
            carnet_entries: 200_000,
            carnets: 20,
            session_requests: 6_000,
            address_requests: 12_000,
            stranger_requests: 600,
            new_accounts: true,
            journal_age: 3 * YEAR,
            journal_lines: 1_000_000,
            tries: 10,
            address_header: None,
        }
    }
}

/// From where a request came, as far as limits go: of an IPv6 address only the network, which one household or host has.
pub fn household(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => IpAddr::V4(v4),
            None => {
                let [a, b, c, d, ..] = v6.segments();
                IpAddr::V6([a, b, c, d, 0, 0, 0, 0].into())
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_of_one_network_count_together() {
        let one: IpAddr = "2001:db8:1:2:3:4:5:6".parse().unwrap();
        let two: IpAddr = "2001:db8:1:2::9".parse().unwrap();
        let mapped: IpAddr = "::ffff:192.0.2.1".parse().unwrap();
        assert_eq!(household(one), household(two));
        assert_eq!(household(mapped), "192.0.2.1".parse::<IpAddr>().unwrap());
    }
}
