//! Rights that end soon, or have ended: said to who keeps the carnet, with the button that lets them run on; and to who has them.

use super::renew::Renew;
use super::say::day_of;
use crate::browser;
use crate::desk::use_desk;
use crate::parts::notice::{Notice, Tone};
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use leptos::prelude::*;
use store::{MemberView, Seconds};

/// How long before its end a right is spoken of, in seconds: 30 days.
const SOON: u64 = 30 * 24 * 60 * 60;

/// The notices.
#[component]
pub(crate) fn Endings() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let place = use_place();
    let ending = Memo::new(move |_| {
        let carnet = desk.carnet()?;
        let guardian = carnet.is_guardian();
        let soon = Seconds(browser::now_seconds()).plus(SOON);
        let ends = |member: &&MemberView| {
            (guardian || member.me) && member.first_end().is_some_and(|end| end <= soon)
        };
        let members: Vec<MemberView> = carnet.members.iter().filter(ends).cloned().collect();
        Some((guardian, members))
    });
    let one = move |guardian: bool, member: MemberView| {
        let day = member.first_end().map(|end| day_of(end, t));
        let day = day.unwrap_or_default();
        let href = Place::item(
            t.lang(),
            Page::Member,
            &place.carnet,
            &member.id.to_string(),
        )
        .href();
        if guardian {
            view! {
                <Notice tone=Tone::Caution>
                    <p>{t.ending_theirs(day, &member.label)}</p>
                    <Renew member/>
                    <p><a class="quiet" href=href>{t.ending_change()}</a></p>
                </Notice>
            }
            .into_any()
        } else {
            view! { <Notice tone=Tone::Caution><p>{t.ending_mine(day)}</p></Notice> }.into_any()
        }
    };
    move || {
        let (guardian, members) = ending.get()?;
        Some(
            members
                .into_iter()
                .map(|member| one(guardian, member))
                .collect_view(),
        )
    }
}
