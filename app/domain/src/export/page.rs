//! The readable page of the export.

use chrono::NaiveDate;

use super::Record;
use super::html::Html;
use super::paths::{PlannedFile, planned_files};
use crate::entry::{Entry, Kind, ListKind, ListState};
use crate::lists::Certainty;
use crate::term::{Lang, Term};
use crate::view::{allergies, course_of_life, identity, newest_first};
use crate::words::{Line, day_in_words, field_label};

const STYLE: &str = include_str!("page.css");

/// One readable page with everything in it, without scripts, to be opened from the unpacked zip. `taken` is the day of
/// the export.
pub fn index_html(records: &[Record], taken: NaiveDate, lang: Lang) -> String {
    let name = identity(records)
        .map(|(_, identity)| identity.full_name())
        .unwrap_or_default();
    let name = if name.is_empty() { "Carnet" } else { &name };
    let mut html = Html::default();
    html.raw("<!DOCTYPE html>\n<html lang=\"")
        .text(lang.pick("fr", "en"));
    html.raw(
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" ",
    );
    html.raw("content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    html.text(name)
        .raw("</title>\n<style>\n")
        .raw(STYLE)
        .raw("</style>\n</head>\n<body>\n<main>\n<h1>");
    html.text(name).raw("</h1>\n<p>");
    html.text(lang.pick(
        "Copie complète du carnet, faite le ",
        "Full copy of the carnet, made on ",
    ));
    html.text(&day_in_words(taken, lang)).text(". ");
    html.text(lang.pick(
        "Les fichiers d'origine sont dans le dossier « fichiers », à côté de cette page.",
        "The original files are in the folder “fichiers” beside this page.",
    ));
    html.raw("</p>\n");
    contents(&mut html, records, lang);
    let page = Page {
        records,
        planned: planned_files(records),
        lang,
    };
    for kind in ORDER {
        page.kind(&mut html, *kind);
    }
    page.unknown(&mut html);
    html.raw("</main>\n</body>\n</html>\n");
    html.done()
}

/// What one looks for first comes first.
const ORDER: &[Kind] = &[
    Kind::Identity,
    Kind::Allergy,
    Kind::Problem,
    Kind::Treatment,
    Kind::Device,
    Kind::Vaccine,
    Kind::Stay,
    Kind::Step,
    Kind::Measurement,
    Kind::Readings,
    Kind::Events,
    Kind::Mark,
    Kind::OwnMeasure,
    Kind::Habit,
    Kind::Contact,
    Kind::Consent,
    Kind::Project,
    Kind::Objective,
    Kind::Entitlement,
    Kind::Procedure,
    Kind::Expiry,
    Kind::Report,
    Kind::MdphFile,
    Kind::Letter,
    Kind::Document,
    Kind::Note,
    Kind::Appointment,
    Kind::Series,
    Kind::Absence,
];

fn list_of(kind: Kind) -> Option<ListKind> {
    ListKind::ALL
        .iter()
        .copied()
        .find(|list| list.kind() == kind)
}

fn heading(kind: Kind, lang: Lang) -> &'static str {
    list_of(kind).map_or(kind.label(lang), |list| list.label(lang))
}

fn contents(html: &mut Html, records: &[Record], lang: Lang) {
    html.raw("<nav><ul>\n");
    for kind in ORDER {
        let count = records
            .iter()
            .filter(|record| record.plain.entry.kind() == Some(*kind))
            .count();
        html.raw("<li><a href=\"#")
            .text(kind.code())
            .raw("\">")
            .text(heading(*kind, lang))
            .raw("</a>");
        html.text(&format!(" ({count})")).raw("</li>\n");
    }
    html.raw("</ul></nav>\n");
}

struct Page<'a> {
    records: &'a [Record],
    planned: Vec<PlannedFile<'a>>,
    lang: Lang,
}

