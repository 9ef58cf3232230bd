//! One deposit.

use super::Which;
use super::take_in::TakeIn;
use crate::desk::use_desk;
use crate::pages::documents::sizes::size;
use crate::pages::documents::viewer::Viewer;
use crate::parts::confirm::Confirm;
use crate::parts::notice::{Notice, Tone};
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::parts::when;
use crate::troubles;
use crate::words::use_words;
use domain::FileRef;
use leptos::prelude::*;
use store::DepositView;

/// The card.
#[component]
pub(super) fn One(deposit: DepositView) -> impl IntoView {
    let t = use_words();
    let heading = format!("deposit-{}-{}", deposit.link, deposit.counter);
    let labelled = heading.clone();
    let name = deposit.name.trim().to_owned();
    let named = !name.is_empty();
    let who = if name.is_empty() {
        t.inbox_nameless().to_owned()
    } else {
        name
    };
    let broken = deposit.trouble.map(|trouble| {
        let told = troubles::tell(trouble, t);
        view! { <Notice tone=Tone::Caution><p><strong>{told.what}</strong></p><p>{told.means}</p></Notice> }
    });
    let skipped = match deposit.skipped {
        0 => None,
        1 => Some(t.inbox_skipped_one().to_owned()),
        many => Some(t.inbox_skipped(many)),
    };
    let note = deposit.note.clone();
    let readable = deposit.trouble.is_none();
    view! {
        <section class="card" aria-labelledby=labelled>
            <h2 id=heading>{who}</h2>
            {named.then(|| view! { <p class="states"><span class="state caution">{sign(Sign::Caution)}{t.inbox_unverified()}</span></p> })}
            <p class="soft">{t.inbox_received(when::moment(deposit.received.0, t))}</p>
            {skipped.map(|told| view! { <p class="soft">{told}</p> })}
            {broken}
            {(!note.is_empty()).then(|| view! { <p class="said">{note}</p> })}
            <Files files=deposit.files.clone()/>
            {readable.then(|| view! { <TakeIn deposit=deposit.clone()/> })}
            <Dismiss which=(deposit.link, deposit.counter)/>
        </section>
    }
}

/// Its files, fetched only when somebody wants to see them.
#[component]
fn Files(files: Vec<FileRef>) -> impl IntoView {
    let t = use_words();
    let open = RwSignal::new(false);
    if files.is_empty() {
        return ().into_any();
    }
    let line = |file: &FileRef| {
        let (name, bytes) = (file.name.clone(), size(file.size, t));
        view! { <li>{sign(Sign::File)}" "{name}" "<span class="soft number">{bytes}</span></li> }
    };
    let list = files.iter().map(line).collect_view();
    let files = StoredValue::new(files);
    view! {
        <ul class="deposit-files">{list}</ul>
        {move || if open.get() {
            view! { <Viewer files=files.get_value()/> }.into_any()
        } else {
            view! {
                <button class="go small" type="button" on:click=move |_| open.set(true)>{sign(Sign::File)}{t.inbox_open_files()}</button>
            }
            .into_any()
        }}
    }
    .into_any()
}

/// Setting it aside for good.
#[component]
fn Dismiss(which: Which) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let toasts = use_toasts();
    let (link, counter) = which;
    let done = Callback::new(move |()| {
        desk.ask(
            async move |keeper| keeper.dismiss(link, counter).await,
            move |outcome| match outcome {
                Ok(()) => toasts.say(t.inbox_dismissed()),
                Err(trouble) => toasts.say(troubles::tell_short(trouble, t)),
            },
        );
    });
    view! {
        <Confirm id=format!("dismiss-{link}-{counter}") label=t.inbox_dismiss() title=t.inbox_dismiss_title()
            means=t.inbox_dismiss_means() act=t.inbox_dismiss_act() done/>
    }
}
