//! The controls that a question is answered with.

use super::pick::PickDocuments;
use super::voice::Voice;
use crate::words::use_words;
use domain::entry::Answer;
use domain::mdph::{Asked, Choice, Question};
use leptos::prelude::*;

/// Everything that can be answered to a question.
#[component]
pub(super) fn AnswerFields(
    question: &'static Question,
    answer: RwSignal<Answer>,
    /// Something was said that is not kept yet.
    unkept: RwSignal<bool>,
) -> impl IntoView {
    let t = use_words();
    let not_concerned = Memo::new(move |_| answer.with(|answer| answer.not_concerned));
    let asked = question.asked;
    let controls = move || {
        if not_concerned.get() {
            return ().into_any();
        }
        match asked {
            Asked::Line => view! { <Line answer/> }.into_any(),
            Asked::Text | Asked::List => view! { <Text answer labelled="question"/> }.into_any(),
            Asked::Story => {
                view! { <Voice question answer unkept/><Text answer labelled="question"/> }
                    .into_any()
            }
            Asked::One(_) | Asked::Request => view! {
                <Choices choices=asked.choices() answer several=false/>
                <More answer/>
            }
            .into_any(),
            Asked::Many(_) => view! {
                <Choices choices=asked.choices() answer several=true/>
                <More answer/>
            }
            .into_any(),
            Asked::Documents => view! { <PickDocuments question answer/><More answer/> }.into_any(),
        }
    };
    let toggled = move |event| {
        let yes = event_target_checked(&event);
        answer.update(|answer| answer.not_concerned = yes);
    };
    view! {
        {controls}
        <label class="pick">
            <input type="checkbox" prop:checked=move || not_concerned.get() on:change=toggled/>
            {t.mdph_not_concerned()}
        </label>
    }
}

#[component]
fn Line(answer: RwSignal<Answer>) -> impl IntoView {
    let typed = move |event| answer.update(|answer| answer.text = event_target_value(&event));
    view! {
        <div class="field">
            <input type="text" autocomplete="off" aria-labelledby="question" aria-describedby="help"
                prop:value=move || answer.with(|answer| answer.text.clone()) on:input=typed/>
        </div>
    }
}

#[component]
fn Text(answer: RwSignal<Answer>, labelled: &'static str) -> impl IntoView {
    let typed = move |event| answer.update(|answer| answer.text = event_target_value(&event));
    view! {
        <div class="field">
            <textarea rows="8" aria-labelledby=labelled aria-describedby="help"
                prop:value=move || answer.with(|answer| answer.text.clone()) on:input=typed></textarea>
        </div>
    }
}

/// What is said beside a choice.
#[component]
fn More(answer: RwSignal<Answer>) -> impl IntoView {
    let t = use_words();
    view! {
        <div><p class="label" id="more">{t.mdph_in_your_words()}</p><Text answer labelled="more"/></div>
    }
}

#[component]
fn Choices(choices: &'static [Choice], answer: RwSignal<Answer>, several: bool) -> impl IntoView {
    let t = use_words();
    let one = move |choice: &'static Choice| {
        let chosen =
            move || answer.with(|answer| answer.choices.iter().any(|code| code == choice.code));
        let toggled = move |event| {
            let yes = event_target_checked(&event);
            answer.update(|answer| {
                if several {
                    answer.choices.retain(|code| code != choice.code);
                } else {
                    answer.choices.clear();
                }
                if yes {
                    answer.choices.push(choice.code.to_owned());
                }
            });
        };
        let kind = if several { "checkbox" } else { "radio" };
        view! {
            <label class="pick">
                <input type=kind name="choice" value=choice.code prop:checked=chosen on:change=toggled/>
                {choice.label(t.terms())}
            </label>
        }
    };
    view! {
        <div class="field" role="group" aria-labelledby="question" aria-describedby="help">
            {choices.iter().map(one).collect_view()}
        </div>
    }
}
