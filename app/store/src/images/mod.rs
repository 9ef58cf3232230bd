//! Pictures, before they are sealed: turned the right way up, cleaned of what cameras write into them (place, device, time),
//! with a thumbnail and a size for reading.
//!
//! Decoding and encoding again is what cleans: nothing of the original but its pixels gets through, and the colour profile
//! that says what their numbers mean. What cannot be decoded (cut short, too large, moving, of another kind) stays as it is.

mod kind;
#[cfg(test)]
mod tests;

use std::io::Cursor;

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngDecoder, PngEncoder};
use image::codecs::webp::WebPDecoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageEncoder, Limits};

use crate::files::Pixels;
pub(crate) use kind::BEGINNING;
use kind::{Kind, kind};
pub use kind::{is_foreign, is_picture};

/// Longest side of a thumbnail, in pixels.
pub const THUMBNAIL: u32 = 320;
/// Longest side of the size for reading, in pixels: an A4 page at 200 dpi.
pub const READING: u32 = 2400;
/// Longest side of the photo on the urgent sheet, in pixels.
const SHEET_SIDE: u32 = 160;
/// Bytes of it: the whole sheet must be read over a slow line.
const SHEET_BYTES: usize = 8 * 1024;
/// How much a picture may be once it is decoded.
#[derive(Clone, Copy)]
struct Most {
    pixels: u64,
    bytes: u64,
}

/// What is more than this is kept as it is: decoded in the worker.
const LARGE: Most = Most {
    pixels: 100_000_000,
    bytes: 400_000_000,
};
/// A picture that somebody else wrote and that the page itself decodes: thumbnails have 100,000 pixels.
const SMALL: Most = Most {
    pixels: 2_000_000,
    bytes: 16_000_000,
};
const QUALITY: u8 = 88;
const THUMBNAIL_QUALITY: u8 = 75;
/// The usual profiles (sRGB, Display P3, Adobe RGB) are smaller.
const PROFILE: usize = 4096;

/// A picture as it was picked.
#[derive(Debug, Clone)]
pub enum Picture {
    /// The bytes of its file.
    File(Vec<u8>),
    /// What somebody else decoded: a browser that knows HEIC.
    Pixels(Pixels),
}

/// What a picture becomes.
#[derive(Debug, Clone)]
pub struct Pictures {
    /// For reading: upright and clean.
    pub reading: Encoded,
    /// For lists.
    pub thumbnail: Encoded,
}

/// An encoded picture.
#[derive(Debug, Clone)]
pub struct Encoded {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its media type.
    pub mime: &'static str,
}

const JPEG: &str = "image/jpeg";
const PNG: &str = "image/png";

/// One of the media types that [`prepare`] gives, from its text.
pub(crate) fn mime_of(text: &str) -> Option<&'static str> {
    [JPEG, PNG].into_iter().find(|mime| *mime == text)
}

/// Turns, cleans and shrinks a picture. None if it is none that can be read here: then it stays as it is.
pub fn prepare(picture: Picture) -> Option<Pictures> {
    match picture {
        Picture::File(bytes) => decode(&bytes, LARGE)?.shrink(),
        Picture::Pixels(pixels) => decoded(pixels)?.shrink(),
    }
}

fn decoded(
    Pixels {
        width,
        height,
        rgba,
    }: Pixels,
) -> Option<Upright> {
    Some(Upright {
        pixels: DynamicImage::ImageRgba8(image::RgbaImage::from_raw(width, height, rgba)?),
        profile: None,
        exact: false,
    })
}

/// A small JPEG for the urgent sheet, whatever the picture was; none if it cannot be read here.
pub(crate) fn for_sheet(bytes: &[u8]) -> Option<Vec<u8>> {
    let pixels = within(decode(bytes, SMALL)?.pixels, SHEET_SIDE);
    let mut side = SHEET_SIDE;
    // Most pass the first time; a picture full of detail is made smaller until it does.
    while side >= SHEET_SIDE / 4 {
        let jpeg = jpeg(&within(pixels.clone(), side), None, THUMBNAIL_QUALITY)?;
        if jpeg.len() <= SHEET_BYTES {
            return Some(jpeg);
        }
        side = side * 3 / 4;
    }
    None
}

/// A decoded picture.
struct Upright {
    pixels: DynamicImage,
    /// What the numbers of its pixels mean.
    profile: Option<Vec<u8>>,
    /// It came in a form that loses nothing: a drawing or a screenshot rather than a photo.
    exact: bool,
}

