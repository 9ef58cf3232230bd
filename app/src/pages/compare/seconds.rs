//! A place in a film, in words.

use crate::words::Words;

/// "3,2 s".
pub(super) fn seconds(at: f64, t: Words) -> String {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place in a film is not negative"
    )]
    let hundredths = (at.max(0.0) * 100.0).round() as u64;
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let point = t.terms().pick(",", ".");
    format!("{whole}{point}{rest:02} s")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site_map::Lang;

    #[test]
    fn a_place_is_said_to_the_hundredth() {
        assert_eq!(seconds(3.2, Words(Lang::Fr)), "3,20 s");
        assert_eq!(seconds(61.055, Words(Lang::En)), "61.06 s");
        assert_eq!(seconds(-1.0, Words(Lang::Fr)), "0,00 s");
    }
}
