//! Handing the carnet to the person, of age: only once the birth date says so, or whoever keeps it does; with the protection
//! measure looked at; to an account that is the person's own.

use super::kept::{Kept, Who};
use super::measures::{self, CHOICES};
use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::parts::confirm::Confirm;
use crate::parts::field::Tick;
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::parts::when;
use crate::router::beside;
use crate::site_map::Page;
use crate::words::{Words, use_words};
use domain::entry::Note;
use domain::lists::ProtectionKind;
use domain::{Age, Entry, Term, day_in_words};
use leptos::prelude::*;
use store::{Edit, MemberId, Proposal};

/// What was chosen so far.
#[derive(Clone, Copy)]
struct Chosen {
    special: RwSignal<bool>,
    measure: RwSignal<Option<ProtectionKind>>,
    judge: RwSignal<bool>,
    account: RwSignal<Option<MemberId>>,
}

/// The card.
#[component]
pub(super) fn HandOver(kept: Memo<Kept>) -> impl IntoView {
    let t = use_words();
    let noted = kept
        .with_untracked(|kept| kept.protection.clone())
        .and_then(|noted| noted.measure);
    let chosen = Chosen {
        special: RwSignal::new(false),
        measure: RwSignal::new(noted),
        judge: RwSignal::new(false),
        account: RwSignal::new(None),
    };
    let age = Memo::new(move |_| {
        kept.with(|kept| kept.birth.map(|birth| Age::on(browser::today(), birth)))
    });
    let adult = move || age.get().flatten().is_some_and(Age::is_adult);
    let asked = move || {
        let transfer = |what: &Proposal| matches!(what, Proposal::Transfer(_));
        kept.with(|kept| kept.proposals.iter().any(|asked| transfer(&asked.what)))
    };
    let name = move || kept.with(|kept| kept.person(t));
    let lead = move || {
        let old = kept
            .with(|kept| kept.birth)
            .and_then(|birth| when::age(birth, browser::today(), t));
        match old {
            Some(old) if adult() => t.keep_hand_adult(old, name()),
            Some(_) => t.keep_hand_young(name()),
            None => t.keep_hand_undated().to_owned(),
        }
    };
    view! {
        <section class="card" aria-labelledby="hand-over">
            <h2 id="hand-over">{move || t.keep_hand_title(name())}</h2>
            <p>{lead}</p>
            {move || (!adult()).then(|| view! {
                <details>
                    <summary>{t.keep_hand_anyway()}</summary>
                    <Tick id="hand-special" label=t.keep_hand_anyway_tick() value=chosen.special/>
                </details>
            })}
            {move || ((adult() || chosen.special.get()) && !asked()).then(|| view! {
                <details>
                    <summary>{t.keep_hand_prepare()}</summary>
                    <Ceremony kept chosen/>
                </details>
            })}
        </section>
    }
}

#[component]
fn Ceremony(kept: Memo<Kept>, chosen: Chosen) -> impl IntoView {
    let t = use_words();
    let noted = move || {
        let measure = kept
            .with(|kept| kept.protection.clone())
            .and_then(|noted| noted.measure);
        measure.map(|kind| t.keep_hand_noted(kind.label(t.terms())))
    };
    let choice = move |kind: Option<ProtectionKind>| {
        view! {
            <label class="pick">
                <input type="radio" name="hand-measure" prop:checked=move || chosen.measure.get() == kind
                    on:change=move |_| chosen.measure.set(kind)/>
                {measures::named(kind, t)}
            </label>
        }
    };
    let ready = move || !measures::asks_the_judgment(chosen.measure.get()) || chosen.judge.get();
    view! {
        <fieldset class="field">
            <legend>{t.keep_hand_measure()}</legend>
            <p class="hint">{noted}</p>
            <div class="picks">{CHOICES.into_iter().map(choice).collect_view()}</div>
        </fieldset>
        <Notice tone=Tone::Plain><p>{move || measures::means(chosen.measure.get(), t)}</p></Notice>
        {move || measures::asks_the_judgment(chosen.measure.get()).then(|| view! {
            <Tick id="hand-judge" label=t.keep_hand_judge() value=chosen.judge/>
        })}
        {move || ready().then(|| view! { <Account kept chosen/> })}
    }
}

/// Which account is the person's, and the last question.
#[component]
fn Account(kept: Memo<Kept>, chosen: Chosen) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let toasts = use_toasts();
    let name = move || kept.with(|kept| kept.person(t));
    let alone = move || kept.with(|kept| kept.deciding() == 1);
    let invite = StoredValue::new(beside(Page::Invite).href());
    let persons = Memo::new(move |_| kept.with(|kept| kept.persons.clone()));
    Effect::new(move |_| {
        let first = persons.with(|all| all.first().map(|who| who.id));
        let still = persons.with(|all| {
            all.iter()
                .any(|who| Some(who.id) == chosen.account.get_untracked())
        });
        if !still {
            chosen.account.set(first);
        }
    });
    let pick = move |who: &Who| {
        let id = who.id;
        view! {
            <label class="pick">
                <input type="radio" name="hand-account" prop:checked=move || chosen.account.get() == Some(id)
                    on:change=move |_| chosen.account.set(Some(id))/>
                {who.name.clone()}
            </label>
        }
    };
    let go = Callback::new(move |()| {
        let Some(to) = chosen.account.get_untracked() else {
            return;
        };
        let note = untrack(|| kept.with(|kept| recorded(kept, chosen, t)));
        let done = if untrack(alone) {
            t.keep_hand_done(untrack(name))
        } else {
            t.keep_proposed().to_owned()
        };
        doing.start(
            async move |keeper| {
                if let Some(note) = note {
                    keeper.put(Edit::new(note)).await?;
                }
                keeper.transfer(to).await
            },
            move |()| toasts.say(done),
        );
    });
    view! {
        {move || if persons.with(Vec::is_empty) {
            view! {
                <Notice tone=Tone::Caution>
                    <p>{t.keep_hand_no_account(name())}</p>
                    <p><a class="quiet" href=invite.get_value()>{sign(Sign::Add)}{t.keep_hand_invite(name())}</a></p>
                </Notice>
            }
            .into_any()
        } else {
            let label = if alone() { t.keep_hand_do(name()) } else { t.keep_hand_do_others().to_owned() };
            let act = if alone() { t.keep_hand_act() } else { t.keep_propose_remove_act() };
            view! {
                <fieldset class="field">
                    <legend>{t.keep_hand_account()}</legend>
                    <div class="picks">{persons.with(|all| all.iter().map(pick).collect_view())}</div>
                </fieldset>
                <p>{t.keep_hand_after(name())}</p>
                <div class="acts end">
                    <Confirm id="hand-over-ask" label title=t.keep_hand_ask(name()) means=t.keep_means_transfer(name())
                        act grave=false done=go/>
                </div>
            }
            .into_any()
        }}
        <TroubleNotice trouble=doing.trouble/>
    }
}

/// What was chosen, for the carnet to remember.
fn recorded(kept: &Kept, chosen: Chosen, t: Words) -> Option<Entry> {
    let me = kept.me.filter(|_| kept.writes_notes)?;
    let today = browser::today();
    let measure = measures::named(chosen.measure.get_untracked(), t);
    let day = day_in_words(today, t.terms());
    Some(Entry::Note(Note {
        text: t.keep_hand_note(day, measure, kept.person(t), kept.name(me, t)),
        date: Some(today),
        ..Note::default()
    }))
}
