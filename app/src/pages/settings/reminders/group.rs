//! How one is reminded of the things of one group.

use crate::words::{Words, use_words};
use domain::Term;
use domain::reminders::{Group, LEADS, Preferences};
use leptos::prelude::*;

/// The questions of one group; of the ways, those that this server has.
#[component]
pub(super) fn GroupChoices(
    group: Group,
    wanted: RwSignal<Preferences>,
    can_mail: bool,
    can_push: bool,
) -> impl IntoView {
    let t = use_words();
    let code = group.code();
    let lead = move |lead: u32| {
        let chosen = move || wanted.with(|wanted| wanted.rule(group).leads.contains(&lead));
        let choose = move |event| {
            let on = event_target_checked(&event);
            wanted.update(|wanted| {
                let leads = &mut wanted.rule_mut(group).leads;
                if on {
                    leads.insert(lead);
                } else {
                    leads.remove(&lead);
                }
            });
        };
        view! {
            <label class="pick">
                <input id=format!("lead-{code}-{lead}") type="checkbox" prop:checked=chosen on:change=choose/>
                {lead_in_words(lead, t)}
            </label>
        }
    };
    let leads = LEADS.iter().copied().filter(move |lead| fits(group, *lead));
    let mail = move || wanted.with(|wanted| wanted.rule(group).mail);
    let push = move || wanted.with(|wanted| wanted.rule(group).push);
    let by_mail = move |event| {
        let on = event_target_checked(&event);
        wanted.update(|wanted| wanted.rule_mut(group).mail = on);
    };
    let by_push = move |event| {
        let on = event_target_checked(&event);
        wanted.update(|wanted| wanted.rule_mut(group).push = on);
    };
    view! {
        <fieldset class="group">
            <legend class="label">{group.label(t.terms())}</legend>
            <div class="picks">{leads.map(lead).collect_view()}</div>
            <div class="picks">
                {can_mail.then(move || view! {
                    <label class="pick">
                        <input id=format!("mail-{code}") type="checkbox" prop:checked=mail on:change=by_mail/>
                        {t.reminders_by_mail()}
                    </label>
                })}
                {can_push.then(move || view! {
                    <label class="pick">
                        <input id=format!("push-{code}") type="checkbox" prop:checked=push on:change=by_push/>
                        {t.reminders_on_devices()}
                    </label>
                })}
            </div>
        </fieldset>
    }
}

/// Months make no sense before a session, hours none before a date without an hour.
fn fits(group: Group, lead: u32) -> bool {
    const DAY: u32 = 24 * 60;
    match group {
        Group::Sessions => lead <= 2 * DAY,
        Group::Appointments => lead <= 14 * DAY,
        Group::Procedures | Group::Care => lead == 0 || lead >= DAY,
    }
}

fn lead_in_words(lead: u32, t: Words) -> String {
    const HOUR: u32 = 60;
    const DAY: u32 = 24 * HOUR;
    match lead {
        0 => t.lead_same().to_owned(),
        HOUR => t.lead_hour().to_owned(),
        DAY => t.lead_day().to_owned(),
        lead if lead < DAY => t.lead_hours(lead / HOUR),
        lead => t.lead_days(lead / DAY),
    }
}
