//! Where each file of a carnet lies in the zip.

use super::Record;
use super::harmless::runs;
use crate::reference::FileRef;
use crate::term::Lang;
use crate::view::fold;

/// A file and its place in the zip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedFile<'a> {
    /// The number of its record in the list given.
    pub record: usize,
    /// The path inside the zip: small letters, digits, dashes and dots only, so that every system can unpack it.
    pub path: String,
    /// The file.
    pub file: &'a FileRef,
}

/// Every original file with its path; smaller versions made of them are left out. The same records give the same paths,
/// and no two are alike.
pub fn planned_files(records: &[Record]) -> Vec<PlannedFile<'_>> {
    let mut planned = Vec::new();
    for (record, row) in records.iter().enumerate() {
        let folder = slug(&row.plain.entry.title(Lang::Fr), "entree");
        for (place, file) in row.plain.entry.files().into_iter().enumerate() {
            let (stem, extension) = name_of(file);
            let path = format!(
                "fichiers/{:04}-{folder}/{:02}-{stem}{extension}",
                record + 1,
                place + 1
            );
            planned.push(PlannedFile { record, path, file });
        }
    }
    planned
}

/// Where papers lie that go with a file or a letter: a folder for each, numbered in the order given, its pages inside. Every
/// path differs from every other.
pub fn planned_pieces(pieces: &[(String, Vec<FileRef>)]) -> Vec<(String, &FileRef)> {
    let mut planned = Vec::new();
    for (number, (title, files)) in pieces.iter().enumerate() {
        let folder = slug(title, "piece");
        for (place, file) in files.iter().enumerate() {
            let (stem, extension) = name_of(file);
            let path = format!(
                "pieces/{:02}-{folder}/{:02}-{stem}{extension}",
                number + 1,
                place + 1
            );
            planned.push((path, file));
        }
    }
    planned
}

/// The name without its extension, and the extension with its dot.
fn name_of(file: &FileRef) -> (String, String) {
    let (stem, given) = file.name.rsplit_once('.').unwrap_or((&file.name, ""));
    let given = slug(given, "");
    let extension = if given.is_empty() || given.len() > 8 {
        usual_extension(&file.mime)
    } else {
        &given
    };
    let dot = if extension.is_empty() { "" } else { "." };
    // Whoever unpacks the zip opens what lies in it by a touch.
    let text = if runs(extension) { ".txt" } else { "" };
    (slug(stem, "fichier"), format!("{dot}{extension}{text}"))
}

fn usual_extension(mime: &str) -> &'static str {
    match mime {
        "application/pdf" => "pdf",
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/webp" => "webp",
        "image/heic" => "heic",
        "video/mp4" => "mp4",
        "video/webm" => "webm",
        "audio/mpeg" => "mp3",
        "audio/mp4" => "m4a",
        "audio/ogg" => "ogg",
        "audio/webm" => "webm",
        "text/plain" => "txt",
        _ => "",
    }
}

/// Small letters, digits and single dashes, at most 48 of them; `instead` if nothing is left.
fn slug(text: &str, instead: &str) -> String {
    let mut slug = String::new();
    for c in fold(text).chars() {
        if slug.len() >= 48 {
            break;
        }
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        instead.to_owned()
    } else {
        slug.to_owned()
    }
}
