//! What matters now in one carnet.

mod allergies;
mod attention;
mod begin;
mod due;
mod latest;
mod newcomers;
mod urgent;

use crate::browser;
use crate::desk::use_desk;
use crate::lists::rows::use_rows;
use crate::pages::procedures::OldCardsNow;
use crate::pages::team::Endings;
use crate::parts::face::Face;
use crate::parts::when;
use crate::words::use_words;
use allergies::Allergies;
use attention::Attention;
use begin::Begin;

use domain::view;
use due::WhatIsDue;
use latest::Latest;
use leptos::prelude::*;
use newcomers::Newcomers;
use urgent::UrgentNow;

/// The page.
#[component]
pub(crate) fn Today() -> impl IntoView {
    view! { <Who/><Newcomers/><Endings/><Attention/><UrgentNow/><Allergies/><OldCardsNow/><WhatIsDue/><Begin/><Latest/> }
}

/// Whose carnet this is.
#[component]
fn Who() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let desk = use_desk();
    let identity = Memo::new(move |_| {
        let rows = rows.get();
        view::identity(&rows).map(|(_, identity)| identity.clone())
    });
    let role = Memo::new(move |_| desk.carnet().is_some_and(|carnet| carnet.is_guardian()));
    move || {
        let identity = identity.get().unwrap_or_default();
        let name = match identity.full_name() {
            name if name.is_empty() => t.carnet_unnamed().to_owned(),
            name => name,
        };
        let age = identity
            .birth_date
            .and_then(|birth| when::age(birth, browser::today(), t));
        let mine = (!role.get()).then(|| t.shared_with_you());
        view! {
            <div class="who">
                <Face name=name.clone() photo=identity.photo/>
                <div><h1 tabindex="-1">{name}</h1><p>{age}</p><p class="soft">{mine}</p></div>
            </div>
        }
    }
}
