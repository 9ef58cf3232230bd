//! Rights, their papers and the steps of asking for them.

use crate::term::terms;

terms! {
    /// A right, or a help, that somebody decides and that may end.
    Right {
        Aeeh "aeeh" "AEEH (allocation d'éducation de l'enfant handicapé)" "AEEH (allowance for the education of a disabled child)";
        AeehSupplement "aeeh_supplement" "Complément d'AEEH" "AEEH supplement";
        Pch "pch" "PCH (prestation de compensation du handicap)" "PCH (disability compensation benefit)";
        Aah "aah" "AAH (allocation aux adultes handicapés)" "AAH (allowance for disabled adults)";
        Cmi "cmi" "Carte mobilité inclusion (CMI)" "Mobility inclusion card (CMI)";
        School "school" "École : AESH, matériel, projet de scolarisation (PPS)" "School: assistant (AESH), equipment, schooling plan (PPS)";
        Esms "esms" "Orientation : SESSAD, IME, établissement ou service" "Orientation: SESSAD, IME, establishment or service";
        Rqth "rqth" "Reconnaissance de travailleur handicapé (RQTH)" "Recognition as a disabled worker (RQTH)";
        OrientationWork "orientation_work" "Orientation professionnelle" "Orientation towards work";
        Ald "ald" "Soins à 100 % (ALD, affection de longue durée)" "Care covered in full (ALD, long-term condition)";
        Ajpp "ajpp" "AJPP (allocation journalière de présence parentale)" "AJPP (daily allowance for parental presence)";
        Pai "pai" "PAI (projet d'accueil individualisé à l'école)" "PAI (individual care plan at school)";
        PaperCard "paper_card" "Ancienne carte en papier (invalidité, priorité, stationnement)" "Old paper card (invalidity, priority, parking)";
        Actp "actp" "ACTP (allocation compensatrice pour tierce personne)" "ACTP (former allowance for a third person)";
        Apa "apa" "APA (allocation personnalisée d'autonomie)" "APA (personal autonomy allowance)";
        Ash "ash" "Aide sociale à l'hébergement" "Social aid for housing in an establishment";
        Guardianship "guardianship" "Tutelle ou curatelle" "Guardianship (tutelle or curatelle)";
        FamilyHabilitation "family_habilitation" "Habilitation familiale" "Family habilitation";
        Housing "housing" "Aide au logement" "Housing benefit";
        Other "other" "Autre aide" "Other help";
    }
}

impl Right {
    /// Its name in few letters, as people say it.
    pub fn short(self, lang: crate::Lang) -> &'static str {
        match self {
            Self::Aeeh => "AEEH",
            Self::AeehSupplement => lang.pick("Complément d'AEEH", "AEEH supplement"),
            Self::Pch => "PCH",
            Self::Aah => "AAH",
            Self::Cmi => lang.pick("Carte mobilité inclusion", "Mobility inclusion card"),
            Self::School => lang.pick("Aide à l'école", "Help at school"),
            Self::Esms => lang.pick("Établissement ou service", "Establishment or service"),
            Self::Rqth => "RQTH",
            Self::Ald => lang.pick("Soins à 100 % (ALD)", "Care covered in full (ALD)"),
            Self::Ajpp => "AJPP",
            Self::Pai => "PAI",
            Self::PaperCard => lang.pick("Ancienne carte en papier", "Old paper card"),
            Self::Actp => "ACTP",
            Self::Apa => "APA",
            other => crate::Term::label(other, lang),
        }
    }
}

terms! {
    /// The rate of incapacity, in the bands that rights know.
    Rate {
        Under50 "under_50" "Moins de 50 %" "Under 50%";
        From50 "from_50" "50 à 79 %" "50 to 79%";
        From80 "from_80" "80 % et plus" "80% and above";
    }
}

