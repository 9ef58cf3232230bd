//! The people and structures around the person.

use crate::browser;
use crate::lists::entry_row::EntryRow;
use crate::lists::rows::use_rows;
use crate::parts::may::writes;
use crate::parts::sign::{Sign, sign};
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use domain::{Kind, Section, Term, view};
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn Contacts() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let place = use_place();
    let add = Place::item(t.lang(), Page::Add, &place.carnet, Kind::Contact.code()).href();
    let may = writes(&[Section::Team]);
    let groups = move || {
        let rows = rows.get();
        let groups = view::contact_groups(&rows, browser::today());
        if groups.is_empty() {
            return view! { <div class="empty"><p>{t.why_contacts()}</p></div> }.into_any();
        }
        let group = |(group, here): (view::ContactGroup, Vec<&crate::lists::rows::Row>)| {
            let rows = here
                .into_iter()
                .map(|row| view! { <EntryRow row=row.clone()/> })
                .collect_view();
            let id = format!("group-{}", group.code());
            let heading = id.clone();
            view! {
                <section class="band" aria-labelledby=id>
                    <h2 id=heading>{group.label(t.terms())}</h2>
                    <ul class="rows">{rows}</ul>
                </section>
            }
        };
        groups.into_iter().map(group).collect_view().into_any()
    };
    view! {
        <div class="contacts">
            <h1 tabindex="-1">{Page::Contacts.heading(t)}</h1>
            {move || may.get().then(|| view! {
                <p class="acts"><a class="do" href=add.clone()>{sign(Sign::Add)}{t.add_contact()}</a></p>
            })}
            {groups}
        </div>
    }
}
