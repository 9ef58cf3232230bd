//! What a question is made of.

use crate::lists::{DocumentKind, HabitHeading};
use crate::term::Lang;

/// The version of the questions. It rises when one is added, dropped or means something else.
pub const VERSION: u32 = 1;

/// A part of the file.
#[derive(Debug)]
pub struct Part {
    /// Its id, for ever.
    pub id: &'static str,
    pub(super) title: (&'static str, &'static str),
    pub(super) why: (&'static str, &'static str),
    /// Where the subjects of this part come from.
    pub source: &'static str,
    /// The day on which the source was last looked at, as `2026-11-21`.
    pub verified: &'static str,
    /// From this age on, in years, the part concerns the person.
    pub from_age: u32,
    /// Up to this age, in years.
    pub to_age: u32,
    /// Its questions, in the order in which they are asked.
    pub questions: &'static [Question],
}

impl Part {
    /// What it is called.
    pub fn title(&self, lang: Lang) -> &'static str {
        lang.pick(self.title.0, self.title.1)
    }

    /// What it is for, in a sentence.
    pub fn why(&self, lang: Lang) -> &'static str {
        lang.pick(self.why.0, self.why.1)
    }

    /// Whether it concerns somebody of this age; without an age, it may.
    pub fn concerns(&self, age: Option<u32>) -> bool {
        age.is_none_or(|age| (self.from_age..=self.to_age).contains(&age))
    }
}

/// A question.
#[derive(Debug)]
pub struct Question {
    /// Its id, for ever.
    pub id: &'static str,
    /// How it is answered.
    pub asked: Asked,
    ask: (&'static str, &'static str),
    help: (&'static str, &'static str),
    simple: Option<&'static str>,
    /// What the carnet may know about it.
    pub known: &'static [Known],
}

impl Question {
    pub(super) const fn new(
        id: &'static str,
        asked: Asked,
        ask: (&'static str, &'static str),
        help: (&'static str, &'static str),
    ) -> Self {
        Self {
            id,
            asked,
            ask,
            help,
            simple: None,
            known: &[],
        }
    }

    pub(super) const fn simple(mut self, simple: &'static str) -> Self {
        self.simple = Some(simple);
        self
    }

    pub(super) const fn known(mut self, known: &'static [Known]) -> Self {
        self.known = known;
        self
    }

    /// The question.
    pub fn ask(&self, lang: Lang) -> &'static str {
        lang.pick(self.ask.0, self.ask.1)
    }

    /// What helps to answer it.
    pub fn help(&self, lang: Lang) -> &'static str {
        lang.pick(self.help.0, self.help.1)
    }

    /// The question in French of short sentences, where there is one.
    pub fn in_simple_french(&self) -> Option<&'static str> {
        self.simple
    }

    /// The words of a chosen answer. None for a code that this version does not know.
    pub fn choice(&self, code: &str, lang: Lang) -> Option<&'static str> {
        let choice = self.asked.choices().iter().find(|known| known.code == code);
        choice.map(|choice| choice.label(lang))
    }
}

/// How a question is answered.
#[derive(Debug, Clone, Copy)]
pub enum Asked {
    /// A line of text.
    Line,
    /// A text.
    Text,
    /// A text, or a voice recorded instead of it or beside it.
    Story,
    /// Several things, one a line.
    List,
    /// One of several choices, and a text.
    One(&'static [Choice]),
    /// Any of several choices, and a text.
    Many(&'static [Choice]),
    /// A right: asked for, to be renewed, or not, and why.
    Request,
    /// Documents of the carnet.
    Documents,
}

impl Asked {
    /// The choices it offers; none if it is answered otherwise.
    pub fn choices(self) -> &'static [Choice] {
        match self {
            Self::One(choices) | Self::Many(choices) => choices,
            Self::Request => REQUEST,
            _ => &[],
        }
    }
}

/// What one says of a right.
const REQUEST: &[Choice] = &[
    Choice::new("first", "Je le demande", "I ask for it"),
    Choice::new(
        "again",
        "Je demande qu'il continue",
        "I ask for it to go on",
    ),
    Choice::new("no", "Je ne le demande pas", "I do not ask for it"),
];

/// One of several answers.
#[derive(Debug)]
pub struct Choice {
    /// Its code, for ever.
    pub code: &'static str,
    fr: &'static str,
    en: &'static str,
}

impl Choice {
    pub(super) const fn new(code: &'static str, fr: &'static str, en: &'static str) -> Self {
        Self { code, fr, en }
    }

    /// Its words.
    pub fn label(&self, lang: Lang) -> &'static str {
        lang.pick(self.fr, self.en)
    }
}

/// What of the carnet answers a question, or begins to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// The names at birth and those used.
    Name,
    /// Date and place of birth.
    Birth,
    /// The number of social security.
    Nir,
    /// The postal address of a parent or representative.
    Address,
    /// Telephone and e-mail of a parent or representative.
    Reach,
    /// Who decides.
    Guardians,
    /// Languages.
    Languages,
    /// Health problems that are there.
    Problems,
    /// Treatments taken now.
    Treatments,
    /// Devices in use.
    Devices,
    /// Stays and operations.
    Stays,
    /// Where the person goes to school now.
    SchoolNow,
    /// The follow-up that goes on: services, sessions.
    FollowUp,
    /// Professionals around the person.
    Professionals,
    /// Parents and carers around the person.
    Carers,
    /// What is wished in the individual project.
    Wishes,
    /// A habit of life.
    Habit(HabitHeading),
    /// Documents of this sort.
    Papers(DocumentKind),
}
