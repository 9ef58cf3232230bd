//! One private corner: what is in it, writing to it, who may enter.

use super::kept_here::KeptHere;
use super::let_in::LetIn;
use super::title;
use super::write::Write;
use crate::desk::use_desk;
use crate::parts::sign::{Sign, sign};
use crate::router::{beside, use_place};
use crate::site_map::Page;
use crate::words::use_words;
use leptos::prelude::*;
use store::{CompartmentView, SectionId};

/// The page.
#[component]
pub(crate) fn Corner() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let wanted: Option<SectionId> = use_place().item.parse().ok();
    let corner: Memo<Option<CompartmentView>> = Memo::new(move |_| {
        let carnet = desk.carnet()?;
        let mut corners = carnet.compartments.iter();
        corners.find(|corner| Some(corner.id) == wanted).cloned()
    });
    let found = Memo::new(move |_| corner.with(Option::is_some));
    let writable = Memo::new(move |_| {
        corner.with(|corner| corner.as_ref().is_some_and(|corner| corner.writable))
    });
    let all = beside(Page::Corners).href();
    let name = move || {
        corner.with(|corner| {
            let named = corner.as_ref().map(|corner| title(corner, t));
            named.unwrap_or_else(|| Page::Corner.heading(t).to_owned())
        })
    };
    view! {
        <div class="corner">
            <p><a class="quiet" href=all>{sign(Sign::Back)}{t.corner_all()}</a></p>
            <h1 tabindex="-1">{sign(Sign::Lock)}" "{name}</h1>
            {move || match wanted.filter(|_| found.get()) {
                Some(section) => view! {
                    <KeptHere corner/>
                    {move || writable.get().then(|| view! { <Write section/> })}
                    <p class="soft">{t.corner_not_shown()}</p>
                    <LetIn section corner/>
                }
                .into_any(),
                None => view! { <p>{t.corner_gone()}</p> }.into_any(),
            }}
        </div>
    }
}