terms! {
    /// What was decided about a right.
    EntitlementState {
        Granted "granted" "Accordé" "Granted";
        Refused "refused" "Refusé" "Refused";
        Ended "ended" "Arrêté" "Stopped";
    }
}

terms! {
    /// Something else that has an end date.
    ExpiryKind {
        IdentityPaper "identity_paper" "Carte d'identité, passeport, titre de séjour" "Identity card, passport, residence permit";
        Insurance "insurance" "Assurance" "Insurance";
        HealthInsurance "health_insurance" "Mutuelle" "Complementary health insurance";
        Contract "contract" "Contrat (séjour, accueil, emploi à domicile…)" "Contract (stay, care, home employment…)";
        Device "device" "Appareillage à revoir" "Device to be checked";
        RescueMedicine "rescue_medicine" "Médicament de secours périmé" "Rescue medicine past its date";
        Prescription "prescription" "Ordonnance" "Prescription";
        Mandate "mandate" "Autorisation ou procuration donnée" "Permission or power of attorney given";
        Stay "stay" "Fin de séjour" "End of a stay";
        Other "other" "Autre" "Other";
    }
}

terms! {
    /// How long before its end a person wants to begin. Their own choice, not a rule.
    Lead {
        TwoWeeks "two_weeks" "2 semaines avant" "2 weeks before";
        OneMonth "one_month" "1 mois avant" "1 month before";
        TwoMonths "two_months" "2 mois avant" "2 months before";
        ThreeMonths "three_months" "3 mois avant" "3 months before";
        SixMonths "six_months" "6 mois avant" "6 months before";
        OneYear "one_year" "1 an avant" "1 year before";
    }
}

terms! {
    /// A step of a procedure.
    ProcedureState {
        Draft "draft" "En préparation" "Being prepared";
        Filed "filed" "Déposé" "Filed";
        Incomplete "incomplete" "Pièces demandées" "Papers asked for";
        Admissible "admissible" "Dossier recevable" "File admissible";
        Plan "plan" "Plan proposé reçu" "Proposed plan received";
        Commission "commission" "Passage en commission" "Before the commission";
        Notified "notified" "Décision reçue" "Decision received";
        Appealed "appealed" "Recours envoyé" "Appeal sent";
        AppealAnswered "appeal_answered" "Réponse au recours reçue" "Answer to the appeal received";
        Court "court" "Tribunal saisi" "Before the court";
        Closed "closed" "Terminé" "Finished";
    }
}

terms! {
    /// A paper that goes with a request.
    PieceKind {
        Form "form" "Formulaire rempli et signé" "Form, filled in and signed";
        MedicalCertificate "medical_certificate" "Certificat médical" "Medical certificate";
        Identity "identity" "Pièce d'identité (la personne et son représentant)" "Identity paper (the person and who represents them)";
        Address "address" "Justificatif de domicile" "Proof of address";
        Judgment "judgment" "Jugement de protection" "Protection judgment";
        GevaSco "geva_sco" "GEVA-Sco" "GEVA-Sco";
        Assessments "assessments" "Bilans (kiné, ergo, psychomotricité, neuropsychologie…)" "Assessments (physiotherapy, occupational therapy…)";
        Quotes "quotes" "Devis et factures" "Quotes and invoices";
        Photo "photo" "Photo d'identité" "Identity photo";
        LifeProject "life_project" "Projet de vie" "Life project";
        Decision "decision" "Copie de la décision" "Copy of the decision";
        Letter "letter" "Lettre" "Letter";
        Other "other" "Autre pièce" "Other paper";
    }
}

terms! {
    /// How something was said or sent.
    ExchangeWay {
        Call "call" "Appel" "Call";
        RegisteredLetter "registered_letter" "Lettre recommandée" "Registered letter";
        Letter "letter" "Lettre" "Letter";
        Email "email" "E-mail ou téléservice" "E-mail or online service";
        Visit "visit" "Sur place" "In person";
    }
}
