//! Pictures before they are sealed: upright, clean, of bounded size; hostile ones stay as they are.
#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at the first wrong thing"
)]

mod camera;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use store::Pixels;
use store::images::{Encoded, Picture, Pictures, is_foreign, is_picture, prepare};

fn prepared(bytes: Vec<u8>) -> Option<Pictures> {
    prepare(Picture::File(bytes))
}

fn from_pixels(width: u32, height: u32, rgba: Vec<u8>) -> Option<Pictures> {
    prepare(Picture::Pixels(Pixels {
        width,
        height,
        rgba,
    }))
}

fn decoded(encoded: &Encoded) -> RgbImage {
    image::load_from_memory(&encoded.bytes).unwrap().to_rgb8()
}

/// Near enough to a colour, after JPEG.
fn near(pixel: Rgb<u8>, colour: [u8; 3]) -> bool {
    pixel
        .0
        .iter()
        .zip(colour)
        .all(|(is, wanted)| is.abs_diff(wanted) < 40)
}

#[test]
fn every_orientation_of_a_camera_is_turned_upright() {
    for orientation in 1..=8 {
        let pictures = prepared(camera::photo(orientation)).unwrap();
        for version in [&pictures.reading, &pictures.thumbnail] {
            let picture = decoded(version);
            let (width, height) = picture.dimensions();
            assert!(
                width > height,
                "orientation {orientation}: {width}x{height}"
            );
            let corners = [
                (8, 8),
                (width - 9, 8),
                (8, height - 9),
                (width - 9, height - 9),
            ];
            for ((x, y), colour) in corners.into_iter().zip(camera::CORNERS) {
                let found = *picture.get_pixel(x, y);
                assert!(
                    near(found, colour),
                    "orientation {orientation}, corner {x},{y}: {found:?}, not {colour:?}"
                );
            }
        }
    }
}

#[test]
fn what_the_camera_wrote_is_gone() {
    let photo = camera::photo(6);
    for secret in camera::SECRETS {
        assert!(
            camera::contains(&photo, secret),
            "the photo must have it first"
        );
    }
    let pictures = prepared(photo).unwrap();
    for version in [&pictures.reading, &pictures.thumbnail] {
        for secret in camera::SECRETS.into_iter().chain([&b"Exif"[..], b"GPS"]) {
            assert!(
                !camera::contains(&version.bytes, secret),
                "{}",
                String::from_utf8_lossy(secret)
            );
        }
    }
}

#[test]
fn sizes_are_bounded_and_small_pictures_keep_theirs() {
    let large = DynamicImage::new_rgb8(5000, 250);
    let pictures = prepared(camera::encoded(&large, ImageFormat::Jpeg)).unwrap();
    assert_eq!(decoded(&pictures.reading).dimensions(), (2400, 120));
    assert_eq!(decoded(&pictures.thumbnail).dimensions(), (320, 16));
    assert_eq!(pictures.reading.mime, "image/jpeg");
    let small = camera::encoded(&DynamicImage::new_rgb8(20, 10), ImageFormat::Jpeg);
    assert_eq!(
        decoded(&prepared(small).unwrap().reading).dimensions(),
        (20, 10)
    );
}

#[test]
fn a_drawing_stays_exact_and_see_through() {
    let drawing = RgbImage::from_fn(200, 100, |x, _| {
        if x % 20 < 3 {
            Rgb([0, 0, 0])
        } else {
            Rgb([255, 255, 255])
        }
    });
    let png = camera::encoded(&DynamicImage::ImageRgb8(drawing.clone()), ImageFormat::Png);
    let pictures = prepared(png).unwrap();
    assert_eq!(pictures.reading.mime, "image/png");
    assert_eq!(decoded(&pictures.reading), drawing);
    let glass = DynamicImage::ImageRgba8(image::RgbaImage::from_pixel(
        30,
        30,
        image::Rgba([1, 2, 3, 128]),
    ));
    let pictures = prepared(camera::encoded(&glass, ImageFormat::WebP)).unwrap();
    assert_eq!(
        (pictures.reading.mime, pictures.thumbnail.mime),
        ("image/png", "image/png")
    );
}

#[test]
fn pixels_that_a_browser_decoded_become_pictures() {
    let pictures = from_pixels(40, 20, [200, 10, 10, 255].repeat(800)).unwrap();
    assert!(near(
        *decoded(&pictures.reading).get_pixel(20, 10),
        [200, 10, 10]
    ));
    assert!(from_pixels(40, 20, vec![0; 799]).is_none());
    assert!(from_pixels(u32::MAX, u32::MAX, vec![0; 4]).is_none());
}

#[test]
fn a_truncated_picture_stays_as_it_is() {
    for whole in [
        camera::photo(1),
        camera::encoded(&camera::scene(), ImageFormat::Png),
        camera::encoded(&camera::scene(), ImageFormat::WebP),
    ] {
        for part in [whole.len() / 2, whole.len() / 4, 40, 3] {
            assert!(
                prepared(whole[..part].to_vec()).is_none(),
                "{part} of {} bytes",
                whole.len()
            );
        }
    }
}

#[test]
fn a_bomb_is_not_decoded() {
    let started = std::time::Instant::now();
    assert!(prepared(camera::png_that_claims(60_000, 60_000)).is_none());
    assert!(prepared(camera::png_that_claims(u32::MAX >> 1, 3)).is_none());
    let mut jpeg = camera::encoded(&camera::scene(), ImageFormat::Jpeg);
    camera::claim_jpeg_size(&mut jpeg, 65_000, 65_000);
    assert!(prepared(jpeg).is_none());
    assert!(started.elapsed().as_secs() < 5);
}

#[test]
fn what_is_no_picture_stays_as_it_is() {
    for other in [
        &b""[..],
        b"%PDF-1.7 ...",
        b"\xFF\xD8\xFF",
        b"GIF89a",
        b"\0\0\0\x18ftypheic",
    ] {
        assert!(prepared(other.to_vec()).is_none());
    }
    assert!(is_picture(b"\0\0\0\x18ftypheic") && is_foreign(b"\0\0\0\x18ftypheic"));
    assert!(!is_foreign(b"\xFF\xD8\xFF\xE0"));
}
