//! The form of any entry: the essential first, the rest unfolds; kept as a sealed draft while it is filled in.

use super::controls::fields;
use super::field::Field;
use super::findings::{Findings, FindingsSummary};
use super::table;
use super::waiting::waiting;
use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::lists::rows::use_rows;
use crate::parts::button::Send;
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::toast::use_toasts;
use crate::router::{use_place, use_router};
use crate::site_map::Place;
use crate::words::use_words;
use domain::{Entry, Kind, Plain, view};
use leptos::prelude::*;
use serde_json::{Map, Value};
use std::time::Duration;
use store::Edit;
use store::{Digest, EntryId};

/// How long the hand rests before a draft is kept.
const REST: Duration = Duration::from_millis(400);

/// What a form starts from.
#[derive(Clone, Debug)]
pub(crate) struct Start {
    /// The kind of the entry.
    pub(crate) kind: Kind,
    /// The entry; none for a new one.
    pub(crate) entry: Option<EntryId>,
    /// The versions that were shown.
    pub(crate) seen: Vec<Digest>,
    /// What it says.
    pub(crate) plain: Plain,
    /// What is said already, also in a form that was begun before.
    pub(crate) said: Map<String, Value>,
    /// Where to go when it is kept, or left.
    pub(crate) back: Place,
}

/// The form. It asks first whether a draft waits, then shows.
#[component]
pub(crate) fn EntryForm(start: Start) -> impl IntoView {
    let place = use_place();
    let key = format!("form {} {}", place.carnet, place.item);
    let draft = waiting(&key, |text| {
        serde_json::from_str::<Map<String, Value>>(text).ok()
    });
    move || {
        draft
            .get()
            .map(|draft| view! { <Questions start=start.clone() key=key.clone() draft/> })
    }
}

#[component]
fn Questions(start: Start, key: String, draft: Option<Map<String, Value>>) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let router = use_router();
    let toasts = use_toasts();
    let findings = Findings::new();
    provide_context(findings);
    let rows = use_rows();

    let restored = draft.is_some();
    let mut opened = start.plain.to_fields();
    if let Some(draft) = draft {
        opened = draft;
    }
    for (field, value) in start.said.clone() {
        opened.insert(field, value);
    }
    let values = RwSignal::new(opened);
    let drafts = Drafts {
        desk,
        key: StoredValue::new(key),
        values,
        count: StoredValue::new(0),
    };
    let changed = Callback::new(move |()| drafts.later());

    let Start {
        kind,
        entry,
        seen,
        back,
        ..
    } = start;
    let leave = back.clone();
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Ok(plain) = Plain::from_fields(values.get_untracked()) else {
            return;
        };
        let rows = rows.get_untracked();
        let birth = view::identity(&rows).and_then(|(_, identity)| identity.birth_date);
        let before = findings.said_now();
        findings.put(&plain.entry.check(browser::today(), birth), "f", t);
        let said = findings.said_now();
        let only_seen_warnings = said == before && said.iter().all(|said| !said.blocking);
        if !said.is_empty() && !only_seen_warnings {
            browser::soon(|| browser::focus_id("findings"));
            return;
        }
        let edit = Edit {
            entry,
            seen: seen.clone(),
            plain,
        };
        let back = back.clone();
        drafts.stop();
        doing.start(
            async move |keeper| keeper.put(edit).await,
            move |_| {
                drafts.drop_it();
                toasts.say(t.kept());
                router.go(&back);
            },
        );
    };
    let give_up = move |_| {
        drafts.stop();
        drafts.drop_it();
        router.go(&leave);
    };
    let label = Signal::derive(move || {
        let warned = findings.said().iter().any(|said| !said.blocking);
        if warned {
            t.keep_anyway().to_owned()
        } else {
            t.keep().to_owned()
        }
    });
    let (first, rest): (Vec<&'static Field>, Vec<&'static Field>) =
        table(kind).iter().partition(|field| field.first);
    let any_more = !rest.is_empty();
    // What is filled in already is not hidden from who came to change it.
    let unfolded =
        values.with_untracked(|values| rest.iter().any(|field| values.contains_key(field.name)));
    view! {
        <form class="form" novalidate on:submit=send>
            {restored.then(|| view! { <Notice tone=Tone::Well><p>{t.draft_back()}</p></Notice> })}
            <FindingsSummary findings/>
            {fields(first.into_iter(), "f", values, changed)}
            {any_more.then(|| view! {
                <details class="field" open=unfolded>
                    <summary>{t.more_precise()}</summary>
                    {fields(rest.into_iter(), "f", values, changed)}
                </details>
            })}
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts end">
                <Send doing label/>
                <button class="go" type="button" on:click=give_up>{t.give_up()}</button>
            </div>
        </form>
    }
}

