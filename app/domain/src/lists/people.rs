//! Words about people and their place around the person.

use crate::term::terms;

terms! {
    /// The sex as in the INS identity traits.
    Sex {
        Female "female" "Féminin" "Female";
        Male "male" "Masculin" "Male";
        Unknown "unknown" "Indéterminé" "Undetermined";
    }
}

terms! {
    /// What somebody is to the person. A contact may be several things.
    ContactRole {
        Parent "parent" "Parent" "Parent";
        LegalRepresentative "legal_representative" "Représentant légal" "Legal representative";
        Sibling "sibling" "Frère ou sœur" "Brother or sister";
        Family "family" "Famille" "Family";
        Friend "friend" "Proche, ami" "Friend";
        Carer "carer" "Aidant" "Carer";
        TrustedPerson "trusted_person" "Personne de confiance" "Trusted person";
        Emergency "emergency" "À appeler en urgence" "To call in an emergency";
        FamilyDoctor "family_doctor" "Médecin traitant" "Family doctor";
        Professional "professional" "Professionnel" "Professional";
        Referent "referent" "Référent de parcours" "Case coordinator";
        Structure "structure" "Structure, service" "Structure or service";
        Hospital "hospital" "Hôpital de référence" "Preferred hospital";
        School "school" "École" "School";
    }
}

terms! {
    /// Whose agreement it is that somebody may read or write.
    ConsentBy {
        Person "person" "La personne elle-même" "The person themself";
        Both "both" "La personne et son représentant" "The person and their representative";
        Representative "representative" "Son représentant (parent, tuteur…)" "Their representative (parent, guardian…)";
    }
}

terms! {
    /// In which form an agreement was given.
    ConsentForm {
        Spoken "spoken" "De vive voix" "Spoken";
        Written "written" "Par écrit" "In writing";
        Shown "shown" "Par gestes, images ou regard" "Shown by gestures, pictures or gaze";
    }
}

terms! {
    /// Who decides for the person.
    GuardianRole {
        Parent "parent" "Parent" "Parent";
        Tutor "tutor" "Tuteur" "Tutor";
        Curator "curator" "Curateur" "Curator";
        FamilyHabilitation "family_habilitation" "Personne habilitée (habilitation familiale)" "Family member empowered by the judge";
        Delegate "delegate" "Délégataire de l'autorité parentale" "Delegate of parental authority";
        Institution "institution" "Institution (ASE…)" "Institution";
    }
}

terms! {
    /// A legal protection measure (Code civil, art. 425 and following).
    ProtectionKind {
        Safeguard "safeguard" "Sauvegarde de justice" "Judicial safeguard";
        Curatorship "curatorship" "Curatelle" "Curatorship";
        ReinforcedCuratorship "reinforced_curatorship" "Curatelle renforcée" "Reinforced curatorship";
        Tutorship "tutorship" "Tutelle" "Tutorship";
        FamilyHabilitation "family_habilitation" "Habilitation familiale" "Family empowerment";
        FutureMandate "future_mandate" "Mandat de protection future" "Future protection mandate";
    }
}
