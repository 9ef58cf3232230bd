//! A new letter: what to know about it, what is asked to fill it, and the letter is written.

use super::about::AboutWhich;
use super::guide::Guide;
use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::lists::rows::{Row, row, use_rows};
use crate::parts::button::Send;
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::sign::{Sign, sign};
use crate::router::{beside, use_place, use_router};
use crate::site_map::{Page, Place};
use crate::words::{fine, use_words};
use domain::check::can_be_kept;
use domain::entry::{Letter, Procedure};
use domain::letters::{self, Blank, Gap, GapSort, Template};
use domain::lists::LetterKind;
use domain::view::HasEntry;
use domain::{Entry, EntryRef, Term};
use leptos::prelude::*;
use std::collections::BTreeMap;
use store::Edit;

/// What was typed, by the name of its place.
type Typed = RwSignal<BTreeMap<&'static str, String>>;

/// The page. A procedure that the letter is about may stand in its address.
#[component]
pub(crate) fn NewLetter() -> impl IntoView {
    let t = use_words();
    let place = use_place();
    let (kind, about) = place.added();
    let template = LetterKind::from_code(kind).and_then(letters::template);
    let rows = use_rows().get_untracked();
    let about = about
        .and_then(|id| row(&rows, id))
        .filter(|row| matches!(row.entry, Entry::Procedure(_)));
    let back = match &about {
        Some(row) => {
            let id = row.id.to_string();
            let href = Place::item(t.lang(), Page::Procedure, &place.carnet, &id).href();
            (href, row.entry.title(t.terms()))
        }
        None => (
            beside(Page::Letters).href(),
            Page::Letters.heading(t).to_owned(),
        ),
    };
    let about = about.and_then(|row| row.reference());
    match template {
        Some(template) => view! {
            <div class="letters">
                <p><a class="quiet" href=back.0>{sign(Sign::Back)}{back.1}</a></p>
                <h1 tabindex="-1">{template.kind.label(t.terms())}</h1>
                <p class="lead">{fine(template.when(t.terms()), t)}</p>
                <div class="card"><Guide template/></div>
                <Fill template about/>
            </div>
        }
        .into_any(),
        None => view! { <h1 tabindex="-1">{Page::Letters.heading(t)}</h1><p>{t.gone_means()}</p> }
            .into_any(),
    }
}

/// What the carnet puts into a letter about a procedure, by the name of its place.
fn beginning(
    template: &'static Template,
    about: Option<&EntryRef>,
    rows: &[Row],
) -> BTreeMap<&'static str, String> {
    let about = about.and_then(|id| Some((id, procedure(rows, id)?)));
    let names = template.gaps.iter().map(|gap| gap.name);
    let names: Vec<&'static str> = names.chain(["recipient", "sender"]).collect();
    let known = letters::known(template, about, rows, browser::today());
    let place = |blank: Blank| {
        let name = names.iter().find(|name| **name == blank.name)?;
        Some((*name, blank.text))
    };
    known.into_iter().filter_map(place).collect()
}

fn procedure<'a>(rows: &'a [Row], id: &EntryRef) -> Option<&'a Procedure> {
    let found = rows.iter().find(|row| row.reference().as_ref() == Some(id));
    match &found?.entry {
        Entry::Procedure(procedure) => Some(procedure),
        _ => None,
    }
}