impl Page<'_> {
    fn kind(&self, html: &mut Html, kind: Kind) {
        html.raw("<section>\n<h2 id=\"")
            .text(kind.code())
            .raw("\">")
            .text(heading(kind, self.lang))
            .raw("</h2>\n");
        if let Some(list) = list_of(kind) {
            self.state(html, list);
        }
        for record in self.sorted(kind) {
            self.record(html, record);
        }
        html.raw("</section>\n");
    }

    fn state(&self, html: &mut Html, list: ListKind) {
        let said = match list.state(self.records) {
            ListState::Some(_) => return,
            ListState::NotFilledIn => self
                .lang
                .pick("Non renseigné.", "Not filled in.")
                .to_owned(),
            ListState::NoneKnown(None) => {
                self.lang.pick("Rien à signaler.", "None known.").to_owned()
            }
            ListState::NoneKnown(Some(day)) => {
                let said = self
                    .lang
                    .pick("Rien à signaler, dit le", "None known, said on");
                format!("{said} {}.", day_in_words(day, self.lang))
            }
        };
        html.raw("<p class=\"state\">").text(&said).raw("</p>\n");
    }

    fn sorted(&self, kind: Kind) -> Vec<&Record> {
        match kind {
            Kind::Allergy => allergies(self.records),
            Kind::Step => {
                let items = course_of_life(self.records, NaiveDate::MAX)
                    .into_iter()
                    .map(|item| item.row);
                items
                    .filter(|record| record.plain.entry.kind() == Some(kind))
                    .collect()
            }
            _ => {
                let mut found = crate::view::of_kind(self.records, kind);
                newest_first(&mut found);
                found
            }
        }
    }

    fn record(&self, html: &mut Html, record: &Record) {
        let entry = &record.plain.entry;
        let danger = matches!(entry, Entry::Allergy(allergy) if allergy.certainty != Some(Certainty::RuledOut));
        let title = entry.title(self.lang);
        html.raw(if danger {
            "<article class=\"danger\">\n<h3>"
        } else {
            "<article>\n<h3>"
        });
        html.text(&title).raw("</h3>\n<dl>\n");
        // The heading says the title, the links below name the files.
        let said =
            |line: &&Line| line.text != title && !matches!(line.field, "photo" | "media" | "pages");
        for line in entry.lines(self.lang).iter().filter(said) {
            html.raw("<dt>")
                .text(line.label)
                .raw("</dt><dd>")
                .text(&line.text)
                .raw("</dd>\n");
        }
        let linked = entry
            .links()
            .into_iter()
            .filter_map(|link| self.records.iter().find(|row| row.id == *link));
        let linked: Vec<String> = linked.map(|row| row.plain.entry.title(self.lang)).collect();
        if !linked.is_empty() {
            let label = field_label("linked", self.lang).unwrap_or_default();
            html.raw("<dt>")
                .text(label)
                .raw("</dt><dd>")
                .text(&linked.join("\n"))
                .raw("</dd>\n");
        }
        html.raw("</dl>\n");
        self.files(html, record);
        self.signature(html, record);
        html.raw("</article>\n");
    }

    fn files(&self, html: &mut Html, record: &Record) {
        let here = |file: &&PlannedFile<'_>| {
            self.records
                .get(file.record)
                .is_some_and(|row| core::ptr::eq(row, record))
        };
        let files: Vec<&PlannedFile<'_>> = self.planned.iter().filter(here).collect();
        if files.is_empty() {
            return;
        }
        html.raw("<ul>\n");
        for file in files {
            let name = if file.file.name.is_empty() {
                &file.path
            } else {
                &file.file.name
            };
            html.raw("<li><a href=\"")
                .text(&file.path)
                .raw("\">")
                .text(name)
                .raw("</a></li>\n");
        }
        html.raw("</ul>\n");
    }

    fn signature(&self, html: &mut Html, record: &Record) {
        let day = record.written.map(|day| day_in_words(day, self.lang));
        let parts: Vec<&str> = [Some(record.author.as_str()), day.as_deref()]
            .into_iter()
            .flatten()
            .collect();
        let said = parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        if !said.is_empty() {
            html.raw("<p class=\"by\">")
                .text(self.lang.pick("Écrit par ", "Written by "))
                .text(&said)
                .raw("</p>\n");
        }
    }

    /// Entries of newer versions: their fields stand in the JSON, and are named here so that nobody misses them.
    fn unknown(&self, html: &mut Html) {
        let unread = self
            .records
            .iter()
            .filter(|record| matches!(record.plain.entry, Entry::Unknown(_)));
        for (place, record) in unread.enumerate() {
            if place == 0 {
                html.raw("<h2>")
                    .text(self.lang.pick("Autres", "Others"))
                    .raw("</h2>\n");
            }
            html.raw("<article>\n<h3>")
                .text(&record.plain.entry.title(self.lang))
                .raw("</h3>\n<p>");
            html.text(self.lang.pick(
                "Cette entrée vient d'une version plus récente du logiciel. Elle est entière dans le fichier entries.json.",
                "This entry comes from a newer version of the software. It is complete in the file entries.json.",
            ));
            html.raw("</p>\n");
            self.signature(html, record);
            html.raw("</article>\n");
        }
    }
}
