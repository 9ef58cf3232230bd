//! The list of the pages of a carnet: at the side of a desk, or in the menu of a phone.

use super::open_to::OpenTo;
use crate::desk::{Gate, use_desk};
use crate::parts::sign::{Sign, sign};
use crate::router::{beside, use_place};
use crate::site_map::{Page, Place};
use crate::words::{Words, use_words};
use leptos::prelude::*;

/// Pages of a carnet that belong together.
struct Group {
    /// What they are about; the first, opened every day, need no name.
    name: Option<fn(Words) -> &'static str>,
    pages: &'static [Page],
}

/// The pages of a carnet in the order of the menu.
const GROUPS: &[Group] = &[
    Group {
        name: None,
        pages: &[Page::Today, Page::Agenda, Page::Notebook, Page::Urgent],
    },
    Group {
        name: Some(|t| t.menu_care()),
        pages: &[
            Page::Health,
            Page::Curves,
            Page::Documents,
            Page::Reports,
            Page::Inbox,
        ],
    },
    Group {
        name: Some(|t| t.menu_person()),
        pages: &[Page::Identity, Page::Habits, Page::Course, Page::Contacts],
    },
    Group {
        name: Some(|t| t.menu_rights()),
        pages: &[Page::Procedures, Page::Mdph, Page::Letters],
    },
    Group {
        name: Some(|t| t.menu_access()),
        pages: &[
            Page::Team,
            Page::Links,
            Page::Journal,
            Page::Corners,
            Page::Keep,
        ],
    },
    Group {
        name: Some(|t| t.menu_carnet()),
        pages: &[Page::TakeAway, Page::Carnets, Page::Settings],
    },
];

/// The icon of a page in a menu.
pub(super) fn sign_of(page: Page) -> Sign {
    match page {
        Page::Urgent => Sign::Urgent,
        Page::Inbox => Sign::Inbox,
        Page::Agenda => Sign::Calendar,
        Page::Procedures => Sign::Procedures,
        Page::Health => Sign::Health,
        Page::Curves => Sign::Curve,
        Page::Documents => Sign::Document,
        Page::Habits => Sign::Habits,
        Page::Course => Sign::Course,
        Page::Contacts => Sign::Contacts,
        Page::Team => Sign::Team,
        Page::Mdph => Sign::Paper,
        Page::Letters => Sign::Letter,
        Page::Notebook => Sign::Notebook,
        Page::Reports => Sign::Report,
        Page::Links => Sign::Link,
        Page::Journal => Sign::Eye,
        Page::Visit => Sign::Book,
        Page::Identity => Sign::Person,
        Page::TakeAway => Sign::Download,
        Page::Corners => Sign::Lock,
        Page::Keep => Sign::Check,
        Page::Carnets => Sign::Book,
        Page::Settings => Sign::Settings,
        _ => Sign::Sun,
    }
}

/// Which page of the menu the present one belongs to.
pub(super) fn home_of(page: Option<Page>) -> Option<Page> {
    match page? {
        Page::Document | Page::AddDocuments | Page::Compare => Some(Page::Documents),
        Page::Report | Page::AddReport => Some(Page::Reports),
        Page::Planned | Page::ShareAgenda => Some(Page::Agenda),
        Page::PasteValues | Page::Synthesis => Some(Page::Curves),
        Page::DepositLinks => Some(Page::Inbox),
        Page::Procedure | Page::NewProcedure | Page::Decision | Page::YearAhead => {
            Some(Page::Procedures)
        }
        Page::UrgentPreview | Page::Card => Some(Page::Urgent),
        Page::Corner => Some(Page::Corners),
        Page::NewKeys | Page::Farewell => Some(Page::Settings),
        Page::Member | Page::Invite | Page::InviteInstead => Some(Page::Team),
        Page::MdphWrite | Page::MdphReview => Some(Page::Mdph),
        Page::Letter | Page::NewLetter => Some(Page::Letters),
        page => Some(page),
    }
}

/// The address of a page of the menu.
pub(super) fn href_of(page: Page, lang: crate::site_map::Lang) -> String {
    match page {
        Page::Carnets | Page::Settings => Place::of(lang, page).href(),
        page => beside(page).href(),
    }
}

/// The whole list.
#[component]
pub(crate) fn MenuList() -> impl IntoView {
    let t = use_words();
    let here = use_place();
    let current = home_of(here.page);
    let item = move |page: Page, t: Words| {
        let current = (current == Some(page)).then_some("page");
        view! {
            <li>
                <a href=href_of(page, t.lang()) aria-current=current>{sign(sign_of(page))}{page.heading(t)}</a>
            </li>
        }
    };
    let open = OpenTo::follow(use_desk());
    move || {
        let open = open.get();
        let visit = open
            .visits()
            .then(|| view! { <ul class="menu-list">{item(Page::Visit, t)}</ul> });
        let group = |group: &Group| {
            let pages = group.pages.iter().filter(|page| open.shows(**page));
            let items: Vec<_> = pages.map(|page| item(*page, t)).collect();
            let name = group.name.map(|name| name(t));
            (!items.is_empty()).then(|| {
                view! {
                    {name.map(|name| view! { <p class="menu-name" aria-hidden="true">{name}</p> })}
                    <ul class="menu-list" aria-label=name>{items}</ul>
                }
            })
        };
        view! { {visit}{GROUPS.iter().map(group).collect_view()} }
    }
}

/// The list at the side of a desk, once somebody is in.
#[component]
pub(crate) fn SideList() -> impl IntoView {
    let t = use_words();
    let gate = use_desk().gate();
    view! {
        <div class="side">
            {move || (gate.get() == Gate::Open).then(|| view! {
                <nav class="side-in" aria-label=t.menu()><MenuList/></nav>
            })}
        </div>
    }
}
