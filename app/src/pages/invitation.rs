//! Coming into a carnet by an invitation: what it opens is said first; then, with an account of one's own, one press.

mod take;

use crate::desk::{Doing, use_desk};
use crate::pages::team::{RightsInWords, day_of, role_word};
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::skeleton::Skeleton;
use crate::router::use_secret;
use crate::words::use_words;
use leptos::prelude::*;
use store::{Guest, GuestView, Trouble};
use take::Take;

/// What the page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// The invitation is being looked at.
    Opening,
    /// There is none, or it does not open.
    Shut,
    /// It can be taken.
    Open,
}

/// The page.
#[component]
pub(crate) fn Invitation() -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let stage = RwSignal::new(Stage::Opening);
    let guest = StoredValue::new_local(None::<Guest>);
    let said = RwSignal::new_local(None::<GuestView>);
    let look = move |fragment: String| {
        stage.set(Stage::Opening);
        doing.start(
            async move |keeper| {
                let guest = keeper.guest(fragment).await?;
                let view = guest.view()?;
                Ok((guest, view))
            },
            move |(opened, view)| {
                guest.set_value(Some(opened));
                said.set(Some(view));
                stage.set(Stage::Open);
            },
        );
    };
    let fragment = StoredValue::new(String::new());
    use_secret(move |secret| match secret {
        // The same one once more: whoever is answering goes on.
        Some(secret) if stage.get_untracked() == Stage::Open && secret == fragment.get_value() => {}
        Some(secret) => {
            fragment.set_value(secret.clone());
            look(secret);
        }
        None => stage.set(Stage::Shut),
    });
    Effect::new(move |_| {
        if doing.trouble.get().is_some() && stage.get_untracked() == Stage::Opening {
            stage.set(Stage::Shut);
        }
    });
    let again = move |_| look(fragment.get_value());
    let shown = move || {
        match stage.get() {
        Stage::Opening => view! { <Skeleton/> }.into_any(),
        Stage::Shut => view! {
            <Shut trouble=doing.trouble/>
            {move || (doing.trouble.get() == Some(Trouble::Offline)).then(|| view! {
                <p class="acts"><button class="go" type="button" on:click=again>{t.papers_try_again()}</button></p>
            })}
        }
        .into_any(),
        Stage::Open => view! {
            {move || said.get().map(|said| view! { <Said said/> })}
            <Take guest/>
        }
        .into_any(),
    }
    };
    view! {
        <h1 tabindex="-1">{t.title_invitation()}</h1>
        {shown}
    }
}

/// Into which carnet, as what, to see what.
#[component]
fn Said(said: GuestView) -> impl IntoView {
    let t = use_words();
    let somebody = |name: &str| match name {
        "" => t.somebody().to_owned(),
        name => name.to_owned(),
    };
    let whose = match said.person.as_str() {
        "" => t.invitation_by(somebody(&said.by)),
        person => t.invitation_by_into(somebody(&said.by), person),
    };
    view! {
        <p class="lead">{whose}</p>
        <section class="card" aria-labelledby="opens">
            <h2 id="opens">{t.invitation_opens()}</h2>
            <p>{t.invitation_called(somebody(&said.label), role_word(said.role, t))}</p>
            <RightsInWords rights=said.rights/>
            <p class="soft">{t.invitation_until(day_of(said.until, t))}</p>
        </section>
    }
}

/// It leads nowhere.
#[component]
fn Shut(trouble: RwSignal<Option<Trouble>>) -> impl IntoView {
    let t = use_words();
    move || {
        match trouble.get() {
        None | Some(Trouble::NotFound) => view! {
            <Notice tone=Tone::Caution><p><strong>{t.invitation_not_whole()}</strong></p><p>{t.invitation_not_whole_means()}</p></Notice>
        }
        .into_any(),
        Some(_) => view! { <TroubleNotice trouble/> }.into_any(),
    }
    }
}
