//! Locking by itself: a page left alone forgets its keys, after a warning that can be put off.

use crate::browser;
use crate::desk::{Gate, use_desk};
use crate::words::use_words;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;

/// The preference that holds the minutes.
const PREFERENCE: &str = "carnet-lock-minutes";
/// Minutes that can be chosen.
pub(crate) const CHOICES: [u32; 4] = [5, 15, 30, 60];
/// Minutes until somebody chooses.
const USUAL: u32 = 15;
/// Seconds between the warning and the lock.
const WARNING: f64 = 60.0;

/// After how many minutes this device locks.
pub(crate) fn minutes() -> u32 {
    let kept = browser::preference(PREFERENCE).and_then(|text| text.parse().ok());
    kept.filter(|minutes| CHOICES.contains(minutes))
        .unwrap_or(USUAL)
}

/// Chooses after how many minutes this device locks.
pub(crate) fn set_minutes(minutes: u32) {
    browser::set_preference(PREFERENCE, &minutes.to_string());
}

/// Watches for signs of life while somebody is in.
#[component]
pub(crate) fn Idle() -> impl IntoView {
    let gate = use_desk().gate();
    move || (gate.get() == Gate::Open).then(|| view! { <Watch/> })
}

#[component]
fn Watch() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let alive = StoredValue::new(browser::now());
    let left = RwSignal::new(None::<u32>);

    let stay = move || {
        alive.set_value(browser::now());
        if left.get_untracked().is_some() {
            left.set(None);
            browser::close_dialog("lock-warning");
        }
    };
    let lock = move || desk.ask(async |keeper| keeper.lock().await, |_| ());
    // Signs of life do not close the warning once it stands: somebody else may have come to the screen.
    let sign_of_life = move || {
        if left.try_get_untracked() == Some(None) {
            alive.set_value(browser::now());
        }
    };
    let handles = [
        window_event_listener(ev::pointerdown, move |_| sign_of_life()),
        window_event_listener(ev::keydown, move |_| sign_of_life()),
        window_event_listener(ev::scroll, move |_| sign_of_life()),
    ];
    let tick = move || {
        // A last tick may come after the page was left.
        let Some(since) = alive.try_get_value() else {
            return;
        };
        let silent = (browser::now() - since) / 1000.0;
        let until = f64::from(minutes()) * 60.0 - silent;
        if until <= 0.0 {
            lock();
        } else if until <= WARNING {
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "0 to 60"
            )]
            left.set(Some(until.ceil() as u32));
            browser::show_dialog("lock-warning");
        }
    };
    let clock = set_interval_with_handle(tick, Duration::from_secs(1));
    on_cleanup(move || {
        for handle in handles {
            handle.remove();
        }
        if let Ok(clock) = clock {
            clock.clear();
        }
    });

    view! {
        <dialog id="lock-warning" aria-labelledby="lock-warning-title" on:cancel=move |_: web_sys::Event| stay()>
            <h2 id="lock-warning-title">{t.lock_warning()}</h2>
            <p>{move || left.get().map(|seconds| t.lock_warning_means(seconds))}</p>
            <div class="acts end">
                <button class="do" type="button" on:click=move |_| stay()>{t.lock_stay()}</button>
                <button class="go" type="button" on:click=move |_| lock()>{t.lock_now()}</button>
            </div>
        </dialog>
    }
}
