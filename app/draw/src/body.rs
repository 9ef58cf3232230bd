//! The body of one page, as Leptos writes it for the browser to take over.

use any_spawner::Executor;
use app::App;
use app::router::Address;
use hydration_context::SsrSharedContext;
use leptos::prelude::{IntoAny, Owner, RenderHtml, provide_context};
use std::sync::Arc;

/// Prepares the reactive system; once, before the first page.
pub fn prepare() {
    // An error means that it stands already, which is as good.
    let _ = Executor::init_futures_executor();
}

/// Draws what stands at `path`. Nothing is awaited: a page shows its calm skeleton first, and what it has
/// to load comes when the browser has taken over.
pub fn draw(path: &str) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let html = owner.with(|| {
        provide_context(Address(path.to_owned()));
        App().into_any().to_html()
    });
    owner.unset_with_forced_cleanup();
    html
}
