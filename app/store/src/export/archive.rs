//! A zip that is only ever appended to. Nothing is compressed: photos and films are already, and texts are small.

use std::cell::RefCell;
use std::io::Write;
use std::rc::Rc;

use chrono::{Datelike, NaiveDate};
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::Sink;
use crate::trouble::Trouble;

/// From this size on a file needs the long form of its sizes (ZIP64).
const LONG: u64 = u32::MAX as u64;

/// A zip on its way to a sink.
pub(super) struct Archive<'a> {
    zip: ZipWriter<StreamWriter<Pipe>>,
    pipe: Pipe,
    sink: &'a dyn Sink,
}

/// What was written and not handed over yet.
#[derive(Clone, Default)]
struct Pipe(Rc<RefCell<Vec<u8>>>);

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> Archive<'a> {
    pub(super) fn new(sink: &'a dyn Sink) -> Self {
        let pipe = Pipe::default();
        Self {
            zip: ZipWriter::new_stream(pipe.clone()),
            pipe,
            sink,
        }
    }

    /// Writes a file that is in memory.
    pub(super) async fn whole(
        &mut self,
        path: &str,
        day: NaiveDate,
        bytes: &[u8],
    ) -> Result<(), Trouble> {
        self.start(path, day, bytes.len() as u64).await?;
        self.write(bytes).await
    }

    /// Begins a file; the one before ends. `size` decides about the form only, and must not be too small.
    pub(super) async fn start(
        &mut self,
        path: &str,
        day: NaiveDate,
        size: u64,
    ) -> Result<(), Trouble> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .unix_permissions(0o644)
            .last_modified_time(date(day))
            .large_file(size >= LONG);
        self.zip
            .start_file(path, options)
            .map_err(|_| Trouble::Storage)?;
        self.hand_over().await
    }

    /// Writes the next bytes of the file.
    pub(super) async fn write(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        self.zip.write_all(bytes).map_err(|_| Trouble::Storage)?;
        self.hand_over().await
    }

    /// Writes the list of all files, without which nothing can be opened.
    pub(super) async fn finish(self) -> Result<(), Trouble> {
        self.zip.finish().map_err(|_| Trouble::Storage)?;
        self.sink.write(self.pipe.0.take()).await
    }

    async fn hand_over(&self) -> Result<(), Trouble> {
        let written = self.pipe.0.take();
        if written.is_empty() {
            Ok(())
        } else {
            self.sink.write(written).await
        }
    }
}

/// Days before 1980 cannot be written in a zip; they become its first day.
fn date(day: NaiveDate) -> DateTime {
    let part = |number: u32| u8::try_from(number).ok();
    let date = || {
        let year = u16::try_from(day.year()).ok()?;
        DateTime::from_date_and_time(year, part(day.month())?, part(day.day())?, 12, 0, 0).ok()
    };
    date().unwrap_or_default()
}
