//! The two fonts: which glyph a letter has, and how wide it is.

use std::collections::BTreeSet;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::MetadataProvider;
use skrifa::instance::{LocationRef, Size};

use super::Fonts;

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Strong,
}

/// Both fonts, and what they lacked so far.
pub(super) struct Faces {
    regular: Face,
    strong: Face,
    missing: BTreeSet<char>,
}

struct Face {
    font: Font,
    bytes: Vec<u8>,
    units: f32,
}

impl Faces {
    pub(super) fn read(fonts: &Fonts) -> Option<Self> {
        Some(Self {
            regular: Face::read(&fonts.regular)?,
            strong: Face::read(&fonts.strong)?,
            missing: BTreeSet::new(),
        })
    }

    pub(super) fn font(&self, weight: Weight) -> Font {
        self.face(weight).font.clone()
    }

    fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Strong => &self.strong,
        }
    }

    /// A text that the font can write: letters put together with their accents, blanks that it has, no control signs. What it
    /// lacks becomes a question mark and is remembered.
    pub(super) fn writable(&mut self, text: &str, weight: Weight) -> String {
        use unicode_normalization::UnicodeNormalization;
        let mut out = String::with_capacity(text.len());
        let mut lacks = Vec::new();
        let face = self.face(weight);
        for letter in text.nfc() {
            match letter {
                '\n' => out.push('\n'),
                '\t' => out.push(' '),
                // Breaks nothing and shows nothing: a mark of order, a joiner, a soft hyphen, a variant.
                '\u{ad}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2060}'
                | '\u{feff}'
                | '\u{fe00}'..='\u{fe0f}' => {}
                '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => out.push('\u{a0}'),
                '\u{2010}' | '\u{2011}' | '\u{2212}' if !face.has(letter) => out.push('-'),
                '\u{b5}' if !face.has(letter) && face.has('\u{3bc}') => out.push('\u{3bc}'),
                '\u{2192}' if !face.has(letter) => out.push_str("->"),
                letter if letter.is_control() => {}
                letter if face.has(letter) => out.push(letter),
                letter => {
                    lacks.push(letter);
                    out.push('?');
                }
            }
        }
        self.missing.extend(lacks);
        out
    }

    /// Glyphs of a writable text, and its width in points at this size.
    pub(super) fn glyphs(&self, text: &str, weight: Weight, size: f32) -> (Vec<KrillaGlyph>, f32) {
        let face = self.face(weight);
        let Some(font) = face.open() else {
            return (Vec::new(), 0.0);
        };
        let map = font.charmap();
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let mut width = 0.0;
        let glyphs = text.char_indices().filter_map(|(at, letter)| {
            let id = map.map(letter)?;
            let advance = metrics.advance_width(id).unwrap_or_default() / face.units;
            width += advance;
            let range = at..at + letter.len_utf8();
            Some(KrillaGlyph::new(
                GlyphId::new(id.to_u32()),
                advance,
                0.0,
                0.0,
                0.0,
                range,
                None,
            ))
        });
        let glyphs: Vec<KrillaGlyph> = glyphs.collect();
        (glyphs, width * size)
    }

    pub(super) fn missing(&self) -> String {
        self.missing.iter().collect()
    }
}

impl Face {
    fn read(bytes: &[u8]) -> Option<Self> {
        let font = Font::new(bytes.to_vec().into(), 0)?;
        let face = Self {
            units: font.units_per_em(),
            font,
            bytes: bytes.to_vec(),
        };
        // A font without these could not even say that it lacks something.
        (face.has('?') && face.has(' ') && face.has('\u{a0}')).then_some(face)
    }

    fn open(&self) -> Option<skrifa::FontRef<'_>> {
        skrifa::FontRef::from_index(&self.bytes, 0).ok()
    }

    fn has(&self, letter: char) -> bool {
        self.open().is_some_and(|font| {
            font.charmap()
                .map(letter)
                .is_some_and(|id| id.to_u32() != 0)
        })
    }
}
