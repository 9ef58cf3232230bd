//! A single question of a small form: label, help, input.

use leptos::prelude::*;

/// A line that is typed into.
#[component]
pub(crate) fn Line(
    id: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    value: RwSignal<String>,
    #[prop(default = "text")] kind: &'static str,
    #[prop(default = "off")] autocomplete: &'static str,
    #[prop(default = "")] class: &'static str,
    #[prop(default = false)] required: bool,
) -> impl IntoView {
    let hint_id = hint.is_some().then(|| format!("{id}-hint"));
    let described = hint_id.clone();
    view! {
        <div class="field">
            <label for=id>{label}</label>
            {hint.map(|hint| view! { <span class="hint" id=hint_id>{hint}</span> })}
            <input id=id name=id type=kind class=class autocomplete=autocomplete required=required
                prop:value=move || value.get() aria-describedby=described
                on:input=move |event| value.set(event_target_value(&event))/>
        </div>
    }
}

/// Yes or no.
#[component]
pub(crate) fn Tick(
    id: &'static str,
    #[prop(into)] label: String,
    value: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <div class="field">
            <label class="pick">
                <input id=id type="checkbox" prop:checked=move || value.get()
                    on:change=move |event| value.set(event_target_checked(&event))/>
                {label}
            </label>
        </div>
    }
}
