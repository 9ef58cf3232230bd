//! Who came in, to be confirmed; and what this account may do itself, where that is not everything.

use crate::desk::use_desk;
use crate::pages::team::ConfirmMember;
use crate::parts::notice::{Notice, Tone};
use crate::parts::when;
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use leptos::prelude::*;
use store::{MemberView, Role};

/// The notices.
#[component]
pub(super) fn Newcomers() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let place = use_place();
    let unconfirmed = Memo::new(move |_| {
        let carnet = desk.carnet().filter(|carnet| carnet.is_guardian())?;
        let new = carnet
            .members
            .iter()
            .filter(|member| member.role.is_some() && !member.confirmed);
        Some(new.cloned().collect::<Vec<MemberView>>())
    });
    let mine = Memo::new(move |_| {
        let carnet = desk.carnet()?;
        if carnet.role == Some(Role::Guardian) && !carnet.confirmed {
            Some(t.me_unconfirmed())
        } else if carnet.role.is_some() && carnet.readable.is_empty() {
            Some(t.me_over())
        } else {
            None
        }
    });
    let one = move |member: MemberView| {
        let name = match member.label.as_str() {
            "" => t.somebody().to_owned(),
            name => name.to_owned(),
        };
        let when = member.joined.map(|at| when::moment(at.0, t));
        let when = when.unwrap_or_default();
        let told = if member.role == Some(Role::Guardian) {
            t.joined_guardian(&name, when)
        } else {
            t.joined(&name, when)
        };
        let href = Place::item(
            t.lang(),
            Page::Member,
            &place.carnet,
            &member.id.to_string(),
        )
        .href();
        // Somebody who kept it before and lost that account: both are said at once, on their page.
        let before = desk
            .carnet_now()
            .is_some_and(|carnet| carnet.is_likely_back(&member))
            .then(|| {
                let href = href.clone();
                view! { <p><a class="quiet" href=href>{t.same(&name)}</a></p> }
            });
        view! {
            <Notice tone=Tone::Caution>
                <p>{told}</p>
                <ConfirmMember id=member.id name/>
                {before}
                <p><a class="quiet" href=href>{t.joined_not()}</a></p>
            </Notice>
        }
    };
    view! {
        {move || mine.get().map(|told| view! { <Notice tone=Tone::Caution><p>{told}</p></Notice> })}
        {move || unconfirmed.get().map(|new| new.into_iter().map(&one).collect_view())}
    }
}
