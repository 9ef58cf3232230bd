//! Reading a document in the page: its pictures as pages, a PDF in a frame, anything else as a download.

use super::adding::paper::is_film;
use super::download::Download;
use super::film::Film;
use super::opening::{Coming, Opening, best, open};
use super::pages_viewer::PagesViewer;
use super::sizes::size;
use crate::browser;
use crate::parts::notice::TroubleNotice;
use crate::parts::picture::{is_picture, safe_mime};
use crate::parts::sign::{Sign, sign};
use crate::words::use_words;
use domain::FileRef;
use leptos::prelude::*;

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

/// Whether a file is small enough to be fetched without being asked for.
fn opens_by_itself(file: &FileRef) -> bool {
    file.size <= FileRef::SHOWN
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
