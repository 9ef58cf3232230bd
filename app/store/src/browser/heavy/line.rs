//! The line to a worker: numbered jobs go there, numbered answers come back.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use futures::channel::oneshot;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlScriptElement, MessageEvent, WorkerOptions, WorkerType};

use crate::browser::js;

/// How a job ended.
pub(super) enum Outcome {
    /// It was done; none if there was nothing to give.
    Done(Option<Array>),
    /// The worker broke down over it.
    Died,
    /// There is no worker to be had.
    Unusable,
}

type Waiting = Rc<RefCell<HashMap<u32, oneshot::Sender<JsValue>>>>;

/// A worker that runs.
pub(super) struct Line {
    worker: web_sys::Worker,
    waiting: Waiting,
    /// It has said that it is ready.
    ready: Rc<Cell<bool>>,
    last: Cell<u32>,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut(Event)>,
}

impl Line {
    /// Starts a worker from the script beside the page's own.
    pub(super) fn start() -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = web_sys::Worker::new_with_options(&script()?, &options).ok()?;
        let waiting = Waiting::default();
        let ready = Rc::new(Cell::new(false));
        let (to_answer, to_fail, is_ready) = (waiting.clone(), waiting.clone(), ready.clone());
        let heard =
            Closure::new(move |event: MessageEvent| hear(&event.data(), &to_answer, &is_ready));
        // Whoever waits learns it by their line being cut.
        let failed = Closure::new(move |_: Event| to_fail.borrow_mut().clear());
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Some(Self {
            worker,
            waiting,
            ready,
            last: Cell::new(0),
            _heard: heard,
            _failed: failed,
        })
    }

    /// Has a job done. Its bytes move to the worker.
    pub(super) async fn ask(&self, job: &Array) -> Outcome {
        let number = self.last.get().wrapping_add(1);
        self.last.set(number);
        let (answer, answered) = oneshot::channel();
        self.waiting.borrow_mut().insert(number, answer);
        let message = Array::of2(&JsValue::from(number), job);
        let bytes = job
            .iter()
            .filter_map(|part| part.dyn_into::<Uint8Array>().ok());
        let moved: Array = bytes.map(|bytes| bytes.buffer()).collect();
        if self
            .worker
            .post_message_with_transfer(&message, &moved)
            .is_err()
        {
            return Outcome::Unusable;
        }
        match answered.await {
            Ok(given) if given.is_undefined() => Outcome::Died,
            Ok(given) => Outcome::Done(js::array(&given)),
            Err(_) if self.ready.get() => Outcome::Died,
            Err(_) => Outcome::Unusable,
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// `"ready"`, or `[number, answer]`; an answer that is `undefined` means that the job failed.
fn hear(message: &JsValue, waiting: &Waiting, ready: &Cell<bool>) {
    let Some(message) = message.dyn_ref::<Array>() else {
        ready.set(true);
        return;
    };
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "our own numbers come back"
    )]
    let number = message.get(0).as_f64().unwrap_or_default() as u32;
    let Some(answer) = waiting.borrow_mut().remove(&number) else {
        return;
    };
    // Nobody waits any more if the page went on.
    let _ = answer.send(message.get(1));
}

/// The worker's script lies beside the page's first one, in the folder that is named by its content.
fn script() -> Option<String> {
    let first = web_sys::window()?
        .document()?
        .query_selector("script[src$='/start.js']")
        .ok()??;
    let address = first.dyn_into::<HtmlScriptElement>().ok()?.src();
    Some(format!("{}worker.js", address.strip_suffix("start.js")?))
}
