//! One question at a time: it is kept when one goes on, and can be left and taken up again.

use super::answer::AnswerFields;
use super::beside::{Knows, LastTime};
use super::{Held, age, ask, asked_at, file_of};
use crate::browser;
use crate::desk::{Desk, Doing, use_desk};
use crate::forms::waiting::waiting;
use crate::lists::rows::{row, use_rows};
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::sign::{Sign, sign};
use crate::router::{beside, use_place, use_router};
use crate::site_map::{Page, Place};
use crate::words::{fine, use_words};
use domain::Entry;
use domain::check::can_be_kept;
use domain::entry::Answer;
use domain::lists::FileState;
use domain::mdph::{self, Part, Question};
use leptos::prelude::*;
use std::time::Duration;
use store::Edit;

/// How long the hand rests before a draft is kept.
const REST: Duration = Duration::from_millis(400);

/// The page.
#[component]
pub(crate) fn MdphWrite() -> impl IntoView {
    let t = use_words();
    let place = use_place();
    let asked = mdph::question(&place.item.replace('-', "."));
    let rows = use_rows().get_untracked();
    let carnet = use_desk().carnet_now();
    let writable = mdph::current(&rows).filter(|row| row.editable && !row.conflict);
    let held = writable.and_then(|row| Held::of(carnet.as_ref()?, row.id));
    match (asked, held) {
        (Some((part, question)), Some(held)) => view! { <Asking part question held/> }.into_any(),
        _ => {
            let back = beside(Page::Mdph).href();
            view! {
                <h1 tabindex="-1">{Page::Mdph.heading(t)}</h1>
                <p>{t.mdph_not_now()}</p>
                <p class="acts"><a class="go" href=back>{sign(Sign::Back)}{t.mdph_to_parts()}</a></p>
            }
            .into_any()
        }
    }
}

/// Asks first whether a draft waits.
#[component]
fn Asking(part: &'static Part, question: &'static Question, held: Held) -> impl IntoView {
    let key = format!("mdph {} {}", held.id, question.id);
    let draft = waiting(&key, |text| serde_json::from_str::<Answer>(text).ok());
    move || {
        let (held, key) = (held.clone(), key.clone());
        draft
            .get()
            .map(|draft| view! { <Form part question held key draft/> })
    }
}

