//! The agenda as a file.

use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::words::{Words, use_words};
use domain::{Kind, Lang};
use leptos::prelude::*;
use store::calendar::{Detail, Outgoing, OutgoingEntry};
use store::{CarnetView, EntryId};

/// Kinds that a file holds, and what they need to be understood.
const KINDS: [Kind; 4] = [
    Kind::Appointment,
    Kind::Series,
    Kind::Absence,
    Kind::AgendaSettings,
];

/// A button that makes the file: of everything, or of one entry.
#[component]
pub(in crate::pages::agenda) fn ToFile(only: Option<EntryId>) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let (class, label) = match only {
        None => ("do", t.agenda_file()),
        Some(_) => ("quiet", t.agenda_file_one()),
    };
    let make = move |_| {
        let Some(carnet) = desk.carnet_now() else {
            return;
        };
        let outgoing = outgoing(&carnet, only, t);
        doing.start(
            async move |keeper| keeper.write_calendar(outgoing).await,
            move |text| browser::download(text.as_bytes(), "text/calendar", "agenda.ics"),
        );
    };
    view! {
        <TroubleNotice trouble=doing.trouble/>
        <p class="acts end"><button class=class type="button" on:click=make>{sign(Sign::Download)}{label}</button></p>
    }
}

/// What goes into the file.
fn outgoing(carnet: &CarnetView, only: Option<EntryId>, t: Words) -> Outgoing {
    let entries = carnet.entries.values().filter_map(|view| {
        let version = view.current()?;
        let plain = version.plain()?;
        let kind = plain.entry.kind().filter(|kind| KINDS.contains(kind))?;
        let wanted = only.is_none_or(|only| only == view.id) || kind == Kind::AgendaSettings;
        wanted.then(|| OutgoingEntry {
            id: view.id.to_string(),
            at: version.at.0,
            fields: plain.to_fields(),
        })
    });
    Outgoing {
        name: t.title_agenda().to_owned(),
        today: browser::today(),
        window: None,
        detail: Detail::Full,
        salt: None,
        french: t.terms() == Lang::Fr,
        entries: entries.collect(),
    }
}
