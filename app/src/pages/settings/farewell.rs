//! Erasing one's account: first what becomes of each carnet, then the question.

use crate::desk::{Doing, use_desk};
use crate::parts::confirm::Confirm;
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::sign::{Sign, sign};
use crate::router::use_router;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use leptos::prelude::*;
use store::{CarnetId, Fate, Fates};

/// The card in Settings.
#[component]
pub(super) fn FarewellCard() -> impl IntoView {
    let t = use_words();
    let to = Place::of(t.lang(), Page::Farewell).href();
    view! {
        <section class="card" aria-labelledby="farewell">
            <h2 id="farewell">{Page::Farewell.heading(t)}</h2>
            <p>{t.farewell_settings()}</p>
            <p class="acts end"><a class="quiet" href=to>{sign(Sign::Erase)}{t.farewell_do()}</a></p>
        </section>
    }
}

/// The page.
#[component]
pub(crate) fn Farewell() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let router = use_router();
    let (looking, doing) = (Doing::new(desk), Doing::new(desk));
    let fates = RwSignal::new(None::<Fates>);
    let look = Callback::new(move |()| {
        looking.start(
            async |keeper| keeper.fates().await,
            move |found| {
                fates.try_set(Some(found));
            },
        );
    });
    Effect::new(move |_| look.run(()));
    let erase = Callback::new(move |()| {
        doing.start(
            async |keeper| keeper.erase_account().await,
            move |()| router.go(&Place::of(t.lang(), Page::Welcome)),
        );
    });
    let settings = Place::of(t.lang(), Page::Settings).href();
    let list = move || {
        match fates.get() {
        None => view! { <p role="status">{move || looking.busy.get().then(|| t.farewell_looking())}</p> }.into_any(),
        Some(fates) if fates.is_empty() => view! { <p>{t.farewell_none()}</p> }.into_any(),
        Some(fates) => {
            let rows = fates.into_iter().map(|(carnet, fate)| view! { <Row carnet fate changed=look/> }).collect_view();
            view! { <ul class="rows">{rows}</ul> }.into_any()
        }
    }
    };
    let act = move || {
        let blocked = |fates: &Fates| {
            let mut fates = fates.iter();
            fates.any(|(_, fate)| matches!(fate, Fate::Blocked | Fate::Untold))
        };
        match fates.with(|fates| fates.as_ref().map(blocked)) {
            None => ().into_any(),
            Some(true) => view! { <Notice tone=Tone::Caution><p>{t.farewell_not_yet()}</p></Notice> }.into_any(),
            Some(false) => view! {
                <div class="acts">
                    <Confirm id="erase-account" label=t.farewell_do() title=t.farewell_ask() means=t.farewell_means()
                        act=t.farewell_act() done=erase/>
                </div>
            }
            .into_any(),
        }
    };
    view! {
        <p><a class="quiet" href=settings>{sign(Sign::Back)}{t.title_settings()}</a></p>
        <h1 tabindex="-1">{Page::Farewell.heading(t)}</h1>
        <p class="lead">{t.farewell_lead()}</p>
        <TroubleNotice trouble=looking.trouble/>
        {list}
        <TroubleNotice trouble=doing.trouble/>
        {act}
        <p role="status">{move || doing.busy.get().then(|| t.one_moment())}</p>
    }
}

/// What becomes of one carnet.
#[component]
fn Row(carnet: CarnetId, fate: Fate, changed: Callback<()>) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let scene = untrack(|| desk.scene());
    let cover = scene.and_then(|scene| {
        scene
            .carnets
            .iter()
            .find(|cover| cover.id == carnet)
            .cloned()
    });
    let name = cover
        .map(|cover| cover.name)
        .filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| t.carnet_unnamed().to_owned());
    let to = |page: Page| Place::inside(t.lang(), page, &carnet.to_string()).href();
    let said = match fate {
        Fate::Left => t.farewell_left(),
        Fate::Erased => t.farewell_erased(),
        Fate::Blocked => t.farewell_blocked(),
        Fate::Gone => t.farewell_gone(),
        Fate::Untold => t.farewell_untold(),
    };
    let doing = Doing::new(desk);
    let put_away = Callback::new(move |()| {
        doing.start(
            async move |keeper| keeper.put_away(carnet).await,
            move |()| changed.run(()),
        );
    });
    let away = (fate == Fate::Untold).then(|| {
        view! {
            <Confirm id=format!("away-{carnet}") label=t.keep_put_away() title=t.keys_left_out_ask(&name)
                means=t.farewell_untold_means() act=t.keep_put_away() done=put_away/>
        }
    });
    let copy = (!matches!(fate, Fate::Gone | Fate::Untold)).then(|| {
        view! { <a class="quiet" href=to(Page::TakeAway)>{sign(Sign::Download)}{t.farewell_copy()}</a> }
    });
    let decide = (fate == Fate::Blocked).then(|| {
        view! { <a class="go small" href=to(Page::Keep)>{t.farewell_decide()}</a> }
    });
    view! {
        <li>
            <p class="row-title">{sign(Sign::Book)}" "{name}</p>
            <p>{said}</p>
            <TroubleNotice trouble=doing.trouble/>
            <p class="acts end">{decide}{copy}</p>
            {away.map(|away| view! { <div class="acts end">{away}</div> })}
        </li>
    }
}
