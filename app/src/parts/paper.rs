//! A document as it will be printed.

use crate::words::use_words;
use domain::paper::{Block, Paper};
use leptos::prelude::*;

/// The document. On paper its foot stands on every page.
#[component]
pub(crate) fn PaperView(paper: Paper) -> impl IntoView {
    let t = use_words();
    let Paper {
        lang,
        title,
        titled,
        foot,
        blocks,
        ..
    } = paper;
    let label = t.paper_label(&title);
    view! {
        <article class="doc" lang=lang aria-label=label>
            <div class="doc-body">
                {titled.then(|| view! { <h2 class="doc-title">{title}</h2> })}
                {blocks.into_iter().map(move |block| show(block, titled)).collect_view()}
            </div>
            <div class="doc-foot on-paper" aria-hidden="true">{foot}</div>
        </article>
    }
}

fn show(block: Block, titled: bool) -> AnyView {
    match block {
        Block::Heading(text) if titled => view! { <h3 class="doc-part">{text}</h3> }.into_any(),
        Block::Heading(text) => view! { <h2 class="doc-part">{text}</h2> }.into_any(),
        Block::Question(text) if titled => view! { <h4>{text}</h4> }.into_any(),
        Block::Question(text) => view! { <h3>{text}</h3> }.into_any(),
        Block::Text(text) => {
            let paragraphs = text
                .split("\n\n")
                .map(|text| view! { <p class="said">{text.to_owned()}</p> });
            paragraphs.collect_view().into_any()
        }
        Block::Items(items) => {
            let items = items.into_iter().map(|item| view! { <li>{item}</li> });
            view! { <ul>{items.collect_view()}</ul> }.into_any()
        }
        Block::Small(text) => view! { <p class="soft">{text}</p> }.into_any(),
        Block::Right(text) => view! { <p class="said doc-right">{text}</p> }.into_any(),
        Block::Signature(text) => {
            view! { <p class="said doc-right doc-signature">{text}</p> }.into_any()
        }
        Block::Strong(text) => view! { <p class="doc-strong">{text}</p> }.into_any(),
    }
}
