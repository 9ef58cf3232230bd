//! Every word has its place: the languages hold the same keys, and nobody says "utilisateur".

use crate::tree::files;
use std::collections::BTreeMap;

/// Key → text of one language: its own file and those in the folder of its name.
fn words(language: &str) -> BTreeMap<String, String> {
    let own = format!("app/locales/{language}.ftl");
    let folder = format!("app/locales/{language}");
    let mut words = BTreeMap::new();
    for file in files(&["ftl"]) {
        if file.path == own || file.within(&folder) {
            let lines = file.text.lines();
            let lines = lines.filter(|line| !line.starts_with('#') && !line.starts_with(' '));
            for (key, text) in lines.filter_map(|line| line.split_once('=')) {
                words.insert(key.trim().to_owned(), text.trim().to_owned());
            }
        }
    }
    assert!(!words.is_empty(), "{language} has no words");
    words
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
