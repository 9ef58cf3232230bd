//! The time, by the browser.

use futures::channel::oneshot;
use futures::future::LocalBoxFuture;
use protocol::time::Seconds;

use super::js::Timer;
use crate::ports::Clock;

/// `Date.now` and `setTimeout`.
pub(super) struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> Seconds {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a cast from float stops at the ends"
        )]
        let seconds = (js_sys::Date::now() / 1000.0) as u64;
        Seconds(seconds)
    }

    fn pause(&self, milliseconds: u32) -> LocalBoxFuture<'_, ()> {
        Box::pin(async move {
            let (ring, rung) = oneshot::channel();
            let _timer = Timer::start(milliseconds, move || {
                // Nobody waits any more if the pause was given up.
                let _ = ring.send(());
            });
            let _ = rung.await;
        })
    }
}
