//! Leaving the carnet by oneself.

use super::kept::Kept;
use crate::desk::{Doing, use_desk};
use crate::parts::confirm::Confirm;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::router::{beside, use_router};
use crate::site_map::{Page, Place};
use crate::words::use_words;
use leptos::prelude::*;

/// The card. Who alone keeps the carnet is told why there is no button.
#[component]
pub(super) fn Leave(kept: Memo<Kept>) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let (router, toasts) = (use_router(), use_toasts());
    let invite = StoredValue::new(beside(Page::Invite).href());
    let last = move || kept.with(|kept| kept.guardian && kept.deciding() == 1);
    let go = Callback::new(move |()| {
        doing.start(
            async |keeper| keeper.leave().await,
            move |()| {
                toasts.say(t.keep_left());
                router.go(&Place::of(t.lang(), Page::Carnets));
            },
        );
    });
    view! {
        <section class="card" aria-labelledby="leave">
            <h2 id="leave">{t.keep_leave_title()}</h2>
            {move || if last() {
                view! {
                    <p>{t.keep_leave_last()}</p>
                    <p><a class="quiet" href=invite.get_value()>{sign(Sign::Add)}{t.keep_leave_invite()}</a></p>
                }
                .into_any()
            } else {
                view! {
                    <p>{t.keep_leave_lead()}</p>
                    <div class="acts end">
                        <Confirm id="leave-carnet" label=t.keep_leave() title=t.keep_leave_ask() means=t.keep_leave_lead()
                            act=t.keep_leave_act() grave=false done=go/>
                    </div>
                }
                .into_any()
            }}
            <TroubleNotice trouble=doing.trouble/>
        </section>
    }
}
