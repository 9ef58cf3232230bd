//! The dates from which rules count.

use crate::term::terms;

terms! {
    /// A date that stands in an entry, or follows from one.
    Anchor {
        End "end" "fin du droit" "end of the right";
        Start "start" "début" "start";
        Received "received" "réception de la décision" "receipt of the decision";
        Decided "decided" "date de la décision (la réception n'est pas notée)" "date of the decision (its receipt is not noted)";
        AppealBy "appeal_by" "date imprimée" "printed date";
        Prepare "prepare" "date choisie" "chosen date";
        Filed "filed" "dépôt du dossier" "filing";
        Admissible "admissible" "dossier recevable" "admissible file";
        FiledOnly "filed_only" "dépôt du dossier (la date de recevabilité n'est pas notée)" "filing (the day it was found admissible is not noted)";
        Complete "complete" "dossier complet" "complete file";
        Plan "plan" "réception du plan" "receipt of the plan";
        Certificate "certificate" "date du certificat" "date of the certificate";
        Silence "silence" "refus par silence" "refusal by silence";
        Appealed "appealed" "envoi du recours" "sending of the appeal";
        RapoAnswer "rapo_answer" "réponse au recours" "answer to the appeal";
        RapoSilence "rapo_silence" "rejet du recours par silence" "rejection of the appeal by silence";
        Birth "birth" "naissance" "birth";
    }
}
