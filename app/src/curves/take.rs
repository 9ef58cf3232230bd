//! A chart as a picture of its own: every lane under the other, dark on white, with its titles. Plain SVG that any
//! program reads; its colours are written in it, for no style sheet travels with it.

use super::ink::{Ink, Pen};
use super::paint::{Anchor, Ground, Picture, paint};
use super::path::Path;
use super::plot::Plot;
use super::view::ticks;
use crate::words::Words;
use domain::chart::Window;
use std::fmt::Write as _;

/// How wide the picture is, in its own units.
pub(crate) const WIDTH: f64 = 1000.0;
/// Room for the title of a lane.
const TITLE: f64 = 34.0;
/// Room for one line of words.
const LINE: f64 = 22.0;
/// How many letters of a line fit.
const LETTERS: usize = 118;

/// A picture and how high it is.
pub(crate) struct Sheet {
    /// SVG.
    pub(crate) svg: String,
    /// In the units of [`WIDTH`].
    pub(crate) height: f64,
}

/// Draws the part that is in sight. `head` stands above it, `words` under it: which reference, what happened.
pub(crate) fn sheet(plot: &Plot, window: Window, head: &str, words: &[String], t: Words) -> Sheet {
    let ticks = ticks(window, plot, WIDTH, t);
    let mut body = String::new();
    let mut y = LINE + 12.0;
    text(&mut body, Pen::Title, (16.0, y), "start", head);
    for lane in &plot.lanes {
        y += TITLE;
        let title = match lane.unit.as_str() {
            "" => lane.title.clone(),
            unit => format!("{} ({unit})", lane.title),
        };
        text(&mut body, Pen::Title, (16.0, y), "start", &title);
        let mut x = WIDTH - 20.0;
        for (place, line) in lane.lines.iter().enumerate().rev() {
            if lane.lines.len() > 1 {
                text(&mut body, Pen::Words, (x, y), "end", &line.name);
                #[allow(clippy::cast_precision_loss, reason = "a word")]
                let wide = line.name.chars().count() as f64 * 8.0;
                x -= wide + 52.0;
                key(&mut body, place, x, y - 5.0);
                x -= 24.0;
            }
        }
        y += 8.0;
        let ground = Ground::new(WIDTH, lane, &plot.marks, window);
        let picture = paint(ground, lane, &plot.marks, &ticks, t);
        // Writing to a text cannot fail, here and below.
        let _ = write!(body, "<g transform='translate(0 {y:.0})'>");
        inside(&mut body, &picture);
        body.push_str("</g>");
        y += picture.height;
    }
    for words in words.iter().flat_map(|words| folded(words)) {
        y += LINE;
        text(&mut body, Pen::Words, (16.0, y), "start", &words);
    }
    let height = y + LINE;
    let svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH:.0} {height:.0}' width='{WIDTH:.0}' height='{height:.0}' \
         font-family='system-ui, sans-serif'><rect width='{WIDTH:.0}' height='{height:.0}' fill='#ffffff'/>{body}</svg>\n"
    );
    Sheet { svg, height }
}

fn inside(body: &mut String, picture: &Picture) {
    for shape in picture.shapes.iter().filter(|shape| !shape.d.is_empty()) {
        let _ = write!(body, "<path {} d='{}'/>", shape.ink.attributes(), shape.d);
    }
    for label in &picture.labels {
        let anchor = match label.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        text(body, label.pen, (label.x, label.y), anchor, &label.text);
    }
}

fn key(body: &mut String, place: usize, x: f64, y: f64) {
    let (mut line, mut dot) = (Path::default(), Path::default());
    line.to(x, y);
    line.line(x + 40.0, y);
    dot.dot(place, x + 20.0, y, 5.0);
    for (ink, path) in [(Ink::Line(place), line), (Ink::Dots(place), dot)] {
        let _ = write!(body, "<path {} d='{}'/>", ink.attributes(), path.done());
    }
}

fn text(body: &mut String, pen: Pen, (x, y): (f64, f64), anchor: &str, words: &str) {
    let _ = write!(
        body,
        "<text {} x='{x:.1}' y='{y:.1}' text-anchor='{anchor}'>{}</text>",
        pen.attributes(),
        escaped(words)
    );
}

/// What somebody typed, as text of a document and nothing else.
fn escaped(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '\'' => safe.push_str("&#39;"),
            '"' => safe.push_str("&quot;"),
            // Control characters are no part of any XML document.
            letter if letter.is_control() => safe.push(' '),
            letter => safe.push(letter),
        }
    }
    safe
}

/// Words in lines that fit.
fn folded(words: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words.split_whitespace() {
        let length = lines.last().map_or(0, |line| line.chars().count());
        if length > 0 && length + word.chars().count() >= LETTERS {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::curves::plot::{Flag, Lane, Line, point};

    const T: Words = Words(crate::site_map::Lang::Fr);

    fn plot() -> Plot {
        let points = (0..5).map(|step| point(f64::from(step) * 30.0, f64::from(step) + 3.0));
        let line = Line {
            points: points.collect(),
            last: "7 <kg>".into(),
            ..Line::default()
        };
        let lane = Lane {
            title: "Poids & co".into(),
            unit: "kg".into(),
            lines: vec![line.clone(), line],
            ..Lane::default()
        };
        let marks = vec![Flag {
            number: 1,
            from: 40.0,
            to: Some(60.0),
        }];
        Plot {
            lanes: vec![lane],
            marks,
            ..Plot::default()
        }
    }

    #[test]
    fn what_somebody_typed_stays_text() {
        let sheet = sheet(
            &plot(),
            Window::new(-3.0, 123.0),
            "<script>alert(1)</script>",
            &["un \u{0} mot".into()],
            T,
        );
        assert!(!sheet.svg.contains("<script"));
        assert!(sheet.svg.contains("Poids &amp; co (kg)") && sheet.svg.contains("7 &lt;kg&gt;"));
        assert!(!sheet.svg.contains('\u{0}'));
    }

    #[test]
    fn nothing_in_it_is_out_of_its_picture() {
        let sheet = sheet(
            &plot(),
            Window::new(-3.0, 123.0),
            "Théo",
            &["mot ".repeat(90)],
            T,
        );
        assert!(!sheet.svg.contains("NaN") && !sheet.svg.contains("inf"));
        let texts = sheet.svg.matches("<text").count();
        assert!(texts > 8, "{texts}");
        for part in sheet.svg.split(" y='").skip(1) {
            let y: f64 = part.split('\'').next().unwrap().parse().unwrap();
            assert!((0.0..=sheet.height).contains(&y), "{y}");
        }
    }
}
