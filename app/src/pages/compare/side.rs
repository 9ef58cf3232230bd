//! One of the two films: which it is, and where its part of the clock begins.

use super::Choice;
use super::seconds::seconds;
use crate::browser::frames::{Frames, length_of};
use crate::pages::documents::film::{Opened, open};
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::sign::{Sign, sign};
use crate::words::use_words;
use domain::FileRef;
use leptos::html::Video;
use leptos::prelude::*;

/// One film.
#[derive(Clone, Copy)]
pub(super) struct Side {
    /// Which file.
    chosen: RwSignal<Option<String>>,
    /// Its element, while it can be played.
    pub(super) video: NodeRef<Video>,
    /// Where the common clock begins in it, in seconds.
    pub(super) start: RwSignal<f64>,
    /// How long it is, in seconds; 0 until that is known.
    pub(super) length: RwSignal<f64>,
    /// How long its pictures stand.
    frames: StoredValue<Option<Frames>, LocalStorage>,
}

impl Side {
    pub(super) fn new(chosen: Option<String>) -> Self {
        Self {
            chosen: RwSignal::new(chosen),
            video: NodeRef::new(),
            start: RwSignal::new(0.0),
            length: RwSignal::new(0.0),
            frames: StoredValue::new_local(None),
        }
    }

    /// Where it stands on the common clock.
    pub(super) fn at(self) -> Option<f64> {
        let video = self.video.get_untracked()?;
        Some(video.current_time() - self.start.get_untracked())
    }

    /// One picture of it, in seconds.
    pub(super) fn frame(self) -> f64 {
        self.frames.with_value(|frames| length_of(frames.as_ref()))
    }

    /// Goes to a place on the common clock.
    pub(super) fn go(self, at: f64) {
        if let Some(video) = self.video.get_untracked() {
            video.set_current_time((self.start.get_untracked() + at).max(0.0));
        }
    }
}

/// The film with its choice.
#[component]
pub(super) fn SideView(
    side: Side,
    films: Memo<Vec<Choice>>,
    id: &'static str,
    label: &'static str,
) -> impl IntoView {
    let t = use_words();
    let choose = move |event| {
        let blob = event_target_value(&event);
        side.start.set(0.0);
        side.length.set(0.0);
        side.chosen.set((!blob.is_empty()).then_some(blob));
    };
    let option = move |film: Choice| {
        let blob = film.file.blob.clone();
        let this = blob.clone();
        let selected = move || side.chosen.get().as_ref() == Some(&this);
        view! { <option value=blob prop:selected=selected>{film.title}</option> }
    };
    let file = Memo::new(move |_| {
        let chosen = side.chosen.get()?;
        films.with(|films| {
            let film = films.iter().find(|film| film.file.blob == chosen);
            film.map(|film| film.file.clone())
        })
    });
    let here = move |_| {
        if let Some(video) = side.video.get_untracked() {
            side.start.set(video.current_time());
        }
    };
    view! {
        <section class="side-film" aria-labelledby=format!("{id}-label")>
            <div class="field">
                <label id=format!("{id}-label") for=id>{label}</label>
                <select id=id on:change=choose>
                    <option value="">{t.compare_nothing()}</option>
                    {move || films.get().into_iter().map(option).collect_view()}
                </select>
            </div>
            {move || file.get().map(|file| view! { <Screen side file label/> })}
            <div class="acts">
                <button class="go small" type="button" id=format!("{id}-start") on:click=here>{sign(Sign::Clock)}{t.compare_start()}<span class="away">" "{label}</span></button>
                <span class="soft number">{move || t.compare_starts_at(seconds(side.start.get(), t))}</span>
            </div>
        </section>
    }
}

#[component]
fn Screen(side: Side, file: FileRef, label: &'static str) -> impl IntoView {
    let t = use_words();
    let name = format!("{label} : {}", file.name);
    let opened = open(file);
    let refused = RwSignal::new(false);
    let known = move |_| {
        if let Some(video) = side.video.get_untracked() {
            side.frames.set_value(Some(Frames::of(&video)));
            let length = video.duration();
            side.length
                .set(if length.is_finite() { length } else { 0.0 });
        }
    };
    move || {
        match (opened.get(), refused.get()) {
        (Opened::Coming, _) => {
            view! { <p class="soft" role="status">{t.film_opening()}</p> }.into_any()
        }
        (Opened::Failed(trouble), _) => {
            view! { <TroubleNotice trouble=Signal::stored(Some(trouble))/> }.into_any()
        }
        (Opened::Here(url), false) => view! {
            <video node_ref=side.video src=url controls playsinline preload="auto" aria-label=name.clone()
                on:loadedmetadata=known on:error=move |_| refused.set(true)></video>
        }
        .into_any(),
        (Opened::Cannot | Opened::Here(_), _) => {
            view! { <Notice tone=Tone::Plain><p>{t.film_cannot()}</p></Notice> }.into_any()
        }
    }
    }
}