/// Keeps what is being typed.
#[derive(Clone, Copy)]
struct Drafts {
    desk: crate::desk::Desk,
    key: StoredValue<String>,
    values: RwSignal<Map<String, Value>>,
    count: StoredValue<u32>,
}

impl Drafts {
    /// Keeps a draft once the hand rests.
    fn later(self) {
        let count = self.count.get_value() + 1;
        self.count.set_value(count);
        let keep = move || {
            if self.count.try_get_value() == Some(count) {
                let key = self.key.get_value();
                let text = Value::Object(self.values.get_untracked()).to_string();
                self.desk.ask(
                    async move |keeper| keeper.save_draft(key, text).await,
                    |_| (),
                );
            }
        };
        set_timeout(keep, REST);
    }

    /// Keeps no more drafts.
    fn stop(self) {
        self.count.set_value(self.count.get_value() + 1);
    }

    /// Forgets the draft.
    fn drop_it(self) {
        let Some(key) = self.key.try_get_value() else {
            return;
        };
        self.desk
            .ask(async move |keeper| keeper.drop_draft(key).await, |_| ());
    }
}

/// An entry of a kind with nothing in it yet.
pub(crate) fn blank(kind: Kind) -> Option<Entry> {
    use domain::entry as e;
    let today = Some(browser::today());
    Some(match kind {
        Kind::Contact => Entry::Contact(e::Contact::default()),
        Kind::Habit => Entry::Habit(e::Habit::default()),
        Kind::Problem => Entry::Problem(e::Problem::default()),
        Kind::Allergy => Entry::Allergy(e::Allergy::default()),
        Kind::Treatment => Entry::Treatment(e::Treatment::default()),
        Kind::Vaccine => Entry::Vaccine(e::Vaccine::default()),
        Kind::Device => Entry::Device(e::Device::default()),
        Kind::Stay => Entry::Stay(e::Stay::default()),
        Kind::Step => Entry::Step(e::Step::default()),
        Kind::Measurement => Entry::Measurement(e::Measurement {
            date: today,
            ..e::Measurement::default()
        }),
        Kind::Project => Entry::Project(e::Project {
            date: today,
            ..e::Project::default()
        }),
        Kind::Note => Entry::Note(e::Note {
            date: today,
            ..e::Note::default()
        }),
        Kind::Entitlement => Entry::Entitlement(e::Entitlement::default()),
        Kind::Expiry => Entry::Expiry(e::Expiry::default()),
        Kind::Danger => Entry::Danger(e::Danger::default()),
        Kind::Crisis => Entry::Crisis(e::Crisis::default()),
        Kind::UsualState => Entry::UsualState(e::UsualState::default()),
        Kind::UrgentSheet => Entry::UrgentSheet(e::UrgentSheet::default()),
        Kind::Events => Entry::Events(e::Events {
            date: today,
            events: vec![e::Event::default()],
            ..e::Events::default()
        }),
        Kind::OwnMeasure => Entry::OwnMeasure(e::OwnMeasure::default()),
        Kind::Mark => Entry::Mark(e::Mark::default()),
        Kind::Objective => Entry::Objective(e::Objective {
            date: today,
            ..e::Objective::default()
        }),
        Kind::Report => Entry::Report(e::Report {
            date: today,
            ..e::Report::default()
        }),
        Kind::Letter => Entry::Letter(e::Letter {
            date: today,
            ..e::Letter::default()
        }),
        // A procedure and a file begin on pages of their own; an agreement is written with what it is about.
        Kind::Readings
        | Kind::Identity
        | Kind::Document
        | Kind::Procedure
        | Kind::Settled
        | Kind::Statement
        | Kind::Seen
        | Kind::Consent
        | Kind::MdphFile => return None,
        Kind::Appointment => Entry::Appointment(e::Appointment::default()),
        Kind::Series => Entry::Series(e::Series {
            from: today,
            pause_public: true,
            ..e::Series::default()
        }),
        Kind::Absence => Entry::Absence(e::Absence {
            from: today,
            ..e::Absence::default()
        }),
        Kind::AgendaSettings => Entry::AgendaSettings(e::AgendaSettings::default()),
    })
}
