//! Private corners of the carnet: sections that one person adds and lets others into, or not.

mod kept_here;
mod let_in;
mod one;
mod write;

use crate::desk::{Doing, use_desk};
use crate::parts::around::Around;
use crate::parts::button::Send;
use crate::parts::field::Line;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::router::{use_place, use_router};
use crate::site_map::{Page, Place};
use crate::words::{Words, use_words};
use leptos::prelude::*;
use store::{CompartmentView, Role};

pub(crate) use one::Corner;

/// The page with all of them.
#[component]
pub(crate) fn Corners() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let here = use_place().carnet;
    let corners = Memo::new(move |_| {
        let carnet = desk.carnet();
        carnet.map(|carnet| (carnet.compartments.clone(), carnet.role, carnet.me))
    });
    let role = move || corners.with(|found| found.as_ref().and_then(|(_, role, _)| *role));
    let lead = move || match role() {
        Some(Role::Person) => t.corners_person_lead(),
        _ => t.corners_lead(),
    };
    // The judge lets nobody else add one.
    let may_add = move || matches!(role(), Some(Role::Person | Role::Guardian));
    let list = move || {
        let Some((found, _, me)) = corners.get() else {
            return ().into_any();
        };
        if found.is_empty() {
            return view! { <div class="empty"><p>{t.corners_empty()}</p></div> }.into_any();
        }
        let card = |corner: &CompartmentView| {
            let href = Place::item(t.lang(), Page::Corner, &here, &corner.id.to_string()).href();
            let whose = match corner.maker {
                Some(maker) if maker == me => t.corners_mine().to_owned(),
                Some(maker) => t.corners_by(untrack(|| called(desk, maker, t))),
                None => String::new(),
            };
            let inside = match corner.entries.len() {
                0 => t.corners_nothing().to_owned(),
                1 => t.corners_count_one().to_owned(),
                count => t.corners_count_many(count),
            };
            view! {
                <li class="card">
                    <h2><a href=href>{sign(Sign::Lock)}" "{title(corner, t)}</a></h2>
                    <p>{whose}</p>
                    <p class="soft">{inside}</p>
                </li>
            }
        };
        view! { <ul class="cards">{found.iter().map(card).collect_view()}</ul> }.into_any()
    };
    view! {
        <div class="corners">
            <h1 tabindex="-1">{Page::Corners.heading(t)}</h1>
            <p class="lead">{lead}</p>
            {list}
            {move || may_add().then(|| view! { <Add/> })}
            <p class="soft">{t.corners_seen()}</p>
            <Around/>
        </div>
    }
}

/// Opening another one.
#[component]
fn Add() -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let (router, toasts, place) = (use_router(), use_toasts(), use_place());
    let name = RwSignal::new(String::new());
    let add = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let (named, here) = (name.get_untracked().trim().to_owned(), place.carnet.clone());
        if named.is_empty() {
            crate::browser::focus_id("corner-name");
            return;
        }
        doing.start(
            async move |keeper| keeper.add_compartment(named).await,
            move |corner| {
                toasts.say(t.corners_added());
                router.go(&Place::item(
                    t.lang(),
                    Page::Corner,
                    &here,
                    &corner.to_string(),
                ));
            },
        );
    };
    let button = Signal::derive(move || t.corners_add().to_owned());
    view! {
        <form class="form" novalidate on:submit=add>
            <Line id="corner-name" label=t.corners_name() hint=t.corners_name_hint() value=name required=true/>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts"><Send doing label=button/></div>
        </form>
    }
}

/// What a corner is called.
fn title(corner: &CompartmentView, t: Words) -> String {
    if corner.name.is_empty() {
        t.corner_nameless().to_owned()
    } else {
        corner.name.clone()
    }
}

/// What a member is called.
fn called(desk: crate::desk::Desk, id: store::MemberId, t: Words) -> String {
    let carnet = desk.carnet();
    let name = carnet.and_then(|carnet| carnet.names.get(&id).cloned());
    name.filter(|name| !name.is_empty())
        .unwrap_or_else(|| t.somebody().to_owned())
}
