//! An answer by voice: recorded, sealed like any file, heard again.

use crate::browser;
use crate::browser::voice::{Recording, Refusal, record};
use crate::desk::use_desk;
use crate::forms::pick_files::{Sending, SendingBars};
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::sign::{Sign, sign};
use crate::words::use_words;
use domain::FileRef;
use domain::entry::Answer;
use domain::mdph::Question;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use std::time::Duration;
use store::Trouble;

/// The longest recording, in seconds.
const LONGEST: u32 = 300;
/// The most recordings of one answer.
const MOST: usize = 5;

/// How far a recording is.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Idle,
    Asking,
    /// It goes on, since so many seconds.
    Recording(u32),
    Refused(Refusal),
}

/// Recording, and what was recorded.
#[component]
pub(super) fn Voice(
    question: &'static Question,
    answer: RwSignal<Answer>,
    /// Something was said that is not kept yet.
    unkept: RwSignal<bool>,
) -> impl IntoView {
    let t = use_words();
    let state = RwSignal::new(State::Idle);
    let sending = Sending::new(use_desk());
    let recording: StoredValue<Option<Recording>, LocalStorage> = StoredValue::new_local(None);
    let voices = Memo::new(move |_| answer.with(|answer| answer.voice.clone()));
    let stop = Callback::new(move |()| {
        let Some(Some(recording)) = recording.try_update_value(Option::take) else {
            return;
        };
        let name = t.mdph_voice_file(voices.with_untracked(Vec::len) + 1);
        spawn_local(async move {
            match recording.stop(&name).await {
                Some(file) => sending.send(vec![file], move |added| {
                    answer.try_update(|answer| {
                        answer.not_concerned = false;
                        answer
                            .voice
                            .extend(added.into_iter().map(|added| added.file));
                    });
                }),
                None => {
                    state.try_set(State::Refused(Refusal::Unable));
                    return;
                }
            }
            state.try_set(State::Idle);
        });
    });
    let tick = move || {
        if let Some(State::Recording(seconds)) = state.try_get_untracked() {
            if seconds + 1 >= LONGEST {
                stop.run(());
            } else {
                state.set(State::Recording(seconds + 1));
            }
        }
    };
    Effect::new(move |_| {
        if let Ok(clock) = set_interval_with_handle(tick, Duration::from_secs(1)) {
            on_cleanup(move || clock.clear());
        }
    });
    let begin = move |_| {
        state.set(State::Asking);
        spawn_local(async move {
            let next = match record().await {
                Ok(begun) => {
                    recording.try_set_value(Some(begun));
                    State::Recording(0)
                }
                Err(refusal) => State::Refused(refusal),
            };
            state.try_set(next);
        });
    };
    let button = move || {
        match state.get() {
        State::Recording(_) => view! {
            <button class="do" type="button" on:click=move |_| stop.run(())>{sign(Sign::Stop)}{t.mdph_voice_stop()}</button>
        }
        .into_any(),
        State::Asking => view! { <p class="soft">{t.mdph_voice_asking()}</p> }.into_any(),
        State::Idle | State::Refused(_) if voices.with(Vec::len) < MOST => view! {
            <button class="go" type="button" on:click=begin>{sign(Sign::Microphone)}{t.mdph_voice_record()}</button>
        }
        .into_any(),
        _ => view! { <p class="soft">{t.mdph_voice_enough()}</p> }.into_any(),
    }
    };
    let refused = move || {
        let State::Refused(refusal) = state.get() else {
            return None;
        };
        let said = match refusal {
            Refusal::Refused => t.mdph_voice_refused(),
            Refusal::NoMicrophone => t.mdph_voice_none(),
            Refusal::Unable => t.mdph_voice_unable(),
        };
        Some(view! { <Notice tone=Tone::Caution><p>{said}</p></Notice> })
    };
    // Said once when it begins; the seconds are for the eye.
    let going = Memo::new(move |_| matches!(state.get(), State::Recording(_)));
    Effect::new(move || unkept.set(going.get() || sending.bars.with(|bars| !bars.is_empty())));
    on_cleanup(move || {
        unkept.try_set(false);
    });
    let clock = move || match state.get() {
        State::Recording(seconds) => Some(t.mdph_voice_time(clock(LONGEST), clock(seconds))),
        _ => None,
    };
    let label = format!("{} : {}", t.mdph_voice(), question.ask(t.terms()));
    let list = move || voices.get().into_iter().enumerate().collect::<Vec<_>>();
    let key = |(place, file): &(usize, FileRef)| (*place, file.blob.clone());
    let heard = move |(place, file): (usize, FileRef)| view! { <Heard place file answer/> };
    view! {
        <div class="voice" role="group" aria-label=label>
            <p class="soft" aria-hidden="true">{t.mdph_voice_or()}</p>
            <div class="acts">{button}</div>
            <p role="status">{move || going.get().then(|| t.mdph_voice_going())}</p>
            <p class="number" aria-hidden="true">{clock}</p>
            <div role="alert">{refused}</div>
            <SendingBars sending/>
            <ul class="voices">
                <For each=list key children=heard/>
            </ul>
        </div>
    }
}

/// One recording: fetched when somebody wants to hear it.
#[component]
fn Heard(place: usize, file: FileRef, answer: RwSignal<Answer>) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let address = RwSignal::new(None::<String>);
    let trouble = RwSignal::new(None::<Trouble>);
    let name = t.mdph_voice_number(place + 1);
    let blob = StoredValue::new(file.blob.clone());
    let file = StoredValue::new(file);
    on_cleanup(move || {
        if let Some(Some(url)) = address.try_get_untracked() {
            browser::forget_url(&url);
        }
    });
    let hear = move |_| {
        let file = file.get_value();
        let mime = sound(&file.mime);
        trouble.set(None);
        desk.ask(
            async move |keeper| keeper.read_file(file, Rc::new(|_| ())).await,
            move |read| match read {
                Ok(bytes) => {
                    address.try_set(browser::object_url(&bytes, mime));
                }
                Err(why) => {
                    trouble.try_set(Some(why));
                }
            },
        );
    };
    let remove = move |_| {
        answer.update(|answer| {
            blob.with_value(|blob| answer.voice.retain(|file| file.blob != *blob));
        });
    };
    let heard = name.clone();
    let erased = name.clone();
    view! {
        <li>
            <span>{name.clone()}</span>
            {move || match address.get() {
                Some(url) => view! { <audio controls=true src=url aria-label=heard.clone()></audio> }.into_any(),
                None => view! {
                    <button class="quiet" type="button" on:click=hear>{sign(Sign::Play)}{t.mdph_voice_hear()}<span class="away">" "{heard.clone()}</span></button>
                }.into_any(),
            }}
            <button class="quiet erase" type="button" on:click=remove>{sign(Sign::Erase)}{t.remove()}<span class="away">" "{erased}</span></button>
            <TroubleNotice trouble/>
        </li>
    }
}

/// The media types of sound that this window plays; anything else is bytes, and stays silent.
fn sound(mime: &str) -> &'static str {
    match mime {
        "audio/webm" => "audio/webm",
        "audio/ogg" => "audio/ogg",
        "audio/mp4" => "audio/mp4",
        _ => "application/octet-stream",
    }
}

/// "2:05".
fn clock(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
