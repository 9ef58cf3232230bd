//! Passkeys over `navigator.credentials`, with the authenticator's PRF (WebAuthn level 3).
//!
//! The PRF output unlocks everything. It is copied out of JavaScript's memory once, overwritten there, and cannot get into
//! what is sent: the answer for the server is put together from named fields, never from `toJSON()`, which contains it.

mod answer;
mod options;

use futures::future::LocalBoxFuture;
use protocol::ids::MemberId;
use sealing::wrap::Prf;
use serde_json::Value;
use wasm_bindgen::JsValue;

use super::js;
use crate::passkeys::{Asserted, Availability, Made, Passkeys};
use crate::trouble::Trouble;

/// The authenticators that the browser knows.
pub(super) struct Navigator;

impl Passkeys for Navigator {
    fn availability(&self) -> LocalBoxFuture<'_, Availability> {
        Box::pin(availability())
    }

    fn create(
        &self,
        options: Value,
        account: MemberId,
    ) -> LocalBoxFuture<'_, Result<Made, Trouble>> {
        Box::pin(create(options, account))
    }

    fn get(&self, options: Value) -> LocalBoxFuture<'_, Result<Asserted, Trouble>> {
        Box::pin(get(options))
    }
}

async fn availability() -> Availability {
    let (Some(_), Some(class)) = (credentials(), js::get(&js::global(), "PublicKeyCredential"))
    else {
        return Availability::None;
    };
    // Only a browser that says itself that it has no PRF is believed; older ones cannot say.
    let abilities = js::call_and_wait(&class, "getClientCapabilities", &[]).await;
    let prf = abilities
        .ok()
        .and_then(|abilities| js::get(&abilities, "extension:prf"));
    match prf.and_then(|prf| prf.as_bool()) {
        Some(false) => Availability::None,
        _ => Availability::Passkeys,
    }
}

async fn create(options: Value, account: MemberId) -> Result<Made, Trouble> {
    let options = options::for_creation(options, account)?;
    let made = ask("create", &options).await?;
    let credential = answer::attested(&made).ok_or(Trouble::PrfMissing)?;
    match first_prf(&made, &options).await {
        Ok(prf) => Ok(Made { credential, prf }),
        Err(trouble) => {
            forget(&made, &options).await;
            Err(trouble)
        }
    }
}

async fn get(options: Value) -> Result<Asserted, Trouble> {
    let used = ask("get", &options::for_use(options)?).await?;
    let prf = answer::take_prf(&used).ok_or(Trouble::PrfMissing)?;
    let asserted = answer::asserted(&used).ok_or(Trouble::NotAccepted)?;
    Ok(Asserted {
        credential: asserted.credential,
        id: asserted.id,
        account: asserted.account,
        prf,
    })
}

/// The PRF output of a passkey that was just made. Many authenticators give it only when the passkey is used: then it is
/// used at once, with a challenge that nobody checks, since nothing is signed in by it.
async fn first_prf(made: &JsValue, options: &Value) -> Result<Prf, Trouble> {
    if let Some(prf) = answer::take_prf(made) {
        return Ok(prf);
    }
    if !answer::has_prf(made) {
        return Err(Trouble::PrfMissing);
    }
    let id = answer::id(made).ok_or(Trouble::PrfMissing)?;
    let used = ask("get", &options::for_first_use(options, &id)?).await?;
    let prf = answer::take_prf(&used).ok_or(Trouble::PrfMissing)?;
    if answer::id(&used).as_deref() == Some(&id) {
        Ok(prf)
    } else {
        Err(Trouble::PrfMissing)
    }
}

/// Tells the authenticator that a passkey was made in vain, where it can be told.
async fn forget(made: &JsValue, options: &Value) {
    let place = options.pointer("/rp/id").and_then(Value::as_str);
    let (Some(class), Some(place), Some(id)) = (
        js::get(&js::global(), "PublicKeyCredential"),
        place,
        answer::id(made),
    ) else {
        return;
    };
    let told = js_sys::Object::new();
    js::set(&told, "rpId", &JsValue::from_str(place));
    js::set(&told, "credentialId", &JsValue::from_str(&id));
    // A wish: there is nothing to do if it is not granted.
    let _ = js::call_and_wait(&class, "signalUnknownCredential", &[told.into()]).await;
}

/// Asks the browser, which asks the person.
async fn ask(method: &str, options: &Value) -> Result<JsValue, Trouble> {
    let container = credentials().ok_or(Trouble::NoPasskeys)?;
    let wrapped = js_sys::Object::new();
    js::set(
        &wrapped,
        "publicKey",
        &options::to_js(options).ok_or(Trouble::Server)?,
    );
    let given = js::call_and_wait(&container, method, &[wrapped.into()])
        .await
        .map_err(|error| trouble_of(&error))?;
    if given.is_object() {
        Ok(given)
    } else {
        Err(Trouble::Cancelled)
    }
}

fn credentials() -> Option<JsValue> {
    js::get(&js::get(&js::global(), "navigator")?, "credentials")
}

/// What the names of WebAuthn's exceptions mean to a person. Browsers say `NotAllowedError` for nearly everything, so that
/// a page cannot tell whether somebody has a passkey.
fn trouble_of(error: &JsValue) -> Trouble {
    match js::text(error, "name").as_deref() {
        Some("NotSupportedError" | "SecurityError") | None => Trouble::NoPasskeys,
        // This authenticator has a passkey of the account already.
        Some("InvalidStateError") => Trouble::NotAllowed,
        Some("TypeError" | "SyntaxError" | "DataError" | "EncodingError") => Trouble::Server,
        Some(_) => Trouble::Cancelled,
    }
}
