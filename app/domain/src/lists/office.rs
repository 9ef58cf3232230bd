//! Words about what is written to offices.

use crate::term::terms;

terms! {
    /// How far a file for the MDPH is.
    FileState {
        Writing "writing" "En cours d'écriture" "Being written";
        Ready "ready" "Relu, prêt à partir" "Read over, ready to go";
        Sent "sent" "Envoyé" "Sent";
    }
}

terms! {
    /// The language a file is written in. Offices in France read French.
    FileLanguage {
        French "fr" "Français" "French";
        English "en" "Anglais" "English";
    }
}

terms! {
    /// What a letter is.
    LetterKind {
        Appeal "appeal" "Contester une décision (RAPO)" "Appeal against a decision (RAPO)";
        CardAppeal "card_appeal" "Contester une décision sur la carte mobilité inclusion (RAPO)" "Appeal about a mobility inclusion card (RAPO)";
        Complaint "complaint" "Faire une réclamation à la MDPH" "Complain to the MDPH";
        SchoolReport "school_report" "Demander le GEVA-Sco à l'école" "Ask the school for the GEVA-Sco";
        RefusedCare "refused_care" "Signaler un refus de soins" "Report a refusal of care";
        CallSummary "call_summary" "Confirmer ce qui a été dit au téléphone" "Confirm what was said on the telephone";
        Free "free" "Lettre libre" "Letter of one's own";
    }
}

terms! {
    /// How a letter is sent.
    LetterMeans {
        Registered "registered" "Lettre recommandée avec accusé de réception" "Registered letter with acknowledgement of receipt";
        Handed "handed" "Remise en main propre contre un reçu" "Handed over against a receipt";
        Online "online" "Sur le site, avec accusé d'enregistrement" "On the website, with acknowledgement";
        Mail "mail" "Par e-mail" "By e-mail";
        Post "post" "Lettre simple" "Ordinary letter";
    }
}
