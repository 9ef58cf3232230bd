//! An invitation that nobody has taken yet: to be shown, sent or printed; and closed.

use super::say::{RightsInWords, day_of, role_word};
use crate::browser::{self, hand_on};
use crate::desk::{Doing, use_desk};
use crate::parts::confirm::Confirm;
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::qr::Qr;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use store::InvitationView;

/// The card.
#[component]
pub(super) fn OpenInvitation(invitation: InvitationView) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let toasts = use_toasts();
    let link = invitation.link;
    let name = match invitation.label.as_str() {
        "" => t.somebody().to_owned(),
        name => name.to_owned(),
    };
    let heading = format!("i-{link}");
    let labelled = heading.clone();
    let path = Place::of(t.lang(), Page::Invitation).href();
    let address = invitation.secret.map(|secret| secret.address(&path));
    let close = Callback::new(move |()| {
        doing.start(
            async move |keeper| keeper.close_invitation(link).await,
            move |()| toasts.say(t.invited_closed()),
        );
    });
    let waits = !invitation.ready && address.is_some();
    let called = name.clone();
    view! {
        <section class="card invited" aria-labelledby=labelled>
            <h3 id=heading>{name.clone()}</h3>
            <p class="soft">{role_word(invitation.role, t)}" · "{t.invited_until(day_of(invitation.until, t))}</p>
            <RightsInWords rights=invitation.rights/>
            {waits.then(|| view! { <Notice tone=Tone::Caution><p>{t.invited_waits()}</p></Notice> })}
            {match address {
                Some(address) => view! { <HandOn address id=link.to_string()/> }.into_any(),
                None => ().into_any(),
            }}
            <TroubleNotice trouble=doing.trouble/>
            <p class="not-on-paper">
                <Confirm id=format!("close-{link}") label=t.invited_close() title=t.invited_close_title(&called)
                    means=t.invited_close_means() act=t.invited_close_act(&called) done=close/>
            </p>
        </section>
    }
}

/// The address: to be scanned, copied, sent, printed.
#[component]
fn HandOn(address: String, id: String) -> impl IntoView {
    let t = use_words();
    let toasts = use_toasts();
    let field = format!("address-{id}");
    let labelled = field.clone();
    let qr = Qr::of(&address).map(|qr| qr.view(t.invited_qr()));
    let shares = hand_on::can_share();
    let stored = StoredValue::new(address.clone());
    let copy = move |_| {
        let address = stored.get_value();
        spawn_local(async move {
            toasts.say(if hand_on::copy(&address).await {
                t.invited_copied()
            } else {
                t.invited_not_copied()
            });
        });
    };
    let share = move |_| hand_on::share(t.invited_words(), &stored.get_value());
    view! {
        <div class="hand-on">
            <div class="hand-on-code">{qr}</div>
            <div class="hand-on-words">
                <p>{t.invited_how()}</p>
                <div class="field not-on-paper">
                    <label for=labelled>{t.invited_address()}</label>
                    <input id=field type="text" readonly=true prop:value=address.clone()/>
                </div>
                <div class="acts not-on-paper">
                    {shares.then(|| view! { <button class="do" type="button" on:click=share>{sign(Sign::Forward)}{t.invited_share()}</button> })}
                    <button class="go" type="button" on:click=copy>{sign(Sign::File)}{t.invited_copy()}</button>
                    <button class="go" type="button" on:click=move |_| browser::print()>{sign(Sign::Print)}{t.invited_print()}</button>
                </div>
                <p class="soft">{t.invited_secret()}</p>
            </div>
        </div>
    }
}
