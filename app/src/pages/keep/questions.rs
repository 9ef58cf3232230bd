//! The questions that wait for an answer.

use super::kept::Kept;
use crate::desk::{Doing, use_desk};
use crate::pages::team::day_of;
use crate::parts::confirm::Confirm;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::parts::when;
use crate::words::{Words, use_words};
use leptos::prelude::*;
use store::{Proposal, ProposalView};

/// All of them; nothing where nobody asked anything.
#[component]
pub(super) fn Questions(kept: Memo<Kept>) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let list = move || {
        let kept = kept.get();
        if kept.proposals.is_empty() || !kept.guardian {
            return ().into_any();
        }
        let one = |asked: &ProposalView| question(asked, &kept, doing, t);
        let all = kept.proposals.iter().map(one).collect_view();
        view! {
            <section aria-labelledby="questions">
                <h2 id="questions">{t.keep_questions()}</h2>
                <ul class="questions">{all}</ul>
            </section>
        }
        .into_any()
    };
    view! {
        {list}
        <TroubleNotice trouble=doing.trouble/>
    }
}

fn question(asked: &ProposalView, kept: &Kept, doing: Doing, t: Words) -> AnyView {
    let (title, means) = said(asked.what, kept, t);
    let mine = Some(asked.by) == kept.me;
    let by = if mine {
        t.keep_asked_by_me(when::moment(asked.at.0, t))
    } else {
        t.keep_asked_by(kept.name(asked.by, t), when::moment(asked.at.0, t))
    };
    let lost = matches!(asked.what, Proposal::Readmit { .. });
    let until = if asked.over {
        t.keep_over().to_owned()
    } else if lost {
        t.keep_lost_until(day_of(asked.not_before, t))
    } else {
        t.keep_until(day_of(asked.until, t))
    };
    let waits = (!asked.waiting.is_empty() && !asked.over)
        .then(|| view! { <p>{t.keep_waits(kept.listed(&asked.waiting, t))}</p> });
    let agreed = asked.waiting.is_empty() && !asked.over;
    let last_yes = if lost {
        t.keep_lost_agreed(day_of(asked.not_before, t))
    } else {
        t.keep_last_yes().to_owned()
    };
    let heading = format!("question-{}", asked.number);
    let labelled = heading.clone();
    view! {
        <li class="card" aria-labelledby=labelled>
            <h3 id=heading>{title}</h3>
            <p>{means.clone()}</p>
            <p class="soft">{by}" "{until}</p>
            <p>{t.keep_said_yes(kept.listed(&asked.yes, t))}</p>
            {waits}
            {(agreed && asked.what != Proposal::EraseCarnet).then(|| view! { <p class="states"><span class="state done">{sign(Sign::Check)}{last_yes}</span></p> })}
            <div class="acts end">{acts(asked, kept, means, doing, t)}</div>
        </li>
    }
    .into_any()
}

fn acts(asked: &ProposalView, kept: &Kept, means: String, doing: Doing, t: Words) -> AnyView {
    let toasts = use_toasts();
    let (number, what) = (asked.number, asked.what);
    let mine = Some(asked.by) == kept.me;
    // Whose account is said to be lost can only say that it is not.
    let doubted = matches!(what, Proposal::Readmit { old, .. } if Some(old) == kept.me);
    let said_yes = doubted || kept.me.is_some_and(|me| asked.yes.contains(&me));
    let ask = move || {
        doing.start(
            async move |keeper| keeper.propose(what).await,
            move |()| toasts.say(t.keep_proposed()),
        );
    };
    let end = move |_| {
        doing.start(
            async move |keeper| keeper.oppose(number).await,
            move |()| toasts.say(t.keep_no_done()),
        );
    };
    if asked.over {
        return view! {
            <button class="go" type="button" on:click=move |_| ask()>{sign(Sign::Turn)}{t.keep_ask_again()}</button>
            <button class="quiet" type="button" on:click=end>{t.keep_drop()}</button>
        }
        .into_any();
    }
    let all_agree = asked.waiting.is_empty();
    let agree = Callback::new(move |()| {
        doing.start(
            async move |keeper| keeper.approve(number).await,
            move |()| toasts.say(t.keep_yes_done()),
        );
    });
    let end_label = match (mine, doubted) {
        (true, _) => t.keep_withdraw(),
        (_, true) => t.keep_lost_not(),
        _ => t.keep_no(),
    };
    view! {
        {(!said_yes).then(|| view! {
            <Confirm id=format!("agree-{number}") label=t.keep_yes() title=t.keep_yes_title() means=means.clone()
                act=t.keep_yes() grave=matches!(what, Proposal::EraseCarnet) done=agree/>
        })}
        {(all_agree && what == Proposal::EraseCarnet).then(|| view! {
            <Confirm id=format!("now-{number}") label=t.keep_erase_now() title=t.keep_erase_ask() means
                act=t.keep_erase() done=Callback::new(move |()| ask())/>
        })}
        <button class="go" type="button" on:click=end>{end_label}</button>
    }
    .into_any()
}

/// The question, and what a yes means.
fn said(what: Proposal, kept: &Kept, t: Words) -> (String, String) {
    match what {
        Proposal::Remove(id) if Some(id) == kept.me => (
            t.keep_q_remove_me().to_owned(),
            t.keep_means_remove_me().to_owned(),
        ),
        Proposal::Remove(id) => {
            let name = kept.name(id, t);
            (t.keep_q_remove(&name), t.keep_means_remove(&name))
        }
        Proposal::Readmit { old, .. } if Some(old) == kept.me => (
            t.keep_q_lost_me().to_owned(),
            t.keep_means_lost_me().to_owned(),
        ),
        Proposal::Readmit { old, new } => {
            let (old, new) = (kept.name(old, t), kept.name(new, t));
            (t.keep_q_lost(&old), t.keep_means_lost(new, old))
        }
        Proposal::EraseCarnet => (t.keep_q_erase().to_owned(), t.keep_means_erase().to_owned()),
        Proposal::Transfer(id) => {
            let name = kept.name(id, t);
            (t.keep_q_transfer(&name), t.keep_means_transfer(&name))
        }
    }
}
