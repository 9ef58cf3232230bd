//! The agenda elsewhere: a file to take away, a file of another calendar to take in, an address for a calendar program.

mod subscribe;
mod take_away;
mod take_in;
mod taken;

use crate::desk::use_desk;
use crate::parts::sign::{Sign, sign};
use crate::router::beside;
use crate::site_map::Page;
use crate::words::use_words;
use domain::Section;
use leptos::prelude::*;

pub(super) use take_away::ToFile;

/// The page.
#[component]
pub(crate) fn ShareAgenda() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let may = Memo::new(move |_| {
        desk.carnet()
            .is_some_and(|carnet| carnet.may_write(Section::Agenda))
    });
    view! {
        <div class="agenda">
            <p><a class="quiet" href=beside(Page::Agenda).href()>{sign(Sign::Back)}{t.title_agenda()}</a></p>
            <h1 tabindex="-1">{Page::ShareAgenda.heading(t)}</h1>
            <section class="card" aria-labelledby="take-away">
                <h2 id="take-away">{t.agenda_take_away()}</h2>
                <p>{t.agenda_take_away_means()}</p>
                <ToFile only=None/>
            </section>
            <Show when=move || may.get()><take_in::TakeIn/></Show>
            <subscribe::Subscribe/>
        </div>
    }
}
