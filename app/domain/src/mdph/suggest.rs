//! What the carnet already knows, offered as the beginning of an answer. It is never an answer by itself: a person takes it.

use chrono::NaiveDate;

use super::parts::SCHOOL;
use super::question::{Known, Question};
use crate::entry::{Contact, Entry, Identity, Step};
use crate::lists::{ContactRole, ProblemState, StepKind};
use crate::term::{Lang, Term};
use crate::view::{self, HasEntry};
use crate::words::{date_in_words, day_in_words};

/// Something that the carnet knows about a question.
#[derive(Debug, Clone)]
pub struct Suggestion<'a, T> {
    /// The entry that says so.
    pub row: &'a T,
    /// What it says, as it would stand in an answer. Empty for a document, which is joined.
    pub text: String,
}

/// Everything that the carnet knows about a question, in the order of its sources. Each is said once.
pub fn suggestions<'a, T: HasEntry>(
    question: &Question,
    rows: &'a [T],
    today: NaiveDate,
    lang: Lang,
) -> Vec<Suggestion<'a, T>> {
    let from = From { rows, today, lang };
    let mut found: Vec<Suggestion<'a, T>> = Vec::new();
    for known in question.known {
        for (row, text) in from.known(*known) {
            let said =
                |there: &Suggestion<'a, T>| core::ptr::eq(there.row, row) && there.text == text;
            if !found.iter().any(said) {
                found.push(Suggestion { row, text });
            }
        }
    }
    found
}

struct From<'a, T> {
    rows: &'a [T],
    today: NaiveDate,
    lang: Lang,
}

impl<'a, T: HasEntry> From<'a, T> {
    fn known(&self, known: Known) -> Vec<(&'a T, String)> {
        match known {
            Known::Name => self.identity(Self::name),
            Known::Birth => self.identity(Self::birth),
            Known::Nir => self.identity(|_, identity| identity.nir.clone()),
            Known::Guardians => self.identity(Self::guardians),
            Known::Languages => self.identity(|_, identity| identity.languages.clone()),
            Known::Address => self.contacts(deciders, |_, contact| match contact.address.trim() {
                "" => String::new(),
                address => format!("{}\n{address}", contact.shown_name()),
            }),
            Known::Reach => self.contacts(deciders, |_, contact| reach(contact)),
            Known::Carers => self.contacts(carers, From::person),
            Known::Professionals => self.contacts(
                |contact| {
                    contact.is(ContactRole::Professional) || contact.is(ContactRole::FamilyDoctor)
                },
                From::person,
            ),
            Known::Habit(heading) => self.entries(|_, entry| match entry {
                Entry::Habit(habit) if habit.heading == Some(heading) => {
                    habit.text.trim().to_owned()
                }
                _ => String::new(),
            }),
            Known::Problems => self.entries(|from, entry| match entry {
                Entry::Problem(problem) if problem.state != Some(ProblemState::Past) => {
                    from.since(&problem.name, problem.since)
                }
                _ => String::new(),
            }),
            Known::Treatments => self.treatments(),
            Known::Devices => self.entries(|from, entry| match entry {
                Entry::Device(device)
                    if device
                        .until
                        .is_none_or(|until| until.last_day() >= from.today) =>
                {
                    let wear = device.wear.trim();
                    let wear = if wear.is_empty() {
                        String::new()
                    } else {
                        format!(" ({wear})")
                    };
                    format!("{}{wear}", device.name)
                }
                _ => String::new(),
            }),
            Known::Stays => self.stays(),
            Known::SchoolNow => self.steps(|step| step.step_kind == Some(SCHOOL)),
            Known::FollowUp => self.steps(|step| {
                step.step_kind != Some(StepKind::School) && !step.follow_up.trim().is_empty()
            }),
            Known::Wishes => self.wishes(),
            Known::Papers(kind) => {
                let papers = view::documents(self.rows).into_iter().filter(
                    |row| matches!(row.entry(), Entry::Document(document) if document.document_kind == Some(kind)),
                );
                papers.map(|row| (row, String::new())).collect()
            }
        }
    }

    fn entries(&self, text: impl Fn(&Self, &Entry) -> String) -> Vec<(&'a T, String)> {
        let all = self.rows.iter().map(|row| (row, text(self, row.entry())));
        all.filter(|(_, text)| !text.trim().is_empty()).collect()
    }

    fn identity(&self, text: impl Fn(&Self, &Identity) -> String) -> Vec<(&'a T, String)> {
        let found = view::identity(self.rows).map(|(row, identity)| (row, text(self, identity)));
        found
            .filter(|(_, text)| !text.trim().is_empty())
            .into_iter()
            .collect()
    }

    fn contacts(
        &self,
        which: impl Fn(&Contact) -> bool,
        text: impl Fn(&Self, &Contact) -> String,
    ) -> Vec<(&'a T, String)> {
        let mut found = self.entries(|from, entry| match entry {
            Entry::Contact(contact)
                if which(contact)
                    && contact
                        .until
                        .is_none_or(|until| until.last_day() >= from.today) =>
            {
                text(from, contact)
            }
            _ => String::new(),
        });
        // By name, not by whatever order entries lie in.
        found.sort_by_cached_key(|(_, text)| text.to_lowercase());
        found
    }

