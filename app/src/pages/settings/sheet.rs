//! The recovery sheet: seen again while it is new, made anew at any time.

use crate::desk::{Doing, use_desk};
use crate::pages::create::SheetStep;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::words::use_words;
use leptos::prelude::*;
use store::NewSheet;

/// The card. While the sheet is shown it stands alone in it.
#[component]
pub(super) fn Sheet() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let sheet = RwSignal::new(None::<NewSheet>);
    let confirmed = Memo::new(move |_| {
        desk.account()
            .is_some_and(|account| account.sheet_confirmed)
    });
    let show = move |_| {
        doing.start(
            async |keeper| match keeper.pending_sheet().await {
                Some(pending) => Ok(pending),
                None => keeper.make_new_code().await,
            },
            move |made| sheet.set(Some(made)),
        );
    };
    let done = Callback::new(move |()| {
        sheet.set(None);
        toasts.say(t.kept());
    });
    view! {
        <section class="card" aria-label=t.sheet_title()>
            {move || match sheet.get() {
                Some(sheet) => view! { <SheetStep sheet done inside=true/> }.into_any(),
                None => view! {
                    <h2>{t.sheet_title()}</h2>
                    <p>{move || if confirmed.get() { t.sheet_is_proved() } else { t.sheet_unproved() }}</p>
                    <TroubleNotice trouble=doing.trouble/>
                    <div class="acts end">
                        <button class="go" type="button" on:click=show>
                            {sign(Sign::Lifebuoy)}
                            {move || if doing.busy.get() { t.one_moment() } else if confirmed.get() { t.new_sheet() } else { t.show_sheet() }}
                        </button>
                    </div>
                }
                .into_any(),
            }}
        </section>
    }
}
