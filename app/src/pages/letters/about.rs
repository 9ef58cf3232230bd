//! Which procedure a letter is about.

use crate::lists::rows::{Row, use_rows};
use crate::words::use_words;
use domain::lists::ProcedureState;
use domain::{Entry, EntryRef, Kind, view};
use leptos::prelude::*;

/// The question, while there are procedures.
#[component]
pub(super) fn AboutWhich(
    #[prop(into)] about: Signal<Option<EntryRef>>,
    choose: Callback<Option<EntryRef>>,
) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let options = Memo::new(move |_| {
        let rows = rows.get();
        let mut found = view::of_kind(&rows, Kind::Procedure);
        view::newest_first(&mut found);
        let chosen = about.get_untracked();
        let open = |row: &&Row| {
            let over = matches!(&row.entry, Entry::Procedure(one) if one.state() == ProcedureState::Closed);
            !over
                || chosen
                    .as_ref()
                    .is_some_and(|chosen| *chosen.as_str() == row.id.to_string())
        };
        let options = found.into_iter().filter(open);
        let options = options.map(|row| (row.id.to_string(), row.entry.title(t.terms())));
        options.collect::<Vec<_>>()
    });
    let changed = move |event| {
        let value = event_target_value(&event);
        choose.run((!value.is_empty()).then_some(EntryRef(value)));
    };
    let option = move |(id, title): (String, String)| {
        let its = id.clone();
        let selected =
            move || about.with(|about| about.as_ref().is_some_and(|one| one.as_str() == its));
        view! { <option value=id selected=selected>{title}</option> }
    };
    move || {
        let options = options.get();
        (!options.is_empty()).then(|| view! {
            <div class="field">
                <label for="letter-about">{t.letter_about()}</label>
                <select id="letter-about" aria-describedby="letter-about-hint" on:change=changed>
                    <option value="">{t.letter_about_none()}</option>
                    {options.into_iter().map(option).collect_view()}
                </select>
                <span class="hint" id="letter-about-hint">{t.letter_about_hint()}</span>
            </div>
        })
    }
}
