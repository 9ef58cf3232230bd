//! The face of the person: their photo, or the first letter of their name.

use super::picture::Picture;
use domain::FileRef;
use leptos::prelude::*;
use store::CarnetId;

/// The face. The name stands beside it, so it is not read aloud.
#[component]
pub(crate) fn Face(
    name: String,
    photo: Option<FileRef>,
    #[prop(optional)] carnet: Option<CarnetId>,
) -> impl IntoView {
    match (photo, carnet) {
        (Some(file), Some(carnet)) => {
            view! { <Picture file class="face" alt="" carnet/> }.into_any()
        }
        (Some(file), None) => view! { <Picture file class="face" alt=""/> }.into_any(),
        (None, _) => {
            let letter: String = name.chars().take(1).flat_map(char::to_uppercase).collect();
            view! { <span class="face" aria-hidden="true">{letter}</span> }.into_any()
        }
    }
}
