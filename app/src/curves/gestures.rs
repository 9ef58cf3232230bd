//! Moving through time by hand: drag and pinch, wheel, keys. Each only moves the window or the day that is read.

use super::paint::share;
use super::window::{Window, pinched, showing};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent, WheelEvent};

/// A finger that moved less, in pixels, has pointed at something.
const STILL: f64 = 6.0;
/// What one press of a key or button makes longer or shorter.
pub(crate) const STEP: f64 = 0.6;
/// What one press moves, as a share of the window.
pub(crate) const STRIDE: f64 = 0.25;

/// What hands move.
#[derive(Clone, Copy)]
pub(crate) struct Hands {
    /// The stretch of time in sight.
    pub(crate) window: RwSignal<Window>,
    /// All there is.
    pub(crate) whole: Memo<Window>,
    /// The day that is read.
    pub(crate) cursor: RwSignal<Option<f64>>,
    /// Every day on which there is something to read.
    pub(crate) days: Memo<Vec<f64>>,
    held: StoredValue<Vec<Held>>,
}

/// A finger, or the mouse, that holds the chart.
#[derive(Clone, Copy)]
struct Held {
    id: i32,
    /// The day under it when it came.
    day: f64,
    /// Where it is now, as a share of the width.
    share: f64,
    /// Where it came down, in pixels.
    start: f64,
    moved: bool,
}

impl Hands {
    pub(crate) fn new(whole: Memo<Window>, days: Memo<Vec<f64>>) -> Self {
        Self {
            window: RwSignal::new(whole.get_untracked()),
            whole,
            cursor: RwSignal::new(None),
            days,
            held: StoredValue::new(Vec::new()),
        }
    }

    /// Shows all there is.
    pub(crate) fn all(self) {
        self.window.set(self.whole.get_untracked());
    }

    /// Shorter or longer around the middle, or around the day that is read.
    pub(crate) fn zoom(self, factor: f64) {
        let whole = self.whole.get_untracked();
        let seen = self.window.get_untracked();
        let read = self.cursor.get_untracked();
        let at = read.filter(|day| seen.from <= *day && *day <= seen.to);
        let at = at.unwrap_or_else(|| seen.at(0.5, 1.0));
        self.window.set(seen.zoomed(at, factor, whole));
    }

    /// Earlier or later, by a share of what is in sight.
    pub(crate) fn step(self, share: f64) {
        let seen = self.window.get_untracked();
        let whole = self.whole.get_untracked();
        self.window.set(seen.panned(share, whole));
    }

    /// Reads a day, and brings it into sight.
    fn read(self, day: f64) {
        let whole = self.whole.get_untracked();
        self.cursor.set(Some(day));
        self.window
            .update(|window| *window = showing(*window, day, whole));
    }

    /// The next day with something to read, or the one before.
    fn next(self, forward: bool) {
        let seen = self.window.get_untracked();
        let here = self.cursor.get_untracked();
        let next = self.days.with_untracked(|days| match (here, forward) {
            (Some(here), true) => days.iter().find(|day| **day > here).copied(),
            (Some(here), false) => days.iter().rfind(|day| **day < here).copied(),
            (None, true) => days.iter().find(|day| **day >= seen.from).copied(),
            (None, false) => days.iter().rfind(|day| **day <= seen.to).copied(),
        });
        if let Some(day) = next {
            self.read(day);
        }
    }

    /// A key on the chart.
    pub(crate) fn key(self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let ends = |last: bool| {
            self.days.with_untracked(|days| {
                let day = if last { days.last() } else { days.first() };
                day.copied()
            })
        };
        match (event.key().as_str(), event.shift_key()) {
            ("ArrowLeft", true) | ("PageUp", _) => self.step(-STRIDE),
            ("ArrowRight", true) | ("PageDown", _) => self.step(STRIDE),
            ("ArrowLeft", false) => self.next(false),
            ("ArrowRight", false) => self.next(true),
            ("ArrowUp" | "+" | "=", _) => self.zoom(STEP),
            ("ArrowDown" | "-", _) => self.zoom(1.0 / STEP),
            ("Home", _) => ends(false).into_iter().for_each(|day| self.read(day)),
            ("End", _) => ends(true).into_iter().for_each(|day| self.read(day)),
            ("0" | "Escape", _) => {
                self.cursor.set(None);
                self.all();
            }
            _ => return,
        }
        event.prevent_default();
    }

