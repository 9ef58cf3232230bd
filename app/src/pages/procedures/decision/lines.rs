//! What was decided of each right: granted or refused, from when, until when.

use super::keep::keep;
use super::{Line, Writing};
use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::forms::findings::{Findings, FindingsSummary};
use crate::lists::rows::use_rows;
use crate::parts::button::Send;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::router::{beside, use_router};
use crate::site_map::Page;
use crate::words::use_words;
use chrono::NaiveDate;
use domain::entry::Entitlement;
use domain::lists::{EntitlementState as State, Rate, Right};
use domain::{Entry, Finding, Term, view};
use leptos::prelude::*;

#[component]
pub(super) fn Lines(writing: Writing) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let router = use_router();
    let year = StoredValue::new(beside(Page::YearAhead));
    let count = writing
        .written
        .with_untracked(|written| written.lines.len());
    let findings = Findings::new();
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let rows = rows.get_untracked();
        let birth = view::identity(&rows).and_then(|(_, identity)| identity.birth_date);
        let entitlements = writing.written.with_untracked(super::Written::entitlements);
        let before = findings.said_now();
        let found: Vec<(String, Vec<Finding>)> = entitlements
            .iter()
            .enumerate()
            .map(|(place, right)| {
                let entry = Entry::Entitlement(right.clone());
                (
                    format!("line-{place}"),
                    entry.check(browser::today(), birth),
                )
            })
            .collect();
        let found: Vec<(&str, &[Finding])> = found
            .iter()
            .map(|(prefix, found)| (prefix.as_str(), found.as_slice()))
            .collect();
        findings.put_each(&found, t);
        let said = findings.said_now();
        let only_seen_warnings = said == before && said.iter().all(|said| !said.blocking);
        if !said.is_empty() && !only_seen_warnings {
            browser::soon(|| browser::focus_id("findings"));
            return;
        }
        let edits = keep(desk, entitlements, &rows);
        doing.start(
            async move |keeper| keeper.put_many(edits).await,
            move |_| {
                writing.drop_it();
                toasts.say(t.decision_kept());
                year.with_value(|place| router.go(place));
            },
        );
    };
    let label = Signal::derive(move || {
        let warned = findings.said().iter().any(|said| !said.blocking);
        if warned {
            t.keep_anyway()
        } else {
            t.decision_keep()
        }
        .to_owned()
    });
    view! {
        <form on:submit=send novalidate>
            <h2 id="question" tabindex="-1">{t.decision_lines()}</h2>
            <p class="soft">{t.decision_lines_why()}</p>
            <FindingsSummary findings/>
            {(0..count).map(|place| view! { <OneLine writing place/> }).collect_view()}
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts end">
                <Send doing label/>
                <button class="go" type="button" on:click=move |_| writing.go(-1)>{sign(Sign::Back)}{t.decision_back()}</button>
            </div>
        </form>
    }
}

/// The rights whose decision says a rate.
fn has_rate(right: Option<Right>) -> bool {
    matches!(
        right,
        Some(Right::Aeeh | Right::AeehSupplement | Right::Aah | Right::Cmi | Right::PaperCard)
    )
}

