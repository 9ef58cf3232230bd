//! What is measured, in which unit, and between which bounds a typed number is surely no slip of the finger.
//!
//! The bounds guard against typing mistakes only; they say nothing about health.

use crate::term::terms;

terms! {
    /// What is measured.
    Measure {
        Weight "weight" "Poids" "Weight";
        Height "height" "Taille" "Height";
        HeadCircumference "head_circumference" "Périmètre crânien" "Head circumference";
        KneeHeight "knee_height" "Hauteur talon-genou" "Knee height";
        TibiaLength "tibia_length" "Longueur du tibia" "Tibia length";
        ArmCircumference "arm_circumference" "Périmètre du bras" "Arm circumference";
        Temperature "temperature" "Température" "Temperature";
        HeartRate "heart_rate" "Fréquence cardiaque" "Heart rate";
        OxygenSaturation "oxygen_saturation" "Saturation en oxygène" "Oxygen saturation";
        HipMigration "hip_migration" "Excentration de hanche" "Hip migration";
        CobbAngle "cobb_angle" "Angle de Cobb" "Cobb angle";
        JointRange "joint_range" "Amplitude articulaire" "Joint range";
        Ashworth "ashworth" "Ashworth modifiée" "Modified Ashworth";
        Gmfcs "gmfcs" "Niveau GMFCS" "GMFCS level";
        Macs "macs" "Niveau MACS" "MACS level";
        Cfcs "cfcs" "Niveau CFCS" "CFCS level";
        Gmfm "gmfm" "Score GMFM" "GMFM score";
        Pain "pain" "Douleur (0 à 10)" "Pain (0 to 10)";
        WalkDistance "walk_distance" "Distance de marche" "Walking distance";
        Sleep "sleep" "Sommeil" "Sleep";
        Custom "custom" "Autre mesure" "Other measure";
    }
}

terms! {
    /// A unit.
    Unit {
        Kilogram "kg" "kg" "kg";
        Gram "g" "g" "g";
        Centimetre "cm" "cm" "cm";
        Millimetre "mm" "mm" "mm";
        Metre "m" "m" "m";
        Degree "deg" "°" "°";
        Percent "percent" "%" "%";
        Celsius "celsius" "°C" "°C";
        PerMinute "per_minute" "par minute" "per minute";
        Hour "h" "h" "h";
        Minute "min" "min" "min";
        Millilitre "ml" "ml" "ml";
        Point "point" "points" "points";
        Level "level" "niveau" "level";
        Count "count" "fois" "times";
    }
}

terms! {
    /// How the person was placed while being measured.
    Position {
        Standing "standing" "Debout" "Standing";
        Lying "lying" "Allongé" "Lying";
        Sitting "sitting" "Assis" "Sitting";
    }
}

impl Measure {
    /// The units it may be written in, the usual one first. A custom measure takes any.
    pub fn units(self) -> &'static [Unit] {
        use Unit::{
            Celsius, Centimetre, Degree, Gram, Hour, Kilogram, Level, Metre, Millimetre, Minute,
            PerMinute, Percent, Point,
        };
        match self {
            Self::Weight => &[Kilogram, Gram],
            Self::Height
            | Self::HeadCircumference
            | Self::KneeHeight
            | Self::TibiaLength
            | Self::ArmCircumference => &[Centimetre, Millimetre],
            Self::Temperature => &[Celsius],
            Self::HeartRate => &[PerMinute],
            Self::OxygenSaturation | Self::HipMigration | Self::Gmfm => &[Percent],
            Self::CobbAngle | Self::JointRange => &[Degree],
            Self::Ashworth | Self::Gmfcs | Self::Macs | Self::Cfcs => &[Level],
            Self::Pain => &[Point],
            Self::WalkDistance => &[Metre],
            Self::Sleep => &[Hour, Minute],
            Self::Custom => <Unit as crate::Term>::ALL,
        }
    }

    /// The grades it is written in, for those that are no numbers.
    pub fn grades(self) -> &'static [&'static str] {
        match self {
            Self::Ashworth => &["0", "1", "1+", "2", "3", "4"],
            Self::Gmfcs | Self::Macs | Self::Cfcs => &["I", "II", "III", "IV", "V"],
            _ => &[],
        }
    }

    /// The lowest and highest number, in this unit, that needs no second look. None where anything goes.
    pub fn bounds(self, unit: Unit) -> Option<(i64, i64)> {
        Some(match (self, unit) {
            (Self::Weight, Unit::Kilogram) => (0, 300),
            (Self::Weight, Unit::Gram) => (300, 300_000),
            (Self::Height, Unit::Centimetre) => (20, 250),
            (Self::Height, Unit::Millimetre) => (200, 2_500),
            (Self::HeadCircumference, Unit::Centimetre) => (15, 75),
            (Self::KneeHeight | Self::TibiaLength | Self::ArmCircumference, Unit::Centimetre) => {
                (3, 90)
            }
            (Self::Temperature, Unit::Celsius) => (25, 45),
            (Self::HeartRate, Unit::PerMinute) => (20, 300),
            (Self::OxygenSaturation | Self::HipMigration | Self::Gmfm, Unit::Percent) => (0, 100),
            (Self::CobbAngle, Unit::Degree) => (0, 180),
            (Self::JointRange, Unit::Degree) => (-180, 180),
            (Self::Pain, Unit::Point) => (0, 10),
            (Self::Sleep, Unit::Hour) => (0, 24),
            _ => return None,
        })
    }
}
