//! Writing a note: what, for whom, with pictures. From whom it is follows from who signs it.

use super::{Answered, marks};
use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::forms::pick_files::{Picker, Sending};
use crate::lists::rows::use_rows;
use crate::parts::button::Send;
use crate::parts::notice::TroubleNotice;
use crate::parts::toast::use_toasts;
use crate::router::use_place;
use crate::words::use_words;
use domain::check::can_be_kept;
use domain::entry::Note;
use domain::{Entry, EntryRef, FileRef, Kind, view};
use leptos::prelude::*;
use std::time::Duration;
use store::Edit;

/// How long the hand rests before a draft is kept.
const REST: Duration = Duration::from_millis(400);
/// Characters of a note: as many as are kept.
const LONGEST: usize = domain::check::limits::TEXT;

/// Somebody a note can be for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Person {
    /// A member's id as text; none for a contact.
    member: Option<String>,
    /// A contact's entry.
    contact: Option<EntryRef>,
    name: String,
}

/// The form. `done` is called when the note is kept, or left.
#[component]
pub(super) fn NoteForm(answered: Option<Answered>, done: Callback<()>) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let toasts = use_toasts();
    let doing = Doing::new(desk);
    let sending = Sending::new(desk);
    let text = RwSignal::new(String::new());
    let files = RwSignal::new(Vec::<FileRef>::new());
    let missing = RwSignal::new(false);
    let (members, contacts) = people(answered.as_ref());
    let chosen = RwSignal::new(
        members
            .iter()
            .filter(|(_, to)| *to)
            .map(|(person, _)| person.clone())
            .collect::<Vec<Person>>(),
    );
    let key = StoredValue::new(format!("note {}", use_place().carnet));
    let resting = StoredValue::new(0_u32);
    Effect::new(move |_| {
        desk.ask(
            async move |keeper| keeper.draft(key.get_value()).await,
            move |found| {
                if let Ok(Some(found)) = found
                    && text.with_untracked(String::is_empty)
                {
                    text.try_set(found);
                }
            },
        );
    });
    let typed = move |event| {
        text.set(event_target_value(&event));
        missing.set(false);
        let count = resting.get_value() + 1;
        resting.set_value(count);
        let keep = move || {
            if resting.try_get_value() == Some(count) {
                let (key, text) = (key.get_value(), text.get_untracked());
                desk.ask(
                    async move |keeper| keeper.save_draft(key, text).await,
                    |_| (),
                );
            }
        };
        set_timeout(keep, REST);
    };
    let forget = move || {
        resting.set_value(resting.get_value() + 1);
        let key = key.get_value();
        desk.ask(async move |keeper| keeper.drop_draft(key).await, |_| ());
    };
    let about = answered.as_ref().map(|note| note.id);
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let people = chosen.get_untracked();
        let names: Vec<String> = people.iter().map(|person| person.name.clone()).collect();
        let contacts: Vec<EntryRef> = people
            .iter()
            .filter_map(|person| person.contact.clone())
            .collect();
        let note = Entry::Note(Note {
            text: text.get_untracked().trim().to_owned(),
            date: Some(browser::today()),
            addressee: names.join(", "),
            addressee_contact: contacts.first().filter(|_| contacts.len() == 1).cloned(),
            members: people
                .iter()
                .filter_map(|person| person.member.clone())
                .collect(),
            about: about.map(|id| EntryRef(id.to_string())),
            media: files.get_untracked(),
        });
        if !can_be_kept(&note.check(browser::today(), None)) {
            missing.set(true);
            return browser::soon(|| browser::focus_id("note-text"));
        }
        missing.set(false);
        let edit = Edit::new(note);
        doing.start(
            async move |keeper| keeper.put(edit).await,
            move |_| {
                forget();
                // Whoever answers has read.
                if let Some(id) = about {
                    marks::mark(desk, vec![id]);
                }
                toasts.say(t.note_kept());
                done.run(());
            },
        );
    };
    let leave = move |_| {
        forget();
        done.run(());
    };
    let pick = move |person: Person, to: bool| {
        let one = person.clone();
        let toggled = move |event| {
            chosen.update(|chosen| {
                chosen.retain(|other| *other != one);
                if event_target_checked(&event) {
                    chosen.push(one.clone());
                }
            });
        };
        view! { <label class="pick"><input type="checkbox" checked=to on:change=toggled/>{person.name}</label> }
    };
    let members = members
        .into_iter()
        .map(|(person, to)| pick(person, to))
        .collect_view();
    let any = !contacts.is_empty();
    let contacts = contacts
        .into_iter()
        .map(|person| pick(person, false))
        .collect_view();
    let taken = Callback::new(move |added: Vec<FileRef>| files.update(|files| files.extend(added)));
    let attached = move || {
        let names = files.with(|files| {
            files
                .iter()
                .map(|file| file.name.clone())
                .collect::<Vec<_>>()
        });
        (!names.is_empty()).then(|| view! { <ul>{names.into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}</ul> })
    };
    let heading = answered.map_or_else(
        || t.add_note().to_owned(),
        |note| t.note_answer_to(note.name),
    );
    view! {
        <form class="form card" novalidate on:submit=send aria-labelledby="note-form">
            <h2 id="note-form">{heading}</h2>
            <div class="field">
                <label for="note-text">{t.note_text()}</label>
                <textarea id="note-text" rows="4" maxlength=LONGEST.to_string() prop:value=move || text.get() on:input=typed
                    aria-describedby="note-missing" aria-invalid=move || missing.get().then_some("true")></textarea>
                <div role="alert" id="note-missing">{move || missing.get().then(|| view! { <p class="problem">{t.note_missing()}</p> })}</div>
            </div>
            <fieldset class="field"><legend>{t.note_to()}</legend>
                <span class="hint">{t.note_to_hint()}</span>
                <div class="picks">{members}</div>
                {any.then(|| view! { <details><summary>{t.note_to_contacts()}</summary><div class="picks tall">{contacts}</div></details> })}
            </fieldset>
            <details class="field">
                <summary>{t.note_attach()}</summary>
                <Picker id="note-files" sending taken/>
            </details>
            {attached}
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts end">
                <Send doing label=t.note_send().to_owned()/>
                <button class="go" type="button" on:click=leave>{t.give_up()}</button>
            </div>
        </form>
    }
}

/// The other members who may read the notebook, the one who is answered chosen; and the contacts that are nobody of them.
fn people(answered: Option<&Answered>) -> (Vec<(Person, bool)>, Vec<Person>) {
    let Some(carnet) = use_desk().carnet_now() else {
        return (Vec::new(), Vec::new());
    };
    let reads = |member: &&store::MemberView| {
        let notebook = store::section_id(domain::Section::Notebook);
        member.role.is_some()
            && !member.me
            && !member.label.is_empty()
            && member.rights.iter().any(|right| right.section == notebook)
    };
    let members = carnet.members.iter().filter(reads).map(|member| {
        let person = Person {
            member: Some(member.id.to_string()),
            contact: None,
            name: member.label.clone(),
        };
        (person, answered.is_some_and(|note| note.by == member.id))
    });
    let members: Vec<(Person, bool)> = members.collect();
    let rows = use_rows().get_untracked();
    let mut contacts: Vec<Person> = view::of_kind(&rows, Kind::Contact)
        .into_iter()
        .map(|row| Person {
            member: None,
            contact: Some(EntryRef(row.id.to_string())),
            name: row.entry.title(domain::Lang::Fr),
        })
        .filter(|person| members.iter().all(|(member, _)| member.name != person.name))
        .collect();
    contacts.sort_by_key(|person| person.name.to_lowercase());
    (members, contacts)
}
