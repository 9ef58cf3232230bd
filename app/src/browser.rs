//! The few things that the pages ask of the browser itself. Every function does nothing where it cannot.

pub(crate) mod files;
pub(crate) mod frames;
pub(crate) mod hand_on;
pub(crate) mod media;
pub(crate) mod notify;
pub(crate) mod pictures;
pub(crate) mod scan;
pub(crate) mod sheet;
mod stills;
pub(crate) mod voice;

use chrono::NaiveDate;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use web_sys::{HtmlDialogElement, HtmlElement};

/// The path of the address bar.
pub(crate) fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// Shows another path, which can be gone back from.
pub(crate) fn push_path(path: &str) {
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(path));
    }
}

/// Shows another path in the stead of the present one.
pub(crate) fn replace_path(path: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(path));
    }
}

/// The title in the window list.
pub(crate) fn set_title(title: &str) {
    document().set_title(title);
}

/// The language that a screen reader reads in.
pub(crate) fn set_lang(tag: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", tag);
    }
}

/// Scrolls to the top.
pub(crate) fn to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Does something once the page has been drawn.
pub(crate) fn soon(act: impl FnOnce() + 'static) {
    request_animation_frame(act);
}

/// Moves the focus to the heading of the page.
pub(crate) fn focus_heading() {
    focus("main h1");
}

/// Moves the focus to the first element that fits.
pub(crate) fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Moves the focus to the element of an id.
pub(crate) fn focus_id(id: &str) {
    if let Some(element) = element::<HtmlElement>(id) {
        let _ = element.focus();
    }
}

/// The element of an id.
pub(crate) fn element<T: JsCast>(id: &str) -> Option<T> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Opens a dialog: the rest of the page is out of reach until it closes.
pub(crate) fn show_dialog(id: &str) {
    if let Some(dialog) = element::<HtmlDialogElement>(id)
        && !dialog.open()
    {
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog; the browser gives the focus back to where it was.
pub(crate) fn close_dialog(id: &str) {
    if let Some(dialog) = element::<HtmlDialogElement>(id) {
        dialog.close();
    }
}

/// Prints the page.
pub(crate) fn print() {
    let _ = window().print();
}

/// Prints one part of the page: what its styles show for this name.
pub(crate) fn print_part(name: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-print", name);
    }
    print();
}

/// From now on the whole page is printed again.
pub(crate) fn print_whole() {
    if let Some(root) = document().document_element() {
        let _ = root.remove_attribute("data-print");
    }
}

/// The secret of the link that led here. The first script took it out of the address bar and keeps it in memory; whoever
/// asks gets it once.
pub(crate) fn take_secret() -> Option<String> {
    let name = JsValue::from_str("carnetSecret");
    let global = js_sys::global();
    let secret = js_sys::Reflect::get(&global, &name).ok()?.as_string()?;
    let _ = js_sys::Reflect::delete_property(&global, &name);
    Some(secret)
}

/// The same for a link that is opened while its page is shown already: a browser then loads nothing anew.
pub(crate) fn take_hash() -> Option<String> {
    let hash = window().location().hash().ok()?;
    let secret = hash.strip_prefix('#').filter(|secret| !secret.is_empty())?;
    // A place on this page is no secret.
    if document().get_element_by_id(secret).is_some() {
        return None;
    }
    replace_path(&path());
    Some(secret.to_owned())
}

/// Marks the whole text of a field, to be copied by hand.
pub(crate) fn choose_text(id: &str) {
    if let Some(input) = element::<web_sys::HtmlInputElement>(id) {
        input.select();
    }
}

/// A text out of an address: `T.%20M.` is `T. M.`. Empty if it is broken.
pub(crate) fn decoded(text: &str) -> String {
    js_sys::decode_uri_component(text).map_or_else(|_| String::new(), String::from)
}

/// The last second of a day where this device is, in seconds since 1970.
pub(crate) fn end_of_day(day: NaiveDate) -> u64 {
    let text = format!("{day}T23:59:59");
    let milliseconds = js_sys::Date::new(&JsValue::from_str(&text)).get_time();
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "days of our time fit, and one before 1970 is as good as 1970"
    )]
    let seconds = (milliseconds / 1000.0) as u64;
    seconds
}

/// Today, by this device.
pub(crate) fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(1970);
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// Seconds since 1970, by this device.
pub(crate) fn now_seconds() -> u64 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "seconds of our time fit, and one before 1970 is as good as 1970"
    )]
    let seconds = (now() / 1000.0) as u64;
    seconds
}

/// Milliseconds since 1970, by this device.
pub(crate) fn now() -> f64 {
    js_sys::Date::now()
}

/// The day and the time of a moment, where this device is.
pub(crate) fn local_moment(seconds: u64) -> (NaiveDate, String) {
    #[allow(clippy::cast_precision_loss, reason = "seconds of our time fit")]
    let date = js_sys::Date::new(&JsValue::from_f64(seconds as f64 * 1000.0));
    let year = i32::try_from(date.get_full_year()).unwrap_or(1970);
    let day = NaiveDate::from_ymd_opt(year, date.get_month() + 1, date.get_date());
    (
        day.unwrap_or_default(),
        format!("{:02}:{:02}", date.get_hours(), date.get_minutes()),
    )
}

/// A preference of this device: nothing about a person.
pub(crate) fn preference(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(name).ok()?
}

/// Keeps a preference of this device.
pub(crate) fn set_preference(name: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(name, value);
    }
}

/// An address under which this window alone can show some bytes; give it back with [`forget_url`].
pub(crate) fn object_url(bytes: &[u8], mime: &str) -> Option<String> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(mime);
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    web_sys::Url::create_object_url_with_blob(&blob).ok()
}

/// Forgets the bytes behind an address.
pub(crate) fn forget_url(url: &str) {
    let _ = web_sys::Url::revoke_object_url(url);
}

/// Offers bytes to be kept as a file.
pub(crate) fn download(bytes: &[u8], mime: &str, name: &str) {
    if let Some(url) = object_url(bytes, mime) {
        offer_url(&url, name);
    }
}

/// Offers what stands behind an address to be kept as a file, and forgets the address a minute later.
fn offer_url(url: &str, name: &str) {
    if let Ok(link) = document().create_element("a")
        && let Ok(link) = link.dyn_into::<web_sys::HtmlAnchorElement>()
    {
        link.set_href(url);
        link.set_download(name);
        link.click();
    }
    let url = url.to_owned();
    set_timeout(move || forget_url(&url), std::time::Duration::from_secs(60));
}

/// Whether this browser shows a PDF inside a page; telephones do not.
pub(crate) fn shows_pdf() -> bool {
    let said = js_sys::Reflect::get(
        &window().navigator(),
        &JsValue::from_str("pdfViewerEnabled"),
    );
    said.is_ok_and(|said| said.as_bool().unwrap_or(true))
}
