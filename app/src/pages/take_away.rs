//! Taking everything away: one zip with the originals, the entries, and a page to read them with.

use crate::browser::files::Basket;
use crate::desk::{Doing, use_desk};
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::site_map::Page;
use crate::words::use_words;
use leptos::prelude::*;
use std::rc::Rc;
use store::Progress;

/// The page.
#[component]
pub(crate) fn TakeAway() -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let toasts = use_toasts();
    let file = RwSignal::new(0_usize);
    let make = move |_| {
        let basket = Rc::new(Basket::default());
        let filled = basket.clone();
        let told = Rc::new(move |progress: Progress| {
            file.try_set(progress.file + 1);
        });
        doing.start(
            async move |keeper| keeper.export(filled, t.terms(), told).await,
            move |()| {
                basket.offer("application/zip", t.take_away_file());
                toasts.say(t.take_away_done());
            },
        );
    };
    view! {
        <h1 tabindex="-1">{Page::TakeAway.heading(t)}</h1>
        <p class="lead">{t.take_away_lead()}</p>
        <ul>
            <li>{t.take_away_originals()}</li>
            <li>{t.take_away_entries()}</li>
            <li>{t.take_away_index()}</li>
        </ul>
        <Notice tone=Tone::Caution><p>{t.take_away_open()}</p></Notice>
        <TroubleNotice trouble=doing.trouble/>
        <div class="acts">
            <button class="do" type="button" on:click=make>
                {sign(Sign::Download)}
                {move || if doing.busy.get() { t.one_moment() } else { t.take_away_do() }}
            </button>
        </div>
        <p role="status">{move || doing.busy.get().then(|| match file.get() {
            0 => t.take_away_starts().to_owned(),
            number => t.take_away_file_number(number),
        })}</p>
    }
}
