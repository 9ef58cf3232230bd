//! Which of an entry's moments is due.

use crate::entry::Entry;
use crate::term::{Lang, Term, terms};

terms! {
    /// Which of an entry's moments is due. The codes are written in what was settled and in the ids of reminders: they are
    /// for ever.
    What {
        Appointment "appointment" "Rendez-vous" "Appointment";
        Session "session" "Séance" "Session";
        Prepare "prepare" "À préparer" "To prepare";
        File "file" "À déposer" "To file";
        Late "late" "Dernier jour pour déposer" "Last day to file";
        Silence "silence" "Sans réponse à cette date : refus" "No answer by then: refused";
        Appeal "appeal" "Dernier jour pour contester" "Last day to appeal";
        End "end" "Fin" "End";
        Check "check" "Contrôle" "Check";
        NextDose "next_dose" "Prochaine dose" "Next dose";
        Review "review" "Point à faire" "To look at again";
        Age "age" "Ce qui change à cet âge" "What changes at this age";
    }
}

impl What {
    /// What it is called where it follows from this entry: what is looked at again in an office is no check of a device.
    pub fn called(self, of: &Entry, lang: Lang) -> &'static str {
        match (self, of) {
            (Self::Check, Entry::Device(_)) => self.label(lang),
            (Self::Check, _) => lang.pick("À vérifier", "To check"),
            _ => self.label(lang),
        }
    }

    /// Why it matters, in one sentence. It says nothing of what the entry is about.
    pub fn why(self, lang: Lang) -> &'static str {
        let (fr, en) = match self {
            Self::Appointment => ("C'est noté dans l'agenda.", "It is in the agenda."),
            Self::Session => ("Une séance habituelle.", "A regular session."),
            Self::Prepare => (
                "Commencer maintenant laisse le temps de réunir les papiers.",
                "To begin now leaves time to gather the papers.",
            ),
            Self::File => (
                "Déposée d'ici là, la demande a le temps d'être étudiée.",
                "Filed by then, the request leaves time for an answer.",
            ),
            Self::Late => (
                "Après ce jour, un droit peut s'interrompre.",
                "After this day a right may be interrupted.",
            ),
            Self::Silence => (
                "Sans réponse à cette date, la demande compte comme refusée.",
                "Without an answer by then, the request counts as refused.",
            ),
            Self::Appeal => (
                "Après ce jour, la décision ne peut plus être contestée.",
                "After this day the decision can no longer be appealed.",
            ),
            Self::End => (
                "Ce qui est en cours s'arrête ce jour-là.",
                "What is in force ends on this day.",
            ),
            Self::Check => (
                "La date notée pour le prochain contrôle.",
                "The day noted for the next check.",
            ),
            Self::NextDose => (
                "La date notée pour la prochaine dose.",
                "The day noted for the next dose.",
            ),
            Self::Review => (
                "La date convenue pour en reparler.",
                "The day agreed to talk about it again.",
            ),
            Self::Age => (
                "À cet âge, des droits et des démarches changent.",
                "At this age, rights and procedures change.",
            ),
        };
        lang.pick(fr, en)
    }
}
