//! Who leaves it, the note, the files, and how far they are.

use super::files::{DepositFiles, Picked};
use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::pages::documents::sizes::size;
use crate::parts::button::Send;
use crate::parts::notice::TroubleNotice;
use crate::words::use_words;
use leptos::prelude::*;
use std::rc::Rc;
use store::depositor::{NAME, NOTE};
use store::{Depositor, PickedFile, Progress};

/// Characters of the note: what is added when it is filed, from whom it is, must fit as well.
const LONGEST: usize = NOTE - 2 * NAME;

/// The form. `left` is called once everything has arrived.
#[component]
pub(super) fn DepositForm(
    tray: StoredValue<Option<Depositor>, LocalStorage>,
    left: Callback<()>,
) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let name = RwSignal::new(String::new());
    let note = RwSignal::new(String::new());
    let files: Picked = RwSignal::new_local(Vec::new());
    let missing = RwSignal::new(false);
    let way = RwSignal::new(None::<(u64, u64)>);
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let picked: Vec<PickedFile> =
            files.with_untracked(|files| files.iter().map(|(_, file)| file.clone()).collect());
        let (who, told) = (name.get_untracked(), note.get_untracked());
        if told.trim().is_empty() && picked.is_empty() {
            missing.set(true);
            return browser::soon(|| browser::focus_id("deposit-note"));
        }
        missing.set(false);
        let Some(tray) = tray.get_value() else { return };
        let sizes: Vec<u64> = picked.iter().map(|file| file.source.size()).collect();
        let total: u64 = sizes.iter().sum();
        if total > 0 {
            way.set(Some((0, total)));
        }
        let progress = Rc::new(move |progress: Progress| {
            let before: u64 = sizes.iter().take(progress.file).sum();
            way.try_set(Some(((before + progress.done).min(total), total)));
        });
        doing.start(
            async move |_| tray.send(&who, &told, picked, progress).await,
            move |()| {
                name.set(String::new());
                note.set(String::new());
                files.set(Vec::new());
                left.run(());
            },
        );
    };
    // A bar that stands still after something went wrong would be a lie.
    Effect::new(move |_| {
        if !doing.busy.get() {
            way.set(None);
        }
    });
    let bar = move || {
        way.get().map(|(done, total)| {
            view! {
                <p class="soft number" id="deposit-way">{t.papers_sending(size(done, t), size(total, t))}</p>
                <progress max=total.to_string() value=done.to_string() aria-labelledby="deposit-way"></progress>
            }
        })
    };
    view! {
        <form class="form" novalidate on:submit=send>
            <div class="field">
                <label for="deposit-name">{t.deposit_name()}</label>
                <span class="hint" id="deposit-name-hint">{t.deposit_name_hint()}</span>
                <input id="deposit-name" type="text" autocomplete="name" maxlength=NAME.to_string() prop:value=move || name.get()
                    aria-describedby="deposit-name-hint" on:input=move |event| name.set(event_target_value(&event))/>
            </div>
            <div class="field">
                <label for="deposit-note">{t.deposit_note()}</label>
                <span class="hint" id="deposit-note-hint">{t.deposit_note_hint()}</span>
                <textarea id="deposit-note" rows="6" maxlength=LONGEST.to_string() prop:value=move || note.get()
                    aria-describedby="deposit-note-hint deposit-missing" aria-invalid=move || missing.get().then_some("true")
                    on:input=move |event| note.set(event_target_value(&event))></textarea>
                <div role="alert" id="deposit-missing">
                    {move || missing.get().then(|| view! { <p class="problem">{t.deposit_missing()}</p> })}
                </div>
            </div>
            <DepositFiles files/>
            <p class="soft">{t.deposit_sealed()}</p>
            <div role="status">{bar}</div>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts end"><Send doing label=t.deposit_send().to_owned()/></div>
        </form>
    }
}
