//! Joints and muscles as a bilan names them, to choose from; any other name can be typed.

use crate::term::Lang;

/// A name in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceName {
    fr: &'static str,
    en: &'static str,
}

impl PlaceName {
    /// The name. The French one is what entries hold.
    pub fn label(self, lang: Lang) -> &'static str {
        lang.pick(self.fr, self.en)
    }
}

const fn name(fr: &'static str, en: &'static str) -> PlaceName {
    PlaceName { fr, en }
}

/// Joints and movements.
pub const JOINTS: &[PlaceName] = &[
    name("hanche, extension", "hip, extension"),
    name("hanche, flexion", "hip, flexion"),
    name(
        "hanche, abduction, genou fléchi",
        "hip, abduction, knee bent",
    ),
    name(
        "hanche, abduction, genou tendu",
        "hip, abduction, knee straight",
    ),
    name("hanche, rotation interne", "hip, internal rotation"),
    name("hanche, rotation externe", "hip, external rotation"),
    name("genou, extension", "knee, extension"),
    name("genou, angle poplité", "knee, popliteal angle"),
    name(
        "cheville, flexion dorsale, genou tendu",
        "ankle, dorsiflexion, knee straight",
    ),
    name(
        "cheville, flexion dorsale, genou fléchi",
        "ankle, dorsiflexion, knee bent",
    ),
    name("épaule, abduction", "shoulder, abduction"),
    name("épaule, flexion", "shoulder, flexion"),
    name("coude, extension", "elbow, extension"),
    name("coude, flexion", "elbow, flexion"),
    name("avant-bras, supination", "forearm, supination"),
    name("poignet, extension", "wrist, extension"),
    name("doigts, extension", "fingers, extension"),
    name("pouce, abduction", "thumb, abduction"),
];

/// Muscles and muscle groups.
pub const MUSCLES: &[PlaceName] = &[
    name("triceps sural", "calf (triceps surae)"),
    name("gastrocnémiens", "gastrocnemius"),
    name("soléaire", "soleus"),
    name("tibial postérieur", "tibialis posterior"),
    name("ischio-jambiers", "hamstrings"),
    name("droit fémoral", "rectus femoris"),
    name("adducteurs de hanche", "hip adductors"),
    name("psoas", "psoas"),
    name("grand pectoral", "pectoralis major"),
    name("biceps brachial", "biceps"),
    name("fléchisseurs du coude", "elbow flexors"),
    name("rond pronateur", "pronator teres"),
    name("fléchisseurs du poignet", "wrist flexors"),
    name("fléchisseurs des doigts", "finger flexors"),
    name("adducteur du pouce", "thumb adductor"),
];
