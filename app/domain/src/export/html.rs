//! HTML that cannot be broken out of: text goes in through one door that escapes it.

/// A page being written.
#[derive(Default)]
pub(crate) struct Html {
    out: String,
}

impl Html {
    /// Markup of ours. Only literals, so that no text of a person can come in here.
    pub(crate) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    /// Text of anybody, escaped for elements and for quoted attributes. Signs that turn the direction of writing or do
    /// not print are left out: they can make a text look like another.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\'' => self.out.push_str("&#39;"),
                '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
                '\n' | '\t' => self.out.push(c),
                c if c.is_control() => {}
                c => self.out.push(c),
            }
        }
        self
    }

    pub(crate) fn done(self) -> String {
        self.out
    }
}
