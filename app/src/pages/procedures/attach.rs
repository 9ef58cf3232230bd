//! What proves a call or a letter: a letter or document of the carnet, or a photo taken now.

use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::forms::pick_files::{Picker, Sending};
use crate::lists::rows::{Row, use_rows};
use crate::parts::notice::TroubleNotice;
use crate::parts::toast::use_toasts;
use crate::words::use_words;
use domain::entry::Document;
use domain::lists::{Discipline, DocumentKind};
use domain::view::HasEntry;
use domain::{Entry, EntryRef, FileRef, Kind, PartialDate, date_in_words, view};
use leptos::prelude::*;
use store::Edit;

/// The choice; what is photographed becomes a document at once, so that nothing is lost.
#[component]
pub(super) fn Attach(document: RwSignal<Option<EntryRef>>) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let rows = use_rows();
    let taken = Callback::new(move |pages: Vec<FileRef>| {
        let proof = Document {
            title: t.log_proof().to_owned(),
            document_kind: Some(DocumentKind::Letter),
            discipline: Some(Discipline::Administrative),
            date: Some(PartialDate::Day(browser::today())),
            pages,
            ..Document::default()
        };
        let edit = Edit::new(Entry::Document(proof));
        doing.start(
            async move |keeper| keeper.put(edit).await,
            move |id| {
                document.try_set(Some(EntryRef(id.to_string())));
                toasts.say(t.log_attached());
            },
        );
    });
    let options = move || {
        let rows = rows.get();
        let chosen = document.get();
        let mut all = view::of_kind(&rows, Kind::Letter);
        all.extend(view::of_kind(&rows, Kind::Document));
        view::newest_first(&mut all);
        let option = |row: &Row| {
            let when = row.entry.date().map(|date| date_in_words(date, t.terms()));
            let title = row.entry.title(t.terms());
            let label = match when {
                Some(when) => format!("{title} ({when})"),
                None => title,
            };
            let selected = row.reference() == chosen;
            view! { <option value=row.id.to_string() selected=selected>{label}</option> }
        };
        all.into_iter().map(option).collect_view()
    };
    let changed = move |event| {
        let value = event_target_value(&event);
        document.set((!value.is_empty()).then_some(EntryRef(value)));
    };
    view! {
        <div class="field">
            <label for="exchange-document">{t.log_attach_which()}</label>
            <select id="exchange-document" on:change=changed><option value="">{t.log_attach_none()}</option>{options}</select>
        </div>
        <Picker id="exchange-paper" sending=Sending::new(desk) taken/>
        <TroubleNotice trouble=doing.trouble/>
    }
}
