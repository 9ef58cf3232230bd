//! What one takes of a document: on paper, as a PDF file, or in one download with the papers that go with it.

use super::notice::{Notice, Tone, TroubleNotice};
use super::sign::{Sign, sign};
use super::toast::use_toasts;
use crate::browser;
use crate::browser::files::Basket;
use crate::desk::{Doing, use_desk};
use crate::words::use_words;
use domain::paper::{Paper, Piece};
use leptos::prelude::*;
use std::rc::Rc;
use store::{Bundle, Progress};

/// The buttons.
#[component]
pub(crate) fn TakePaper(
    paper: Signal<Paper>,
    pieces: Signal<Vec<Piece>>,
    /// The name of the files, without their endings.
    name: &'static str,
) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let toasts = use_toasts();
    let missing = RwSignal::new(String::new());
    let gaps = RwSignal::new(0_usize);
    let file = RwSignal::new(0_usize);
    let begin = move || {
        missing.set(String::new());
        gaps.set(0);
        file.set(0);
    };
    let as_pdf = move |_| {
        begin();
        let paper = paper.get_untracked();
        let today = browser::today();
        doing.start(
            async move |keeper| keeper.pdf(paper, today).await,
            move |pdf| {
                browser::download(&pdf.bytes, "application/pdf", &format!("{name}.pdf"));
                missing.set(pdf.missing);
                toasts.say(t.paper_pdf_done());
            },
        );
    };
    let all = move |_| {
        begin();
        let (paper, pieces) = (paper.get_untracked(), pieces.get_untracked());
        let basket = Rc::new(Basket::default());
        let filled = basket.clone();
        let told = Rc::new(move |progress: Progress| {
            file.try_set(progress.file + 1);
        });
        doing.start(
            async move |keeper| {
                let today = browser::today();
                let pdf = keeper.pdf(paper, today).await?;
                let bundle = Bundle {
                    document: (format!("{name}.pdf"), pdf.bytes),
                    pieces: pieces
                        .into_iter()
                        .map(|piece| (piece.title, piece.files))
                        .collect(),
                    day: today,
                    lang: t.terms(),
                };
                let left_out = keeper.bundle(bundle, filled, told).await?;
                Ok((pdf.missing, left_out))
            },
            move |(lacks, left_out)| {
                basket.offer("application/zip", &format!("{name}.zip"));
                missing.set(lacks);
                gaps.set(left_out);
                toasts.say(t.paper_zip_done());
            },
        );
    };
    let waits = move || doing.busy.get().then_some("true");
    view! {
        <div class="acts">
            <button class="do" type="button" on:click=move |_| browser::print()>{sign(Sign::Print)}{t.paper_print()}</button>
            <button class="go" type="button" on:click=as_pdf aria-disabled=waits>{sign(Sign::Download)}{t.paper_pdf()}</button>
            {move || {
                let count = pieces.with(Vec::len);
                (count > 0).then(|| view! {
                    <button class="go" type="button" on:click=all aria-disabled=waits>{sign(Sign::Download)}
                        {if count == 1 { t.paper_zip_one().to_owned() } else { t.paper_zip(count) }}
                    </button>
                })
            }}
        </div>
        <p class="not-on-paper soft" role="status">{move || doing.busy.get().then(|| match file.get() {
            0 => t.one_moment().to_owned(),
            number => t.take_away_file_number(number),
        })}</p>
        <div class="not-on-paper">
            <TroubleNotice trouble=doing.trouble/>
            {move || Some(missing.get()).filter(|missing| !missing.is_empty()).map(|missing| view! {
                <Notice tone=Tone::Caution><p>{t.paper_missing(missing)}</p></Notice>
            })}
            {move || (gaps.get() > 0).then(|| view! {
                <Notice tone=Tone::Caution><p>{t.paper_gaps(gaps.get())}</p></Notice>
            })}
        </div>
    }
}
