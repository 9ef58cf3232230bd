//! Reports: their kinds, the headings that they can have, and which headings a kind of report begins with in a discipline.

use super::Discipline;
use crate::section::Section;
use crate::term::terms;

terms! {
    /// What a report is.
    ReportKind {
        Assessment "assessment" "Bilan" "Assessment";
        Session "session" "Note de séance" "Session note";
        Equipment "equipment" "Fiche appareillage" "Equipment sheet";
        SchoolMeeting "school_meeting" "Réunion à l'école (ESS)" "School meeting";
        Summary "summary" "Synthèse" "Summary";
    }
}

terms! {
    /// A heading of a report.
    ReportHeading {
        Request "request" "Demande" "What was asked for";
        Context "context" "Contexte" "Context";
        Observed "observed" "Ce qui a été observé" "What was seen";
        Pain "pain" "Douleur" "Pain";
        Range "range" "Amplitudes articulaires" "Range of movement";
        Strength "strength" "Force et tonus" "Strength and tone";
        Posture "posture" "Posture et équilibre" "Posture and balance";
        Gait "gait" "Marche et déplacements" "Gait and moving about";
        Hand "hand" "Main et préhension" "Hand and grasp";
        Daily "daily" "Gestes de tous les jours" "Everyday activities";
        Writing "writing" "Écriture et outils numériques" "Writing and digital tools";
        Senses "senses" "Vue, audition, sensations" "Sight, hearing, sensation";
        Language "language" "Langage et communication" "Language and communication";
        Literacy "literacy" "Lecture et langage écrit" "Reading and written language";
        Eating "eating" "Repas et déglutition" "Meals and swallowing";
        Attention "attention" "Attention et mémoire" "Attention and memory";
        Reasoning "reasoning" "Raisonnement" "Reasoning";
        Behaviour "behaviour" "Émotions et comportement" "Emotions and behaviour";
        Sleep "sleep" "Sommeil" "Sleep";
        Growth "growth" "Poids, taille, alimentation" "Weight, height, food";
        Examination "examination" "Examen" "Examination";
        Scores "scores" "Tests et résultats chiffrés" "Tests and figures";
        Done "done" "Ce qui a été fait" "What was done";
        Went "went" "Comment cela s'est passé" "How it went";
        AtHome "at_home" "À faire à la maison" "To do at home";
        Device "device" "Appareil et côté" "Device and side";
        Maker "maker" "Fabricant et modèle" "Maker and model";
        Delivered "delivered" "Livré le" "Delivered on";
        Settings "settings" "Taille et réglages" "Size and settings";
        Wear "wear" "Port conseillé (heures par jour)" "Wear advised (hours a day)";
        Skin "skin" "Peau et confort" "Skin and comfort";
        Check "check" "Entretien et prochain contrôle" "Upkeep and next check";
        OwnVoice "own_voice" "Ce que dit l'enfant ou la personne" "What the child or person says";
        FamilyVoice "family_voice" "Ce que dit la famille" "What the family says";
        Strengths "strengths" "Points d'appui" "Strengths";
        Needs "needs" "Besoins" "Needs";
        Learning "learning" "Apprentissages" "Learning";
        Adaptations "adaptations" "Aménagements en classe" "Arrangements in class";
        Support "support" "Aide humaine (AESH)" "Human support in class";
        Aims "aims" "Objectifs" "Aims";
        Agreed "agreed" "Ce qui est décidé" "What is agreed";
        WhoDoesWhat "who_does_what" "Qui fait quoi, pour quand" "Who does what, by when";
        Advice "advice" "Conseils" "Advice";
        Conclusion "conclusion" "Conclusion" "Conclusion";
    }
}

use ReportHeading as H;