#[component]
fn OneLine(writing: Writing, place: usize) -> impl IntoView {
    let t = use_words();
    let start = writing
        .written
        .with_untracked(|written| written.lines.get(place).cloned());
    let Some(Line { own, same }) = start else {
        return ().into_any();
    };
    let line = Memo::new(move |_| {
        writing
            .written
            .with(|written| written.lines.get(place).cloned())
    });
    let change = move |change: Box<dyn FnOnce(&mut Line)>| {
        writing.change(|written| {
            if let Some(line) = written.lines.get_mut(place) {
                change(line);
            }
        });
    };
    let own_change = move |act: Box<dyn FnOnce(&mut Entitlement)>| {
        change(Box::new(move |line| act(&mut line.own)));
    };
    let refused = Memo::new(move |_| {
        line.get()
            .is_some_and(|line| line.own.state == Some(State::Refused))
    });
    let own_dates = Memo::new(move |_| line.get().is_some_and(|line| !line.same) && !refused.get());
    let open_end = Memo::new(move |_| line.get().is_some_and(|line| line.own.no_end));
    let id = format!("line-{place}");
    let of = |field: &str| format!("{id}-{field}");
    let state = move |state: State| {
        let name = format!("line-{place}-state");
        let chosen = own.state.unwrap_or(State::Granted) == state;
        view! {
            <label class="chip">
                <input type="radio" name=name checked=chosen on:change=move |_| own_change(Box::new(move |own| own.state = Some(state)))/>
                {state.label(t.terms())}
            </label>
        }
    };
    let rate = move |rate: &Rate| {
        let rate = *rate;
        let name = format!("line-{place}-rate");
        view! {
            <label class="chip">
                <input type="radio" name=name checked=own.rate == Some(rate) on:change=move |_| own_change(Box::new(move |own| own.rate = Some(rate)))/>
                {rate.label(t.terms())}
            </label>
        }
    };
    let day = |event: &web_sys::Event| event_target_value(event).parse::<NaiveDate>().ok();
    let (start_id, end_id, detail_id, no_end_id) =
        (of("start"), of("end"), of("detail"), of("no_end"));
    let (first, last) = (
        own.start.map(|day| day.to_string()),
        own.end.map(|day| day.to_string()),
    );
    let (first, last) = (StoredValue::new(first), StoredValue::new(last));
    let ids = StoredValue::new((start_id, end_id, no_end_id));
    let dates = move || {
        own_dates.get().then(|| {
            let (start_id, end_id, no_end_id) = ids.get_value();
            let kept = move |field: fn(&Entitlement) -> Option<NaiveDate>, begin: StoredValue<Option<String>>| {
                let now = line.with_untracked(|line| line.as_ref().and_then(|line| field(&line.own)));
                now.map(|day| day.to_string()).or_else(|| begin.get_value())
            };
            view! {
                <div class="pair">
                    <div class="field">
                        <label for=start_id.clone()>{t.decision_start()}</label>
                        <input id=start_id.clone() type="date" value=kept(|own| own.start, first)
                            on:input=move |event| { let day = day(&event); own_change(Box::new(move |own| own.start = day)); }/>
                    </div>
                    {move || (!open_end.get()).then(|| {
                        let end_id = end_id.clone();
                        view! {
                            <div class="field">
                                <label for=end_id.clone()>{t.decision_end()}</label>
                                <input id=end_id.clone() type="date" value=kept(|own| own.end, last)
                                    on:input=move |event| { let day = day(&event); own_change(Box::new(move |own| own.end = day)); }/>
                            </div>
                        }
                    })}
                </div>
                <label class="pick">
                    <input id=no_end_id type="checkbox" prop:checked=move || open_end.get()
                        on:change=move |event| {
                            let on = event_target_checked(&event);
                            own_change(Box::new(move |own| {
                                own.no_end = on;
                                if on {
                                    own.end = None;
                                }
                            }));
                        }/>
                    {t.rights_no_end()}
                </label>
            }
        })
    };
    let title = own.right.map(|right| right.label(t.terms()));
    view! {
        <fieldset class="group" id=id>
            <legend class="row-title">{title}</legend>
            <div class="chips" role="radiogroup" aria-label=t.decision_answer()>{state(State::Granted)}{state(State::Refused)}</div>
            {(place > 0).then(|| view! {
                <label class="pick">
                    <input type="checkbox" checked=same on:change=move |event| {
                        let on = event_target_checked(&event);
                        change(Box::new(move |line| line.same = on));
                    }/>
                    {t.decision_same_dates()}
                </label>
            })}
            {dates}
            <div class="field">
                <label for=detail_id.clone()>{t.decision_detail()}</label>
                <input id=detail_id type="text" maxlength="150" autocomplete="off" value=own.detail.clone()
                    on:input=move |event| { let text = event_target_value(&event); own_change(Box::new(move |own| own.detail = text)); }/>
            </div>
            {has_rate(own.right).then(|| view! {
                <fieldset class="chips"><legend>{t.decision_rate()}</legend>{Rate::ALL.iter().map(rate).collect_view()}</fieldset>
            })}
        </fieldset>
    }
    .into_any()
}