fn decode(bytes: &[u8], most: Most) -> Option<Upright> {
    let reader = Cursor::new(bytes);
    match kind(bytes)? {
        Kind::Jpeg if kind::jpeg_is_whole(bytes) => {
            upright(JpegDecoder::new(reader).ok()?, false, most)
        }
        Kind::Png => {
            let decoder = PngDecoder::with_limits(reader, limits(most)).ok()?;
            if decoder.is_apng().ok()? {
                None
            } else {
                upright(decoder, true, most)
            }
        }
        Kind::WebP => {
            let decoder = WebPDecoder::new(reader).ok()?;
            if decoder.has_animation() {
                None
            } else {
                upright(decoder, false, most)
            }
        }
        Kind::Jpeg | Kind::Other => None,
    }
}

fn limits(most: Most) -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(most.bytes);
    limits
}

fn upright(mut decoder: impl ImageDecoder, exact: bool, most: Most) -> Option<Upright> {
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > most.pixels || decoder.total_bytes() > most.bytes {
        return None;
    }
    decoder.set_limits(limits(most)).ok()?;
    // A picture that says nothing about its orientation, or nonsense, stands upright.
    let orientation = decoder
        .orientation()
        .unwrap_or(image::metadata::Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let mut pixels = DynamicImage::from_decoder(decoder).ok()?;
    pixels.apply_orientation(orientation);
    let profile = profile.filter(|profile| fits(profile, &pixels));
    Some(Upright {
        pixels,
        profile,
        exact,
    })
}

/// A profile of colours, as these pixels have them, that names no device: those of screens carry serial numbers (`mmod`).
fn fits(profile: &[u8], pixels: &DynamicImage) -> bool {
    let colours = profile.get(16..20) == Some(b"RGB ") && pixels.color().has_color();
    colours && profile.len() <= PROFILE && !profile.windows(4).any(|tag| tag == b"mmod")
}

impl Upright {
    fn shrink(self) -> Option<Pictures> {
        let pixels = within(self.pixels, READING);
        let small = within(pixels.clone(), THUMBNAIL);
        let see_through = pixels.color().has_alpha() && !is_opaque(&pixels);
        let profile = self.profile.as_deref();
        let reading = encode(&pixels, profile, QUALITY, see_through, self.exact)?;
        let thumbnail = encode(&small, profile, THUMBNAIL_QUALITY, see_through, false)?;
        Some(Pictures { reading, thumbnail })
    }
}

fn within(picture: DynamicImage, longest: u32) -> DynamicImage {
    if picture.width().max(picture.height()) <= longest {
        return picture;
    }
    // A box filter is close to the best for shrinking, and many times faster.
    let close = if picture.width().max(picture.height()) > longest * 2 {
        picture.thumbnail(longest * 2, longest * 2)
    } else {
        picture
    };
    close.resize(longest, longest, FilterType::CatmullRom)
}

/// PNG for what is see-through, and for what was exact unless that makes it three times larger; JPEG for all else.
fn encode(
    picture: &DynamicImage,
    profile: Option<&[u8]>,
    quality: u8,
    see_through: bool,
    exact: bool,
) -> Option<Encoded> {
    if see_through {
        return Some(Encoded {
            bytes: png(picture, profile)?,
            mime: PNG,
        });
    }
    let jpeg = Encoded {
        bytes: jpeg(picture, profile, quality)?,
        mime: JPEG,
    };
    if exact {
        let png = png(picture, profile)?;
        if png.len() / 3 <= jpeg.bytes.len() {
            return Some(Encoded {
                bytes: png,
                mime: PNG,
            });
        }
    }
    Some(jpeg)
}

fn jpeg(picture: &DynamicImage, profile: Option<&[u8]>, quality: u8) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile.to_vec()).ok()?;
    }
    let written = if picture.color().has_color() {
        picture.to_rgb8().write_with_encoder(encoder)
    } else {
        picture.to_luma8().write_with_encoder(encoder)
    };
    written.ok().map(|()| bytes)
}

fn png(picture: &DynamicImage, profile: Option<&[u8]>) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder =
        PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, PngFilter::Adaptive);
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile.to_vec()).ok()?;
    }
    let written = match (picture.color().has_color(), picture.color().has_alpha()) {
        (true, true) => picture.to_rgba8().write_with_encoder(encoder),
        (true, false) => picture.to_rgb8().write_with_encoder(encoder),
        (false, true) => picture.to_luma_alpha8().write_with_encoder(encoder),
        (false, false) => picture.to_luma8().write_with_encoder(encoder),
    };
    written.ok().map(|()| bytes)
}

fn is_opaque(picture: &DynamicImage) -> bool {
    picture
        .to_rgba8()
        .pixels()
        .all(|pixel| pixel.0[3] == u8::MAX)
}
