//! What is written for a procedure: its file for the MDPH, and its letters, each one press away.

use super::about::About;
use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::lists::rows::{Row, use_rows};
use crate::pages::mdph::far;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::router::{beside, use_place, use_router};
use crate::site_map::{Page, Place};
use crate::words::use_words;
use domain::entry::{MdphFile, Procedure};
use domain::lists::{LetterKind, ProcedureState};
use domain::view::HasEntry;
use domain::{Entry, EntryRef, Kind, Term, day_in_words, letters, mdph, rights, view};
use leptos::prelude::*;
use store::Edit;

/// The file and the letters.
#[component]
pub(super) fn Writings(about: About) -> impl IntoView {
    let t = use_words();
    view! {
        <section class="band" aria-labelledby="writings">
            <h2 id="writings">{t.writings_title()}</h2>
            <File about/>
            <Letters about/>
        </section>
    }
}

/// What can be done about the file.
#[derive(Clone, PartialEq)]
enum Stands {
    /// There is one: what is said of it, and where it opens.
    There(String, String),
    /// Another procedure's is being written: where it opens.
    Other(String),
    /// It can be begun.
    None,
}

fn file(row: &Row) -> Option<&MdphFile> {
    match &row.entry {
        Entry::MdphFile(file) => Some(file),
        _ => None,
    }
}

#[component]
fn File(about: About) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let rows = use_rows();
    let router = use_router();
    let place = StoredValue::new(use_place());
    let overview = StoredValue::new(beside(Page::Mdph));
    let id = StoredValue::new(EntryRef(about.id.to_string()));
    let concerned = Memo::new(move |_| about.procedure.with(by_mdph));
    let stands = Memo::new(move |_| {
        let rows = rows.get();
        let open = |row: &Row| {
            let current = mdph::current(&rows).is_some_and(|current| current.id == row.id);
            if current {
                return overview.with_value(Place::href);
            }
            place.with_value(|place| {
                let id = row.id.to_string();
                Place::item(t.lang(), Page::MdphReview, &place.carnet, &id).href()
            })
        };
        let own = id.with_value(|id| mdph::serving(&rows, id));
        if let Some((row, file)) = own.and_then(|row| Some((row, file(row)?))) {
            let said = match file.sent.filter(|_| file.gone()) {
                Some(day) => t.writings_file_sent(day_in_words(day, t.terms())),
                None => {
                    let far = far(file, &rows);
                    t.writings_file_far(far.answered, far.asked)
                }
            };
            return Stands::There(said, open(row));
        }
        match mdph::current(&rows) {
            Some(row) if mdph::unclaimed(&rows).is_none() => Stands::Other(open(row)),
            _ => Stands::None,
        }
    });
    let begin = move |_| {
        let rows = rows.get_untracked();
        let procedure = about.procedure.get_untracked();
        let serve = |file: &mut MdphFile| id.with_value(|id| mdph::serve(file, id, &procedure));
        let edit = match mdph::unclaimed(&rows) {
            Some(row) => desk.edited(row.id, |entry| {
                let Entry::MdphFile(file) = entry else {
                    return None;
                };
                serve(file);
                Some(())
            }),
            None => {
                let last = mdph::last_sent(&rows);
                let before = last.and_then(|row| Some((row.reference()?, file(row)?)));
                let mut file = mdph::begin(before, browser::today());
                serve(&mut file);
                Some(Edit::new(Entry::MdphFile(file)))
            }
        };
        let Some(edit) = edit else { return };
        doing.start(
            async move |keeper| keeper.put(edit).await,
            move |_| overview.with_value(|place| router.go(place)),
        );
    };
    let prepares = move || {
        let state = about.procedure.with(Procedure::state);
        state <= ProcedureState::Incomplete
    };
    let shown = move || {
        match stands.get() {
        Stands::There(said, href) => view! {
            <p>{said}</p>
            <p class="acts"><a class="go" href=href>{sign(Sign::Paper)}{t.writings_file_open()}</a></p>
        }
        .into_any(),
        Stands::Other(href) if prepares() => view! {
            <p>{t.writings_file_other()}</p>
            <p class="acts"><a class="go" href=href>{sign(Sign::Paper)}{t.writings_file_open()}</a></p>
        }
        .into_any(),
        Stands::None if about.may.get() && prepares() => view! {
            <p>{t.writings_file_why()}</p>
            <p class="acts">
                <button class="go" type="button" on:click=begin aria-disabled=move || doing.busy.get().then_some("true")>
                    {sign(Sign::Paper)}{t.writings_file_begin()}
                </button>
            </p>
        }
        .into_any(),
        Stands::Other(_) | Stands::None => ().into_any(),
    }
    };
    view! {
        {move || concerned.get().then_some(shown)}
        <TroubleNotice trouble=doing.trouble/>
    }
}

/// Whether the MDPH decides about something of it.
fn by_mdph(procedure: &Procedure) -> bool {
    let mut asked = procedure.requests.iter().filter_map(|one| one.right);
    asked.any(|right| rights::known(right).is_some_and(rights::Known::by_mdph))
}

#[component]
fn Letters(about: About) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let place = StoredValue::new(use_place());
    let all = beside(Page::Letters).href();
    let written = move || {
        let rows = rows.get();
        let id = about.id.to_string();
        let mut found = view::of_kind(&rows, Kind::Letter);
        found.retain(|row| {
            matches!(&row.entry, Entry::Letter(letter)
                if letter.procedure.as_ref().is_some_and(|procedure| *procedure.as_str() == id))
        });
        view::newest_first(&mut found);
        let line = |row: &Row| {
            let Entry::Letter(letter) = &row.entry else {
                return None;
            };
            let href = place.with_value(|place| {
                Place::item(t.lang(), Page::Letter, &place.carnet, &row.id.to_string()).href()
            });
            let day = |day| day_in_words(day, t.terms());
            let state = match (letter.sent, letter.date) {
                (Some(sent), _) => t.letter_sent_on(day(sent)),
                (None, Some(date)) => t.letter_dated(day(date)),
                (None, None) => String::new(),
            };
            Some(view! {
                <li><p class="row-title"><a href=href>{row.entry.title(t.terms())}</a></p><p class="soft">{state}</p></li>
            })
        };
        let list: Vec<_> = found.into_iter().filter_map(line).collect();
        (!list.is_empty()).then(|| view! { <ul class="rows">{list}</ul> })
    };
    let offered = Memo::new(move |_| about.procedure.with(letters::offered));
    let new = move |kind: LetterKind| {
        let href = place.with_value(|place| {
            Place::letter_about(t.lang(), &place.carnet, kind.code(), &about.id.to_string()).href()
        });
        view! { <a class="go" href=href>{sign(Sign::Letter)}{kind.label(t.terms())}</a> }
    };
    let offers = move || {
        let kinds = offered.get();
        (about.may.get() && !kinds.is_empty()).then(|| {
            view! {
                <p class="soft">{t.writings_letters_why()}</p>
                <div class="acts stack">{kinds.into_iter().map(new).collect_view()}</div>
            }
        })
    };
    view! {
        {written}
        {offers}
        <p><a class="quiet" href=all>{sign(Sign::Letter)}{t.writings_all_letters()}</a></p>
    }
}
