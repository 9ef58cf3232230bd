//! What a stranger sees first: what a carnet is, for whom, the promise and its price. Whole before any script.

use crate::desk::{Gate, use_desk};
use crate::parts::notice::{Notice, Tone};
use crate::parts::sign::{Sign, sign};
use crate::site_map::{Page, Place};
use crate::words::use_words;
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn Welcome() -> impl IntoView {
    let t = use_words();
    let to = |page| Place::of(t.lang(), page).href();
    let gate = use_desk().gate();
    let carnets = to(Page::Carnets);
    let promise = |icon, title, text| view! { <li>{sign(icon)}<h3>{title}</h3><p>{text}</p></li> };
    view! {
        <section class="hero">
            <h1 tabindex="-1">{t.welcome_title()}</h1>
            <p class="lead">{t.welcome_lead()}</p>
            {move || (gate.get() == Gate::Open).then(|| view! {
                <p class="acts"><a class="do" href=carnets.clone()>{t.to_carnets()}</a></p>
            })}
            <p class="acts">
                <a class="do" href=to(Page::Create)>{sign(Sign::Add)}{t.open_a_carnet()}</a>
                <a class="go" href=to(Page::SignIn)>{sign(Sign::Key)}{t.come_back()}</a>
            </p>
        </section>
        <section aria-labelledby="what-for">
            <h2 id="what-for">{t.welcome_for()}</h2>
            <ul class="promise">
                {promise(Sign::Health, t.welcome_health(), t.welcome_health_text())}
                {promise(Sign::Document, t.welcome_papers(), t.welcome_papers_text())}
                {promise(Sign::Habits, t.welcome_habits(), t.welcome_habits_text())}
                {promise(Sign::Course, t.welcome_course(), t.welcome_course_text())}
            </ul>
        </section>
        <section aria-labelledby="who-reads">
            <h2 id="who-reads">{t.welcome_who_reads()}</h2>
            <Notice tone=Tone::Plain><p>{t.promise()}</p></Notice>
            <Notice tone=Tone::Caution><p>{t.price()}</p></Notice>
            <p>{t.welcome_yours()}</p>
        </section>
    }
}
