//! Picking files: from the device, from the camera, or dropped; sealed and sent while the form stays usable.

use super::slot::{Slot, list_value};
use crate::browser::files::picked;
use crate::desk::{Desk, use_desk};
use crate::parts::notice::TroubleNotice;
use crate::parts::picture::Picture;
use crate::parts::sign::{Sign, sign};
use crate::words::use_words;
use domain::FileRef;
use leptos::prelude::*;
use serde_json::Value;
use std::rc::Rc;
use store::{AddedFile, FileWarning, PickedFile, Progress, Trouble};
use wasm_bindgen::JsCast;

/// Files on their way to the server.
#[derive(Clone, Copy)]
pub(crate) struct Sending {
    /// The names and how far each is, in hundredths; empty when nothing is on its way.
    pub(crate) bars: RwSignal<Vec<(String, u32)>>,
    /// What went wrong.
    pub(crate) trouble: RwSignal<Option<Trouble>>,
    /// The camera's notes could not be taken out of one.
    pub(crate) location_stays: RwSignal<bool>,
    /// Pictures are also kept as they came.
    pub(crate) keep_original: RwSignal<bool>,
    desk: Desk,
}

impl Sending {
    pub(crate) fn new(desk: Desk) -> Self {
        Self {
            desk,
            bars: RwSignal::new(Vec::new()),
            trouble: RwSignal::new(None),
            location_stays: RwSignal::new(false),
            keep_original: RwSignal::new(false),
        }
    }

    /// Seals and sends files, then does something with them.
    pub(crate) fn send(self, files: Vec<PickedFile>, then: impl FnOnce(Vec<AddedFile>) + 'static) {
        if files.is_empty() || !self.bars.with_untracked(Vec::is_empty) {
            return;
        }
        self.trouble.set(None);
        self.bars
            .set(files.iter().map(|file| (file.name.clone(), 0)).collect());
        let keep = self.keep_original.get_untracked();
        let told = Rc::new(move |progress: Progress| {
            self.bars.try_update(|bars| {
                if let Some((_, share)) = bars.get_mut(progress.file) {
                    let hundredths = (progress.done * 100)
                        .checked_div(progress.total)
                        .unwrap_or(100);
                    *share = u32::try_from(hundredths).unwrap_or(100);
                }
            });
        });
        self.desk.ask(
            async move |keeper| keeper.add_files(files, keep, told).await,
            move |outcome| {
                self.bars.try_set(Vec::new());
                match outcome {
                    Ok(added) => {
                        let stays =
                            |added: &AddedFile| added.warning == Some(FileWarning::LocationStays);
                        if added.iter().any(stays) {
                            self.location_stays.try_set(true);
                        }
                        then(added);
                    }
                    Err(trouble) => {
                        self.trouble.try_set(Some(trouble));
                    }
                }
            },
        );
    }
}

/// Where files are picked or dropped. `taken` gets them; `accept` limits what the browser offers.
#[component]
pub(crate) fn Picker(
    #[prop(into)] id: String,
    sending: Sending,
    taken: Callback<Vec<FileRef>>,
    #[prop(default = "")] accept: &'static str,
    #[prop(default = true)] several: bool,
) -> impl IntoView {
    let t = use_words();
    let over = RwSignal::new(false);
    let send = move |files| {
        sending.send(files, move |added| {
            taken.run(added.into_iter().map(|added| added.file).collect());
        });
    };
    let from_input = move |event: web_sys::Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        if let Some(input) = input {
            let files = picked(input.files());
            input.set_value("");
            send(files);
        }
    };
    let dropped = move |event: web_sys::DragEvent| {
        event.prevent_default();
        over.set(false);
        send(picked(
            event.data_transfer().and_then(|carried| carried.files()),
        ));
    };
    let camera = format!("{id}-camera");
    let for_camera = camera.clone();
    let hovers = move |event: web_sys::DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    view! {
        <div class="drop" class:over=move || over.get() on:dragover=hovers on:dragleave=move |_| over.set(false) on:drop=dropped>
            <p>
                <input class="away file-in" id=id.clone() type="file" multiple=several accept=accept on:change=from_input/>
                <label class="go" for=id.clone()>{sign(Sign::File)}{t.pick_files()}</label>
            </p>
            <p>
                <input class="away file-in" id=camera type="file" accept="image/*" capture="environment" on:change=from_input/>
                <label class="go" for=for_camera>{sign(Sign::Camera)}{t.take_photo()}</label>
            </p>
            <p class="soft">{t.drop_files()}</p>
        </div>
        <SendingBars sending/>
    }
}

/// How far each file is, and what to know.
#[component]
pub(crate) fn SendingBars(sending: Sending) -> impl IntoView {
    let t = use_words();
    let bar = move |(name, share): (String, u32)| {
        let label = t.sending_file(&name);
        view! { <p><span>{label.clone()}</span><progress max="100" value=share.to_string() aria-label=label></progress></p> }
    };
    view! {
        <div role="status">{move || sending.bars.get().into_iter().map(bar).collect_view()}</div>
        {move || sending.location_stays.get().then(|| view! {
            <p class="warn">{sign(Sign::Caution)}<span>{t.location_stays()}</span></p>
        })}
        <TroubleNotice trouble=sending.trouble/>
    }
}

/// Several files as a field of a form.
pub(super) fn files_control(slot: Slot) -> AnyView {
    let kept = slot.initial.as_array().cloned().unwrap_or_default();
    let files: RwSignal<Vec<FileRef>> = RwSignal::new(
        kept.into_iter()
            .filter_map(|file| serde_json::from_value(file).ok())
            .collect(),
    );
    let set = slot.set;
    let changed = Callback::new(move |()| {
        let values = files.with_untracked(|files| {
            files
                .iter()
                .filter_map(|file| serde_json::to_value(file).ok())
                .collect()
        });
        set.run(list_value(values));
    });
    let taken = Callback::new(move |more: Vec<FileRef>| {
        files.update(|files| files.extend(more));
        changed.run(());
    });
    view! {
        <crate::parts::pages_list::PagesList files changed/>
        <Picker id=format!("{}-pick", slot.id) sending=Sending::new(use_desk()) taken/>
    }
    .into_any()
}

/// One picture as a field of a form.
pub(super) fn photo_control(slot: Slot) -> AnyView {
    let t = use_words();
    let photo: RwSignal<Option<FileRef>> =
        RwSignal::new(serde_json::from_value(slot.initial.clone()).ok());
    let set = slot.set;
    let taken = Callback::new(move |more: Vec<FileRef>| {
        let first = more.into_iter().next();
        set.run(
            first
                .as_ref()
                .and_then(|file| serde_json::to_value(file).ok())
                .unwrap_or(Value::Null),
        );
        photo.set(first);
    });
    let remove = move |_| {
        photo.set(None);
        set.run(Value::Null);
    };
    view! {
        {move || photo.get().map(|file| view! {
            <div class="row">
                <Picture file class="face" alt=t.photo()/>
                <button class="quiet erase" type="button" on:click=remove>{sign(Sign::Erase)}{t.remove()}</button>
            </div>
        })}
        <Picker id=format!("{}-pick", slot.id) sending=Sending::new(use_desk()) taken accept="image/*" several=false/>
    }
    .into_any()
}
