//! An address for a calendar program. Off until somebody switches it on, knowing who can then read what.

use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::parts::button::Send;
use crate::parts::confirm::Confirm;
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::parts::when;
use crate::words::use_words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use store::{CalendarView, Role};

/// The section.
#[component]
pub(super) fn Subscribe() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let lang = t.terms();
    let state = RwSignal::new(None::<Option<CalendarView>>);
    let asking = Doing::new(desk);
    let look = move || {
        asking.start(
            async move |keeper| {
                // Without network it goes on as it was.
                let _same = keeper.calendar_speaks(lang).await;
                keeper.calendar().await
            },
            move |found| {
                state.try_set(Some(found));
            },
        );
    };
    Effect::new(move |_| look());
    let changed = Callback::new(move |()| look());
    view! {
        <section class="card" aria-labelledby="subscribe">
            <h2 id="subscribe">{t.agenda_subscribe()}</h2>
            <p>{t.agenda_subscribe_lead()}</p>
            <TroubleNotice trouble=asking.trouble/>
            {move || state.get().map(|found| match found {
                None => view! { <Off changed/> }.into_any(),
                Some(view) => view! { <On view changed/> }.into_any(),
            })}
        </section>
    }
}

/// Switching it on.
#[component]
fn Off(changed: Callback<()>) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let titles = RwSignal::new(false);
    let lang = t.terms();
    let role = desk.carnet_now().and_then(|carnet| carnet.role);
    let may_titles = matches!(role, Some(Role::Guardian | Role::Person));
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let titles = titles.get_untracked();
        doing.start(
            async move |keeper| keeper.calendar_open(titles, lang).await,
            move |()| {
                toasts.say(t.agenda_address_made());
                changed.run(());
            },
        );
    };
    view! {
        <Notice tone=Tone::Caution>
            <p><strong>{t.agenda_readable_title()}</strong></p>
            <p>{t.agenda_readable_means()}</p>
        </Notice>
        <form class="form" on:submit=send>
            <fieldset class="field">
                <legend>{t.agenda_told()}</legend>
                <div class="picks tall">
                    <label class="pick"><input type="radio" name="told" checked=true on:change=move |_| titles.set(false)/>{t.agenda_told_times()}</label>
                    {may_titles.then(|| view! {
                        <label class="pick"><input type="radio" name="told" on:change=move |_| titles.set(true)/>{t.agenda_told_titles()}</label>
                    })}
                </div>
                {move || titles.get().then(|| view! { <p class="state caution">{sign(Sign::Caution)}{t.agenda_told_titles_means()}</p> })}
            </fieldset>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts end"><Send doing label=t.agenda_make_address().to_owned()/></div>
        </form>
    }
}

/// The address, and closing it.
#[component]
fn On(view: CalendarView, changed: Callback<()>) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let elsewhere = view.titles && !view.chosen_here;
    let told = if view.titles && view.chosen_here {
        t.agenda_tells_titles()
    } else {
        t.agenda_tells_times()
    };
    let asked = match view.fetched {
        Some(at) => t.agenda_fetched(when::moment(at.0, t)),
        None => t.agenda_not_fetched().to_owned(),
    };
    let address = StoredValue::new(view.address.clone());
    let copy = move |_| {
        let text = address.get_value();
        spawn_local(async move {
            if browser::hand_on::copy(&text).await {
                toasts.say(t.agenda_copied());
            } else {
                // Chosen, for the hand to copy.
                browser::choose_text("calendar-address");
                toasts.say(t.copy_by_hand());
            }
        });
    };
    let close = Callback::new(move |()| {
        doing.start(
            async |keeper| keeper.calendar_close().await,
            move |()| {
                toasts.say(t.agenda_address_closed());
                changed.run(());
            },
        );
    });
    let lang = t.terms();
    let titles_here = move |_| {
        doing.start(
            async move |keeper| keeper.calendar_open(true, lang).await,
            move |()| changed.run(()),
        );
    };
    view! {
        <p class="states"><span class="state caution">{sign(Sign::Caution)}{told}</span></p>
        {elsewhere.then(|| view! {
            <Notice tone=Tone::Plain>
                <p>{t.agenda_titles_elsewhere()}</p>
                <p><button class="quiet" type="button" on:click=titles_here>{t.agenda_titles_here()}</button></p>
            </Notice>
        })}
        <div class="field">
            <label for="calendar-address">{t.agenda_address()}</label>
            <span class="hint" id="calendar-address-hint">{t.agenda_address_hint()}</span>
            <input id="calendar-address" type="text" readonly=true aria-describedby="calendar-address-hint" value=view.address/>
        </div>
        <p class="soft">{asked}</p>
        <TroubleNotice trouble=doing.trouble/>
        <div class="acts end">
            <button class="go small" type="button" on:click=copy>{t.agenda_copy()}</button>
            <Confirm id="close-calendar" label=t.agenda_close() title=t.agenda_close_title()
                means=t.agenda_close_means() act=t.agenda_close_act() done=close/>
        </div>
    }
}
