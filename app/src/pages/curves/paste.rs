//! Taking in a table of values: pasted, or from a file. What was understood is shown first, with the reason for each line
//! that was not; nothing is kept before somebody has looked.

use crate::browser;
use crate::browser::files::picked;
use crate::desk::{Doing, use_desk};
use crate::forms::findings::sentence;
use crate::lists::rows::use_rows;
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::toast::use_toasts;
use crate::router::{beside, use_router};
use crate::site_map::Page;
use crate::words::{Words, use_words};
use domain::entry::{Reading, Readings};
use domain::instruments::instrument;
use domain::lists::{Measure, Side, Unit};
use domain::pasted::{Choice, ColumnSort, LineTrouble, Table, TableError, read};
use domain::{Entry, Term, Weight, day_in_words, view};
use leptos::prelude::*;
use leptos::task::spawn_local;
use store::Edit;

/// How many refused lines are told one by one.
const TOLD: usize = 12;
/// How many entries go into one commit, at most.
const TOGETHER: usize = 16;

/// What is done with a column of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Column {
    place: usize,
    what: Option<Measure>,
    side: Option<Side>,
    unit: Option<Unit>,
}

/// A column as it would be kept.
struct Understood {
    entry: Readings,
    points: Vec<Reading>,
    refused: Vec<String>,
}

/// The page.
#[component]
pub(crate) fn PasteValues() -> impl IntoView {
    let t = use_words();
    let text = RwSignal::new(String::new());
    let source = RwSignal::new(String::new());
    let table = RwSignal::new(None::<Result<Table, TableError>>);
    let look = move || {
        let found = text.with_untracked(|text| read(text, browser::today()));
        table.set(Some(found));
        browser::soon(|| browser::focus_id("understood"));
    };
    let chosen = move |event: web_sys::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let Some(file) = picked(input.files()).into_iter().next() else {
            return;
        };
        let size = usize::try_from(file.source.size()).unwrap_or(usize::MAX);
        if size > domain::pasted::MAX_TEXT {
            return table.set(Some(Err(TableError::TooLong)));
        }
        spawn_local(async move {
            if let Ok(bytes) = file.source.read(0, size).await {
                source.set(file.name.clone());
                text.set(written(bytes));
                look();
            }
        });
    };
    let result = move || {
        table.get().map(|found| match found {
            Ok(table) => view! { <Preview table source/> }.into_any(),
            Err(error) => view! {
                <div id="understood" tabindex="-1"><Notice tone=Tone::Wrong><p>{told(error, t)}</p></Notice></div>
            }
            .into_any(),
        })
    };
    view! {
        <div class="curves">
            <h1 tabindex="-1">{Page::PasteValues.heading(t)}</h1>
            <p class="lead">{t.paste_lead()}</p>
            <div class="field">
                <label for="paste">{t.paste_here()}</label>
                <span class="hint" id="paste-hint">{t.paste_hint()}</span>
                <textarea id="paste" aria-describedby="paste-hint" prop:value=move || text.get()
                    on:input=move |event| { source.set(String::new()); text.set(event_target_value(&event)); }></textarea>
            </div>
            <div class="field">
                <label for="paste-file">{t.paste_file()}</label>
                <input id="paste-file" type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" on:change=chosen/>
            </div>
            <div class="acts"><button class="do" type="button" on:click=move |_| look()>{t.paste_look()}</button></div>
            {result}
        </div>
    }
}

/// A file's bytes as text. Spreadsheets in France still write Windows' own letters.
fn written(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| {
        let bytes = error.into_bytes();
        bytes.into_iter().map(char::from).collect()
    })
}

fn told(error: TableError, t: Words) -> &'static str {
    match error {
        TableError::Empty => t.paste_empty(),
        TableError::TooLong => t.paste_too_long(),
        TableError::NoDates => t.paste_no_dates(),
    }
}

