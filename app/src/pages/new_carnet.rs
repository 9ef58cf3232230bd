//! Opening a carnet: a first name is enough.

use super::carnets::ExampleOffer;
use crate::desk::{Doing, use_desk};
use crate::parts::button::Send;
use crate::parts::field::Line;
use crate::parts::notice::TroubleNotice;
use crate::router::use_router;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use domain::Entry;
use domain::entry::Identity;
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn NewCarnet() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let router = use_router();
    let doing = Doing::new(desk);
    let (first, family, birth) = (
        RwSignal::new(String::new()),
        RwSignal::new(String::new()),
        RwSignal::new(String::new()),
    );
    let missing = RwSignal::new(false);
    let me = move || {
        untrack(|| desk.account())
            .map(|account| account.label.clone())
            .unwrap_or_default()
    };
    let open = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let identity = Identity {
            used_first_name: first.get_untracked().trim().to_owned(),
            used_name: family.get_untracked().trim().to_owned(),
            birth_date: birth.get_untracked().parse().ok(),
            ..Identity::default()
        };
        missing.set(identity.used_first_name.is_empty());
        if missing.get_untracked() {
            crate::browser::focus_id("first-name");
            return;
        }
        let mine = me();
        let mine = if mine.is_empty() {
            t.a_parent().to_owned()
        } else {
            mine
        };
        doing.start(
            async move |keeper| keeper.create_carnet(Entry::Identity(identity), mine).await,
            move |carnet| router.go(&Place::inside(t.lang(), Page::Today, &carnet.to_string())),
        );
    };
    let button = Signal::derive(move || t.open_the_carnet().to_owned());
    view! {
        <h1 tabindex="-1">{t.title_new_carnet()}</h1>
        <p class="lead">{t.new_carnet_lead()}</p>
        <form class="form" novalidate on:submit=open>
            <Line id="first-name" label=t.their_first_name() value=first required=true/>
            <div role="alert">{move || missing.get().then(|| view! { <p class="problem">{t.first_name_missing()}</p> })}</div>
            <Line id="family-name" label=t.their_name() hint=t.if_you_wish() value=family/>
            <Line id="birth" label=t.their_birth() hint=t.their_birth_hint() value=birth kind="date"/>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts"><Send doing label=button/></div>
        </form>
        <ExampleOffer/>
    }
}
