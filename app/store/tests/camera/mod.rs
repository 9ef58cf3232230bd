//! Photos as a camera writes them: made here, with everything that must not get through.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

/// What stands in a photo of [`photo`] and must not leave the device: its place, its camera, a comment.
pub const SECRETS: [&[u8]; 3] = [b"CANARY-PLACE-48.8566", b"CANARY-CAMERA", b"CANARY-COMMENT"];

/// The colours of [`scene`] at its corners: top left, top right, bottom left, bottom right.
pub const CORNERS: [[u8; 3]; 4] = [[220, 30, 30], [30, 200, 30], [30, 30, 220], [230, 220, 40]];

/// A wide picture with four quarters.
pub fn scene() -> DynamicImage {
    let quarter = |x: u32, y: u32| usize::from(x >= 80) + 2 * usize::from(y >= 48);
    DynamicImage::ImageRgb8(RgbImage::from_fn(160, 96, |x, y| {
        Rgb(CORNERS[quarter(x, y)])
    }))
}

pub fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture
        .write_to(&mut Cursor::new(&mut bytes), format)
        .unwrap();
    bytes
}

/// The scene as a camera held in one of the eight ways of EXIF writes it.
pub fn photo(orientation: u8) -> Vec<u8> {
    let undo = match Orientation::from_exif(orientation).unwrap() {
        Orientation::Rotate90 => Orientation::Rotate270,
        Orientation::Rotate270 => Orientation::Rotate90,
        same => same,
    };
    let mut held = scene();
    held.apply_orientation(undo);
    let jpeg = encoded(&held, ImageFormat::Jpeg);
    let mut photo = jpeg[..2].to_vec();
    photo.extend(segment(0xE1, &exif(orientation)));
    photo.extend(segment(0xFE, SECRETS[2]));
    photo.extend(&jpeg[2..]);
    photo
}

fn segment(mark: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, mark][..], &length, content].concat()
}

/// A TIFF directory with camera, orientation and a pointer to a GPS directory with a date stamp that holds the place.
fn exif(orientation: u8) -> Vec<u8> {
    const ENTRIES: u32 = 3;
    let behind = 8 + 2 + ENTRIES * 12 + 4;
    let camera = SECRETS[1];
    let gps = behind + length(camera);
    let place = gps + 2 + 12 + 4;
    let mut tiff = b"Exif\0\0II*\0\x08\0\0\0".to_vec();
    tiff.extend(3u16.to_le_bytes());
    tiff.extend(entry(0x0110, 2, length(camera), behind));
    tiff.extend(entry(0x0112, 3, 1, u32::from(orientation)));
    tiff.extend(entry(0x8825, 4, 1, gps));
    tiff.extend([0; 4]);
    tiff.extend(camera);
    tiff.extend(1u16.to_le_bytes());
    tiff.extend(entry(0x001D, 2, length(SECRETS[0]), place));
    tiff.extend([0; 4]);
    tiff.extend(SECRETS[0]);
    tiff
}

fn length(text: &[u8]) -> u32 {
    u32::try_from(text.len()).unwrap()
}

fn entry(tag: u16, kind: u16, count: u32, value: u32) -> Vec<u8> {
    [
        &tag.to_le_bytes()[..],
        &kind.to_le_bytes(),
        &count.to_le_bytes(),
        &value.to_le_bytes(),
    ]
    .concat()
}

pub fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// A small PNG whose head claims this size.
pub fn png_that_claims(width: u32, height: u32) -> Vec<u8> {
    let mut png = encoded(&DynamicImage::new_rgb8(1, 1), ImageFormat::Png);
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    let check = crc32(&png[12..29]).to_be_bytes();
    png[29..33].copy_from_slice(&check);
    png
}

/// Makes a JPEG's frame header claim this size.
pub fn claim_jpeg_size(jpeg: &mut [u8], width: u16, height: u16) {
    let frame = jpeg
        .windows(2)
        .position(|mark| mark == [0xFF, 0xC0])
        .unwrap();
    jpeg[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    jpeg[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg())
        })
    })
}
