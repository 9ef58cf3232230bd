//! Who leaves it, the note, the files, and how far they are.

use super::files::{DepositFiles, Picked};
use super::way::{Way, Ways, now};
use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::pages::documents::sizes::size;
use crate::parts::button::Send;
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::words::use_words;
use futures::future::{AbortHandle, Abortable};
use leptos::ev;
use leptos::prelude::*;
use std::rc::Rc;
use std::time::Duration;
use store::depositor::{NAME, NOTE};
use store::{Depositor, Left, PickedFile, Progress, Trouble};

/// Characters of the note: what is added when it is filed, from whom it is, must fit as well.
const LONGEST: usize = NOTE - 2 * NAME;
/// How long to wait before what the network broke is taken up again.
const AGAIN: Duration = Duration::from_secs(4);

/// What stands in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Halt {
    /// Nothing was written and nothing picked.
    Empty,
    /// There is not as much room.
    TooLarge { room: u64, size: u64 },
    /// Somebody stopped it.
    Stopped,
}

/// Everything that sending needs.
#[derive(Clone, Copy)]
struct Form {
    tray: StoredValue<Option<Depositor>, LocalStorage>,
    doing: Doing,
    name: RwSignal<String>,
    note: RwSignal<String>,
    files: Picked,
    way: RwSignal<Option<Way>>,
    halt: RwSignal<Option<Halt>>,
    /// The network is gone; it is tried again.
    offline: RwSignal<bool>,
    stop: StoredValue<Option<AbortHandle>>,
    left: Callback<Left>,
}

impl Form {
    /// Looks whether it can be sent, and sends it.
    fn send(self) {
        let picked: Vec<PickedFile> = self
            .files
            .with_untracked(|files| files.iter().map(|(_, file)| file.clone()).collect());
        let (who, told) = (self.name.get_untracked(), self.note.get_untracked());
        let Some(tray) = self.tray.get_value() else {
            return;
        };
        let way = Way::of(&picked);
        let halt = match (told.trim().is_empty() && picked.is_empty(), way.total()) {
            (true, _) => Some(Halt::Empty),
            (false, size) if size > tray.room() => Some(Halt::TooLarge {
                room: tray.room(),
                size,
            }),
            _ => None,
        };
        self.offline.set(false);
        self.halt.set(halt.clone());
        if halt.is_some() {
            return browser::soon(|| browser::focus_id("deposit-note"));
        }
        self.way.set((!picked.is_empty()).then_some(way));
        let far = self.way;
        let progress = Rc::new(move |progress: Progress| {
            far.try_update(|way| {
                if let Some(way) = way {
                    way.step(progress, now());
                }
            });
        });
        let (stop, stopped) = AbortHandle::new_pair();
        self.stop.set_value(Some(stop));
        let sending = async move |_| {
            let sent = Abortable::new(tray.send(&who, &told, picked, progress), stopped).await;
            sent.map_or(Ok(None), |sent| sent.map(Some))
        };
        self.doing.start(sending, move |left| match left {
            Some(left) => {
                self.name.set(String::new());
                self.note.set(String::new());
                self.files.set(Vec::new());
                self.left.run(left);
            }
            None => self.halt.set(Some(Halt::Stopped)),
        });
    }

    /// After the network broke it is tried again by itself, for as long as the page stands.
    fn recover(self, trouble: Option<Trouble>) {
        let passing = matches!(
            trouble,
            Some(Trouble::Offline | Trouble::Server | Trouble::TooMany)
        );
        if !passing || self.way.with_untracked(Option::is_none) {
            return;
        }
        self.offline.set(true);
        set_timeout(
            move || {
                let waits = self.offline.try_get_untracked() == Some(true);
                if waits && self.doing.busy.try_get_untracked() == Some(false) {
                    self.send();
                }
            },
            AGAIN,
        );
    }

    fn stop(self) {
        self.offline.set(false);
        if let Some(stop) = self.stop.try_update_value(Option::take).flatten() {
            stop.abort();
        }
        if !self.doing.busy.get_untracked() {
            self.halt.set(Some(Halt::Stopped));
        }
    }
}

