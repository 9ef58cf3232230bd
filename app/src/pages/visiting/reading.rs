//! The page that a link for one visit leads to: it opens the carnet, or says plainly why it does not.

use crate::desk::{Doing, use_desk};
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::skeleton::Skeleton;
use crate::router::{use_router, use_secret};
use crate::site_map::{Page, Place};
use crate::words::use_words;
use leptos::prelude::*;
use store::Trouble;

/// What the page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// The link is being looked at.
    Opening,
    /// There is no link here: it was opened before, and is not kept.
    Empty,
    /// It does not open.
    Shut,
}

/// The page.
#[component]
pub(crate) fn Reading() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let router = use_router();
    let doing = Doing::new(desk);
    let stage = RwSignal::new(Stage::Opening);
    let open = move |secret: String| {
        stage.set(Stage::Opening);
        doing.start(
            async move |keeper| {
                keeper.visit(secret).await?;
                Ok(keeper.scene())
            },
            move |scene| {
                if let Some(visit) = &scene.visit {
                    let carnet = visit.carnet.to_string();
                    router.go(&Place::inside(t.lang(), Page::Visit, &carnet));
                }
            },
        );
    };
    use_secret(move |secret| match secret {
        Some(secret) => open(secret),
        None => stage.set(Stage::Empty),
    });
    Effect::new(move |_| {
        if doing.trouble.get().is_some() && stage.get_untracked() == Stage::Opening {
            stage.set(Stage::Shut);
        }
    });
    let shown = move || {
        match stage.get() {
        Stage::Opening => view! { <Skeleton/> }.into_any(),
        Stage::Empty => view! {
            <Notice tone=Tone::Plain><p><strong>{t.reading_empty()}</strong></p><p>{t.reading_empty_means()}</p></Notice>
        }
        .into_any(),
        Stage::Shut if doing.trouble.get() == Some(Trouble::NotFound) => view! {
            <Notice tone=Tone::Caution><p><strong>{t.reading_shut()}</strong></p><p>{t.reading_shut_means()}</p></Notice>
        }
        .into_any(),
        Stage::Shut => view! { <TroubleNotice trouble=doing.trouble/> }.into_any(),
    }
    };
    view! {
        <h1 tabindex="-1">{t.title_reading()}</h1>
        <p class="lead">{t.reading_lead()}</p>
        {shown}
    }
}
