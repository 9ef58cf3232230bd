//! Said on Today: the others who keep the carnet wait for an answer; or said that this account was lost, which it is not.

use crate::desk::use_desk;
use crate::parts::notice::{Notice, Tone};
use crate::parts::sign::{Sign, sign};
use crate::router::beside;
use crate::site_map::Page;
use crate::words::use_words;
use leptos::prelude::*;

/// The notice, while somebody waits.
#[component]
pub(crate) fn Asked() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let waits = Memo::new(move |_| {
        desk.carnet().is_some_and(|carnet| {
            let mut asked = carnet.proposals.iter();
            asked.any(|asked| !asked.over && asked.waiting.contains(&carnet.me))
        })
    });
    let spoke_up = Memo::new(move |_| desk.carnet().is_some_and(|carnet| carnet.spoke_up));
    let to = StoredValue::new(beside(Page::Keep).href());
    let not_lost = move || {
        spoke_up.get().then(|| {
            view! {
                <Notice tone=Tone::Caution>
                    <p>{t.keep_spoke_up()}</p>
                    <p>{t.keep_spoke_up_else()}</p>
                    <p><a class="quiet" href=to.get_value()>{sign(Sign::Forward)}{t.title_keep()}</a></p>
                </Notice>
            }
        })
    };
    let waiting = move || {
        waits.get().then(|| {
            view! {
                <Notice tone=Tone::Caution>
                    <p>{t.keep_waits_for_you()}</p>
                    <p><a class="quiet" href=to.get_value()>{sign(Sign::Forward)}{t.keep_see()}</a></p>
                </Notice>
            }
        })
    };
    view! { {not_lost}{waiting} }
}