/// The form. `left` is called once everything has arrived.
#[component]
pub(super) fn DepositForm(
    tray: StoredValue<Option<Depositor>, LocalStorage>,
    left: Callback<Left>,
) -> impl IntoView {
    let t = use_words();
    let form = Form {
        tray,
        doing: Doing::new(use_desk()),
        name: RwSignal::new(String::new()),
        note: RwSignal::new(String::new()),
        files: RwSignal::new_local(Vec::new()),
        way: RwSignal::new(None),
        halt: RwSignal::new(None),
        offline: RwSignal::new(false),
        stop: StoredValue::new(None),
        left,
    };
    let Form {
        doing, name, note, ..
    } = form;
    Effect::new(move |_| form.recover(doing.trouble.get()));
    warn_before_closing(form);
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        form.send();
    };
    let under_way = Memo::new(move |_| doing.busy.get() || form.offline.get());
    let missing = move || form.halt.get() == Some(Halt::Empty);
    view! {
        <form class="form" novalidate on:submit=send>
            <div class="field">
                <label for="deposit-name">{t.deposit_name()}</label>
                <span class="hint" id="deposit-name-hint">{t.deposit_name_hint()}</span>
                <input id="deposit-name" type="text" autocomplete="name" maxlength=NAME.to_string() prop:value=move || name.get()
                    aria-describedby="deposit-name-hint" on:input=move |event| name.set(event_target_value(&event))/>
            </div>
            <div class="field">
                <label for="deposit-note">{t.deposit_note()}</label>
                <span class="hint" id="deposit-note-hint">{t.deposit_note_hint()}</span>
                <textarea id="deposit-note" rows="6" maxlength=LONGEST.to_string() prop:value=move || note.get()
                    aria-describedby="deposit-note-hint deposit-missing" aria-invalid=move || missing().then_some("true")
                    on:input=move |event| note.set(event_target_value(&event))></textarea>
            </div>
            <DepositFiles files=form.files fixed=under_way/>
            <div role="alert" id="deposit-missing"><Halted form/></div>
            <p class="soft">{t.deposit_sealed()}</p>
            <UnderWay form under_way/>
            {move || (!form.offline.get()).then(|| view! { <TroubleNotice trouble=doing.trouble/> })}
            <div class="acts end">
                {move || under_way.get().then(|| view! {
                    <button class="go" type="button" on:click=move |_| form.stop()>{t.deposit_stop()}</button>
                })}
                <Send doing label=t.deposit_send().to_owned()/>
            </div>
        </form>
    }
}

/// Why nothing goes.
#[component]
fn Halted(form: Form) -> impl IntoView {
    let t = use_words();
    move || match form.halt.get()? {
        Halt::Empty => Some(view! { <p class="problem">{t.deposit_missing()}</p> }.into_any()),
        Halt::TooLarge { room, size: bytes } => {
            let said = t.deposit_too_large(size(room, t), size(bytes, t));
            Some(view! { <p class="problem">{said}</p> }.into_any())
        }
        Halt::Stopped => Some(
            view! { <Notice tone=Tone::Plain><p>{t.deposit_stopped()}</p></Notice> }.into_any(),
        ),
    }
}

/// How far it is. A bar that stands still after something went wrong would be a lie: it stays only while it is tried again.
#[component]
fn UnderWay(form: Form, under_way: Memo<bool>) -> impl IntoView {
    let t = use_words();
    let some = move || under_way.get() && form.way.with(Option::is_some);
    view! {
        <div role="status">
            {move || form.offline.get().then(|| view! { <Notice tone=Tone::Caution><p>{t.deposit_offline()}</p></Notice> })}
        </div>
        <Show when=some>
            <Ways way=form.way/>
            <p class="soft">{t.deposit_stay()}</p>
        </Show>
    }
}

/// The browser asks before a page is closed that is sending.
fn warn_before_closing(form: Form) {
    Effect::new(move |_| {
        let asked = window_event_listener(ev::beforeunload, move |event| {
            if form.doing.busy.get_untracked() || form.offline.get_untracked() {
                event.prevent_default();
            }
        });
        // What waits goes on as soon as the network is back.
        let back = window_event_listener(ev::online, move |_| {
            if form.offline.get_untracked() && !form.doing.busy.get_untracked() {
                form.send();
            }
        });
        on_cleanup(move || {
            asked.remove();
            back.remove();
        });
    });
}
