//! Two people wrote at the same time: both versions side by side, and the choice, whole or field by field.

use super::mixing::{Difference, differences, mixed};
use super::{Back, author, unreadable};
use crate::desk::{Doing, entry_id, use_desk};
use crate::lists::entry_row::facts;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::parts::when;
use crate::router::{use_place, use_router};
use crate::site_map::{Page, Place};
use crate::words::use_words;
use domain::Plain;
use leptos::prelude::*;
use std::sync::Arc;
use store::{EntryId, Reading, VersionView};

/// The page.
#[component]
pub(crate) fn Choose() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let id = entry_id(&use_place().item);
    let versions = Memo::new(move |_| {
        let carnet = desk.carnet()?;
        Some(carnet.entry(id?)?.versions.clone())
    });
    view! {
        <Back/>
        <h1 tabindex="-1">{t.title_choose()}</h1>
        {move || match (id, versions.get()) {
            (Some(id), Some(versions)) if versions.len() > 1 => view! { <Conflict id versions/> }.into_any(),
            _ => view! { <p>{sign(Sign::Check)}" "{t.nothing_to_choose()}</p> }.into_any(),
        }}
    }
}

/// The versions, and what can be done.
#[component]
fn Conflict(id: EntryId, versions: Vec<VersionView>) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let router = use_router();
    let here = use_place();
    let carnet = desk.carnet_now();
    let may = carnet.as_ref().is_some_and(|carnet| carnet.may_change(id));
    let keep = Callback::new(move |plain: Plain| {
        let history = Place {
            page: Some(Page::History),
            ..here.clone()
        };
        doing.start(
            async move |keeper| keeper.resolve(id, plain).await,
            move |_| {
                toasts.say(t.versions_choose_done());
                router.replace(&history);
            },
        );
    });
    // One person may have written both, on two devices: letters tell them apart.
    let name = |(place, version): (usize, &VersionView)| {
        let who = author(carnet.as_deref(), version.author, t);
        t.versions_choose_version_of(letter(place), who)
    };
    let column = |(place, version): (usize, &VersionView)| {
        let written = when::moment(version.at.0, t);
        let body = match &version.reading {
            Reading::Unreadable(why) => {
                view! { <p class="soft">{unreadable(*why, t)}</p> }.into_any()
            }
            Reading::Plain(plain) => facts(plain.entry.lines(t.terms())),
        };
        let whole = version
            .plain()
            .filter(|plain| may && plain.editable())
            .cloned();
        view! {
            <section class="card">
                <h2>{name((place, version))}</h2>
                <p class="soft">{written}</p>
                {body}
                {whole.map(|plain| view! {
                    <button class="go" type="button" on:click=move |_| keep.run(plain.clone())>{t.versions_choose_whole(letter(place))}</button>
                })}
            </section>
        }
    };
    let columns: Vec<_> = versions.iter().enumerate().map(column).collect();
    let plains: Vec<Plain> = versions
        .iter()
        .filter_map(VersionView::plain)
        .cloned()
        .collect();
    let names: Vec<String> = versions
        .iter()
        .enumerate()
        .filter(|(_, version)| version.plain().is_some())
        .map(name)
        .collect();
    let mixes = may && plains.len() > 1 && plains.iter().all(Plain::editable);
    view! {
        <p>{t.choose_lead()}</p>
        <div class="cards">{columns}</div>
        {if may { ().into_any() } else { view! { <p class="soft">{t.versions_choose_not_yours()}</p> }.into_any() }}
        {mixes.then(|| view! { <Mixing plains names keep/> })}
        <TroubleNotice trouble=doing.trouble/>
    }
}

/// What a version is called: A, B, C…
fn letter(place: usize) -> char {
    ('A'..='Z').nth(place).unwrap_or('Z')
}

/// The choice field by field.
#[component]
fn Mixing(plains: Vec<Plain>, names: Vec<String>, keep: Callback<Plain>) -> impl IntoView {
    let t = use_words();
    let found = Arc::new(differences(&plains, t.terms()));
    if found.is_empty() {
        return view! { <p class="soft">{t.versions_no_words()}</p> }.into_any();
    }
    let chosen = RwSignal::new(vec![0usize; found.len()]);
    let question = |(place, difference): (usize, &Difference)| {
        let option = |(from, said): (usize, &String)| {
            let text = if said.is_empty() {
                t.nothing_there().to_owned()
            } else {
                said.clone()
            };
            let by = names.get(from).cloned().unwrap_or_default();
            let pick = move |_| {
                chosen.update(|chosen| {
                    if let Some(choice) = chosen.get_mut(place) {
                        *choice = from;
                    }
                });
            };
            view! {
                <label class="pick">
                    <input type="radio" name=format!("field-{place}") checked=from == 0 on:change=pick/>
                    <span><span class="said">{text}</span>" "<small>{by}</small></span>
                </label>
            }
        };
        let options: Vec<_> = difference.said.iter().enumerate().map(option).collect();
        view! { <fieldset class="field"><legend>{difference.label.clone()}</legend>{options}</fieldset> }
    };
    let questions: Vec<_> = found.iter().enumerate().map(question).collect();
    let differ = found.clone();
    let mix = move |_| {
        if let Some(plain) = mixed(&plains, 0, &differ, &chosen.get_untracked()) {
            keep.run(plain);
        }
    };
    view! {
        <section class="form" aria-labelledby="mixing">
            <h2 id="mixing">{t.versions_choose_mix_title()}</h2>
            <p>{t.versions_choose_mix_lead()}</p>
            {questions}
            <div class="acts"><button class="do" type="button" on:click=mix>{t.versions_choose_mix()}</button></div>
        </section>
    }
    .into_any()
}
