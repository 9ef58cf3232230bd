//! How long a picture of a film stands: seen while it plays, for a step to be one picture and not two.

use js_sys::{Function, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlVideoElement;

/// What is taken as long as nothing was seen, in seconds.
const USUAL: f64 = 1.0 / 25.0;
/// What one picture may last, in seconds; anything else is a gap, or two at once.
const SENSIBLE: std::ops::Range<f64> = 0.001..0.2;

/// Watches a film while it plays. Dropping it ends that.
#[derive(Debug)]
pub(crate) struct Frames(Rc<Watch>);

/// What the browser calls for each picture.
type Told = Closure<dyn FnMut(JsValue, JsValue)>;

#[derive(Debug)]
struct Watch {
    video: HtmlVideoElement,
    /// The shortest that was seen.
    length: Cell<Option<f64>>,
    /// The last picture: its place in the film, and its number.
    last: Cell<(f64, f64)>,
    act: RefCell<Option<Told>>,
}

impl Frames {
    /// Begins to watch, where the browser tells of pictures; where it does not, the usual length stands.
    pub(crate) fn of(video: &HtmlVideoElement) -> Self {
        let watch = Rc::new(Watch {
            video: video.clone(),
            length: Cell::new(None),
            last: Cell::new((0.0, -1.0)),
            act: RefCell::new(None),
        });
        let seen: Weak<Watch> = Rc::downgrade(&watch);
        let act = Told::new(move |_, told: JsValue| {
            if let Some(watch) = seen.upgrade() {
                watch.see(&told);
                watch.ask();
            }
        });
        watch.act.replace(Some(act));
        watch.ask();
        Self(watch)
    }

    /// One picture, in seconds.
    pub(crate) fn length(&self) -> f64 {
        self.0.length.get().unwrap_or(USUAL)
    }
}

impl Watch {
    /// Asks to be told of the next picture.
    fn ask(&self) {
        let ask = Reflect::get(&self.video, &"requestVideoFrameCallback".into());
        let ask = ask.ok().and_then(|ask| ask.dyn_into::<Function>().ok());
        if let (Some(ask), Some(act)) = (ask, &*self.act.borrow()) {
            let _ = ask.call1(&self.video, act.as_ref());
        }
    }

    fn see(&self, told: &JsValue) {
        let number = |name: &str| Reflect::get(told, &name.into()).ok()?.as_f64();
        let Some(now) = number("mediaTime").zip(number("presentedFrames")) else {
            return;
        };
        let before = self.last.replace(now);
        // While somebody seeks, pictures do not follow each other.
        let follows = (now.1 - before.1 - 1.0).abs() < 0.5;
        let took = now.0 - before.0;
        if !follows || self.video.paused() || self.video.seeking() || !SENSIBLE.contains(&took) {
            return;
        }
        let shortest = self.length.get().map_or(took, |length| length.min(took));
        self.length.set(Some(shortest));
    }
}

/// One picture of a film that may not be watched yet.
pub(crate) fn length_of(frames: Option<&Frames>) -> f64 {
    frames.map_or(USUAL, Frames::length)
}
