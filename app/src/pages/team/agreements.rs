//! The agreements by which people may read and write, as they were recorded.

use crate::desk::use_desk;
use crate::lists::entry_row::{RowActs, facts};
use crate::lists::rows::{Row, use_rows};
use crate::words::{Words, use_words};
use domain::entry::Consent;
use domain::{Entry, day_in_words};
use leptos::prelude::*;
use store::MemberView;

/// The agreements about a member, the newest first.
pub(super) fn of_member(rows: &[Row], member: &MemberView) -> Vec<(Row, Consent)> {
    let about = rows.iter().filter_map(|row| match &row.entry {
        Entry::Consent(consent) if member.is_named(&consent.member) => {
            Some((row.clone(), consent.clone()))
        }
        _ => None,
    });
    let mut about: Vec<(Row, Consent)> = about.collect();
    about.sort_by_key(|(row, consent)| std::cmp::Reverse((consent.date, row.at)));
    about
}

/// What a member is, as their last agreement says: "Masseur-Kinésithérapeute".
pub(super) fn what_they_are(rows: &[Row], member: &MemberView, t: Words) -> Option<String> {
    let said = of_member(rows, member)
        .into_iter()
        .map(|(_, consent)| consent.what_they_are(t.terms()));
    said.into_iter().find(|said| !said.is_empty())
}

/// One agreement.
#[component]
pub(super) fn Agreement(row: Row, consent: Consent) -> impl IntoView {
    let t = use_words();
    let title = match consent.date {
        Some(day) => t.team_agreed_on(day_in_words(day, t.terms())),
        None => t.team_agreed().to_owned(),
    };
    let lines = row.entry.lines(t.terms());
    let name = consent.allowed_to.clone();
    let named = format!("{title} – {name}");
    // An agreement is taken back, or given anew; it is never written over.
    let kept = Row {
        editable: false,
        ..row
    };
    view! {
        <details>
            <summary>{title}<span class="away">" "{name}</span></summary>
            {facts(lines)}
            <RowActs row=kept title=named/>
        </details>
    }
}

/// Agreements with people who are not in the carnet, or no longer.
#[component]
pub(super) fn OtherAgreements() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let rows = use_rows();
    let others = Memo::new(move |_| {
        let carnet = desk.carnet();
        let members = carnet.as_ref().map(|carnet| carnet.members.clone());
        let members = members.unwrap_or_default();
        let rows = rows.get();
        let other = rows.iter().filter(|row| match &row.entry {
            Entry::Consent(consent) => !members
                .iter()
                .any(|member| member.is_named(&consent.member)),
            _ => false,
        });
        other.cloned().collect::<Vec<Row>>()
    });
    move || {
        let others = others.get();
        (!others.is_empty()).then(|| {
            let one = |row: Row| {
                let Entry::Consent(consent) = row.entry.clone() else {
                    return ().into_any();
                };
                let name = consent.allowed_to.clone();
                view! { <li><p class="row-title">{name}</p><Agreement row consent/></li> }
                    .into_any()
            };
            view! {
                <section class="band" aria-labelledby="agreements">
                    <h2 id="agreements">{t.team_other_agreements()}</h2>
                    <ul class="rows">{others.into_iter().map(one).collect_view()}</ul>
                </section>
            }
        })
    }
}
