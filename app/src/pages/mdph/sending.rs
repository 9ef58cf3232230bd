//! Noting that the file has gone.

use super::Held;
use crate::browser;
use crate::desk::{Doing, entry_id, use_desk};
use crate::pages::procedures::changed;
use crate::parts::button::Send;
use crate::parts::notice::TroubleNotice;
use crate::parts::toast::use_toasts;
use crate::words::use_words;
use domain::Entry;
use domain::entry::MdphFile;
use domain::lists::FileState;
use leptos::prelude::*;
use store::{Edit, EntryId, Trouble};

/// The question on which day, and the button.
#[component]
pub(super) fn Sending(id: EntryId) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let day = RwSignal::new(browser::today().to_string());
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let held = desk.carnet_now().and_then(|carnet| Held::of(&carnet, id));
        let (Some(held), Ok(sent)) = (held, day.get_untracked().parse()) else {
            doing.trouble.set(Some(Trouble::NotFound));
            return;
        };
        let procedure = held.file.procedure.clone();
        let entry = Entry::MdphFile(MdphFile {
            state: Some(FileState::Sent),
            sent: Some(sent),
            ..held.file
        });
        let edit = Edit {
            entry: Some(id),
            seen: held.seen,
            plain: held.plain.with(entry),
        };
        // The procedure that it is for has been handed in with it.
        let procedure = procedure
            .and_then(|procedure| entry_id(procedure.as_str()))
            .and_then(|procedure| changed(desk, procedure, |one| one.file_on(sent)));
        let edits = [Some(edit), procedure].into_iter().flatten().collect();
        doing.start(
            async move |keeper| keeper.put_many(edits).await,
            move |_| toasts.say(t.mdph_sent_kept()),
        );
    };
    view! {
        <section class="card not-on-paper" aria-labelledby="send">
            <h2 id="send">{t.mdph_send_title()}</h2>
            <p>{t.mdph_send_means()}</p>
            <form novalidate on:submit=send>
                <div class="field">
                    <label for="sent">{t.mdph_send_day()}</label>
                    <input id="sent" type="date" prop:value=day on:input=move |event| day.set(event_target_value(&event))/>
                </div>
                <TroubleNotice trouble=doing.trouble/>
                <div class="acts end"><Send doing label=Signal::stored(t.mdph_send().to_owned())/></div>
            </form>
        </section>
    }
}
