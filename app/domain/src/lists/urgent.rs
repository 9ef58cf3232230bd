//! Words about emergencies.

use crate::term::terms;

terms! {
    /// What a danger is about.
    DangerKind {
        Medicine "medicine" "Médicament" "Medicine";
        Gesture "gesture" "Geste" "Gesture";
        Position "position" "Position, installation" "Position";
        Airway "airway" "Respiration, déglutition" "Airway or swallowing";
        Fasting "fasting" "Jeûne, alimentation" "Fasting or feeding";
        Latex "latex" "Latex, matériel" "Latex or material";
        Imaging "imaging" "IRM, examen" "MRI or examination";
        Other "other" "Autre" "Other";
    }
}
