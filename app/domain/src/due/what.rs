//! Which of an entry's moments is due.

use crate::term::terms;

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
