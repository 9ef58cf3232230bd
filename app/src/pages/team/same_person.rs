//! Somebody who keeps the carnet lost every way into their account and came in again with another: saying that both are one person,
//! so that the old account goes. Nobody can check that but the people; so the old account is given time to answer.

use crate::desk::{Doing, use_desk};
use crate::parts::confirm::Confirm;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::parts::when;
use crate::words::use_words;
use leptos::prelude::*;
use store::{MemberId, MemberView};

/// Of a member who keeps the carnet, or shall: which account of before may have been theirs. Nothing if none can.
#[component]
pub(super) fn SamePerson(member: MemberView) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let called = |id: MemberId| {
        let carnet = desk.carnet_now()?;
        let name = carnet.member(id).map(|member| member.label.clone())?;
        Some(if name.is_empty() {
            t.somebody().to_owned()
        } else {
            name
        })
    };
    let one = |old: MemberId| called(old).map(|name| (old, name));
    let before: Vec<(MemberId, String)> = member
        .may_have_been
        .iter()
        .copied()
        .filter_map(one)
        .collect();
    let likely = desk
        .carnet_now()
        .is_some_and(|carnet| carnet.is_likely_back(&member));
    let new = member.id;
    let was = move |(old, name): (MemberId, String)| {
        let joined = desk
            .carnet_now()
            .and_then(|carnet| carnet.member(old)?.joined);
        let since = joined.map(|at| t.member_since(when::moment(at.0, t)));
        let say = Callback::new(move |()| {
            doing.start(
                async move |keeper| keeper.readmit(old, new).await,
                move |()| toasts.say(t.same_said()),
            );
        });
        view! {
            <li>
                <p class="row-title">{sign(Sign::Person)}" "{name.clone()}" "<small>{since}</small></p>
                <Confirm id=format!("same-{old}") label=t.same_say(&name) title=t.same_ask(&name)
                    means=t.same_means(&name) act=t.same_act() grave=false done=say/>
            </li>
        }
    };
    (!before.is_empty()).then(|| {
        view! {
            <details class="field" open=likely>
                <summary>{t.same(&member.label)}</summary>
                <p>{t.same_lead()}</p>
                <ul class="rows">{before.into_iter().map(was).collect_view()}</ul>
                <p class="soft">{t.same_if_not()}</p>
                <TroubleNotice trouble=doing.trouble/>
            </details>
        }
    })
}

/// Of the old account: what was said about it, and when it goes.
#[component]
pub(super) fn SaidLost(member: MemberView) -> impl IntoView {
    let t = use_words();
    member.said_lost.map(|(_, goes)| {
        let goes = super::say::day_of(goes, t);
        view! { <p class="states"><span class="state caution">{sign(Sign::Caution)}{t.same_lost()}</span></p><p class="soft">{t.same_goes(goes)}</p> }
    })
}
