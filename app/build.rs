//! Turns the locale files into typed words: one method per key, its named places as arguments in the order
//! of the alphabet. A key that
//! French lacks, a place that French does not have, or a line that cannot be read stops the build; a key
//! that another language lacks falls back to French. Own step rather than a library: three languages known
//! at build time need no parser in the browser, no cookie and no loading, only text in the program.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The files, French first, with the variant of `Lang` each stands for.
const LOCALES: [(&str, &str); 3] = [("fr", "Fr"), ("en", "En"), ("fr-simple", "FrSimple")];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?).join("locales");
    let out = PathBuf::from(std::env::var("OUT_DIR")?).join("words.rs");
    println!("cargo::rerun-if-changed=build.rs");
    let mut locales = Vec::new();
    for (file, variant) in LOCALES {
        let mut texts = Texts::new();
        for path in files(&root, file)? {
            println!("cargo::rerun-if-changed={}", path.display());
            read(&path, &mut texts)?;
        }
        locales.push((variant, texts));
    }
    for (variant, texts) in &mut locales {
        if variant.starts_with("Fr") {
            texts.values_mut().for_each(|text| *text = typeset(text));
        }
    }
    std::fs::write(out, write(&locales)?)?;
    Ok(())
}

/// French as it is printed: no line ends before a colon, a question mark or a closing quote.
fn typeset(text: &str) -> String {
    let mut text = text.replace("« ", "«\u{a0}");
    for mark in [":", ";", "?", "!", "»", "€", "%"] {
        text = text.replace(&format!(" {mark}"), &format!("\u{a0}{mark}"));
    }
    text
}

type Texts = BTreeMap<String, String>;

/// The files of a language: `fr.ftl`, and what lies in the folder `fr` beside it.
fn files(root: &Path, language: &str) -> Result<Vec<PathBuf>, std::io::Error> {
    let mut files = vec![root.join(format!("{language}.ftl"))];
    let folder = root.join(language);
    if folder.is_dir() {
        println!("cargo::rerun-if-changed={}", folder.display());
        for file in std::fs::read_dir(folder)? {
            files.push(file?.path());
        }
    }
    files.sort();
    Ok(files)
}

/// Reads `key = text`; a line that starts with a space goes on with the text before it, `#` starts a remark.
fn read(path: &Path, texts: &mut Texts) -> Result<(), String> {
    let file =
        std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut last: Option<String> = None;
    for (number, line) in file.lines().enumerate() {
        let here = || format!("{}:{}", path.display(), number + 1);
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if line.starts_with(' ') {
            let text = last.as_ref().and_then(|key| texts.get_mut(key));
            let text = text.ok_or_else(|| format!("{}: goes on with nothing", here()))?;
            text.push(' ');
            text.push_str(line.trim());
            continue;
        }
        let (key, text) = line
            .split_once('=')
            .ok_or_else(|| format!("{}: no `=`", here()))?;
        let key = key.trim().to_owned();
        let plain =
            |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        if key.is_empty() || !key.chars().all(plain) {
            return Err(format!("{}: `{key}` is no key", here()));
        }
        if texts.insert(key.clone(), text.trim().to_owned()).is_some() {
            return Err(format!("{}: `{key}` stands twice", here()));
        }
        last = Some(key);
    }
    Ok(())
}

/// The names between braces.
fn places(text: &str) -> BTreeSet<String> {
    let parts = text
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'));
    parts.map(|(name, _)| name.to_owned()).collect()
}

fn write(locales: &[(&str, Texts)]) -> Result<String, Box<dyn std::error::Error>> {
    let (_, french) = locales.first().ok_or("no locale")?;
    for (variant, texts) in locales {
        for (key, text) in texts {
            let first = french
                .get(key)
                .ok_or_else(|| format!("{variant}: `{key}` is not in French"))?;
            if !places(text).is_subset(&places(first)) {
                return Err(format!("{variant}: `{key}` has a place that French lacks").into());
            }
        }
    }
    let mut code = String::from("impl Words {\n");
    for (key, text) in french {
        let name = key.replace('-', "_");
        let places = places(text);
        let arguments: String = places
            .iter()
            .map(|place| format!(", {place}: impl std::fmt::Display"))
            .collect();
        let result = if places.is_empty() {
            "&'static str"
        } else {
            "String"
        };
        writeln!(code, "    /// {}", text.replace('[', "(").replace(']', ")"))?;
        writeln!(
            code,
            "    pub(crate) fn {name}(self{arguments}) -> {result} {{\n        match self.0 {{"
        )?;
        for (variant, texts) in locales {
            let text = texts.get(key).unwrap_or(text);
            let used = self::places(text);
            let unused: String = places
                .difference(&used)
                .map(|place| format!("let _ = &{place}; "))
                .collect();
            let value = if places.is_empty() {
                format!("{text:?}")
            } else if used.is_empty() {
                format!("{{ {unused}{text:?}.to_owned() }}")
            } else {
                format!("{{ {unused}format!({text:?}) }}")
            };
            writeln!(code, "            Lang::{variant} => {value},")?;
        }
        code.push_str("        }\n    }\n");
    }
    code.push_str("}\n");
    Ok(code)
}
