//! Somebody with an account and the browser's passkeys. Whether two prompts gave the same secret is told by a wrap: what one
//! sealed, the other opens.

use data_encoding::BASE64URL_NOPAD;
use sealing::root::Root;
use sealing::wrap::{Prf, WayKey, open_root, seal_root};
use serde_json::{Value, json};
use store::Availability;
use store::browser::ports;
use store::trouble::Trouble;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// Whether passkeys can be tried here.
#[wasm_bindgen]
pub async fn available() -> bool {
    ports().passkeys.availability().await == Availability::Passkeys
}

/// An account that was just made.
#[wasm_bindgen]
pub struct Person {
    root: Root,
    wrap: Vec<u8>,
}

#[wasm_bindgen]
impl Person {
    /// Somebody new.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default, reason = "everybody new is somebody else")]
    pub fn new() -> Self {
        Self {
            root: Root::make(),
            wrap: Vec::new(),
        }
    }

    /// The account's id, as options name it.
    pub fn id(&self) -> String {
        BASE64URL_NOPAD.encode(self.root.id().as_bytes())
    }

    /// Makes a passkey and wraps the account with it. Gives what would be posted, as JSON.
    pub async fn create(&mut self, options: &str) -> Result<String, JsError> {
        let made = ports()
            .passkeys
            .create(read(options), self.root.id())
            .await
            .map_err(said)?;
        self.wrap = seal_root(&self.root, &WayKey::Prf(&made.prf));
        Ok(made.credential.to_string())
    }

    /// Uses a passkey. Gives what would be posted and what was learnt, as JSON.
    pub async fn get(&self, options: &str) -> Result<String, JsError> {
        let used = ports().passkeys.get(read(options)).await.map_err(said)?;
        let learnt = json!({
            "credential": used.credential,
            "id": used.id,
            "account": used.account.map(|account| BASE64URL_NOPAD.encode(account.as_bytes())),
            "opens": self.opens(&used.prf),
        });
        Ok(learnt.to_string())
    }

    fn opens(&self, prf: &Prf) -> bool {
        open_root(&self.wrap, &WayKey::Prf(prf)).is_ok_and(|root| root.id() == self.root.id())
    }
}

fn read(options: &str) -> Value {
    serde_json::from_str(options).unwrap_or_default()
}

fn said(trouble: Trouble) -> JsError {
    JsError::new(&format!("{trouble:?}"))
}
