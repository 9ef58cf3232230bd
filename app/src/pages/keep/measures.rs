//! Protection measures of adults, and what each means for who keeps the carnet (Code civil, art. 425 and following; code de la
//! santé publique, art. L.1111-2: who represents an adult is informed, who is assisted decides).

use crate::words::Words;
use domain::Term;
use domain::lists::ProtectionKind;

/// The choice of a measure; none is one of them.
pub(super) const CHOICES: [Option<ProtectionKind>; 7] = [
    None,
    Some(ProtectionKind::Safeguard),
    Some(ProtectionKind::Curatorship),
    Some(ProtectionKind::ReinforcedCuratorship),
    Some(ProtectionKind::Tutorship),
    Some(ProtectionKind::FamilyHabilitation),
    Some(ProtectionKind::FutureMandate),
];

/// What it is called.
pub(super) fn named(measure: Option<ProtectionKind>, t: Words) -> String {
    match measure {
        None => t.keep_hand_none().to_owned(),
        Some(kind) => kind.label(t.terms()).to_owned(),
    }
}

/// What it means here.
pub(super) fn means(measure: Option<ProtectionKind>, t: Words) -> &'static str {
    match measure {
        None => t.keep_hand_means_none(),
        Some(ProtectionKind::Safeguard) => t.keep_hand_means_safeguard(),
        Some(ProtectionKind::Curatorship | ProtectionKind::ReinforcedCuratorship) => {
            t.keep_hand_means_curatorship()
        }
        Some(ProtectionKind::Tutorship | ProtectionKind::FamilyHabilitation) => {
            t.keep_hand_means_represented()
        }
        Some(ProtectionKind::FutureMandate) => t.keep_hand_means_mandate(),
    }
}

/// Whether somebody else may have to decide: then the judgment must be read first.
pub(super) fn asks_the_judgment(measure: Option<ProtectionKind>) -> bool {
    matches!(
        measure,
        Some(
            ProtectionKind::Tutorship
                | ProtectionKind::FamilyHabilitation
                | ProtectionKind::FutureMandate
        )
    )
}
