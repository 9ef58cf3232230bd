//! The kinds of entries by code: the `kind` field of the written form.

use super::Entry;
use crate::term::terms;

terms! {
    /// A kind of entry that this version knows.
    Kind {
        Identity "identity" "Identité" "Identity";
        Contact "contact" "Contact" "Contact";
        Consent "consent" "Accord" "Agreement";
        Habit "habit" "Habitude de vie" "Habit of life";
        Problem "problem" "Problème de santé" "Health problem";
        Allergy "allergy" "Allergie" "Allergy";
        Treatment "treatment" "Traitement" "Treatment";
        Vaccine "vaccine" "Vaccin" "Vaccine";
        Device "device" "Appareillage" "Device";
        Stay "stay" "Séjour ou opération" "Stay or operation";
        Step "step" "Étape du parcours" "Step of the course of life";
        Measurement "measurement" "Mesure" "Measurement";
        Readings "readings" "Relevé" "Readings";
        Events "events" "Journal du jour" "Events of a day";
        OwnMeasure "own_measure" "Mesure de la famille" "Measure of one's own";
        Mark "mark" "Repère" "Mark";
        Document "document" "Document" "Document";
        Project "project" "Projet individuel" "Individual project";
        Objective "objective" "Objectif" "Goal";
        Entitlement "entitlement" "Droit" "Right";
        Expiry "expiry" "Date de fin" "End date";
        Procedure "procedure" "Démarche" "Procedure";
        MdphFile "mdph_file" "Dossier MDPH" "MDPH file";
        Letter "letter" "Courrier" "Letter";
        Note "note" "Note" "Note";
        Seen "seen" "Notes lues" "Notes read";
        Report "report" "Compte rendu" "Report";
        Danger "danger" "Danger" "Danger";
        Crisis "crisis" "Crise connue" "Known crisis";
        UsualState "usual_state" "État habituel" "Usual state";
        UrgentSheet "urgent_sheet" "Fiche d'urgence" "Emergency sheet";
        Appointment "appointment" "Rendez-vous" "Appointment";
        Series "series" "Séances régulières" "Regular sessions";
        Absence "absence" "Absence" "Absence";
        AgendaSettings "agenda_settings" "Réglages de l'agenda" "Agenda settings";
        Settled "settled" "Suite donnée" "What became of it";
        Statement "statement" "Rien à signaler" "None known";
    }
}

