//! Who may enter a private corner, and letting somebody in or out.

use super::called;
use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::parts::button::Send;
use crate::parts::confirm::Confirm;
use crate::parts::field::Tick;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::router::beside;
use crate::site_map::Page;
use crate::words::use_words;
use chrono::Days;
use leptos::prelude::*;
use store::{Access, CompartmentView, MemberId, NewRight, Role, Seconds, SectionId};

/// The card.
#[component]
pub(super) fn LetIn(section: SectionId, corner: Memo<Option<CompartmentView>>) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let me = move || desk.carnet().map(|carnet| carnet.me);
    let manages = Memo::new(move |_| {
        corner.with(|corner| corner.as_ref().is_some_and(|corner| corner.manages))
    });
    let orphan =
        move || corner.with(|corner| corner.as_ref().is_some_and(|corner| corner.maker.is_none()));
    let holders = Memo::new(move |_| {
        corner.with(|corner| {
            corner
                .as_ref()
                .map(|corner| corner.holders.clone())
                .unwrap_or_default()
        })
    });
    let row = move |(id, writes): (MemberId, bool)| {
        let name = called(desk, id, t);
        let mine = me() == Some(id);
        let shown = if mine {
            format!("{name} ({})", t.keep_me())
        } else {
            name.clone()
        };
        let said = name.clone();
        let out = Callback::new(move |()| {
            let said = t.corner_let_out_done(&said);
            doing.start(
                async move |keeper| keeper.ungrant(id, section).await,
                move |()| toasts.say(said),
            );
        });
        view! {
            <li>
                <p class="row-title">{sign(Sign::Person)}" "{shown}</p>
                <p class="soft">{if writes { t.corner_writes() } else { t.corner_reads() }}</p>
                {(manages.get() && !mine).then(|| view! {
                    <Confirm id=format!("out-{id}") label=t.corner_let_out(&name) title=format!("{} ?", t.corner_let_out(&name))
                        means=t.corner_let_out_means(&name) act=t.corner_let_out(&name) grave=false done=out/>
                })}
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="corner-who">
            <h2 id="corner-who">{t.corner_who()}</h2>
            {move || orphan().then(|| view! { <p>{t.corner_keeper_gone()}</p> })}
            <ul class="rows">{move || holders.get().into_iter().map(row).collect_view()}</ul>
            <TroubleNotice trouble=doing.trouble/>
            {move || manages.get().then(|| view! { <Somebody section holders/> })}
        </section>
    }
}

/// Letting one more in.
#[component]
fn Somebody(section: SectionId, holders: Memo<Vec<(MemberId, bool)>>) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let whom = RwSignal::new(String::new());
    let writes = RwSignal::new(false);
    let others = Memo::new(move |_| {
        let Some(carnet) = desk.carnet() else {
            return Vec::new();
        };
        let outside =
            |id: &MemberId| holders.with(|all| all.iter().all(|(holder, _)| holder != id));
        let others = carnet
            .members
            .iter()
            .filter(|member| member.role.is_some() && outside(&member.id));
        others
            .map(|member| (member.id, member.role, called(desk, member.id, t)))
            .collect::<Vec<_>>()
    });
    let let_in = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let chosen = whom.get_untracked();
        let found = others.with_untracked(|all| {
            all.iter()
                .find(|(id, ..)| id.to_string() == chosen)
                .cloned()
        });
        let Some((id, role, name)) = found else {
            browser::focus_id("corner-whom");
            return;
        };
        // A professional's right always ends.
        let in_a_year = browser::today().checked_add_days(Days::new(365));
        let until = in_a_year
            .filter(|_| role == Some(Role::Professional))
            .map(|day| Seconds(browser::end_of_day(day)));
        let access = if writes.get_untracked() {
            Access::Write
        } else {
            Access::Read
        };
        let right = NewRight {
            section,
            access,
            until,
        };
        doing.start(
            async move |keeper| keeper.grant(id, vec![right]).await,
            move |()| {
                whom.try_set(String::new());
                toasts.say(t.corner_let_in_done(name));
            },
        );
    };
    let option = |(id, _, name): &(MemberId, Option<Role>, String)| {
        view! { <option value=id.to_string()>{name.clone()}</option> }
    };
    let professional = move || {
        let chosen = whom.get();
        others.with(|all| {
            let mut all = all.iter();
            all.any(|(id, role, _)| id.to_string() == chosen && *role == Some(Role::Professional))
        })
    };
    let invite = StoredValue::new(beside(Page::Invite).href());
    let button = Signal::derive(move || t.corner_let_in_do().to_owned());
    view! {
        <h3>{t.corner_let_in()}</h3>
        {move || if others.with(Vec::is_empty) {
            let invites = untrack(|| desk.carnet_now().is_some_and(|carnet| carnet.is_guardian()));
            view! {
                <p>{t.corner_nobody()}</p>
                {invites.then(|| view! { <p><a class="quiet" href=invite.get_value()>{sign(Sign::Add)}{t.team_invite()}</a></p> })}
            }
            .into_any()
        } else {
            view! {
                <form class="form" novalidate on:submit=let_in>
                    <div class="field">
                        <label for="corner-whom">{t.corner_whom()}</label>
                        <select id="corner-whom" prop:value=move || whom.get()
                            on:change=move |event| whom.set(event_target_value(&event))>
                            <option value="">{t.corner_choose()}</option>
                            {others.with(|all| all.iter().map(option).collect_view())}
                        </select>
                    </div>
                    <Tick id="corner-may-write" label=t.corner_may_write() value=writes/>
                    {move || professional().then(|| view! { <p class="soft">{t.corner_professional()}</p> })}
                    <TroubleNotice trouble=doing.trouble/>
                    <div class="acts"><Send doing label=button/></div>
                </form>
            }
            .into_any()
        }}
    }
}
