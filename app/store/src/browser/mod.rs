//! The ports of a real browser. Outside of one everything here compiles, and nothing of it can be made to work.
//!
//! | port | here |
//! |---|---|
//! | [`crate::wire::Wire`] | `fetch` |
//! | [`crate::shelf::Shelf`] | IndexedDB: [`DiskShelf`] |
//! | [`crate::passkeys::Passkeys`] | `navigator.credentials` |
//! | [`crate::ports::Clock`] | `Date.now`, `setTimeout` |
//! | [`crate::notices::Notices`] | `Intl`, `PushManager`, and `notices.js` beside the service worker |
//! | [`crate::ports::Heavy`] | a worker with a module of its own: see [`work`] |

mod clock;
mod fetch;
mod heavy;
mod js;
mod notices;
mod passkeys;
mod shelf;
mod work;

use std::rc::Rc;

pub use shelf::DiskShelf;
pub use work::work;

use crate::ports::Ports;

/// Everything that the Keeper needs, from the page it runs in.
pub fn ports() -> Ports {
    Ports {
        origin: web_sys::window()
            .and_then(|window| window.location().origin().ok())
            .unwrap_or_default(),
        wire: Rc::new(fetch::Fetch::default()),
        shelf: Rc::new(DiskShelf::new("carnet")),
        passkeys: Rc::new(passkeys::Navigator),
        clock: Rc::new(clock::BrowserClock),
        heavy: Rc::new(heavy::Worker::default()),
        notices: Rc::new(notices::Device::default()),
    }
}
