//! One link: for whom, until when, its code, its address, its end.

use crate::browser;
use crate::browser::hand_on::copy;
use crate::desk::{Doing, use_desk};
use crate::parts::confirm::Confirm;
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::qr::Qr;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::words::use_words;
use domain::day_in_words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use store::{DepositLinkView, MemberId};

/// Millimetres for each module of the code, on paper and screen.
const MODULE: f64 = 0.8;

/// The card.
#[component]
pub(super) fn One(link: DepositLinkView, fresh: RwSignal<Option<MemberId>>) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let closing = Doing::new(desk);
    let toasts = use_toasts();
    let id = link.link;
    let heading = format!("link-{id}");
    let labelled = heading.clone();
    let (day, _) = browser::local_moment(link.until.0);
    #[allow(clippy::cast_precision_loss, reason = "seconds of our time fit")]
    let over = (link.until.0 as f64) * 1000.0 <= browser::now();
    let until = if over {
        t.deposit_links_over(day_in_words(day, t.terms()))
    } else {
        t.deposit_links_works_until(day_in_words(day, t.terms()))
    };
    let open = RwSignal::new(fresh.get_untracked() == Some(id));
    Effect::new(move |_| {
        if fresh.get() == Some(id) {
            open.set(true);
        }
    });
    let name = link.name.clone();
    let close = Callback::new(move |()| {
        closing.start(
            async move |keeper| keeper.close_deposit_link(id).await,
            move |()| toasts.say(t.deposit_links_closed()),
        );
    });
    let shown = StoredValue::new(link);
    view! {
        <section class="card" class:not-on-paper=move || !open.get() aria-labelledby=labelled>
            <h2 id=heading tabindex="-1">{name.clone()}</h2>
            <p>{until}</p>
            {shown.with_value(|link| link.known_outside).then(|| view! {
                <Notice tone=Tone::Caution><p>{t.deposit_links_known_outside()}</p></Notice>
            })}
            {move || open.get().then(|| view! { <Address link=shown.get_value()/> })}
            <TroubleNotice trouble=closing.trouble/>
            <div class="row-acts">
                {move || (!open.get()).then(|| view! {
                    <button class="go small" type="button" on:click=move |_| open.set(true)>{sign(Sign::Link)}{t.deposit_links_show()}<span class="away">" "{name.clone()}</span></button>
                })}
                <Confirm id=format!("close-{id}") label=t.deposit_links_close() title=t.deposit_links_close_title() means=t.deposit_links_close_means()
                    act=t.deposit_links_close_act() done=close/>
            </div>
        </section>
    }
}

/// What is given to somebody: a code to scan, an address to send.
#[component]
fn Address(link: DepositLinkView) -> impl IntoView {
    let t = use_words();
    let toasts = use_toasts();
    let qr = Qr::of(&link.address).map(|qr| qr.sized(t.deposit_links_qr(), MODULE));
    let field = format!("address-{}", link.link);
    let address = link.address.clone();
    let copied = move |_| {
        let address = address.clone();
        spawn_local(async move {
            toasts.say(if copy(&address).await {
                t.deposit_links_copied()
            } else {
                t.deposit_links_not_copied()
            });
        });
    };
    view! {
        <div class="given">
            {qr}
            <div>
                <p>{t.deposit_links_how()}</p>
                <div class="field not-on-paper">
                    <label for=field.clone()>{t.deposit_links_address()}</label>
                    <span class="hint">{t.deposit_links_address_hint()}</span>
                    <input id=field class="mono" type="text" readonly value=link.address.clone()/>
                </div>
                <div class="acts not-on-paper">
                    <button class="go small" type="button" on:click=copied>{sign(Sign::Copy)}{t.deposit_links_copy()}</button>
                    <button class="go small" type="button" on:click=move |_| browser::print()>{sign(Sign::Print)}{t.deposit_links_print()}</button>
                </div>
            </div>
        </div>
    }
}
