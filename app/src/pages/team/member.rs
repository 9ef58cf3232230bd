//! One member: what they may see, by which agreement; what a guardian can change about it.

use super::agreement::{Agreed, AgreementFields, Whom};
use super::agreements::{Agreement, of_member, what_they_are};
use super::one::ConfirmMember;
use super::renew::Renew;
use super::rights::{Rights, WrongEnd};
use super::rights_fields::RightsFields;
use super::same_person::{SaidLost, SamePerson};
use super::say::{RightsInWords, role_word};
use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::lists::rows::use_rows;
use crate::parts::button::Send;
use crate::parts::confirm::Confirm;
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::parts::when;
use crate::router::{beside, use_place, use_router};
use crate::site_map::{Page, Place};
use crate::words::use_words;
use domain::entry::Consent;
use domain::{Entry, Plain};
use leptos::prelude::*;
use store::{Access, Edit, MemberView, NewRight, NewRights, Role};

/// The page.
#[component]
pub(crate) fn Member() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let item = use_place().item;
    let back = beside(Page::Team).href();
    let member = Memo::new(move |_| {
        let carnet = desk.carnet()?;
        let mut members = carnet.members.iter();
        let found = members.find(|member| member.role.is_some() && member.id.to_string() == item);
        found.map(|member| (member.clone(), carnet.is_guardian()))
    });
    view! {
        <div class="team">
            <p><a class="quiet" href=back>{sign(Sign::Back)}{t.title_team()}</a></p>
            {move || match member.get() {
                Some((member, guardian)) => view! { <About member guardian/> }.into_any(),
                None => view! { <h1 tabindex="-1">{t.title_member()}</h1><p>{t.member_gone()}</p> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn About(member: MemberView, guardian: bool) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let place = use_place();
    let name = match member.label.as_str() {
        "" => t.somebody().to_owned(),
        name => name.to_owned(),
    };
    let asked = member.clone();
    let what = Memo::new(move |_| what_they_are(&rows.get(), &asked, t));
    let asked = member.clone();
    let agreements = Memo::new(move |_| of_member(&rows.get(), &asked));
    let role = member.role.map(|role| role_word(role, t));
    let joined = member
        .joined
        .map(|joined| t.member_since(when::moment(joined.0, t)));
    let (id, confirmed) = (member.id, member.confirmed);
    let managed = guardian && !member.me && member.role != Some(Role::Guardian);
    let ends = member.first_end().is_some();
    let instead = Place::item(
        t.lang(),
        Page::InviteInstead,
        &place.carnet,
        &id.to_string(),
    )
    .href();
    let again = (guardian && !member.me).then(|| view! { <p><a class="quiet" href=instead>{sign(Sign::Turn)}{t.member_instead()}</a></p> });
    let called = name.clone();
    let list = move || {
        let agreements = agreements.get();
        if agreements.is_empty() {
            return view! { <p>{t.member_no_agreement()}</p> }.into_any();
        }
        let one = |(row, consent)| view! { <li><Agreement row consent/></li> };
        view! { <ul class="rows">{agreements.into_iter().map(one).collect_view()}</ul> }.into_any()
    };
    view! {
        <h1 tabindex="-1">{name}</h1>
        <p class="soft">{role}{move || what.get().map(|what| format!(" · {what}"))}" "{joined}</p>
        {(!confirmed).then(|| view! {
            <Notice tone=Tone::Caution>
                <p><strong>{t.team_unconfirmed()}</strong></p>
                <p>{if member.role == Some(Role::Guardian) { t.member_unconfirmed_guardian() } else { t.member_unconfirmed() }}</p>
                {guardian.then(|| view! { <ConfirmMember id name=called.clone()/> })}
            </Notice>
        })}
        <SaidLost member=member.clone()/>
        {(guardian && !member.me).then(|| view! { <SamePerson member=member.clone()/> })}
        <section class="band" aria-labelledby="sees">
            <h2 id="sees">{t.member_sees()}</h2>
            <RightsInWords rights=member.rights.clone()/>
            {(managed && ends).then(|| view! { <Renew member=member.clone()/> })}
        </section>
        <section class="band" aria-labelledby="agreed">
            <h2 id="agreed">{t.member_agreements()}</h2>
            {list}
        </section>
        {managed.then(|| view! { <Change member=member.clone()/> })}
        {again}
        {managed.then(|| view! { <Close member=member.clone()/> })}
    }
}

/// Other rights.
#[component]
fn Change(member: MemberView) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let rows = use_rows();
    let (rights, agreed) = (Rights::of(&member), Agreed::new());
    let wrong = RwSignal::new(None::<WrongEnd>);
    let role = member.role.unwrap_or(Role::Professional);
    let kept = member.clone();
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        wrong.set(rights.wrong_end(role));
        if wrong.get_untracked().is_some() {
            return browser::focus_id("right-until");
        }
        let last = of_member(&rows.get_untracked(), &member).into_iter().next();
        let last = last.map(|(_, consent)| consent).unwrap_or_default();
        let whom = Whom {
            name: member.label.clone(),
            profile: last.profile,
            profession: last.profession,
            function: last.function,
        };
        let mut given = rights.given(role);
        // Compartments that somebody opened to them are not asked about here.
        given.extend(member.rights.iter().filter_map(|right| {
            right.section.is_private().then_some(NewRight {
                section: right.section,
                access: if right.write {
                    Access::Write
                } else {
                    Access::Read
                },
                until: right.until,
            })
        }));
        let new = NewRights {
            member: member.id,
            rights: given,
            past: !rights.later_only.get_untracked(),
            consent: Some(agreed.consent(whom, role, rights, desk)),
        };
        doing.start(
            async move |keeper| keeper.set_rights(new).await,
            move |()| toasts.say(t.kept()),
        );
    };
    view! {
        <details class="field">
            <summary>{t.member_change(&kept.label)}</summary>
            <form class="form" novalidate on:submit=send>
                <RightsFields rights role=Signal::stored(role) wrong/>
                <AgreementFields agreed/>
                <p class="soft">{t.member_change_means()}</p>
                <TroubleNotice trouble=doing.trouble/>
                <div class="acts end"><Send doing label=t.keep().to_owned()/></div>
            </form>
        </details>
    }
}

/// The end of it.
#[component]
fn Close(member: MemberView) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let router = use_router();
    let rows = use_rows();
    let team = beside(Page::Team);
    let name = member.label.clone();
    let called = name.clone();
    let done = Callback::new(move |()| {
        let (id, called, team) = (member.id, called.clone(), team.clone());
        let agreements = of_member(&rows.get_untracked(), &member);
        let open = agreements
            .into_iter()
            .filter(|(_, consent)| consent.withdrawn.is_none());
        let carnet = desk.carnet_now();
        let edits: Vec<Edit> = open
            .filter_map(|(row, consent)| {
                let view = carnet.as_ref()?.entries.get(&row.id)?;
                let written = Entry::Consent(Consent {
                    withdrawn: Some(browser::today()),
                    ..consent
                });
                let plain: Plain = view.plain()?.with(written);
                Some(Edit::of(row.id, &view.versions, plain))
            })
            .collect();
        doing.start(
            async move |keeper| {
                keeper.revoke(id).await?;
                keeper.put_many(edits).await.map(drop)
            },
            move |()| {
                toasts.say(t.member_closed(called));
                router.go(&team);
            },
        );
    });
    view! {
        <section class="band" aria-labelledby="close">
            <h2 id="close">{t.member_close_title()}</h2>
            <p>{t.member_close_can()}</p>
            <p>{t.member_close_cannot()}</p>
            <TroubleNotice trouble=doing.trouble/>
            <Confirm id="close-member" label=t.member_close(&name) title=t.member_close_question(&name)
                means=t.member_close_means() act=t.member_close(&name) done/>
        </section>
    }
}
