//! Making a link: for whom, until when.

use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::parts::button::Send;
use crate::parts::field::Line;
use crate::parts::notice::TroubleNotice;
use crate::parts::toast::use_toasts;
use crate::words::use_words;
use chrono::{Months, NaiveDate};
use leptos::prelude::*;
use store::{DEPOSIT_LINK_NAME, MemberId, Seconds};

/// How long a link works unless somebody says otherwise, in months.
const USUAL: Months = Months::new(3);
/// How long it may work at most, in months.
const LONGEST: Months = Months::new(35);

/// The form.
#[component]
pub(super) fn Make(fresh: RwSignal<Option<MemberId>>) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let toasts = use_toasts();
    let name = RwSignal::new(String::new());
    let until = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<&'static str>);
    Effect::new(move |_| {
        let usual = browser::today().checked_add_months(USUAL);
        until.set(usual.map(|day| day.to_string()).unwrap_or_default());
    });
    let make = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let who = name.get_untracked().trim().to_owned();
        if who.is_empty() || who.chars().count() > DEPOSIT_LINK_NAME {
            wrong.set(Some(t.deposit_links_name_missing()));
            return browser::soon(|| browser::focus_id("link-name"));
        }
        let today = browser::today();
        let day = until.get_untracked().parse::<NaiveDate>().ok();
        let last = today.checked_add_months(LONGEST);
        let Some(day) = day.filter(|day| *day >= today && last.is_none_or(|last| *day <= last))
        else {
            wrong.set(Some(t.deposit_links_until_wrong()));
            return browser::soon(|| browser::focus_id("link-until"));
        };
        wrong.set(None);
        let end = Seconds(browser::end_of_day(day));
        doing.start(
            async move |keeper| keeper.open_deposit_link(who, end).await,
            move |link| {
                fresh.set(Some(link));
                name.set(String::new());
                toasts.say(t.deposit_links_made());
                browser::soon(move || browser::focus_id(&format!("link-{link}")));
            },
        );
    };
    view! {
        <section class="card not-on-paper" aria-labelledby="make-link">
            <h2 id="make-link">{t.deposit_links_make()}</h2>
            <form novalidate on:submit=make>
                <Line id="link-name" label=t.deposit_links_name() hint=t.deposit_links_name_hint() value=name/>
                <Line id="link-until" label=t.deposit_links_until() hint=t.deposit_links_until_hint() value=until kind="date" class="brief"/>
                <div role="alert">{move || wrong.get().map(|text| view! { <p class="problem">{text}</p> })}</div>
                <TroubleNotice trouble=doing.trouble/>
                <div class="acts end"><Send doing label=t.deposit_links_make_act().to_owned()/></div>
            </form>
        </section>
    }
}
