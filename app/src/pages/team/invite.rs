//! Inviting somebody: who they are, what they may see, until when, by which agreement.

use super::agreement::{Agreed, AgreementFields, Whom};
use super::agreements::of_member;
use super::rights::{Rights, WrongEnd};
use super::rights_fields::RightsFields;
use super::whom::{Asked, WhomFields};
use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::lists::rows::use_rows;
use crate::parts::button::Send;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::router::{beside, use_place, use_router};
use crate::site_map::Page;
use crate::words::use_words;
use leptos::prelude::*;
use store::{MemberView, NewInvitation, Role, Seconds};

/// For how many days an invitation can be taken.
const DAYS: [u32; 3] = [1, 7, 30];

/// The page; with a member in its address, it begins with what they had.
#[component]
pub(crate) fn Invite() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let back = beside(Page::Team).href();
    let guardian = Memo::new(move |_| desk.carnet().is_some_and(|carnet| carnet.is_guardian()));
    view! {
        <div class="team">
            <p><a class="quiet" href=back>{sign(Sign::Back)}{t.title_team()}</a></p>
            <h1 tabindex="-1">{Page::Invite.heading(t)}</h1>
            {move || if guardian.get() {
                view! { <Form/> }.into_any()
            } else {
                view! { <p>{t.team_only_guardians()}</p> }.into_any()
            }}
        </div>
    }
}

#[component]
fn Form() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let router = use_router();
    let team = beside(Page::Team);
    let (asked, rights, agreed) = (Asked::new(), Rights::new(), Agreed::new());
    let (missing, wrong) = (RwSignal::new(false), RwSignal::new(None::<WrongEnd>));
    let days = RwSignal::new(DAYS[1]);
    let old = instead_of();
    // Nobody takes the place of somebody who keeps the carnet; but anybody can lose an account.
    let guardian = old.as_ref().and_then(|old| old.role) == Some(Role::Guardian);
    let lost = RwSignal::new(guardian);
    if let Some(old) = &old {
        begin(old, asked, rights);
    }
    let old = StoredValue::new(old);
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let (whom, role) = (asked.whom(), asked.role.get_untracked());
        missing.set(whom.name.is_empty());
        wrong.set(rights.wrong_end(role));
        if missing.get_untracked() {
            return browser::focus_id("invite-name");
        }
        if wrong.get_untracked().is_some() {
            return browser::focus_id("right-until");
        }
        let now = Seconds(browser::now_seconds());
        let label = whom.name.clone();
        let new = NewInvitation {
            label,
            role,
            rights: rights.given(role),
            until: now.plus(u64::from(days.get_untracked()) * 24 * 60 * 60),
            past: role == Role::Guardian || !rights.later_only.get_untracked(),
            consent: Some(agreed.consent(whom, role, rights, desk)),
            replaces: old
                .with_value(|old| old.as_ref().map(|old| old.id))
                .filter(|_| lost.get_untracked()),
        };
        let team = team.clone();
        doing.start(
            async move |keeper| keeper.invite(new).await,
            move |_| {
                toasts.say(t.invited_toast());
                router.go(&team);
            },
        );
    };
    let last = move |number: u32| {
        let label = if number == 1 {
            t.invite_one_day().to_owned()
        } else {
            t.invite_days(number)
        };
        view! {
            <label class="pick">
                <input type="radio" name="invite-days" prop:checked=move || days.get() == number on:change=move |_| days.set(number)/>
                {label}
            </label>
        }
    };
    view! {
        <p class="lead">{t.invite_lead()}</p>
        <form class="form" novalidate on:submit=send>
            {move || old.get_value().map(|old| view! { <Instead old lost/> })}
            <WhomFields asked rights missing/>
            <RightsFields rights role=asked.role wrong/>
            <AgreementFields agreed/>
            <fieldset class="field">
                <legend>{t.invite_lasts()}</legend>
                <span class="hint">{t.invite_lasts_hint()}</span>
                {DAYS.map(last).into_iter().collect_view()}
            </fieldset>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts end"><Send doing label=t.invite_make().to_owned()/></div>
        </form>
    }
}

/// Who is to be replaced, or let in anew.
fn instead_of() -> Option<MemberView> {
    let item = use_place().item;
    let carnet = use_desk().carnet_now()?;
    let mut members = carnet.members.iter();
    members
        .find(|member| member.id.to_string() == item && !member.me)
        .cloned()
}

/// Begins with what somebody had.
fn begin(old: &MemberView, asked: Asked, rights: Rights) {
    let rows = use_rows();
    let agreements = rows.with_untracked(|rows| of_member(rows, old));
    let last = agreements.into_iter().next().map(|(_, consent)| consent);
    let last = last.unwrap_or_default();
    let whom = Whom {
        name: old.label.clone(),
        profile: last.profile,
        profession: last.profession,
        function: last.function,
    };
    asked.begin(old.role.unwrap_or(Role::Professional), whom);
    rights.take(old);
}

/// Another person in their place, or the same one who lost every way in.
#[component]
fn Instead(old: MemberView, lost: RwSignal<bool>) -> impl IntoView {
    let t = use_words();
    let guardian = old.role == Some(Role::Guardian);
    let pick = move |same: bool, label: String| {
        view! {
            <label class="pick">
                <input type="radio" name="invite-instead" prop:checked=move || lost.get() == same on:change=move |_| lost.set(same)/>
                {label}
            </label>
        }
    };
    let means = move || {
        if !lost.get() {
            t.instead_other_means(&old.label)
        } else if guardian {
            t.instead_same_guardian(&old.label)
        } else {
            t.instead_same_means(&old.label)
        }
    };
    view! {
        <fieldset class="field">
            <legend>{t.instead()}</legend>
            {pick(false, t.instead_other().to_owned())}
            {pick(true, t.instead_same().to_owned())}
            <span class="hint" role="status">{means}</span>
        </fieldset>
    }
}
