//! The pages of a carnet: what a person sees and does, in Leptos. The same components are drawn to files
//! when the project is built and taken over in the browser afterwards.
//!
//! * [`site_map`]: every page and its address; [`router`] tells where somebody is.
//! * [`desk`]: the way to the one Keeper, which owns all data and keys.
//! * `pages`: one file a page; `forms`: how entries are written; `lists`: how they are shown;
//!   `parts`: what several pages share; `words`: all texts, from `locales/`.
#![deny(unsafe_code)]
#![allow(
    clippy::needless_pass_by_value,
    reason = "a part of a page owns what it shows: its properties come by value"
)]

mod browser;
mod curves;
pub mod desk;
mod forms;
mod frame;
mod idle;
mod lists;
mod pages;
mod parts;
pub mod router;
pub mod site_map;
mod troubles;
pub mod words;

use desk::Desk;
use leptos::prelude::*;
use parts::toast::{Toast, Toasts};
use router::Router;
use words::Words;

/// The body of every page. Give a [`router::Address`] as context to draw it; give a [`Desk`] to bring it
/// to life in the browser.
#[component]
pub fn App() -> impl IntoView {
    let desk = use_context::<Desk>().unwrap_or_default();
    provide_context(desk);
    provide_context(pages::documents::adding::Adding::new(desk));
    provide_context(pages::curves::Choice::new());
    let router = Router::new();
    provide_context(router);
    provide_context(pages::own::Part::new());
    let toasts = Toasts::new();
    provide_context(toasts);
    router.listen();
    desk.listen();
    router.announce();

    let place = router.place();
    view! {
        {move || {
            let place = place.get();
            provide_context(Words(place.lang));
            provide_context(place.clone());
            frame::frame(place)
        }}
        <Toast/>
    }
}