impl Kind {
    /// Lists that several people add to: two additions made apart are both kept.
    pub fn gathered_fields(self) -> &'static [&'static str] {
        match self {
            Self::Readings => &["points"],
            Self::Events => &["events"],
            Self::Objective => &["actions", "reviews"],
            Self::Procedure => &["requests", "pieces", "history", "exchanges"],
            Self::Seen => &["notes"],
            Self::Appointment => &["questions"],
            Self::Series => &["exceptions"],
            Self::MdphFile => &["answers"],
            _ => &[],
        }
    }

    /// Fields that mean something only together: when two people changed different ones of a group at the same time,
    /// a person decides. One parent's new dose with the other's new times would be a treatment that nobody prescribed.
    pub fn bound_fields(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Identity => &[&["birth_place", "birth_place_name"]],
            Self::Contact => &[&[
                "name",
                "first_name",
                "organisation",
                "rpps",
                "finess",
                "profession",
            ]],
            Self::Consent => &[&[
                "allowed_to",
                "member",
                "allowed",
                "until",
                "consent_by",
                "allowed_by",
            ]],
            Self::Allergy => &[&["agent", "agent_kind", "reaction", "severity", "certainty"]],
            Self::Treatment => &[&[
                "name",
                "substance",
                "form",
                "dose",
                "times",
                "how",
                "as_needed",
                "start",
                "stop",
                "stop_reason",
            ]],
            Self::Vaccine => &[&["name", "dose", "date", "lot"]],
            Self::Problem => &[&["name", "state", "since", "until"]],
            Self::Device => &[&["name", "device_kind", "side", "since", "until"]],
            Self::Stay | Self::Step => &[&["from", "to"]],
            Self::Measurement => &[&[
                "what",
                "name",
                "value",
                "grade",
                "unit",
                "unit_text",
                "date",
                "side",
                "position",
                "oedema",
            ]],
            Self::Readings => &[&["what", "own", "name", "unit", "unit_text", "side", "points"]],
            Self::Events => &[&["what", "own", "name", "date", "events"]],
            Self::OwnMeasure => &[&[
                "name",
                "form",
                "unit",
                "unit_text",
                "lowest",
                "highest",
                "lowest_means",
                "highest_means",
                "sided",
            ]],
            Self::Mark => &[&["title", "mark_kind", "from", "to"]],
            Self::Objective => &[&["title", "levels", "start_level"]],
            // One parent's end with the other's receipt would be a decision that nobody took.
            Self::Entitlement => &[&[
                "right",
                "detail",
                "state",
                "rate",
                "decided",
                "received",
                "start",
                "end",
                "no_end",
                "appeal_by",
            ]],
            Self::Expiry => &[&["expiry_kind", "name", "end"]],
            Self::Habit => &[&["heading", "text", "colour"]],
            Self::Settled => &[&[
                "of",
                "moment",
                "occurrence",
                "day",
                "outcome",
                "until",
                "on",
            ]],
            Self::Statement => &[&["list", "state", "on"]],
            // One parent's new steps with the other's new medicine would be a protocol that nobody wrote.
            Self::Crisis => &[&[
                "crisis",
                "signs",
                "steps",
                "rescue",
                "call_when",
                "prescriber",
                "date",
            ]],
            // One parent's new day with the other's new hour would be an appointment that nobody was given.
            Self::Appointment => &[
                &["day", "time", "until", "minutes", "zone"],
                &["state", "reason"],
                &["transport", "transport_order", "transport_note"],
            ],
            Self::Series => &[
                &["days", "every", "from", "until", "time", "minutes", "zone"],
                &["transport", "transport_order", "transport_note"],
            ],
            Self::Absence => &[&["from", "from_time", "until", "until_time"]],
            Self::Danger => &[&["danger", "danger_kind", "reason", "instead"]],
            Self::Document
            | Self::Project
            | Self::Procedure
            | Self::Note
            | Self::UsualState
            | Self::UrgentSheet
            | Self::Seen
            | Self::Report
            | Self::AgendaSettings => &[],
            Self::MdphFile => &[&["state", "sent"]],
            Self::Letter => &[
                &["sender", "recipient", "subject", "text"],
                &["sent", "means"],
            ],
        }
    }
}

impl Entry {
    /// Its kind, unless this version does not know it.
    pub fn kind(&self) -> Option<Kind> {
        Some(match self {
            Self::Identity(_) => Kind::Identity,
            Self::Contact(_) => Kind::Contact,
            Self::Consent(_) => Kind::Consent,
            Self::Habit(_) => Kind::Habit,
            Self::Problem(_) => Kind::Problem,
            Self::Allergy(_) => Kind::Allergy,
            Self::Treatment(_) => Kind::Treatment,
            Self::Vaccine(_) => Kind::Vaccine,
            Self::Device(_) => Kind::Device,
            Self::Stay(_) => Kind::Stay,
            Self::Step(_) => Kind::Step,
            Self::Measurement(_) => Kind::Measurement,
            Self::Readings(_) => Kind::Readings,
            Self::Events(_) => Kind::Events,
            Self::OwnMeasure(_) => Kind::OwnMeasure,
            Self::Mark(_) => Kind::Mark,
            Self::Objective(_) => Kind::Objective,
            Self::Document(_) => Kind::Document,
            Self::Project(_) => Kind::Project,
            Self::Entitlement(_) => Kind::Entitlement,
            Self::Expiry(_) => Kind::Expiry,
            Self::Procedure(_) => Kind::Procedure,
            Self::MdphFile(_) => Kind::MdphFile,
            Self::Letter(_) => Kind::Letter,
            Self::Note(_) => Kind::Note,
            Self::Seen(_) => Kind::Seen,
            Self::Report(_) => Kind::Report,
            Self::Danger(_) => Kind::Danger,
            Self::Crisis(_) => Kind::Crisis,
            Self::UsualState(_) => Kind::UsualState,
            Self::UrgentSheet(_) => Kind::UrgentSheet,
            Self::Appointment(_) => Kind::Appointment,
            Self::Series(_) => Kind::Series,
            Self::Absence(_) => Kind::Absence,
            Self::AgendaSettings(_) => Kind::AgendaSettings,
            Self::Settled(_) => Kind::Settled,
            Self::Statement(_) => Kind::Statement,
            Self::Unknown(_) => return None,
        })
    }
}
