//! One spelling for what people type: an accent may arrive as its own character or with its letter, by keyboard.

/// Combining accents with the letters they go on, and what both make together. What French, and its neighbours, write.
const COMPOSED: [(char, &str, &str); 7] = [
    ('\u{300}', "AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
    ('\u{301}', "AEIOUYaeiouyCcNnSsZz", "ÁÉÍÓÚÝáéíóúýĆćŃńŚśŹź"),
    ('\u{302}', "AEIOUaeiou", "ÂÊÎÔÛâêîôû"),
    ('\u{303}', "ANOano", "ÃÑÕãñõ"),
    ('\u{308}', "AEIOUYaeiouy", "ÄËÏÖÜŸäëïöüÿ"),
    ('\u{30a}', "Aa", "Åå"),
    ('\u{327}', "Cc", "Çç"),
];

/// Puts accents and their letters together (what Unicode calls NFC, for the letters above).
pub(crate) fn compose(text: &str) -> String {
    let mut composed = String::with_capacity(text.len());
    for character in text.chars() {
        match composed
            .chars()
            .next_back()
            .and_then(|letter| join(letter, character))
        {
            Some(joined) => {
                composed.pop();
                composed.push(joined);
            }
            None => composed.push(character),
        }
    }
    composed
}

/// The bare letter of an accented one.
pub(crate) fn without_accent(letter: char) -> char {
    COMPOSED
        .iter()
        .find_map(|(_, bare, whole)| {
            whole
                .chars()
                .position(|c| c == letter)
                .and_then(|at| bare.chars().nth(at))
        })
        .unwrap_or(letter)
}

fn join(letter: char, accent: char) -> Option<char> {
    let (_, bare, whole) = COMPOSED
        .iter()
        .find(|(combining, _, _)| *combining == accent)?;
    bare.chars()
        .position(|c| c == letter)
        .and_then(|at| whole.chars().nth(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_have_as_many_letters_on_both_sides() {
        assert!(
            COMPOSED
                .iter()
                .all(|(_, bare, whole)| bare.chars().count() == whole.chars().count())
        );
    }

    #[test]
    fn both_spellings_become_one() {
        assert_eq!(
            compose("Zoe\u{301} a\u{300} Franc\u{327}ois"),
            "Zoé à François"
        );
        assert_eq!(compose("Zoé à François"), "Zoé à François");
        assert_eq!(without_accent('é'), 'e');
        assert_eq!(without_accent('z'), 'z');
    }
}
