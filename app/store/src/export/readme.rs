//! What somebody who unpacks the copy, perhaps in many years, should know.

use core::fmt::Write;

use domain::{Lang, day_in_words};

use super::contents::{Contents, Gap};
use crate::trouble::Trouble;

/// The name of the file and its text.
pub(super) fn write(contents: &Contents, gaps: &[Gap]) -> (&'static str, String) {
    let lang = contents.lang;
    let mut text = head(contents);
    if contents.unreadable > 0 {
        let _ = writeln!(text, "\n{}", lang.pick(
            "Certaines fiches n'ont pas pu être lues sur cet appareil et manquent ici. Leur nombre :",
            "Some entries could not be read on this device and are missing here. Their number:",
        ));
        let _ = writeln!(text, "  {}", contents.unreadable);
    }
    if !gaps.is_empty() {
        let _ = writeln!(
            text,
            "\n{}",
            lang.pick(
                "Fichiers incomplets ou absents de cette copie :",
                "Files that are incomplete in this copy, or missing:",
            )
        );
        for gap in gaps {
            let _ = writeln!(text, "  {} ({})", gap.path, reason(gap.why, lang));
        }
    }
    (lang.pick("LISEZMOI.txt", "README.txt"), text)
}

fn head(contents: &Contents) -> String {
    let (day, state) = (day_in_words(contents.taken, contents.lang), &contents.state);
    match contents.lang {
        Lang::En => format!(
            "Full copy of a carnet, made on {day}.\n\n\
             index.html    everything, to be read in any browser, without a network\n\
             carnet.json   every entry, for another program\n\
             fichiers/     the original files\n\n\
             Nothing in this folder is encrypted: whoever opens it can read it. Keep it as you would keep a medical file.\n\n\
             State of the carnet: {state}\n"
        ),
        _ => format!(
            "Copie complète d'un carnet, faite le {day}.\n\n\
             index.html    tout le carnet, à lire dans n'importe quel navigateur, sans réseau\n\
             carnet.json   toutes les fiches, pour un autre logiciel\n\
             fichiers/     les fichiers d'origine\n\n\
             Rien n'est chiffré dans ce dossier : qui l'ouvre peut le lire. Gardez-le comme un dossier médical.\n\n\
             État du carnet : {state}\n"
        ),
    }
}

/// Why a file is missing, in words.
pub(super) fn reason(why: Trouble, lang: Lang) -> &'static str {
    match why {
        Trouble::Withheld(_) | Trouble::NotFound => {
            lang.pick("le serveur ne l'a pas donné", "the server did not give it")
        }
        _ => lang.pick("endommagé", "damaged"),
    }
}