    /// The wheel: with Ctrl, or two fingers on a pad, closer; sideways, along. Else the page scrolls as everywhere.
    pub(crate) fn wheel(self, event: &WheelEvent) {
        let Some((left, width)) = extent(event.current_target()) else {
            return;
        };
        let seen = self.window.get_untracked();
        let whole = self.whole.get_untracked();
        let (along, down) = (event.delta_x(), event.delta_y());
        if event.ctrl_key() || event.meta_key() {
            let share = share(f64::from(event.client_x()) - left, width);
            let at = seen.at(share.clamp(0.0, 1.0), 1.0);
            let factor = (down * 0.004).clamp(-0.7, 0.7).exp();
            self.window.set(seen.zoomed(at, factor, whole));
        } else if along.abs() > down.abs() || event.shift_key() {
            let pixels = if along == 0.0 { down } else { along };
            self.window.set(seen.panned(pixels / width, whole));
        } else {
            return;
        }
        event.prevent_default();
    }

    /// A finger or the mouse comes down.
    pub(crate) fn down(self, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        let Some((left, width)) = extent(event.current_target()) else {
            return;
        };
        if let Some(element) = event
            .current_target()
            .and_then(|target| target.dyn_into::<Element>().ok())
        {
            // Without it a drag only ends at the edge of the chart.
            let _ = element.set_pointer_capture(event.pointer_id());
        }
        let start = f64::from(event.client_x());
        let share = share(start - left, width);
        let held = Held {
            id: event.pointer_id(),
            day: self.window.get_untracked().at(share, 1.0),
            share,
            start,
            moved: false,
        };
        self.held.update_value(|hands| {
            hands.retain(|hand| hand.id != held.id);
            hands.push(held);
            // A second finger takes hold of what is under both now.
            let seen = self.window.get_untracked();
            for hand in hands.iter_mut() {
                hand.day = seen.at(hand.share, 1.0);
            }
        });
    }

    /// It moves: what was under it stays under it. A mouse that holds nothing reads what it points at.
    pub(crate) fn drag(self, event: &PointerEvent) {
        let Some((left, width)) = extent(event.current_target()) else {
            return;
        };
        let x = f64::from(event.client_x());
        let share = share(x - left, width);
        let mut hands = self.held.get_value();
        let Some(hand) = hands.iter_mut().find(|hand| hand.id == event.pointer_id()) else {
            if event.pointer_type() == "mouse" {
                self.point(share);
            }
            return;
        };
        hand.share = share;
        hand.moved |= (x - hand.start).abs() > STILL;
        let far = hands.iter().any(|hand| hand.moved);
        let whole = self.whole.get_untracked();
        let seen = self.window.get_untracked();
        match hands.as_slice() {
            [one] if far => {
                let part = (one.day - seen.at(one.share, 1.0)) / seen.days();
                self.window.set(seen.panned(part, whole));
            }
            [one, other, ..] => {
                let seen = pinched([one.day, other.day], [one.share, other.share], whole);
                seen.into_iter().for_each(|window| self.window.set(window));
            }
            _ => {}
        }
        self.held.set_value(hands);
    }

    /// It goes up. One that did not move has pointed at something.
    pub(crate) fn up(self, event: &PointerEvent) {
        let mut hands = self.held.get_value();
        let Some(place) = hands.iter().position(|hand| hand.id == event.pointer_id()) else {
            return;
        };
        let hand = hands.remove(place);
        let seen = self.window.get_untracked();
        for left in &mut hands {
            left.day = seen.at(left.share, 1.0);
            left.moved = true;
        }
        let alone = hands.is_empty();
        self.held.set_value(hands);
        if alone && !hand.moved {
            self.point(hand.share);
        }
    }

    /// Reads what is nearest.
    fn point(self, share: f64) {
        let day = self.window.get_untracked().at(share, 1.0);
        let near = self.days.with_untracked(|days| nearest(days, day));
        if near != self.cursor.get_untracked() {
            self.cursor.set(near);
        }
    }
}

fn nearest(days: &[f64], day: f64) -> Option<f64> {
    let after = days.partition_point(|one| *one < day);
    let around = [after.checked_sub(1), Some(after)];
    let around = around.into_iter().flatten().filter_map(|at| days.get(at));
    around
        .min_by(|one, other| (*one - day).abs().total_cmp(&(*other - day).abs()))
        .copied()
}

/// Where the chart begins in the window of the browser, and how wide it is.
fn extent(target: Option<web_sys::EventTarget>) -> Option<(f64, f64)> {
    let element = target?.dyn_into::<Element>().ok()?;
    let place = element.get_bounding_client_rect();
    (place.width() > 0.0).then(|| (place.left(), place.width()))
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_day_is_read() {
        let days = [1.0, 5.0, 9.0];
        assert_eq!(nearest(&days, 2.0), Some(1.0));
        assert_eq!(nearest(&days, 8.0), Some(9.0));
        assert_eq!(nearest(&days, 99.0), Some(9.0));
        assert_eq!(nearest(&[], 99.0), None);
    }
}
