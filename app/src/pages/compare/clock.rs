//! The one clock of two films. The left one leads; the right one is brought back to it whenever it strays.

use super::side::Side;
use leptos::prelude::*;
use std::time::Duration;

/// How often the two are compared.
const LOOK: Duration = Duration::from_millis(80);
/// How far apart they may be before one is hurried or held back, and before it jumps, in seconds.
const NEAR: f64 = 0.02;
const FAR: f64 = 0.3;
/// By how much one is hurried or held back.
const HURRY: f64 = 0.08;

/// The clock.
#[derive(Clone, Copy)]
pub(super) struct Clock {
    left: Side,
    right: Side,
    /// Whether it runs.
    pub(super) playing: RwSignal<bool>,
    /// Where it stands, in seconds from the two beginnings.
    pub(super) at: RwSignal<f64>,
    /// How fast it runs.
    pub(super) speed: RwSignal<f64>,
    /// Whether it begins again at its end.
    pub(super) again: RwSignal<bool>,
}

impl Clock {
    pub(super) fn new(left: Side, right: Side) -> Self {
        Self {
            left,
            right,
            playing: RwSignal::new(false),
            at: RwSignal::new(0.0),
            speed: RwSignal::new(1.0),
            again: RwSignal::new(false),
        }
    }

    /// How long both go on together.
    pub(super) fn length(self) -> f64 {
        let rest = |side: Side| (side.length.get() - side.start.get()).max(0.0);
        rest(self.left).min(rest(self.right))
    }

    /// Runs for as long as the page stands.
    pub(super) fn run(self) {
        Effect::new(move |_| {
            if let Ok(beat) = set_interval_with_handle(move || self.look(), LOOK) {
                on_cleanup(move || beat.clear());
            }
        });
        Effect::new(move |_| {
            let speed = self.speed.get();
            for side in [self.left, self.right] {
                if let Some(video) = side.video.get() {
                    video.set_playback_rate(speed);
                }
            }
        });
        // A new beginning of one of them: both go there.
        Effect::new(move |_| {
            self.left.start.track();
            self.right.start.track();
            self.at.set(0.0);
        });
    }

    /// Starts or stops both.
    pub(super) fn toggle(self) {
        if self.playing.get_untracked() {
            return self.pause();
        }
        if self.at.get_untracked() + self.frame() >= self.end() {
            self.at.set(0.0);
        }
        self.bring();
        self.playing.set(true);
        for side in [self.left, self.right] {
            if let Some(video) = side.video.get_untracked() {
                video.set_playback_rate(self.speed.get_untracked());
                let _ = video.play();
            }
        }
    }

    /// Goes to a place.
    pub(super) fn go(self, at: f64) {
        self.at.set(at.clamp(0.0, self.end().max(0.0)));
        self.bring();
    }

    /// One picture on or back, standing still.
    pub(super) fn step(self, forwards: bool) {
        self.pause();
        let one = self.frame();
        let by = if forwards { one } else { -one };
        self.go(self.at.get_untracked() + by);
    }

    fn pause(self) {
        self.playing.set(false);
        for side in [self.left, self.right] {
            if let Some(video) = side.video.get_untracked() {
                let _ = video.pause();
            }
        }
        self.bring();
    }

    /// One picture of whichever shows more of them.
    fn frame(self) -> f64 {
        self.left.frame().min(self.right.frame())
    }

    fn end(self) -> f64 {
        untrack(|| self.length())
    }

    fn bring(self) {
        let at = self.at.get_untracked();
        self.left.go(at);
        self.right.go(at);
    }

    fn look(self) {
        if self.playing.try_get_untracked() != Some(true) {
            return;
        }
        let (Some(at), Some(other)) = (self.left.at(), self.right.at()) else {
            return;
        };
        self.at.set(at.max(0.0));
        if at >= self.end() {
            if self.again.get_untracked() {
                self.at.set(0.0);
                self.bring();
                for side in [self.left, self.right] {
                    if let Some(video) = side.video.get_untracked() {
                        // One that ended plays again from its beginning.
                        let _ = video.play();
                    }
                }
            } else {
                self.at.set(self.end());
                self.pause();
            }
            return;
        }
        let Some(video) = self.right.video.get_untracked() else {
            return;
        };
        let speed = self.speed.get_untracked();
        let ahead = other - at;
        if ahead.abs() > FAR {
            self.right.go(at);
            video.set_playback_rate(speed);
        } else if ahead.abs() > NEAR {
            video.set_playback_rate(speed * (1.0 - ahead.signum() * HURRY));
        } else {
            video.set_playback_rate(speed);
        }
    }
}
