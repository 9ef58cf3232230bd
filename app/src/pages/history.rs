//! What an entry was before: every version, who wrote it, when, and what changed.

mod choose;
mod mixing;

pub(crate) use choose::Choose;

use super::home;
use crate::desk::{Doing, entry_id, use_desk};
use crate::lists::entry_row::facts;
use crate::lists::rows::{row, use_rows};
use crate::parts::confirm::Confirm;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::skeleton::Skeleton;
use crate::parts::toast::use_toasts;
use crate::parts::when;
use crate::router::{use_place, use_router};
use crate::site_map::{Page, Place};
use crate::words::{Words, use_words};
use domain::Plain;
use domain::view::{LineChange, changed_lines};
use leptos::prelude::*;
use store::{CarnetView, Edit, EntryId, MemberId, Reading, Trouble, VersionView, WhyUnreadable};

/// The page.
#[component]
pub(crate) fn History() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let rows = use_rows();
    let item = use_place().item;
    let id = entry_id(&item);
    let found = Memo::new(move |_| row(&rows.get(), &item));
    let title = Memo::new(move |_| found.get().map(|row| row.entry.title(t.terms())));
    let versions = RwSignal::new(None::<Result<Vec<VersionView>, Trouble>>);
    // Asked again when a new version came.
    let newest = Memo::new(move |_| found.get().map(|row| (row.at, row.unsent, row.conflict)));
    Effect::new(move |_| {
        let _ = newest.get();
        let Some(id) = id else {
            return versions.set(Some(Err(Trouble::NotFound)));
        };
        let note = move |outcome| drop(versions.try_set(Some(outcome)));
        desk.ask(async move |keeper| keeper.history(id).await, note);
    });
    let heading = move || match title.get() {
        Some(title) => t.history_of(title),
        None => t.title_history().to_owned(),
    };
    view! {
        <Back/>
        <h1 tabindex="-1">{heading}</h1>
        <p>{t.versions_lead()}</p>
        {move || match (versions.get(), id) {
            (Some(Ok(versions)), Some(id)) => view! { <Versions id versions/> }.into_any(),
            (Some(Err(trouble)), _) => view! { <TroubleNotice trouble=Signal::stored(Some(trouble))/> }.into_any(),
            _ => view! { <Skeleton/> }.into_any(),
        }}
    }
}

/// The way back to where the entry is shown.
#[component]
pub(super) fn Back() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let here = use_place();
    let place = Memo::new(move |_| {
        let kind = row(&rows.get(), &here.item).and_then(|row| row.entry.kind());
        let own = kind.and_then(home::page_of);
        let item = own.map(|_| here.item.clone()).unwrap_or_default();
        Place {
            page: Some(home::shown_on(kind)),
            item,
            ..here.clone()
        }
    });
    let name = move || place.get().page.unwrap_or(Page::Today).heading(t);
    view! { <a class="quiet" href=move || place.get().href()>{sign(Sign::Back)}{name}</a> }
}

/// Who wrote a version, as this carnet calls them.
pub(super) fn author(carnet: Option<&CarnetView>, id: MemberId, t: Words) -> String {
    let label = carnet
        .and_then(|carnet| carnet.member(id))
        .map(|member| member.label.clone());
    label
        .filter(|label| !label.is_empty())
        .unwrap_or_else(|| t.somebody().to_owned())
}

/// Why a version cannot be read.
pub(super) fn unreadable(why: WhyUnreadable, t: Words) -> &'static str {
    match why {
        WhyUnreadable::NotHere => t.unreadable_not_here(),
        WhyUnreadable::Withheld => t.unreadable_withheld(),
        WhyUnreadable::Broken => t.unreadable_broken(),
        WhyUnreadable::Misplaced => t.unreadable_misplaced(),
        WhyUnreadable::Newer => t.unreadable_newer(),
        WhyUnreadable::NoKey => t.unreadable_no_key(),
    }
}

