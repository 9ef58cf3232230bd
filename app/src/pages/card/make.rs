//! Making the card: what it means, and one button.

use super::options::{Choices, Chosen};
use crate::desk::{Doing, use_desk};
use crate::parts::button::Send;
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::toast::use_toasts;
use crate::router::beside;
use crate::site_map::Page;
use crate::words::use_words;
use leptos::prelude::*;

/// The form.
#[component]
pub(super) fn MakeCard() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let chosen = Chosen::new();
    let sheet = StoredValue::new(beside(Page::Urgent).href());
    let confirmed = Memo::new(move |_| {
        desk.carnet()
            .is_some_and(|carnet| carnet.urgent.sheet.confirmed.is_some())
    });
    let make = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let settings = chosen.settings();
        doing.start(
            async move |keeper| keeper.urgent_open(settings).await,
            move |_| toasts.say(t.card_is_made()),
        );
    };
    view! {
        <p class="lead">{t.card_lead()}</p>
        <section class="card" aria-labelledby="make-card">
            <h2 id="make-card">{t.card_what()}</h2>
            <ul class="plain">
                <li>{t.card_means_reads()}</li>
                <li>{t.card_means_told()}</li>
                <li>{t.card_means_undo()}</li>
            </ul>
            {move || (!confirmed.get()).then(|| view! {
                <Notice tone=Tone::Caution>
                    <p>{t.card_not_confirmed()}</p>
                    <p><a class="quiet" href=sheet.get_value()>{t.card_to_sheet()}</a></p>
                </Notice>
            })}
            <form on:submit=make>
                <details>
                    <summary>{t.card_choices()}</summary>
                    <Choices chosen/>
                </details>
                <TroubleNotice trouble=doing.trouble/>
                <div class="acts end"><Send doing label=t.card_make().to_owned()/></div>
            </form>
        </section>
    }
}
