//! A card that is there: what to know about it, its print, its settings, who opened it, and its end.

use super::openings::Openings;
use super::options::TRIES;
use super::printed::Printed;
use super::words::card_text;
use crate::desk::{Doing, use_desk};
use crate::lists::rows::use_rows;
use crate::parts::confirm::Confirm;
use crate::parts::field::Line;
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::parts::when;
use crate::words::use_words;
use domain::day_in_words;
use leptos::prelude::*;
use store::{CardChange, CarnetView, PasscodeChoice, Seconds};

/// The page of a card.
#[component]
pub(super) fn Made() -> impl IntoView {
    let desk = use_desk();
    let rows = use_rows();
    let card = Memo::new(move |_| desk.carnet().and_then(|carnet| Known::of(&carnet)));
    let guardian = Memo::new(move |_| desk.carnet().is_some_and(|carnet| carnet.is_guardian()));
    let text = Memo::new(move |_| {
        let carnet = desk.carnet()?;
        let secrets = carnet.urgent.card.as_ref()?.secrets.as_ref()?;
        Some(card_text(&rows.get(), &carnet.urgent.sheet, secrets))
    });
    view! {
        <Notices card guardian/>
        {move || text.get().map(|text| view! { <Printed text/> })}
        <div class="not-on-paper">
            {move || guardian.get().then(|| view! { <Settings card/> })}
            <Openings/>
            {move || guardian.get().then(|| view! { <Ending/> })}
        </div>
    }
}

/// What is known of a card, but for what is printed and who opened it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Known {
    sealed: Option<Seconds>,
    until: Option<Seconds>,
    out_of_date: bool,
    swapped: bool,
    reprint: bool,
    left_out: bool,
    has_passcode: bool,
    passcode: Option<String>,
    tries_left: Option<u16>,
    typed: bool,
}

impl Known {
    fn of(carnet: &CarnetView) -> Option<Self> {
        let card = carnet.urgent.card.as_ref()?;
        let secrets = card.secrets.as_deref();
        Some(Self {
            sealed: card.sealed,
            until: card.until,
            out_of_date: card.out_of_date,
            swapped: card.swapped,
            reprint: card.reprint,
            left_out: card.left_out,
            has_passcode: card.has_passcode,
            passcode: secrets.and_then(|secrets| secrets.passcode.clone()),
            tries_left: card.tries_left,
            typed: secrets.is_some_and(|secrets| secrets.typed_code.is_some()),
        })
    }
}

/// What must be known.
#[component]
fn Notices(card: Memo<Option<Known>>, guardian: Memo<bool>) -> impl IntoView {
    let t = use_words();
    let printed = Doing::new(use_desk());
    let say_printed = move |_| {
        printed.start(async |keeper| keeper.urgent_printed().await, |()| ());
    };
    move || {
        let card = card.get()?;
        let sealed = card
            .sealed
            .map(|Seconds(sealed)| t.card_sealed(when::moment(sealed, t)));
        let until = card.until.map(|Seconds(until)| {
            let (day, _) = crate::browser::local_moment(until);
            t.card_ends(day_in_words(day, t.terms()))
        });
        let tries = card.tries_left.map(|tries| t.card_tries_left(tries));
        Some(view! {
            <div class="not-on-paper">
                {card.swapped.then(|| view! { <Notice tone=Tone::Wrong><p><strong>{t.card_swapped()}</strong></p><p>{t.card_swapped_means()}</p></Notice> })}
                {(card.reprint && guardian.get()).then(|| view! {
                    <Notice tone=Tone::Caution>
                        <p><strong>{t.card_reprint()}</strong></p>
                        <p>{t.card_reprint_means()}</p>
                        <p><button class="go small" type="button" on:click=say_printed>{sign(Sign::Check)}{t.card_is_printed()}</button></p>
                    </Notice>
                })}
                {card.left_out.then(|| view! { <Notice tone=Tone::Caution><p>{t.card_left_out()}</p></Notice> })}
                {card.out_of_date.then(|| view! { <Notice tone=Tone::Caution><p>{t.card_out_of_date()}</p></Notice> })}
                {(!guardian.get()).then(|| view! { <p>{t.card_only_guardians()}</p> })}
                <p>{sealed}" "{until}" "{tries}</p>
            </div>
        })
    }
}

