//! Why a moment matters to somebody who looks at it today, in one sentence with its dates.

use chrono::NaiveDate;

use super::Computed;
use super::reason::{Counted, Reason, amount};
use crate::due::What;
use crate::entry::Entry;
use crate::lists::ExpiryKind;
use crate::term::Lang;
use crate::view::HasEntry;
use crate::words::day_in_words;

impl<T: HasEntry> Computed<'_, T> {
    /// The rule's own reason on that day. `all` is what this moment was found in: silence says until when it can be contested.
    pub fn said(&self, all: &[Self], today: NaiveDate, lang: Lang) -> String {
        let Reason::Counted(counted) = &self.reason else {
            return self.reason.why(lang).to_owned();
        };
        let appeal = all
            .iter()
            .find(|one| core::ptr::eq(one.row, self.row) && one.what == What::Appeal);
        let by = appeal.map(|one| one.day);
        let said = match counted.rule.id.as_str() {
            "silence" => by.map(|by| silence(counted, by, today, lang)),
            "rapo-silence" => by.map(|by| rejected(counted, by, today, lang)),
            "silence-appeal" => Some(contest_silence(counted, today, lang)),
            "rapo" | "rapo-cmi" => Some(contest(counted, lang)),
            "certificate" => Some(certificate(counted, today, lang)),
            "own-lead" => Some(own_lead(counted, lang)),
            "printed-end" => Some(ends(self.row.entry(), lang).to_owned()),
            _ => None,
        };
        said.unwrap_or_else(|| self.reason.why(lang).to_owned())
    }
}

fn length(counted: &Counted, lang: Lang) -> String {
    amount(counted.count, counted.unit, lang)
}

fn silence(counted: &Counted, by: NaiveDate, today: NaiveDate, lang: Lang) -> String {
    let (length, until) = (length(counted, lang), day_in_words(by, lang));
    match (counted.day < today, by < today, lang) {
        (true, true, Lang::Fr) => format!(
            "{length} sans réponse valent refus. Il pouvait être contesté jusqu'au {until}."
        ),
        (true, false, Lang::Fr) => format!(
            "{length} sans réponse valent refus : vous avez jusqu'au {until} pour contester."
        ),
        (false, _, Lang::Fr) => format!(
            "{length} sans réponse valent refus : vous aurez alors jusqu'au {until} pour contester."
        ),
        (true, true, Lang::En) => format!(
            "{length} without an answer count as a refusal. It could be contested until {until}."
        ),
        (true, false, Lang::En) => format!(
            "{length} without an answer count as a refusal: you have until {until} to contest it."
        ),
        (false, _, Lang::En) => format!(
            "{length} without an answer count as a refusal: you would have until {until} to contest it."
        ),
    }
}

fn rejected(counted: &Counted, by: NaiveDate, today: NaiveDate, lang: Lang) -> String {
    let (length, until) = (length(counted, lang), day_in_words(by, lang));
    match (counted.day < today, lang) {
        (true, Lang::Fr) => format!(
            "{length} sans réponse au recours valent rejet : le tribunal se saisit jusqu'au {until}."
        ),
        (false, Lang::Fr) => format!(
            "{length} sans réponse au recours valent rejet : vous aurez alors jusqu'au {until} pour saisir le tribunal."
        ),
        (true, Lang::En) => format!(
            "{length} without an answer to the appeal count as its rejection: the court is seized until {until}."
        ),
        (false, Lang::En) => format!(
            "{length} without an answer to the appeal count as its rejection: you would have until {until} to go to court."
        ),
    }
}

fn contest_silence(counted: &Counted, today: NaiveDate, lang: Lang) -> String {
    let (length, since) = (length(counted, lang), day_in_words(counted.start, lang));
    match (counted.start < today, lang) {
        (true, Lang::Fr) => format!(
            "Le silence vaut refus depuis le {since}. Il se conteste dans les {length}, avec la copie de l'accusé de réception."
        ),
        (false, Lang::Fr) => {
            format!("Sans réponse le {since}, c'est un refus. Il se contestera dans les {length}.")
        }
        (true, Lang::En) => format!(
            "Silence has counted as a refusal since {since}. It is contested within {length}, with a copy of the receipt of the request."
        ),
        (false, Lang::En) => format!(
            "Without an answer on {since} it is a refusal, to be contested within {length}."
        ),
    }
}

