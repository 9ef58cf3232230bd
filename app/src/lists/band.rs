//! One list of entries under its heading: filled in, known to be empty, or not filled in yet.

use super::entry_row::EntryRow;
use super::ordered::Ordered;
use super::rows::{Row, use_rows};
use crate::browser;
use crate::desk::use_desk;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::troubles::tell_short;
use crate::words::{Word, use_words};
use domain::entry::{ListKind, ListState, NoneKnown, Statement};
use domain::{Entry, Term, day_in_words};
use leptos::prelude::*;
use store::Edit;

/// How the rows of a list are ordered.
pub(crate) type Order = fn(&[Row]) -> Ordered<'_>;

/// What is particular to one list.
#[derive(Clone, Copy)]
pub(crate) struct Band {
    /// Which list.
    pub(crate) list: ListKind,
    /// Its rows in order.
    pub(crate) order: Order,
    /// On the button that adds one.
    pub(crate) add: Word,
    /// What belongs here, and why it helps.
    pub(crate) why: Word,
    /// On the button that says there is none; lists of which nobody says so have none.
    pub(crate) none: Option<Word>,
    /// Its icon.
    pub(crate) sign: Sign,
}

/// The list.
#[component]
pub(crate) fn BandView(band: Band) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let place = use_place();
    let kind = band.list.kind();
    let id = format!("list-{}", band.list.code());
    let heading = id.clone();
    let add = Place::item(t.lang(), Page::Add, &place.carnet, kind.code()).href();
    let desk = use_desk();
    let may = Memo::new(move |_| {
        desk.carnet()
            .is_some_and(|carnet| carnet.may_write(band.list.home()))
    });
    let state = Memo::new(move |_| StateKey(band.list.state(&rows.get())));
    let list = move || {
        let rows = rows.get();
        let Ordered { heads, rest } = (band.order)(&rows);
        let rows = heads
            .into_iter()
            .map(|(row, earlier)| {
                let more = folded(earlier, |count| t.earlier_ones(count));
                view! { <EntryRow row=row.clone() more/> }
            })
            .collect_view();
        let rest = folded(rest, |count| t.others(count));
        view! { <ul class="rows">{rows}</ul>{rest} }
    };
    view! {
        <section class="band" aria-labelledby=id>
            <div class="band-head">
                <h2 id=heading tabindex="-1"><span class="tone">{sign(band.sign)}</span>{band.list.label(t.terms())}</h2>
                {move || may.get().then(|| view! {
                    <a class="go small" href=add.clone()>{sign(Sign::Add)}{(band.add)(t)}</a>
                })}
            </div>
            {move || match state.get().0 {
                ListState::Some(_) => list().into_any(),
                ListState::NoneKnown(on) => {
                    let none = band.none.map_or("", |none| none(t));
                    let said = on.map(|day| t.said_on(day_in_words(day, t.terms())));
                    view! { <p><span class="state done">{sign(Sign::Check)}{none}</span>" "<small>{said}</small></p> }.into_any()
                }
                ListState::NotFilledIn => view! { <NotFilledIn band may/> }.into_any(),
            }}
        </section>
    }
}

/// Rows that unfold under a line that counts them.
fn folded(rows: Vec<&Row>, label: impl Fn(usize) -> String) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    let label = label(rows.len());
    let rows = rows
        .into_iter()
        .map(|row| view! { <EntryRow row=row.clone()/> })
        .collect_view();
    view! { <details><summary>{label}</summary><ul class="rows">{rows}</ul></details> }.into_any()
}

#[derive(Clone, Copy, PartialEq)]
struct StateKey(ListState);

/// Nothing was said of a list: what belongs there, and the two things that can be said.
#[component]
fn NotFilledIn(band: Band, may: Memo<bool>) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let toasts = use_toasts();
    let say_none = move |_| {
        let statement = Statement {
            list: band.list,
            state: NoneKnown::NoneKnown,
            on: Some(browser::today()),
        };
        let edit = Edit::new(Entry::Statement(statement));
        desk.ask(
            async move |keeper| keeper.put(edit).await,
            move |done| match done {
                Ok(_) => toasts.say(t.kept()),
                Err(trouble) => toasts.say(tell_short(trouble, t)),
            },
        );
    };
    view! {
        <div class="empty">
            <p>{(band.why)(t)}</p>
            {move || {
                let none = band.none.filter(|_| may.get());
                none.map(|none| view! {
                    <button class="go small" type="button" on:click=say_none>{sign(Sign::Check)}{none(t)}</button>
                })
            }}
        </div>
    }
}
