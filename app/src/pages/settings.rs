//! Ways in, the recovery sheet, e-mail, reminders, language, locking, this device.

mod device;
mod email;
mod farewell;
mod locking;
mod new_keys;
mod reminders;
mod sheet;
mod ways;

use crate::parts::sign::{Sign, sign};
use crate::router::use_place;
use crate::site_map::{Lang, Page, Place};
use crate::words::use_words;
use device::Device;
use email::Email;
pub(super) use farewell::Farewell;
use farewell::FarewellCard;
use leptos::prelude::*;
use locking::Locking;
use new_keys::NewKeysCard;
pub(super) use new_keys::{NewKeys, Unfinished};
use reminders::Reminders;
use sheet::Sheet;
use ways::Ways;

/// The page.
#[component]
pub(crate) fn Settings() -> impl IntoView {
    let t = use_words();
    let carnets = Place::of(t.lang(), Page::Carnets).href();
    view! {
        <p><a class="quiet" href=carnets>{sign(Sign::Back)}{t.title_carnets()}</a></p>
        <h1 tabindex="-1">{t.title_settings()}</h1>
        <Unfinished/>
        <Ways/>
        <Sheet/>
        <Languages/>
        <Locking/>
        <Email/>
        <Reminders/>
        <Device/>
        <NewKeysCard/>
        <FarewellCard/>
    }
}

/// The languages, each named in itself.
#[component]
fn Languages() -> impl IntoView {
    let t = use_words();
    let place = use_place();
    let link = |lang: &Lang| {
        let current = (*lang == place.lang).then_some("true");
        view! { <li><a href=place.in_lang(*lang).href() lang=lang.tag() aria-current=current>{lang.name()}</a></li> }
    };
    view! {
        <section class="card" aria-labelledby="language">
            <h2 id="language">{t.language()}</h2>
            <ul class="menu-list">{Lang::ALL.iter().map(link).collect_view()}</ul>
        </section>
    }
}
