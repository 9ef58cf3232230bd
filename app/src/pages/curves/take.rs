//! Taking curves away: on paper or as PDF through the browser's own printing, as a picture, as a table.

use super::board::Board;
use super::growth::signed;
use super::happened;
use super::notes::sentences;
use super::thing::side;
use crate::browser;
use crate::browser::pictures;
use crate::curves::say::decimal;
use crate::curves::take::{Sheet, WIDTH, sheet};
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::words::{Words, use_words};
use domain::chart::{Point, Series, day_of};
use domain::day_in_words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The buttons.
#[component]
pub(crate) fn Take(board: Board) -> impl IntoView {
    let t = use_words();
    let toasts = use_toasts();
    let svg = move |_| {
        let sheet = picture(board, t);
        browser::download(sheet.svg.as_bytes(), "image/svg+xml", &file(t, "svg"));
    };
    let png = move |_| {
        let sheet = picture(board, t);
        spawn_local(async move {
            match pictures::png(&sheet.svg, WIDTH, sheet.height).await {
                Some(bytes) => browser::download(&bytes, "image/png", &file(t, "png")),
                None => toasts.say(t.curves_no_picture()),
            }
        });
    };
    let csv = move |_| {
        // Spreadsheets know by this mark that the text is UTF-8.
        let text = format!("\u{feff}{}", table(board, t));
        browser::download(text.as_bytes(), "text/csv", &file(t, "csv"));
    };
    view! {
        <section class="band not-on-paper" aria-labelledby="take-title">
            <h2 id="take-title">{t.curves_take()}</h2>
            <p class="soft">{t.curves_take_means()}</p>
            <div class="acts">
                <button class="go" type="button" on:click=move |_| browser::print()>{sign(Sign::Print)}{t.curves_print()}</button>
                <button class="go" type="button" on:click=png>{sign(Sign::Download)}{t.curves_png()}</button>
                <button class="go" type="button" on:click=svg>{sign(Sign::Download)}{t.curves_svg()}</button>
                <button class="go" type="button" on:click=csv>{sign(Sign::Download)}{t.curves_csv()}</button>
            </div>
        </section>
    }
}

fn file(t: Words, kind: &str) -> String {
    format!("{}.{kind}", t.curves_file())
}

fn picture(board: Board, t: Words) -> Sheet {
    let (name, mut words) = untrack(|| {
        let name = board.identity.with(domain::entry::Identity::full_name);
        (name, sentences(board, t))
    });
    let happened = board.happened.get_untracked();
    let lines = happened.iter().enumerate();
    words.extend(lines.map(|(place, one)| format!("{}. {}", place + 1, happened::line(one, t))));
    let head = t.curves_head(day_in_words(browser::today(), t.terms()), name);
    let plot = board.plot.get_untracked();
    sheet(&plot, board.hands.window.get_untracked(), &head, &words, t)
}

/// One row a value, oldest first.
fn table(board: Board, t: Words) -> String {
    let shown = board.shown.get_untracked();
    let mut text = line(t.curves_csv_head().split(", ").map(str::to_owned).collect());
    for thing in shown.iter() {
        let places = untrack(|| board.places(thing));
        for series in &thing.series {
            for point in &series.points {
                let score = places.get(&(point.row, point.item));
                let score = score.and_then(|score| score.as_ref().ok());
                let noted = untrack(|| board.noted(point));
                text.push_str(&line(vec![
                    day_of(point.at).map_or_else(String::new, |day| day.to_string()),
                    noted.time,
                    thing.title.clone(),
                    side(series, t).to_owned(),
                    plain(series, point, t),
                    thing.unit.clone(),
                    score.map_or_else(String::new, |score| signed(score.z, 2, t).replace('−', "-")),
                    score.map_or_else(String::new, |score| decimal(score.percentile(), 1, t)),
                    noted.who,
                    noted.note,
                ]));
            }
        }
    }
    text
}

/// The number alone, or the grade.
fn plain(series: &Series, point: &Point, t: Words) -> String {
    let words = series.in_words(point.value, t.terms());
    let unit = series.unit_label(t.terms());
    words.trim_end_matches(unit).trim_end().to_owned()
}

fn line(cells: Vec<String>) -> String {
    let cells: Vec<String> = cells.into_iter().map(|cell| quoted(&cell)).collect();
    cells.join(";") + "\r\n"
}

/// A cell that no spreadsheet takes for a formula.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '@', '\t', '\r'])
        || (cell.starts_with(['+', '-'])
            && cell[1..].contains(|letter: char| !matches!(letter, '0'..='9' | ',' | '.')));
    let cell = if formula {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    if cell.contains([';', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(quoted("=1+1"), "'=1+1");
        assert_eq!(quoted("+cmd|x"), "'+cmd|x");
        assert_eq!(quoted("-0,42"), "-0,42");
        assert_eq!(quoted("+1,5"), "+1,5");
        assert_eq!(quoted("a;b\"c"), "\"a;b\"\"c\"");
    }
}
