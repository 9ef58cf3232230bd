//! Files that a player reads a part at a time: the service worker asks this window, which fetches and opens the part. Keys
//! never leave the window; what is open is forgotten with the part of the page that opened it, and when the carnet locks.

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use store::OpenFile;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, MessagePort, ServiceWorkerContainer};

/// How long the first visit may wait for its service worker, in milliseconds, and how often it is looked for.
const PATIENCE: i32 = 6_000;
const LOOK: i32 = 100;
/// How often the service worker is told that somebody still watches: browsers stop one that seems to do nothing.
const STILL: std::time::Duration = std::time::Duration::from_secs(15);

/// A file that is open.
struct Shown {
    file: OpenFile,
    mime: String,
    /// Under which name it is to be kept, if that is what is wanted.
    save: Option<String>,
}

thread_local! {
    static OPEN: RefCell<BTreeMap<String, Rc<Shown>>> = const { RefCell::new(BTreeMap::new()) };
    static LISTENS: Cell<bool> = const { Cell::new(false) };
}

/// The address under which this window's service worker gives the file, until it is dropped.
#[derive(Debug)]
pub(crate) struct Media {
    id: String,
}

impl Media {
    /// Opens a file for a player. None where there is no service worker.
    pub(crate) async fn show(file: OpenFile, mime: &str) -> Option<Self> {
        Self::open(file, mime, None).await
    }

    /// Offers a file to be kept under a name, a part at a time, so that it need not fit into memory. False where there is no
    /// service worker.
    pub(crate) async fn save(file: OpenFile, name: &str) -> bool {
        let opened = Self::open(file, "application/octet-stream", Some(name)).await;
        let Some(media) = opened else { return false };
        let _ = window().location().assign(&media.url());
        // The browser reads it for as long as it takes; it goes with the window, or when the carnet locks.
        std::mem::forget(media);
        true
    }

    /// The address.
    pub(crate) fn url(&self) -> String {
        format!("/media/{}", self.id)
    }

    async fn open(file: OpenFile, mime: &str, save: Option<&str>) -> Option<Self> {
        let worker = controlled().await?;
        listen(&worker);
        let bytes = Uint8Array::new_with_length(16);
        let crypto = Reflect::get(&js_sys::global(), &"crypto".into()).ok()?;
        let fill: js_sys::Function = Reflect::get(&crypto, &"getRandomValues".into())
            .ok()?
            .dyn_into()
            .ok()?;
        fill.call1(&crypto, &bytes).ok()?;
        let id: String = bytes
            .to_vec()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let shown = Rc::new(Shown {
            file,
            mime: mime.to_owned(),
            save: save.map(str::to_owned),
        });
        OPEN.with_borrow_mut(|open| open.insert(id.clone(), shown));
        Some(Self { id })
    }
}

impl Drop for Media {
    fn drop(&mut self) {
        OPEN.with_borrow_mut(|open| drop(open.remove(&self.id)));
    }
}

/// Forgets every file that is open: the carnet was locked.
pub(crate) fn forget_all() {
    OPEN.with_borrow_mut(BTreeMap::clear);
}

/// The service workers of this window, once one of them answers for it. On a first visit that takes a moment.
async fn controlled() -> Option<ServiceWorkerContainer> {
    let navigator = window().navigator();
    let there = Reflect::get(&navigator, &"serviceWorker".into()).ok()?;
    let workers: ServiceWorkerContainer = there.dyn_into().ok()?;
    let mut waited = 0;
    while workers.controller().is_none() {
        if waited >= PATIENCE {
            return None;
        }
        let pause = Promise::new(&mut |resolve, _| {
            // Were it refused, the promise would wait for ever; no browser refuses a timer.
            let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, LOOK);
        });
        JsFuture::from(pause).await.ok()?;
        waited += LOOK;
    }
    Some(workers)
}

/// Answers from now on, for the life of the window.
fn listen(workers: &ServiceWorkerContainer) {
    if LISTENS.replace(true) {
        return;
    }
    let answer = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
        let Some(question) = Question::read(&event) else {
            return;
        };
        question.answer();
    });
    workers.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
    let workers = workers.clone();
    set_interval(
        move || {
            let watched = OPEN.with_borrow(|open| !open.is_empty());
            if let Some(worker) = workers.controller().filter(|_| watched) {
                let _ = worker.post_message(&Object::new());
            }
        },
        STILL,
    );
}

/// What the service worker wants to know.
struct Question {
    port: MessagePort,
    id: String,
    /// Which part; none if it only asks about the file.
    part: Option<(u64, usize)>,
}

impl Question {
    fn read(event: &MessageEvent) -> Option<Self> {
        let data = event.data();
        let field = |name: &str| Reflect::get(&data, &name.into()).ok();
        let id = field("media")?.as_string()?;
        let port = Array::from(&event.ports()).get(0).dyn_into().ok()?;
        let number = |name: &str| field(name)?.as_f64().filter(|number| *number >= 0.0);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "not negative, and what is beyond the file gives nothing"
        )]
        let part = number("start")
            .zip(number("length"))
            .map(|(start, length)| (start as u64, length as usize));
        Some(Self { port, id, part })
    }

    fn answer(self) {
        let shown = OPEN.with_borrow(|open| open.get(&self.id).cloned());
        let Some(shown) = shown else {
            return self.say(&JsValue::NULL);
        };
        let Some((start, length)) = self.part else {
            return self.say(&shown.about());
        };
        spawn_local(async move {
            match shown.file.read(start, length).await {
                Ok(part) => {
                    let bytes = Uint8Array::from(&part[..]);
                    let carried = Array::of1(&bytes.buffer());
                    let _ = self.port.post_message_with_transferable(&bytes, &carried);
                }
                Err(_) => self.say(&JsValue::NULL),
            }
        });
    }

    fn say(&self, answer: &JsValue) {
        // Who asked may be gone; then nobody waits.
        let _ = self.port.post_message(answer);
    }
}

impl Shown {
    fn about(&self) -> JsValue {
        let about = Object::new();
        #[allow(clippy::cast_precision_loss, reason = "no file reaches 2^53 bytes")]
        let size = JsValue::from_f64(self.file.size() as f64);
        let save = self
            .save
            .as_deref()
            .map_or(JsValue::NULL, JsValue::from_str);
        for (name, value) in [
            ("size", size),
            ("mime", JsValue::from_str(&self.mime)),
            ("save", save),
        ] {
            // An object that was made here takes any property.
            let _ = Reflect::set(&about, &name.into(), &value);
        }
        about.into()
    }
}
