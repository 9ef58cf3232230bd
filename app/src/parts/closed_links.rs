//! Links that closed by themselves: guardians are told which, so that they open new ones for those who still need them.

use super::notice::{Notice, Tone};
use super::when::moment;
use crate::desk::use_desk;
use crate::words::use_words;
use leptos::prelude::*;
use store::{ClosedLinkView, LinkKind};

/// Those of one kind; nothing where there is none.
#[component]
pub(crate) fn ClosedLinks(of: fn(LinkKind) -> bool) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let closed = Memo::new(move |_| {
        let all = desk.carnet().map(|carnet| carnet.closed_links.clone());
        let mut closed = all.unwrap_or_default();
        closed.retain(|link| of(link.kind));
        closed
    });
    let line = move |link: &ClosedLinkView| {
        let told = t.links_closed_one(&link.label, moment(link.at.0, t));
        view! { <li>{told}</li> }
    };
    move || {
        let closed = closed.get();
        (!closed.is_empty()).then(|| {
            view! {
                <Notice tone=Tone::Caution>
                    <p>{t.links_closed_alone()}</p>
                    <ul>{closed.iter().map(line).collect_view()}</ul>
                </Notice>
            }
        })
    }
}
