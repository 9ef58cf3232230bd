//! What needs a decision: the recovery sheet, versions to choose between, what the server keeps back.

use crate::desk::use_desk;
use crate::lists::rows::use_rows;
use crate::parts::notice::{Notice, Tone};
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::troubles;
use crate::words::{Words, use_words};
use leptos::prelude::*;
use store::{Trouble, What};

/// The notices.
#[component]
pub(super) fn Attention() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let rows = use_rows();
    let place = use_place();
    let settings = StoredValue::new(Place::of(t.lang(), Page::Settings).href());
    let unproved = Memo::new(move |_| {
        desk.account()
            .is_some_and(|account| !account.sheet_confirmed)
    });
    let told = Memo::new(move |_| {
        desk.carnet()
            .map(|carnet| carnet.notices.clone())
            .unwrap_or_default()
    });
    let conflicts = move || {
        let rows = rows.get();
        let conflict = |row: &crate::lists::rows::Row| {
            let href =
                Place::item(t.lang(), Page::Choose, &place.carnet, &row.id.to_string()).href();
            let title = row.entry.title(t.terms());
            view! {
                <Notice tone=Tone::Caution>
                    <p>{t.two_versions(title)}</p>
                    <p><a class="quiet" href=href>{t.choose_version()}</a></p>
                </Notice>
            }
        };
        rows.iter()
            .filter(|row| row.conflict)
            .map(conflict)
            .collect_view()
    };
    view! {
        {move || unproved.get().then(|| view! {
            <Notice tone=Tone::Caution>
                <p>{t.sheet_unproved()}</p>
                <p><a class="quiet" href=settings.get_value()>{t.sheet_unproved_do()}</a></p>
            </Notice>
        })}
        <crate::pages::keep::Asked/>
        {conflicts}
        {move || told.get().into_iter().map(|notice| carnet_notice(notice, t)).collect_view()}
    }
}

/// What is to be known about the carnet.
fn carnet_notice(notice: store::Notice, t: Words) -> AnyView {
    let told = match notice {
        store::Notice::Trouble(Trouble::NotAllowed) => troubles::Told {
            what: t.carnet_shut().to_owned(),
            means: t.carnet_shut_means().to_owned(),
        },
        store::Notice::Trouble(trouble) => troubles::tell(trouble, t),
        store::Notice::Withheld(what) => troubles::tell(Trouble::Withheld(what), t),
        store::Notice::Unsendable { entry, why } => {
            let told = troubles::tell(why, t);
            let what = t.unsendable(troubles::tell_short(why, t));
            return view! {
                <Notice tone=Tone::Wrong>
                    <p><strong>{what}</strong></p>
                    <p>{told.means}</p>
                    <Drop entry/>
                </Notice>
            }
            .into_any();
        }
    };
    let tone = if matches!(notice, store::Notice::Withheld(What::Key(_))) {
        Tone::Caution
    } else {
        Tone::Wrong
    };
    view! { <Notice tone=tone><p><strong>{told.what}</strong></p><p>{told.means}</p></Notice> }
        .into_any()
}

/// Lets an unsendable change go.
#[component]
fn Drop(entry: store::EntryId) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let drop_it = Callback::new(move |()| {
        desk.ask(async move |keeper| keeper.drop_unsent(entry).await, |_| ());
    });
    view! {
        <crate::parts::confirm::Confirm id=format!("drop-{entry}") label=t.drop_unsent() title=t.drop_unsent_title()
            means=t.drop_unsent_means() act=t.drop_unsent() done=drop_it/>
    }
}
