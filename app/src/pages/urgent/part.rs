//! One part of the sheet: what it says, or the question that it asks.

use super::steps::{Step, step};
use crate::browser;
use crate::desk::use_desk;
use crate::forms::entry_form::blank;
use crate::lists::entry_row::RowActs;
use crate::lists::rows::{Row, row, use_rows};
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::router::{beside, use_place};
use crate::site_map::{Page, Place};
use crate::troubles::tell_short;
use crate::words::use_words;
use domain::entry::{ListKind, NoneKnown, Statement};
use domain::urgent::{Item, Part, PartState};
use domain::{Entry, Kind, Section, Term};
use leptos::prelude::*;
use store::Edit;

/// How many items of a part that lives elsewhere are seen at once.
const FEW: usize = 4;
/// How many lines of each.
const SHORT: usize = 2;

/// The part. `marked`: what is not confirmed says so; where nothing is, the head of the page says it for all.
#[component]
pub(super) fn PartView(part: Part, marked: bool) -> impl IntoView {
    let t = use_words();
    let step = step(part.kind);
    let id = format!("part-{}", part.kind.code());
    let heading = id.clone();
    let body = match part.state {
        PartState::Filled(items) => view! { <Items items step marked/> }.into_any(),
        PartState::NoneKnown(_) => {
            let none = step.none.map_or(t.urgent_none_known(), |(_, word)| word(t));
            view! {
                <p><span class="state done">{sign(Sign::Check)}{none}</span></p>
                <div class="row-acts"><Add step small=true/></div>
            }
            .into_any()
        }
        PartState::NotFilledIn => view! {
            <div class="empty">
                <p>{(step.ask)(t)}</p>
                <div class="acts end"><Add step small=false/><SayNone step/></div>
            </div>
        }
        .into_any(),
    };
    view! {
        <section class="band" aria-labelledby=id>
            <h2 id=heading><span class="tone">{sign(step.sign)}</span>" "{part.kind.label(t.terms())}</h2>
            {body}
        </section>
    }
}

/// What a part says.
#[component]
fn Items(items: Vec<Item>, step: Step, marked: bool) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let own = matches!(step.kind, Some(Kind::Danger | Kind::Crisis));
    let item = move |item: Item| {
        let mark = (marked && !item.confirmed).then(
            || view! { <span class="state caution">{sign(Sign::Clock)}{t.urgent_new()}</span> },
        );
        // What lives on this page is changed here, line by line.
        let found = item.entry.as_ref().filter(|_| own);
        let found: Option<Row> = found.and_then(|entry| row(&rows.get_untracked(), entry.as_str()));
        let acts = found.map(|row| {
            let title = item.title.clone();
            view! { <RowActs row title/> }
        });
        let phones = item.phones.iter().map(|phone| phone.number.clone());
        // What lives elsewhere is told in short here: the reading through shows all of it.
        let told = if step.home.is_some() {
            SHORT
        } else {
            item.lines.len()
        };
        let lines = item.lines.iter().take(told).cloned().chain(phones);
        let lines = lines.map(|line| view! { <p class="said">{line}</p> });
        view! {
            <li>
                <p class="row-title">{item.title}</p>
                {lines.collect::<Vec<_>>()}
                {mark.map(|mark| view! { <p class="states">{mark}</p> })}
                {acts}
            </li>
        }
    };
    let mut items = items;
    let few = if step.home.is_some() {
        FEW
    } else {
        items.len()
    };
    // A single one is never folded: the line that unfolds it is as long.
    let rest = if items.len() > few + 1 {
        items.split_off(few)
    } else {
        Vec::new()
    };
    let count = rest.len();
    let rest = rest.into_iter().map(item).collect_view();
    view! {
        <ul class="rows">{items.into_iter().map(item).collect_view()}</ul>
        {(count > 0).then(|| view! { <details><summary>{t.others(count)}</summary><ul class="rows">{rest}</ul></details> })}
        <div class="row-acts"><Add step small=true/></div>
    }
}

/// The way to where the part is filled in.
#[component]
fn Add(step: Step, small: bool) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let place = use_place();
    let class = if small { "quiet" } else { "go" };
    // What there is only one of is changed where it is.
    let single = step.kind.filter(|_| step.single);
    let there = single.and_then(|kind| {
        let rows = rows.get_untracked();
        let found = rows.iter().find(|row| row.entry.kind() == Some(kind));
        found.map(|row| row.id.to_string())
    });
    let writes = may_write(step.kind);
    let (href, icon, label) = match (there, step.kind) {
        (Some(id), _) if writes => (
            Place::item(t.lang(), Page::Edit, &place.carnet, &id).href(),
            Sign::Edit,
            t.urgent_change().to_owned(),
        ),
        (None, Some(kind)) if writes && (!small || step.home.is_none()) => (
            Place::item(t.lang(), Page::Add, &place.carnet, kind.code()).href(),
            Sign::Add,
            step.add.map_or(t.urgent_fill(), |word| word(t)).to_owned(),
        ),
        _ => {
            // What lives here, and may not be written, has no other place to go to.
            let home = step.home.or(writes.then_some(Page::Health))?;
            (
                beside(home).href(),
                Sign::Forward,
                t.urgent_see(home.heading(t)),
            )
        }
    };
    Some(view! { <a class=class href=href>{sign(icon)}{label}</a> })
}

/// Whether this account may add an entry of a kind.
fn may_write(kind: Option<Kind>) -> bool {
    let section = match kind {
        None => return true,
        Some(Kind::Identity) => Section::Team,
        Some(kind) => blank(kind).map_or(Section::Health, |entry| entry.home()),
    };
    let carnet = use_desk().carnet_now();
    carnet.is_some_and(|carnet| carnet.may_write(section))
}

/// Says that there is none.
#[component]
fn SayNone(step: Step) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let toasts = use_toasts();
    let (list, word): (ListKind, crate::words::Word) = step.none?;
    let may = Memo::new(move |_| {
        desk.carnet()
            .is_some_and(|carnet| carnet.may_write(list.home()))
    });
    let say = move |_| {
        let statement = Statement {
            list,
            state: NoneKnown::NoneKnown,
            on: Some(browser::today()),
        };
        let edit = Edit::new(Entry::Statement(statement));
        desk.ask(
            async move |keeper| keeper.put(edit).await,
            move |done| match done {
                Ok(_) => toasts.say(t.kept()),
                Err(trouble) => toasts.say(tell_short(trouble, t)),
            },
        );
    };
    Some(move || {
        may.get().then(|| {
            view! { <button class="go" type="button" on:click=say>{sign(Sign::Check)}{word(t)}</button> }
        })
    })
}
