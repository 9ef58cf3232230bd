//! Letting somebody's rights run on for a year, in one press, with the agreement recorded anew.

use super::agreements::of_member;
use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::lists::rows::use_rows;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::words::use_words;
use domain::entry::{Allowed, Consent};
use leptos::prelude::*;
use store::{Access, MemberView, NewRight, NewRights, Seconds, renewed};

/// The button.
#[component]
pub(super) fn Renew(member: MemberView) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let rows = use_rows();
    let toasts = use_toasts();
    let name = member.label.clone();
    let called = name.clone();
    let renew = move |_| {
        let now = Seconds(browser::now_seconds());
        let last = of_member(&rows.get_untracked(), &member).into_iter().next();
        let rights: Vec<NewRight> = member
            .rights
            .iter()
            .map(|right| NewRight {
                section: right.section,
                access: if right.write {
                    Access::Write
                } else {
                    Access::Read
                },
                until: renewed(right.until, now),
            })
            .collect();
        // What is renewed is what they have, whether or not an agreement was ever noted. Compartments are nobody else's business.
        let allowed = member
            .rights
            .iter()
            .filter_map(|right| Some(Allowed::of(right.known()?, right.write)));
        let until = rights.iter().filter_map(|right| right.until).min();
        let me = desk
            .carnet_now()
            .and_then(|carnet| carnet.myself().cloned());
        let consent = Consent {
            allowed_to: member.label.clone(),
            allowed: allowed.collect(),
            date: Some(browser::today()),
            until: until.map(|Seconds(until)| browser::local_moment(until).0),
            allowed_by: me.map(|me| me.label).unwrap_or_default(),
            consent_words: t.renew_words().to_owned(),
            withdrawn: None,
            ..last.map(|(_, consent)| consent).unwrap_or_default()
        };
        let new = NewRights {
            member: member.id,
            rights,
            past: true,
            consent: Some(consent),
        };
        let called = called.clone();
        doing.start(
            async move |keeper| keeper.set_rights(new).await,
            move |()| toasts.say(t.renewed_toast(called)),
        );
    };
    view! {
        <TroubleNotice trouble=doing.trouble/>
        <p class="acts">
            <button class="go small" type="button" on:click=renew>{sign(Sign::Turn)}{t.renew(name)}</button>
        </p>
    }
}
