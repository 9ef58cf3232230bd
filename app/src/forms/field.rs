//! A field of a form: which field of the entry it writes, and how it is asked.

use crate::words::Word;
use domain::Term;

/// One question of a form.
#[derive(Clone, Copy)]
pub(crate) struct Field {
    /// The field's name in the written form of the entry.
    pub(crate) name: &'static str,
    /// How it is asked.
    pub(crate) control: Control,
    /// It is asked at once; the others unfold.
    pub(crate) first: bool,
    /// What it is called here, where the domain's own label does not say enough.
    pub(crate) label: Option<Word>,
    /// A few words of help.
    pub(crate) hint: Option<Word>,
}

/// The words of a closed list, as (code, label).
pub(crate) type Choices = fn(domain::Lang) -> Vec<(&'static str, &'static str)>;

/// How a field is asked.
#[derive(Clone, Copy)]
pub(crate) enum Control {
    /// A line of text.
    Text,
    /// Several lines.
    Long,
    /// A number with its digits as typed.
    Number,
    /// A whole number.
    Whole,
    /// A level of a goal, −2 to +2.
    Level,
    /// How long something lasted.
    Lasting,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// An hour of the day.
    Clock,
    /// A day.
    Day,
    /// A day, a month or a year.
    When,
    /// One of a list.
    One(Choices),
    /// Several of a list.
    Many(Choices),
    /// Yes, or nothing.
    Yes,
    /// Words separated by commas.
    Words,
    /// Several things of the same form.
    Items(&'static [Field]),
    /// One thing with parts.
    Group(&'static [Field]),
    /// Files.
    Files,
    /// One picture.
    Photo,
    /// Documents of this carnet.
    Documents,
    /// Values and series of this carnet.
    Measures,
    /// A contact of this carnet.
    Contact,
}

impl Field {
    const fn new(name: &'static str, control: Control) -> Self {
        Self {
            name,
            control,
            first: false,
            label: None,
            hint: None,
        }
    }

    /// Asked at once.
    pub(super) const fn first(self) -> Self {
        Self {
            first: true,
            ..self
        }
    }

    /// Called otherwise here.
    pub(super) const fn called(self, label: Word) -> Self {
        Self {
            label: Some(label),
            ..self
        }
    }

    /// With a few words of help.
    pub(super) const fn hint(self, hint: Word) -> Self {
        Self {
            hint: Some(hint),
            ..self
        }
    }
}

/// The words of a closed list of the domain.
pub(super) fn terms<T: Term>(lang: domain::Lang) -> Vec<(&'static str, &'static str)> {
    T::ALL
        .iter()
        .map(|term| (term.code(), term.label(lang)))
        .collect()
}

/// The professions, in French only: they are an official list.
pub(super) fn professions(_: domain::Lang) -> Vec<(&'static str, &'static str)> {
    domain::lists::professions().collect()
}

macro_rules! plain {
    ($($name:ident $control:ident;)+) => {
        $(pub(super) const fn $name(name: &'static str) -> Field { Field::new(name, Control::$control) })+
    };
}
plain! {
    text Text; long Long; number Number; whole Whole; level Level; lasting Lasting; phone Phone; email Email; clock Clock; day Day; when When; yes Yes;
    words Words; files Files; photo Photo; documents Documents; measures Measures; contact Contact;
}

/// One of a closed list.
pub(super) const fn one(name: &'static str, choices: Choices) -> Field {
    Field::new(name, Control::One(choices))
}

/// Several of a closed list.
pub(super) const fn many(name: &'static str, choices: Choices) -> Field {
    Field::new(name, Control::Many(choices))
}

/// Several things of the same form.
pub(super) const fn items(name: &'static str, fields: &'static [Field]) -> Field {
    Field::new(name, Control::Items(fields))
}

/// One thing with parts.
pub(super) const fn group(name: &'static str, fields: &'static [Field]) -> Field {
    Field::new(name, Control::Group(fields))
}
