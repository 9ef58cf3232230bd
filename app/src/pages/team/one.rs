//! One member in the list of the team.

use super::agreements::what_they_are;
use super::same_person::SaidLost;
use super::say::{RightsInWords, role_word};
use crate::desk::{Doing, use_desk};
use crate::lists::rows::use_rows;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use leptos::prelude::*;
use store::{MemberId, MemberView};

/// The card.
#[component]
pub(super) fn One(member: MemberView) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let rows = use_rows();
    let place = use_place();
    let heading = format!("m-{}", member.id);
    let href = Place::item(
        t.lang(),
        Page::Member,
        &place.carnet,
        &member.id.to_string(),
    )
    .href();
    let guardian = Memo::new(move |_| desk.carnet().is_some_and(|carnet| carnet.is_guardian()));
    let name = if member.label.is_empty() {
        t.somebody().to_owned()
    } else {
        member.label.clone()
    };
    let role = member.role.map(|role| role_word(role, t));
    let asked = member.clone();
    let what = Memo::new(move |_| what_they_are(&rows.get(), &asked, t));
    let (id, me, unconfirmed) = (member.id, member.me, !member.confirmed);
    let shown = name.clone();
    view! {
        <div class="card">
            <h3 id=heading><a href=href>{name}</a>{me.then(|| view! { " "<small>{t.team_you()}</small> })}</h3>
            <p class="soft">{role}{move || what.get().map(|what| format!(" · {what}"))}</p>
            {unconfirmed.then(|| view! {
                <p class="states"><span class="state caution">{sign(Sign::Caution)}{t.team_unconfirmed()}</span></p>
            })}
            <SaidLost member=member.clone()/>
            <RightsInWords rights=member.rights/>
            {move || (unconfirmed && guardian.get()).then(|| view! { <ConfirmMember id name=shown.clone()/> })}
        </div>
    }
}

/// One tap: yes, it is them.
#[component]
pub(crate) fn ConfirmMember(id: MemberId, name: String) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let toasts = use_toasts();
    let said = name.clone();
    let confirm = move |_| {
        let said = said.clone();
        doing.start(
            async move |keeper| keeper.confirm(id).await,
            move |()| toasts.say(t.team_confirmed(said)),
        );
    };
    view! {
        <TroubleNotice trouble=doing.trouble/>
        <p class="acts">
            <button class="go small" type="button" on:click=confirm>{sign(Sign::Check)}{t.team_confirm(name)}</button>
        </p>
    }
}
