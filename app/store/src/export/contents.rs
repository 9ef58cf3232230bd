//! What lies in the zip, and in which order it is written.

use chrono::NaiveDate;
use domain::export::{Record, entries_json, index_html, planned_files};
use domain::{FileRef, Lang};
use futures::TryStreamExt;
use futures::stream::LocalBoxStream;

use super::archive::Archive;
use super::{Sink, readme};
use crate::files::{OnProgress, Progress};
use crate::trouble::Trouble;

/// All that is known about the copy before a file is fetched.
pub(super) struct Contents {
    pub records: Vec<Record>,
    /// Versions that could not be read here.
    pub unreadable: usize,
    /// Number and digest of the last commit: a later copy, or a device, can be compared with it.
    pub state: String,
    /// The day of the copy.
    pub taken: NaiveDate,
    pub lang: Lang,
}

/// Where the original files come from.
pub(super) trait Originals {
    /// A file, piece by piece. An error can come after pieces.
    fn read<'a>(&'a self, file: &'a FileRef) -> LocalBoxStream<'a, Result<Vec<u8>, Trouble>>;
}

/// A file that is missing, or stops before its end.
pub(super) struct Gap {
    pub path: String,
    pub why: Trouble,
}

/// Writes the whole copy. A file that the server keeps back or that is damaged leaves a gap, which is named in the copy;
/// without the server there is no copy.
pub(super) async fn write(
    contents: &Contents,
    originals: &dyn Originals,
    sink: &dyn Sink,
    progress: &OnProgress,
) -> Result<(), Trouble> {
    let Contents {
        records,
        taken,
        lang,
        ..
    } = contents;
    let mut archive = Archive::new(sink);
    let page = index_html(records, *taken, *lang);
    archive.whole("index.html", *taken, page.as_bytes()).await?;
    archive
        .whole("carnet.json", *taken, entries_json(records).as_bytes())
        .await?;
    let mut gaps = Vec::new();
    for (number, planned) in planned_files(records).iter().enumerate() {
        let day = records
            .get(planned.record)
            .and_then(|record| record.written)
            .unwrap_or(*taken);
        let tell = |done: u64| {
            progress(Progress {
                file: number,
                done,
                total: planned.file.size,
                looking: false,
            });
        };
        tell(0);
        match copy(
            &mut archive,
            &planned.path,
            planned.file,
            day,
            originals,
            &tell,
        )
        .await
        {
            Ok(()) => {}
            Err(why) if leaves_a_gap(why) => gaps.push(Gap {
                path: planned.path.clone(),
                why,
            }),
            Err(trouble) => return Err(trouble),
        }
    }
    let (name, text) = readme::write(contents, &gaps);
    archive.whole(name, *taken, text.as_bytes()).await?;
    archive.finish().await
}

/// One file, piece by piece.
pub(super) async fn copy(
    archive: &mut Archive<'_>,
    path: &str,
    file: &FileRef,
    day: NaiveDate,
    originals: &dyn Originals,
    tell: &dyn Fn(u64),
) -> Result<(), Trouble> {
    archive.start(path, day, file.size).await?;
    let mut pieces = originals.read(file);
    let mut done = 0;
    while let Some(piece) = pieces.try_next().await? {
        archive.write(&piece).await?;
        done += piece.len() as u64;
        tell(done);
    }
    Ok(())
}

/// Whether only this file is concerned.
pub(super) fn leaves_a_gap(trouble: Trouble) -> bool {
    matches!(
        trouble,
        Trouble::Withheld(_) | Trouble::Broken(_) | Trouble::Forged(_) | Trouble::NotFound
    )
}
