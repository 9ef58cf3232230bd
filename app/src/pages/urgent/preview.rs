//! Exactly what whoever opens the card will see; read through, then confirmed.

use crate::browser;
use crate::browser::sheet::draw_sheet;
use crate::desk::{Doing, use_desk};
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::router::{beside, use_router};
use crate::site_map::Page;
use crate::words::use_words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Where the sheet is drawn.
const PLACE: &str = "sheet-preview";

/// How far the drawing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Drawing {
    Coming,
    Drawn,
    Failed,
}

/// The page.
#[component]
pub(crate) fn UrgentPreview() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let back = beside(Page::Urgent).href();
    let drawing = RwSignal::new(Drawing::Coming);
    let asking = Doing::new(desk);
    let guardian = Memo::new(move |_| desk.carnet().is_some_and(|carnet| carnet.is_guardian()));
    let draw = move || {
        asking.start(
            async |keeper| keeper.urgent_bundle().await,
            move |bundle: String| {
                spawn_local(async move {
                    let lang = t.terms().pick("fr", "en");
                    let drawn = draw_sheet(PLACE, &bundle, lang).await;
                    drawing.try_set(if drawn {
                        Drawing::Drawn
                    } else {
                        Drawing::Failed
                    });
                });
            },
        );
    };
    // Drawn anew whenever something shown changes: what is confirmed is what stands here.
    let shown = Memo::new(move |_| {
        desk.carnet()
            .map(|carnet| (carnet.seq, (*carnet.urgent.sheet).clone()))
    });
    Effect::new(move |_| {
        shown.track();
        browser::soon(draw);
    });
    let state = move || {
        match drawing.get() {
        Drawing::Coming => view! { <p class="soft">{t.preview_wait()}</p> }.into_any(),
        Drawing::Drawn => ().into_any(),
        Drawing::Failed => view! {
            <Notice tone=Tone::Wrong><p><strong>{t.preview_failed()}</strong></p><p>{t.preview_failed_means()}</p></Notice>
        }
        .into_any(),
    }
    };
    view! {
        <div class="urgent">
            <p class="not-on-paper"><a class="quiet" href=back>{sign(Sign::Back)}{t.title_urgent()}</a></p>
            <h1 tabindex="-1" class="not-on-paper">{Page::UrgentPreview.heading(t)}</h1>
            <p class="not-on-paper">{t.preview_lead()}</p>
            <TroubleNotice trouble=asking.trouble/>
            <div role="status">{state}</div>
            <section class="preview" id=PLACE aria-label=t.preview_frame()></section>
            {move || (drawing.get() == Drawing::Drawn).then(|| {
                if guardian.get() {
                    view! { <Confirming/> }.into_any()
                } else {
                    view! { <p>{t.urgent_only_guardians()}</p> }.into_any()
                }
            })}
        </div>
    }
}

/// The question, and the button.
#[component]
fn Confirming() -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let toasts = use_toasts();
    let router = use_router();
    let sheet = beside(Page::Urgent);
    let back = sheet.href();
    let confirm = move |_| {
        let sheet = sheet.clone();
        doing.start(
            async |keeper| keeper.urgent_confirm().await.map(|_| ()),
            move |()| {
                toasts.say(t.preview_done());
                router.go(&sheet);
            },
        );
    };
    let busy = move || doing.busy.get().then_some("true");
    view! {
        <section class="card not-on-paper" aria-labelledby="confirm-sheet">
            <h2 id="confirm-sheet">{t.preview_ask()}</h2>
            <p>{t.preview_means()}</p>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts end">
                <button class="do" type="button" aria-disabled=busy on:click=confirm>{sign(Sign::Check)}{t.preview_confirm()}</button>
                <a class="go" href=back>{t.preview_change()}</a>
            </div>
        </section>
    }
}
