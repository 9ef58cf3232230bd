//! How often: a bucket of requests for each session, address and card, filled at a steady pace.
//!
//! What changes something without anybody being signed in has a much smaller bucket of its own: each such request may cost a
//! turn of the database's one writer, and nobody stands behind it.
//!
//! In memory, for each instance by itself: it protects the machine. Tries at signing in are counted in the database.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use crate::app::Limits;

/// Buckets kept before full ones are thrown away.
const BUCKETS: usize = 20_000;

/// Buckets for sessions, for addresses and for cards.
pub struct Pace {
    sessions: Buckets<[u8; 32]>,
    addresses: Buckets<IpAddr>,
    links: Buckets<[u8; 32]>,
    strangers: Buckets<IpAddr>,
}

/// Requests in a minute to one card: nobody's emergency asks so often, and guardians are to be able to read their journal.
const LINK_REQUESTS: u32 = 600;

impl Pace {
    /// So many requests in a minute as the limits say; a sixth of them may come at once.
    pub fn new(limits: &Limits) -> Self {
        Self {
            sessions: Buckets::new(limits.session_requests),
            addresses: Buckets::new(limits.address_requests),
            strangers: Buckets::new(limits.stranger_requests),
            links: Buckets::new(LINK_REQUESTS),
        }
    }

    /// Whether this session may ask now.
    pub fn lets_session(&self, token_hash: &[u8; 32], now: Instant) -> bool {
        self.sessions.take(*token_hash, now)
    }

    /// Whether this card, there or not, may be asked for now.
    pub fn lets_link(&self, name: &[u8; 32], now: Instant) -> bool {
        self.links.take(*name, now)
    }

    /// Whether this address may ask now.
    pub fn lets_address(&self, address: IpAddr, now: Instant) -> bool {
        self.addresses.take(address, now)
    }

    /// Whether somebody at this address who is not signed in may change something now.
    pub fn lets_stranger(&self, address: IpAddr, now: Instant) -> bool {
        self.strangers.take(address, now)
    }
}

struct Buckets<K> {
    per_second: f64,
    burst: f64,
    all: Mutex<HashMap<K, Bucket>>,
}

struct Bucket {
    left: f64,
    at: Instant,
}

impl<K: Eq + Hash> Buckets<K> {
    fn new(per_minute: u32) -> Self {
        let per_minute = f64::from(per_minute);
        Self {
            per_second: per_minute / 60.0,
            burst: (per_minute / 6.0).max(1.0),
            all: Mutex::new(HashMap::new()),
        }
    }

    fn take(&self, key: K, now: Instant) -> bool {
        let mut all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= BUCKETS && !all.contains_key(&key) {
            all.retain(|_, bucket| self.filled(bucket, now) < self.burst);
            if all.len() >= BUCKETS {
                return false;
            }
        }
        let bucket = all.entry(key).or_insert(Bucket {
            left: self.burst,
            at: now,
        });
        let filled = self.filled(bucket, now);
        bucket.at = now;
        bucket.left = if filled >= 1.0 { filled - 1.0 } else { filled };
        filled >= 1.0
    }

    fn filled(&self, bucket: &Bucket, now: Instant) -> f64 {
        let waited = now.saturating_duration_since(bucket.at).as_secs_f64();
        (bucket.left + waited * self.per_second).min(self.burst)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_bucket_runs_dry_and_fills_again() {
        let buckets = Buckets::new(60);
        let start = Instant::now();
        let taken = (0..20).filter(|_| buckets.take("a", start)).count();
        assert_eq!(taken, 10);
        assert!(buckets.take("b", start));
        assert!(buckets.take("a", start + Duration::from_secs(1)));
        assert!(!buckets.take("a", start + Duration::from_secs(1)));
    }
}
