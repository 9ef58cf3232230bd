//! The bar under the thumb on a phone: four pages, and the menu with all of them.

use super::menu::{MenuList, home_of, href_of, sign_of};
use super::open_to::OpenTo;
use crate::browser;
use crate::desk::{Gate, use_desk};
use crate::parts::sign::{Sign, sign};
use crate::router::use_place;
use crate::site_map::Page;
use crate::words::use_words;
use leptos::prelude::*;

const PAGES: [Page; 4] = [Page::Today, Page::Health, Page::Documents, Page::Habits];

/// What stands in for those of them that cannot be read.
const INSTEAD: [Page; 3] = [Page::Notebook, Page::Contacts, Page::Team];

/// The bar, once somebody is in.
#[component]
pub(crate) fn Tabs() -> impl IntoView {
    let gate = use_desk().gate();
    move || (gate.get() == Gate::Open).then(|| view! { <Bar/> })
}

#[component]
fn Bar() -> impl IntoView {
    let t = use_words();
    let current = home_of(use_place().page);
    let open = OpenTo::follow(use_desk());
    let tab = move |page: Page| {
        let current = (current == Some(page)).then_some("page");
        view! {
            <a href=href_of(page, t.lang()) aria-current=current>{sign(sign_of(page))}<span>{page.heading(t)}</span></a>
        }
    };
    let tabs = move || {
        let open = open.get();
        let visit = open.visits().then_some(Page::Visit);
        let pages = PAGES.into_iter().chain(INSTEAD);
        let pages = visit
            .into_iter()
            .chain(pages.filter(|page| open.shows(*page)));
        pages.take(PAGES.len()).map(tab).collect_view()
    };
    view! {
        <nav class="tabs" aria-label=t.main_pages()>
            {tabs}
            <button type="button" aria-haspopup="dialog" on:click=move |_| browser::show_dialog("menu")>
                {sign(Sign::Menu)}<span>{t.menu()}</span>
            </button>
        </nav>
        <dialog class="menu" id="menu" aria-label=t.menu()>
            <nav aria-label=t.menu()><MenuList/></nav>
            <div class="acts end">
                <button class="go" type="button" on:click=move |_| browser::close_dialog("menu")>{t.close()}</button>
            </div>
        </dialog>
    }
}
