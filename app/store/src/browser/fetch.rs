//! The way to the server by `fetch`: to our own origin only, with its cookie, past every cache.

use futures::future::LocalBoxFuture;
use js_sys::{Array, JsString, Uint8Array};
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

/// `fetch`.
pub(super) struct Fetch;

impl Wire for Fetch {
    fn call(&self, request: Request) -> LocalBoxFuture<'_, Result<Response, UnreachableError>> {
        // Whatever fetch throws means the same: no answer came.
        Box::pin(async move { send(request).await.map_err(|_| UnreachableError) })
    }
}

async fn send(request: Request) -> Result<Response, JsValue> {
    if !request.path.starts_with('/') || request.path.starts_with("//") {
        return Err(JsValue::from_str("not a path of ours"));
    }
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let limit = Limit::new()?;
    let (init, sent) = describe(&request, &limit)?;
    let sending = request.body.as_ref().map_or(0, |body| body.len() / SLOWEST);
    let sending = u32::try_from(sending)
        .unwrap_or(u32::MAX / 1000)
        .saturating_mul(1000);
    let patience = limit.within(PATIENCE.saturating_add(sending));
    let promise = window.fetch_with_str_and_init(&request.path, &init);
    let answered = JsFuture::from(promise).await;
    if let Some(sent) = sent {
        js::free(&sent.buffer());
    }
    let answer: web_sys::Response = answered?.dyn_into()?;
    drop(patience);
    let _patience = limit.within(BODY);
    let buffer = JsFuture::from(answer.array_buffer()?).await?;
    let body = Uint8Array::new(&buffer).to_vec();
    js::free(&buffer);
    Ok(Response {
        status: answer.status(),
        headers: headers_of(&answer.headers()),
        body,
    })
}

/// The request as `fetch` wants it, and the bytes that it sends.
fn describe(
    request: &Request,
    limit: &Limit,
) -> Result<(RequestInit, Option<Uint8Array>), JsValue> {
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
    let sent = request.body.as_deref().map(Uint8Array::from);
    if let Some(sent) = &sent {
        init.set_body(sent.as_ref());
    }
    Ok((init, sent))
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
