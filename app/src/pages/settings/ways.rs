//! The ways in: what there is, adding one, taking one away.

mod name_form;

use crate::desk::{Doing, use_desk};
use crate::parts::button::Send;
use crate::parts::confirm::Confirm;
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::parts::when;
use crate::words::{Words, use_words};
use leptos::prelude::*;
use name_form::NameForm;
use store::{Way, WayKind};

/// The card.
#[component]
pub(super) fn Ways() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let ways = Memo::new(move |_| {
        desk.account()
            .map(|account| account.ways.clone())
            .unwrap_or_default()
    });
    let add = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let label = untrack(|| desk.account())
            .map(|account| account.label.clone())
            .unwrap_or_default();
        doing.start(
            async move |keeper| keeper.add_passkey(label).await,
            move |()| toasts.say(t.passkey_added()),
        );
    };
    let removing = Doing::new(desk);
    let button = Signal::derive(move || t.add_passkey().to_owned());
    view! {
        <section class="card" aria-labelledby="ways">
            <h2 id="ways">{t.ways_title()}</h2>
            <p>{t.ways_lead()}</p>
            <ul class="rows">{move || ways.get().into_iter().map(|way| view! { <WayRow way removing/> }).collect_view()}</ul>
            <TroubleNotice trouble=removing.trouble/>
            <TroubleNotice trouble=doing.trouble/>
            <form class="acts" novalidate on:submit=add><Send doing label=button/></form>
            <details>
                <summary>{t.set_name()}</summary>
                <NameForm/>
            </details>
        </section>
    }
}

/// One way in.
#[component]
fn WayRow(way: Way, removing: Doing) -> impl IntoView {
    let t = use_words();
    let toasts = use_toasts();
    let kind = named(way.kind, t);
    let used = way.used.map(|used| t.way_used(when::moment(used.0, t)));
    let id = way.id;
    let remove = Callback::new(move |()| {
        removing.start(
            async move |keeper| keeper.remove_way(id).await,
            move |()| toasts.say(t.way_removed()),
        );
    });
    let icon = if way.kind == WayKind::Code {
        Sign::Lifebuoy
    } else {
        Sign::Key
    };
    // The code is replaced by a new one, below, and never just taken away.
    let removable = way.kind != WayKind::Code;
    view! {
        <li>
            <p class="row-title">{sign(icon)}" "{kind}</p>
            <p class="soft">{t.way_added(when::moment(way.added.0, t))}" "{used}</p>
            {removable.then(|| view! {
                <Confirm id=format!("way-{id}") label=t.remove_way() title=t.remove_way_title(kind)
                    means=t.remove_way_means() act=t.remove_way() done=remove/>
            })}
        </li>
    }
}

fn named(kind: WayKind, t: Words) -> &'static str {
    match kind {
        WayKind::Passkey => t.way_passkey(),
        WayKind::Code => t.way_code(),
        WayKind::Name => t.way_name(),
    }
}
