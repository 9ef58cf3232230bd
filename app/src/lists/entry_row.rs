//! One entry in a list: its name, what must be seen at once, and the rest to unfold.

use super::rows::Row;
use crate::browser;
use crate::desk::use_desk;
use crate::parts::confirm::Confirm;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::parts::when;
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::troubles::tell_short;
use crate::words::{Words, use_words};
use domain::lists::{Certainty, ProblemState, Severity};
use domain::{Entry, Kind, Line, Term, day_in_words};
use leptos::prelude::*;

/// One entry.
#[component]
pub(crate) fn EntryRow(
    row: Row,
    /// What unfolds under it: earlier ones of its kind.
    #[prop(optional, into)]
    more: Option<AnyView>,
) -> impl IntoView {
    let t = use_words();
    let title = row.entry.title(t.terms());
    let heading = heading(&row.entry, t);
    let allergy = matches!(&row.entry, Entry::Allergy(allergy) if allergy.certainty != Some(Certainty::RuledOut));
    let (shown, folded) = split(&row.entry, t);
    let second = shown
        .into_iter()
        .map(|line| view! { <p class="said">{line}</p> })
        .collect_view();
    let id = format!("e-{}", row.id);
    view! {
        <li id=id>
            <div class="row" class:allergy=allergy>
                <div class="grow">
                    <p class="row-title">{heading}</p>
                    <States row=row.clone()/>
                    {second}
                    {phones(&row.entry)}
                    <details>
                        <summary>{t.details()}<span class="away">" "{title.clone()}</span></summary>
                        {facts(folded)}
                        <p class="soft">{t.written_by(author(&row, t), when::moment(row.at, t))}</p>
                        <RowActs row title/>
                    </details>
                    {more}
                </div>
            </div>
        </li>
    }
}

/// What stands first: a note has no name but a day and somebody it is for.
fn heading(entry: &Entry, t: Words) -> String {
    let Entry::Note(note) = entry else {
        return entry.title(t.terms());
    };
    let day = note.date.map(|day| day_in_words(day, t.terms()));
    let to = (!note.addressee.is_empty()).then(|| t.note_for(&note.addressee));
    let parts: Vec<String> = day.into_iter().chain(to).collect();
    if parts.is_empty() {
        entry.title(t.terms())
    } else {
        parts.join(" – ")
    }
}

/// The numbers of a contact, to be called.
fn phones(entry: &Entry) -> AnyView {
    let Entry::Contact(contact) = entry else {
        return ().into_any();
    };
    let phone = |phone: &domain::entry::Phone| {
        let number: String = phone
            .number
            .chars()
            .filter(|letter| letter.is_ascii_digit() || *letter == '+')
            .collect();
        let (label, shown) = (phone.label.clone(), phone.number.clone());
        view! { <a class="quiet number" href=format!("tel:{number}")>{sign(Sign::Phone)}{shown}" "<small>{label}</small></a> }
    };
    view! { <div class="row-acts">{contact.phones.iter().map(phone).collect_view()}</div> }
        .into_any()
}

/// What an entry says, as a list of facts.
pub(crate) fn facts(lines: Vec<Line>) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    let line = |line: Line| view! { <dt>{line.label}</dt><dd>{line.text}</dd> };
    view! { <dl class="facts">{lines.into_iter().map(line).collect_view()}</dl> }.into_any()
}

/// Who wrote it.
pub(crate) fn author(row: &Row, t: Words) -> String {
    if row.by.is_empty() {
        t.somebody().to_owned()
    } else {
        row.by.clone()
    }
}

