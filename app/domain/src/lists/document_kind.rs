//! What a document is.

use crate::term::terms;

terms! {
    /// What a document is.
    DocumentKind {
        ConsultationReport "consultation_report" "Compte rendu de consultation" "Consultation report";
        HospitalReport "hospital_report" "Compte rendu d'hospitalisation" "Hospital report";
        OperationReport "operation_report" "Compte rendu opératoire" "Operation report";
        Assessment "assessment" "Bilan" "Assessment";
        ImagingReport "imaging_report" "Imagerie (radio, IRM…)" "Imaging (X-ray, MRI…)";
        LabResult "lab_result" "Résultat d'analyses" "Laboratory result";
        Recording "recording" "Tracé ou enregistrement (EEG, ECG…)" "Recording (EEG, ECG…)";
        Film "film" "Film ou photo d'examen" "Filmed or photographed examination";
        Prescription "prescription" "Ordonnance" "Prescription";
        Certificate "certificate" "Certificat médical" "Medical certificate";
        Vaccination "vaccination" "Carnet de vaccination" "Vaccination record";
        Letter "letter" "Courrier" "Letter";
        MeetingReport "meeting_report" "Compte rendu de réunion" "Meeting report";
        SchoolPlan "school_plan" "Document scolaire (PAI, PPS, GEVA-Sco…)" "School plan";
        Project "project" "Projet individuel" "Individual project";
        Notification "notification" "Notification de décision" "Notification of a decision";
        EquipmentSheet "equipment_sheet" "Fiche d'appareillage" "Equipment sheet";
        Quote "quote" "Devis ou facture" "Quote or invoice";
        IdentityPaper "identity_paper" "Pièce d'identité ou droits" "Identity paper or entitlement";
        Judgment "judgment" "Jugement" "Judgment";
        Consent "consent" "Autorisation" "Consent";
        Drawing "drawing" "Dessin, photo, souvenir" "Drawing, photo, keepsake";
        Other "other" "Autre document" "Other document";
    }
}
