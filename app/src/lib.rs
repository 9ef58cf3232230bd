//! The pages of a carnet: what a person sees and does, in Leptos. The same components are drawn to files
//! when the project is built and taken over in the browser afterwards.

pub mod site_map;

use leptos::prelude::*;
use leptos_router::components::{A, Route, Router, Routes};
use leptos_router::path;
use site_map::Lang;

/// The body of every page.
#[component]
pub fn App() -> impl IntoView {
    view! {
        <Router>
            <Routes fallback=NotFound>
                <Route path=path!("/:lang") view=Welcome/>
            </Routes>
        </Router>
    }
}

/// What a stranger sees first.
#[component]
fn Welcome() -> impl IntoView {
    view! {
        <main>
            <h1>"Carnet"</h1>
            <p>"Le carnet de soins que seules les personnes choisies peuvent lire."</p>
            <p>
                {Lang::ALL
                    .iter()
                    .map(|lang| view! { <A href=format!("/{}", lang.code())>{lang.code()}</A> " " })
                    .collect_view()}
            </p>
        </main>
    }
}

/// What is shown for an address that leads nowhere.
#[component]
fn NotFound() -> impl IntoView {
    view! { <main><h1>"Cette page n’existe pas."</h1></main> }
}
