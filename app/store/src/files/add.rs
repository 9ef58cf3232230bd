//! Preparing what was picked, and naming it for an entry.

use domain::{FileRef, FileSecret as SecretText};
use sealing::file::{FileFacts, FileSecret};

use super::upload::{Step, upload};
use super::{AddedFile, FileWarning, Means, OnProgress, PickedFile, Progress, Source};
use crate::films::{self, Film};
use crate::images::{self, Encoded, Picture, Pictures};
use crate::trouble::Trouble;

/// A picture above this is kept as it is; no camera of a phone makes one.
const PICTURE: u64 = 100 * 1024 * 1024;

/// Prepares, seals and sends; in order, one after another.
pub(crate) async fn add(
    means: &Means,
    files: Vec<PickedFile>,
    keep_original: bool,
    progress: &OnProgress,
) -> Result<Vec<AddedFile>, Trouble> {
    let mut added = Vec::with_capacity(files.len());
    for (number, picked) in files.into_iter().enumerate() {
        let total = picked.source.size();
        let tell = |step: Step| {
            let (Step::Sent(done) | Step::Looked(done)) = step;
            progress(Progress {
                file: number,
                done: done.min(total),
                total,
                looking: matches!(step, Step::Looked(_)),
            });
        };
        tell(Step::Sent(0));
        added.push(add_one(means, &picked, keep_original, &tell).await?);
        tell(Step::Sent(total));
    }
    Ok(added)
}

/// Seals and sends bytes as they are.
pub(crate) async fn add_bytes(
    means: &Means,
    bytes: &Vec<u8>,
    name: &str,
    mime: &str,
) -> Result<FileRef, Trouble> {
    send(means, bytes, name, mime, &|_| ()).await
}

async fn add_one(
    means: &Means,
    picked: &PickedFile,
    keep_original: bool,
    tell: &dyn Fn(Step),
) -> Result<AddedFile, Trouble> {
    let mime = mime_of(&picked.mime, &picked.name);
    // By its content: a name can be wrong, and a photo must not keep its place because of that.
    let size = usize::try_from(picked.source.size()).unwrap_or(usize::MAX);
    let beginning = picked.source.read(0, size.min(images::BEGINNING)).await?;
    if !images::is_picture(&beginning) {
        return add_other(means, picked, &mime, tell).await;
    }
    let Some(pictures) = pictures_of(means, picked, images::is_foreign(&beginning)).await? else {
        let file = send(means, &*picked.source, &picked.name, &mime, tell).await?;
        return Ok(AddedFile {
            file,
            warning: Some(FileWarning::LocationStays),
        });
    };
    let small = send_encoded(means, pictures.thumbnail, &picked.name).await?;
    let mut reading = send_encoded(means, pictures.reading, &picked.name).await?;
    if !keep_original {
        reading.thumbnail = Some(Box::new(small));
        return Ok(AddedFile {
            file: reading,
            warning: None,
        });
    }
    let mut file = send(means, &*picked.source, &picked.name, &mime, tell).await?;
    file.thumbnail = Some(Box::new(small));
    file.reading = Some(Box::new(reading));
    Ok(AddedFile {
        file,
        warning: Some(FileWarning::LocationStays),
    })
}

/// A film without what the camera noted in it, and with a still; anything else as it is.
async fn add_other(
    means: &Means,
    picked: &PickedFile,
    mime: &str,
    tell: &dyn Fn(Step),
) -> Result<AddedFile, Trouble> {
    let Film::Cleaned { source, sure } = films::clean(&picked.source, mime).await? else {
        let file = send(means, &*picked.source, &picked.name, mime, tell).await?;
        return Ok(AddedFile {
            file,
            warning: None,
        });
    };
    // The still first: it is small, and the browser has the file at hand.
    let still = match picked.source.still().await {
        Some(pixels) => means.heavy.pictures(Picture::Pixels(pixels)).await?,
        None => None,
    };
    let small = match still {
        Some(pictures) => Some(send_encoded(means, pictures.thumbnail, &picked.name).await?),
        None => None,
    };
    let mut file = send(means, &*source, &picked.name, mime, tell).await?;
    file.thumbnail = small.map(Box::new);
    Ok(AddedFile {
        file,
        warning: (!sure).then_some(FileWarning::LocationStays),
    })
}

/// None for what stays as it is. A browser is asked only for kinds that are foreign here: of a picture that is cut short, or
/// that moves, it would make a still of what it could read.
async fn pictures_of(
    means: &Means,
    picked: &PickedFile,
    foreign: bool,
) -> Result<Option<Pictures>, Trouble> {
    if picked.source.size() > PICTURE {
        return Ok(None);
    }
    if foreign {
        return match picked.source.pixels().await {
            Some(pixels) => means.heavy.pictures(Picture::Pixels(pixels)).await,
            None => Ok(None),
        };
    }
    let size = usize::try_from(picked.source.size()).map_err(|_| Trouble::TooLarge)?;
    let bytes = picked.source.read(0, size).await?;
    means.heavy.pictures(Picture::File(bytes)).await
}

async fn send_encoded(means: &Means, picture: Encoded, name: &str) -> Result<FileRef, Trouble> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let name = format!(
        "{stem}.{}",
        if picture.mime == "image/png" {
            "png"
        } else {
            "jpg"
        }
    );
    send(means, &picture.bytes, &name, picture.mime, &|_| ()).await
}

async fn send(
    means: &Means,
    source: &dyn Source,
    name: &str,
    mime: &str,
    tell: &dyn Fn(Step),
) -> Result<FileRef, Trouble> {
    let (blob, secret, facts) = upload(means, source, tell).await?;
    Ok(reference(blob.to_string(), &secret, &facts, name, mime))
}

fn reference(
    blob: String,
    secret: &FileSecret,
    facts: &FileFacts,
    name: &str,
    mime: &str,
) -> FileRef {
    FileRef {
        blob,
        identity: SecretText::new(secret.text_for_entry().as_str().to_owned()),
        size: facts.size,
        sha256: facts.sha256.to_string(),
        header: facts.head.to_string(),
        mime: mime.to_owned(),
        name: name.chars().take(200).collect(),
        ..FileRef::default()
    }
}

/// The media type that the browser says, or the one that the name suggests; browsers say nothing for HEIC.
fn mime_of(said: &str, name: &str) -> String {
    if !said.is_empty() {
        return said.to_ascii_lowercase();
    }
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    let guessed = match ending.as_deref() {
        Some("heic" | "heif") => "image/heic",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("png") => "image/png",
        Some("webp") => "image/webp",
        Some("pdf") => "application/pdf",
        Some("txt") => "text/plain",
        Some("mp4" | "m4v") => "video/mp4",
        Some("mov") => "video/quicktime",
        Some("webm") => "video/webm",
        Some("mkv") => "video/x-matroska",
        Some("avi") => "video/x-msvideo",
        Some("3gp") => "video/3gpp",
        _ => "application/octet-stream",
    };
    guessed.to_owned()
}
