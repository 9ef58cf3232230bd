//! Names of files that people put on a disk. Somebody else chose the name; what is opened there by a touch must not run.

/// Endings whose files run something when they are opened: pages that bring scripts along, scripts, programs, shortcuts.
const RUNNING: [&str; 55] = [
    "app", "bash", "bat", "chm", "cmd", "com", "command", "cpl", "csh", "desktop", "dll", "docm",
    "exe", "fish", "gadget", "hta", "htm", "html", "inf", "jar", "jnlp", "js", "jse", "lnk", "mht",
    "mhtml", "mjs", "msc", "msi", "msp", "pif", "ps1", "ps1xml", "psm1", "py", "pyw", "reg", "scf",
    "scr", "sct", "sh", "shtml", "svg", "svgz", "url", "vbe", "vbs", "webloc", "ws", "wsf", "wsh",
    "xht", "xhtml", "xml", "zsh",
];

/// A name under which a file can be kept and opened: that of a file which would run something gets `.txt` behind it.
pub fn harmless(name: &str) -> String {
    // Some systems drop dots and blanks at the end of a name, and then see the ending before them.
    let seen = name.trim_end_matches(['.', ' ', '\u{a0}']);
    let ending = seen.rsplit_once('.').map_or("", |(_, ending)| ending);
    if runs(ending) {
        format!("{seen}.txt")
    } else {
        name.to_owned()
    }
}

/// Whether files of this ending run something when they are opened.
pub(super) fn runs(ending: &str) -> bool {
    let ending = ending.trim().to_ascii_lowercase();
    RUNNING.binary_search(&ending.as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_run_is_text() {
        assert!(RUNNING.is_sorted());
        for (given, kept) in [
            ("bilan.html", "bilan.html.txt"),
            ("Bilan.SVG", "Bilan.SVG.txt"),
            ("bilan.pdf.js", "bilan.pdf.js.txt"),
            ("bilan.xhtml. ", "bilan.xhtml.txt"),
            ("setup.exe", "setup.exe.txt"),
            ("bilan.pdf", "bilan.pdf"),
            ("html", "html"),
            ("marche.mp4", "marche.mp4"),
            ("irm.dcm", "irm.dcm"),
            ("", ""),
        ] {
            assert_eq!(harmless(given), kept);
        }
    }
}
