//! Who keeps the carnet; and asking the others to remove one of them.

use super::kept::{Kept, Who};
use crate::desk::{Doing, use_desk};
use crate::parts::confirm::Confirm;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
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
    // Somebody whom no guardian vouched for yet is not one of those who decide.
    let offered = !mine && !asked && who.confirmed;
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
            {offered.then(|| view! {
                <Confirm id=format!("remove-{id}") label=t.keep_propose_remove(&name) title=t.keep_q_remove(&name)
                    means=t.keep_propose_remove_means(&name) act=t.keep_propose_remove_act() grave=false done=ask/>
            })}
        </li>
    }
    .into_any()
}
