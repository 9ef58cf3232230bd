//! A file of another calendar: what was read in it, to choose from.

use super::taken::{Line, Offered, offered};
use crate::browser;
use crate::browser::files::picked;
use crate::desk::{Doing, use_desk};
use crate::lists::rows::use_rows;
use crate::parts::button::Send;
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::toast::use_toasts;
use crate::words::use_words;
use domain::Lang;
use domain::agenda::Settings;
use leptos::prelude::*;
use leptos::task::spawn_local;
use store::calendar::{Incoming, MAX_FILE};
use store::{Edit, Trouble};

/// How many entries go into one commit, at most.
const TOGETHER: usize = 16;

/// Choosing the file, then what of it.
#[component]
pub(super) fn TakeIn() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let rows = use_rows();
    let found = RwSignal::new(None::<Offered>);
    let chosen = move |event: web_sys::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let Some(file) = picked(input.files()).into_iter().next() else {
            return;
        };
        // The same file can be chosen again.
        input.set_value("");
        found.set(None);
        let size = usize::try_from(file.source.size()).unwrap_or(usize::MAX);
        if size > MAX_FILE {
            return doing.trouble.set(Some(Trouble::TooLarge));
        }
        spawn_local(async move {
            let Ok(bytes) = file.source.read(0, size).await else {
                return doing.trouble.set(Some(Trouble::FileUnreadable));
            };
            let incoming = Incoming {
                text: String::from_utf8_lossy(&bytes).into_owned(),
                zone: rows.with_untracked(|rows| Settings::of(rows).zone.name().to_owned()),
                today: browser::today(),
                french: t.terms() == Lang::Fr,
            };
            doing.start(
                async move |keeper| keeper.read_calendar(incoming).await,
                move |read| {
                    found.set(Some(rows.with_untracked(|rows| offered(&read, rows, t))));
                    browser::soon(|| browser::focus_id("found"));
                },
            );
        });
    };
    view! {
        <section class="card" aria-labelledby="take-in">
            <h2 id="take-in">{t.agenda_take_in()}</h2>
            <p>{t.agenda_take_in_means()}</p>
            <div class="field">
                <label for="calendar-file">{t.agenda_take_in_file()}</label>
                <input id="calendar-file" type="file" accept=".ics,text/calendar" on:change=chosen/>
            </div>
            <TroubleNotice trouble=doing.trouble/>
            <p role="status">{move || doing.busy.get().then(|| t.one_moment())}</p>
            {move || found.get().map(|offered| view! { <Choose offered found/> })}
        </section>
    }
}

/// What was read, each to be ticked.
#[component]
fn Choose(offered: Offered, found: RwSignal<Option<Offered>>) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let toasts = use_toasts();
    let ticked: Vec<(Line, RwSignal<bool>)> = offered
        .lines
        .into_iter()
        .map(|line| {
            let wanted = !line.known && !line.past;
            (line, RwSignal::new(wanted))
        })
        .collect();
    let marks: Vec<RwSignal<bool>> = ticked.iter().map(|(_, mark)| *mark).collect();
    let marks = StoredValue::new(marks);
    let count = Memo::new(move |_| {
        marks.with_value(|marks| marks.iter().filter(|mark| mark.get()).count())
    });
    let all = move |on: bool| marks.with_value(|marks| marks.iter().for_each(|mark| mark.set(on)));
    let kept = ticked.clone();
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let wanted = kept.iter().filter(|(_, mark)| mark.get_untracked());
        let edits: Vec<Edit> = wanted
            .map(|(line, _)| Edit::new(line.entry.clone()))
            .collect();
        if edits.is_empty() {
            return;
        }
        doing.start(
            async move |keeper| {
                for part in edits.chunks(TOGETHER) {
                    keeper.put_many(part.to_vec()).await?;
                }
                Ok(())
            },
            move |()| {
                toasts.say(t.agenda_taken_in());
                found.set(None);
            },
        );
    };
    let row = |(line, mark): (Line, RwSignal<bool>)| {
        let state = if line.known {
            Some(t.agenda_known())
        } else if line.singly {
            Some(t.agenda_singly())
        } else {
            None
        };
        view! {
            <li>
                <label class="pick">
                    <input type="checkbox" prop:checked=move || mark.get() on:change=move |event| mark.set(event_target_checked(&event))/>
                    <span class="grow"><strong>{line.title.clone()}</strong><br/><span class="soft">{line.when(t)}</span></span>
                    {state.map(|state| view! { <span class="state">{state}</span> })}
                </label>
            </li>
        }
    };
    let none = ticked.is_empty();
    let (left, unreadable) = (offered.left, offered.unreadable);
    let rows = ticked.into_iter().map(row).collect_view();
    let label = Signal::derive(move || match count.get() {
        1 => t.agenda_take_in_one().to_owned(),
        many => t.agenda_take_in_many(many),
    });
    view! {
        <form on:submit=send>
            <h3 id="found" tabindex="-1">{t.agenda_found()}</h3>
            {none.then(|| view! { <Notice tone=Tone::Caution><p>{t.agenda_found_nothing()}</p></Notice> })}
            {(unreadable > 0).then(|| view! { <p class="soft">{t.agenda_found_unreadable(unreadable)}</p> })}
            {(left > 0).then(|| view! { <p class="soft">{t.agenda_found_left(left)}</p> })}
            {(!none).then(|| view! {
                <div class="acts">
                    <button class="go small" type="button" on:click=move |_| all(true)>{t.agenda_tick_all()}</button>
                    <button class="go small" type="button" on:click=move |_| all(false)>{t.agenda_tick_none()}</button>
                </div>
            })}
            <ul class="plain found-list">{rows}</ul>
            <TroubleNotice trouble=doing.trouble/>
            {(!none).then(|| view! { <div class="acts end"><Send doing label/></div> })}
        </form>
    }
}
