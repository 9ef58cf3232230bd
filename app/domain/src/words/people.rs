//! People, everyday life and papers in words.

use super::day_in_words;
use super::lines::Lines;
use crate::entry::{
    Allowed, Consent, Contact, Document, Habit, Identity, Note, Project, Report, ReportPart,
};
use crate::lists::ReportKind;
use crate::term::{Lang, Term};

pub(super) fn identity(lines: &mut Lines, identity: &Identity) {
    let lang = lines.lang;
    lines.texts(&[
        ("used_first_name", &identity.used_first_name),
        ("used_name", &identity.used_name),
        ("first_names", &identity.first_names),
        ("birth_name", &identity.birth_name),
    ]);
    lines.day("birth_date", identity.birth_date);
    lines.term("sex", identity.sex);
    lines.texts(&[
        ("birth_place_name", &identity.birth_place_name),
        ("birth_place", &identity.birth_place),
        ("nir", &identity.nir),
        ("term", &identity.term),
        ("languages", &identity.languages),
    ]);
    let guardians = identity
        .guardians
        .iter()
        .map(|guardian| match guardian.role {
            Some(role) => format!("{} ({})", guardian.name, role.label(lang)),
            None => guardian.name.clone(),
        });
    lines.items("guardians", guardians);
    if let Some(protection) = &identity.protection {
        let measure = protection
            .measure
            .map(|measure| measure.label(lang).to_owned());
        let from = protection
            .from
            .map(|day| format!("{} {}", lang.pick("du", "from"), day_in_words(day, lang)));
        let to = protection
            .to
            .map(|day| format!("{} {}", lang.pick("au", "to"), day_in_words(day, lang)));
        let said = [
            Some(protection.court.clone()),
            Some(protection.holder.clone()),
        ];
        lines.items(
            "protection",
            [measure, from, to].into_iter().chain(said).flatten(),
        );
    }
    lines.files("photo", identity.photo.as_slice());
    lines.text("note", &identity.note);
}

pub(super) fn contact(lines: &mut Lines, contact: &Contact) {
    let lang = lines.lang;
    lines.text("name", &contact.name);
    lines.text("first_name", &contact.first_name);
    lines.items(
        "roles",
        contact.roles.iter().map(|role| role.label(lang).to_owned()),
    );
    lines.texts(&[
        ("profession", contact.profession.text()),
        ("function", &contact.function),
        ("organisation", &contact.organisation),
    ]);
    let phones = contact
        .phones
        .iter()
        .map(|phone| match phone.label.is_empty() {
            true => phone.number.clone(),
            false => format!("{} ({})", phone.number, phone.label),
        });
    lines.items("phones", phones);
    lines.texts(&[
        ("email", &contact.email),
        ("address", &contact.address),
        ("availability", &contact.availability),
        ("rpps", &contact.rpps),
        ("finess", &contact.finess),
    ]);
    lines.date("since", contact.since);
    lines.date("until", contact.until);
    lines.files("photo", contact.photo.as_slice());
    lines.text("note", &contact.note);
}

pub(super) fn consent(lines: &mut Lines, consent: &Consent) {
    let lang = lines.lang;
    lines.text("allowed_to", &consent.allowed_to);
    lines.term("profile", consent.profile);
    lines.texts(&[
        ("profession", consent.profession.text()),
        ("function", &consent.function),
    ]);
    let allowed = consent
        .allowed
        .iter()
        .map(|allowed| permitted(allowed, lang));
    lines.items("allowed", allowed);
    lines.day("date", consent.date);
    lines.day("until", consent.until);
    lines.term("consent_by", consent.consent_by);
    lines.text("allowed_by", &consent.allowed_by);
    lines.term("consent_form", consent.consent_form);
    lines.text("consent_words", &consent.consent_words);
    lines.day("withdrawn", consent.withdrawn);
}

