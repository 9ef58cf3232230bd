//! The one place where the page says what it has just done, also to those who listen.

use leptos::prelude::*;
use std::time::Duration;

/// How long a message stays. It repeats nothing that is needed: what was done shows in the page too.
const STAYS: Duration = Duration::from_secs(6);

/// The message that is being said.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Toasts(RwSignal<String>);

impl Toasts {
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(String::new()))
    }

    /// Says something.
    pub(crate) fn say(self, text: impl Into<String>) {
        let text = text.into();
        self.0.set(text.clone());
        let silence = move || {
            self.0.try_update(|said| {
                if *said == text {
                    said.clear();
                }
            });
        };
        set_timeout(silence, STAYS);
    }
}

/// The messages of this page.
pub(crate) fn use_toasts() -> Toasts {
    expect_context::<Toasts>()
}

/// Where messages appear.
#[component]
pub(crate) fn Toast() -> impl IntoView {
    let toasts = use_toasts();
    // Nothing at all stands there while nothing is said, not even an empty text: the box would show.
    let said = move || Some(toasts.0.get()).filter(|said| !said.is_empty());
    view! { <div class="toast" role="status" aria-live="polite">{said}</div> }
}
