//! A sentence that deserves to be seen, with its icon.

use super::sign::{Sign, sign};
use crate::troubles::{self, Told};
use crate::words::use_words;
use leptos::prelude::*;
use store::Trouble;

/// How a notice feels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    Plain,
    Caution,
    Wrong,
    Well,
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Self::Plain => "notice",
            Self::Caution => "notice caution",
            Self::Wrong => "notice wrong",
            Self::Well => "notice well",
        }
    }

    fn sign(self) -> Sign {
        match self {
            Self::Plain => Sign::Info,
            Self::Caution | Self::Wrong => Sign::Caution,
            Self::Well => Sign::Check,
        }
    }
}

/// A notice around a few words.
#[component]
pub(crate) fn Notice(tone: Tone, children: Children) -> impl IntoView {
    view! { <div class=tone.class()>{sign(tone.sign())}<div>{children()}</div></div> }
}

/// What went wrong, said at once to those who listen. Shows nothing while nothing went wrong.
#[component]
pub(crate) fn TroubleNotice(#[prop(into)] trouble: Signal<Option<Trouble>>) -> impl IntoView {
    let t = use_words();
    let told = move || {
        trouble.get().map(|trouble| {
            let Told { what, means } = troubles::tell(trouble, t);
            view! {
                <Notice tone=Tone::Wrong>
                    <p><strong>{what}</strong></p>
                    <p>{means}</p>
                </Notice>
            }
        })
    };
    view! { <div role="alert">{told}</div> }
}
