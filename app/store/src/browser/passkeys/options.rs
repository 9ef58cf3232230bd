//! What the browser is asked for: the server's options, held to our own rules.

use data_encoding::BASE64URL_NOPAD;
use js_sys::{Array, JSON, Uint8Array};
use protocol::ids::MemberId;
use sealing::wrap::PRF_INPUT;
use serde_json::{Map, Value, json};
use wasm_bindgen::{JsCast, JsValue};

use super::super::js;
use crate::trouble::Trouble;

/// Extensions that the server may ask for. The PRF is not among them: its input is a constant of the format, and a server
/// that chose it would choose the key.
const ALLOWED: [&str; 3] = [
    "credProps",
    "credentialProtectionPolicy",
    "enforceCredentialProtectionPolicy",
];

/// For making a passkey of `account`: it must say so, be found without being named first, and know its person.
pub(super) fn for_creation(options: Value, account: MemberId) -> Result<Value, Trouble> {
    let mut fields = fields_of(options)?;
    let named = fields
        .get("user")
        .and_then(|user| user.get("id"))
        .and_then(Value::as_str);
    let named = named.and_then(|text| {
        BASE64URL_NOPAD
            .decode(text.trim_end_matches('=').as_bytes())
            .ok()
    });
    if named.as_deref() != Some(account.as_bytes()) {
        return Err(Trouble::WrongAccount);
    }
    let selection = fields
        .entry("authenticatorSelection")
        .or_insert_with(|| json!({}));
    let selection = selection.as_object_mut().ok_or(Trouble::Server)?;
    selection.insert("residentKey".to_owned(), "required".into());
    selection.insert("requireResidentKey".to_owned(), true.into());
    selection.insert("userVerification".to_owned(), "required".into());
    if let Some(extensions) = fields.get_mut("extensions").and_then(Value::as_object_mut) {
        extensions.retain(|name, _| ALLOWED.contains(&name.as_str()));
    }
    Ok(Value::Object(fields))
}

/// For using a passkey: any of those named, or any at all when none is.
pub(super) fn for_use(options: Value) -> Result<Value, Trouble> {
    let mut fields = fields_of(options)?;
    fields.insert("userVerification".to_owned(), "required".into());
    fields.remove("extensions");
    Ok(Value::Object(fields))
}

/// For using, at once, the one passkey that was just made with `creation`.
pub(super) fn for_first_use(creation: &Value, id: &str) -> Result<Value, Trouble> {
    let mut challenge = [0; 32];
    getrandom::fill(&mut challenge).map_err(|_| Trouble::Server)?;
    let options = json!({
        "challenge": BASE64URL_NOPAD.encode(&challenge),
        "rpId": creation.pointer("/rp/id"),
        "allowCredentials": [{ "type": "public-key", "id": id }],
    });
    for_use(options)
}

/// Some libraries wrap the options into `{"publicKey": …}`, some do not. Empty fields count as left out.
fn fields_of(options: Value) -> Result<Map<String, Value>, Trouble> {
    let Value::Object(mut fields) = options else {
        return Err(Trouble::Server);
    };
    if let Some(Value::Object(inner)) = fields.remove("publicKey") {
        fields = inner;
    }
    fields.retain(|_, value| !value.is_null());
    Ok(fields)
}

/// The options as the browser wants them: base64url texts become bytes, and the PRF input goes in.
pub(super) fn to_js(options: &Value) -> Option<JsValue> {
    let object = JSON::parse(&options.to_string()).ok()?;
    decode(&object, "challenge")?;
    if let Some(user) = js::get(&object, "user") {
        decode(&user, "id")?;
    }
    for list in ["excludeCredentials", "allowCredentials"] {
        let named = js::get(&object, list).and_then(|named| named.dyn_into::<Array>().ok());
        for credential in named.iter().flat_map(Array::iter) {
            decode(&credential, "id")?;
        }
    }
    let extensions = js::get(&object, "extensions").unwrap_or_else(|| js_sys::Object::new().into());
    js::set(&extensions, "prf", &prf_input());
    js::set(&object, "extensions", &extensions);
    Some(object)
}

fn decode(object: &JsValue, name: &str) -> Option<()> {
    let text = js::text(object, name)?;
    let bytes = BASE64URL_NOPAD
        .decode(text.trim_end_matches('=').as_bytes())
        .ok()?;
    js::set(object, name, Uint8Array::from(&bytes[..]).as_ref());
    Some(())
}

fn prf_input() -> JsValue {
    let (prf, eval) = (js_sys::Object::new(), js_sys::Object::new());
    js::set(&eval, "first", Uint8Array::from(PRF_INPUT).as_ref());
    js::set(&prf, "eval", eval.as_ref());
    prf.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ME: MemberId = MemberId::from_bytes([7; MemberId::LEN]);

    fn offered(user: &MemberId) -> Value {
        json!({
            "rp": { "id": "carnet.example", "name": "Carnet" },
            "user": { "id": BASE64URL_NOPAD.encode(user.as_bytes()), "name": "n", "displayName": "n" },
            "challenge": "AAAA",
            "authenticatorSelection": { "residentKey": "discouraged", "userVerification": "preferred" },
            "extensions": { "prf": { "eval": { "first": "AAAA" } }, "credProps": true, "uvm": true },
            "timeout": null,
        })
    }

    #[test]
    fn a_passkey_is_found_by_itself_and_knows_its_person() {
        let options = for_creation(offered(&ME), ME).unwrap();
        let selection = &options["authenticatorSelection"];
        assert_eq!(selection["residentKey"], "required");
        assert_eq!(selection["requireResidentKey"], true);
        assert_eq!(selection["userVerification"], "required");
        assert_eq!(
            for_creation(json!({ "publicKey": offered(&ME) }), ME).unwrap(),
            options
        );
    }

    #[test]
    fn options_for_somebody_else_are_refused() {
        let other = MemberId::from_bytes([8; MemberId::LEN]);
        assert_eq!(
            for_creation(offered(&other), ME),
            Err(Trouble::WrongAccount)
        );
        assert_eq!(
            for_creation(json!({ "challenge": "AAAA" }), ME),
            Err(Trouble::WrongAccount)
        );
        assert_eq!(for_creation(json!("no object"), ME), Err(Trouble::Server));
    }

    #[test]
    fn the_server_has_no_say_in_the_prf() {
        let options = for_creation(offered(&ME), ME).unwrap();
        assert_eq!(options["extensions"], json!({ "credProps": true }));
        let options = json!({ "challenge": "AAAA", "extensions": { "prf": {} }, "userVerification": "discouraged" });
        let options = for_use(options).unwrap();
        assert_eq!(
            options,
            json!({ "challenge": "AAAA", "userVerification": "required" })
        );
    }

    #[test]
    fn a_first_use_names_the_one_passkey_and_a_fresh_challenge() {
        let creation = offered(&ME);
        let (one, other) = (
            for_first_use(&creation, "abc").unwrap(),
            for_first_use(&creation, "abc").unwrap(),
        );
        assert_eq!(
            one["allowCredentials"],
            json!([{ "type": "public-key", "id": "abc" }])
        );
        assert_eq!(one["rpId"], "carnet.example");
        assert_ne!(one["challenge"], other["challenge"]);
    }
}
