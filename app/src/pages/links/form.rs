//! Making a link: for whom, what it shows, until when.

use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::lists::rows::{Row, use_rows};
use crate::parts::button::Send;
use crate::parts::field::Line;
use crate::parts::notice::TroubleNotice;
use crate::words::use_words;
use domain::{Kind, Section, Term};
use leptos::prelude::*;
use store::{EntryId, MemberId, NewReading, Seconds};

/// How long a link works: hours, and the words for them.
const HOURS: [u64; 5] = [24, 3 * 24, 7 * 24, 30 * 24, 90 * 24];
/// What a link never shows: what nobody has sorted yet.
const NEVER: Section = Section::Inbox;

/// The form. `made` is called with the new link.
#[component]
pub(super) fn LinkForm(made: Callback<MemberId>, left: Callback<()>) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let label = RwSignal::new(String::new());
    let hours = RwSignal::new(HOURS[0]);
    let sections = RwSignal::new(Vec::<Section>::new());
    let entries = RwSignal::new(Vec::<EntryId>::new());
    let missing = RwSignal::new(None::<&'static str>);
    Effect::new(move |_| browser::soon(|| browser::focus_id("link-label")));
    // What was said to be missing is said no more once something changes.
    Effect::new(move |_| {
        label.track();
        sections.track();
        entries.track();
        missing.set(None);
    });
    let offered: Vec<Section> = desk
        .carnet_now()
        .map(|carnet| carnet.readable.clone())
        .unwrap_or_default()
        .into_iter()
        .filter(|section| *section != NEVER)
        .collect();
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let (name, shown) = (label.get_untracked(), sections.get_untracked());
        let chosen = entries.get_untracked();
        if name.trim().is_empty() {
            missing.set(Some(t.links_for_missing()));
            return browser::soon(|| browser::focus_id("link-label"));
        }
        if shown.is_empty() && chosen.is_empty() {
            missing.set(Some(t.links_what_missing()));
            return browser::soon(|| browser::focus_id("link-missing"));
        }
        missing.set(None);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "seconds of our time fit"
        )]
        let now = (browser::now() / 1000.0) as u64;
        let new = NewReading {
            label: name,
            sections: shown.into_iter().map(store::section_id).collect(),
            entries: chosen,
            until: Seconds(now + hours.get_untracked() * 3600),
        };
        doing.start(
            async move |keeper| keeper.open_reading(new).await,
            move |link| made.run(link),
        );
    };
    let section = move |section: Section| {
        let toggled = move |event| {
            sections.update(|sections| {
                sections.retain(|one| *one != section);
                if event_target_checked(&event) {
                    sections.push(section);
                }
            });
        };
        view! { <label class="pick"><input type="checkbox" on:change=toggled/>{section.label(t.terms())}</label> }
    };
    let hour = move |choice: u64| {
        let words = match choice {
            24 => t.links_day().to_owned(),
            72 => t.links_days(3_u8),
            168 => t.links_week().to_owned(),
            720 => t.links_month().to_owned(),
            _ => t.links_months(3_u8),
        };
        view! {
            <label class="pick"><input type="radio" name="link-hours" checked=choice == HOURS[0]
                on:change=move |_| hours.set(choice)/>{words}</label>
        }
    };
    view! {
        <form class="form card" novalidate on:submit=send>
            <h2>{t.links_make()}</h2>
            <Line id="link-label" label=t.links_for() hint=t.links_for_hint().to_owned() value=label/>
            <fieldset class="field"><legend>{t.links_sections()}</legend>
                <span class="hint">{t.links_sections_hint()}</span>
                <div class="picks">{offered.into_iter().map(section).collect_view()}</div>
            </fieldset>
            <Documents entries/>
            <fieldset class="field"><legend>{t.links_how_long()}</legend>
                <div class="picks">{HOURS.into_iter().map(hour).collect_view()}</div>
            </fieldset>
            <p class="soft">{t.links_name_shown()}</p>
            <div role="alert" id="link-missing" tabindex="-1">
                {move || missing.get().map(|text| view! { <p class="problem">{text}</p> })}
            </div>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts end">
                <Send doing label=t.links_make_do().to_owned()/>
                <button class="go" type="button" on:click=move |_| left.run(())>{t.give_up()}</button>
            </div>
        </form>
    }
}

/// Documents and reports that are shown one by one.
#[component]
fn Documents(entries: RwSignal<Vec<EntryId>>) -> impl IntoView {
    let t = use_words();
    let shown = |row: &&Row| matches!(row.entry.kind(), Some(Kind::Document | Kind::Report));
    let mut rows: Vec<Row> = use_rows()
        .get_untracked()
        .iter()
        .filter(shown)
        .cloned()
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.entry.date()));
    if rows.is_empty() {
        return ().into_any();
    }
    let check = move |row: Row| {
        let id = row.id;
        let toggled = move |event| {
            entries.update(|entries| {
                entries.retain(|one| *one != id);
                if event_target_checked(&event) {
                    entries.push(id);
                }
            });
        };
        view! { <label class="pick"><input type="checkbox" on:change=toggled/>{row.entry.title(t.terms())}</label> }
    };
    view! {
        <fieldset class="field"><legend>{t.links_single()}</legend>
            <span class="hint">{t.links_single_hint()}</span>
            <details>
                <summary>{t.links_single_choose()}</summary>
                <div class="picks tall">{rows.into_iter().map(check).collect_view()}</div>
            </details>
        </fieldset>
    }
    .into_any()
}
