//! A new procedure: which rights are asked for; its papers follow from them.

use super::item::far;
use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::lists::rows::{Row, use_rows};
use crate::parts::button::Send;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::router::{beside, use_place, use_router};
use crate::site_map::{Page, Place};
use crate::words::{Words, use_words};
use chrono::{Days, NaiveDate};
use domain::due::What;
use domain::entry::{Procedure, ProcedureStep, Request};
use domain::lists::{ProcedureState, Right};
use domain::view::HasEntry;
use domain::{Entry, EntryRef, Kind, Term, day_in_words, rights, view};
use leptos::prelude::*;
use store::Edit;

/// How long before a renewal opens it is already ticked, in days.
const SOON: u64 = 30;

/// A right that is held and can be asked for again.
#[derive(Clone, Debug, PartialEq)]
struct Renewable {
    id: EntryRef,
    right: Right,
    detail: String,
    title: String,
    end: NaiveDate,
    soon: bool,
}

/// The page.
#[component]
pub(crate) fn NewProcedure() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let today = browser::today();
    let held = StoredValue::new(renewables(&rows.get_untracked(), today, t));
    let again = RwSignal::new(held.with_value(|held| {
        let soon = held.iter().filter(|one| one.soon);
        soon.map(|one| one.id.clone()).collect::<Vec<_>>()
    }));
    let new = RwSignal::new(Vec::<Right>::new());
    let tick_again = move |one: Renewable| {
        let (id, checked) = (one.id.clone(), one.id.clone());
        let end = day_in_words(one.end, t.terms());
        let when = far(one.end, today, t);
        view! {
            <label class="pick">
                <input type="checkbox" prop:checked=move || again.with(|again| again.contains(&checked))
                    on:change=move |event| toggled(again, &id, event_target_checked(&event))/>
                <span>{one.title}" "<span class="soft">{t.rights_until(end)}", "{when}</span></span>
            </label>
        }
    };
    let tick_new = move |right: &Right| {
        let right = *right;
        view! {
            <label class="chip">
                <input type="checkbox" on:change=move |event| toggled(new, &right, event_target_checked(&event))/>
                {right.short(t.terms())}
            </label>
        }
    };
    let any_held = held.with_value(|held| !held.is_empty());
    view! {
        <div class="procedures">
            <a class="quiet" href=beside(Page::Procedures).href()>{sign(Sign::Back)}{t.title_procedures()}</a>
            <h1 tabindex="-1">{Page::NewProcedure.heading(t)}</h1>
            <p class="soft">{t.new_procedure_lead()}</p>
            {any_held.then(|| view! {
                <fieldset class="field"><legend>{t.new_procedure_again()}</legend>
                    {held.get_value().into_iter().map(tick_again).collect_view()}
                </fieldset>
            })}
            <fieldset class="chips"><legend>{t.new_procedure_first()}</legend>
                {Right::ALL.iter().filter(|right| **right != Right::PaperCard).map(tick_new).collect_view()}
            </fieldset>
            <Begin held again new/>
        </div>
    }
}

fn toggled<T: Clone + PartialEq + Send + Sync + 'static>(
    list: RwSignal<Vec<T>>,
    one: &T,
    on: bool,
) {
    list.update(|list| {
        list.retain(|other| other != one);
        if on {
            list.push(one.clone());
        }
    });
}

/// The last question, and the button.
#[component]
fn Begin(
    held: StoredValue<Vec<Renewable>>,
    again: RwSignal<Vec<EntryRef>>,
    new: RwSignal<Vec<Right>>,
) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let doing = Doing::new(use_desk());
    let router = use_router();
    let place = use_place();
    let wrong = RwSignal::new(false);
    let begin = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let renewed = held.with_value(|held| {
            let chosen = |one: &&Renewable| again.with_untracked(|again| again.contains(&one.id));
            held.iter().filter(chosen).cloned().collect::<Vec<_>>()
        });
        let made = procedure(renewed, &new.get_untracked(), &rows.get_untracked(), t);
        wrong.set(made.requests.is_empty());
        if made.requests.is_empty() {
            return;
        }
        let edit = Edit::new(Entry::Procedure(made));
        let (lang, carnet) = (t.lang(), place.carnet.clone());
        doing.start(
            async move |keeper| keeper.put(edit).await,
            move |id| {
                router.replace(&Place::item(
                    lang,
                    Page::Procedure,
                    &carnet,
                    &id.to_string(),
                ));
            },
        );
    };
    view! {
        <form on:submit=begin>
            <div role="alert">
                {move || wrong.get().then(|| view! { <p class="problem">{sign(Sign::Caution)}<span>{t.new_procedure_nothing()}</span></p> })}
            </div>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts end"><Send doing label=t.new_procedure_begin().to_owned()/></div>
        </form>
    }
}

/// The rights that end, the nearest first.
fn renewables(rows: &[Row], today: NaiveDate, t: Words) -> Vec<Renewable> {
    let opens = rights::computed(rows);
    let soon = |row: &Row| {
        let first = opens
            .iter()
            .find(|one| one.row.id == row.id && matches!(one.what, What::Prepare | What::File));
        first.is_some_and(|one| one.day <= today + Days::new(SOON))
    };
    let held = view::of_kind(rows, Kind::Entitlement)
        .into_iter()
        .filter_map(|row| {
            let Entry::Entitlement(right) = &row.entry else {
                return None;
            };
            let id = row.reference()?;
            let going = right.is_held() && !rights::is_replaced(rows, &id);
            Some(Renewable {
                right: right.right?,
                detail: right.detail.clone(),
                title: row.entry.title(t.terms()),
                end: rights::end_of(right).filter(|_| going)?,
                soon: soon(row),
                id,
            })
        });
    let mut held: Vec<Renewable> = held.collect();
    held.sort_by_key(|one| one.end);
    held
}

/// The procedure that asks for all this.
fn procedure(renewed: Vec<Renewable>, new: &[Right], rows: &[Row], t: Words) -> Procedure {
    let again = renewed.into_iter().map(|one| Request {
        // A card in paper is replaced by the new one.
        right: Some(if one.right == Right::PaperCard {
            Right::Cmi
        } else {
            one.right
        }),
        detail: one.detail,
        renews: Some(one.id),
    });
    let first = new.iter().map(|right| Request {
        right: Some(*right),
        ..Request::default()
    });
    let requests: Vec<Request> = again.chain(first).collect();
    let rights: Vec<Right> = requests.iter().filter_map(|one| one.right).collect();
    let by_mdph = rights
        .iter()
        .any(|right| rights::known(*right).is_some_and(rights::Known::by_mdph));
    let protected = view::identity(rows).is_some_and(|(_, identity)| identity.protection.is_some());
    let mut names: Vec<&str> = rights.iter().map(|right| right.short(t.terms())).collect();
    names.dedup();
    Procedure {
        title: t.new_procedure_title(names.join(", ")),
        authority: if by_mdph {
            "MDPH".to_owned()
        } else {
            String::new()
        },
        pieces: rights::pieces_for(&rights, protected),
        history: vec![ProcedureStep {
            state: Some(ProcedureState::Draft),
            date: Some(browser::today()),
            ..ProcedureStep::default()
        }],
        requests,
        ..Procedure::default()
    }
}
