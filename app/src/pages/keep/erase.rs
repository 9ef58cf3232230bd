//! Erasing the carnet: at once by its only guardian, else once all agree; and what is left of one that was erased.

use super::kept::Kept;
use crate::desk::{Doing, use_desk};
use crate::parts::confirm::Confirm;
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::router::{beside, use_place, use_router};
use crate::site_map::{Page, Place};
use crate::words::use_words;
use leptos::prelude::*;
use store::{CarnetId, Proposal};

/// The card.
#[component]
pub(super) fn Erase(kept: Memo<Kept>) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let toasts = use_toasts();
    let alone = move || kept.with(|kept| kept.deciding() == 1);
    let asked = move || {
        let erase = Proposal::EraseCarnet;
        kept.with(|kept| kept.proposals.iter().any(|asked| asked.what == erase))
    };
    let ask = Callback::new(move |()| {
        let said = (!alone()).then(|| t.keep_proposed());
        doing.start(
            async |keeper| keeper.propose(Proposal::EraseCarnet).await,
            move |()| {
                if let Some(said) = said {
                    toasts.say(said);
                }
            },
        );
    });
    let name = move || kept.with(|kept| kept.person(t));
    view! {
        <section class="card" aria-labelledby="erase-carnet-title">
            <h2 id="erase-carnet-title">{t.keep_erase_title()}</h2>
            <p>{move || if alone() { t.keep_erase_lead_alone() } else { t.keep_erase_lead() }}</p>
            <div class="acts end">{move || {
                if asked() {
                    return ().into_any();
                }
                let (label, act) = if alone() {
                    (t.keep_erase(), t.keep_erase_act(name()))
                } else {
                    (t.keep_erase_propose(), t.keep_erase_propose_act().to_owned())
                };
                view! {
                    <Confirm id="erase-carnet" label title=t.keep_erase_ask() means=t.keep_means_erase() act done=ask/>
                }
                .into_any()
            }}</div>
            <TroubleNotice trouble=doing.trouble/>
        </section>
    }
}

/// The carnet was erased.
#[component]
pub(super) fn Closed() -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let router = use_router();
    let carnet: Option<CarnetId> = use_place().carnet.parse().ok();
    let put_away = move |_| {
        let Some(carnet) = carnet else { return };
        doing.start(
            async move |keeper| keeper.put_away(carnet).await,
            move |()| router.go(&Place::of(t.lang(), Page::Carnets)),
        );
    };
    let copy = beside(Page::TakeAway).href();
    view! {
        <Notice tone=Tone::Caution><p>{t.keep_closed()}</p></Notice>
        <TroubleNotice trouble=doing.trouble/>
        <div class="acts">
            <a class="do" href=copy>{sign(Sign::Download)}{t.keep_copy_do()}</a>
            <button class="go" type="button" on:click=put_away>{sign(Sign::Away)}{t.keep_put_away()}</button>
        </div>
    }
}
