//! What stands around every body: the head with its few links, all of them to our own origin.

use app::site_map::Lang;

/// One whole HTML document. `assets` is the folder of the hashed files, without slashes at its ends.
pub fn document(lang: Lang, title: &str, assets: &str, body: &str) -> String {
    let tag = lang.tag();
    let title = escape(title);
    // No white space inside the body: the browser's side counts nodes from its very start.
    format!(
        r##"<!DOCTYPE html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#FBF8F3" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#14181F" media="(prefers-color-scheme: dark)">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="/icons/carnet.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="/icons/carnet-192.png">
<link rel="manifest" href="/manifest.webmanifest">
<link rel="stylesheet" href="/{assets}/carnet.css">
<link rel="modulepreload" href="/{assets}/app.js">
<link rel="preload" href="/{assets}/app.wasm" as="fetch" type="application/wasm" crossorigin>
<script type="module" src="/{assets}/start.js"></script>
</head>
<body>{body}</body>
</html>
"##
    )
}

/// Text made safe between tags and in quoted attributes.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_break_out() {
        let page = document(Lang::ALL[0], "</title><script>", "pkg/0", "");
        assert!(page.contains("<title>&lt;/title&gt;&lt;script&gt;</title>"));
    }

    #[test]
    fn every_link_stays_on_this_origin() {
        let page = document(Lang::ALL[0], "Carnet", "pkg/0", "");
        for kind in ["href=\"", "src=\""] {
            for target in page.split(kind).skip(1) {
                assert!(
                    target.starts_with('/') && !target.starts_with("//"),
                    "{target}"
                );
            }
        }
    }
}