const PHYSIOTHERAPY: &[H] = &[
    H::Request,
    H::Pain,
    H::Range,
    H::Strength,
    H::Posture,
    H::Gait,
    H::Scores,
    H::Aims,
    H::Conclusion,
];
const OCCUPATIONAL: &[H] = &[
    H::Request,
    H::Daily,
    H::Hand,
    H::Writing,
    H::Scores,
    H::Adaptations,
    H::Aims,
    H::Conclusion,
];
const PSYCHOMOTOR: &[H] = &[
    H::Request,
    H::Strength,
    H::Posture,
    H::Hand,
    H::Senses,
    H::Behaviour,
    H::Scores,
    H::Aims,
    H::Conclusion,
];
const SPEECH: &[H] = &[
    H::Request,
    H::Language,
    H::Literacy,
    H::Eating,
    H::Attention,
    H::Scores,
    H::Aims,
    H::Conclusion,
];
const PSYCHOLOGY: &[H] = &[
    H::Request,
    H::Context,
    H::Reasoning,
    H::Attention,
    H::Behaviour,
    H::Scores,
    H::Advice,
    H::Conclusion,
];
const DIETETICS: &[H] = &[
    H::Request,
    H::Growth,
    H::Eating,
    H::Aims,
    H::Advice,
    H::Conclusion,
];
const EDUCATION: &[H] = &[
    H::Context,
    H::Daily,
    H::Behaviour,
    H::Strengths,
    H::Needs,
    H::Aims,
    H::Conclusion,
];
const SCHOOL: &[H] = &[
    H::Learning,
    H::Strengths,
    H::Needs,
    H::Adaptations,
    H::Support,
    H::Conclusion,
];
const NURSING: &[H] = &[
    H::Request,
    H::Skin,
    H::Pain,
    H::Eating,
    H::Sleep,
    H::Done,
    H::Advice,
];
const MEDICINE: &[H] = &[
    H::Request,
    H::Context,
    H::Examination,
    H::Scores,
    H::Advice,
    H::Conclusion,
];
const EQUIPMENT: &[H] = &[
    H::Device,
    H::Maker,
    H::Delivered,
    H::Settings,
    H::Wear,
    H::Skin,
    H::Check,
    H::Advice,
];
const SESSION: &[H] = &[H::Done, H::Went, H::AtHome];
const MEETING: &[H] = &[
    H::OwnVoice,
    H::FamilyVoice,
    H::Strengths,
    H::Needs,
    H::Adaptations,
    H::Support,
    H::Agreed,
    H::WhoDoesWhat,
];
const SUMMARY: &[H] = &[
    H::Context,
    H::Observed,
    H::Strengths,
    H::Needs,
    H::Aims,
    H::Advice,
    H::Conclusion,
];

impl ReportKind {
    /// The headings that such a report begins with. Any can be left empty, and others added.
    pub fn headings(self, discipline: Option<Discipline>) -> &'static [ReportHeading] {
        match self {
            Self::Session => SESSION,
            Self::Equipment => EQUIPMENT,
            Self::SchoolMeeting => MEETING,
            Self::Summary => SUMMARY,
            Self::Assessment => match discipline {
                Some(Discipline::Physiotherapy | Discipline::Rehabilitation) => PHYSIOTHERAPY,
                Some(Discipline::OccupationalTherapy) => OCCUPATIONAL,
                Some(Discipline::PsychomotorTherapy) => PSYCHOMOTOR,
                Some(Discipline::SpeechTherapy) => SPEECH,
                Some(Discipline::Psychology) => PSYCHOLOGY,
                Some(Discipline::Dietetics) => DIETETICS,
                Some(Discipline::Education | Discipline::SocialWork) => EDUCATION,
                Some(Discipline::School) => SCHOOL,
                Some(Discipline::Nursing) => NURSING,
                Some(Discipline::Orthotics) => EQUIPMENT,
                _ => MEDICINE,
            },
        }
    }

    /// The section where such a report is kept.
    pub fn home(self, discipline: Option<Discipline>) -> Section {
        match self {
            Self::SchoolMeeting => Section::School,
            _ => discipline.map_or(Section::Health, Discipline::home),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::term::Term;

    #[test]
    fn every_template_fits_an_entry_and_repeats_nothing() {
        for kind in ReportKind::ALL {
            let disciplines = Discipline::ALL.iter().map(|one| Some(*one)).chain([None]);
            for discipline in disciplines {
                let headings = kind.headings(discipline);
                assert!((3..=12).contains(&headings.len()), "{kind:?}");
                let mut sorted = headings.to_vec();
                sorted.sort_unstable();
                sorted.dedup();
                assert_eq!(sorted.len(), headings.len(), "{kind:?} {discipline:?}");
            }
        }
        let home = ReportKind::SchoolMeeting.home(Some(Discipline::Physiotherapy));
        assert_eq!(home, Section::School);
        assert_eq!(ReportKind::Assessment.home(None), Section::Health);
    }
}
