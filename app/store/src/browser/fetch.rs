//! The way to the server by `fetch`: to our own origin only, with its cookie, past every cache.

use std::cell::RefCell;
use std::rc::Rc;

use futures::future::LocalBoxFuture;
use js_sys::{Array, Function, JsString, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Headers, RequestCache, RequestCredentials, RequestInit, RequestMode,
    RequestRedirect,
};

use super::js::{self, Timer};
use crate::wire::{Request, Response, UnreachableError, Wire};

/// How long the server may be silent, in milliseconds.
const PATIENCE: u32 = 45_000;
/// How slow a line may be, in bytes sent each second.
const SLOWEST: usize = 4 * 1024;
/// How long the body of an answer may take, in milliseconds: it has at most a few megabytes.
const BODY: u32 = 300_000;

/// From so many bytes on, what a request leaves behind is worth clearing away.
const LARGE: usize = 1024 * 1024;
/// By how much the collector is told that memory is used, in bytes.
const CLAIM: u32 = 64 * 1024 * 1024;
/// A buffer that is not used is let go after this many milliseconds.
const IDLE: u32 = 3_000;

/// `fetch`.
#[derive(Default)]
pub(super) struct Fetch {
    /// Large bodies go through it, one after another.
    room: Rc<RefCell<Option<Uint8Array>>>,
    idle: RefCell<Option<Timer>>,
}

impl Wire for Fetch {
    fn call(&self, request: Request) -> LocalBoxFuture<'_, Result<Response, UnreachableError>> {
        // Whatever fetch throws means the same: no answer came.
        Box::pin(async move { self.send(request).await.map_err(|_| UnreachableError) })
    }
}

impl Fetch {
    async fn send(&self, request: Request) -> Result<Response, JsValue> {
        if !request.path.starts_with('/') || request.path.starts_with("//") {
            return Err(JsValue::from_str("not a path of ours"));
        }
        let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
        let limit = Limit::new()?;
        let init = describe(&request, &limit)?;
        let size = request.body.as_deref().map_or(0, <[u8]>::len);
        if let Some(body) = &request.body {
            init.set_body(&self.body(body)?);
        }
        let patience = limit.within(patience(size));
        let promise = window.fetch_with_str_and_init(&request.path, &init);
        let answer: web_sys::Response = JsFuture::from(promise).await?.dyn_into()?;
        drop(patience);
        let _patience = limit.within(BODY);
        let body = Uint8Array::new(&JsFuture::from(answer.array_buffer()?).await?).to_vec();
        if size.max(body.len()) >= LARGE {
            call_collector();
        }
        Ok(Response {
            status: answer.status(),
            headers: headers_of(&answer.headers()),
            body,
        })
    }

    /// A body as `fetch` takes it. A large one becomes a blob, by way of one buffer: `fetch` would copy bytes twice more.
    fn body(&self, bytes: &[u8]) -> Result<JsValue, JsValue> {
        if bytes.len() < LARGE {
            return Ok(Uint8Array::from(bytes).into());
        }
        let length = u32::try_from(bytes.len()).map_err(|_| JsValue::UNDEFINED)?;
        let fits = |room: &Uint8Array| room.length() >= length;
        let room = self.room.take().filter(fits);
        let room = room.unwrap_or_else(|| Uint8Array::new_with_length(length));
        let view = room.subarray(0, length);
        view.copy_from(bytes);
        let blob = construct("Blob", &Array::of1(&view))?;
        self.room.replace(Some(room));
        let idle = self.room.clone();
        self.idle
            .replace(Some(Timer::start(IDLE, move || drop(idle.take()))));
        Ok(blob)
    }
}

/// What a large request holds outside of the script's heap is given back only when a collector comes, which comes by what it
/// knows to be used, and does not know of that: a film would pile up. So memory is claimed that nobody touches (it takes no
/// room), and thrown away. A collector that comes for it finds the rest.
fn call_collector() {
    // Where so much is not to be had, there is nothing to be said.
    let _ = construct("ArrayBuffer", &JsValue::from(CLAIM));
}

fn construct(name: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let class: Function = js::get(&js::global(), name)
        .ok_or(JsValue::UNDEFINED)?
        .dyn_into()?;
    Reflect::construct(&class, &Array::of1(argument))
}

/// How long the server may take to answer what has so many bytes, in milliseconds.
fn patience(size: usize) -> u32 {
    let sending = u32::try_from(size / SLOWEST).unwrap_or(u32::MAX / 1000);
    PATIENCE.saturating_add(sending.saturating_mul(1000))
}

/// The request as `fetch` wants it, but for its body.
fn describe(request: &Request, limit: &Limit) -> Result<RequestInit, JsValue> {
    let headers = Headers::new()?;
    for (name, value) in &request.headers {
        headers.set(name, value)?;
    }
    let init = RequestInit::new();
    init.set_method(request.method.as_str());
    init.set_headers(headers.as_ref());
    init.set_mode(RequestMode::SameOrigin);
    init.set_credentials(RequestCredentials::SameOrigin);
    init.set_cache(RequestCache::NoStore);
    init.set_redirect(RequestRedirect::Error);
    init.set_signal(Some(&limit.abort.signal()));
    Ok(init)
}

fn headers_of(headers: &Headers) -> Vec<(String, String)> {
    let pairs = js_sys::try_iter(headers.as_ref()).ok().flatten();
    let pair = |pair: JsValue| {
        let pair: Array = pair.dyn_into().ok()?;
        let text = |place| {
            pair.get(place)
                .dyn_into::<JsString>()
                .ok()
                .map(String::from)
        };
        Some((text(0)?.to_ascii_lowercase(), text(1)?))
    };
    pairs
        .into_iter()
        .flatten()
        .filter_map(|next| pair(next.ok()?))
        .collect()
}

/// Ends a request: when its time is over, or when nobody waits for it any more.
struct Limit {
    abort: AbortController,
}

impl Limit {
    fn new() -> Result<Self, JsValue> {
        Ok(Self {
            abort: AbortController::new()?,
        })
    }

    fn within(&self, milliseconds: u32) -> Timer {
        let abort = self.abort.clone();
        Timer::start(milliseconds, move || abort.abort())
    }
}

impl Drop for Limit {
    fn drop(&mut self) {
        // After the end of the answer this does nothing.
        self.abort.abort();
    }
}
