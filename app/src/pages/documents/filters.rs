//! Finding a document again: by words, discipline, kind and year.

use crate::lists::rows::Row;
use crate::words::{Words, use_words};
use domain::lists::{Discipline, DocumentKind};
use domain::{Entry, Term, view};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What is looked for. Empty means anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filters {
    /// Words that stand in it.
    pub(super) words: String,
    /// The code of its discipline.
    pub(super) discipline: String,
    /// The code of its kind.
    pub(super) kind: String,
    /// The year of its date.
    pub(super) year: String,
}

impl Filters {
    /// Whether anything is looked for.
    pub(super) fn any(&self) -> bool {
        *self != Self::default()
    }

    /// Whether a row is looked for.
    pub(super) fn fits(&self, row: &Row, lang: domain::Lang) -> bool {
        let Entry::Document(document) = &row.entry else {
            return false;
        };
        let same = |wanted: &str, code: Option<&str>| wanted.is_empty() || code == Some(wanted);
        same(&self.discipline, document.discipline.map(Discipline::code))
            && same(&self.kind, document.document_kind.map(DocumentKind::code))
            && same(
                &self.year,
                document.date.map(|date| date.year().to_string()).as_deref(),
            )
            && view::matches(&row.entry, &self.words, lang)
    }
}

/// What can be chosen, with how many documents there are of each.
type Choices = BTreeMap<(String, String), usize>;

fn choices(
    rows: &[Row],
    of: impl Fn(&domain::entry::Document) -> Option<(String, String)>,
) -> Choices {
    let mut found = Choices::new();
    for row in rows {
        if let Entry::Document(document) = &row.entry
            && let Some(choice) = of(document)
        {
            *found.entry(choice).or_default() += 1;
        }
    }
    found
}

/// The four fields. Only what there is can be chosen.
#[component]
pub(super) fn FilterFields(rows: Memo<Vec<Row>>, filters: RwSignal<Filters>) -> impl IntoView {
    let t = use_words();
    let lang = t.terms();
    let disciplines = move || {
        rows.with(|rows| {
            choices(rows, |document| {
                document.discipline.map(|one| named(one, lang))
            })
        })
    };
    let kinds = move || {
        rows.with(|rows| {
            choices(rows, |document| {
                document.document_kind.map(|one| named(one, lang))
            })
        })
    };
    let years = move || {
        let year = |document: &domain::entry::Document| {
            let year = document.date?.year();
            // The newest first.
            Some((format!("{:04}", 9999 - year), year.to_string()))
        };
        rows.with(|rows| choices(rows, year))
    };
    let typed = move |event| filters.update(|filters| filters.words = event_target_value(&event));
    view! {
        <div role="search" aria-label=t.papers_filters()>
            <div class="field find">
                <label for="find">{t.papers_find()}</label>
                <input id="find" type="search" autocomplete="off" prop:value=move || filters.with(|filters| filters.words.clone())
                    on:input=typed/>
            </div>
            <details class="filters-more">
                <summary>{t.papers_more_filters()}</summary>
                <div class="filters">
                    {select("by-discipline", t.papers_by_discipline(), disciplines, filters, Which::Discipline, t)}
                    {select("by-kind", t.papers_by_kind(), kinds, filters, Which::Kind, t)}
                    {select("by-year", t.papers_by_year(), years, filters, Which::Year, t)}
                </div>
            </details>
        </div>
    }
}

/// A word of the domain as it is sorted and shown; its code comes back from its word.
fn named<T: Term>(term: T, lang: domain::Lang) -> (String, String) {
    (
        format!("{}\u{0}{}", view::fold(term.label(lang)), term.code()),
        term.label(lang).to_owned(),
    )
}

#[derive(Clone, Copy)]
enum Which {
    Discipline,
    Kind,
    Year,
}

impl Which {
    fn of(self, filters: &mut Filters) -> &mut String {
        match self {
            Self::Discipline => &mut filters.discipline,
            Self::Kind => &mut filters.kind,
            Self::Year => &mut filters.year,
        }
    }
}

fn select(
    id: &'static str,
    label: &'static str,
    choices: impl Fn() -> Choices + Send + 'static,
    filters: RwSignal<Filters>,
    which: Which,
    t: Words,
) -> impl IntoView {
    let chosen = move || filters.with(|filters| which.of(&mut filters.clone()).clone());
    let choose =
        move |event| filters.update(|filters| *which.of(filters) = event_target_value(&event));
    let options = move || {
        let option = |((key, label), count): ((String, String), usize)| {
            let value = key
                .split_once('\u{0}')
                .map_or(label.clone(), |(_, code)| code.to_owned());
            let selected = chosen() == value;
            view! { <option value=value selected=selected>{format!("{label} ({count})")}</option> }
        };
        choices().into_iter().map(option).collect_view()
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select id=id prop:value=chosen on:change=choose>
                <option value="">{t.papers_all()}</option>
                {options}
            </select>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::entry::Document;
    use store::EntryId;

    fn row(document: Document) -> Row {
        Row {
            id: EntryId::from_bytes([1; 16]),
            entry: Entry::Document(document),
            editable: true,
            conflict: false,
            unsent: false,
            by: String::new(),
            author: store::MemberId::from_bytes([1; 16]),
            at: 0,
        }
    }

    fn report() -> Row {
        row(Document {
            title: "Bilan d'ergothérapie".to_owned(),
            discipline: Some(Discipline::OccupationalTherapy),
            document_kind: Some(DocumentKind::Assessment),
            date: "2024-03".parse().ok(),
            ..Document::default()
        })
    }

    fn fits(filters: &Filters) -> bool {
        filters.fits(&report(), domain::Lang::Fr)
    }

    #[test]
    fn nothing_asked_finds_everything() {
        assert!(fits(&Filters::default()));
        assert!(!Filters::default().any());
    }

    #[test]
    fn every_filter_must_fit() {
        let year = Filters {
            year: "2024".to_owned(),
            ..Filters::default()
        };
        assert!(fits(&year));
        assert!(!fits(&Filters {
            year: "2023".to_owned(),
            ..Filters::default()
        }));
        assert!(fits(&Filters {
            words: "ergotherapie BILAN".to_owned(),
            ..year.clone()
        }));
        assert!(!fits(&Filters {
            kind: "letter".to_owned(),
            ..year
        }));
    }

    #[test]
    fn a_document_without_a_date_is_of_no_year() {
        let filters = Filters {
            year: "2024".to_owned(),
            ..Filters::default()
        };
        assert!(!filters.fits(&row(Document::default()), domain::Lang::Fr));
    }
}
