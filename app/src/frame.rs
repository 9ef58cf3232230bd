//! What stands around every page: the head, the menus, the foot.

mod foot;
mod head;
mod menu;
mod open_to;
mod tabs;

use crate::idle::Idle;
use crate::pages;
use crate::site_map::Place;
use crate::words::use_words;
use foot::Foot;
use head::Head;
use leptos::prelude::*;
use menu::SideList;
use tabs::Tabs;

/// A place with all that stands around it.
pub(crate) fn frame(place: Place) -> impl IntoView {
    let t = use_words();
    let inside = !place.carnet.is_empty();
    let frame = if inside { "frame inside" } else { "frame" };
    let main = if inside { "main" } else { "main lone" };
    let page = pages::page(&place);
    view! {
        <div class=frame>
            <a class="skip" href="#main">{t.skip()}</a>
            <Head/>
            <div class="body">
                {inside.then(|| view! { <SideList/> })}
                <main id="main" class=main tabindex="-1">{page}</main>
            </div>
            {inside.then(|| view! { <Tabs/> })}
            <Foot/>
            <Idle/>
        </div>
    }
}