/// What must be seen at once, in words and colour.
#[component]
pub(crate) fn States(row: Row) -> impl IntoView {
    let t = use_words();
    let place = use_place();
    let choose = Place::item(t.lang(), Page::Choose, &place.carnet, &row.id.to_string()).href();
    let mut states: Vec<(&'static str, String)> = Vec::new();
    match &row.entry {
        Entry::Allergy(allergy) => {
            let holds = allergy.certainty != Some(Certainty::RuledOut);
            if let Some(severity) = allergy.severity.filter(|_| holds) {
                let class = if severity >= Severity::Severe {
                    "state danger"
                } else {
                    "state caution"
                };
                states.push((class, severity.label(t.terms()).to_owned()));
            }
            if allergy.certainty == Some(Certainty::RuledOut) {
                states.push(("state", Certainty::RuledOut.label(t.terms()).to_owned()));
            }
        }
        Entry::Problem(problem) if problem.state == Some(ProblemState::Past) => {
            states.push(("state", ProblemState::Past.label(t.terms()).to_owned()));
        }
        // What is no longer taken, or not yet, must never be read as taken.
        Entry::Treatment(treatment) => {
            let today = browser::today();
            if treatment.stop.is_some_and(|stop| stop.last_day() < today) {
                states.push(("state", t.treatment_stopped().to_owned()));
            } else if treatment
                .start
                .is_some_and(|start| start.first_day() > today)
            {
                states.push(("state", t.treatment_planned().to_owned()));
            }
            if treatment.rescue {
                states.push(("state caution", t.rescue_medicine().to_owned()));
            }
        }
        Entry::Device(device)
            if device
                .until
                .is_some_and(|until| until.last_day() < browser::today()) =>
        {
            states.push(("state", t.device_laid_aside().to_owned()));
        }
        _ => {}
    }
    if row.unsent {
        states.push(("state caution", t.not_sent_yet().to_owned()));
    }
    let state = |(class, text): (&'static str, String)| view! { <span class=class>{text}</span> };
    let any = !states.is_empty() || row.conflict;
    any.then(|| {
        view! {
            <div class="states">
                {states.into_iter().map(state).collect_view()}
                {row.conflict.then(|| view! { <a class="state danger" href=choose>{sign(Sign::Caution)}{t.choose_version()}</a> })}
            </div>
        }
    })
}

/// What can be done with an entry.
#[component]
pub(crate) fn RowActs(row: Row, title: String) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let toasts = use_toasts();
    let place = use_place();
    let id = row.id;
    let to = |page| Place::item(t.lang(), page, &place.carnet, &id.to_string()).href();
    let next = Place::next_version(
        t.lang(),
        &place.carnet,
        Kind::Project.code(),
        &id.to_string(),
    )
    .href();
    let erase = Callback::new(move |()| {
        desk.ask(
            async move |keeper| keeper.erase(id).await,
            move |done| match done {
                Ok(()) => toasts.say(t.erased()),
                Err(trouble) => toasts.say(tell_short(trouble, t)),
            },
        );
    });
    let name = move || view! { <span class="away">" "{title.clone()}</span> };
    view! {
        <div class="row-acts">
            {row.editable.then(|| view! { <a class="quiet" href=to(Page::Edit)>{sign(Sign::Edit)}{t.change()}{name()}</a> })}
            {(row.editable && row.entry.kind() == Some(Kind::Project)).then(|| view! {
                <a class="quiet" href=next.clone()>{sign(Sign::Add)}{t.next_version()}{name()}</a>
            })}
            <a class="quiet" href=to(Page::History)>{sign(Sign::History)}{t.history()}{name()}</a>
            {(row.editable && row.entry.kind() != Some(Kind::Identity)).then(|| view! {
                <Confirm id=format!("erase-{id}") label=t.erase() title=t.erase_title(row.entry.title(t.terms()))
                    means=t.erase_means() act=t.erase_act() done=erase/>
            })}
        </div>
    }
}

/// The lines that stand under the title, and those that unfold.
fn split(entry: &Entry, t: Words) -> (Vec<String>, Vec<Line>) {
    let lines = entry.lines(t.terms());
    let at_once: &[&str] = match entry {
        Entry::Allergy(_) => &["reaction"],
        Entry::Treatment(_) => &["dose", "times", "as_needed"],
        Entry::Problem(_) => &["since"],
        Entry::Vaccine(_) => &["date"],
        Entry::Device(_) => &["wear", "next_check"],
        Entry::Stay(_) => &["from", "place"],
        Entry::Measurement(_) => &["date"],
        Entry::Contact(_) => &["roles", "profession", "function"],
        Entry::Document(_) => &["document_kind", "date"],
        Entry::Project(_) => &["date"],
        Entry::Note(_) => &["text"],
        Entry::Report(_) => &["date", "summary"],
        Entry::Habit(_) => &["text"],
        _ => &[],
    };
    let titles: &[&str] = match entry {
        Entry::Allergy(_) => &["agent", "severity"],
        Entry::Measurement(_) => &["what", "value", "unit", "grade"],
        Entry::Contact(_) => &["name", "first_name", "phones"],
        Entry::Habit(_) => &["heading", "colour"],
        Entry::Stay(_) | Entry::Step(_) | Entry::Project(_) | Entry::Document(_) => &["title"],
        Entry::Note(_) => &["date", "addressee"],
        _ => &["name"],
    };
    let mut shown = Vec::new();
    let mut folded = Vec::new();
    for line in lines {
        if at_once.contains(&line.field) {
            shown.push(match line.field {
                "as_needed" => line.label.to_owned(),
                "roles" => line.text.replace('\n', ", "),
                _ => line.text,
            });
        } else if !titles.contains(&line.field) {
            folded.push(line);
        }
    }
    (shown, folded)
}
