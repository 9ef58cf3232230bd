//! Who keeps the carnet; and asking the others to remove one of them.

use super::kept::{Kept, Who};
use crate::desk::{Doing, use_desk};
use crate::pages::team::day_of;
use crate::parts::confirm::Confirm;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::site_map::{Page, Place};
use crate::words::{Words, use_words};
use leptos::prelude::*;
use store::Proposal;

/// The card.
#[component]
pub(super) fn Keepers(kept: Memo<Kept>) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let rows = move || {
        let kept = kept.get();
        let row = |who: &Who| row(who, &kept, doing, t);
        kept.keepers.iter().map(row).collect_view()
    };
    let several = move || kept.with(|kept| kept.keepers.len() > 1);
    view! {
        <section class="card" aria-labelledby="keepers">
            <h2 id="keepers">{t.keep_who()}</h2>
            {move || several().then(|| view! { <p>{t.keep_who_lead()}</p> })}
            <ul class="rows">{rows}</ul>
            <TroubleNotice trouble=doing.trouble/>
            {move || several().then(|| view! { <p class="soft">{t.keep_cannot()}</p> })}
        </section>
    }
}

fn row(who: &Who, kept: &Kept, doing: Doing, t: Words) -> AnyView {
    let toasts = use_toasts();
    let (id, mine) = (who.id, Some(who.id) == kept.me);
    let name = kept.name(id, t);
    let what = Proposal::Remove(id);
    let asked = kept.proposals.iter().any(|asked| asked.what == what);
    let said_lost = kept.proposals.iter().find_map(|asked| match asked.what {
        Proposal::Readmit { old, .. } if old == id => Some(asked.not_before),
        _ => None,
    });
    // Somebody whom no guardian vouched for yet is not one of those who decide.
    let offered = !mine && !asked && said_lost.is_none() && who.confirmed;
    let again = Place::item(t.lang(), Page::InviteInstead, &kept.carnet, &id.to_string()).href();
    let ask = Callback::new(move |()| {
        doing.start(
            async move |keeper| keeper.propose(what).await,
            move |()| toasts.say(t.keep_proposed()),
        );
    });
    view! {
        <li>
            <p class="row-title">{sign(Sign::Person)}" "{name.clone()}{mine.then(|| format!(" ({})", t.keep_me()))}</p>
            {(!who.confirmed).then(|| view! { <p class="soft">{t.keep_unconfirmed()}</p> })}
            {said_lost.map(|goes| view! {
                <p class="states"><span class="state caution">{sign(Sign::Caution)}{t.same_lost()}</span></p>
                <p class="soft">{t.same_goes(day_of(goes, t))}</p>
            })}
            {offered.then(|| view! {
                <p><a class="quiet" href=again>{sign(Sign::Turn)}{t.keep_lost(&name)}</a></p>
                <Confirm id=format!("remove-{id}") label=t.keep_propose_remove(&name) title=t.keep_q_remove(&name)
                    means=t.keep_propose_remove_means(&name) act=t.keep_propose_remove_act() grave=false done=ask/>
            })}
        </li>
    }
    .into_any()
}
