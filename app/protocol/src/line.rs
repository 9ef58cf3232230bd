//! Lines that a mail may carry in clear: one line each, short, and nothing in them that a mail program would make an address of.
//!
//! Whoever has an account can have mails sent to an address that they name, so what they choose of the text must be of no use to
//! somebody who wants to lead others astray.

use crate::limits;

/// Whether a line can stand in a mail as it is.
pub fn is_plain(line: &str) -> bool {
    let (_, longest) = limits::TITLES;
    let long = line.chars().count();
    (1..=longest).contains(&long)
        && line.trim() == line
        && !line.contains(odd)
        && !line.contains("://")
        && !leads_somewhere(line)
}

/// The line as it can stand in a mail: shortened, and what would lead somewhere taken apart. None if nothing is left.
pub fn plain(line: &str) -> Option<String> {
    let (_, longest) = limits::TITLES;
    let spaced = line.replace(odd, " ").replace("://", " ");
    let mut apart = String::with_capacity(spaced.len());
    for c in spaced.chars() {
        if c.is_alphanumeric() && apart.ends_with('.') {
            apart.push(' ');
        }
        apart.push(c);
    }
    let words: Vec<&str> = apart.split_whitespace().collect();
    let mut line = words.join(" ");
    if line.chars().count() > longest {
        line = line.chars().take(longest - 1).collect();
        line = format!("{}…", line.trim_end());
    }
    (!line.is_empty()).then_some(line)
}

/// Ends of lines, marks that are not seen or turn the writing round, and what is in addresses alone.
fn odd(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '@' | '<' | '>' | '\u{3002}' | '\u{ff0e}' | '\u{ff61}' | '\u{feff}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
        )
}

/// "example.org": a point between what could be names.
fn leads_somewhere(line: &str) -> bool {
    let mut before = ' ';
    line.chars().any(|c| {
        let joined = before == '.' && c.is_alphanumeric();
        before = c;
        joined
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_at_home_can_stand_in_a_mail() {
        for line in [
            "Contrôle\u{a0}: Orthèse de marche, dans 2 jours (mardi 3 mars 2026)",
            "Rendez-vous\u{a0}: Dr. Martin, demain à 14:30",
            "L'école (réunion) – 10/12",
        ] {
            assert!(is_plain(line), "{line}");
        }
    }

    #[test]
    fn nothing_in_it_leads_anywhere_or_begins_another_line() {
        for line in [
            "a\r\nBcc: eve@example.org",
            "a\nb",
            "https://example.org/x",
            "example.org",
            "1.2.3.4",
            "eve@example",
            "<b>",
            "exam\u{200b}ple",
            "a\u{202e}b",
            "exemple\u{3002}org",
            "",
            " a",
        ] {
            assert!(!is_plain(line), "{line:?}");
            if let Some(plain) = plain(line) {
                assert!(is_plain(&plain), "{line:?} {plain:?}");
            }
        }
        assert!(!is_plain(&"x".repeat(limits::TITLES.1 + 1)));
        assert!(is_plain(&plain(&"x".repeat(5000)).unwrap_or_default()));
        assert_eq!(
            plain("www.example.org").as_deref(),
            Some("www. example. org")
        );
        assert_eq!(plain("\r\n\t @ "), None);
    }
}
