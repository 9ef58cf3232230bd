//! Beginning a report: what it is and from which discipline, then its headings.

use crate::browser;
use crate::desk::use_desk;
use crate::forms::entry_form::{EntryForm, Start};
use crate::router::beside;
use crate::site_map::Page;
use crate::words::use_words;
use domain::entry::Report;
use domain::lists::{Discipline, ReportKind};
use domain::{Entry, Kind, Plain, Term};
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn AddReport() -> impl IntoView {
    let t = use_words();
    let begun = RwSignal::new(None::<(ReportKind, Option<Discipline>)>);
    let shown = move || match begun.get() {
        None => view! { <Template begun/> }.into_any(),
        Some((kind, discipline)) => {
            let report = Report {
                date: Some(browser::today()),
                ..Report::begun(kind, discipline)
            };
            let start = Start {
                kind: Kind::Report,
                entry: None,
                seen: Vec::new(),
                plain: Plain::new(Entry::Report(report)),
                said: serde_json::Map::new(),
                back: beside(Page::Reports),
            };
            view! { <p class="soft">{t.report_signed_by_you()}</p><EntryForm start/> }.into_any()
        }
    };
    view! {
        <h1 tabindex="-1">{Page::AddReport.heading(t)}</h1>
        {shown}
    }
}

/// What sort of report it is. Only what may be kept by this person is offered.
#[component]
fn Template(begun: RwSignal<Option<(ReportKind, Option<Discipline>)>>) -> impl IntoView {
    let t = use_words();
    let lang = t.terms();
    let writable = use_desk()
        .carnet_now()
        .map(|carnet| carnet.writable.clone())
        .unwrap_or_default();
    let kind = RwSignal::new(None::<ReportKind>);
    let discipline = RwSignal::new(None::<Discipline>);
    let missing = RwSignal::new(false);
    let may = {
        let writable = writable.clone();
        move |kind: ReportKind, discipline: Option<Discipline>| {
            writable.contains(&kind.home(discipline))
        }
    };
    let any = |kind: ReportKind| {
        let disciplines = Discipline::ALL.iter().map(|one| Some(*one)).chain([None]);
        let mut homes = disciplines.map(|discipline| kind.home(discipline));
        homes.any(|home| writable.contains(&home))
    };
    let kinds: Vec<ReportKind> = ReportKind::ALL
        .iter()
        .copied()
        .filter(|kind| any(*kind))
        .collect();
    let choice = move |one: ReportKind| {
        view! {
            <label class="pick"><input type="radio" name="report-kind" id=format!("report-{}", one.code())
                on:change=move |_| { kind.set(Some(one)); missing.set(false); }/>{one.label(lang)}</label>
        }
    };
    let may_one = may.clone();
    let disciplines = move || {
        let kind = kind.get().unwrap_or(ReportKind::Assessment);
        let fits = |one: &Discipline| may_one(kind, Some(*one));
        let option =
            |one: Discipline| view! { <option value=one.code()>{one.label(lang)}</option> };
        Discipline::ALL
            .iter()
            .copied()
            .filter(fits)
            .map(option)
            .collect_view()
    };
    let next = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let (chosen, discipline) = (kind.get_untracked(), discipline.get_untracked());
        match chosen.filter(|kind| may(*kind, discipline)) {
            Some(kind) => {
                begun.set(Some((kind, discipline)));
                browser::soon(browser::focus_heading);
            }
            None => {
                missing.set(true);
                browser::soon(|| browser::focus_id("report-missing"));
            }
        }
    };
    view! {
        <form class="form" novalidate on:submit=next>
            <p class="lead">{t.report_lead()}</p>
            <fieldset class="field"><legend>{t.report_which()}</legend>
                <div class="picks">{kinds.into_iter().map(choice).collect_view()}</div>
            </fieldset>
            <div class="field"><label for="report-discipline">{t.report_discipline()}</label>
                <select id="report-discipline" on:change=move |event| discipline.set(Discipline::from_code(&event_target_value(&event)))>
                    <option value="">{t.not_said()}</option>{disciplines}
                </select></div>
            <div role="alert" id="report-missing" tabindex="-1">
                {move || missing.get().then(|| view! { <p class="problem">{t.report_choose()}</p> })}
            </div>
            <div class="acts end"><button class="do" type="submit">{t.report_begin()}</button></div>
        </form>
    }
}
