//! What mails say: fixed sentences in French and English, without a name and without a word about health. Only under them, and
//! never in a header, stands what an account handed over to be said.

use storage::question::{QUESTION_ASKED, SAID_LOST};
use storage::reminder::{CARD_OPENED, Claimed, DUE, LATE, MEMBER_JOINED, TRY};

use crate::reminder::CONFIRM_SHEET;

/// Subject and text of a reminder's mail, in its account's language. None if we do not know its kind.
pub(super) fn of(claimed: &Claimed, origin: &str) -> Option<(&'static str, String)> {
    let english = claimed.language.starts_with("en");
    let (subject, text) = match (claimed.words.as_str(), english) {
        (CARD_OPENED, false) => ("Une carte de votre carnet a été consultée", opened(claimed)),
        (CARD_OPENED, true) => ("A card of your carnet was opened", opened_english(claimed)),
        (MEMBER_JOINED, false) => ("Quelqu’un est entré dans votre carnet", JOINED.to_owned()),
        (MEMBER_JOINED, true) => ("Somebody came into your carnet", JOINED_ENGLISH.to_owned()),
        (QUESTION_ASKED, false) => (
            "Une question attend votre réponse dans votre carnet",
            ASKED.to_owned(),
        ),
        (QUESTION_ASKED, true) => (
            "A question waits for your answer in your carnet",
            ASKED_ENGLISH.to_owned(),
        ),
        (SAID_LOST, false) => ("Un compte de votre carnet serait perdu", LOST.to_owned()),
        (SAID_LOST, true) => (
            "An account of your carnet is said to be lost",
            LOST_ENGLISH.to_owned(),
        ),
        (CONFIRM_SHEET, false) => ("Une fiche de votre carnet est à relire", CONFIRM.to_owned()),
        (CONFIRM_SHEET, true) => (
            "A sheet of your carnet is waiting to be read again",
            CONFIRM_ENGLISH.to_owned(),
        ),
        (DUE, false) => ("Un rappel de votre carnet", DUE_FRENCH.to_owned()),
        (DUE, true) => ("A reminder from your carnet", DUE_ENGLISH.to_owned()),
        (LATE, false) => ("Des rappels de votre carnet sont en retard", late(claimed)),
        (LATE, true) => ("Reminders from your carnet are late", late_english(claimed)),
        (TRY, false) => ("Un rappel d’essai", TRY_FRENCH.to_owned()),
        (TRY, true) => ("A reminder to try", TRY_ENGLISH.to_owned()),
        _ => return None,
    };
    if let Some(titles) = claimed.titles.as_deref().filter(|_| claimed.words == DUE) {
        return Some((subject, readable(titles, origin, english)));
    }
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

/// What comes up, as the account's own device wrote it.
fn readable(titles: &str, origin: &str, english: bool) -> String {
    let lines: Vec<String> = titles.lines().map(|line| format!("- {line}")).collect();
    let lines = lines.join("\n");
    if english {
        format!(
            "Hello,\n\nThis is coming up:\n\n{lines}\n\nOpen your carnet for the rest.\n\n{origin}/en/\n\nThis message is sent \
             by itself. You chose that these mails say what they are about: our server and your mail provider could read the \
             lines above. You can change that in the settings.\n"
        )
    } else {
        format!(
            "Bonjour,\n\nVoici ce qui approche :\n\n{lines}\n\nOuvrez votre carnet pour le reste.\n\n{origin}/fr/\n\nCe message \
             part tout seul. Vous avez choisi que ces e-mails disent de quoi il s’agit : notre serveur et votre messagerie ont \
             pu lire les lignes ci-dessus. Vous pouvez l’arrêter dans les réglages.\n"
        )
    }
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

fn late(claimed: &Claimed) -> String {
    let how_many = match claimed.times {
        0 | 1 => {
            "Un rappel n’a pas pu partir à temps, à cause d’une panne de notre côté.".to_owned()
        }
        times => format!(
            "{times} rappels n’ont pas pu partir à temps, à cause d’une panne de notre côté."
        ),
    };
    format!(
        "{how_many} Ouvrez votre carnet : ce qui est à faire y est en haut, avec ce qui a pu passer entre-temps."
    )
}

fn late_english(claimed: &Claimed) -> String {
    let how_many = match claimed.times {
        0 | 1 => {
            "A reminder could not be sent in time, because of an outage on our side.".to_owned()
        }
        times => format!(
            "{times} reminders could not be sent in time, because of an outage on our side."
        ),
    };
    format!(
        "{how_many} Open your carnet: what is to be done is at the top, with what may have passed meanwhile."
    )
}

/// What a device is sent about late reminders: how many, and nothing that anybody sealed.
pub(super) fn late_notice(claimed: &Claimed) -> Vec<u8> {
    format!(r#"{{"late":{}}}"#, claimed.times).into_bytes()
}

const DUE_FRENCH: &str = "Quelque chose approche dans l’un de vos carnets. Ouvrez-le pour voir quoi : c’est en haut de la page \
    « Aujourd’hui ».";

const DUE_ENGLISH: &str = "Something is coming up in one of your carnets. Open it to see what: it is at the top of the page \
    “Today”.";

const TRY_FRENCH: &str =
    "Vous avez demandé un essai : les rappels de votre carnet arrivent bien à cette adresse.";

const TRY_ENGLISH: &str =
    "You asked for a try: reminders from your carnet do arrive at this address.";
const JOINED: &str = "Une personne est entrée dans l’un de vos carnets avec une invitation.\n\nOuvrez votre carnet pour voir \
    qui, et confirmer que c’est bien elle. Si vous n’attendiez personne, vous pouvez y fermer son accès.";

const JOINED_ENGLISH: &str = "Somebody came into one of your carnets with an invitation.\n\nOpen your carnet to see who, and to \
    confirm that it is them. If you expected nobody, you can close their access there.";

const ASKED: &str = "Une question attend votre réponse dans l’un de vos carnets : elle se décide avec les autres personnes qui \
    le gardent.\n\nOuvrez votre carnet : elle est en haut de la page « Aujourd’hui ».";

const ASKED_ENGLISH: &str = "A question waits for your answer in one of your carnets: it is decided together with the others \
    who keep it.\n\nOpen your carnet: it is at the top of the page “Today”.";

const LOST: &str = "Quelqu’un dit qu’un compte, parmi ceux qui gardent l’un de vos carnets, ne peut plus être ouvert, et \
    demande qu’il se ferme. Il se fermera 60 jours après la demande.\n\nSi c’est de votre compte qu’il s’agit et que \
    vous ne l’avez pas perdu, ouvrez simplement votre carnet une fois : rien ne se fermera. Sinon, ouvrez-le pour dire si vous \
    êtes d’accord.";

const LOST_ENGLISH: &str = "Somebody says that an account of one of those who keep a carnet of yours can no longer be opened, and \
    asks for it to close. It closes 60 days after that.\n\nIf it is your account and you have not lost it, just open your carnet \
    once: nothing will close. If not, open it to say whether you agree.";

const CONFIRM: &str = "Une fiche de l’un de vos carnets attend que vous la relisiez : ouvrez-le, corrigez ce qui a \
    changé, et confirmez que le reste est toujours juste.";

const CONFIRM_ENGLISH: &str = "A sheet of one of your carnets is waiting for you to read it again: open it, mend what \
    has changed, and confirm that the rest still holds.";

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use protocol::ids::MemberId;
    use protocol::time::Seconds;

    pub(in super::super) fn claimed(words: &str, language: &str, times: u64) -> Claimed {
        Claimed {
            account: MemberId::from_bytes([1; 16]),
            id: [2; 16],
            due: Seconds(0),
            channel: "mail".to_owned(),
            words: words.to_owned(),
            times,
            failures: 0,
            text: None,
            titles: None,
            until: None,
            device: None,
            email: None,
            language: language.to_owned(),
        }
    }

    #[test]
    fn every_kind_has_words_in_both_languages() {
        for words in [
            CARD_OPENED,
            MEMBER_JOINED,
            QUESTION_ASKED,
            SAID_LOST,
            CONFIRM_SHEET,
            DUE,
            LATE,
            TRY,
        ] {
            let (french, text) = of(&claimed(words, "fr", 1), "https://carnet.example").unwrap();
            assert!(text.contains("https://carnet.example/fr/"));
            let (english, text) = of(&claimed(words, "en", 1), "https://carnet.example").unwrap();
            assert!(text.contains("https://carnet.example/en/"));
            assert_ne!(french, english);
        }
        assert!(of(&claimed("unheard_of", "fr", 1), "").is_none());
    }

    #[test]
    fn what_was_handed_over_stands_under_the_fixed_subject_and_nowhere_else() {
        let titles = Some("Contrôle : Orthèse\nVaccin".to_owned());
        for language in ["fr", "en"] {
            let plain = of(&claimed(DUE, language, 1), "").unwrap();
            let told = Claimed {
                titles: titles.clone(),
                ..claimed(DUE, language, 1)
            };
            let (subject, text) = of(&told, "").unwrap();
            assert_eq!(subject, plain.0);
            assert!(text.contains("\n- Contrôle : Orthèse\n- Vaccin\n"));
            let other = Claimed {
                titles: titles.clone(),
                ..claimed(LATE, language, 1)
            };
            assert!(!of(&other, "").unwrap().1.contains("Orthèse"));
        }
    }

    #[test]
    fn how_often_is_said() {
        let (_, text) = of(&claimed(CARD_OPENED, "fr", 7), "").unwrap();
        assert!(text.contains("7 fois"));
        let (_, text) = of(&claimed(LATE, "fr", 7), "").unwrap();
        assert!(text.contains("7 rappels"));
        assert_eq!(late_notice(&claimed(LATE, "fr", 7)), br#"{"late":7}"#);
    }
}
