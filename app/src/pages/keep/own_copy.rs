//! The way out that nobody has to allow: a full copy, as files or as a carnet of one's own.

use crate::desk::{Doing, use_desk};
use crate::parts::confirm::Confirm;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::router::{beside, use_router};
use crate::site_map::{Page, Place};
use crate::words::use_words;
use leptos::prelude::*;
use std::rc::Rc;
use store::Progress;

/// The card.
#[component]
pub(super) fn OwnCopy() -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let (router, toasts) = (use_router(), use_toasts());
    let file = RwSignal::new(0_usize);
    let files = beside(Page::TakeAway).href();
    let copy = Callback::new(move |()| {
        let told = Rc::new(move |progress: Progress| {
            file.try_set(progress.file + 1);
        });
        doing.start(
            async move |keeper| keeper.copy_carnet(told).await,
            move |carnet| {
                toasts.say(t.keep_copied());
                router.go(&Place::inside(t.lang(), Page::Today, &carnet.to_string()));
            },
        );
    });
    view! {
        <section class="card" aria-labelledby="own-copy">
            <h2 id="own-copy">{t.keep_copy_title()}</h2>
            <p>{t.keep_copy()}</p>
            <TroubleNotice trouble=doing.trouble/>
            <p role="status">{move || doing.busy.get().then(|| match file.get() {
                0 => t.one_moment().to_owned(),
                number => t.keep_copying(number),
            })}</p>
            <div class="acts end">
                <a class="quiet" href=files>{sign(Sign::Download)}{t.keep_copy_do()}</a>
                <Confirm id="own-carnet" label=t.keep_copy_own() title=t.keep_copy_ask() means=t.keep_copy_means()
                    act=t.keep_copy_own() grave=false done=copy/>
            </div>
        </section>
    }
}
