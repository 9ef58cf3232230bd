//! Being told, by the browser: `Intl` for time zones, `notices.js` for the push service and the store of keys. That script is
//! the service worker's too, so that what one keeps the other finds; `start.js` brings it into the page when it is asked for.

use std::cell::RefCell;
use std::collections::BTreeMap;

use futures::future::LocalBoxFuture;
use js_sys::{Array, Uint8Array};
use protocol::ids::MemberId;
use protocol::reminder::PushDevice;
use wasm_bindgen::JsValue;

use super::js;
use crate::notices::{Notices, PushAbility};
use crate::trouble::Trouble;

/// Clocks are changed at full half hours.
const STEP: i64 = 1800;
/// The most offsets that are remembered.
const MOST: usize = 5_000;

/// This device.
#[derive(Default)]
pub(super) struct Device {
    zones: RefCell<Zones>,
}

/// What was asked of `Intl`: it is slow, and asked the same again and again.
#[derive(Default)]
struct Zones {
    formats: BTreeMap<String, Option<JsValue>>,
    offsets: BTreeMap<(String, i64), Option<i32>>,
}

impl Notices for Device {
    fn zone(&self) -> String {
        let format = format(&Array::new());
        let options = format.and_then(|format| js::call(&format, "resolvedOptions", &[]).ok());
        let zone = options.and_then(|options| js::text(&options, "timeZone"));
        zone.unwrap_or_default()
    }

    fn offset(&self, zone: &str, utc: i64) -> Option<i32> {
        let mut zones = self.zones.borrow_mut();
        let key = (zone.to_owned(), utc.div_euclid(STEP));
        if let Some(known) = zones.offsets.get(&key) {
            return *known;
        }
        let format = zones
            .formats
            .entry(zone.to_owned())
            .or_insert_with(|| in_zone(zone))
            .clone();
        let offset = format.and_then(|format| offset(&format, utc));
        if zones.offsets.len() >= MOST {
            zones.offsets.clear();
        }
        zones.offsets.insert(key, offset);
        offset
    }

    fn ability(&self) -> PushAbility {
        let global = js::global();
        let navigator = js::get(&global, "navigator");
        let worker = navigator
            .as_ref()
            .and_then(|navigator| js::get(navigator, "serviceWorker"));
        let notification = js::get(&global, "Notification");
        let (Some(_), Some(notification), Some(_)) =
            (worker, notification, js::get(&global, "PushManager"))
        else {
            // On an iPhone these come with the home screen, and `standalone` is there before.
            let apple = navigator.and_then(|navigator| js::get(&navigator, "standalone"));
            return match apple.and_then(|standalone| standalone.as_bool()) {
                Some(false) => PushAbility::AfterInstalling,
                _ => PushAbility::None,
            };
        };
        match js::text(&notification, "permission").as_deref() {
            Some("granted") => PushAbility::Allowed,
            Some("denied") => PushAbility::Refused,
            _ => PushAbility::NotAsked,
        }
    }

    fn subscribe<'a>(
        &'a self,
        server: &'a [u8],
    ) -> LocalBoxFuture<'a, Result<PushDevice, Trouble>> {
        Box::pin(async move {
            let key: JsValue = Uint8Array::from(server).into();
            let found = ask("subscribe", &[key]).await;
            found
                .and_then(|found| address(&found))
                .ok_or(Trouble::NotAllowed)
        })
    }

    fn subscription(&self) -> LocalBoxFuture<'_, Option<PushDevice>> {
        Box::pin(async { address(&ask("subscription", &[]).await?) })
    }

    fn keep_key<'a>(
        &'a self,
        account: MemberId,
        generation: u32,
        key: &'a [u8; 32],
        lang: &'a str,
    ) -> LocalBoxFuture<'a, Result<(), Trouble>> {
        Box::pin(async move {
            let bytes = Uint8Array::from(&key[..]);
            let arguments = [
                JsValue::from_str(&account.to_string()),
                JsValue::from(generation),
                bytes.clone().into(),
                JsValue::from_str(lang),
            ];
            let kept = ask("keep", &arguments).await;
            bytes.fill(0, 0, bytes.length());
            kept.map(drop).ok_or(Trouble::Storage)
        })
    }

    fn forget(&self, account: MemberId) -> LocalBoxFuture<'_, ()> {
        Box::pin(async move {
            // A browser without a store of keys has none to forget.
            let _ = ask("forget", &[JsValue::from_str(&account.to_string())]).await;
        })
    }
}

/// Has `notices.js` do something. None if it could not.
async fn ask(what: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let notices = js::call_and_wait(&js::global(), "notices", &[])
        .await
        .ok()?;
    js::call_and_wait(&notices, what, arguments).await.ok()
}

fn address(found: &JsValue) -> Option<PushDevice> {
    Some(PushDevice {
        endpoint: js::text(found, "endpoint")?,
        p256dh: js::bytes(found, "p256dh")?,
        auth: js::bytes(found, "auth")?,
    })
}

/// A format of dates that says how far clocks are from UTC. None if the browser does not know the zone.
fn in_zone(zone: &str) -> Option<JsValue> {
    let options = js_sys::Object::new();
    js::set(&options, "timeZone", &JsValue::from_str(zone));
    js::set(&options, "timeZoneName", &JsValue::from_str("longOffset"));
    format(&Array::of2(&JsValue::from_str("en-US"), &options))
}

fn format(arguments: &Array) -> Option<JsValue> {
    let intl = js::get(&js::global(), "Intl")?;
    let class = js::get(&intl, "DateTimeFormat")?;
    js_sys::Reflect::construct(&class.into(), arguments).ok()
}

/// From "GMT+02:00", "GMT-03:30" or "GMT".
fn offset(format: &JsValue, utc: i64) -> Option<i32> {
    #[allow(clippy::cast_precision_loss, reason = "seconds of our time fit")]
    let moment = JsValue::from_f64(utc as f64 * 1000.0);
    let parts = js::array(&js::call(format, "formatToParts", &[moment]).ok()?)?;
    let name = parts.iter().find_map(|part| {
        (js::text(&part, "type").as_deref() == Some("timeZoneName"))
            .then(|| js::text(&part, "value"))?
    })?;
    let told = name.strip_prefix("GMT")?;
    if told.is_empty() {
        return Some(0);
    }
    let (sign, told) = match told.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, told.strip_prefix('+')?),
    };
    let mut numbers = told.split(':').map(str::parse::<i32>);
    let hours = numbers.next()?.ok()?;
    let rest = numbers.next().map_or(Some(0), Result::ok)?;
    Some(sign * (hours * 3600 + rest * 60))
}
