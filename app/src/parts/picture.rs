//! Pictures of the carnet: fetched and opened when they are shown, forgotten when they are gone.

use super::sign::{Sign, sign};
use crate::browser;
use crate::desk::use_desk;
use domain::FileRef;
use leptos::prelude::*;
use std::rc::Rc;
use store::CarnetId;

/// Fetches and opens a file, and gives the address under which this window can show it. The address is
/// forgotten with the part of the page that asked.
pub(crate) fn opened(
    file: FileRef,
    carnet: Option<CarnetId>,
) -> RwSignal<Option<Result<String, store::Trouble>>> {
    let shown = RwSignal::new(None);
    let desk = use_desk();
    Effect::new(move |_| {
        let (file, mime) = (file.clone(), file.mime.clone());
        desk.ask(
            async move |keeper| match carnet {
                Some(carnet) => keeper.read_file_of(carnet, file).await,
                None => keeper.read_file(file, Rc::new(|_| ())).await,
            },
            move |read| {
                let url = read.and_then(|bytes| {
                    browser::object_url(&bytes, safe_mime(&mime))
                        .ok_or(store::Trouble::FileUnreadable)
                });
                if let Some(Some(Ok(unseen))) = shown.try_set(Some(url)) {
                    browser::forget_url(&unseen);
                }
            },
        );
    });
    on_cleanup(move || {
        if let Some(Some(Ok(url))) = shown.try_get_untracked() {
            browser::forget_url(&url);
        }
    });
    shown
}

/// The media types that this window shows by itself. Anything else, a page with scripts above all, is only
/// offered for download.
pub(crate) fn safe_mime(mime: &str) -> &str {
    match mime {
        "image/jpeg" | "image/png" | "image/webp" | "image/gif" | "application/pdf" => mime,
        _ => "application/octet-stream",
    }
}

/// Whether a file is a picture that browsers show.
pub(crate) fn is_picture(file: &FileRef) -> bool {
    file.mime.starts_with("image/") && safe_mime(&file.mime) == file.mime
}

/// A picture, in its small version.
#[component]
pub(crate) fn Picture(
    file: FileRef,
    class: &'static str,
    #[prop(into)] alt: String,
    #[prop(optional)] carnet: Option<CarnetId>,
) -> impl IntoView {
    let turn = turned(file.rotation);
    let class = format!("{class} {turn}");
    let shown = file.small().map(|small| opened(small.clone(), carnet));
    move || {
        let url = shown.and_then(|shown| shown.get()).and_then(Result::ok);
        url.map(|url| view! { <img class=class.clone() src=url alt=alt.clone()/> })
    }
}

/// What stands for a file in a list: its picture, or the sign of a document. The list names it beside.
#[component]
pub(crate) fn Thumb(file: FileRef) -> impl IntoView {
    let blank = || view! { <span class="thumb">{sign(Sign::File)}</span> };
    let small = file.small();
    let small = small.filter(|_| file.thumbnail.is_some() || is_picture(&file));
    let Some(small) = small.cloned() else {
        return blank().into_any();
    };
    let class = format!("thumb {}", turned(file.rotation));
    let shown = opened(small, None);
    // Without network, and until it has come, the sign keeps its place.
    let look = move || match shown.get() {
        Some(Ok(url)) => view! { <img class=class.clone() src=url alt=""/> }.into_any(),
        _ => blank().into_any(),
    };
    look.into_any()
}

/// The class that turns a picture.
pub(crate) fn turned(rotation: u16) -> &'static str {
    match rotation {
        90 => "turn-90",
        180 => "turn-180",
        270 => "turn-270",
        _ => "",
    }
}