#[component]
fn Fill(template: &'static Template, about: Option<EntryRef>) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let rows = use_rows();
    let router = use_router();
    let place = use_place();
    let people = letters::people(&rows.get_untracked());
    let known = StoredValue::new(beginning(template, about.as_ref(), &rows.get_untracked()));
    let typed: Typed = RwSignal::new(known.get_value());
    let about = RwSignal::new(about);
    let too_long = RwSignal::new(false);
    // What was put in by itself makes room for what another procedure says; what a hand typed stays.
    let choose = Callback::new(move |chosen: Option<EntryRef>| {
        let before = known.get_value();
        let now = beginning(template, chosen.as_ref(), &rows.get_untracked());
        typed.update(|typed| {
            typed.retain(|name, text| !text.trim().is_empty() && before.get(name) != Some(text));
            for (name, text) in &now {
                typed.entry(name).or_insert_with(|| text.clone());
            }
        });
        known.set_value(now);
        about.set(chosen);
    });
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let blanks: Vec<Blank> = typed.with_untracked(|typed| {
            let blanks = typed.iter().map(|(name, text)| Blank {
                name: (*name).to_owned(),
                text: text.clone(),
            });
            blanks.collect()
        });
        let rows = rows.get_untracked();
        let about = about.get_untracked();
        let documents = about
            .as_ref()
            .map(|id| letters::joined(template.kind, id, &rows))
            .unwrap_or_default();
        let entry = Entry::Letter(Letter {
            procedure: about,
            documents,
            ..letters::fill(template, &blanks, &rows, browser::today())
        });
        let fits = can_be_kept(&entry.check(browser::today(), None));
        too_long.set(!fits);
        if !fits {
            return;
        }
        let (lang, carnet) = (t.lang(), place.carnet.clone());
        doing.start(
            async move |keeper| keeper.put(Edit::new(entry)).await,
            move |id| router.replace(&Place::item(lang, Page::Letter, &carnet, &id.to_string())),
        );
    };
    let others = people.into_iter().skip(1).map(|person| {
        let name = person.lines().next().unwrap_or_default().to_owned();
        let take = move |_| {
            let person = person.clone();
            typed.update(|typed| drop(typed.insert("sender", person)));
        };
        view! { <button class="quiet" type="button" on:click=take>{t.letter_sender_is(name)}</button> }
    });
    view! {
        <form class="form" novalidate on:submit=send>
            <AboutWhich about choose/>
            <p class="hint">{t.letter_fill_hint()}</p>
            {template.gaps.iter().map(|gap| view! { <Asked gap typed/> }).collect_view()}
            <fieldset class="heads">
                <legend>{t.letter_heads()}</legend>
                <Lines name="recipient" label=t.letter_recipient() hint=t.letter_recipient_hint() typed/>
                <Lines name="sender" label=t.letter_sender() hint=t.letter_sender_hint() typed/>
                <div class="row-acts">{others.collect_view()}</div>
                <Line name="place" label=t.letter_place() typed/>
            </fieldset>
            <TroubleNotice trouble=doing.trouble/>
            {move || too_long.get().then(|| view! { <Notice tone=Tone::Wrong><p>{t.mdph_too_long()}</p></Notice> })}
            <div class="acts end"><Send doing label=Signal::stored(t.letter_write().to_owned())/></div>
        </form>
    }
}

#[component]
fn Asked(gap: &'static Gap, typed: Typed) -> impl IntoView {
    let t = use_words();
    let label = gap.ask(t.terms());
    match gap.sort {
        GapSort::Line => view! { <Line name=gap.name label typed/> }.into_any(),
        GapSort::Text => view! { <Lines name=gap.name label hint="" typed/> }.into_any(),
        GapSort::Day => view! { <Line name=gap.name label typed day=true/> }.into_any(),
    }
}

#[component]
fn Line(
    name: &'static str,
    label: &'static str,
    typed: Typed,
    #[prop(default = false)] day: bool,
) -> impl IntoView {
    let id = format!("letter-{name}");
    let kind = if day { "date" } else { "text" };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <input id=id type=kind autocomplete="off" prop:value=move || value(typed, name) on:input=move |event| put(typed, name, event_target_value(&event))/>
        </div>
    }
}

#[component]
fn Lines(
    name: &'static str,
    label: &'static str,
    hint: &'static str,
    typed: Typed,
) -> impl IntoView {
    let id = format!("letter-{name}");
    let hint_id = format!("{id}-hint");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {(!hint.is_empty()).then(|| view! { <span class="hint" id=hint_id.clone()>{hint}</span> })}
            <textarea id=id rows="4" aria-describedby=(!hint.is_empty()).then(|| hint_id.clone())
                prop:value=move || value(typed, name) on:input=move |event| put(typed, name, event_target_value(&event))></textarea>
        </div>
    }
}

fn value(typed: Typed, name: &str) -> String {
    typed.with(|typed| typed.get(name).cloned().unwrap_or_default())
}

fn put(typed: Typed, name: &'static str, text: String) {
    typed.update(|typed| drop(typed.insert(name, text)));
}
