//! Words of the agenda: kinds of appointments, how one gets there, why something does not take place.

use crate::term::terms;

terms! {
    /// What an appointment or a session is.
    AppointmentKind {
        Consultation "consultation" "Consultation" "Consultation";
        Therapy "therapy" "Séance de soins ou de rééducation" "Therapy session";
        Exam "exam" "Examen, prise de sang, radio" "Test, blood sample, X-ray";
        DayHospital "day_hospital" "Hôpital de jour, intervention" "Day hospital, procedure";
        Equipment "equipment" "Appareillage" "Equipment";
        School "school" "Réunion d'école" "School meeting";
        Meeting "meeting" "Réunion autour du projet" "Meeting about the project";
        Office "office" "Démarche" "Official business";
        Home "home" "Visite à domicile" "Visit at home";
        Remote "remote" "Au téléphone ou en vidéo" "By telephone or video";
        Activity "activity" "Activité, sortie" "Activity, outing";
        Other "other" "Autre rendez-vous" "Other appointment";
    }
}

terms! {
    /// Whether something planned took place.
    PlanState {
        Planned "planned" "Prévu" "Planned";
        Done "done" "A eu lieu" "Took place";
        Cancelled "cancelled" "Annulé" "Cancelled";
    }
}

terms! {
    /// How one gets there.
    Transport {
        Walk "walk" "À pied" "On foot";
        Car "car" "En voiture, avec un proche" "By car, with someone close";
        Public "public" "En transports en commun" "By public transport";
        Adapted "adapted" "Transport adapté" "Adapted transport";
        Taxi "taxi" "Taxi conventionné" "Contracted taxi";
        Seated "seated" "VSL" "Seated medical transport";
        Ambulance "ambulance" "Ambulance" "Ambulance";
        None "none" "Pas de trajet" "No journey";
    }
}

terms! {
    /// Where the doctor's order for a transport stands. It must be there before the journey to be paid for.
    TransportOrder {
        ToAsk "to_ask" "À demander" "To be asked for";
        Asked "asked" "Demandée" "Asked for";
        Here "here" "Reçue" "Received";
        NotNeeded "not_needed" "Pas nécessaire" "Not needed";
    }
}

terms! {
    /// What became of one session of a series.
    SessionChange {
        Cancelled "cancelled" "Annulée" "Cancelled";
        Moved "moved" "Déplacée" "Moved";
        Kept "kept" "Maintenue" "Takes place all the same";
    }
}

terms! {
    /// Why somebody was away.
    AbsenceReason {
        Illness "illness" "Malade" "Ill";
        Care "care" "Soins, hospitalisation" "Care, hospital";
        Tired "tired" "Fatigue, douleur" "Tiredness, pain";
        Transport "transport" "Transport" "Transport";
        Closed "closed" "Structure fermée, personnel absent" "Place closed, staff away";
        Family "family" "Famille, vacances" "Family, holidays";
        Other "other" "Autre raison" "Other reason";
    }
}

terms! {
    /// A day of the week.
    Day {
        Monday "mon" "lundi" "Monday";
        Tuesday "tue" "mardi" "Tuesday";
        Wednesday "wed" "mercredi" "Wednesday";
        Thursday "thu" "jeudi" "Thursday";
        Friday "fri" "vendredi" "Friday";
        Saturday "sat" "samedi" "Saturday";
        Sunday "sun" "dimanche" "Sunday";
    }
}

terms! {
    /// A zone of the French school holidays. Corsica and overseas set their own dates.
    SchoolZone {
        A "a" "Zone A" "Zone A";
        B "b" "Zone B" "Zone B";
        C "c" "Zone C" "Zone C";
    }
}

terms! {
    /// Where which public holidays hold.
    Region {
        Metropole "metropole" "Métropole" "Mainland France";
        AlsaceMoselle "alsace_moselle" "Alsace et Moselle" "Alsace and Moselle";
        Guadeloupe "971" "Guadeloupe" "Guadeloupe";
        Martinique "972" "Martinique" "Martinique";
        Guyane "973" "Guyane" "French Guiana";
        Reunion "974" "La Réunion" "Réunion";
        Mayotte "976" "Mayotte" "Mayotte";
    }
}

impl Day {
    /// The day of the week of a date.
    pub fn of(date: chrono::NaiveDate) -> Self {
        use chrono::{Datelike, Weekday};
        match date.weekday() {
            Weekday::Mon => Self::Monday,
            Weekday::Tue => Self::Tuesday,
            Weekday::Wed => Self::Wednesday,
            Weekday::Thu => Self::Thursday,
            Weekday::Fri => Self::Friday,
            Weekday::Sat => Self::Saturday,
            Weekday::Sun => Self::Sunday,
        }
    }

    /// How many days after Monday.
    pub fn from_monday(self) -> u64 {
        self as u64
    }
}
