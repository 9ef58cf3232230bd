//! An address to be handed on: as a QR code, as text, with a button that copies it.

use super::qr::Qr;
use super::sign::{Sign, sign};
use super::toast::use_toasts;
use crate::browser;
use crate::words::use_words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The address. Whoever has it can do what it is for: it stands here only while somebody looks.
#[component]
pub(crate) fn HandedOn(
    /// Of the field with the text.
    #[prop(into)]
    id: String,
    address: String,
    /// What the QR code is, for those who do not see it.
    code: &'static str,
    /// What the text is called.
    label: &'static str,
) -> impl IntoView {
    let t = use_words();
    let toasts = use_toasts();
    let text = StoredValue::new(address.clone());
    let field = id.clone();
    let copy = move |_| {
        let field = field.clone();
        let text = text.get_value();
        spawn_local(async move {
            if browser::hand_on::copy(&text).await {
                toasts.say(t.copied());
            } else {
                // Chosen, for the hand to copy.
                browser::choose_text(&field);
                toasts.say(t.copy_by_hand());
            }
        });
    };
    view! {
        <div class="handed-on">
            {Qr::of(&address).map(|qr| view! { <div class="handed-code">{qr.view(code)}</div> })}
            <div class="grow">
                <div class="field">
                    <label for=id.clone()>{label}</label>
                    <input id=id type="text" class="code" readonly prop:value=address/>
                </div>
                <button class="go" type="button" on:click=copy>{sign(Sign::Copy)}{t.copy()}</button>
            </div>
        </div>
    }
}
