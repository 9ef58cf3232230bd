//! The files and links inside an entry, reachable without knowing its kind.

use super::Entry;
use crate::reference::{EntryRef, FileRef};

impl Entry {
    /// The files it names, in order, without the smaller versions made of them.
    pub fn files(&self) -> Vec<&FileRef> {
        match self {
            Self::Identity(identity) => identity.photo.iter().collect(),
            Self::Contact(contact) => contact.photo.iter().collect(),
            Self::Habit(habit) => habit.media.iter().collect(),
            Self::Device(device) => device.media.iter().collect(),
            Self::Document(document) => document.pages.iter().collect(),
            Self::Project(project) => project.pages.iter().collect(),
            Self::Note(note) => note.media.iter().collect(),
            Self::Report(report) => report.media.iter().collect(),
            Self::MdphFile(file) => file
                .answers
                .iter()
                .flat_map(|answer| &answer.voice)
                .collect(),
            Self::Letter(letter) => letter.proof.iter().collect(),
            Self::Events(day) => day.events.iter().flat_map(|event| &event.media).collect(),
            _ => Vec::new(),
        }
    }

    /// The same files, to be changed: to name the sealed bytes once they are uploaded, to turn a page.
    pub fn files_mut(&mut self) -> Vec<&mut FileRef> {
        match self {
            Self::Identity(identity) => identity.photo.iter_mut().collect(),
            Self::Contact(contact) => contact.photo.iter_mut().collect(),
            Self::Habit(habit) => habit.media.iter_mut().collect(),
            Self::Device(device) => device.media.iter_mut().collect(),
            Self::Document(document) => document.pages.iter_mut().collect(),
            Self::Project(project) => project.pages.iter_mut().collect(),
            Self::Note(note) => note.media.iter_mut().collect(),
            Self::Report(report) => report.media.iter_mut().collect(),
            Self::MdphFile(file) => {
                let answers = file.answers.iter_mut();
                answers.flat_map(|answer| &mut answer.voice).collect()
            }
            Self::Letter(letter) => letter.proof.iter_mut().collect(),
            Self::Events(day) => {
                let events = day.events.iter_mut();
                events.flat_map(|event| &mut event.media).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Every sealed file that it names, smaller versions included: what the log must list beside it.
    pub fn all_files(&self) -> Vec<&FileRef> {
        let mut all = Vec::new();
        for file in self.files() {
            file.each(&mut |file| all.push(file));
        }
        all
    }

    /// The entries it points at.
    pub fn links(&self) -> Vec<&EntryRef> {
        let (one, other, many): (Option<&EntryRef>, Option<&EntryRef>, &[EntryRef]) = match self {
            Self::Identity(identity) => {
                let judgment = identity
                    .protection
                    .as_ref()
                    .and_then(|measure| measure.document.as_ref());
                let people = identity
                    .guardians
                    .iter()
                    .filter_map(|guardian| guardian.contact.as_ref());
                return people.chain(judgment).collect();
            }
            Self::Contact(contact) => (contact.structure.as_ref(), None, &[]),
            Self::Consent(consent) => (None, None, &consent.documents),
            Self::Problem(problem) => (None, None, &problem.documents),
            Self::Allergy(allergy) => (None, None, &allergy.documents),
            Self::Treatment(treatment) => (
                treatment.prescriber_contact.as_ref(),
                None,
                &treatment.documents,
            ),
            Self::Vaccine(vaccine) => (None, None, &vaccine.documents),
            Self::Device(device) => (device.supplier_contact.as_ref(), None, &device.documents),
            Self::Stay(stay) => (None, None, &stay.documents),
            Self::Step(step) => (step.contact.as_ref(), None, &step.documents),
            Self::Measurement(measurement) => (None, None, &measurement.documents),
            Self::Document(document) => (document.author_contact.as_ref(), None, &document.linked),
            Self::Project(project) => (project.previous.as_ref(), None, &project.documents),
            Self::Readings(readings) => (readings.own.as_ref(), None, &readings.documents),
            Self::Events(day) => {
                let given = day
                    .events
                    .iter()
                    .filter_map(|event| event.treatment.as_ref());
                return day.own.iter().chain(given).chain(&day.documents).collect();
            }
            Self::Mark(mark) => (None, None, &mark.documents),
            Self::Objective(objective) => (objective.project.as_ref(), None, &objective.documents),
            Self::Entitlement(right) => (
                right.previous.as_ref(),
                right.procedure.as_ref(),
                &right.documents,
            ),
            Self::Expiry(expiry) => (None, None, &expiry.documents),
            Self::Procedure(procedure) => {
                let renewed = procedure
                    .requests
                    .iter()
                    .filter_map(|one| one.renews.as_ref());
                let pieces = procedure
                    .pieces
                    .iter()
                    .filter_map(|one| one.document.as_ref());
                let letters = procedure
                    .exchanges
                    .iter()
                    .filter_map(|one| one.document.as_ref());
                let named = procedure.contact.iter().chain(renewed).chain(pieces);
                return named.chain(letters).chain(&procedure.documents).collect();
            }
            Self::MdphFile(file) => {
                let joined = file.answers.iter().flat_map(|answer| &answer.documents);
                let around = file.previous.iter().chain(&file.procedure);
                return around.chain(joined).collect();
            }
            Self::Letter(letter) => (letter.procedure.as_ref(), None, &letter.documents),
            Self::Note(note) => (note.addressee_contact.as_ref(), note.about.as_ref(), &[]),
            Self::Seen(seen) => (None, None, &seen.notes),
            Self::Report(report) => {
                return report.measures.iter().chain(&report.documents).collect();
            }
            Self::Appointment(it) => (it.contact.as_ref(), None, &it.documents),
            Self::Series(it) => (it.contact.as_ref(), None, &it.documents),
            Self::Absence(it) => (None, None, &it.documents),
            Self::Danger(danger) => (None, None, &danger.documents),
            Self::Crisis(crisis) => (crisis.prescriber_contact.as_ref(), None, &crisis.documents),
            Self::UrgentSheet(sheet) => (sheet.phone_contact.as_ref(), None, &sheet.pinned),
            Self::Settled(settled) => (Some(&settled.of), None, &[]),
            Self::Habit(_)
            | Self::UsualState(_)
            | Self::OwnMeasure(_)
            | Self::AgendaSettings(_)
            | Self::Statement(_)
            | Self::Unknown(_) => (None, None, &[]),
        };
        one.into_iter().chain(other).chain(many).collect()
    }

    /// The same links, to be changed: to give a copied carnet its own ids.
    pub fn links_mut(&mut self) -> Vec<&mut EntryRef> {
        let (one, other, many): (
            Option<&mut EntryRef>,
            Option<&mut EntryRef>,
            &mut [EntryRef],
        ) = match self {
            Self::Identity(identity) => {
                let judgment = identity
                    .protection
                    .as_mut()
                    .and_then(|measure| measure.document.as_mut());
                let people = identity
                    .guardians
                    .iter_mut()
                    .filter_map(|guardian| guardian.contact.as_mut());
                return people.chain(judgment).collect();
            }
            Self::Contact(contact) => (contact.structure.as_mut(), None, &mut []),
            Self::Consent(consent) => (None, None, &mut consent.documents),
            Self::Problem(problem) => (None, None, &mut problem.documents),
            Self::Allergy(allergy) => (None, None, &mut allergy.documents),
            Self::Treatment(treatment) => (
                treatment.prescriber_contact.as_mut(),
                None,
                &mut treatment.documents,
            ),
            Self::Vaccine(vaccine) => (None, None, &mut vaccine.documents),
            Self::Device(device) => (
                device.supplier_contact.as_mut(),
                None,
                &mut device.documents,
            ),
            Self::Stay(stay) => (None, None, &mut stay.documents),
            Self::Step(step) => (step.contact.as_mut(), None, &mut step.documents),
            Self::Measurement(measurement) => (None, None, &mut measurement.documents),
            Self::Document(document) => {
                (document.author_contact.as_mut(), None, &mut document.linked)
            }
            Self::Project(project) => (project.previous.as_mut(), None, &mut project.documents),
            Self::Readings(readings) => (readings.own.as_mut(), None, &mut readings.documents),
            Self::Events(day) => {
                let events = day.events.iter_mut();
                let given = events.filter_map(|event| event.treatment.as_mut());
                return day
                    .own
                    .iter_mut()
                    .chain(given)
                    .chain(&mut day.documents)
                    .collect();
            }
            Self::Mark(mark) => (None, None, &mut mark.documents),
            Self::Objective(objective) => {
                (objective.project.as_mut(), None, &mut objective.documents)
            }
            Self::Entitlement(right) => (
                right.previous.as_mut(),
                right.procedure.as_mut(),
                &mut right.documents,
            ),
            Self::Expiry(expiry) => (None, None, &mut expiry.documents),
            Self::Procedure(procedure) => {
                let requests = procedure.requests.iter_mut();
                let renewed = requests.filter_map(|one| one.renews.as_mut());
                let pieces = procedure.pieces.iter_mut();
                let pieces = pieces.filter_map(|one| one.document.as_mut());
                let letters = procedure.exchanges.iter_mut();
                let letters = letters.filter_map(|one| one.document.as_mut());
                let named = procedure.contact.iter_mut().chain(renewed).chain(pieces);
                return named
                    .chain(letters)
                    .chain(&mut procedure.documents)
                    .collect();
            }
            Self::Seen(seen) => (None, None, &mut seen.notes),
            Self::Report(report) => {
                let measures = report.measures.iter_mut();
                return measures.chain(&mut report.documents).collect();
            }
            Self::MdphFile(file) => {
                let answers = file.answers.iter_mut();
                let joined = answers.flat_map(|answer| &mut answer.documents);
                let around = file.previous.iter_mut().chain(&mut file.procedure);
                return around.chain(joined).collect();
            }
            Self::Letter(letter) => (letter.procedure.as_mut(), None, &mut letter.documents),
            Self::Note(note) => (
                note.addressee_contact.as_mut(),
                note.about.as_mut(),
                &mut [],
            ),
            Self::Appointment(it) => (it.contact.as_mut(), None, &mut it.documents),
            Self::Series(it) => (it.contact.as_mut(), None, &mut it.documents),
            Self::Absence(it) => (None, None, &mut it.documents),
            Self::Danger(danger) => (None, None, &mut danger.documents),
            Self::Crisis(crisis) => (
                crisis.prescriber_contact.as_mut(),
                None,
                &mut crisis.documents,
            ),
            Self::UrgentSheet(sheet) => (sheet.phone_contact.as_mut(), None, &mut sheet.pinned),
            Self::Settled(settled) => (Some(&mut settled.of), None, &mut []),
            Self::Habit(_)
            | Self::UsualState(_)
            | Self::OwnMeasure(_)
            | Self::AgendaSettings(_)
            | Self::Statement(_)
            | Self::Unknown(_) => (None, None, &mut []),
        };
        one.into_iter().chain(other).chain(many).collect()
    }
}
