//! The recovery sheet, then two of its groups, to be sure that it is at hand.

use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::parts::button::Send;
use crate::parts::field::Line;
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::rescue::RescueSheet;
use crate::words::use_words;
use leptos::prelude::*;
use store::NewSheet;

/// Shows the sheet, asks two groups, and goes on; or goes on at once, and Today asks again.
#[component]
pub(crate) fn SheetStep(
    sheet: NewSheet,
    done: Callback<()>,
    /// It stands inside another page, which has its own first heading.
    #[prop(default = false)]
    inside: bool,
) -> impl IntoView {
    let t = use_words();
    let asking = RwSignal::new(false);
    let asked = sheet.asked;
    Effect::new(move |_| {
        asking.track();
        browser::soon(|| browser::focus_id("sheet-heading"));
    });
    view! {
        {move || if asking.get() {
            view! { <Ask asked done inside back=asking/> }.into_any()
        } else {
            view! {
                {heading(t.sheet_heading(), inside)}
                <p class="lead not-on-paper">{t.sheet_lead()}</p>
                <RescueSheet sheet=sheet.clone()/>
                <Notice tone=Tone::Caution><p>{t.price()}</p></Notice>
                <div class="acts">
                    <button class="do" type="button" on:click=move |_| asking.set(true)>{t.have_sheet()}</button>
                    <button class="go" type="button" on:click=move |_| done.run(())>{t.sheet_later()}</button>
                </div>
            }
            .into_any()
        }}
    }
}

/// The heading of a step, which gets the focus.
fn heading(text: &'static str, inside: bool) -> AnyView {
    if inside {
        view! { <h2 id="sheet-heading" tabindex="-1">{text}</h2> }.into_any()
    } else {
        view! { <h1 id="sheet-heading" tabindex="-1">{text}</h1> }.into_any()
    }
}

#[component]
fn Ask(
    asked: (usize, usize),
    done: Callback<()>,
    inside: bool,
    back: RwSignal<bool>,
) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let (first, second) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let check = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let (one, two) = (first.get_untracked(), second.get_untracked());
        doing.start(
            async move |keeper| keeper.confirm_sheet(one, two).await,
            move |()| done.run(()),
        );
    };
    let button = Signal::derive(move || t.check_sheet().to_owned());
    view! {
        {heading(t.ask_groups(), inside)}
        <p>{t.ask_groups_why()}</p>
        <form class="form" novalidate on:submit=check>
            <Line id="group-one" label=t.group_number(asked.0 + 1) value=first class="code-in brief"/>
            <Line id="group-two" label=t.group_number(asked.1 + 1) value=second class="code-in brief"/>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts">
                <Send doing label=button/>
                <button class="go" type="button" on:click=move |_| back.set(false)>{t.see_sheet()}</button>
            </div>
        </form>
    }
}
