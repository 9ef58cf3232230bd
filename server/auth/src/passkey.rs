//! Passkeys: making one, and signing in with one, each in two halves.
//!
//! ```text
//! browser                      server
//!    │  begin                    │  begin_*: options for the browser, state for the database
//!    │◀──────── options ─────────│
//!    │  navigator.credentials    │
//!    │───────── answer ─────────▶│  finish_*: the state is taken out, the answer is checked against it
//! ```
//!
//! Credentials are discoverable and their user handle is the account id, so the authenticator itself says whose it is.
//! The PRF extension is the browser's affair alone: its input is a constant of the format, its output never leaves the
//! device, and an answer that carries one is refused.

use data_encoding::BASE64URL_NOPAD;
use protocol::ids::MemberId;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Uuid, Webauthn, WebauthnBuilder, WebauthnError,
};

/// The longest name that an authenticator is given to show.
const NAME: usize = 64;

/// Why a ceremony failed.
#[derive(Debug, thiserror::Error)]
pub enum PasskeyError {
    /// The server's own origin cannot have passkeys: it must be `https://` and a domain, or `http://localhost`.
    #[error("passkeys need an origin with a domain name, not an address")]
    Origin,
    /// The answer does not have the shape of one, or carries a secret that must not leave the device.
    #[error("not the answer of an authenticator")]
    Malformed,
    /// The answer was checked and does not hold.
    #[error("the authenticator's answer does not hold")]
    Refused(#[source] WebauthnError),
    /// The library could not begin.
    #[error("the ceremony could not begin")]
    Begin(#[source] WebauthnError),
}

/// A ceremony that has begun.
pub struct Begun {
    /// For the browser.
    pub options: Value,
    /// For the database, until the answer comes.
    pub state: String,
}

/// A passkey that was made.
pub struct Made {
    /// Its credential id, base64url.
    pub credential: String,
    /// What is kept of it, JSON.
    pub passkey: String,
}

/// The server's side of the ceremonies.
pub struct Passkeys {
    webauthn: Webauthn,
}

impl Passkeys {
    /// For pages of this origin (`https://carnet.example.org`).
    pub fn new(origin: &str) -> Result<Self, PasskeyError> {
        let url = Url::parse(origin).map_err(|_| PasskeyError::Origin)?;
        let domain = url.domain().ok_or(PasskeyError::Origin)?;
        let webauthn = WebauthnBuilder::new(domain, &url)
            .and_then(|builder| builder.rp_name("Carnet").build())
            .map_err(|_| PasskeyError::Origin)?;
        Ok(Self { webauthn })
    }

    /// Begins making a passkey for an account that has these already.
    pub fn begin_create(
        &self,
        account: MemberId,
        name: &str,
        present: &[String],
    ) -> Result<Begun, PasskeyError> {
        let name: String = name
            .chars()
            .filter(|c| !c.is_control())
            .take(NAME)
            .collect();
        let name = if name.trim().is_empty() {
            "Carnet"
        } else {
            name.trim()
        };
        let present = present
            .iter()
            .filter_map(|id| BASE64URL_NOPAD.decode(id.as_bytes()).ok());
        let user = Uuid::from_bytes(*account.as_bytes());
        let (challenge, state) = self
            .webauthn
            .start_passkey_registration(user, name, name, Some(present.collect()))
            .map_err(PasskeyError::Begin)?;
        let mut options = inner(&challenge)?;
        // The library asks for any credential; ours must be found without saying whose it is.
        options["authenticatorSelection"]["residentKey"] = json!("required");
        options["authenticatorSelection"]["requireResidentKey"] = json!(true);
        Ok(Begun {
            options,
            state: text(&state)?,
        })
    }

    /// Finishes making a passkey.
    pub fn finish_create(&self, state: &str, answer: Value) -> Result<Made, PasskeyError> {
        let state: PasskeyRegistration = parse(state)?;
        let answer: RegisterPublicKeyCredential = without_secrets(answer)?;
        let passkey = self
            .webauthn
            .finish_passkey_registration(&answer, &state)
            .map_err(PasskeyError::Refused)?;
        let credential = BASE64URL_NOPAD.encode(passkey.cred_id());
        Ok(Made {
            credential,
            passkey: text(&passkey)?,
        })
    }

    /// Begins signing in with whichever passkey the person chooses.
    pub fn begin_sign_in(&self) -> Result<Begun, PasskeyError> {
        let (challenge, state) = self
            .webauthn
            .start_discoverable_authentication()
            .map_err(PasskeyError::Begin)?;
        // The wish for an autofill prompt stands beside these options; a button must not carry it.
        Ok(Begun {
            options: inner(&challenge)?,
            state: text(&state)?,
        })
    }

    /// Reads an answer: whose passkey it says it is, and its credential id. Nothing is checked yet.
    pub fn read_answer(&self, answer: Value) -> Result<Answer, PasskeyError> {
        let answer: PublicKeyCredential = without_secrets(answer)?;
        let (user, credential) = self
            .webauthn
            .identify_discoverable_authentication(&answer)
            .map_err(PasskeyError::Refused)?;
        let account = MemberId::from_bytes(*user.as_bytes());
        let credential = BASE64URL_NOPAD.encode(credential);
        Ok(Answer {
            account,
            credential,
            answer,
        })
    }

    /// Finishes signing in: checks the answer against the kept passkey, and gives back what to keep of it from now on.
    pub fn finish_sign_in(
        &self,
        state: &str,
        answer: &Answer,
        passkey: &str,
    ) -> Result<String, PasskeyError> {
        let state: DiscoverableAuthentication = parse(state)?;
        let mut passkey: Passkey = parse(passkey)?;
        let result = self
            .webauthn
            .finish_discoverable_authentication_v2(&answer.answer, state, &passkey)
            .map_err(PasskeyError::Refused)?;
        passkey.update_credential(&result);
        text(&passkey)
    }
}

/// An authenticator's answer, read and not yet checked.
pub struct Answer {
    /// Whose passkey it says it is.
    pub account: MemberId,
    /// Its credential id, base64url.
    pub credential: String,
    answer: PublicKeyCredential,
}

/// The options without the envelope that the library puts around them.
fn inner(challenge: &impl serde::Serialize) -> Result<Value, PasskeyError> {
    let mut value = serde_json::to_value(challenge).map_err(|_| PasskeyError::Malformed)?;
    Ok(value["publicKey"].take())
}

fn without_secrets<T: DeserializeOwned>(answer: Value) -> Result<T, PasskeyError> {
    let extensions = &answer["clientExtensionResults"];
    if !extensions["prf"]["results"].is_null() || !extensions["hmacGetSecret"].is_null() {
        return Err(PasskeyError::Malformed);
    }
    serde_json::from_value(answer).map_err(|_| PasskeyError::Malformed)
}

fn text(state: &impl serde::Serialize) -> Result<String, PasskeyError> {
    serde_json::to_string(state).map_err(|_| PasskeyError::Malformed)
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, PasskeyError> {
    serde_json::from_str(text).map_err(|_| PasskeyError::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_ask_for_a_discoverable_key_of_this_account() {
        let passkeys = Passkeys::new("http://localhost:8080").unwrap();
        let account = MemberId::from_bytes([7; 16]);
        let known = vec![BASE64URL_NOPAD.encode(b"credential")];
        let begun = passkeys.begin_create(account, "Anne", &known).unwrap();
        assert_eq!(
            begun.options["user"]["id"],
            BASE64URL_NOPAD.encode(&[7; 16])
        );
        assert_eq!(
            begun.options["authenticatorSelection"]["residentKey"],
            "required"
        );
        assert_eq!(
            begun.options["authenticatorSelection"]["requireResidentKey"],
            true
        );
        assert_eq!(
            begun.options["authenticatorSelection"]["userVerification"],
            "required"
        );
        assert_eq!(begun.options["excludeCredentials"][0]["id"], known[0]);
        assert_eq!(begun.options["rp"]["id"], "localhost");
        assert!(begun.options["extensions"]["prf"].is_null());
    }

    #[test]
    fn signing_in_names_nobody() {
        let passkeys = Passkeys::new("https://carnet.example.org").unwrap();
        let begun = passkeys.begin_sign_in().unwrap();
        assert_eq!(begun.options["rpId"], "carnet.example.org");
        assert!(
            begun.options["allowCredentials"]
                .as_array()
                .is_none_or(Vec::is_empty)
        );
        assert!(begun.options["mediation"].is_null());
    }

    #[test]
    fn an_address_cannot_have_passkeys() {
        assert!(matches!(
            Passkeys::new("http://127.0.0.1:8080"),
            Err(PasskeyError::Origin)
        ));
        assert!(matches!(Passkeys::new("carnet"), Err(PasskeyError::Origin)));
    }

    #[test]
    fn an_answer_that_carries_the_prf_output_is_refused() {
        let passkeys = Passkeys::new("http://localhost").unwrap();
        let answer = json!({"clientExtensionResults": {"prf": {"results": {"first": "AAAA"}}}});
        assert!(matches!(
            passkeys.read_answer(answer),
            Err(PasskeyError::Malformed)
        ));
    }
}
