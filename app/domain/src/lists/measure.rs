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
        SittingHeight "sitting_height" "Taille assise" "Sitting height";
        ArmCircumference "arm_circumference" "Périmètre du bras" "Arm circumference";
        Skinfold "skinfold" "Pli cutané" "Skinfold";
        Temperature "temperature" "Température" "Temperature";
        HeartRate "heart_rate" "Fréquence cardiaque" "Heart rate";
        OxygenSaturation "oxygen_saturation" "Saturation en oxygène" "Oxygen saturation";
        HipMigration "hip_migration" "Excentration de hanche" "Hip migration";
        CobbAngle "cobb_angle" "Angle de Cobb" "Cobb angle";
        JointRange "joint_range" "Amplitude articulaire" "Joint range";
        Ashworth "ashworth" "Ashworth modifiée" "Modified Ashworth";
        TardieuSlow "tardieu_slow" "Tardieu, angle lent (V1)" "Tardieu, slow angle (V1)";
        TardieuFast "tardieu_fast" "Tardieu, angle rapide (V3)" "Tardieu, fast angle (V3)";
        TardieuQuality "tardieu_quality" "Tardieu, qualité (X)" "Tardieu, quality (X)";
        Gmfcs "gmfcs" "Niveau GMFCS" "GMFCS level";
        Macs "macs" "Niveau MACS" "MACS level";
        Cfcs "cfcs" "Niveau CFCS" "CFCS level";
        Edacs "edacs" "Niveau EDACS" "EDACS level";
        Vfcs "vfcs" "Niveau VFCS" "VFCS level";
        Gmfm "gmfm" "Score GMFM" "GMFM score";
        Mfm "mfm" "Score MFM" "MFM score";
        Pedi "pedi" "Score PEDI" "PEDI score";
        PediCat "pedi_cat" "Score PEDI-CAT" "PEDI-CAT score";
        WeeFim "weefim" "Score WeeFIM" "WeeFIM score";
        Mif "mif" "Score MIF" "FIM score";
        Pain "pain" "Douleur (0 à 10)" "Pain (0 to 10)";
        Flacc "flacc" "FLACC modifiée (r-FLACC)" "Revised FLACC (r-FLACC)";
        GedDi "ged_di" "GED-DI (NCCPC-R)" "NCCPC-R";
        GedDiPostop "ged_di_postop" "GED-DI après une opération (NCCPC-PV)" "NCCPC-PV (after an operation)";
        SanSalvadour "san_salvadour" "San Salvadour (DESS)" "San Salvadour (DESS)";
        PainProfile "pain_profile" "Profil douleur pédiatrique (PPP)" "Paediatric Pain Profile";
        WalkDistance "walk_distance" "Distance de marche" "Walking distance";
        Sleep "sleep" "Sommeil" "Sleep";
        Wakings "wakings" "Réveils la nuit" "Times awake at night";
        Seizures "seizures" "Crises" "Seizures";
        Stools "stools" "Selles" "Stools";
        Vomiting "vomiting" "Vomissements" "Vomiting";
        Spasms "spasms" "Spasmes" "Spasms";
        FeedVolume "feed_volume" "Volume de nutrition" "Volume of feeds";
        Mood "mood" "Humeur (0 à 10)" "Mood (0 to 10)";
        SchoolTime "school_time" "Temps d'école" "Time at school";
        WearTime "wear_time" "Port de l'appareillage" "Time with a device worn";
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
        Second "s" "s" "s";
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
            Celsius, Centimetre, Count, Degree, Gram, Hour, Kilogram, Level, Metre, Millilitre,
            Millimetre, Minute, PerMinute, Percent, Point,
        };
        match self {
            Self::Weight => &[Kilogram, Gram],
            Self::Height
            | Self::HeadCircumference
            | Self::KneeHeight
            | Self::TibiaLength
            | Self::SittingHeight
            | Self::ArmCircumference => &[Centimetre, Millimetre],
            Self::Skinfold => &[Millimetre],
            Self::Temperature => &[Celsius],
            Self::HeartRate => &[PerMinute],
            Self::OxygenSaturation | Self::HipMigration | Self::Gmfm | Self::Mfm => &[Percent],
            Self::CobbAngle | Self::JointRange | Self::TardieuSlow | Self::TardieuFast => &[Degree],
            Self::Ashworth
            | Self::TardieuQuality
            | Self::Gmfcs
            | Self::Macs
            | Self::Cfcs
            | Self::Edacs
            | Self::Vfcs => &[Level],
            Self::Pain
            | Self::Flacc
            | Self::GedDi
            | Self::GedDiPostop
            | Self::SanSalvadour
            | Self::PainProfile
            | Self::Pedi
            | Self::PediCat
            | Self::WeeFim
            | Self::Mif
            | Self::Mood => &[Point],
            Self::Wakings | Self::Seizures | Self::Stools | Self::Vomiting | Self::Spasms => {
                &[Count]
            }
            Self::FeedVolume => &[Millilitre],
            Self::SchoolTime | Self::WearTime => &[Hour, Minute],
            Self::WalkDistance => &[Metre],
            Self::Sleep => &[Hour, Minute],
            Self::Custom => <Unit as crate::Term>::ALL,
        }
    }

    /// The grades it is written in, for those that are no numbers.
    pub fn grades(self) -> &'static [&'static str] {
        match self {
            Self::Ashworth => &["0", "1", "1+", "2", "3", "4"],
            Self::TardieuQuality => &["0", "1", "2", "3", "4", "5"],
            Self::Gmfcs | Self::Macs | Self::Cfcs | Self::Edacs | Self::Vfcs => {
                &["I", "II", "III", "IV", "V"]
            }
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
            (Self::SittingHeight, Unit::Centimetre) => (15, 120),
            (Self::Skinfold, Unit::Millimetre) => (1, 80),
            (Self::Temperature, Unit::Celsius) => (25, 45),
            (Self::HeartRate, Unit::PerMinute) => (20, 300),
            (
                Self::OxygenSaturation | Self::HipMigration | Self::Gmfm | Self::Mfm,
                Unit::Percent,
            ) => (0, 100),
            (Self::CobbAngle, Unit::Degree) => (0, 180),
            (Self::JointRange | Self::TardieuSlow | Self::TardieuFast, Unit::Degree) => (-180, 180),
            (Self::Pain | Self::Flacc | Self::Mood, Unit::Point) => (0, 10),
            (Self::GedDi, Unit::Point) => (0, 90),
            (Self::GedDiPostop, Unit::Point) => (0, 81),
            (Self::SanSalvadour, Unit::Point) => (0, 40),
            (Self::PainProfile, Unit::Point) => (0, 60),
            (Self::WeeFim | Self::Mif, Unit::Point) => (18, 126),
            (Self::Pedi | Self::PediCat, Unit::Point) => (0, 100),
            (Self::Sleep | Self::SchoolTime | Self::WearTime, Unit::Hour) => (0, 24),
            (Self::Sleep | Self::SchoolTime | Self::WearTime, Unit::Minute) => (0, 1440),
            (Self::Wakings | Self::Stools | Self::Vomiting, Unit::Count) => (0, 50),
            (Self::Seizures | Self::Spasms, Unit::Count) => (0, 500),
            (Self::FeedVolume, Unit::Millilitre) => (0, 5_000),
            _ => return None,
        })
    }
}

impl Unit {
    /// How many of the other unit one of this unit is: 1 kg is 1,000 g. None between units of different things.
    pub fn times(self, other: Self) -> Option<f64> {
        let (thing, here) = self.size()?;
        let (other_thing, there) = other.size()?;
        (thing == other_thing).then_some(here / there)
    }

    /// Mass, length or time, and how large the unit is among its like.
    fn size(self) -> Option<(char, f64)> {
        Some(match self {
            Self::Gram => ('m', 1.0),
            Self::Kilogram => ('m', 1_000.0),
            Self::Millimetre => ('l', 1.0),
            Self::Centimetre => ('l', 10.0),
            Self::Metre => ('l', 1_000.0),
            Self::Second => ('t', 1.0),
            Self::Minute => ('t', 60.0),
            Self::Hour => ('t', 3_600.0),
            _ => return None,
        })
    }
}
