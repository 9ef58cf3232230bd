//! Words about health: allergies, treatments, devices, stays, the course of life.

use crate::section::Section;
use crate::term::terms;

terms! {
    /// What an allergy is to.
    AgentKind {
        Medicine "medicine" "Médicament" "Medicine";
        Food "food" "Aliment" "Food";
        Latex "latex" "Latex" "Latex";
        Insect "insect" "Insecte" "Insect";
        Environment "environment" "Pollen, poussière, animal" "Pollen, dust, animal";
        Contact "contact" "Produit, métal, pansement" "Product, metal, dressing";
        Contrast "contrast" "Produit de contraste" "Contrast medium";
        Other "other" "Autre" "Other";
    }
}

terms! {
    /// How bad the reaction is. Ordered: the worst last.
    Severity {
        Mild "mild" "Légère" "Mild";
        Moderate "moderate" "Modérée" "Moderate";
        Severe "severe" "Grave" "Severe";
        LifeThreatening "life_threatening" "Danger de mort" "Life-threatening";
    }
}

terms! {
    /// How sure an allergy is.
    Certainty {
        Confirmed "confirmed" "Confirmée par un médecin" "Confirmed by a doctor";
        Suspected "suspected" "Soupçonnée" "Suspected";
        RuledOut "ruled_out" "Écartée" "Ruled out";
    }
}

terms! {
    /// Whether a health problem is still there.
    ProblemState {
        Active "active" "En cours" "Current";
        Stable "stable" "Stable" "Stable";
        Past "past" "Ancien" "Past";
    }
}

terms! {
    /// The form of a medicine.
    MedicineForm {
        Tablet "tablet" "Comprimé" "Tablet";
        Capsule "capsule" "Gélule" "Capsule";
        Syrup "syrup" "Sirop ou solution buvable" "Syrup or oral solution";
        Drops "drops" "Gouttes" "Drops";
        Sachet "sachet" "Sachet" "Sachet";
        Buccal "buccal" "Solution dans la joue" "Buccal solution";
        Suppository "suppository" "Suppositoire" "Suppository";
        Injection "injection" "Injection" "Injection";
        Inhaled "inhaled" "Inhalé" "Inhaled";
        Patch "patch" "Patch" "Patch";
        Cream "cream" "Crème ou pommade" "Cream or ointment";
        EyeDrops "eye_drops" "Collyre" "Eye drops";
        Feed "feed" "Nutrition, complément" "Feed or supplement";
        Other "other" "Autre forme" "Other form";
    }
}

terms! {
    /// A moment of the day.
    Moment {
        Waking "waking" "Au réveil" "On waking";
        Morning "morning" "Matin" "Morning";
        Noon "noon" "Midi" "Noon";
        Afternoon "afternoon" "Après-midi" "Afternoon";
        Evening "evening" "Soir" "Evening";
        Bedtime "bedtime" "Au coucher" "At bedtime";
        Night "night" "La nuit" "At night";
        AsNeeded "as_needed" "Si besoin" "As needed";
    }
}

terms! {
    /// What a device is.
    DeviceKind {
        Orthosis "orthosis" "Orthèse, attelle" "Orthosis or splint";
        Corset "corset" "Corset" "Brace";
        Footwear "footwear" "Chaussures, semelles" "Footwear or insoles";
        Wheelchair "wheelchair" "Fauteuil roulant" "Wheelchair";
        Walker "walker" "Aide à la marche" "Walking aid";
        Standing "standing" "Verticalisateur" "Standing frame";
        Seating "seating" "Installation assise, couchage" "Seating or bedding";
        Lift "lift" "Lève-personne, transfert" "Hoist or transfer aid";
        Glasses "glasses" "Lunettes" "Glasses";
        HearingAid "hearing_aid" "Appareil auditif, implant" "Hearing aid or implant";
        CommunicationAid "communication_aid" "Aide à la communication" "Communication aid";
        Prosthesis "prosthesis" "Prothèse" "Prosthesis";
        Gastrostomy "gastrostomy" "Gastrostomie, sonde" "Gastrostomy or tube";
        Tracheostomy "tracheostomy" "Trachéotomie" "Tracheostomy";
        Ventilation "ventilation" "Ventilation, oxygène" "Ventilation or oxygen";
        Shunt "shunt" "Dérivation (DVP)" "Shunt";
        Pump "pump" "Pompe implantée" "Implanted pump";
        Stimulator "stimulator" "Stimulateur" "Stimulator";
        Catheter "catheter" "Cathéter, chambre implantable" "Catheter or port";
        Implant "implant" "Matériel d'ostéosynthèse, implant" "Metalwork or implant";
        Other "other" "Autre appareil" "Other device";
    }
}

terms! {
    /// A side of the body.
    Side {
        Left "left" "Gauche" "Left";
        Right "right" "Droite" "Right";
        Both "both" "Les deux côtés" "Both sides";
    }
}

terms! {
    /// What a stay was.
    StayKind {
        Hospital "hospital" "Hospitalisation" "Hospital stay";
        Operation "operation" "Opération" "Operation";
        DayHospital "day_hospital" "Hôpital de jour" "Day hospital";
        Emergency "emergency" "Passage aux urgences" "Emergency visit";
        IntensiveCare "intensive_care" "Réanimation" "Intensive care";
        Rehabilitation "rehabilitation" "Rééducation" "Rehabilitation stay";
        Respite "respite" "Répit" "Respite stay";
    }
}

terms! {
    /// One of the three strands of the course of life.
    StepTrack {
        Medical "medical" "Parcours médical" "Medical";
        Psychological "psychological" "Parcours psychologique" "Psychological";
        SocialEducational "social_educational" "Parcours social et éducatif" "Social and educational";
    }
}

terms! {
    /// What a step of the course of life is.
    StepKind {
        Structure "structure" "Structure, service" "Structure or service";
        School "school" "École et classe" "School and class";
        FollowUp "follow_up" "Suivi" "Follow-up";
        Orientation "orientation" "Orientation" "Orientation";
        LifeEvent "life_event" "Événement de vie" "Life event";
    }
}

impl StepTrack {
    /// The section where steps of this strand are kept.
    pub fn home(self) -> Section {
        match self {
            Self::Medical | Self::Psychological => Section::Health,
            Self::SocialEducational => Section::School,
        }
    }
}
