//! Reminders: by which ways, how long before, at what hours.

mod choices;
mod devices;
mod group;
mod here;
mod mail;
mod try_one;

use crate::desk::{Gate, use_desk};
use crate::parts::notice::{Notice, Tone};
use crate::troubles::tell_short;
use crate::words::use_words;
use choices::Choices;
use devices::Devices;
use here::Here;
use leptos::prelude::*;
use mail::Mail;
use store::{RemindersView, Trouble};

/// The way to ask again for what is known.
#[derive(Clone, Copy, Debug)]
struct Known {
    again: Callback<()>,
}

/// The card.
#[component]
pub(super) fn Reminders() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let said = RwSignal::new(None::<Result<RemindersView, Trouble>>);
    let again = Callback::new(move |()| {
        desk.ask(
            async |keeper| keeper.reminders().await,
            move |answer| {
                said.try_set(Some(answer));
            },
        );
    });
    let gate = desk.gate();
    // An address that is set or taken away above changes what can be chosen here.
    let email = Memo::new(move |_| desk.account().and_then(|account| account.email.clone()));
    Effect::new(move |_| {
        email.track();
        if gate.get() == Gate::Open {
            again.run(());
        }
    });
    let known = Known { again };
    view! {
        <section class="card reminders" aria-labelledby="reminders">
            <h2 id="reminders">{t.reminders_title()}</h2>
            <p>{t.reminders_lead()}</p>
            {move || match said.get() {
                None => view! { <p class="soft">{t.one_moment()}</p> }.into_any(),
                Some(Err(trouble)) => view! {
                    <Notice tone=Tone::Caution>
                        <p>{t.reminders_unknown()}" "{tell_short(trouble, t)}</p>
                        <button class="quiet" type="button" on:click=move |_| again.run(())>{t.reminders_ask_again()}</button>
                    </Notice>
                }
                .into_any(),
                Some(Ok(view)) => view! {
                    <Mail view=view.clone() known/>
                    <Here view=view.clone() known/>
                    <Devices view=view.clone() known/>
                    <Choices view known/>
                }
                .into_any(),
            }}
        </section>
    }
}
