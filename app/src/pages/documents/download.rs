//! Keeping a file on this device, as it came.

use super::opening::Coming;
use super::sizes::size;
use crate::browser;
use crate::browser::media::Media;
use crate::desk::{Desk, Doing, use_desk};
use crate::parts::notice::TroubleNotice;
use crate::parts::picture::safe_mime;
use crate::parts::sign::{Sign, sign};
use crate::words::use_words;
use domain::FileRef;
use domain::export::harmless;
use leptos::prelude::*;
use std::rc::Rc;

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
