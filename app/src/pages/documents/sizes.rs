//! Sizes of files in words.

use crate::words::Words;

/// "3,4 Mo": powers of a thousand, as telephones and computers show them today.
pub(crate) fn size(bytes: u64, t: Words) -> String {
    let tenths = |unit: u64| {
        let tenths = (bytes.saturating_mul(10) + unit / 2) / unit;
        let (whole, rest) = (tenths / 10, tenths % 10);
        if rest == 0 || whole >= 100 {
            whole.to_string()
        } else {
            t.size_decimal(whole, rest)
        }
    };
    match bytes {
        0..1000 => t.size_bytes(bytes),
        1000..999_950 => t.size_kilobytes(tenths(1000)),
        999_950..999_950_000 => t.size_megabytes(tenths(1_000_000)),
        _ => t.size_gigabytes(tenths(1_000_000_000)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site_map::Lang;

    #[test]
    fn sizes_are_said_as_people_know_them() {
        let t = Words(Lang::Fr);
        for (bytes, said) in [
            (0, "0 octets"),
            (999, "999 octets"),
            (1_000, "1 ko"),
            (3_449_999, "3,4 Mo"),
            (999_999, "1 Mo"),
            (123_456_789, "123 Mo"),
            (8_589_934_592, "8,6 Go"),
        ] {
            assert_eq!(size(bytes, t).replace('\u{a0}', " "), said);
        }
    }
}
