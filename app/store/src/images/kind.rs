//! What a file is, by its content: names and what a browser says of them can be wrong.

/// What kind of picture a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Jpeg,
    Png,
    WebP,
    /// HEIC, AVIF, TIFF: a picture that only a browser may be able to decode.
    Other,
}

/// How much of a file tells what it is, in bytes.
pub(crate) const BEGINNING: usize = 16;

/// Whether a file that begins so is a picture in which what cameras write may stand. (A GIF has none of that, and moves.)
pub fn is_picture(beginning: &[u8]) -> bool {
    kind(beginning).is_some()
}

/// Whether it is a picture of a kind that this crate does not know, and a browser may: those of Apple's telephones.
pub fn is_foreign(beginning: &[u8]) -> bool {
    kind(beginning) == Some(Kind::Other)
}

pub(super) fn kind(beginning: &[u8]) -> Option<Kind> {
    let at = |offset: usize, mark: &[u8]| beginning.get(offset..offset + mark.len()) == Some(mark);
    let brands: [&[u8]; 8] = [
        b"heic", b"heix", b"heim", b"hevc", b"mif1", b"msf1", b"avif", b"avis",
    ];
    if at(0, &[0xFF, 0xD8, 0xFF]) {
        Some(Kind::Jpeg)
    } else if at(0, b"\x89PNG\r\n\x1a\n") {
        Some(Kind::Png)
    } else if at(0, b"RIFF") && at(8, b"WEBP") {
        Some(Kind::WebP)
    } else if (at(4, b"ftyp") && brands.iter().any(|brand| at(8, brand)))
        || at(0, b"II*\0")
        || at(0, b"MM\0*")
    {
        Some(Kind::Other)
    } else {
        None
    }
}

/// Whether a JPEG has its end. Decoders fill what is missing with grey, and the rest would be thrown away for it. Telephones
/// put other things behind the end, so it is looked for everywhere.
pub(super) fn jpeg_is_whole(bytes: &[u8]) -> bool {
    let Some(scan) = bytes.windows(2).rposition(|mark| mark == [0xFF, 0xDA]) else {
        return false;
    };
    bytes[scan..].windows(2).any(|mark| mark == [0xFF, 0xD9])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_by_content() {
        assert_eq!(kind(b"\xFF\xD8\xFF\xE0"), Some(Kind::Jpeg));
        assert_eq!(kind(b"\x89PNG\r\n\x1a\n"), Some(Kind::Png));
        assert_eq!(kind(b"RIFF\0\0\0\0WEBPVP8 "), Some(Kind::WebP));
        assert_eq!(kind(b"\0\0\0\x18ftypheic"), Some(Kind::Other));
        for other in [
            &b""[..],
            b"%PDF-1.7",
            b"RIFF\0\0\0\0WAVE",
            b"GIF89a",
            b"\0\0\0\x18ftypmp42",
            b"<svg>",
            b"\xFF\xD8",
        ] {
            assert!(!is_picture(other), "{other:?}");
        }
    }
}
