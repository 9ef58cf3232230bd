//! Reading a document in the page: its pictures as pages, a PDF in a frame, anything else as a download.

use super::adding::paper::is_film;
use super::film::Film;
use super::pages_viewer::PagesViewer;
use super::sizes::size;
use crate::browser;
use crate::browser::media::Media;
use crate::desk::{Desk, Doing, use_desk};

use crate::parts::notice::TroubleNotice;
use crate::parts::picture::{is_picture, safe_mime};
use crate::parts::sign::{Sign, sign};
use crate::words::use_words;
use domain::FileRef;
use domain::export::harmless;
use leptos::prelude::*;
use std::rc::Rc;
use store::Trouble;

/// A file above this is saved while it is fetched, where the browser can do that: it may not fit into memory. In bytes.
const LARGE: u64 = 64 * 1024 * 1024;

/// Saves a file a part at a time; as a whole where the browser cannot.
fn save(desk: Desk, file: FileRef, name: String, doing: Doing) {
    doing.busy.set(true);
    doing.trouble.set(None);
    let whole = file.clone();
    desk.ask(
        async move |keeper| {
            let open = keeper.open_file(file).await?;
            if Media::save(open, &name).await {
                return Ok(());
            }
            let mime = safe_mime(&whole.mime).to_owned();
            let bytes = keeper.read_file(whole, Rc::new(|_| ())).await?;
            browser::download(&bytes, &mime, &name);
            Ok(())
        },
        move |outcome| {
            doing.busy.try_set(false);
            doing.trouble.try_set(outcome.err());
        },
    );
}

/// The files of a document, each as it can be read.
#[component]
pub(crate) fn Viewer(files: Vec<FileRef>) -> impl IntoView {
    let (pages, others): (Vec<FileRef>, Vec<FileRef>) = files
        .into_iter()
        .partition(|file| is_picture(best(file)) && opens_by_itself(best(file)));
    let other = |file: FileRef| match safe_mime(&file.mime) {
        "application/pdf" if opens_by_itself(&file) => view! { <Pdf file/> }.into_any(),
        _ if is_film(&file.mime, &file.name) => view! { <Film file/> }.into_any(),
        _ => view! { <Unshown file/> }.into_any(),
    };
    view! {
        {(!pages.is_empty()).then(|| view! { <PagesViewer pages/> })}
        {others.into_iter().map(other).collect_view()}
    }
}

/// The version of a file that is best for a screen.
pub(super) fn best(file: &FileRef) -> &FileRef {
    file.comfortable()
}

/// Whether a file is small enough to be fetched without being asked for.
fn opens_by_itself(file: &FileRef) -> bool {
    file.size <= FileRef::SHOWN
}

/// How far a file is that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Opening {
    /// So many bytes of so many are here.
    Coming(u64, u64),
    /// It can be shown from this address.
    Here(String),
    /// It did not come.
    Failed(Trouble),
}

/// Fetches and opens a file, with its progress. The address is forgotten with the part of the page that asked.
pub(super) fn open(file: FileRef) -> RwSignal<Opening> {
    let opening = RwSignal::new(Opening::Coming(0, file.size));
    let desk = use_desk();
    Effect::new(move |_| {
        let (file, mime) = (file.clone(), file.mime.clone());
        let told = Rc::new(move |progress: store::Progress| {
            opening.try_set(Opening::Coming(progress.done, progress.total));
        });
        desk.ask(
            async move |keeper| keeper.read_file(file, told).await,
            move |read| {
                let shown = read.and_then(|bytes| {
                    browser::object_url(&bytes, safe_mime(&mime)).ok_or(Trouble::FileUnreadable)
                });
                let state = shown.map_or_else(Opening::Failed, Opening::Here);
                if let Some(Opening::Here(unseen)) = opening.try_set(state) {
                    browser::forget_url(&unseen);
                }
            },
        );
    });
    on_cleanup(move || {
        if let Some(Opening::Here(url)) = opening.try_get_untracked() {
            browser::forget_url(&url);
        }
    });
    opening
}

/// What stands where a file will be.
#[component]
pub(super) fn Coming(done: u64, total: u64) -> impl IntoView {
    let t = use_words();
    let label = t.papers_opening(size(done, t), size(total, t));
    view! {
        <p class="soft number" role="status">{label.clone()}</p>
        <progress max=total.max(1).to_string() value=done.to_string() aria-label=label></progress>
    }
}

/// A PDF, in the page where the browser can show one.
#[component]
fn Pdf(file: FileRef) -> impl IntoView {
    let t = use_words();
    if !browser::shows_pdf() {
        return view! { <Unshown file/> }.into_any();
    }
    let opening = open(file.clone());
    let title = t.papers_frame(&file.name);
    let frame = move || match opening.get() {
        Opening::Coming(done, total) => view! { <Coming done total/> }.into_any(),
        Opening::Here(url) => {
            view! { <iframe class="paper" src=url title=title.clone()></iframe> }.into_any()
        }
        Opening::Failed(trouble) => {
            view! { <TroubleNotice trouble=Signal::stored(Some(trouble))/> }.into_any()
        }
    };
    view! { <div class="sheet">{frame}<Download file/></div> }.into_any()
}

/// A file that is only offered for download.
#[component]
fn Unshown(file: FileRef) -> impl IntoView {
    let t = use_words();
    view! {
        <div class="sheet">
            <div class="row">
                <span class="thumb">{sign(Sign::File)}</span>
                <div class="grow">
                    <p class="row-title">{file.name.clone()}</p>
                    <p class="soft">{size(file.size, t)}" · "{t.papers_unshown()}</p>
                    <Download file/>
                </div>
            </div>
        </div>
    }
}

/// Fetches a file as it came, and offers it to be kept on this device.
#[component]
pub(super) fn Download(file: FileRef) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let far = RwSignal::new(None::<(u64, u64)>);
    let label = format!("{} ({})", t.papers_download(), size(file.size, t));
    let file = StoredValue::new(file);
    let desk = use_desk();
    let fetch = move |_| {
        let file = file.get_value();
        let (name, mime) = (harmless(&file.name), safe_mime(&file.mime).to_owned());
        if file.size > LARGE && !doing.busy.get_untracked() {
            return save(desk, file, name, doing);
        }
        let told = Rc::new(move |progress: store::Progress| {
            far.try_set(Some((progress.done, progress.total)));
        });
        far.set(None);
        doing.start(
            async move |keeper| keeper.read_file(file, told).await,
            move |bytes: Vec<u8>| {
                browser::download(&bytes, &mime, &name);
            },
        );
    };
    let coming = move || {
        far.get()
            .filter(|_| doing.busy.get())
            .map(|(done, total)| view! { <Coming done total/> })
    };
    view! {
        <button class="go small" type="button" on:click=fetch aria-disabled=move || doing.busy.get().then_some("true")>
            {sign(Sign::Download)}{label}
        </button>
        {coming}
        <TroubleNotice trouble=doing.trouble/>
    }
}
