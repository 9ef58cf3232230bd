//! The table of instruments. Licence and holder as published by the holders; "not found" where no licence was.

use super::{Instrument, Place};
use crate::lists::{Licence as L, Measure as M, MeasureForm as F, MeasureGroup as G, Rhythm as R};

const fn free(measure: M, group: G, form: F, rhythm: R) -> Instrument {
    Instrument {
        measure,
        group,
        form,
        sided: false,
        place: Place::None,
        rhythm,
        licence: L::Free,
        holder: "",
    }
}

const fn held(mut instrument: Instrument, licence: L, holder: &'static str) -> Instrument {
    instrument.licence = licence;
    instrument.holder = holder;
    instrument
}

const fn sided(mut instrument: Instrument, place: Place) -> Instrument {
    instrument.sided = true;
    instrument.place = place;
    instrument
}

#[rustfmt::skip]
pub(super) const INSTRUMENTS: &[Instrument] = &[
    free(M::Weight, G::Growth, F::Number, R::Growth),
    free(M::Height, G::Growth, F::Number, R::Growth),
    free(M::HeadCircumference, G::Growth, F::Number, R::Growth),
    free(M::SittingHeight, G::Growth, F::Number, R::WithWeight),
    sided(free(M::KneeHeight, G::Growth, F::Number, R::WithWeight), Place::None),
    sided(free(M::TibiaLength, G::Growth, F::Number, R::WithWeight), Place::None),
    sided(free(M::ArmCircumference, G::Growth, F::Number, R::WithWeight), Place::None),
    sided(free(M::Skinfold, G::Growth, F::Number, R::WithWeight), Place::None),
    sided(free(M::HipMigration, G::Bones, F::Number, R::EachAssessment), Place::None),
    free(M::CobbAngle, G::Bones, F::Number, R::SixToTwelveMonths),
    sided(free(M::JointRange, G::Joints, F::Number, R::SixToTwelveMonths), Place::Joint),
    sided(held(free(M::Ashworth, G::Joints, F::Scale, R::EachAssessment), L::Free, "Bohannon, Smith 1987"), Place::Muscle),
    sided(held(free(M::TardieuSlow, G::Joints, F::Number, R::EachAssessment), L::Free, "Tardieu 1954; Boyd, Graham 1999"), Place::Muscle),
    sided(held(free(M::TardieuFast, G::Joints, F::Number, R::EachAssessment), L::Free, "Tardieu 1954; Boyd, Graham 1999"), Place::Muscle),
    sided(held(free(M::TardieuQuality, G::Joints, F::Scale, R::EachAssessment), L::Free, "Tardieu 1954; Boyd, Graham 1999"), Place::Muscle),
    held(free(M::Gmfcs, G::Function, F::Scale, R::Yearly), L::ScoreOnly, "CanChild, McMaster University"),
    held(free(M::Macs, G::Function, F::Scale, R::Yearly), L::ScoreOnly, "MACS"),
    held(free(M::Cfcs, G::Function, F::Scale, R::Yearly), L::ScoreOnly, "CFCS"),
    held(free(M::Edacs, G::Function, F::Scale, R::Yearly), L::ScoreOnly, "EDACS"),
    held(free(M::Vfcs, G::Function, F::Scale, R::Yearly), L::ScoreOnly, "VFCS"),
    held(free(M::Gmfm, G::Function, F::Scale, R::SixToTwelveMonths), L::ScoreOnly, "Mac Keith Press, CanChild"),
    held(free(M::Mfm, G::Function, F::Scale, R::SixToTwelveMonths), L::NotFound, "MFM, Lyon"),
    held(free(M::Pedi, G::Function, F::Scale, R::SixToTwelveMonths), L::ScoreOnly, "PEDI"),
    held(free(M::PediCat, G::Function, F::Scale, R::SixToTwelveMonths), L::ScoreOnly, "PEDI-CAT"),
    held(free(M::WeeFim, G::Function, F::Scale, R::SixToTwelveMonths), L::ScoreOnly, "Uniform Data System"),
    held(free(M::Mif, G::Function, F::Scale, R::SixToTwelveMonths), L::ScoreOnly, "Uniform Data System"),
    free(M::WalkDistance, G::Function, F::Number, R::EachAssessment),
    free(M::Pain, G::Pain, F::Scale, R::WhenItHappens),
    held(free(M::Flacc, G::Pain, F::Scale, R::WhenItHappens), L::ScoreOnly, "University of Michigan"),
    held(free(M::GedDi, G::Pain, F::Scale, R::WhenItHappens), L::NotFound, "Breau, McGrath, Camfield, Finley"),
    held(free(M::GedDiPostop, G::Pain, F::Scale, R::WhenItHappens), L::NotFound, "Breau, McGrath, Camfield, Finley"),
    held(free(M::SanSalvadour, G::Pain, F::Scale, R::WhenItHappens), L::NotFound, "Hôpital San Salvadour"),
    held(free(M::PainProfile, G::Pain, F::Scale, R::WhenItHappens), L::NotFound, "Paediatric Pain Profile"),
    free(M::Sleep, G::Everyday, F::Duration, R::Daily),
    free(M::Wakings, G::Everyday, F::Count, R::Daily),
    free(M::Seizures, G::Everyday, F::Count, R::Daily),
    free(M::Spasms, G::Everyday, F::Count, R::Daily),
    free(M::Stools, G::Everyday, F::Count, R::Daily),
    free(M::Vomiting, G::Everyday, F::Count, R::Daily),
    free(M::FeedVolume, G::Everyday, F::Number, R::Daily),
    free(M::Mood, G::Everyday, F::Scale, R::Daily),
    free(M::SchoolTime, G::Everyday, F::Duration, R::Daily),
    free(M::WearTime, G::Everyday, F::Duration, R::Daily),
    free(M::Temperature, G::Vital, F::Number, R::WhenItHappens),
    free(M::HeartRate, G::Vital, F::Number, R::WhenItHappens),
    free(M::OxygenSaturation, G::Vital, F::Number, R::WhenItHappens),
];
