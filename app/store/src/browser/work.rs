//! What the worker does, one job at a time, and how jobs and answers travel: nothing of the page but what a job says.
//!
//! | job | answer |
//! |---|---|
//! | `["picture", bytes]` | `[bytes, media type, bytes, media type]` (for reading, for lists), or `null` for what is no picture that can be read here |
//! | `["pixels", bytes, width, height]` | the same |
//! | `["calendar", text]` | `[text]`: both JSON, see [`crate::calendar`] |
//! | `["example", "2026-11-22"]` | `[text, bytes, …]`: see [`crate::example`] |
//! | `["pdf", text, bytes, bytes, "2026-11-22"]` (a paper as JSON, the two fonts) | `[bytes, text]` (the file, the signs that it lacks) |

use chrono::NaiveDate;
use domain::paper::Paper;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;

use super::js;
use crate::calendar::{self, CalendarAnswer, CalendarJob};
use crate::example::{self, ExampleEntry};
use crate::files::Pixels;
use crate::images::{self, Encoded, Picture, Pictures};
use crate::pdf::{self, Fonts, Pdf};

/// Does a job.
pub fn work(job: &Array) -> JsValue {
    let done = match job.get(0).as_string().as_deref() {
        Some("picture" | "pixels") => picture(job).and_then(images::prepare).map(pictures),
        Some("example") => day(&job.get(1))
            .and_then(|today| example::write(example::theo(today)))
            .map(|(text, files)| example(&text, &files)),
        Some("calendar") => calendar(job),
        Some("pdf") => paper(job).map(|pdf| {
            let bytes: JsValue = Uint8Array::from(&pdf.bytes[..]).into();
            Array::of2(&bytes, &pdf.missing.into())
        }),
        _ => None,
    };
    done.map_or(JsValue::NULL, Into::into)
}

/// The job of preparing a picture, its bytes copied.
pub(super) fn of_picture(picture: &Picture) -> Array {
    let bytes = |bytes: &Vec<u8>| Uint8Array::from(&bytes[..]).into();
    match picture {
        Picture::File(file) => Array::of2(&"picture".into(), &bytes(file)),
        Picture::Pixels(pixels) => Array::of4(
            &"pixels".into(),
            &bytes(&pixels.rgba),
            &pixels.width.into(),
            &pixels.height.into(),
        ),
    }
}

/// The job of writing or reading a calendar.
pub(super) fn of_calendar(job: &CalendarJob) -> Array {
    let text = serde_json::to_string(job).unwrap_or_default();
    Array::of2(&"calendar".into(), &text.into())
}

fn calendar(job: &Array) -> Option<Array> {
    let job: CalendarJob = serde_json::from_str(&job.get(1).as_string()?).ok()?;
    let answer = serde_json::to_string(&calendar::work(&job)).ok()?;
    Some(Array::of1(&answer.into()))
}

/// Reads the answer about a calendar.
pub(super) fn to_calendar(answer: &Array) -> Option<CalendarAnswer> {
    serde_json::from_str(&answer.get(0).as_string()?).ok()
}

/// The job of writing the example.
pub(super) fn of_example(today: NaiveDate) -> Array {
    Array::of2(&"example".into(), &today.to_string().into())
}

fn picture(job: &Array) -> Option<Picture> {
    let bytes = js::view(&job.get(1))?.to_vec();
    if job.length() == 2 {
        return Some(Picture::File(bytes));
    }
    let side = |place| js::whole(&job.get(place));
    Some(Picture::Pixels(Pixels {
        width: side(2)?,
        height: side(3)?,
        rgba: bytes,
    }))
}

/// The job of writing a PDF file.
pub(super) fn of_pdf(paper: &Paper, fonts: &Fonts, day: NaiveDate) -> Array {
    let bytes = |bytes: &Vec<u8>| Uint8Array::from(&bytes[..]).into();
    let text = serde_json::to_string(paper).unwrap_or_default();
    Array::of5(
        &"pdf".into(),
        &text.into(),
        &bytes(&fonts.regular),
        &bytes(&fonts.strong),
        &day.to_string().into(),
    )
}

fn paper(job: &Array) -> Option<Pdf> {
    let paper: Paper = serde_json::from_str(&job.get(1).as_string()?).ok()?;
    let font = |place| Some(js::view(&job.get(place))?.to_vec());
    let fonts = Fonts {
        regular: font(2)?,
        strong: font(3)?,
    };
    pdf::write(&paper, &fonts, day(&job.get(4))?)
}

/// Reads the answer to a PDF.
pub(super) fn to_pdf(answer: &Array) -> Option<Pdf> {
    Some(Pdf {
        bytes: js::view(&answer.get(0))?.to_vec(),
        missing: answer.get(1).as_string()?,
    })
}

fn day(said: &JsValue) -> Option<NaiveDate> {
    said.as_string()?.parse().ok()
}

fn pictures(pictures: Pictures) -> Array {
    let both = [pictures.reading, pictures.thumbnail].map(|Encoded { bytes, mime }| {
        let bytes: JsValue = Uint8Array::from(&bytes[..]).into();
        [bytes, JsValue::from_str(mime)]
    });
    both.into_iter().flatten().collect()
}

/// Reads the answer to a picture.
pub(super) fn to_pictures(answer: &Array) -> Option<Pictures> {
    let encoded = |place: u32| {
        let bytes = js::view(&answer.get(place))?.to_vec();
        let mime = images::mime_of(&answer.get(place + 1).as_string()?)?;
        Some(Encoded { bytes, mime })
    };
    Some(Pictures {
        reading: encoded(0)?,
        thumbnail: encoded(2)?,
    })
}

fn example(text: &str, files: &[Vec<u8>]) -> Array {
    let files = files
        .iter()
        .map(|file| JsValue::from(Uint8Array::from(&file[..])));
    std::iter::once(JsValue::from_str(text))
        .chain(files)
        .collect()
}

/// Reads the answer to the example.
pub(super) fn to_example(answer: &Array) -> Option<Vec<ExampleEntry>> {
    let files =
        (1..answer.length()).map_while(|place| Some(js::view(&answer.get(place))?.to_vec()));
    example::read(&answer.get(0).as_string()?, files)
}
