//! Watching a film in the page: fetched and opened a part at a time, slowed down, a picture at a time.

use super::download::Download;
use crate::browser::frames::{Frames, length_of};
use crate::browser::media::Media;
use crate::desk::use_desk;
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::sign::{Sign, sign};
use crate::router::{beside, use_place};
use crate::site_map::Page;
use crate::words::{Words, use_words};
use domain::FileRef;
use leptos::html::Video;
use leptos::prelude::*;
use leptos::task::spawn_local;
use store::Trouble;
use web_sys::KeyboardEvent;

/// A film that is asked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Opened {
    /// It comes.
    Coming,
    /// It can be played from this address.
    Here(String),
    /// This browser has no way to play it without holding all of it.
    Cannot,
    /// It did not come.
    Failed(Trouble),
}

/// The media type under which a browser is given a film. Apple's own name says nothing to other browsers, though most of its
/// films are what they play.
fn played_as(mime: &str) -> &str {
    match mime {
        "video/webm" | "video/ogg" => mime,
        "video/x-matroska" => "video/webm",
        _ => "video/mp4",
    }
}

/// Opens a film for a player. It is forgotten with the part of the page that asked.
pub(crate) fn open(file: FileRef) -> RwSignal<Opened> {
    let opened = RwSignal::new(Opened::Coming);
    let kept = StoredValue::new_local(None::<Media>);
    let desk = use_desk();
    Effect::new(move |_| {
        let (file, mime) = (file.clone(), played_as(&file.mime).to_owned());
        desk.ask(
            async move |keeper| keeper.open_file(file).await,
            move |outcome| match outcome {
                Err(trouble) => drop(opened.try_set(Opened::Failed(trouble))),
                Ok(file) => spawn_local(async move {
                    let Some(media) = Media::show(file, &mime).await else {
                        opened.try_set(Opened::Cannot);
                        return;
                    };
                    let url = media.url();
                    if kept.try_set_value(Some(media)).is_none() {
                        opened.try_set(Opened::Here(url));
                    }
                }),
            },
        );
    });
    opened
}

/// A film with everything to watch it.
#[component]
pub(crate) fn Film(file: FileRef) -> impl IntoView {
    let t = use_words();
    let opened = open(file.clone());
    let refused = RwSignal::new(false);
    let label = t.film_of(&file.name);
    let player = move || match (opened.get(), refused.get()) {
        (Opened::Coming, _) => {
            view! { <p class="soft" role="status">{t.film_opening()}</p> }.into_any()
        }
        (Opened::Failed(trouble), _) => {
            view! { <TroubleNotice trouble=Signal::stored(Some(trouble))/> }.into_any()
        }
        (Opened::Here(url), false) => {
            view! { <Player url label=label.clone() refused/> }.into_any()
        }
        (Opened::Cannot | Opened::Here(_), _) => {
            view! { <Notice tone=Tone::Plain><p>{t.film_cannot()}</p></Notice> }.into_any()
        }
    };
    view! { <div class="sheet film">{player}<Download file/></div> }
}

#[component]
fn Player(url: String, label: String, refused: RwSignal<bool>) -> impl IntoView {
    let t = use_words();
    let video = NodeRef::<Video>::new();
    let group = label.clone();
    // Only what is filed can be put beside another.
    let filed = use_place().page == Some(Page::Document);
    let speed = RwSignal::new(1.0);
    Effect::new(move |_| {
        let speed = speed.get();
        if let Some(video) = video.get() {
            video.set_playback_rate(speed);
        }
    });
    let frames = StoredValue::new_local(None::<Frames>);
    let watch = move |_| {
        if let Some(video) = video.get_untracked() {
            frames.set_value(Some(Frames::of(&video)));
        }
    };
    let step = move |forwards: bool| {
        if let Some(video) = video.get_untracked() {
            let _ = video.pause();
            let one = frames.with_value(|frames| length_of(frames.as_ref()));
            let by = if forwards { one } else { -one };
            video.set_current_time((video.current_time() + by).max(0.0));
        }
    };
    let keys = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "," => step(false),
            "." => step(true),
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <div class="player" role="group" aria-label=group on:keydown=keys>
            <video node_ref=video src=url controls playsinline preload="metadata" aria-label=label
                on:loadedmetadata=watch on:error=move |_| refused.set(true)></video>
            <div class="acts">
                <button class="go small" type="button" on:click=move |_| step(false)>{sign(Sign::Back)}{t.film_back()}</button>
                <button class="go small" type="button" on:click=move |_| step(true)>{t.film_forward()}{sign(Sign::Forward)}</button>
                <Speeds speed/>
            </div>
            <p class="soft not-on-phone">{t.film_keys()}</p>
            {filed.then(|| view! { <p><a class="quiet" href=beside(Page::Compare).href()>{sign(Sign::Compare)}{t.film_compare()}</a></p> })}
        </div>
    }
}

/// How fast it goes: a choice of three.
#[component]
pub(crate) fn Speeds(speed: RwSignal<f64>) -> impl IntoView {
    let t = use_words();
    let choice = |value: f64, name: fn(Words) -> &'static str| {
        let chosen = move || (speed.get() - value).abs() < f64::EPSILON;
        view! {
            <button class="go small" type="button" aria-pressed=move || chosen().to_string() on:click=move |_| speed.set(value)>{name(t)}</button>
        }
    };
    view! {
        <div class="speeds" role="group" aria-label=t.film_speed()>
            {choice(1.0, Words::film_normal)}
            {choice(0.5, Words::film_half)}
            {choice(0.25, Words::film_quarter)}
        </div>
    }
}
