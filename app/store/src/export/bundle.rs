//! A document with the papers that go with it, in one zip: what one hands in.

use core::fmt::Write as _;

use chrono::NaiveDate;
use domain::export::planned_pieces;
use domain::{FileRef, Lang};

use super::Sink;
use super::archive::Archive;
use super::contents::{Gap, Originals, copy, leaves_a_gap};
use super::readme::reason;
use crate::files::{OnProgress, Progress};
use crate::keeper::Keeper;
use crate::trouble::Trouble;

/// What goes into the zip.
#[derive(Debug, Clone)]
pub struct Bundle {
    /// The document: its name and its bytes.
    pub document: (String, Vec<u8>),
    /// The papers: of each its title and its files, as they came.
    pub pieces: Vec<(String, Vec<FileRef>)>,
    /// The day that the files carry.
    pub day: NaiveDate,
    /// The language of what must be said.
    pub lang: Lang,
}

/// Writes the zip with files of the open carnet: see [`write`].
pub(crate) async fn run(
    keeper: &Keeper,
    bundle: &Bundle,
    sink: &dyn Sink,
    progress: &OnProgress,
) -> Result<usize, Trouble> {
    let means = keeper.means().await?;
    write(bundle, &means, sink, progress).await
}

/// Writes the zip. A file that the server keeps back or that is damaged leaves a gap, which a text in the zip names; gives back
/// how many there are.
pub(super) async fn write(
    bundle: &Bundle,
    originals: &dyn Originals,
    sink: &dyn Sink,
    progress: &OnProgress,
) -> Result<usize, Trouble> {
    let Bundle {
        document: (name, bytes),
        pieces,
        day,
        lang,
    } = bundle;
    let mut archive = Archive::new(sink);
    archive.whole(name, *day, bytes).await?;
    let mut gaps = Vec::new();
    for (number, (path, file)) in planned_pieces(pieces).into_iter().enumerate() {
        let tell = |done: u64| {
            progress(Progress {
                file: number,
                done,
                total: file.size,
                looking: false,
            });
        };
        tell(0);
        match copy(&mut archive, &path, file, *day, originals, &tell).await {
            Ok(()) => {}
            Err(why) if leaves_a_gap(why) => gaps.push(Gap { path, why }),
            Err(trouble) => return Err(trouble),
        }
    }
    if !gaps.is_empty() {
        let mut text = lang
            .pick(
                "Fichiers incomplets ou absents :\n",
                "Files that are incomplete or missing:\n",
            )
            .to_owned();
        for gap in &gaps {
            let _ = writeln!(text, "  {} ({})", gap.path, reason(gap.why, *lang));
        }
        let name = lang.pick("A-LIRE.txt", "READ-ME.txt");
        archive.whole(name, *day, text.as_bytes()).await?;
    }
    archive.finish().await?;
    Ok(gaps.len())
}
