//! Finding an entry by a few words, accents and capitals aside.

use crate::entry::Entry;
use crate::term::Lang;

/// The text in small letters without accents, as compared when searching.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => folded.push('a'),
            'ç' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
            'ñ' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            '’' => folded.push('\''),
            c => folded.push(c),
        }
    }
    folded
}

/// Whether every word of the query stands somewhere in the entry. An empty query matches all.
pub fn matches(entry: &Entry, query: &str, lang: Lang) -> bool {
    let mut text = fold(&entry.title(lang));
    for line in entry.lines(lang) {
        text.push('\n');
        text.push_str(&fold(&line.text));
    }
    fold(query)
        .split_whitespace()
        .all(|word| text.contains(word))
}
