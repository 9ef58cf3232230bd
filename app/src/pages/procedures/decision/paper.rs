//! The letter itself: photographed, or picked. It is put among the documents at once, so that nothing is lost.

use super::{Onwards, Writing};
use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::forms::pick_files::{Picker, Sending};
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use domain::entry::Document;
use domain::lists::{Discipline, DocumentKind};
use domain::{Entry, EntryRef, FileRef, PartialDate};
use leptos::prelude::*;
use store::Edit;

#[component]
pub(super) fn Paper(writing: Writing) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let place = use_place();
    let kept = move || {
        writing
            .written
            .with(|written| written.shared.documents.clone())
    };
    let taken = Callback::new(move |pages: Vec<FileRef>| {
        let document = Document {
            title: t.decision_document().to_owned(),
            document_kind: Some(DocumentKind::Notification),
            discipline: Some(Discipline::Administrative),
            date: Some(PartialDate::Day(browser::today())),
            pages,
            ..Document::default()
        };
        let edit = Edit::new(Entry::Document(document));
        doing.start(
            async move |keeper| keeper.put(edit).await,
            move |id| {
                writing.change(|written| written.shared.documents.push(EntryRef(id.to_string())));
                writing.go(1);
            },
        );
    });
    let document = move || {
        let lang = t.lang();
        let link = |id: EntryRef| {
            let href = Place::item(lang, Page::Document, &place.carnet, id.as_str()).href();
            view! { <p><a class="quiet" href=href>{sign(Sign::Document)}{t.decision_document_kept()}</a></p> }
        };
        kept().into_iter().map(link).collect_view()
    };
    let label = move || {
        if kept().is_empty() {
            t.decision_without_photo()
        } else {
            t.decision_on()
        }
    };
    view! {
        <h2 id="question" tabindex="-1">{t.decision_paper()}</h2>
        <p>{t.decision_paper_why()}</p>
        {document}
        <Picker id="decision-paper" sending=Sending::new(desk) taken/>
        <TroubleNotice trouble=doing.trouble/>
        {move || view! { <Onwards writing label=label() ready=Callback::new(|()| true)/> }}
    }
}
