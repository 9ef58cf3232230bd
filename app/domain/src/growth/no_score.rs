//! Measurements that have no place in a reference.

/// Why a measurement has no z-score. The point is drawn all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoScore {
    /// Boys and girls have tables of their own; without a sex there is none.
    #[error("the sex is not known")]
    SexUnknown,
    /// Measured before the birth date.
    #[error("before birth")]
    BeforeBirth,
    /// Born early, and not yet at the day on which birth was expected.
    #[error("before the expected day of birth")]
    BeforeTerm,
    /// The reference ends at this age: 5 for head circumference and weight for height, 10 for weight, 19 for the rest.
    #[error("the reference ends at {years} years")]
    TooOld {
        /// The age at which it ends.
        years: u8,
    },
    /// Neither lying nor standing.
    #[error("measured in a position that the reference does not know")]
    WrongPosition,
    /// A length or height beyond the table of weight for length or height.
    #[error("the table goes from {low} to {high} cm")]
    OutsideTable {
        /// Shortest length or height of the table, in centimetres.
        low: u16,
        /// Longest length or height of the table, in centimetres.
        high: u16,
    },
    /// Swollen by oedema: no weight-based score.
    #[error("no weight-based score with oedema")]
    Oedema,
    /// No child measures that.
    #[error("not a plausible measurement")]
    Implausible,
}
