//! "Somebody else can open my account": a new account takes the place of the old one in every carnet, step by step. What was
//! begun is taken up again wherever it stopped.

use crate::desk::{Doing, use_desk};
use crate::pages::create::SheetStep;
use crate::parts::button::Send;
use crate::parts::confirm::Confirm;
use crate::parts::field::Line;
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::sign::{Sign, sign};
use crate::site_map::{Lang, Page, Place};
use crate::words::use_words;
use leptos::prelude::*;
use store::{CarnetId, MailLanguage, NewSheet};

/// Where one is in it.
#[derive(Clone, PartialEq)]
enum Step {
    /// Nothing was done.
    Ready,
    /// The new account's sheet is shown.
    Sheet(NewSheet),
    /// The carnets are to follow.
    Carnets,
    /// All is done.
    Done,
}

/// The card in Settings.
#[component]
pub(super) fn NewKeysCard() -> impl IntoView {
    let t = use_words();
    let to = Place::of(t.lang(), Page::NewKeys).href();
    view! {
        <section class="card" aria-labelledby="new-keys">
            <h2 id="new-keys">{Page::NewKeys.heading(t)}</h2>
            <p>{t.keys_settings()}</p>
            <p class="acts end"><a class="go" href=to>{sign(Sign::Key)}{t.keys_settings_do()}</a></p>
        </section>
    }
}

/// Said on every list of carnets while it is not finished.
#[component]
pub(crate) fn Unfinished() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let pending = Memo::new(move |_| desk.account().is_some_and(|account| account.replacing));
    let to = StoredValue::new(Place::of(t.lang(), Page::NewKeys).href());
    move || {
        pending.get().then(|| view! {
            <Notice tone=Tone::Caution>
                <p>{t.keys_pending()}</p>
                <p><a class="quiet" href=to.get_value()>{sign(Sign::Key)}{t.keys_pending_do()}</a></p>
            </Notice>
        })
    }
}

/// The page.
#[component]
pub(crate) fn NewKeys() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let settings = Place::of(t.lang(), Page::Settings).href();
    let pending = untrack(|| desk.account()).is_some_and(|account| account.replacing);
    let step = RwSignal::new(if pending { Step::Carnets } else { Step::Ready });
    let on = Callback::new(move |()| step.set(Step::Carnets));
    view! {
        {move || match step.get() {
            Step::Ready => view! {
                <p><a class="quiet" href=settings.clone()>{sign(Sign::Back)}{t.title_settings()}</a></p>
                <h1 tabindex="-1">{Page::NewKeys.heading(t)}</h1>
                <Begin step/>
            }
            .into_any(),
            Step::Sheet(sheet) => view! { <SheetStep sheet done=on/> }.into_any(),
            Step::Carnets => view! { <h1 tabindex="-1">{Page::NewKeys.heading(t)}</h1><GoOn step/> }.into_any(),
            Step::Done => view! { <h1 tabindex="-1">{Page::NewKeys.heading(t)}</h1><Done/> }.into_any(),
        }}
    }
}

#[component]
fn Begin(step: RwSignal<Step>) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let unsent = Memo::new(move |_| desk.scene().is_some_and(|scene| scene.unsent > 0));
    let (name, passphrase) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let with_passkey = move |_| {
        doing.start(
            async |keeper| keeper.replace_with_passkey().await,
            move |sheet| step.set(Step::Sheet(sheet)),
        );
    };
    let with_name = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let (name, secret) = (name.get_untracked(), passphrase.get_untracked());
        doing.start(
            async move |keeper| keeper.replace_with_name(name, secret).await,
            move |sheet| step.set(Step::Sheet(sheet)),
        );
    };
    let button = Signal::derive(move || t.keys_make().to_owned());
    view! {
        <p class="lead">{t.keys_lead()}</p>
        <ol>
            <li>{t.keys_step_one()}</li>
            <li>{t.keys_step_two()}</li>
            <li>{t.keys_step_three()}</li>
        </ol>
        <Notice tone=Tone::Plain><p>{t.keys_cannot()}</p></Notice>
        {move || unsent.get().then(|| view! { <Notice tone=Tone::Caution><p>{t.keys_unsent()}</p></Notice> })}
        <TroubleNotice trouble=doing.trouble/>
        <div class="acts">
            <button class="do" type="button" on:click=with_passkey>
                {sign(Sign::Key)}
                {move || if doing.busy.get() { t.one_moment() } else { t.keys_passkey() }}
            </button>
        </div>
        <details class="form">
            <summary>{t.keys_name()}</summary>
            <form class="form" novalidate on:submit=with_name>
                <Line id="keys-name" label=t.sign_in_name() hint=t.keys_name_hint() value=name autocomplete="username"/>
                <Line id="keys-passphrase" label=t.passphrase() hint=t.passphrase_hint() value=passphrase kind="password"
                    autocomplete="new-password"/>
                <div class="acts"><Send doing label=button/></div>
            </form>
        </details>
    }
}

#[component]
fn GoOn(step: RwSignal<Step>) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let left = RwSignal::new(Vec::<CarnetId>::new());
    let language = match t.lang() {
        Lang::En => MailLanguage::English,
        Lang::Fr | Lang::FrSimple => MailLanguage::French,
    };
    let go = move |_| {
        doing.start(
            async move |keeper| keeper.replace_on(language).await,
            move |rest| {
                if rest.is_empty() {
                    step.set(Step::Done);
                } else {
                    left.set(rest);
                }
            },
        );
    };
    let pending = Memo::new(move |_| desk.account().is_some_and(|account| account.replacing));
    let named = move |id: &CarnetId| {
        let scene = untrack(|| desk.scene());
        let name = scene.and_then(|scene| {
            scene
                .carnets
                .iter()
                .find(|cover| cover.id == *id)
                .map(|cover| cover.name.clone())
        });
        let name = name
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| t.carnet_unnamed().to_owned());
        let id = *id;
        let away = Callback::new(move |()| {
            doing.start(
                async move |keeper| keeper.put_away(id).await,
                move |()| left.update(|left| left.retain(|other| *other != id)),
            );
        });
        view! {
            <li>
                <p>{name.clone()}</p>
                <p><Confirm id=format!("away-{id}") label=t.keep_put_away() title=t.keys_left_out_ask(name)
                    means=t.keys_left_out_means() act=t.keep_put_away() done=away/></p>
            </li>
        }
    };
    view! {
        <p class="lead">{move || if pending.get() || doing.busy.get() { t.keys_now() } else { t.keys_nothing() }}</p>
        {move || (!left.with(Vec::is_empty)).then(|| view! {
            <Notice tone=Tone::Caution>
                <p>{t.keys_left()}</p>
                <ul>{left.with(|left| left.iter().map(named).collect_view())}</ul>
                <p>{t.keys_left_out()}</p>
            </Notice>
        })}
        <TroubleNotice trouble=doing.trouble/>
        {move || (pending.get() || doing.busy.get()).then(|| view! {
            <div class="acts">
                <button class="do" type="button" on:click=go>
                    {sign(Sign::Turn)}
                    {move || if doing.busy.get() { t.one_moment() } else { t.keys_go_on() }}
                </button>
            </div>
        })}
    }
}

#[component]
fn Done() -> impl IntoView {
    let t = use_words();
    let carnets = Place::of(t.lang(), Page::Carnets).href();
    view! {
        <Notice tone=Tone::Well><p>{t.keys_done()}</p></Notice>
        <p>{t.keys_old_passkey()}</p>
        <div class="acts"><a class="do" href=carnets>{sign(Sign::Book)}{t.keys_to_carnets()}</a></div>
    }
}
