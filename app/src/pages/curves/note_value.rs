//! Noting a value: one button, one number, one button. Everything else is filled in as it most likely is.

use super::board::Board;
use super::thing::Followed;
use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::forms::findings::{Findings, FindingsSummary};
use crate::parts::button::Send;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use chrono::NaiveDate;
use domain::entry::Measurement;
use domain::lists::{Measure, Position, Side};
use domain::{Age, Entry, Kind, Term};
use leptos::prelude::*;
use store::Edit;

/// The dialog's id.
const DIALOG: &str = "note-value";
/// Until this age, in years, a child is measured lying.
const LYING: u32 = 2;

/// What is noted: what, and the joint or muscle or name of one's own.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Wanted {
    what: Measure,
    name: String,
    unit: Option<domain::lists::Unit>,
    unit_text: String,
    sided: bool,
}

/// A button for each thing that is shown, and one for anything else.
#[component]
pub(crate) fn Noting(board: Board) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let place = use_place();
    let wanted = RwSignal::new(None::<Wanted>);
    let may = Memo::new(move |_| {
        desk.carnet()
            .is_some_and(|carnet| carnet.may_write(domain::entry::ListKind::Measurements.home()))
    });
    let other = Place::item(t.lang(), Page::Add, &place.carnet, Kind::Measurement.code()).href();
    let open = move |thing: Wanted| {
        wanted.set(None);
        wanted.set(Some(thing));
        browser::soon(|| {
            browser::show_dialog(DIALOG);
            browser::focus_id("note-value-in");
        });
    };
    let buttons = move || {
        let things = offered(&board.shown.get());
        let button = move |thing: Wanted| {
            let name = called(&thing, t);
            view! {
                <button class="do" type="button" on:click=move |_| open(thing.clone())>{sign(Sign::Add)}{t.curves_note(name)}</button>
            }
        };
        things.into_iter().map(button).collect_view()
    };
    view! {
        <Show when=move || may.get()>
            <div class="acts">{buttons}<a class="go" href=other.clone()>{sign(Sign::Add)}{t.curves_note_other()}</a></div>
        </Show>
        <dialog id=DIALOG aria-labelledby="note-value-title">
            {move || wanted.get().map(|wanted| view! { <Form board wanted/> })}
        </dialog>
    }
}

/// What is shown, or what everybody begins with.
fn offered(shown: &[Followed]) -> Vec<Wanted> {
    let of = |thing: &Followed| {
        let series = thing.series.first().filter(|_| !thing.worked_out)?;
        let what = series.key.what;
        Some(Wanted {
            what,
            name: series.key.name.clone(),
            unit: series.unit.or_else(|| what.units().first().copied()),
            unit_text: series.unit_text.clone(),
            sided: thing.sided() || series.key.side.is_some(),
        })
    };
    let found: Vec<Wanted> = shown.iter().filter_map(of).collect();
    if !found.is_empty() {
        return found;
    }
    let usual = |what: Measure| Wanted {
        what,
        name: String::new(),
        unit: what.units().first().copied(),
        unit_text: String::new(),
        sided: false,
    };
    [Measure::Weight, Measure::Height].map(usual).into()
}

fn called(thing: &Wanted, t: crate::words::Words) -> String {
    let label = thing.what.label(t.terms());
    match (thing.what, thing.name.as_str()) {
        (_, "") => label.to_lowercase(),
        (Measure::Custom, name) => name.to_owned(),
        (_, name) => format!("{}, {name}", label.to_lowercase()),
    }
}

