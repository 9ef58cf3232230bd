//! What the browser answers: the part that is for the server, and the PRF output, which is not.

use data_encoding::BASE64URL_NOPAD;
use js_sys::{Array, Reflect};
use protocol::ids::MemberId;
use sealing::wrap::Prf;
use serde_json::{Value, json};
use wasm_bindgen::{JsCast, JsValue};
use zeroize::Zeroizing;

use super::super::js;

/// The PRF gives 32 bytes; anything much longer is none.
const LONGEST_PRF: u32 = 64;
/// What servers know of the ways to an authenticator.
const TRANSPORTS: [&str; 5] = ["usb", "nfc", "ble", "internal", "hybrid"];

/// A passkey's use, but for its PRF output.
pub(super) struct Use {
    pub credential: Value,
    pub id: String,
    pub account: Option<MemberId>,
}

/// The credential's id as base64url.
pub(super) fn id(answer: &JsValue) -> Option<String> {
    Some(BASE64URL_NOPAD.encode(&js::bytes(answer, "rawId")?))
}

/// A new passkey, for the server.
pub(super) fn attested(answer: &JsValue) -> Option<Value> {
    let response = js::get(answer, "response")?;
    let fields = json!({
        "clientDataJSON": base64(&response, "clientDataJSON")?,
        "attestationObject": base64(&response, "attestationObject")?,
        "transports": transports(&response),
    });
    credential(answer, &fields)
}

/// A passkey's use, for the server and for the account.
pub(super) fn asserted(answer: &JsValue) -> Option<Use> {
    let response = js::get(answer, "response")?;
    let handle = js::bytes(&response, "userHandle");
    let fields = json!({
        "clientDataJSON": base64(&response, "clientDataJSON")?,
        "authenticatorData": base64(&response, "authenticatorData")?,
        "signature": base64(&response, "signature")?,
        "userHandle": handle.as_deref().map(|handle| BASE64URL_NOPAD.encode(handle)),
    });
    let account = handle.and_then(|handle| MemberId::from_slice(&handle).ok());
    Some(Use {
        credential: credential(answer, &fields)?,
        id: id(answer)?,
        account,
    })
}

/// Whether the authenticator says that it has a PRF.
pub(super) fn has_prf(answer: &JsValue) -> bool {
    let enabled = extensions(answer).and_then(|all| js::get(&js::get(&all, "prf")?, "enabled"));
    enabled.and_then(|enabled| enabled.as_bool()) == Some(true)
}

/// Takes the PRF output, if there is one, and overwrites it where it lay.
pub(super) fn take_prf(answer: &JsValue) -> Option<Prf> {
    let all = extensions(answer)?;
    let results = js::get(&js::get(&all, "prf")?, "results")?;
    let lying = js::view(&js::get(&results, "first")?)?;
    let taken = (lying.length() <= LONGEST_PRF).then(|| Zeroizing::new(lying.to_vec()));
    lying.fill(0, 0, lying.length());
    // Whoever holds the answer after this finds no trace of it; extensions results are ours to change.
    let _ = Reflect::delete_property(
        all.unchecked_ref::<js_sys::Object>(),
        &JsValue::from_str("prf"),
    );
    Prf::take(&mut taken?).ok()
}

fn extensions(answer: &JsValue) -> Option<JsValue> {
    let all = js::call(answer, "getClientExtensionResults", &[]).ok()?;
    all.is_object().then_some(all)
}

fn credential(answer: &JsValue, response: &Value) -> Option<Value> {
    let id = id(answer)?;
    Some(json!({
        "id": id,
        "rawId": id,
        "type": "public-key",
        "response": response,
        "clientExtensionResults": {},
    }))
}

fn base64(object: &JsValue, name: &str) -> Option<String> {
    Some(BASE64URL_NOPAD.encode(&js::bytes(object, name)?))
}

fn transports(response: &JsValue) -> Vec<String> {
    let known = js::call(response, "getTransports", &[])
        .ok()
        .and_then(|all| all.dyn_into::<Array>().ok());
    let texts = known
        .iter()
        .flat_map(Array::iter)
        .filter_map(|one| one.as_string());
    texts
        .filter(|text| TRANSPORTS.contains(&text.as_str()))
        .collect()
}
