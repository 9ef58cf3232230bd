//! What the page itself decodes is small.

use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};

use super::{SHEET_BYTES, for_sheet};

/// A picture of one grey: a few bytes for each line of pixels.
fn grey(width: u32, height: u32) -> Vec<u8> {
    let pixels = vec![128; (width * height) as usize];
    let mut png = Vec::new();
    PngEncoder::new(&mut png)
        .write_image(&pixels, width, height, ExtendedColorType::L8)
        .unwrap();
    png
}

#[test]
fn a_photo_becomes_small_enough_for_the_sheet() {
    let small = for_sheet(&grey(320, 240)).unwrap();
    assert!(small.len() <= SHEET_BYTES);
}

#[test]
fn a_small_file_with_very_many_pixels_is_not_decoded() {
    let bomb = grey(9000, 9000);
    assert!(bomb.len() < 1024 * 1024);
    assert_eq!(for_sheet(&bomb), None);
}
