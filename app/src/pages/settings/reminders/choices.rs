//! What the account wants: how long before, at what hours, of which carnets.

use super::Known;
use super::group::GroupChoices;
use crate::desk::{Doing, use_desk};
use crate::parts::button::Send;
use crate::parts::notice::TroubleNotice;
use crate::parts::toast::use_toasts;
use crate::words::{Words, use_words};
use domain::Term;
use domain::reminders::{Group, Preferences};
use leptos::prelude::*;
use store::{Cover, RemindersView};

/// Where French is spoken; the device's own zone comes beside them.
const ZONES: &[&str] = &[
    "Europe/Paris",
    "Europe/Brussels",
    "Europe/Luxembourg",
    "Europe/Zurich",
    "America/Cayenne",
    "America/Guadeloupe",
    "America/Martinique",
    "America/Miquelon",
    "America/Toronto",
    "Indian/Mayotte",
    "Indian/Reunion",
    "Pacific/Noumea",
    "Pacific/Tahiti",
    "Pacific/Wallis",
];

/// The form, folded: what stands there at first is good for most.
#[component]
pub(super) fn Choices(view: RemindersView, known: Known) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let mut first = view.preferences.clone();
    if first.zone.is_empty() {
        first.zone.clone_from(&view.zone);
    }
    t.terms().pick("fr", "en").clone_into(&mut first.lang);
    let zones = zones(&first.zone, &view.zone);
    let wanted = RwSignal::new(first);
    let keep = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let chosen = wanted.get_untracked();
        doing.start(
            async move |keeper| keeper.set_reminders(chosen).await,
            move |()| {
                toasts.say(t.kept());
                known.again.run(());
            },
        );
    };
    let button = Signal::derive(move || t.keep().to_owned());
    let (can_mail, can_push) = (view.mail, view.push);
    let group = |group: &Group| view! { <GroupChoices group=*group wanted can_mail can_push/> };
    let covers = untrack(|| desk.scene()).map(|scene| scene.carnets.clone());
    view! {
        <details>
            <summary>{t.reminders_choose()}</summary>
            <form novalidate on:submit=keep>
                {Group::ALL.iter().map(group).collect_view()}
                <Hours wanted zones/>
                {of_carnets(covers.unwrap_or_default(), wanted, t)}
                <TroubleNotice trouble=doing.trouble/>
                <div class="acts end"><Send doing label=button/></div>
            </form>
        </details>
    }
}

/// The hour of what has none, the quiet hours, the time zone, and how much is shown.
#[component]
fn Hours(wanted: RwSignal<Preferences>, zones: Vec<String>) -> impl IntoView {
    let t = use_words();
    let time = move |id: &'static str,
                     label: &'static str,
                     read: fn(&Preferences) -> u32,
                     write: fn(&mut Preferences, u32)| {
        let shown = move || wanted.with(|wanted| clock(read(wanted)));
        let choose = move |event| {
            if let Some(minute) = minute(&event_target_value(&event)) {
                wanted.update(|wanted| write(wanted, minute));
            }
        };
        view! {
            <div class="field">
                <label for=id>{label}</label>
                <input id=id class="brief" type="time" prop:value=shown on:change=choose/>
            </div>
        }
    };
    let option = |zone: String| {
        let label = zone.replace('_', " ");
        let selected = wanted.with_untracked(|wanted| wanted.zone == zone);
        view! { <option value=zone selected=selected>{label}</option> }
    };
    let choose = move |event| wanted.update(|wanted| wanted.zone = event_target_value(&event));
    let discreet = move || wanted.with(|wanted| wanted.discreet);
    let set_discreet = move |event| {
        let on = event_target_checked(&event);
        wanted.update(|wanted| wanted.discreet = on);
    };
    view! {
        <fieldset class="group">
            <legend class="label">{t.reminders_hours()}</legend>
            <div class="pair">
                {time("remind-at", t.reminders_at(), |wanted| wanted.at, |wanted, minute| wanted.at = minute)}
                {time("quiet-from", t.reminders_quiet_from(), |wanted| wanted.quiet.from, |wanted, minute| wanted.quiet.from = minute)}
                {time("quiet-to", t.reminders_quiet_to(), |wanted| wanted.quiet.to, |wanted, minute| wanted.quiet.to = minute)}
            </div>
            <div class="field">
                <label for="zone">{t.reminders_zone()}</label>
                <select id="zone" on:change=choose>{zones.into_iter().map(option).collect_view()}</select>
            </div>
            <label class="pick">
                <input id="discreet" type="checkbox" prop:checked=discreet on:change=set_discreet/>
                {t.reminders_discreet()}
            </label>
        </fieldset>
    }
}

/// Of which carnets; nothing to choose while there is one.
fn of_carnets(covers: Vec<Cover>, wanted: RwSignal<Preferences>, t: Words) -> Option<AnyView> {
    if covers.len() < 2 {
        return None;
    }
    let carnet = |cover: Cover| {
        let id = cover.id.to_string();
        let name = match cover.name.as_str() {
            "" => t.carnet_unnamed().to_owned(),
            name => name.to_owned(),
        };
        let own = id.clone();
        let on = move || wanted.with(|wanted| !wanted.off.contains(&own));
        let own = id.clone();
        let choose = move |event| {
            let on = event_target_checked(&event);
            wanted.update(|wanted| {
                if on {
                    wanted.off.remove(&own);
                } else {
                    wanted.off.insert(own.clone());
                }
            });
        };
        view! {
            <label class="pick">
                <input id=format!("of-{id}") type="checkbox" prop:checked=on on:change=choose/>
                {name}
            </label>
        }
    };
    let carnets = covers.into_iter().map(carnet).collect_view();
    let view = view! {
        <fieldset class="group">
            <legend class="label">{t.reminders_of_carnets()}</legend>
            {carnets}
        </fieldset>
    };
    Some(view.into_any())
}

fn zones(chosen: &str, here: &str) -> Vec<String> {
    let mut zones: Vec<String> = ZONES.iter().map(|zone| (*zone).to_owned()).collect();
    for more in [here, chosen] {
        if !more.is_empty() && !zones.iter().any(|zone| zone == more) {
            zones.insert(0, more.to_owned());
        }
    }
    zones
}

/// "08:30".
fn clock(minute: u32) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

fn minute(clock: &str) -> Option<u32> {
    let (hours, minutes) = clock.split_once(':')?;
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.get(..2)?.parse().ok()?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}
