//! A new letter: what to know about it, what is asked to fill it, and the letter is written.

use super::guide::Guide;
use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::lists::rows::use_rows;
use crate::parts::button::Send;
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::sign::{Sign, sign};
use crate::router::{beside, use_place, use_router};
use crate::site_map::{Page, Place};
use crate::words::use_words;
use domain::check::can_be_kept;
use domain::letters::{self, Blank, Gap, GapSort, Template};
use domain::lists::LetterKind;
use domain::{Entry, Term};
use leptos::prelude::*;
use std::collections::BTreeMap;
use store::Edit;

/// What was typed, by the name of its place.
type Typed = RwSignal<BTreeMap<&'static str, String>>;

/// The page.
#[component]
pub(crate) fn NewLetter() -> impl IntoView {
    let t = use_words();
    let template = LetterKind::from_code(&use_place().item).and_then(letters::template);
    let back = beside(Page::Letters).href();
    match template {
        Some(template) => view! {
            <div class="letters">
                <p><a class="quiet" href=back>{sign(Sign::Back)}{Page::Letters.heading(t)}</a></p>
                <h1 tabindex="-1">{template.kind.label(t.terms())}</h1>
                <p class="lead">{template.when(t.terms())}</p>
                <div class="card"><Guide template/></div>
                <Fill template/>
            </div>
        }
        .into_any(),
        None => view! { <h1 tabindex="-1">{Page::Letters.heading(t)}</h1><p>{t.gone_means()}</p> }
            .into_any(),
    }
}

#[component]
fn Fill(template: &'static Template) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let rows = use_rows();
    let router = use_router();
    let place = use_place();
    let people = letters::people(&rows.get_untracked());
    let first = people.first().cloned().unwrap_or_default();
    let typed: Typed = RwSignal::new(BTreeMap::from([("sender", first)]));
    let too_long = RwSignal::new(false);
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let blanks: Vec<Blank> = typed.with_untracked(|typed| {
            let blanks = typed.iter().map(|(name, text)| Blank {
                name: (*name).to_owned(),
                text: text.clone(),
            });
            blanks.collect()
        });
        let letter = letters::fill(template, &blanks, &rows.get_untracked(), browser::today());
        let entry = Entry::Letter(letter);
        let fits = can_be_kept(&entry.check(browser::today(), None));
        too_long.set(!fits);
        if !fits {
            return;
        }
        let (lang, carnet) = (t.lang(), place.carnet.clone());
        doing.start(
            async move |keeper| keeper.put(Edit::new(entry)).await,
            move |id| router.go(&Place::item(lang, Page::Letter, &carnet, &id.to_string())),
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
            <p class="hint">{t.letter_fill_hint()}</p>
            {template.gaps.iter().map(|gap| view! { <Asked gap typed/> }).collect_view()}
            <fieldset class="field">
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
