//! A question before something that cannot be taken back as easily.

use super::sign::{Sign, sign};
use crate::browser;
use crate::words::use_words;
use leptos::prelude::*;

/// A button that asks first. The dialog says what happens and what can be undone; its button says what it does.
#[component]
pub(crate) fn Confirm(
    #[prop(into)] id: String,
    /// On the button in the page.
    #[prop(into)]
    label: String,
    /// The title of the question.
    #[prop(into)]
    title: String,
    /// What happens, and what can be undone.
    #[prop(into)]
    means: String,
    /// On the button that does it.
    #[prop(into)]
    act: String,
    /// Something is lost by it: it is asked in red.
    #[prop(default = true)]
    grave: bool,
    /// Does it.
    done: Callback<()>,
) -> impl IntoView {
    let t = use_words();
    let (open, go) = if grave {
        ("quiet erase", "do erase")
    } else {
        ("quiet", "do")
    };
    let icon = if grave { Sign::Erase } else { Sign::Turn };
    let id = StoredValue::new(id);
    let title_id = move || format!("{}-title", id.get_value());
    let yes = move |_| {
        browser::close_dialog(&id.get_value());
        done.run(());
    };
    view! {
        <button class=open type="button" on:click=move |_| browser::show_dialog(&id.get_value())>
            {sign(icon)}{label}
        </button>
        <dialog id=id.get_value() aria-labelledby=title_id()>
            <h2 id=title_id()>{title}</h2>
            <p>{means}</p>
            <div class="acts end">
                <button class=go type="button" on:click=yes>{act}</button>
                <button class="go" type="button" on:click=move |_| browser::close_dialog(&id.get_value())>{t.cancel()}</button>
            </div>
        </dialog>
    }
}
