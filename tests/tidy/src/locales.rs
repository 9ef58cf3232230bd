//! Every word has its place: the languages hold the same keys, and nobody says "utilisateur".

use crate::tree::root;
use std::collections::BTreeMap;

/// Key → text of one language.
fn words(language: &str) -> BTreeMap<String, String> {
    let path = root().join("app/locales").join(format!("{language}.ftl"));
    let text = std::fs::read_to_string(&path).expect("the language has a file");
    let lines = text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.starts_with(' '));
    let pairs = lines.filter_map(|line| line.split_once('='));
    pairs
        .map(|(key, text)| (key.trim().to_owned(), text.trim().to_owned()))
        .collect()
}

#[test]
fn french_and_english_hold_the_same_keys() {
    let (french, english) = (words("fr"), words("en"));
    let missing: Vec<_> = french
        .keys()
        .filter(|key| !english.contains_key(*key))
        .collect();
    assert!(missing.is_empty(), "English lacks {missing:?}");
    let unknown: Vec<_> = english
        .keys()
        .filter(|key| !french.contains_key(*key))
        .collect();
    assert!(
        unknown.is_empty(),
        "French, the first language, lacks {unknown:?}"
    );
}

#[test]
fn simple_french_only_says_what_french_says() {
    let (french, simple) = (words("fr"), words("fr-simple"));
    assert!(!simple.is_empty(), "simple French has no words");
    let unknown: Vec<_> = simple
        .keys()
        .filter(|key| !french.contains_key(*key))
        .collect();
    assert!(
        unknown.is_empty(),
        "French, the first language, lacks {unknown:?}"
    );
}

#[test]
fn french_speaks_as_people_do() {
    for (key, text) in words("fr") {
        let text = text.to_lowercase();
        for word in ["utilisateur", "veuillez", "données personnelles"] {
            assert!(
                !text.contains(word),
                "{key} says \"{word}\": say it as one would aloud"
            );
        }
    }
}
