//! My team: who is in the carnet, who may see what and until when, and who is invited.

mod agreement;
mod agreements;
mod ending;
mod invite;
mod member;
mod one;
mod open_invitation;
mod renew;
mod rights;
mod rights_fields;
mod same_person;
mod say;
mod sections;
mod whom;

pub(crate) use ending::Endings;
pub(crate) use invite::Invite;
pub(crate) use member::Member;
pub(crate) use one::ConfirmMember;
pub(crate) use say::{RightsInWords, day_of, role_word};

use crate::desk::use_desk;
use crate::parts::around::Around;
use crate::parts::closed_links::ClosedLinks;
use crate::parts::sign::{Sign, sign};
use crate::router::beside;
use crate::site_map::Page;
use crate::words::use_words;
use agreements::OtherAgreements;
use leptos::prelude::*;
use one::One;
use open_invitation::OpenInvitation;
use sections::Sections;
use store::{InvitationView, LinkKind, MemberView, Role};

/// The page.
#[component]
pub(crate) fn Team() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let invite = StoredValue::new(beside(Page::Invite).href());
    // Compared by what they are, so that nothing that is being read is drawn anew.
    let guardian = Memo::new(move |_| desk.carnet().is_some_and(|carnet| carnet.is_guardian()));
    let people = Memo::new(move |_| {
        let mut people: Vec<MemberView> = desk
            .carnet()
            .map(|carnet| carnet.members.clone())
            .unwrap_or_default();
        people.retain(|member| member.role.is_some());
        people.sort_by_key(|member| (place(member.role), !member.me, member.joined));
        people
    });
    let invitations = Memo::new(move |_| {
        // Who does not keep the carnet has nothing to do with them before they are taken.
        desk.carnet()
            .filter(|carnet| carnet.is_guardian())
            .map(|carnet| carnet.invitations.clone())
            .unwrap_or_default()
    });
    let open = move || {
        let invitations = invitations.get();
        (!invitations.is_empty()).then(|| {
            let one = |invitation: InvitationView| view! { <li><OpenInvitation invitation/></li> };
            view! {
                <section class="band" aria-labelledby="invited">
                    <h2 id="invited" class="not-on-paper">{t.team_invited()}</h2>
                    <ul class="people">{invitations.into_iter().map(one).collect_view()}</ul>
                </section>
            }
        })
    };
    view! {
        <div class="team">
            <div class="not-on-paper">
                <h1 tabindex="-1">{Page::Team.heading(t)}</h1>
                <p class="lead">{t.team_lead()}</p>
                <ClosedLinks of=|kind| matches!(kind, LinkKind::Invitation(_))/>
                {move || guardian.get().then(|| view! {
                    <p class="acts"><a class="do" href=invite.get_value()>{sign(Sign::Add)}{t.team_invite()}</a></p>
                })}
                <Endings/>
            </div>
            {open}
            <section class="band not-on-paper" aria-labelledby="people">
                <h2 id="people">{t.team_people()}</h2>
                <ul class="people">
                    {move || people.get().into_iter().map(|member| view! { <li><One member/></li> }).collect_view()}
                </ul>
            </section>
            <div class="not-on-paper">
                <Sections people/>
                <OtherAgreements/>
                <Around/>
            </div>
        </div>
    }
}

/// Who keeps the carnet stands first.
fn place(role: Option<Role>) -> u8 {
    match role {
        Some(Role::Guardian) => 0,
        Some(Role::Person) => 1,
        Some(Role::Relative) => 2,
        Some(Role::Professional) => 3,
        None => 4,
    }
}
