//! Keeping something in a private corner: a few words, files, or both.

use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::forms::pick_files::{Picker, Sending};
use crate::parts::button::Send;
use crate::parts::notice::TroubleNotice;
use crate::parts::pages_list::PagesList;
use crate::parts::toast::use_toasts;
use crate::words::use_words;
use domain::entry::Note;
use domain::{Entry, FileRef};
use leptos::prelude::*;
use store::{Edit, SectionId};

/// The form.
#[component]
pub(super) fn Write(section: SectionId) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let text = RwSignal::new(String::new());
    let files = RwSignal::new(Vec::<FileRef>::new());
    let taken = Callback::new(move |more: Vec<FileRef>| files.update(|files| files.extend(more)));
    let keep = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let note = Note {
            text: text.get_untracked().trim().to_owned(),
            date: Some(browser::today()),
            media: files.get_untracked(),
            ..Note::default()
        };
        if note.text.is_empty() && note.media.is_empty() {
            browser::focus_id("corner-text");
            return;
        }
        let edit = Edit::new(Entry::Note(note));
        doing.start(
            async move |keeper| keeper.put_private(section, vec![edit]).await,
            move |_| {
                text.try_set(String::new());
                files.try_set(Vec::new());
                toasts.say(t.kept());
            },
        );
    };
    let button = Signal::derive(move || t.corner_keep().to_owned());
    view! {
        <form class="form card" novalidate aria-labelledby="corner-write" on:submit=keep>
            <h2 id="corner-write">{t.corner_write()}</h2>
            <div class="field">
                <label for="corner-text">{t.corner_text()}</label>
                <textarea id="corner-text" rows="4" maxlength="20000" prop:value=move || text.get()
                    on:input=move |event| text.set(event_target_value(&event))></textarea>
            </div>
            {move || (!files.with(Vec::is_empty)).then(|| view! { <PagesList files changed=Callback::new(|()| ())/> })}
            <Picker id="corner-files" sending=Sending::new(desk) taken/>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts"><Send doing label=button/></div>
        </form>
    }
}
