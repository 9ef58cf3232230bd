//! Compresses what travels, once, so that the server only hands it out.

use crate::run::Trouble;
use crate::tree;
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};
use std::io::Write;
use std::path::Path;

/// What shrinks; pictures are compressed by themselves.
const KINDS: &[&str] = &[
    "bin",
    "html",
    "js",
    "css",
    "wasm",
    "svg",
    "json",
    "webmanifest",
    "ttf",
    "txt",
];

/// Lays a `.br` and a `.gz` beside every file of the folder that shrinks.
pub fn compress(folder: &Path) -> Result<(), Trouble> {
    for file in tree::files(folder)? {
        let path = folder.join(&file);
        let kind = path
            .extension()
            .map(|kind| kind.to_string_lossy().into_owned());
        if let Some(kind) = kind.filter(|kind| KINDS.contains(&kind.as_str())) {
            let bytes = tree::read(&path)?;
            let squeeze = |error| Trouble::with(path.display(), error);
            tree::write(
                &path.with_extension(format!("{kind}.br")),
                &brotli(&bytes).map_err(squeeze)?,
            )?;
            tree::write(
                &path.with_extension(format!("{kind}.gz")),
                &gzip(&bytes).map_err(squeeze)?,
            )?;
        }
    }
    Ok(())
}

/// The bytes as the server hands them to a browser.
pub fn brotli(mut bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        ..Default::default()
    };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut small, &parameters)?;
    Ok(small)
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes)?;
    packer.finish()
}