/// What was understood, to be looked at before it is kept.
#[component]
fn Preview(table: Table, source: RwSignal<String>) -> impl IntoView {
    let t = use_words();
    let doing = Doing::new(use_desk());
    let router = use_router();
    let toasts = use_toasts();
    let back = beside(Page::Curves);
    let rows = use_rows();
    let birth = rows
        .with_untracked(|rows| view::identity(rows).and_then(|(_, identity)| identity.birth_date));
    let columns = RwSignal::new(guessed(&table));
    let table = StoredValue::new(table);
    let understood = move || {
        let (source, columns) = (source.get_untracked(), columns.get());
        let source = if source.is_empty() {
            t.paste_source().to_owned()
        } else {
            source
        };
        table.with_value(|table| {
            let taken = columns
                .iter()
                .filter_map(|column| understand(table, *column, &source, birth, t));
            taken.collect::<Vec<_>>()
        })
    };
    let shown = move || {
        let all = understood();
        if all.is_empty() {
            return view! { <p>{t.paste_nothing_chosen()}</p> }.into_any();
        }
        all.iter()
            .map(|one| summary(one, t))
            .collect_view()
            .into_any()
    };
    let count = Memo::new(move |_| {
        understood()
            .iter()
            .map(|one| one.points.len())
            .sum::<usize>()
    });
    let keep = move |_| {
        let edits: Vec<Edit> = untrack(understood)
            .into_iter()
            .flat_map(|one| one.entry.in_entries(one.points))
            .map(|readings| Edit::new(Entry::Readings(readings)))
            .collect();
        let back = back.clone();
        doing.start(
            async move |keeper| {
                for some in edits.chunks(TOGETHER) {
                    keeper.put_many(some.to_vec()).await?;
                }
                Ok(())
            },
            move |()| {
                toasts.say(t.kept());
                router.go(&back);
            },
        );
    };
    let selects = move || {
        table.with_value(|table| {
            let ask = |place: usize| ask(place, columns, table, t);
            (0..columns.with_untracked(Vec::len))
                .map(ask)
                .collect_view()
        })
    };
    view! {
        <section class="band" aria-labelledby="understood">
            <h2 id="understood" tabindex="-1">{t.paste_understood()}</h2>
            {selects()}
            {shown}
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts end">
                {move || (count.get() > 0).then(|| view! {
                    <button class="do" type="button" on:click=keep.clone()>
                        {move || if doing.busy.get() { t.one_moment().to_owned() } else { t.paste_keep(count.get()) }}
                    </button>
                })}
            </div>
        </section>
    }
}

/// What the columns of values seem to be.
fn guessed(table: &Table) -> Vec<Column> {
    let columns = table.columns.iter().enumerate();
    let value = |(place, guess): (usize, &domain::pasted::Guess)| match guess.sort {
        ColumnSort::Value { measure, unit } => {
            let heading = view::fold(&guess.heading);
            let side = Side::ALL.iter().copied().find(|side| {
                let said = |lang| heading.contains(&view::fold(side.label(lang)));
                said(domain::Lang::Fr) || said(domain::Lang::En)
            });
            Some(Column {
                place,
                what: measure.or_else(|| (!guess.heading.is_empty()).then_some(Measure::Custom)),
                side,
                unit,
            })
        }
        _ => None,
    };
    columns.filter_map(value).collect()
}

/// Asks what a column is.
fn ask(
    at: usize,
    columns: RwSignal<Vec<Column>>,
    table: &Table,
    t: Words,
) -> impl IntoView + use<> {
    let column = columns.with_untracked(|columns| columns[at]);
    let heading = called(table, column.place, t);
    let id = format!("column-{at}");
    let options = Measure::ALL.iter().map(|measure| {
        let chosen = column.what == Some(*measure);
        view! { <option value=measure.code() selected=chosen>{measure.label(t.terms())}</option> }
    });
    let options = options.collect_view();
    let choose = move |event| {
        let what = Measure::from_code(&event_target_value(&event));
        columns.update(|columns| {
            columns[at].what = what;
            columns[at].unit = what.and_then(|what| what.units().first().copied());
        });
    };
    let sides = move || {
        let what = columns.with(|columns| columns[at].what)?;
        let sided = instrument(what).is_some_and(|instrument| instrument.sided);
        sided.then(|| {
            let id = format!("side-{at}");
            let options = Side::ALL.iter().map(|side| {
                let chosen = column.side == Some(*side);
                view! { <option value=side.code() selected=chosen>{side.label(t.terms())}</option> }
            });
            let options = options.collect_view();
            let choose = move |event| {
                let side = Side::from_code(&event_target_value(&event));
                columns.update(|columns| columns[at].side = side);
            };
            view! {
                <div class="field">
                    <label for=id.clone()>{t.curves_side()}</label>
                    <select id=id on:change=choose><option value="">{t.not_said()}</option>{options}</select>
                </div>
            }
        })
    };
    view! {
        <div class="pair">
            <div class="field">
                <label for=id.clone()>{t.paste_column(heading)}</label>
                <select id=id on:change=choose><option value="">{t.paste_leave()}</option>{options}</select>
            </div>
            {sides}
        </div>
    }
}

