//! What a person should look at again in a form: beside each field, and gathered at the top.

use crate::browser;
use crate::parts::sign::{Sign, sign};
use crate::words::{Words, use_words};
use domain::identifiers::IdentifierTrouble;
use domain::{FIRST_YEAR, Finding, LAST_YEAR, Reason, Weight};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// One thing to look at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    /// The id of the element.
    pub(crate) place: String,
    /// The sentence.
    pub(crate) text: String,
    /// It must be put right before the entry can be kept.
    pub(crate) blocking: bool,
}

/// All of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Findings {
    said: RwSignal<Vec<Said>>,
    unread: RwSignal<BTreeSet<String>>,
}

impl Findings {
    pub(crate) fn new() -> Self {
        Self {
            said: RwSignal::new(Vec::new()),
            unread: RwSignal::new(BTreeSet::new()),
        }
    }

    /// Notes that what is typed in a place can, or cannot, be read.
    pub(super) fn set_unread(self, place: &str, unread: bool) {
        self.unread.update(|places| {
            if unread {
                places.insert(place.to_owned());
            } else {
                places.remove(place);
            }
        });
    }

    /// Puts what the domain found into sentences. `prefix` stands before the names of the fields.
    pub(crate) fn put(self, found: &[Finding], prefix: &str, t: Words) {
        self.put_each(&[(prefix, found)], t);
    }

    /// The same of several entries in one form, each with what stands before the names of its fields.
    pub(crate) fn put_each(self, each: &[(&str, &[Finding])], t: Words) {
        let unread = self.unread.get_untracked().into_iter().map(|place| Said {
            place,
            text: t.find_unread().to_owned(),
            blocking: true,
        });
        // What cannot be read makes the whole entry unreadable: that it is so need not be said twice.
        let any_unread = !self.unread.with_untracked(BTreeSet::is_empty);
        let new = |finding: &&Finding| !(any_unread && finding.reason == Reason::ReadOnly);
        let each = each
            .iter()
            .flat_map(|(prefix, found)| found.iter().map(move |one| (*prefix, one)));
        let found = each
            .filter(|(_, finding)| new(finding))
            .map(|(prefix, finding)| Said {
                place: match finding.item {
                    Some(item) => format!("{prefix}-{}-{item}", finding.field),
                    None => format!("{prefix}-{}", finding.field),
                },
                text: sentence(&finding.reason, t),
                blocking: finding.weight == Weight::Blocking,
            });
        self.said.set(unread.chain(found).collect());
    }

    /// Everything that was said.
    pub(crate) fn said(self) -> Vec<Said> {
        self.said.get()
    }

    /// The same, without following it.
    pub(crate) fn said_now(self) -> Vec<Said> {
        self.said.get_untracked()
    }

    /// Whether a place must be put right.
    pub(super) fn blocking(self, place: &str) -> bool {
        self.said
            .with(|said| said.iter().any(|said| said.blocking && at(said, place)))
    }

    /// What is said of a place. The element always stands, so that its control can point at it.
    pub(super) fn view(self, place: &str, id: String) -> AnyView {
        let place = place.to_owned();
        let lines = move || {
            let said = self.said.get();
            let here = said.into_iter().filter(|said| at(said, &place));
            let line = |said: Said| {
                let class = if said.blocking { "problem" } else { "warn" };
                view! { <span class=class>{sign(Sign::Caution)}<span>{said.text}</span></span> }
            };
            here.map(line).collect_view()
        };
        view! { <div id=id>{lines}</div> }.into_any()
    }
}

/// Whether something is said of a place: of the field, or of an item that has no element of its own.
fn at(said: &Said, place: &str) -> bool {
    let rest = said.place.strip_prefix(place);
    rest.is_some_and(|rest| {
        rest.is_empty()
            || rest
                .strip_prefix('-')
                .is_some_and(|item| item.parse::<usize>().is_ok())
    })
}

/// The findings of the form around.
pub(super) fn use_findings() -> Findings {
    use_context().unwrap_or_else(Findings::new)
}

/// Everything that must be looked at again, on top of the form, each a link to its field.
#[component]
pub(crate) fn FindingsSummary(findings: Findings) -> impl IntoView {
    let t = use_words();
    view! {
        <div id="findings" tabindex="-1" role="alert">
            {move || {
                let said = findings.said();
                (!said.is_empty()).then(|| {
                    let blocking = said.iter().any(|said| said.blocking);
                    let class = if blocking { "notice wrong" } else { "notice caution" };
                    let title = if blocking { t.find_title() } else { t.find_title_warning() };
                    let item = |said: Said| {
                        let place = said.place.clone();
                        let go = move |event: web_sys::MouseEvent| {
                            event.prevent_default();
                            browser::focus_id(&place);
                        };
                        view! { <li><a href=format!("#{}", said.place) on:click=go>{said.text}</a></li> }
                    };
                    view! {
                        <div class=class>
                            {sign(Sign::Caution)}
                            <div><p><strong>{title}</strong></p><ul>{said.into_iter().map(item).collect_view()}</ul></div>
                        </div>
                    }
                })
            }}
        </div>
    }
}

/// What was found, in a sentence.
pub(crate) fn sentence(reason: &Reason, t: Words) -> String {
    match reason {
        Reason::Missing => t.find_missing().to_owned(),
        Reason::TooLong(most) => t.find_too_long(most),
        Reason::TooMany(most) => t.find_too_many(most),
        Reason::TooLarge(_) => t.find_too_large().to_owned(),
        Reason::InTheFuture => t.find_future().to_owned(),
        Reason::BeforeBirth => t.find_before_birth().to_owned(),
        Reason::EndsBeforeStart => t.find_ends_before().to_owned(),
        Reason::Identifier(trouble) => identifier(*trouble, t),
        Reason::NirDisagrees => t.find_nir_disagrees().to_owned(),
        Reason::InseeForm => t.find_insee().to_owned(),
        Reason::UpsideDown => t.find_upside_down().to_owned(),
        Reason::UnknownZone => t.find_unknown_zone().to_owned(),
        Reason::OutOfRange { low, high } => t.find_out_of_range(high, low),
        Reason::TermForm => t.find_term().to_owned(),
        Reason::EmailForm => t.find_email().to_owned(),
        Reason::PhoneForm => t.find_phone().to_owned(),
        Reason::ClockForm => t.find_clock().to_owned(),
        Reason::NotOfAge => t.find_not_of_age().to_owned(),
        Reason::UnknownProfession => t.find_profession().to_owned(),
        Reason::UnitDoesNotFit => t.find_unit().to_owned(),
        Reason::UnknownGrade => t.find_grade().to_owned(),
        Reason::LooksMistyped { low, high } => t.find_mistyped(low, high),
        Reason::EndAndNoEnd => t.find_end_and_no_end().to_owned(),
        Reason::LongerThanKnown(years) => t.find_longer_than_known(years),
        Reason::NotAQuarterTurn => t.find_turn().to_owned(),
        Reason::ImpossibleYear => t.find_impossible_year(FIRST_YEAR, LAST_YEAR),
        Reason::ReadOnly => t.find_read_only().to_owned(),
    }
}

fn identifier(trouble: IdentifierTrouble, t: Words) -> String {
    match trouble {
        IdentifierTrouble::Length(wanted) => t.find_identifier_length(wanted),
        IdentifierTrouble::Character => t.find_identifier_character().to_owned(),
        IdentifierTrouble::Key => t.find_identifier_key().to_owned(),
    }
}