#[component]
fn Form(board: Board, wanted: Wanted) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let toasts = use_toasts();
    let findings = Findings::new();
    let today = browser::today();
    let birth = board
        .identity
        .with_untracked(|identity| identity.birth_date);
    let amount = RwSignal::new(String::new());
    let date = RwSignal::new(Some(today));
    let side = RwSignal::new(None::<Side>);
    let stature = wanted.what == Measure::Height;
    let position = RwSignal::new(stature.then(|| usual_position(birth, today)));
    let grades = wanted.what.grades();
    let unit = match wanted.unit {
        Some(unit) if wanted.unit_text.is_empty() => unit.label(t.terms()).to_owned(),
        _ => wanted.unit_text.clone(),
    };
    let title = t.curves_note(called(&wanted, t));
    let sided = wanted.sided;
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = amount.get_untracked();
        let graded = !wanted.what.grades().is_empty();
        let measurement = Measurement {
            what: Some(wanted.what),
            name: wanted.name.clone(),
            value: typed.parse().ok().filter(|_| !graded),
            grade: if graded { typed } else { String::new() },
            unit: wanted.unit,
            unit_text: wanted.unit_text.clone(),
            date: date.get_untracked(),
            side: side.get_untracked(),
            position: position.get_untracked(),
            ..Measurement::default()
        };
        let entry = Entry::Measurement(measurement);
        let before = findings.said_now();
        findings.put(&entry.check(today, birth), "note", t);
        let said = findings.said_now();
        let only_seen_warnings = said == before && said.iter().all(|said| !said.blocking);
        if !said.is_empty() && !only_seen_warnings {
            browser::soon(|| browser::focus_id("findings"));
            return;
        }
        let edit = Edit::new(entry);
        doing.start(
            async move |keeper| keeper.put(edit).await,
            move |_| {
                browser::close_dialog(DIALOG);
                toasts.say(t.kept());
            },
        );
    };
    let label = Signal::derive(move || {
        let warned = findings.said().iter().any(|said| !said.blocking);
        if warned { t.keep_anyway() } else { t.keep() }.to_owned()
    });
    let typed = move |event| amount.set(event_target_value(&event));
    let question = if grades.is_empty() {
        view! {
            <div class="field">
                <label for="note-value-in">{t.curves_value()}</label>
                <div class="amount">
                    <input id="note-value-in" class="big-number" type="text" inputmode="decimal" autocomplete="off" required on:input=typed/>
                    <span>{unit}</span>
                </div>
            </div>
        }
        .into_any()
    } else {
        let grade = move |(place, grade): (usize, &'static &'static str)| {
            let id = (place == 0).then_some("note-value-in");
            view! {
                <label class="chip">
                    <input id=id type="radio" name="note-grade" required value=*grade on:change=typed/>
                    {*grade}
                </label>
            }
        };
        view! {
            <fieldset class="chips" id="note-grade"><legend>{t.curves_value()}</legend>{grades.iter().enumerate().map(grade).collect_view()}</fieldset>
        }
        .into_any()
    };
    let sides = sided.then(|| choices(t.curves_side(), "note-side", Side::ALL, side, t));
    let positions = stature.then(|| {
        choices(
            t.curves_position(),
            "note-position",
            &[Position::Lying, Position::Standing],
            position,
            t,
        )
    });
    let day = date.get_untracked().map(|day| day.to_string());
    view! {
        <form on:submit=send novalidate>
            <h2 id="note-value-title">{title}</h2>
            <FindingsSummary findings/>
            {question}
            {sides}
            {positions}
            <div class="field">
                <label for="note-date">{t.curves_when()}</label>
                <input id="note-date" type="date" prop:value=day
                    on:input=move |event| date.set(event_target_value(&event).parse::<NaiveDate>().ok())/>
            </div>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts end">
                <Send doing label/>
                <button class="go" type="button" on:click=move |_| browser::close_dialog(DIALOG)>{t.give_up()}</button>
            </div>
        </form>
    }
}

/// One of a few words.
fn choices<T: Term + Send + Sync>(
    legend: &'static str,
    name: &'static str,
    all: &'static [T],
    chosen: RwSignal<Option<T>>,
    t: crate::words::Words,
) -> impl IntoView {
    let choice = move |one: &T| {
        let one = *one;
        view! {
            <label class="chip">
                <input type="radio" name=name prop:checked=move || chosen.get() == Some(one) on:change=move |_| chosen.set(Some(one))/>
                {one.label(t.terms())}
            </label>
        }
    };
    view! { <fieldset class="chips" id=name><legend>{legend}</legend>{all.iter().map(choice).collect_view()}</fieldset> }
}

/// How somebody of this age is usually measured.
fn usual_position(birth: Option<NaiveDate>, today: NaiveDate) -> Position {
    let age = birth.and_then(|birth| Age::on(today, birth));
    match age {
        Some(age) if age.years < LYING => Position::Lying,
        _ => Position::Standing,
    }
}