/// "Santé : lire et écrire".
fn permitted(allowed: &Allowed, lang: Lang) -> String {
    let section = allowed
        .known()
        .map_or(allowed.section.as_str(), |section| section.label(lang));
    let what = if allowed.write {
        lang.pick("lire et écrire", "read and write")
    } else {
        lang.pick("lire", "read")
    };
    format!("{section}{} {what}", lang.pick(" :", ":"))
}

pub(super) fn habit(lines: &mut Lines, habit: &Habit) {
    lines.term("heading", habit.heading);
    lines.text("text", &habit.text);
    lines.term("colour", habit.colour);
    lines.day("date", habit.date);
    lines.files("media", &habit.media);
}

pub(super) fn note(lines: &mut Lines, note: &Note) {
    lines.day("date", note.date);
    lines.text("addressee", &note.addressee);
    lines.text("text", &note.text);
    lines.files("media", &note.media);
}

pub(super) fn document(lines: &mut Lines, document: &Document) {
    lines.text("title", &document.title);
    lines.term("document_kind", document.document_kind);
    lines.term("discipline", document.discipline);
    lines.date("date", document.date);
    lines.texts(&[
        ("author", &document.author),
        ("summary", &document.summary),
        ("tags", &document.tags.join(", ")),
    ]);
    lines.files("pages", &document.pages);
    lines.text("original_name", &document.original_name);
}

pub(super) fn project(lines: &mut Lines, project: &Project) {
    let lang = lines.lang;
    lines.text("title", &project.title);
    lines.term("state", project.state);
    lines.day("date", project.date);
    lines.day("review", project.review);
    lines.texts(&[
        ("structure", &project.structure),
        ("people", &project.people),
        ("author", &project.author),
        ("wishes", &project.wishes),
        ("text", &project.text),
    ]);
    let goals = project.goals.iter().map(|goal| {
        let means = if goal.means.is_empty() {
            String::new()
        } else {
            format!(" ({})", goal.means)
        };
        let reached = if goal.reached { reached(lang) } else { "" };
        format!("{}{means}{reached}", goal.text)
    });
    lines.items("goals", goals);
    lines.files("pages", &project.pages);
}

fn reached(lang: Lang) -> &'static str {
    lang.pick(", atteint", ", reached")
}

/// "Bilan – Kinésithérapie", or the title that was given.
pub(super) fn report_title(report: &Report, lang: Lang) -> String {
    if !report.title.trim().is_empty() {
        return report.title.clone();
    }
    let kind = report.report_kind.map(|kind| kind.label(lang));
    // These say already from whom they come.
    let told = matches!(
        report.report_kind,
        Some(ReportKind::Equipment | ReportKind::SchoolMeeting)
    );
    let discipline = report.discipline.filter(|_| !told);
    let discipline = discipline.map(|discipline| discipline.label(lang));
    let parts: Vec<&str> = kind.into_iter().chain(discipline).collect();
    parts.join(" – ")
}

/// What stands over a part of a report.
pub fn report_heading(part: &ReportPart, lang: Lang) -> String {
    match part.heading {
        Some(heading) if part.title.trim().is_empty() => heading.label(lang).to_owned(),
        _ => part.title.clone(),
    }
}

pub(super) fn report(lines: &mut Lines, report: &Report) {
    let lang = lines.lang;
    lines.term("report_kind", report.report_kind);
    lines.term("discipline", report.discipline);
    lines.day("date", report.date);
    lines.texts(&[
        ("title", &report.title),
        ("place", &report.place),
        ("people", &report.people),
    ]);
    let filled = report.parts.iter();
    let filled = filled.filter(|part| !part.text.trim().is_empty());
    let said = filled.map(|part| match report_heading(part, lang) {
        heading if heading.is_empty() => part.text.clone(),
        heading => format!("{heading}{}{}", lang.pick(" : ", ": "), part.text),
    });
    lines.items("parts", said);
    lines.text("summary", &report.summary);
    lines.day("next", report.next);
    lines.files("media", &report.media);
}
