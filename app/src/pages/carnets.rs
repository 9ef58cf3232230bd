//! The carnets of the account.

use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::pages::team::{day_of, role_word};
use crate::parts::face::Face;
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::sign::{Sign, sign};
use crate::parts::when;
use crate::router::use_router;
use crate::site_map::{Page, Place};
use crate::troubles::tell_short;
use crate::words::{Words, use_words};
use leptos::prelude::*;
use store::{CarnetId, Cover, Mine, Role, Trouble};

/// What a card shows; comparable, so that cards stand still while nothing changes.
#[derive(Clone, PartialEq)]
struct Cards {
    covers: Vec<Cover>,
    offered: Vec<CarnetId>,
}

/// The page.
#[component]
pub(crate) fn Carnets() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let cards = Memo::new(move |_| {
        desk.scene().map(|scene| Cards {
            covers: scene.carnets.clone(),
            offered: scene.offered.clone(),
        })
    });
    let new = Place::of(t.lang(), Page::NewCarnet).href();
    let settings = Place::of(t.lang(), Page::Settings).href();
    view! {
        <h1 tabindex="-1">{t.title_carnets()}</h1>
        <crate::pages::settings::Unfinished/>
        {move || {
            let cards = cards.get()?;
            let empty = cards.covers.is_empty();
            Some(view! {
                {empty.then(|| view! { <div class="empty"><p>{t.no_carnet_yet()}</p></div> })}
                <ul class="cards">{cards.covers.into_iter().map(|cover| view! { <li><Card cover/></li> }).collect_view()}</ul>
                {cards.offered.into_iter().map(|carnet| view! { <Offer carnet/> }).collect_view()}
            })
        }}
        <div class="acts">
            <a class="do" href=new>{sign(Sign::Add)}{t.title_new_carnet()}</a>
            <a class="go" href=settings>{sign(Sign::Settings)}{t.title_settings()}</a>
        </div>
        <ExampleOffer/>
    }
}

/// One carnet.
#[component]
fn Card(cover: Cover) -> impl IntoView {
    let t = use_words();
    let href = Place::inside(t.lang(), Page::Today, &cover.id.to_string()).href();
    let name = if cover.name.is_empty() {
        t.carnet_unnamed().to_owned()
    } else {
        cover.name.clone()
    };
    let age = cover
        .birth
        .and_then(|birth| when::age(birth, browser::today(), t));
    let latest = cover
        .latest
        .map(|latest| t.latest_change(when::moment(latest.at.0, t)));
    // What this account was there is past.
    let shut = cover.trouble == Some(Trouble::NotAllowed);
    let mine = cover.mine.filter(|_| !shut);
    let place = mine.map(|mine| mine_in_words(mine, cover.news, t));
    let told = move |trouble| match trouble {
        Trouble::NotAllowed => t.carnet_shut().to_owned(),
        other => tell_short(other, t),
    };
    view! {
        <div class="card">
            <div class="who">
                <Face name=name.clone() photo=cover.photo carnet=cover.id/>
                <div><h2><a href=href>{name}</a></h2><p>{age}</p></div>
            </div>
            {place}
            <p><small>{latest}</small></p>
            {cover.trouble.map(|trouble| view! { <p class="warn">{sign(Sign::Caution)}<span>{told(trouble)}</span></p> })}
        </div>
    }
}

/// What this account is in a carnet, until when, and what is new in it. Who keeps it without an end needs no word for that.
fn mine_in_words(mine: Mine, news: usize, t: Words) -> AnyView {
    let role = role_word(mine.role, t);
    let said = match (mine.over, mine.until) {
        (true, _) => Some(t.card_over().to_owned()),
        (false, Some(until)) => Some(t.card_role_until(day_of(until, t), role)),
        (false, None) => (mine.role != Role::Guardian).then(|| role.to_owned()),
    };
    let new = match news {
        0 => None,
        1 => Some(t.card_news_one().to_owned()),
        many => Some(t.card_news_many(many)),
    };
    let new = new.map(|new| view! { <p class="states"><span class="state done">{sign(Sign::Notebook)}{new}</span></p> });
    view! { {said.map(|said| view! { <p class="soft">{said}</p> })}{new} }.into_any()
}

/// A carnet that somebody added this account to.
#[component]
fn Offer(carnet: CarnetId) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let accept = move |_| {
        doing.start(
            async move |keeper| keeper.accept_carnet(carnet).await,
            |()| (),
        );
    };
    let decline = move |_| {
        doing.start(
            async move |keeper| keeper.decline_carnet(carnet).await,
            |()| (),
        );
    };
    view! {
        <Notice tone=Tone::Plain>
            <p>{t.offered()}</p>
            <p>{t.offered_means()}</p>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts end">
                <button class="small" type="button" on:click=decline>{t.decline_offer()}</button>
                <button class="go small" type="button" on:click=accept>{t.accept_offer()}</button>
            </div>
        </Notice>
    }
}

/// Everything can be tried on a carnet of somebody who does not exist.
#[component]
pub(super) fn ExampleOffer() -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let router = use_router();
    let make = move |_| {
        let today = browser::today();
        doing.start(
            async move |keeper| -> Result<CarnetId, Trouble> { keeper.create_example(today).await },
            move |carnet| router.go(&Place::inside(t.lang(), Page::Today, &carnet.to_string())),
        );
    };
    view! {
        <section class="card" aria-labelledby="example">
            <h2 id="example">{t.example_title()}</h2>
            <p>{t.example_what()}</p>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts end">
                <button class="go" type="button" on:click=make>
                    {move || if doing.busy.get() { t.one_moment() } else { t.example_make() }}
                </button>
            </div>
        </section>
    }
}
