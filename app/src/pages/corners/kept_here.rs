//! What lies in a private corner, newest first.

use crate::desk::use_desk;
use crate::pages::documents::viewer::Viewer;
use crate::parts::confirm::Confirm;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::parts::when;
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::troubles::tell_short;
use crate::words::use_words;
use domain::{Entry, FileRef};
use leptos::prelude::*;
use store::{CompartmentView, EntryId, MemberId};

/// One thing as it is shown.
#[derive(Clone, PartialEq)]
struct Thing {
    id: EntryId,
    entry: Entry,
    by: MemberId,
    at: u64,
    editable: bool,
    conflict: bool,
}

/// The list.
#[component]
pub(super) fn KeptHere(corner: Memo<Option<CompartmentView>>) -> impl IntoView {
    let t = use_words();
    let things =
        Memo::new(move |_| corner.with(|corner| corner.as_ref().map(things).unwrap_or_default()));
    move || {
        let things = things.get();
        if things.is_empty() {
            return view! { <div class="empty"><p>{t.corner_empty()}</p></div> }.into_any();
        }
        let all = things
            .into_iter()
            .map(|thing| view! { <One thing/> })
            .collect_view();
        view! { <ul class="rows">{all}</ul> }.into_any()
    }
}

fn things(corner: &CompartmentView) -> Vec<Thing> {
    let read = corner.entries.values().filter_map(|view| {
        let version = view.current()?;
        let plain = version.plain()?;
        Some(Thing {
            id: view.id,
            entry: plain.entry.clone(),
            by: version.author,
            at: version.at.0,
            editable: corner.writable && plain.editable(),
            conflict: view.conflict(),
        })
    });
    let mut things: Vec<Thing> = read.collect();
    things.sort_by_key(|thing| std::cmp::Reverse((thing.at, thing.id)));
    things
}

#[component]
fn One(thing: Thing) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let place = use_place();
    let toasts = use_toasts();
    let id = thing.id;
    let to = |page: Page| Place::item(t.lang(), page, &place.carnet, &id.to_string()).href();
    let (change, choose) = (to(Page::Edit), to(Page::Choose));
    let title = thing.entry.title(t.terms());
    let (text, files) = match thing.entry {
        Entry::Note(note) => (note.text, note.media),
        Entry::Document(document) => (document.title, document.pages),
        _ => (title.clone(), Vec::new()),
    };
    let by = untrack(|| super::called(desk, thing.by, t));
    let erase = Callback::new(move |()| {
        desk.ask(
            async move |keeper| keeper.erase(id).await,
            move |outcome| match outcome {
                Ok(()) => toasts.say(t.erased()),
                Err(trouble) => toasts.say(tell_short(trouble, t)),
            },
        );
    });
    view! {
        <li id=format!("e-{id}")>
            <p class="said">{text}</p>
            {(!files.is_empty()).then(|| view! { <Files files/> })}
            <p class="soft">{t.corner_written(by, when::moment(thing.at, t))}</p>
            {thing.conflict.then(|| view! { <p><a class="quiet" href=choose>{t.choose_version()}</a></p> })}
            {thing.editable.then(|| view! {
                <div class="acts end">
                    <a class="quiet" href=change>{sign(Sign::Edit)}{t.change()}</a>
                    <Confirm id=format!("erase-{id}") label=t.erase() title=t.erase_title(title) means=t.erase_means()
                        act=t.erase_act() done=erase/>
                </div>
            })}
        </li>
    }
}

/// Fetched only when somebody wants to see them.
#[component]
fn Files(files: Vec<FileRef>) -> impl IntoView {
    let t = use_words();
    let open = RwSignal::new(false);
    let count = files.len();
    let files = StoredValue::new(files);
    move || {
        if open.get() {
            view! { <Viewer files=files.get_value()/> }.into_any()
        } else {
            view! {
                <button class="go small" type="button" on:click=move |_| open.set(true)>
                    {sign(Sign::File)}{t.corner_see_files(count)}
                </button>
            }
            .into_any()
        }
    }
}