fn called(table: &Table, place: usize, t: Words) -> String {
    match table.columns.get(place).map(|guess| guess.heading.as_str()) {
        None | Some("") => t.paste_column_number(place + 1),
        Some(heading) => format!("« {heading} »"),
    }
}

/// Reads a column as what it is said to be.
fn understand(
    table: &Table,
    column: Column,
    source: &str,
    birth: Option<chrono::NaiveDate>,
    t: Words,
) -> Option<Understood> {
    let what = column.what?;
    let place = |sort: ColumnSort| table.columns.iter().position(|guess| guess.sort == sort);
    let choice = Choice {
        date: place(ColumnSort::Date)?,
        time: place(ColumnSort::Time),
        value: column.place,
        note: place(ColumnSort::Note),
        unit: column.unit,
        grades: what.grades(),
    };
    let taken = table.take(choice, browser::today());
    let mut refused: Vec<String> = taken
        .refused
        .iter()
        .map(|line| t.paste_line(line.number, &line.text, why(line.why, t)))
        .collect();
    let heading = table.columns[column.place].heading.clone();
    let entry = Readings {
        what: Some(what),
        name: if what == Measure::Custom {
            heading
        } else {
            String::new()
        },
        unit: column.unit,
        side: column.side,
        source: source.to_owned(),
        ..Readings::default()
    };
    // Values that cannot be: told like lines that cannot be read, and left out.
    let whole = Readings {
        points: taken.readings.clone(),
        ..entry.clone()
    };
    let mut out = std::collections::BTreeSet::new();
    for finding in Entry::Readings(whole).check(browser::today(), birth) {
        if let (Some(item), Weight::Blocking) = (finding.item, finding.weight)
            && let Some(point) = taken.readings.get(item)
        {
            out.insert(item);
            let day = day_in_words(point.date, t.terms());
            refused.push(t.paste_line_of(day, point.amount.code(), sentence(&finding.reason, t)));
        }
    }
    let points = taken.readings.into_iter().enumerate();
    let points = points.filter(|(item, _)| !out.contains(item));
    Some(Understood {
        entry,
        points: points.map(|(_, point)| point).collect(),
        refused,
    })
}

fn why(trouble: LineTrouble, t: Words) -> &'static str {
    match trouble {
        LineTrouble::NotADate => t.paste_not_a_date(),
        LineTrouble::InTheFuture => t.paste_in_the_future(),
        LineTrouble::NotATime => t.paste_not_a_time(),
        LineTrouble::NotANumber => t.paste_not_a_number(),
        LineTrouble::NotAGrade => t.paste_not_a_grade(),
        LineTrouble::SameMoment => t.paste_same_moment(),
    }
}

/// One column in a few words: how many values, the first and the last, and each line that was not understood.
fn summary(one: &Understood, t: Words) -> impl IntoView + use<> {
    let what = one.entry.what.map_or("", |what| what.label(t.terms()));
    let name = if one.entry.name.is_empty() {
        what.to_owned()
    } else {
        one.entry.name.clone()
    };
    let said = |point: &Reading| {
        let value = one.entry.measurement(point).reading(t.terms());
        t.paste_value(day_in_words(point.date, t.terms()), value)
    };
    let ends = one.points.first().zip(one.points.last());
    let ends = ends.map(|(first, last)| t.paste_ends(said(first), said(last)));
    let more = one.refused.len().saturating_sub(TOLD);
    let refused = one.refused.iter().take(TOLD);
    let refused = refused
        .map(|line| view! { <li>{line.clone()}</li> })
        .collect_view();
    let any = (!one.refused.is_empty()).then(|| {
        view! {
            <p><strong>{t.paste_refused(one.refused.len())}</strong></p>
            <ul>{refused}</ul>
            {(more > 0).then(|| view! { <p>{t.paste_more(more)}</p> })}
        }
    });
    view! {
        <div class="card">
            <p><strong>{t.paste_count(one.points.len(), name)}</strong></p>
            <p>{ends}</p>
            {any}
        </div>
    }
}
