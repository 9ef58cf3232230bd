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
        let me = desk
            .carnet_now()
            .and_then(|carnet| carnet.myself().cloned());
        let until = rights.iter().filter_map(|right| right.until).min();
        let consent = Consent {
            date: Some(browser::today()),
            until: until.map(|Seconds(until)| browser::local_moment(until).0),
            allowed_by: me.map(|me| me.label).unwrap_or_default(),
            consent_words: t.renew_words().to_owned(),
            ..anew(&member, last.map(|(_, consent)| consent))
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

/// The agreement for another while: to whom, and to what. It says what they have, whether or not an agreement was ever noted.
/// Compartments are nobody else's business.
fn anew(member: &MemberView, last: Option<Consent>) -> Consent {
    let allowed = member
        .rights
        .iter()
        .filter_map(|right| Some(Allowed::of(right.known()?, right.write)));
    Consent {
        allowed_to: member.label.clone(),
        allowed: allowed.collect(),
        withdrawn: None,
        ..last.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::lists::ConsentBy;
    use domain::{Section, Term};
    use store::{MemberId, RightView, Role, SectionId, section_id};

    fn member() -> MemberView {
        let right = |section, write| RightView {
            section,
            write,
            until: Some(Seconds(1_800_000_000)),
        };
        MemberView {
            id: MemberId::from_bytes([1; 16]),
            label: "Karim, kiné".to_owned(),
            role: Some(Role::Professional),
            me: false,
            confirmed: true,
            joined: None,
            invitation: None,
            rights: vec![
                right(section_id(Section::Health), true),
                right(section_id(Section::Agenda), false),
                right(SectionId::private([1; 15]), true),
            ],
            may_have_been: Vec::new(),
            said_lost: None,
        }
    }

    #[test]
    fn what_was_never_agreed_on_paper_is_noted_when_it_is_renewed() {
        let noted = anew(&member(), None);
        assert_eq!(noted.allowed_to, "Karim, kiné");
        let what = [
            Allowed::of(Section::Health, true),
            Allowed::of(Section::Agenda, false),
        ];
        assert_eq!(noted.allowed, what);
    }

    #[test]
    fn who_agreed_before_is_still_said_and_what_was_taken_back_is_given_again() {
        let last = Consent {
            consent_by: ConsentBy::ALL.first().copied(),
            withdrawn: chrono::NaiveDate::from_ymd_opt(2026, 1, 2),
            ..Consent::default()
        };
        let noted = anew(&member(), Some(last.clone()));
        assert_eq!((noted.consent_by, noted.withdrawn), (last.consent_by, None));
        assert_eq!(noted.allowed.len(), 2);
    }
}
