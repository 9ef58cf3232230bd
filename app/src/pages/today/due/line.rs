//! One thing that is due: what, when, why, and what can be said of it.

use super::settle::{Answer, LATER, use_settling};
use crate::lists::rows::Row;
use crate::pages::home::page_of;
use crate::pages::procedures::Why;
use crate::parts::sign::{Sign, sign};
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::{Words, use_words};
use chrono::NaiveDate;
use domain::due::{Cause, Standing, What};
use domain::outlook::Line;
use domain::rights::{Computed, Reason};
use domain::{Entry, Term, day_in_words};
use leptos::html::Details;
use leptos::prelude::*;

/// A line, in words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct DueView {
    cause: Cause,
    day: NaiveDate,
    /// Where the row that it follows from is told.
    page: Page,
    title: String,
    when: String,
    far: String,
    late: bool,
    why: String,
    /// How its day was counted and who says so, where a rule gives it.
    reason: Option<Reason>,
    /// What became of it.
    state: String,
}

impl DueView {
    pub(super) fn of(
        line: &Line<'_, Row>,
        reasons: &[Computed<'_, Row>],
        today: NaiveDate,
        t: Words,
    ) -> Self {
        let lang = t.terms();
        let due = &line.due;
        let its = |what: What| {
            reasons.iter().find(|one| {
                one.row.id == due.row.id && (one.what, one.occurrence) == (what, due.occurrence)
            })
        };
        let measure = matches!(due.row.entry, Entry::Identity(_)) && due.what != What::Age;
        // The end of a measure of protection is written down as it is; what it means stands with its renewal.
        let reason = its(due.what).or_else(|| its(What::File).filter(|_| measure));
        let why = match reason {
            Some(reason) => reason.said(reasons, today, lang),
            None => due.what.why(lang).to_owned(),
        };
        let day = due.when.day();
        let days = (day - today).num_days();
        let on = day_in_words(day, lang);
        let when = match due.when.hour() {
            Some(hour) => t.due_at(on, hour.format("%H:%M")),
            None => on,
        };
        let begins = due.what.begins();
        Self {
            cause: line.cause.clone(),
            day,
            page: due
                .row
                .entry
                .kind()
                .and_then(page_of)
                .unwrap_or(Page::History),
            title: if measure {
                t.rights_protection().to_owned()
            } else {
                due.row.entry.title(lang)
            },
            when: if begins {
                t.due_prepare(when)
            } else {
                let called = due.what.called(&due.row.entry, lang);
                format!("{called}{}{when}", lang.pick("\u{a0}: ", ": "))
            },
            far: match days {
                ..-1 if begins => t.since_days(-days),
                -1 if begins => t.since_yesterday().to_owned(),
                days => far(days, t),
            },
            late: days < 0 && !begins,
            why,
            reason: reason.map(|one| one.reason.clone()),
            state: state(line.standing, t),
        }
    }

    /// For `id` attributes.
    fn id(&self) -> String {
        let occurrence = self.cause.occurrence.map(|day| day.to_string());
        format!(
            "{}-{}{}",
            self.cause.entry,
            self.cause.what.code(),
            occurrence.unwrap_or_default()
        )
    }
}

/// "aujourd'hui", "demain", "dans 12 jours", "il y a 3 jours".
fn far(days: i64, t: Words) -> String {
    match days {
        ..-1 => t.due_days_ago(-days),
        -1 => t.due_yesterday().to_owned(),
        0 => t.is_today().to_owned(),
        1 => t.is_tomorrow().to_owned(),
        days => t.in_days(days),
    }
}

fn state(standing: Standing, t: Words) -> String {
    let lang = t.terms();
    match standing {
        Standing::Open => String::new(),
        Standing::Later(until) => t.due_put_off(day_in_words(until, lang)),
        Standing::Dismissed => t.due_hidden().to_owned(),
        Standing::Done(Some(on)) => t.due_done_on(day_in_words(on, lang)),
        Standing::Done(None) => t.due_done_once().to_owned(),
    }
}

/// The line, with its buttons if something may be said of it.
#[component]
pub(super) fn DueLine(line: DueView, may: bool) -> impl IntoView {
    let t = use_words();
    let settling = use_settling();
    let place = use_place();
    let entry = Place::item(
        t.lang(),
        line.page,
        &place.carnet,
        line.cause.entry.as_str(),
    );
    let class = if line.late { "state caution" } else { "state" };
    let (cause, day) = (line.cause.clone(), line.day);
    let say = move |answer: Answer| settling.say(&cause, day, answer);
    let say = StoredValue::new(say);
    let fold = NodeRef::<Details>::new();
    let answer = move |answer: Answer| {
        // The line below takes the place of this one: it must not stand unfolded because this one did.
        if let Some(fold) = fold.get_untracked() {
            fold.set_open(false);
        }
        say.with_value(|say| say(answer));
    };
    let name = StoredValue::new(line.title.clone());
    let about = move || view! { <span class="away">" "{name.get_value()}</span> };
    let later = move |days: u64, label: &'static str| {
        view! { <button class="quiet" type="button" on:click=move |_| answer(Answer::Later(days))>{label}{about()}</button> }
    };
    let id = line.id();
    view! {
        <li id=id>
            <p class="row-title"><a href=entry.href()>{line.title}</a></p>
            <p class="said">{line.when}" "<span class=class>{line.far}</span></p>
            <p class="soft">{line.why.clone()}</p>
            {line.reason.map(|reason| view! { <Why reason about=name.get_value() said=line.why/> })}
            {may.then(|| view! {
                <div class="row-acts">
                    <button class="go small" type="button" on:click=move |_| answer(Answer::Done)>
                        {sign(Sign::Check)}{t.due_done()}{about()}
                    </button>
                    <details node_ref=fold>
                        <summary>{t.due_later()}{about()}</summary>
                        <div class="row-acts">
                            {LATER.iter().map(|(days, label)| later(*days, label(t))).collect_view()}
                            <button class="quiet" type="button" on:click=move |_| answer(Answer::Hide)>{t.due_hide()}{about()}</button>
                        </div>
                    </details>
                </div>
            })}
        </li>
    }
}

/// What was settled, and the way back.
#[component]
pub(super) fn SettledLine(line: DueView, may: bool) -> impl IntoView {
    let t = use_words();
    let settling = use_settling();
    let (cause, day) = (line.cause.clone(), line.day);
    let undo = move |_| settling.say(&cause, day, Answer::Again);
    let id = line.id();
    view! {
        <li id=id>
            <p class="row-title">{line.title.clone()}</p>
            <p class="said">{line.when}</p>
            <p><span class="state done">{sign(Sign::Check)}{line.state}</span></p>
            {may.then(|| view! {
                <div class="row-acts">
                    <button class="quiet" type="button" on:click=undo>
                        {sign(Sign::Turn)}{t.due_again()}<span class="away">" "{line.title.clone()}</span>
                    </button>
                </div>
            })}
        </li>
    }
}
