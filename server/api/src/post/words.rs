//! What mails say: fixed sentences in French and English, without a name and without a word about health.

use storage::reminder::{CARD_OPENED, Claimed, MEMBER_JOINED};

use crate::reminder::CONFIRM_SHEET;

/// Subject and text of a reminder's mail, in its account's language. None if we do not know its kind.
pub(super) fn of(claimed: &Claimed, origin: &str) -> Option<(&'static str, String)> {
    let english = claimed.language.starts_with("en");
    let (subject, text) = match (claimed.words.as_str(), english) {
        (CARD_OPENED, false) => ("Une carte de votre carnet a été consultée", opened(claimed)),
        (CARD_OPENED, true) => ("A card of your carnet was opened", opened_english(claimed)),
        (MEMBER_JOINED, false) => ("Quelqu’un est entré dans votre carnet", JOINED.to_owned()),
        (MEMBER_JOINED, true) => ("Somebody came into your carnet", JOINED_ENGLISH.to_owned()),
        (CONFIRM_SHEET, false) => ("Une fiche de votre carnet est à relire", CONFIRM.to_owned()),
        (CONFIRM_SHEET, true) => (
            "A sheet of your carnet is waiting to be read again",
            CONFIRM_ENGLISH.to_owned(),
        ),
        _ => return None,
    };
    let text = if english {
        format!(
            "Hello,\n\n{text}\n\n{origin}/en/\n\nThis message is sent by itself. It says nothing of what the carnet \
             holds: the server cannot read it.\n"
        )
    } else {
        format!(
            "Bonjour,\n\n{text}\n\n{origin}/fr/\n\nCe message part tout seul. Il ne dit rien de ce que contient le \
             carnet : le serveur ne peut pas le lire.\n"
        )
    };
    Some((subject, text))
}

fn opened(claimed: &Claimed) -> String {
    let often = match claimed.times {
        0 | 1 => "Une carte de l’un de vos carnets vient d’être consultée.".to_owned(),
        times => format!("Une carte de l’un de vos carnets a été consultée {times} fois."),
    };
    format!(
        "{often}\n\nOuvrez votre carnet pour voir quand, d’où, et ce que la personne a dit d’elle-même. Si vous ne savez \
         pas qui c’était, vous pouvez y remplacer la carte, ou la fermer."
    )
}

fn opened_english(claimed: &Claimed) -> String {
    let often = match claimed.times {
        0 | 1 => "A card of one of your carnets has just been opened.".to_owned(),
        times => format!("A card of one of your carnets was opened {times} times."),
    };
    format!(
        "{often}\n\nOpen your carnet to see when, from where, and what the person said about themselves. If you do not \
         know who it was, you can replace the card there, or close it."
    )
}

const JOINED: &str = "Une personne est entrée dans l’un de vos carnets avec une invitation.\n\nOuvrez votre carnet pour voir \
    qui, et confirmer que c’est bien elle. Si vous n’attendiez personne, vous pouvez y fermer son accès.";

const JOINED_ENGLISH: &str = "Somebody came into one of your carnets with an invitation.\n\nOpen your carnet to see who, and to \
    confirm that it is them. If you expected nobody, you can close their access there.";

const CONFIRM: &str = "Une fiche de l’un de vos carnets attend que vous la relisiez : ouvrez-le, corrigez ce qui a \
    changé, et confirmez que le reste est toujours juste.";

const CONFIRM_ENGLISH: &str = "A sheet of one of your carnets is waiting for you to read it again: open it, mend what \
    has changed, and confirm that the rest still holds.";

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::ids::MemberId;
    use protocol::time::Seconds;

    fn claimed(words: &str, language: &str, times: u64) -> Claimed {
        Claimed {
            account: MemberId::from_bytes([1; 16]),
            id: [2; 16],
            due: Seconds(0),
            channel: "mail".to_owned(),
            words: words.to_owned(),
            times,
            failures: 0,
            email: None,
            language: language.to_owned(),
        }
    }

    #[test]
    fn every_kind_has_words_in_both_languages() {
        for words in [CARD_OPENED, MEMBER_JOINED, CONFIRM_SHEET] {
            let (french, text) = of(&claimed(words, "fr", 1), "https://carnet.example").unwrap();
            assert!(text.contains("https://carnet.example/fr/"));
            let (english, text) = of(&claimed(words, "en", 1), "https://carnet.example").unwrap();
            assert!(text.contains("https://carnet.example/en/"));
            assert_ne!(french, english);
        }
        assert!(of(&claimed("unheard_of", "fr", 1), "").is_none());
    }

    #[test]
    fn how_often_is_said() {
        let (_, text) = of(&claimed(CARD_OPENED, "fr", 7), "").unwrap();
        assert!(text.contains("7 fois"));
    }
}