    fn name(&self, identity: &Identity) -> String {
        let official = format!("{} {}", identity.birth_name, identity.first_names);
        let official = official.trim();
        let used = identity.full_name();
        match official {
            "" => used,
            official if used.is_empty() || used.split(' ').all(|word| official.contains(word)) => {
                official.to_owned()
            }
            official => format!("{official} ({} {used})", self.lang.pick("dit", "known as")),
        }
    }

    fn birth(&self, identity: &Identity) -> String {
        let day = identity
            .birth_date
            .map(|day| day_in_words(day, self.lang))
            .unwrap_or_default();
        match identity.birth_place_name.trim() {
            "" => day,
            place if day.is_empty() => place.to_owned(),
            place => format!("{day}, {} {place}", self.lang.pick("à", "in")),
        }
    }

    fn guardians(&self, identity: &Identity) -> String {
        let mut said: Vec<String> = identity
            .guardians
            .iter()
            .map(|guardian| match guardian.role {
                Some(role) => format!(
                    "{} ({})",
                    guardian.name,
                    role.label(self.lang).to_lowercase()
                ),
                None => guardian.name.clone(),
            })
            .collect();
        if let Some(measure) = &identity.protection {
            let parts = [
                measure.measure.map(|kind| kind.label(self.lang).to_owned()),
                Some(measure.holder.clone()),
                Some(measure.court.clone()),
                measure.to.map(|end| {
                    format!(
                        "{} {}",
                        self.lang.pick("jusqu'au", "until"),
                        day_in_words(end, self.lang)
                    )
                }),
            ];
            let parts: Vec<String> = parts
                .into_iter()
                .flatten()
                .filter(|part| !part.trim().is_empty())
                .collect();
            said.push(parts.join(", "));
        }
        said.join("\n")
    }

    fn person(&self, contact: &Contact) -> String {
        let what = if contact.function.trim().is_empty() {
            contact
                .roles
                .first()
                .map(|role| role.label(self.lang).to_lowercase())
                .unwrap_or_default()
        } else {
            contact.function.clone()
        };
        let name = contact.shown_name();
        if what.is_empty() {
            name
        } else {
            format!("{name}, {what}")
        }
    }

    fn treatments(&self) -> Vec<(&'a T, String)> {
        let now = view::treatments(self.rows, self.today).current.into_iter();
        now.filter_map(|row| match row.entry() {
            Entry::Treatment(treatment) => {
                let parts = [&treatment.name, &treatment.dose, &treatment.why];
                let parts: Vec<&str> = parts
                    .into_iter()
                    .map(|part| part.trim())
                    .filter(|part| !part.is_empty())
                    .collect();
                Some((row, parts.join(", ")))
            }
            _ => None,
        })
        .collect()
    }

    /// Stays of the last five years, which is about as long as a decision lasts.
    fn stays(&self) -> Vec<(&'a T, String)> {
        let recent = self.today.checked_sub_months(chrono::Months::new(60));
        let stays = view::stays(self.rows).into_iter();
        stays
            .filter_map(|row| match row.entry() {
                Entry::Stay(stay) if stay.from.map(crate::PartialDate::last_day) >= recent => {
                    let when = stay.from.map(|from| date_in_words(from, self.lang))?;
                    Some((row, format!("{when} : {}, {}", stay.title, stay.place)))
                }
                _ => None,
            })
            .collect()
    }

    /// Steps that go on.
    fn steps(&self, which: impl Fn(&Step) -> bool) -> Vec<(&'a T, String)> {
        self.entries(|from, entry| match entry {
            Entry::Step(step)
                if which(step)
                    && step.to.is_none_or(|to| to.last_day() >= from.today)
                    && step
                        .from
                        .is_none_or(|start| start.first_day() <= from.today) =>
            {
                let class = if step.class == step.title {
                    ""
                } else {
                    &step.class
                };
                let parts = [&step.title, &step.structure, class, &step.follow_up];
                let parts: Vec<&str> = parts
                    .into_iter()
                    .map(str::trim)
                    .filter(|part| !part.is_empty())
                    .collect();
                parts.join(", ")
            }
            _ => String::new(),
        })
    }

    fn wishes(&self) -> Vec<(&'a T, String)> {
        let mut projects = view::of_kind(self.rows, crate::Kind::Project);
        view::newest_first(&mut projects);
        let wished = projects.into_iter().filter_map(|row| match row.entry() {
            Entry::Project(project) if !project.wishes.trim().is_empty() => {
                Some((row, project.wishes.trim().to_owned()))
            }
            _ => None,
        });
        wished.take(2).collect()
    }

    fn since(&self, name: &str, since: Option<crate::PartialDate>) -> String {
        match since {
            Some(since) => format!(
                "{name}, {} {}",
                self.lang.pick("depuis", "since"),
                date_in_words(since, self.lang)
            ),
            None => name.to_owned(),
        }
    }
}

fn deciders(contact: &Contact) -> bool {
    contact.is(ContactRole::Parent) || contact.is(ContactRole::LegalRepresentative)
}

fn carers(contact: &Contact) -> bool {
    contact.is(ContactRole::Carer) || contact.is(ContactRole::Parent)
}

fn reach(contact: &Contact) -> String {
    let phones = contact.phones.iter().map(|phone| phone.number.trim());
    let ways: Vec<&str> = phones
        .chain([contact.email.trim()])
        .filter(|way| !way.is_empty())
        .collect();
    if ways.is_empty() {
        String::new()
    } else {
        format!("{} : {}", contact.shown_name(), ways.join(", "))
    }
}