/// Changing what can be chosen.
#[component]
fn Settings(card: Memo<Option<Known>>) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let toasts = use_toasts();
    let passcode = RwSignal::new(String::new());
    let until = RwSignal::new(String::new());
    let has_passcode = Memo::new(move |_| card.get().is_some_and(|card| card.has_passcode));
    let has_end = Memo::new(move |_| card.get().is_some_and(|card| card.until.is_some()));
    let typed = Memo::new(move |_| card.get().is_some_and(|card| card.typed));
    let known = move || card.get()?.passcode.map(|word| t.card_passcode_is(word));
    let set = move |change: CardChange| {
        doing.start(
            async move |keeper| keeper.urgent_set(change).await,
            move |_| {
                passcode.set(String::new());
                until.set(String::new());
                toasts.say(t.kept());
            },
        );
    };
    let keep_end = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if let Ok(day) = until.get_untracked().parse() {
            let end = Seconds(crate::browser::end_of_day(day));
            set(CardChange {
                until: Some(Some(end)),
                ..CardChange::default()
            });
        }
    };
    let keep_passcode = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let word = passcode.get_untracked().trim().to_owned();
        if !word.is_empty() {
            let choice = PasscodeChoice::Set {
                passcode: word,
                tries: TRIES,
            };
            set(CardChange {
                passcode: choice,
                ..CardChange::default()
            });
        }
    };
    let no_end = move |_| {
        set(CardChange {
            until: Some(None),
            ..CardChange::default()
        });
    };
    let no_passcode = move |_| {
        set(CardChange {
            passcode: PasscodeChoice::Remove,
            ..CardChange::default()
        });
    };
    let turn_typed = move |_| {
        set(CardChange {
            typed_code: Some(!typed.get_untracked()),
            ..CardChange::default()
        });
    };
    view! {
        <details class="card">
            <summary>{t.card_settings()}</summary>
            <h3>{t.card_typed_title()}</h3>
            <p>{move || if typed.get() { t.card_typed_on() } else { t.card_typed_off() }}</p>
            <p><button class="go small" type="button" on:click=turn_typed>{move || if typed.get() { t.card_typed_stop() } else { t.card_typed_start() }}</button></p>
            <h3>{t.card_until()}</h3>
            <form class="inline" on:submit=keep_end>
                <Line id="card-end" label=t.card_until_new() hint=t.card_until_hint() value=until kind="date"/>
                <div class="acts">
                    <button class="go small" type="submit">{t.card_until_set()}</button>
                    {move || has_end.get().then(|| view! { <button class="quiet" type="button" on:click=no_end>{t.card_until_none()}</button> })}
                </div>
            </form>
            <h3>{t.card_passcode_title()}</h3>
            <p>{known}</p>
            <form class="inline" on:submit=keep_passcode>
                <Line id="card-word" label=t.card_passcode() hint=t.card_passcode_hint() value=passcode class="brief"/>
                <div class="acts">
                    <button class="go small" type="submit">{t.card_passcode_set()}</button>
                    {move || has_passcode.get().then(|| view! { <button class="quiet" type="button" on:click=no_passcode>{t.card_passcode_none()}</button> })}
                </div>
            </form>
            <TroubleNotice trouble=doing.trouble/>
        </details>
    }
}

/// Replacing it, or closing it.
#[component]
fn Ending() -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let toasts = use_toasts();
    let replace = Callback::new(move |()| {
        doing.start(
            async |keeper| keeper.urgent_replace().await,
            move |_| toasts.say(t.card_replaced()),
        );
    });
    let close = Callback::new(move |()| {
        doing.start(
            async |keeper| keeper.urgent_close().await,
            move |_| toasts.say(t.card_closed()),
        );
    });
    view! {
        <section class="card" aria-labelledby="ending">
            <h2 id="ending">{t.card_lost()}</h2>
            <p>{t.card_lost_means()}</p>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts end">
                <Confirm id="replace-card" label=t.card_replace() title=t.card_replace_title() means=t.card_replace_means()
                    act=t.card_replace_act() grave=false done=replace/>
                <Confirm id="close-card" label=t.card_close() title=t.card_close_title() means=t.card_close_means()
                    act=t.card_close_act() done=close/>
            </div>
        </section>
    }
}
