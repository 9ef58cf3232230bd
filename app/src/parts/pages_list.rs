//! The files of a document or of an entry in their order: moved, turned, taken out.

use super::picture::Thumb;
use super::sign::{Sign, sign};
use crate::words::use_words;
use domain::FileRef;
use leptos::prelude::*;

/// The list, to be changed in place.
#[component]
pub(crate) fn PagesList(files: RwSignal<Vec<FileRef>>, changed: Callback<()>) -> impl IntoView {
    let t = use_words();
    let page = move |(place, file): (usize, FileRef)| {
        let is_picture = file.mime.starts_with("image/");
        let up = move |_| {
            files.update(|files| files.swap(place - 1, place));
            changed.run(());
        };
        let turn = move |_| {
            files.update(|files| {
                if let Some(file) = files.get_mut(place) {
                    file.rotation = (file.rotation + 90) % 360;
                }
            });
            changed.run(());
        };
        let remove = move |_| {
            files.update(|files| drop(files.remove(place)));
            changed.run(());
        };
        view! {
            <li>
                <Thumb file=file.clone()/>
                <span>{t.page_number(place + 1)}" · "{file.name.clone()}</span>
                {(place > 0).then(|| view! {
                    <button class="quiet" type="button" on:click=up>{sign(Sign::Up)}{t.move_up()}</button>
                })}
                {is_picture.then(|| view! {
                    <button class="quiet" type="button" on:click=turn>{sign(Sign::Turn)}{t.turn()}</button>
                })}
                <button class="quiet erase" type="button" on:click=remove>{sign(Sign::Erase)}{t.remove()}</button>
            </li>
        }
    };
    move || {
        let files = files.get();
        (!files.is_empty())
            .then(|| view! { <ol class="pages">{files.into_iter().enumerate().map(page).collect_view()}</ol> })
    }
}
