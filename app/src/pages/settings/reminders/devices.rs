//! The devices that are told, each to be taken out.

use super::Known;
use crate::browser;
use crate::desk::use_desk;
use crate::parts::confirm::Confirm;
use crate::parts::toast::use_toasts;
use crate::troubles::tell_short;
use crate::words::use_words;
use domain::day_in_words;
use leptos::prelude::*;
use store::{ReminderDevice, RemindersView};

/// The list; nothing when no device is told.
#[component]
pub(super) fn Devices(view: RemindersView, known: Known) -> impl IntoView {
    let t = use_words();
    let devices = view.devices;
    (!devices.is_empty()).then(|| {
        let device = |device: ReminderDevice| view! { <Told device known/> };
        view! {
            <h3>{t.reminders_devices()}</h3>
            <ul class="rows">{devices.into_iter().map(device).collect_view()}</ul>
        }
    })
}

#[component]
fn Told(device: ReminderDevice, known: Known) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let toasts = use_toasts();
    let (day, _) = browser::local_moment(device.added.0);
    let since = day_in_words(day, t.terms());
    let name = if device.here {
        t.reminders_this_device(since)
    } else {
        t.reminders_other_device(since)
    };
    let id = device.id;
    let forget = Callback::new(move |()| {
        desk.ask(
            async move |keeper| keeper.forget_reminded(id).await,
            move |done| {
                match done {
                    Ok(()) => toasts.say(t.reminders_forgotten()),
                    Err(trouble) => toasts.say(tell_short(trouble, t)),
                }
                known.again.run(());
            },
        );
    });
    view! {
        <li>
            <p>{name}</p>
            <Confirm id=format!("device-{id}") label=t.reminders_forget() title=t.reminders_forget_title()
                means=t.reminders_forget_means() act=t.reminders_forget() done=forget/>
        </li>
    }
}
