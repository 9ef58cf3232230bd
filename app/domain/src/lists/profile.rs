//! Who is let into a carnet, and what each is usually given to see.
//!
//! A proposal, never a rule: whoever invites ticks and unticks. Written down here because it is read by people who decide
//! (the thirteen profiles of the national specification of the carnet, and those around a child at school): the secretary, the
//! accountant, the logistician and the director are proposed nothing about health.

use crate::lists::Profession;
use crate::section::Section;
use crate::term::{Term, terms};

const TABLE: &str = include_str!("../../data/profiles.csv");

terms! {
    /// What somebody is around the person, as far as it decides what they are proposed to see.
    Profile {
        Doctor "doctor" "Médecin" "Doctor";
        Therapist "therapist" "Rééducation, appareillage" "Therapist, equipment";
        Nurse "nurse" "Soins infirmiers" "Nurse";
        Pharmacist "pharmacist" "Pharmacie" "Pharmacy";
        Psychologist "psychologist" "Psychologue" "Psychologist";
        Technician "technician" "Examens, transport sanitaire" "Examinations, medical transport";
        Carer "carer" "Aide aux soins et à la vie quotidienne" "Care assistant";
        Educator "educator" "Éducation spécialisée" "Special educator";
        SocialWorker "social_worker" "Accompagnement social" "Social worker";
        Teacher "teacher" "Enseignant" "Teacher";
        SchoolAide "school_aide" "Accompagnant d'élève (AESH)" "School aide";
        Director "director" "Direction d'établissement" "Director";
        Secretary "secretary" "Secrétariat" "Secretary";
        Accountant "accountant" "Comptabilité" "Accountant";
        Logistics "logistics" "Logistique, transport, repas" "Logistics, transport, meals";
        Ward "ward" "Service d'hôpital" "Hospital ward";
        Assessment "assessment" "Équipe d'évaluation (MDPH)" "Assessment team";
        OtherProfessional "other_professional" "Autre professionnel" "Other professional";
        Relative "relative" "Proche" "Relative";
        Person "person" "La personne elle-même" "The person themself";
        Guardian "guardian" "Parent ou représentant légal" "Parent or legal representative";
    }
}

/// What somebody may do in a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposed {
    /// Where.
    pub section: Section,
    /// Whether they may write as well as read.
    pub write: bool,
}

impl Profile {
    /// The profiles of professionals that no code of the official tables stands for, in the order in which they are offered.
    pub const WITHOUT_CODE: &[Self] = &[
        Self::Teacher,
        Self::SchoolAide,
        Self::Ward,
        Self::Assessment,
        Self::Director,
        Self::Secretary,
        Self::Accountant,
        Self::Logistics,
        Self::OtherProfessional,
    ];

    /// The profile of a profession.
    pub fn of(profession: &Profession) -> Option<Self> {
        let code = profession.0.as_str();
        let mut coded = Self::ALL.iter().copied().filter(|_| !profession.is_empty());
        coded.find(|profile| profile.cell(1).split(' ').any(|known| known == code))
    }

    /// What is proposed: every section that they would be given, in the order of the table's columns.
    pub fn proposed(self) -> Vec<Proposed> {
        let columns = TABLE.lines().next().unwrap_or_default().split(',').skip(3);
        let row = self.row().split(',').skip(3);
        let given = columns.zip(row).filter_map(|(section, right)| {
            let section = Section::from_code(section)?;
            let write = match right.trim() {
                "r" => false,
                "w" => true,
                _ => return None,
            };
            Some(Proposed { section, write })
        });
        given.collect()
    }

    /// For how many months it is proposed; none for as long as they are in the carnet.
    pub fn months(self) -> Option<u32> {
        self.cell(2).parse().ok()
    }

    fn row(self) -> &'static str {
        let mut rows = TABLE.lines().skip(1);
        rows.find(|row| row.split(',').next() == Some(self.code()))
            .unwrap_or_default()
    }

    fn cell(self, place: usize) -> &'static str {
        self.row().split(',').nth(place).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lists::professions;

    #[test]
    fn every_profile_has_its_row_and_every_section_its_column() {
        let head = TABLE.lines().next().unwrap_or_default();
        let mut columns: Vec<&str> = head.split(',').skip(3).collect();
        columns.sort_unstable();
        let mut sections: Vec<&str> = Section::ALL.iter().map(|section| section.code()).collect();
        sections.sort_unstable();
        assert_eq!(columns, sections);
        assert_eq!(TABLE.lines().count(), Profile::ALL.len() + 1);
        for profile in Profile::ALL.iter().copied() {
            assert_eq!(profile.row().split(',').count(), 12, "{profile:?}");
            let team = Proposed {
                section: Section::Team,
                write: matches!(profile, Profile::Guardian | Profile::Person),
            };
            assert!(profile.proposed().contains(&team), "{profile:?}");
        }
    }

    #[test]
    fn every_profession_has_one_profile() {
        for (code, label) in professions() {
            let profiles = Profile::ALL
                .iter()
                .filter(|profile| profile.cell(1).split(' ').any(|known| known == code));
            assert_eq!(profiles.count(), 1, "{label}");
        }
        assert_eq!(Profile::of(&"70".into()), Some(Profile::Therapist));
        assert_eq!(Profile::of(&"".into()), None);
    }

    #[test]
    fn offices_and_schools_are_proposed_nothing_about_health() {
        use Profile::{
            Accountant, Director, Educator, Logistics, SchoolAide, Secretary, SocialWorker, Teacher,
        };
        for profile in [
            Accountant,
            Director,
            Educator,
            Logistics,
            SchoolAide,
            Secretary,
            SocialWorker,
            Teacher,
        ] {
            let mut given = profile.proposed().into_iter();
            assert!(
                !given.any(|given| given.section == Section::Health),
                "{profile:?}"
            );
        }
    }

    #[test]
    fn professionals_are_proposed_an_end() {
        for profile in Profile::ALL.iter().copied() {
            let lasts = matches!(
                profile,
                Profile::Relative | Profile::Person | Profile::Guardian
            );
            assert_eq!(profile.months().is_none(), lasts, "{profile:?}");
        }
    }
}
