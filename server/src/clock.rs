//! The clock at this edge of the program: the one place of the server that asks what time it is.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use api::app::Clock;
use protocol::time::Seconds;

/// The machine's clock.
#[allow(clippy::disallowed_methods, reason = "the clock of the server is here")]
pub fn system() -> Clock {
    Arc::new(|| {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        Seconds(since.map_or(0, |since| since.as_secs()))
    })
}