fn contest(counted: &Counted, lang: Lang) -> String {
    let (length, since) = (length(counted, lang), day_in_words(counted.start, lang));
    let council = counted.rule.id == "rapo-cmi";
    let to = match (council, lang) {
        (true, Lang::Fr) => "au président du conseil départemental",
        (false, Lang::Fr) => "à la MDPH",
        (true, Lang::En) => "to the president of the departmental council",
        (false, Lang::En) => "to the MDPH",
    };
    match lang {
        Lang::Fr => format!(
            "Décision du {since} : si vous n'êtes pas d'accord, un recours écrit part {to} dans les {length}."
        ),
        Lang::En => format!(
            "Decision of {since}: if you do not agree, a written appeal goes {to} within {length}."
        ),
    }
}

fn certificate(counted: &Counted, today: NaiveDate, lang: Lang) -> String {
    let (length, of) = (length(counted, lang), day_in_words(counted.start, lang));
    match (counted.day < today, lang) {
        (true, Lang::Fr) => format!(
            "Le certificat médical du {of} a {length} ou plus : il en faut un nouveau pour déposer."
        ),
        (false, Lang::Fr) => format!(
            "Le certificat médical du {of} doit avoir moins de {length} : déposez d'ici là, ou demandez-en un nouveau."
        ),
        (true, Lang::En) => format!(
            "The medical certificate of {of} is {length} old or more: a new one is needed to file."
        ),
        (false, Lang::En) => format!(
            "The medical certificate of {of} must be less than {length} old: file by then, or ask for a new one."
        ),
    }
}

fn own_lead(counted: &Counted, lang: Lang) -> String {
    let (length, end) = (length(counted, lang), day_in_words(counted.start, lang));
    match lang {
        Lang::Fr => format!("Vous vouliez vous en occuper {length} avant la fin, le {end}."),
        Lang::En => format!("You wanted to see to it {length} before it ends, on {end}."),
    }
}

/// What the end of a thing means.
fn ends(entry: &Entry, lang: Lang) -> &'static str {
    use ExpiryKind as Kind;
    let (fr, en) = match entry {
        Entry::Expiry(expiry) => match expiry.expiry_kind {
            Some(Kind::IdentityPaper) => (
                "Après ce jour, ce papier n'est plus valable : presque chaque dossier en demande un.",
                "After this day the paper is no longer valid: nearly every request asks for one.",
            ),
            Some(Kind::Insurance | Kind::HealthInsurance) => (
                "L'assurance s'arrête ce jour-là si elle n'est pas renouvelée.",
                "The insurance ends on this day unless it is renewed.",
            ),
            Some(Kind::Contract) => (
                "Le contrat s'arrête ce jour-là.",
                "The contract ends on this day.",
            ),
            Some(Kind::Device) => (
                "Le jour noté pour revoir l'appareillage.",
                "The day noted to have the device checked.",
            ),
            Some(Kind::RescueMedicine) => (
                "Après ce jour, le médicament de secours est périmé : il en faut un nouveau.",
                "After this day the rescue medicine is past its date: a new one is needed.",
            ),
            Some(Kind::Prescription) => (
                "L'ordonnance ne sert plus après ce jour.",
                "The prescription is of no use after this day.",
            ),
            Some(Kind::Mandate) => (
                "L'autorisation s'arrête ce jour-là.",
                "The permission ends on this day.",
            ),
            Some(Kind::Stay) => (
                "Le séjour se termine ce jour-là.",
                "The stay ends on this day.",
            ),
            Some(Kind::Other) | None => (
                "La date de fin que vous avez notée.",
                "The end that you noted.",
            ),
        },
        _ => (
            "Le droit s'arrête ce jour-là : c'est la date imprimée sur la décision.",
            "The right ends on this day: it is the date printed on the decision.",
        ),
    };
    lang.pick(fr, en)
}
