//! Choosing documents of the carnet: those that fit the question first.

use crate::browser;
use crate::lists::rows::{Row, use_rows};
use crate::router::beside;
use crate::site_map::Page;
use crate::words::use_words;
use domain::entry::Answer;
use domain::mdph::{self, Question};
use domain::{Entry, EntryRef, date_in_words, view};
use leptos::prelude::*;

/// The documents, to be ticked.
#[component]
pub(super) fn PickDocuments(
    question: &'static Question,
    answer: RwSignal<Answer>,
) -> impl IntoView {
    let t = use_words();
    let rows = use_rows().get_untracked();
    let all = view::documents(&rows);
    let add = beside(Page::AddDocuments).href();
    let add = move || view! { <p><a class="quiet" href=add.clone()>{t.papers_add()}</a></p> };
    if all.is_empty() {
        return view! { <p class="soft">{t.no_document_yet()}</p>{add()} }.into_any();
    }
    let fits: Vec<&Row> = mdph::suggestions(question, &rows, browser::today(), t.terms())
        .into_iter()
        .map(|found| found.row)
        .filter(|row| matches!(row.entry, Entry::Document(_)))
        .collect();
    let chosen = answer.with_untracked(|answer| answer.documents.clone());
    let first = |row: &Row| {
        fits.iter().any(|fit| fit.id == row.id) || chosen.contains(&EntryRef(row.id.to_string()))
    };
    let (near, far): (Vec<&Row>, Vec<&Row>) = all.into_iter().partition(|row| first(row));
    let one = |row: &Row| {
        let link = StoredValue::new(EntryRef(row.id.to_string()));
        let checked =
            move || link.with_value(|link| answer.with(|answer| answer.documents.contains(link)));
        let toggled = move |event| {
            let yes = event_target_checked(&event);
            link.with_value(|link| {
                answer.update(|answer| {
                    answer.documents.retain(|there| there != link);
                    if yes {
                        answer.documents.push(link.clone());
                    }
                });
            });
        };
        let when = row.entry.date().map(|date| date_in_words(date, t.terms()));
        view! {
            <label class="pick">
                <input type="checkbox" prop:checked=checked on:change=toggled/>
                <span>{row.entry.title(t.terms())}" "<small>{when}</small></span>
            </label>
        }
    };
    let near_list = near.iter().map(|row| one(row)).collect_view();
    let far_list = far.iter().map(|row| one(row)).collect_view();
    view! {
        <div class="field" role="group" aria-labelledby="question" aria-describedby="help">
            {if near.is_empty() {
                view! { <p class="soft">{t.mdph_no_such_paper()}</p> }.into_any()
            } else {
                near_list.into_any()
            }}
            {(!far.is_empty()).then(|| view! {
                <details><summary>{t.mdph_other_papers()}</summary>{far_list}</details>
            })}
            {add()}
        </div>
    }
    .into_any()
}