/// All versions, newest first, each with what it changed.
#[component]
fn Versions(id: EntryId, versions: Vec<VersionView>) -> impl IntoView {
    let before = |place: usize| {
        versions
            .get(place + 1..)?
            .iter()
            .find_map(VersionView::plain)
            .cloned()
    };
    let items: Vec<_> = versions
        .iter()
        .enumerate()
        .map(|(place, version)| {
            let (version, before, newest) = (version.clone(), before(place), place == 0);
            view! { <Version id version before newest/> }
        })
        .collect();
    view! { <ol class="life">{items}</ol> }
}

/// One version.
#[component]
fn Version(
    id: EntryId,
    version: VersionView,
    before: Option<Plain>,
    newest: bool,
) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let by = author(desk.carnet_now().as_deref(), version.author, t);
    let written = t.written_by(by, when::moment(version.at.0, t));
    let unsent = version
        .unsent
        .then(|| view! { <span class="state caution">{t.not_sent_yet()}</span> });
    let said = match &version.reading {
        Reading::Unreadable(why) => view! { <p class="soft">{unreadable(*why, t)}</p> }.into_any(),
        Reading::Plain(plain) => view! { <Said plain=plain.clone() before/> }.into_any(),
    };
    let again = version
        .plain()
        .filter(|plain| !newest && plain.editable())
        .cloned();
    let number = version.seq.unwrap_or_default();
    view! {
        <li>
            <p><strong>{written}</strong>" "{newest.then(|| view! { <span class="state">{t.versions_now()}</span> })}" "{unsent}</p>
            {said}
            {again.map(|plain| view! { <TakeUp id plain number/> })}
        </li>
    }
}

/// What a version says: the changes against the one before, or everything in the first.
#[component]
fn Said(plain: Plain, before: Option<Plain>) -> impl IntoView {
    let t = use_words();
    let Some(before) = before else {
        let lines = plain.entry.lines(t.terms());
        return view! { <p class="soft">{t.versions_first()}</p>{facts(lines)} }.into_any();
    };
    let changes = changed_lines(&before.entry, &plain.entry, t.terms());
    if changes.is_empty() {
        // A turned page or another order of the files does not show in words.
        return view! { <p class="soft">{t.versions_no_words()}</p> }.into_any();
    }
    let change = |change: LineChange| {
        let old =
            (!change.before.is_empty()).then(|| view! { <del class="said">{change.before}</del> });
        let new = if change.after.is_empty() {
            view! { <span class="soft">{t.versions_taken_away()}</span> }.into_any()
        } else {
            view! { <ins class="said">{change.after}</ins> }.into_any()
        };
        view! { <dt>{change.label}</dt><dd>{old}" "{new}</dd> }
    };
    let changes: Vec<_> = changes.into_iter().map(change).collect();
    view! { <dl class="facts changes">{changes}</dl> }.into_any()
}

/// Writes an earlier version anew. The present one stays in the history.
#[component]
fn TakeUp(id: EntryId, plain: Plain, number: u64) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let router = use_router();
    let here = use_place();
    let may = desk
        .carnet_now()
        .is_some_and(|carnet| carnet.may_change(id));
    let plain = StoredValue::new(plain);
    let take = Callback::new(move |()| {
        let edit = Edit {
            entry: Some(id),
            seen: Vec::new(),
            plain: plain.get_value(),
        };
        let here = here.clone();
        doing.start(
            async move |keeper| keeper.put(edit).await,
            move |_| {
                toasts.say(t.versions_taken_up());
                router.replace(&here);
            },
        );
    });
    may.then(|| {
        view! {
            <Confirm grave=false id=format!("take-up-{number}") label=t.versions_take_up() title=t.versions_take_up_title()
                means=t.versions_take_up_means() act=t.versions_take_up_act() done=take/>
            <TroubleNotice trouble=doing.trouble/>
        }
    })
}
