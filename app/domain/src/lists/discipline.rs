//! Who works on what: the disciplines that documents are filed under.

use crate::section::Section;
use crate::term::terms;

terms! {
    /// The discipline that a document comes from.
    Discipline {
        GeneralMedicine "general_medicine" "Médecine générale" "General practice";
        Paediatrics "paediatrics" "Pédiatrie" "Paediatrics";
        Neurology "neurology" "Neurologie" "Neurology";
        Orthopaedics "orthopaedics" "Orthopédie" "Orthopaedics";
        Rehabilitation "rehabilitation" "Médecine physique et de réadaptation" "Rehabilitation medicine";
        Surgery "surgery" "Chirurgie" "Surgery";
        Anaesthesia "anaesthesia" "Anesthésie" "Anaesthesia";
        EmergencyMedicine "emergency_medicine" "Urgences" "Emergency medicine";
        Genetics "genetics" "Génétique" "Genetics";
        Gastroenterology "gastroenterology" "Gastro-entérologie et nutrition" "Gastroenterology and nutrition";
        Pulmonology "pulmonology" "Pneumologie" "Pulmonology";
        Cardiology "cardiology" "Cardiologie" "Cardiology";
        Ophthalmology "ophthalmology" "Ophtalmologie et orthoptie" "Ophthalmology and orthoptics";
        Ent "ent" "ORL et audition" "ENT and hearing";
        Dentistry "dentistry" "Dents et bouche" "Dentistry";
        Psychiatry "psychiatry" "Psychiatrie" "Psychiatry";
        Imaging "imaging" "Imagerie" "Imaging";
        Laboratory "laboratory" "Biologie" "Laboratory";
        OtherMedicine "other_medicine" "Autre spécialité médicale" "Other medical specialty";
        Nursing "nursing" "Soins infirmiers" "Nursing";
        Physiotherapy "physiotherapy" "Kinésithérapie" "Physiotherapy";
        OccupationalTherapy "occupational_therapy" "Ergothérapie" "Occupational therapy";
        PsychomotorTherapy "psychomotor_therapy" "Psychomotricité" "Psychomotor therapy";
        SpeechTherapy "speech_therapy" "Orthophonie" "Speech therapy";
        Dietetics "dietetics" "Diététique" "Dietetics";
        Orthotics "orthotics" "Appareillage" "Orthotics and equipment";
        Psychology "psychology" "Psychologie et neuropsychologie" "Psychology and neuropsychology";
        Education "education" "Éducatif" "Special education";
        School "school" "École" "School";
        SocialWork "social_work" "Social" "Social work";
        Administrative "administrative" "Administratif" "Administrative";
    }
}

impl Discipline {
    /// The section where a document of this discipline is kept.
    pub fn home(self) -> Section {
        match self {
            Self::School | Self::Education => Section::School,
            Self::SocialWork | Self::Administrative => Section::Procedures,
            _ => Section::Health,
        }
    }
}
