//! Where somebody is, and how they get elsewhere. Small and our own: one list of pages, no nesting, and the
//! focus goes where a reader of the screen expects it, to the heading of the new page.

use crate::browser;
use crate::site_map::{Page, Place};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The address that is being drawn: given as context by the one who draws, absent in a browser.
#[derive(Clone, Debug)]
pub struct Address(pub String);

/// The one router.
#[derive(Clone, Copy, Debug)]
pub struct Router {
    path: RwSignal<String>,
    drawn: bool,
}

impl Router {
    /// Starts at the address that is drawn, or at that of the window.
    pub(crate) fn new() -> Self {
        let drawn = use_context::<Address>();
        let path = drawn
            .as_ref()
            .map_or_else(browser::path, |address| address.0.clone());
        Self {
            path: RwSignal::new(path),
            drawn: drawn.is_some(),
        }
    }

    /// Where somebody is.
    pub(crate) fn place(self) -> Memo<Place> {
        Memo::new(move |_| Place::find(&self.path.get()))
    }

    /// Goes to a place, leaving the present one in the history.
    pub(crate) fn go(self, place: &Place) {
        self.go_to(&place.href());
    }

    /// Goes to a place that takes the present one's stead in the history.
    pub(crate) fn replace(self, place: &Place) {
        browser::replace_path(&place.href());
        self.path.set(place.href());
    }

    fn go_to(self, path: &str) {
        if path != self.path.get_untracked() {
            browser::push_path(path);
            self.path.set(path.to_owned());
        }
    }

    /// Follows links of our own and the browser's buttons.
    pub(crate) fn listen(self) {
        if self.drawn {
            return;
        }
        let clicks = window_event_listener(ev::click, move |event| {
            if let Some(path) = own_link(&event) {
                event.prevent_default();
                self.go_to(&path);
            }
        });
        let back = window_event_listener(ev::popstate, move |_| self.path.set(browser::path()));
        on_cleanup(move || {
            clicks.remove();
            back.remove();
        });
    }

    /// After each change of page: its title in the window, its top in view, the focus on its heading.
    pub(crate) fn announce(self) {
        let place = self.place();
        Effect::new(move |before: Option<Place>| {
            let place = place.get();
            let title = place
                .page
                .map_or_else(|| "Carnet".to_owned(), |page| page.title(place.lang));
            browser::set_title(&title);
            browser::set_lang(place.lang.tag());
            if before.is_some_and(|before| before != place) {
                browser::to_top();
                browser::soon(browser::focus_heading);
            }
            place
        });
    }
}

/// Takes the secret of the link that led to this page, or says that there is none; then every other that is opened while the page is
/// shown. None of them stays in the address bar, nor in the history.
pub(crate) fn use_secret(open: impl Fn(Option<String>) + Copy + 'static) {
    Effect::new(move |_| open(browser::take_secret()));
    Effect::new(move |_| {
        let changed = window_event_listener(ev::hashchange, move |_| {
            if let Some(secret) = browser::take_hash() {
                open(Some(secret));
            }
        });
        on_cleanup(move || changed.remove());
    });
}

/// The router of this page.
pub(crate) fn use_router() -> Router {
    // `App` provides it before it makes any page.
    expect_context::<Router>()
}

/// Where this page is. It does not change while the page stands.
pub(crate) fn use_place() -> Place {
    use_context().unwrap_or_else(|| Place::find("/"))
}

/// The place of another page of the same language and carnet.
pub(crate) fn beside(page: Page) -> Place {
    let here = use_place();
    Place {
        page: Some(page),
        item: String::new(),
        ..here
    }
}

/// The path of a plain click on a link to a page of ours; none for anything else.
fn own_link(event: &web_sys::MouseEvent) -> Option<String> {
    if event.default_prevented() || event.button() != 0 {
        return None;
    }
    if event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key() {
        return None;
    }
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let link = target.closest("a[href]").ok()??;
    if link.has_attribute("download") || link.has_attribute("target") {
        return None;
    }
    let href = link.get_attribute("href")?;
    (href.starts_with('/') && Place::find(&href).page.is_some()).then_some(href)
}