#[component]
fn Form(
    part: &'static Part,
    question: &'static Question,
    held: Held,
    key: String,
    draft: Option<Answer>,
) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let rows = use_rows();
    let router = use_router();
    let doing = Doing::new(desk);
    let place = use_place();
    let years = age(&rows.get_untracked());
    let (before, after) = mdph::neighbours(question.id, years);
    let kept = held.file.answer(question.id).cloned();
    let kept = kept.unwrap_or_else(|| Answer::to(question.id));
    let restored = draft.is_some();
    let answer = RwSignal::new(draft.unwrap_or_else(|| kept.clone()));
    let drafts = Drafts::new(desk, key);
    Effect::new(move |first: Option<()>| {
        answer.track();
        if first.is_some() {
            drafts.later(answer);
        }
    });
    let too_long = RwSignal::new(false);
    let unkept = RwSignal::new(false);
    let early = RwSignal::new(false);
    let parts = beside(Page::Mdph);
    let review = Place::item(
        t.lang(),
        Page::MdphReview,
        &place.carnet,
        &held.id.to_string(),
    );
    let at = |other: Option<&'static Question>| {
        other.map(|question| asked_at(t.lang(), &place.carnet, question))
    };
    let next = at(after).unwrap_or(review);
    let back = at(before);
    let last_time = held.file.previous.as_ref().and_then(|link| {
        let before = row(&rows.get_untracked(), link.as_str())?;
        file_of(&before)?.answer(question.id).cloned()
    });
    let held = StoredValue::new(held);
    let save = Callback::new(move |to: Place| {
        early.set(unkept.get_untracked());
        if early.get_untracked() {
            return;
        }
        let mut now = answer.get_untracked();
        now.text = now.text.trim().to_owned();
        if now == kept {
            drafts.drop_it();
            return router.go(&to);
        }
        let Held {
            id,
            seen,
            plain,
            mut file,
        } = held.get_value();
        file.put(now);
        file.edition = Some(mdph::VERSION);
        file.state = Some(FileState::Writing);
        let entry = Entry::MdphFile(file);
        let fits = can_be_kept(&entry.check(browser::today(), None));
        too_long.set(!fits);
        if !fits {
            return;
        }
        let edit = Edit {
            entry: Some(id),
            seen,
            plain: plain.with(entry),
        };
        doing.start(
            async move |keeper| keeper.put(edit).await,
            move |_| {
                drafts.drop_it();
                router.go(&to);
            },
        );
    });
    let number = part.questions.iter().position(|own| own.id == question.id);
    let where_ = t.mdph_where(
        number.map_or(1, |number| number + 1),
        part.questions.len(),
        part.title(t.terms()),
    );
    let (go_on, pause) = (next.clone(), parts.clone());
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        save.run(go_on.clone());
    };
    let waits = move || doing.busy.get().then_some("true");
    let label = if after.is_some() {
        t.mdph_next()
    } else {
        t.mdph_next_review()
    };
    view! {
        <div class="mdph asking">
            <p class="soft where">{where_}</p>
            <h1 tabindex="-1" id="question">{ask(question, t)}</h1>
            {restored.then(|| view! { <Notice tone=Tone::Well><p>{t.draft_back()}</p></Notice> })}
            <p class="hint" id="help">{fine(question.help(t.terms()), t)}</p>
            <div class="asking-two">
                // Read before one answers; at a desk it stands at the right.
                <div class="asking-known">
                    <Knows question answer/>
                    <LastTime question before=last_time answer/>
                </div>
                <form class="form" novalidate on:submit=send>
                    <AnswerFields question answer unkept/>
                    <TroubleNotice trouble=doing.trouble/>
                    {move || (early.get() && unkept.get()).then(|| view! { <Notice tone=Tone::Caution><p>{t.mdph_voice_first()}</p></Notice> })}
                    {move || too_long.get().then(|| view! { <Notice tone=Tone::Wrong><p>{t.mdph_too_long()}</p></Notice> })}
                    <div class="acts end">
                        <button class="do" type="submit" aria-disabled=waits>{label}{sign(Sign::Forward)}</button>
                        {back.map(|back| view! {
                            <button class="go" type="button" aria-disabled=waits on:click=move |_| save.run(back.clone())>{sign(Sign::Back)}{t.mdph_back()}</button>
                        })}
                        <button class="quiet" type="button" aria-disabled=waits on:click=move |_| save.run(pause.clone())>{t.mdph_pause()}</button>
                    </div>
                    <p class="soft"><small>{t.mdph_kept_as_you_go()}</small></p>
                </form>
            </div>
        </div>
    }
}

/// Keeps what is being typed.
#[derive(Clone, Copy)]
struct Drafts {
    desk: Desk,
    key: StoredValue<String>,
    count: StoredValue<u32>,
}

impl Drafts {
    fn new(desk: Desk, key: String) -> Self {
        Self {
            desk,
            key: StoredValue::new(key),
            count: StoredValue::new(0),
        }
    }

    /// Keeps a draft once the hand rests.
    fn later(self, answer: RwSignal<Answer>) {
        let count = self.count.get_value() + 1;
        self.count.set_value(count);
        let keep = move || {
            if self.count.try_get_value() == Some(count)
                && let Ok(text) = serde_json::to_string(&answer.get_untracked())
            {
                let key = self.key.get_value();
                self.desk.ask(
                    async move |keeper| keeper.save_draft(key, text).await,
                    |_| (),
                );
            }
        };
        set_timeout(keep, REST);
    }

    /// Keeps no more drafts, and forgets this one.
    fn drop_it(self) {
        self.count.set_value(self.count.get_value() + 1);
        let key = self.key.get_value();
        self.desk
            .ask(async move |keeper| keeper.drop_draft(key).await, |_| ());
    }
}
